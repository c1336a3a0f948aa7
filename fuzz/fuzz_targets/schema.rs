//! Any bytes as a schema: never a panic, an abort, a hang or two results.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(
    init: {
        // In place of libFuzzer's, which ends the process at a panic that the
        // engine turns into a diagnostic.
        std::panic::set_hook(Box::new(|info| eprintln!("{info}")));
    },
    |bytes: &[u8]| isoschema_fuzz::schema::check(bytes)
);
