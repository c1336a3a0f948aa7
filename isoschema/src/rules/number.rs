//! Numbers as schemas write them.

use std::fmt;

use crate::load::number::Decimal;

/// A JSON number token as it stands in the schema's text, so that no limit
/// passes through a float.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NumberText(pub Box<str>);

impl NumberText {
    /// The exact value.
    #[must_use]
    pub fn decimal(&self) -> Decimal {
        Decimal::parse(&self.0)
    }

    /// Whether no double but 0 is near it.
    #[must_use]
    pub fn is_read_as_zero(&self) -> bool {
        self.0.parse() == Ok(0.0_f64)
    }

    /// As a JSON value: the number itself, or the last double before it.
    #[must_use]
    pub fn to_value(&self) -> serde_json::Value {
        serde_json::from_str(&self.0).unwrap_or_else(|_| {
            let value = self.0.parse::<f64>().unwrap_or_default();
            serde_json::Value::from(value.clamp(f64::MIN, f64::MAX))
        })
    }
}

impl fmt::Display for NumberText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
