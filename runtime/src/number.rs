//! Numbers without loss: conversions, comparisons and division on the decimal
//! form of a number, never on a rounded one.
use super::*;

/// A finite JSON number in the form in which it was written.
#[derive(Clone, Debug)]
pub enum Num {
    /// An integer from 0 on.
    Unsigned(u64),
    /// An integer below 0.
    Negative(i64),
    /// A number with a fraction or an exponent.
    Float(f64),
    /// A number that the others would change; there where `serde_json` keeps
    /// digits.
    /// Boxed twice, so that nodes stay small.
    Text(Box<Box<str>>),
    /// Such a number where digits do not count: the nearest double for all that is
    /// asked, and the digits for what keeps them.
    Rounded(Box<(f64, Box<str>)>),
}

impl Num {
    pub fn from_u64(value: u64) -> Self {
        Self::Unsigned(value)
    }

    #[inline]
    pub fn from_i64(value: i64) -> Self {
        u64::try_from(value).map_or(Self::Negative(value), Self::Unsigned)
    }

    /// An integer; beyond 64 bits by its digits.
    #[inline]
    pub fn from_integer(value: i128) -> Self {
        if let Ok(value) = u64::try_from(value) {
            Self::Unsigned(value)
        } else if let Ok(value) = i64::try_from(value) {
            Self::Negative(value)
        } else {
            Self::text(value.to_string())
        }
    }

    fn text(text: String) -> Self {
        Self::Text(Box::new(text.into_boxed_str()))
    }

    /// A double that is to be written; refused where it is not finite.
    #[inline]
    pub fn finite(value: f64) -> Result<Self, Refused> {
        Self::from_f64(value).ok_or_else(|| Refused::by_type(Reason::Kind(Kinds::NUMBER)))
    }

    /// `None` for infinities and "not a number".
    #[inline]
    pub fn from_f64(value: f64) -> Option<Self> {
        value.is_finite().then_some(Self::Float(value))
    }

    /// An integer of 64 bits, by its digits; `-0` is none.
    fn whole(token: &str) -> Option<Self> {
        let negative = || token.parse().ok().filter(|value| *value != 0);
        let unsigned = token.parse().ok().map(Self::Unsigned);
        unsigned.or_else(|| negative().map(Self::from_i64))
    }

    /// Reads a JSON number token. `None` where it is none, or where this build
    /// of `serde_json` cannot hold it.
    pub fn from_text(text: String) -> Option<Self> {
        if let Some(whole) = Self::whole(&text) {
            return Some(whole);
        }
        let number = text.parse::<::serde_json::Number>().ok()?;
        if keeps_digits() {
            return Some(Self::text(text));
        }
        if text.contains(['.', 'e', 'E']) || text == "-0" {
            return number.as_f64().and_then(Self::from_f64);
        }
        None
    }

    /// What a number token is where digits do not count; `None` where no double
    /// reaches it.
    pub fn rounded(token: &str) -> Option<Self> {
        if let Some(whole) = Self::whole(token) {
            return Some(whole);
        }
        let value = token
            .parse::<f64>()
            .ok()
            .filter(|value| value.is_finite())?;
        Some(Self::Rounded(Box::new((value, token.into()))))
    }

    /// Makes of a number that is kept by its digits what it is where they do not
    /// count; false where no double reaches it.
    pub fn round(&mut self) -> bool {
        let rounded = match self {
            Self::Text(text) => Self::rounded(text),
            _ => return true,
        };
        rounded.is_some_and(|rounded| {
            *self = rounded;
            true
        })
    }

    pub fn from_number(number: &::serde_json::Number) -> Self {
        if keeps_digits() {
            let text = number.to_string();
            return Self::from_text(text.clone()).unwrap_or(Self::text(text));
        }
        if let Some(value) = number.as_u64() {
            Self::from_u64(value)
        } else if let Some(value) = number.as_i64() {
            Self::from_i64(value)
        } else {
            Self::Float(number.as_f64().unwrap_or_default())
        }
    }

    /// The number as `serde_json` holds it.
    pub fn to_number(&self) -> ::serde_json::Number {
        let number = match self {
            Self::Unsigned(value) => Some((*value).into()),
            Self::Negative(value) => Some((*value).into()),
            Self::Float(value) => ::serde_json::Number::from_f64(*value),
            Self::Text(text) => text.parse().ok(),
            Self::Rounded(kept) => kept.1.parse().ok(),
        };
        number.unwrap_or_else(|| 0_u8.into())
    }

