//! A large stack, for schemas and documents that nest deeply.

/// Runs a function on a thread with 256 MiB of stack.
///
/// # Panics
///
/// Where the function panics, or no thread can be started.
pub fn on_large_stack<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .stack_size(256 << 20)
            .spawn_scoped(scope, run);
        match thread.map(std::thread::ScopedJoinHandle::join) {
            Ok(Ok(result)) => result,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            Err(error) => panic!("no thread with a large stack: {error}"),
        }
    })
}
