//! Numbers by their tokens: equality, limits and exact decimal steps.

use std::cmp::Ordering;

/// A decimal number with an exact value: `mantissa × 10^exponent`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    mantissa: i128,
    exponent: i32,
}

impl Decimal {
    /// A whole number.
    pub fn whole(value: i128) -> Self {
        Self {
            mantissa: value,
            exponent: 0,
        }
    }

    /// Reads a token; `None` where it has more digits than fit.
    pub fn parse(token: &str) -> Option<Self> {
        let (negative, digits, exponent) = normal(token)?;
        if digits.len() > 36 || exponent.abs() > 400 {
            return None;
        }
        let mantissa: i128 = if digits.is_empty() {
            0
        } else {
            digits.parse().ok()?
        };
        Some(Self {
            mantissa: if negative { -mantissa } else { mantissa },
            exponent: i32::try_from(exponent).ok()?,
        })
    }

    fn at(self, exponent: i32) -> Option<i128> {
        let shift = u32::try_from(self.exponent.checked_sub(exponent)?).ok()?;
        self.mantissa.checked_mul(10_i128.checked_pow(shift)?)
    }

    /// The sum, where it fits.
    pub fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        Some(Self {
            mantissa: self.at(exponent)?.checked_add(other.at(exponent)?)?,
            exponent,
        })
    }

    /// The difference, where it fits.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self {
            mantissa: other.mantissa.checked_neg()?,
            ..other
        })
    }

    /// The product with a whole number, where it fits.
    pub fn times(self, factor: i128) -> Option<Self> {
        Some(Self {
            mantissa: self.mantissa.checked_mul(factor)?,
            ..self
        })
    }

    /// Half of it.
    pub fn half(self) -> Option<Self> {
        Some(Self {
            mantissa: self.mantissa.checked_mul(5)?,
            exponent: self.exponent - 1,
        })
    }

    /// How many whole times `step` goes into it, rounded up.
    pub fn steps_up(self, step: Self) -> Option<i128> {
        let exponent = self.exponent.min(step.exponent);
        let (value, step) = (self.at(exponent)?, step.at(exponent)?.checked_abs()?);
        if step == 0 {
            return None;
        }
        Some(value.div_euclid(step) + i128::from(value.rem_euclid(step) != 0))
    }

    /// Which of the two is the larger number.
    pub fn order(self, other: Self) -> Option<Ordering> {
        let exponent = self.exponent.min(other.exponent);
        Some(self.at(exponent)?.cmp(&other.at(exponent)?))
    }

    /// The plain token: digits, and a point where it is needed.
    pub fn token(self) -> String {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = self.mantissa.unsigned_abs().to_string();
        if self.exponent >= 0 {
            let zeros = if self.mantissa == 0 {
                0
            } else {
                self.exponent.unsigned_abs() as usize
            };
            return format!("{sign}{digits}{}", "0".repeat(zeros));
        }
        let places = self.exponent.unsigned_abs() as usize;
        let digits = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let fraction = fraction.trim_end_matches('0');
        if fraction.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
        }
    }
}

/// Sign, digits without outer zeros, and the power of ten of the last digit.
fn normal(token: &str) -> Option<(bool, String, i64)> {
    let (negative, rest) = match token.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, token),
    };
    let (body, exponent) = match rest.find(['e', 'E']) {
        Some(at) => (
            &rest[..at],
            rest[at + 1..].trim_start_matches('+').parse::<i64>().ok()?,
        ),
        None => (rest, 0),
    };
    let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
    let all = format!("{whole}{fraction}");
    if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let exponent = exponent.checked_sub(i64::try_from(fraction.len()).ok()?)?;
    let trimmed = all.trim_end_matches('0');
    if trimmed.trim_start_matches('0').is_empty() {
        return Some((false, String::new(), 0));
    }
    let exponent = exponent.checked_add(i64::try_from(all.len() - trimmed.len()).ok()?)?;
    Some((
        negative,
        trimmed.trim_start_matches('0').to_owned(),
        exponent,
    ))
}

/// Whether a token is written without fraction and exponent.
pub fn integer_form(token: &str) -> bool {
    !token.contains(['.', 'e', 'E'])
}

fn fits_integer(token: &str) -> bool {
    token.parse::<i64>().is_ok() || token.parse::<u64>().is_ok()
}

/// Whether two tokens are the same number to a reader that keeps integers
/// exactly and other numbers as doubles.
///
/// An integer that fits 64 bits must come back in integer form; a decimal with
/// more digits than a double holds may come back as its nearest double.
pub fn same_number(before: &str, after: &str) -> bool {
    let (Some(left), Some(right)) = (normal(before), normal(after)) else {
        return false;
    };
    let zero = left.1.is_empty();
    if integer_form(before) && fits_integer(before) && !zero && !integer_form(after) {
        return false;
    }
    if left == right {
        // serde_json keeps the sign of `-0` by writing `-0.0`.
        return !zero || integer_form(after) || !integer_form(before) || before.starts_with('-');
    }
    if integer_form(before) && fits_integer(before) {
        return false;
    }
    // A double tells any two numbers of 15 digits apart; only a number with
    // more of them may change, and only to another text of its double.
    let (Ok(left_double), Ok(right_double)) = (before.parse::<f64>(), after.parse::<f64>()) else {
        return false;
    };
    left.1.len() > 15 && left_double.to_bits() == right_double.to_bits()
}

/// Whether a number may be refused by a type though the schema allows it: a
/// whole number outside of `i64`, or a number written with a fraction or an
/// exponent beyond 2^53, or one that no double reaches.
pub fn beyond_limits(token: &str) -> bool {
    let Some((_, digits, exponent)) = normal(token) else {
        return true;
    };
    let digit_count = i64::try_from(digits.len()).unwrap_or(i64::MAX);
    if digit_count.saturating_add(exponent) > 308 || exponent < -340 {
        return true;
    }
    if exponent < 0 {
        // A double this large has no fraction: to a validator that reads
        // doubles the number is whole.
        return token
            .parse::<f64>()
            .is_ok_and(|double| double.abs() >= 9_007_199_254_740_992.0);
    }
    if integer_form(token) {
        return token.parse::<i64>().is_err();
    }
    let limit = Decimal::whole(1 << 53);
    Decimal::parse(token.trim_start_matches('-'))
        .and_then(|value| value.order(limit))
        .is_none_or(std::cmp::Ordering::is_gt)
}