    /// The nearest double; infinite beyond the range of doubles.
    #[allow(clippy::cast_precision_loss)]
    pub fn to_f64(&self) -> f64 {
        match self {
            Self::Unsigned(value) => *value as f64,
            Self::Negative(value) => *value as f64,
            Self::Float(value) => *value,
            Self::Rounded(kept) => kept.0,
            Self::Text(text) => text.parse().unwrap_or(f64::INFINITY),
        }
    }

    /// Whether there is no fractional part: `3`, `3.0`, `3e2`.
    pub fn is_integer(&self) -> bool {
        match self {
            Self::Unsigned(_) | Self::Negative(_) => true,
            Self::Float(value) => value % 1.0 == 0.0,
            Self::Rounded(kept) => kept.0 % 1.0 == 0.0,
            Self::Text(text) => Decimal::parse(text).exponent >= 0,
        }
    }

    /// Whether the number was written without fraction and exponent, as draft
    /// 4 wants of an integer. An integer beyond 64 bits may be a double here.
    pub fn is_written_as_integer(&self) -> bool {
        match self {
            Self::Unsigned(_) | Self::Negative(_) => true,
            Self::Float(value) => value.abs() >= 9_223_372_036_854_775_808.0,
            Self::Rounded(kept) => kept.0.abs() >= 9_223_372_036_854_775_808.0,
            Self::Text(text) => !text.contains(['.', 'e', 'E']),
        }
    }

    /// The exact integer.
    ///
    /// Refused are fractions, integers that were written with a fraction or an
    /// exponent beyond 2^53, where doubles no longer tell neighbours apart,
    /// and what is outside `i64` and `u64`.
    #[allow(clippy::cast_possible_truncation)]
    pub fn to_integer(&self) -> Result<i128, Reason> {
        const EXACT: i128 = 1 << 53;
        const BEYOND: i128 = 1 << 64;
        let double = |value: f64| match value {
            value if value % 1.0 != 0.0 => Err(Reason::Kind(Kinds::INTEGER)),
            value if value.abs() <= 9_007_199_254_740_992.0 => Ok(value as i128),
            value if value.abs() >= 18_446_744_073_709_551_616.0 => Err(Reason::Range("i64")),
            _ => Err(Reason::Imprecise),
        };
        match self {
            Self::Unsigned(value) => Ok(i128::from(*value)),
            Self::Negative(value) => Ok(i128::from(*value)),
            Self::Float(value) => double(*value),
            Self::Rounded(kept) => double(kept.0),
            Self::Text(text) => {
                let decimal = Decimal::parse(text);
                if decimal.exponent < 0 {
                    return Err(Reason::Kind(Kinds::INTEGER));
                }
                match decimal.to_i128() {
                    Some(value) if value.abs() <= EXACT => Ok(value),
                    Some(value) if value.abs() < BEYOND && text.contains(['.', 'e', 'E']) => {
                        Err(Reason::Imprecise)
                    }
                    _ => Err(Reason::Range("i64")),
                }
            }
        }
    }

    /// The order of the number and an integer.
    #[inline]
    pub fn compare_integer(&self, limit: i128) -> ::core::cmp::Ordering {
        match self {
            Self::Unsigned(value) => i128::from(*value).cmp(&limit),
            Self::Negative(value) => i128::from(*value).cmp(&limit),
            _ => self.decimal().compare(&Decimal::from_i128(limit)),
        }
    }

    /// The order of the number and another one, given as a JSON number token.
    #[inline]
    pub fn compare_text(&self, limit: &str) -> ::core::cmp::Ordering {
        self.decimal().compare(&Decimal::parse(limit))
    }

    /// Whether the number is a multiple of `mantissa * 10^exponent`.
    #[inline]
    pub fn is_multiple_of(&self, mantissa: u128, exponent: i64) -> bool {
        if let (Self::Unsigned(value), 0) = (self, exponent) {
            return mantissa != 0 && u128::from(*value) % mantissa == 0;
        }
        self.decimal().is_multiple_of(mantissa, exponent)
    }

    /// The decimal form: of a double, the shortest one that reads back as it.
    #[inline]
    pub fn decimal(&self) -> Decimal {
        match self {
            Self::Unsigned(value) => Decimal::from_i128(i128::from(*value)),
            Self::Negative(value) => Decimal::from_i128(i128::from(*value)),
            Self::Float(value) => Decimal::parse(&::alloc::format!("{value:e}")),
            Self::Rounded(kept) => Decimal::parse(&::alloc::format!("{:e}", kept.0)),
            Self::Text(text) => Decimal::parse(text),
        }
    }
}
