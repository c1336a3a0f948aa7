//! Numbers that keywords give, each in a form that its use cannot miss.

use std::fmt;
use std::num::NonZeroU128;

use crate::load::Decimal;

/// A JSON number token as it stands in the schema's text.
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
}

impl fmt::Display for NumberText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What `multipleOf` gives: `mantissa × 10^exponent`, above zero and exact.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Divisor {
    text: NumberText,
    mantissa: NonZeroU128,
    exponent: i64,
}

impl Divisor {
    /// How many digits a divisor may have, without the zeros at its ends.
    pub const DIGITS: usize = 38;

    /// The divisor that a token gives; `None` for what is not above zero, and
    /// for what has more than [`Self::DIGITS`] digits.
    ///
    /// ```
    /// use isoschema::lower::number::{Divisor, NumberText};
    ///
    /// let token = format!("0.{}1", "0".repeat(39));
    /// let divisor = Divisor::new(NumberText(token.into())).unwrap();
    /// assert_eq!((divisor.mantissa(), divisor.exponent()), (1, -40));
    /// assert!(Divisor::new(NumberText("1".repeat(40).into())).is_none());
    /// ```
    #[must_use]
    pub fn new(text: NumberText) -> Option<Self> {
        let decimal = text.decimal();
        if decimal.negative || decimal.digits.len() > Self::DIGITS {
            return None;
        }
        let mantissa = NonZeroU128::new(decimal.digits.parse().ok()?)?;
        let exponent = i64::try_from(decimal.exponent).ok()?;
        Some(Self {
            text,
            mantissa,
            exponent,
        })
    }

    /// The token as written.
    #[must_use]
    pub fn text(&self) -> &NumberText {
        &self.text
    }

    /// The digits; not 0, and not divisible by 10.
    #[must_use]
    pub fn mantissa(&self) -> u128 {
        self.mantissa.get()
    }

    /// The power of ten.
    #[must_use]
    pub fn exponent(&self) -> i64 {
        self.exponent
    }
}
