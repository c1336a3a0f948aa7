//! Work on a thread whose stack holds any nesting that is allowed.

use crate::diagnostics::{Diagnostic, Diagnostics, Kind};

/// The stack of the thread on which schemas are worked through: nesting as
/// deep as [`NESTING`](crate::load::NESTING) fits.
const STACK: usize = 512 << 20;

/// Runs work on a thread whose stack holds any nesting that is allowed.
pub(crate) fn on_large_stack<T: Send>(
    work: impl FnOnce() -> Result<T, Diagnostics> + Send,
) -> Result<T, Diagnostics> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .name("isoschema".to_owned())
            .stack_size(STACK)
            .spawn_scoped(scope, work);
        let reason = match thread.map(std::thread::ScopedJoinHandle::join) {
            Ok(Ok(done)) => return done,
            Ok(Err(payload)) => {
                let message = payload
                    .downcast_ref::<String>()
                    .map(String::as_str)
                    .or_else(|| payload.downcast_ref::<&str>().copied())
                    .unwrap_or("no message");
                format!("the generator stopped at a fault of its own: {message}")
            }
            Err(error) => format!("no thread for the generator: {error}"),
        };
        Err(Diagnostic::of_file(Kind::Unsupported, "isoschema", reason)
            .help("please report this with the schema")
            .into())
    })
}
