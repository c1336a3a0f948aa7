//! Any bytes as a document: never a disagreement with the validator, nothing lost.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(
    init: {
        // In place of libFuzzer's, which ends the process at a panic that the
        // engine turns into a diagnostic.
        std::panic::set_hook(Box::new(|info| eprintln!("{info}")));
    },
    |bytes: &[u8]| isoschema_fuzz::document::check(bytes)
);
