//! What a keyword of somebody's own has to say.

use std::fmt::Debug;

use serde_json::Value;

/// A keyword of one's own, given to [`Generator::keyword`]. The generated types
/// enforce it, and so does `check`.
///
/// It says something of any value. What follows from it is a predicate: the
/// Rust types are as they are without it. The order of an object's members is
/// no part of a value.
///
/// ```
/// use isoschema::{CustomKeyword, Generator};
/// use serde_json::Value;
///
/// /// `x-luhn: true`: the last digit of a text checks the others (ISO/IEC 7812).
/// #[derive(Debug)]
/// struct Luhn;
///
/// fn is_luhn(text: &str) -> bool {
///     let digits: Option<Vec<u32>> = text.chars().rev().map(|it| it.to_digit(10)).collect();
///     let weighed = |(place, digit): (usize, u32)| match (place % 2, digit) {
///         (0, digit) | (1, digit @ 9) => digit,
///         (_, digit) => digit * 2 % 9,
///     };
///     digits.is_some_and(|it| it.into_iter().enumerate().map(weighed).sum::<u32>() % 10 == 0)
/// }
///
/// impl CustomKeyword for Luhn {
///     fn name(&self) -> &'static str {
///         "x-luhn"
///     }
///
///     fn read(&self, stated: &Value) -> Result<(), &'static str> {
///         stated.as_bool().map(drop).ok_or("is true or false")
///     }
///
///     fn fits(&self, stated: &Value, value: &Value) -> bool {
///         stated == false || value.as_str().is_none_or(is_luhn)
///     }
///
///     fn code(&self, stated: &Value) -> String {
///         match stated.as_bool() {
///             Some(true) => "value.as_str().is_none_or(crate::is_luhn)".to_owned(),
///             _ => "true".to_owned(),
///         }
///     }
///
///     fn wanted(&self, _: &Value) -> String {
///         "has a wrong check digit".to_owned()
///     }
/// }
///
/// let generated = Generator::new()
///     .text("card.json", r#"{"type": "string", "x-luhn": true}"#)
///     .keyword(Luhn)
///     .generate()
///     .unwrap_or_else(|problems| panic!("{}", problems.render()));
/// assert!(generated.text.contains("crate::is_luhn"));
/// assert!(is_luhn("4539578763621486") && !is_luhn("4539578763621487"));
/// ```
///
/// [`Generator::keyword`]: crate::Generator::keyword
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
