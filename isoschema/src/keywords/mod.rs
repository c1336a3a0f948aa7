//! The keywords of JSON Schema: what each means, said once.
//!
//! A keyword is one file, which holds all that the engine knows of it: how
//! each draft spells it, which schemas it has inside it and what they apply
//! to, whether a value fits, the code that checks it at run time, how a derived
//! schema repeats it, and what a person is told. [`table`] lists them; the
//! stages go through [`keyword::Keyword`], and know none by name but those that
//! give a type its shape.

pub mod alternatives;
pub mod choice;
pub mod count;
pub mod emission;
pub mod evaluation;
pub mod fault;
pub mod finding;
pub mod keyword;
pub mod literal;
pub mod mending;
pub mod own;
pub mod path;
pub mod phrase;
pub mod prelude;
pub mod reading;
pub mod regex;
pub mod rendering;
pub mod said;
pub mod side;
pub mod spelling;
pub mod statement;
pub mod table;

pub mod all_of;
pub mod any_of;
pub mod bound;
pub mod conditional;
pub mod constant;
pub mod contains;
pub mod content;
pub mod custom;
pub mod dependent_required;
pub mod dependent_schemas;
pub mod enumeration;
pub mod format;
pub mod item_count;
pub mod items;
pub mod length;
mod likely;
pub mod multiple_of;
pub mod not;
pub mod one_of;
pub mod pattern;
pub mod properties;
pub mod property_count;
pub mod property_names;
pub mod reference;
pub mod required;
pub mod types;
pub mod unevaluated_items;
pub mod unevaluated_properties;
pub mod unique_items;
