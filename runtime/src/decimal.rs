//! The decimal form of a number: how it is compared and divided.
use super::*;

/// `digits * 10^exponent`, the digits without zeros at either end: equal
/// numbers have equal decimals, and a negative exponent means a fraction.
#[derive(Clone, Debug)]
pub struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    pub(crate) exponent: i64,
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

    #[inline]
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

    #[inline]
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
    #[inline]
    pub(crate) fn push_key(&self, key: &mut Vec<u8>) {
        key.push(u8::from(self.negative));
        key.extend(self.exponent.to_be_bytes());
        key.extend((self.digits.len() as u64).to_be_bytes());
        key.extend(&self.digits);
    }

    #[inline]
    pub(crate) fn is_multiple_of(&self, mut mantissa: u128, mut exponent: i64) -> bool {
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

#[inline]
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

#[inline]
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
