//! What every keyword needs to say what it means.

pub use proc_macro2::TokenStream;
pub use quote::{format_ident, quote};

pub use crate::load::json::{Json, JsonKind};
pub use crate::resolve::dialect::Draft;
pub use crate::rules::id::RuleId;
pub use crate::rules::kinds::Kinds;

pub use super::count::Count;
pub use super::emission::{Emission, Mode, Subject};
pub use super::evaluation::{Evaluation, Since};
pub use super::keyword::{Applies, Keyword, Looks, Read, Role};
pub use super::mending::{Mend, Mending, drop_keyword};
pub use super::path::Step;
pub use super::phrase::Phrase;
pub use super::reading::Reading;
pub use super::rendering::Rendering;
pub use super::said::Said;
pub use super::side::Side;
pub use super::spelling::{Holds, Spelling, Vocabulary};
pub use super::statement::{Inside, Statement};
