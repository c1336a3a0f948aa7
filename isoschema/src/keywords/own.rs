//! What a keyword of somebody's own has to say.

use std::fmt::Debug;

use serde_json::Value;

#[doc = include_str!("../../docs/custom-keyword.md")]
pub trait CustomKeyword: Debug + Send + Sync {
    /// Its name in schemas: `x-luhn`.
    fn name(&self) -> &'static str;

    /// Whether it may have a value.
    ///
    /// # Errors
    ///
    /// What its value has to be, in words that follow the name: `is true or
    /// false`.
    fn read(&self, stated: &Value) -> Result<(), &'static str>;

    /// Whether a value fits where a schema states the keyword so.
    fn fits(&self, stated: &Value, value: &Value) -> bool;

    /// The same in generated code: an expression of type `bool` about `value`,
    /// a `&serde_json::Value`. It names things by absolute paths, or from
    /// `crate`.
    fn code(&self, stated: &Value) -> String;

    /// What is said of a value that does not fit, in words that follow it:
    /// `has a wrong check digit`.
    fn wanted(&self, stated: &Value) -> String;
}
