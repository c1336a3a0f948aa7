//! What commands do where something else than a regular file stands: no one
//! hangs, reads what has no end, or writes and removes what is not its own.

mod emit;
mod input;
mod output;
mod project;
