//! The bodies of the fuzz targets. `cargo fuzz` feeds them with what it makes
//! up, `cargo test` with the corpus.
//!
//! Each takes any bytes and panics on a finding. Bytes that open with one of
//! 0x80 to 0xFF, which opens no JSON text, are drawn from: they decide what a
//! schema or a document is made of. Others are the text itself.

pub mod document;
mod draw_document;
mod draw_schema;
#[path = "../../isoschema/proof/number.rs"]
#[allow(dead_code, unreachable_pub, clippy::must_use_candidate)]
mod number;
pub mod scanner;
pub mod schema;
mod subjects;
#[path = "../../isoschema/proof/text.rs"]
#[allow(dead_code, unreachable_pub)]
mod text;
mod write;
