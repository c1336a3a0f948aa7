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
}

impl Num {
    pub fn from_u64(value: u64) -> Self {
        Self::Unsigned(value)
    }

    pub fn from_i64(value: i64) -> Self {
        u64::try_from(value).map_or(Self::Negative(value), Self::Unsigned)
    }

    /// An integer; beyond 64 bits by its digits.
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

    /// `None` for infinities and "not a number".
    pub fn from_f64(value: f64) -> Option<Self> {
        value.is_finite().then_some(Self::Float(value))
    }

    /// Reads a JSON number token. `None` where it is none, or where this build
    /// of `serde_json` cannot hold it.
    pub fn from_text(text: String) -> Option<Self> {
        if let Ok(value) = text.parse::<u64>() {
            return Some(Self::Unsigned(value));
        }
        match text.parse::<i64>() {
            Ok(value) if value != 0 => return Some(Self::from_i64(value)),
            _ => {}
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
        match self {
            Self::Unsigned(value) => ::serde_json::Number::from(*value),
            Self::Negative(value) => ::serde_json::Number::from(*value),
            Self::Float(value) => ::serde_json::Number::from_f64(*value)
                .unwrap_or_else(|| ::serde_json::Number::from(0_u8)),
            Self::Text(text) => text
                .parse()
                .unwrap_or_else(|_| ::serde_json::Number::from(0_u8)),
        }
    }

    /// The nearest double; infinite beyond the range of doubles.
    #[allow(clippy::cast_precision_loss)]
    pub fn to_f64(&self) -> f64 {
        match self {
            Self::Unsigned(value) => *value as f64,
            Self::Negative(value) => *value as f64,
            Self::Float(value) => *value,
            Self::Text(text) => text.parse().unwrap_or(f64::INFINITY),
        }
    }

    /// Whether there is no fractional part: `3`, `3.0`, `3e2`.
    pub fn is_integer(&self) -> bool {
        match self {
            Self::Unsigned(_) | Self::Negative(_) => true,
            Self::Float(value) => value % 1.0 == 0.0,
            Self::Text(text) => Decimal::parse(text).exponent >= 0,
        }
    }

    /// Whether the number was written without fraction and exponent, as draft
    /// 4 wants of an integer. An integer beyond 64 bits may be a double here.
    pub fn is_written_as_integer(&self) -> bool {
        match self {
            Self::Unsigned(_) | Self::Negative(_) => true,
            Self::Float(value) => value.abs() >= 9_223_372_036_854_775_808.0,
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
        match self {
            Self::Unsigned(value) => Ok(i128::from(*value)),
            Self::Negative(value) => Ok(i128::from(*value)),
            Self::Float(value) if value % 1.0 != 0.0 => Err(Reason::Kind(Kinds::INTEGER)),
            Self::Float(value) if value.abs() <= 9_007_199_254_740_992.0 => Ok(*value as i128),
            Self::Float(_) => Err(Reason::Imprecise),
            Self::Text(text) => {
                let decimal = Decimal::parse(text);
                if decimal.exponent < 0 {
                    return Err(Reason::Kind(Kinds::INTEGER));
                }
                match decimal.to_i128() {
                    Some(value) if value.abs() <= EXACT => Ok(value),
                    _ if text.contains(['.', 'e', 'E']) => Err(Reason::Imprecise),
                    _ => Err(Reason::Range("64 bits")),
                }
            }
        }
    }

    /// The order of the number and an integer.
    pub fn compare_integer(&self, limit: i128) -> ::core::cmp::Ordering {
        match self {
            Self::Unsigned(value) => i128::from(*value).cmp(&limit),
            Self::Negative(value) => i128::from(*value).cmp(&limit),
            _ => self.decimal().compare(&Decimal::from_i128(limit)),
        }
    }

    /// The order of the number and another one, given as a JSON number token.
    pub fn compare_text(&self, limit: &str) -> ::core::cmp::Ordering {
        self.decimal().compare(&Decimal::parse(limit))
    }

    /// Whether the number is a multiple of `mantissa * 10^exponent`.
    pub fn is_multiple_of(&self, mantissa: u128, exponent: i64) -> bool {
        if let (Self::Unsigned(value), 0) = (self, exponent) {
            return mantissa != 0 && u128::from(*value) % mantissa == 0;
        }
        self.decimal().is_multiple_of(mantissa, exponent)
    }

    /// The decimal form: of a double, the shortest one that reads back as it.
    pub fn decimal(&self) -> Decimal {
        match self {
            Self::Unsigned(value) => Decimal::from_i128(i128::from(*value)),
            Self::Negative(value) => Decimal::from_i128(i128::from(*value)),
            Self::Float(value) => Decimal::parse(&::alloc::format!("{value:e}")),
            Self::Text(text) => Decimal::parse(text),
        }
    }
}

/// `digits * 10^exponent`, the digits without zeros at either end: equal
/// numbers have equal decimals, and a negative exponent means a fraction.
#[derive(Clone, Debug)]
pub struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    exponent: i64,
}

impl Decimal {
    /// Reads a JSON number token. Exponents beyond 2^62 are cut to it.
    pub fn parse(token: &str) -> Self {
        const FARTHEST: i64 = 1 << 62;
        let (negative, token) = match token.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, token),
        };
        let (digits, power) = token.split_once(['e', 'E']).unwrap_or((token, "0"));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let power = match power.parse::<i64>() {
            Ok(power) => power.clamp(-FARTHEST, FARTHEST),
            Err(_) if power.starts_with('-') => -FARTHEST,
            Err(_) => FARTHEST,
        };
        let exponent = power.saturating_sub_unsigned(fraction.len() as u64);
        let digits = whole
            .bytes()
            .chain(fraction.bytes())
            .map(|digit| digit.wrapping_sub(b'0'))
            .collect();
        Self::normal(negative, digits, exponent)
    }

    pub fn from_i128(value: i128) -> Self {
        let digits = value.unsigned_abs().to_string();
        let digits = digits.bytes().map(|digit| digit - b'0').collect();
        Self::normal(value < 0, digits, 0)
    }

    fn normal(negative: bool, mut digits: Vec<u8>, exponent: i64) -> Self {
        let kept = digits
            .iter()
            .rposition(|digit| *digit != 0)
            .map_or(0, |last| last + 1);
        if kept == 0 {
            return Self {
                negative: false,
                digits: Vec::new(),
                exponent: 0,
            };
        }
        let dropped = digits.len() - kept;
        digits.truncate(kept);
        let zeros = digits.iter().take_while(|digit| **digit == 0).count();
        digits.drain(..zeros);
        Self {
            negative,
            digits,
            exponent: exponent.saturating_add_unsigned(dropped as u64),
        }
    }

    pub fn to_i128(&self) -> Option<i128> {
        if self.digits.len() > 38 || !(0..=38).contains(&self.exponent) {
            return None;
        }
        let mut value: i128 = 0;
        for digit in &self.digits {
            value = value.checked_mul(10)?.checked_add(i128::from(*digit))?;
        }
        for _ in 0..self.exponent {
            value = value.checked_mul(10)?;
        }
        Some(if self.negative { -value } else { value })
    }

    pub fn compare(&self, other: &Self) -> ::core::cmp::Ordering {
        let sign = |decimal: &Self| match (decimal.digits.is_empty(), decimal.negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        };
        let order = sign(self).cmp(&sign(other));
        if order.is_ne() || self.digits.is_empty() {
            return order;
        }
        // How many digits stand before the decimal point.
        let height = |decimal: &Self| {
            decimal
                .exponent
                .saturating_add_unsigned(decimal.digits.len() as u64)
        };
        let order = height(self)
            .cmp(&height(other))
            .then_with(|| self.digits.cmp(&other.digits));
        if self.negative {
            order.reverse()
        } else {
            order
        }
    }

    /// Appends bytes that equal numbers have in common, and others have not.
    pub(crate) fn push_key(&self, key: &mut Vec<u8>) {
        key.push(u8::from(self.negative));
        key.extend(self.exponent.to_be_bytes());
        key.extend((self.digits.len() as u64).to_be_bytes());
        key.extend(&self.digits);
    }

    fn is_multiple_of(&self, mut mantissa: u128, mut exponent: i64) -> bool {
        if self.digits.is_empty() {
            return true;
        }
        if mantissa == 0 {
            return false;
        }
        while mantissa.is_multiple_of(10) {
            mantissa /= 10;
            exponent = exponent.saturating_add(1);
        }
        // The last digit is not 0, so that nothing is left to divide by 10.
        let Ok(power) = u64::try_from(self.exponent.saturating_sub(exponent)) else {
            return false;
        };
        let mut rest = 0;
        for digit in &self.digits {
            rest = add_modulo(
                multiply_modulo(rest, 10 % mantissa, mantissa),
                u128::from(*digit) % mantissa,
                mantissa,
            );
        }
        multiply_modulo(rest, power_of_ten_modulo(power, mantissa), mantissa) == 0
    }
}

fn add_modulo(left: u128, right: u128, modulus: u128) -> u128 {
    if left >= modulus - right {
        left - (modulus - right)
    } else {
        left + right
    }
}

fn multiply_modulo(mut left: u128, mut right: u128, modulus: u128) -> u128 {
    if let Some(product) = left.checked_mul(right) {
        return product % modulus;
    }
    let mut result = 0;
    while right > 0 {
        if right & 1 == 1 {
            result = add_modulo(result, left, modulus);
        }
        left = add_modulo(left, left, modulus);
        right >>= 1;
    }
    result
}

fn power_of_ten_modulo(mut power: u64, modulus: u128) -> u128 {
    let mut result = 1 % modulus;
    let mut base = 10 % modulus;
    while power > 0 {
        if power & 1 == 1 {
            result = multiply_modulo(result, base, modulus);
        }
        base = multiply_modulo(base, base, modulus);
        power >>= 1;
    }
    result
}
