//! Any bytes to the documented entry: what serde's way says, and why.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| isoschema_fuzz::scanner::check(bytes));
