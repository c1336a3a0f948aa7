//! Number tokens compared exactly, without passing through a float.

use std::cmp::Ordering;

use super::rule::NumberText;

/// A decimal number: `0.DIGITS × 10^point`, without leading or trailing zeros
/// in its digits; zero has no digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    point: i64,
}

impl Decimal {
    /// Reads a JSON number token (RFC 8259, section 6).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut digits: Vec<u8> = Vec::with_capacity(whole.len() + fraction.len());
        for byte in whole.bytes().chain(fraction.bytes()) {
            digits.push(byte.checked_sub(b'0').filter(|digit| *digit < 10)?);
        }
        let leading = digits.iter().take_while(|digit| **digit == 0).count();
        let point = i64::try_from(whole.len())
            .ok()?
            .checked_sub(i64::try_from(leading).ok()?)?
            .checked_add(exponent)?;
        digits.drain(..leading);
        while digits.last() == Some(&0) {
            digits.pop();
        }
        if digits.is_empty() {
            return Some(Self {
                negative: false,
                digits,
                point: 0,
            });
        }
        Some(Self {
            negative,
            digits,
            point,
        })
    }

    /// Whether the number has no fractional part.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        i64::try_from(self.digits.len()).is_ok_and(|length| length <= self.point)
            || self.digits.is_empty()
    }

    /// The greatest integer that is not above the number, clamped to `i128`.
    #[must_use]
    pub fn floor(&self) -> i128 {
        let magnitude = self.truncated();
        match (self.negative, self.is_integer()) {
            (false, _) => magnitude,
            (true, true) => -magnitude,
            (true, false) => -magnitude - 1,
        }
    }

    /// The least integer that is not below the number, clamped to `i128`.
    #[must_use]
    pub fn ceil(&self) -> i128 {
        if self.is_integer() {
            self.floor()
        } else {
            self.floor().saturating_add(1)
        }
    }

    /// The number as `mantissa × 10^exponent`; `None` where it is negative or
    /// has more digits than `u128`.
    #[must_use]
    pub fn scaled(&self) -> Option<(u128, i64)> {
        if self.negative {
            return None;
        }
        let mantissa = self.digits.iter().try_fold(0_u128, |value, digit| {
            value.checked_mul(10)?.checked_add(u128::from(*digit))
        })?;
        let exponent = self.point - i64::try_from(self.digits.len()).ok()?;
        Some((mantissa, exponent))
    }

    /// The magnitude without its fraction, clamped to `i128::MAX - 1`.
    fn truncated(&self) -> i128 {
        const MOST: i128 = i128::MAX - 1;
        if self.point <= 0 {
            return 0;
        }
        if self.point > 38 {
            return MOST;
        }
        let mut value: i128 = 0;
        for position in 0..self.point {
            let digit = usize::try_from(position)
                .ok()
                .and_then(|position| self.digits.get(position))
                .copied()
                .unwrap_or(0);
            value = match value
                .checked_mul(10)
                .and_then(|value| value.checked_add(i128::from(digit)))
            {
                Some(value) => value.min(MOST),
                None => return MOST,
            };
        }
        value
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let sign = |number: &Self| match (number.digits.is_empty(), number.negative) {
            (true, _) => 0,
            (false, false) => 1,
            (false, true) => -1,
        };
        let signs = sign(self).cmp(&sign(other));
        if signs != Ordering::Equal || self.digits.is_empty() {
            return signs;
        }
        let magnitudes = self
            .point
            .cmp(&other.point)
            .then_with(|| self.digits.cmp(&other.digits));
        if self.negative {
            magnitudes.reverse()
        } else {
            magnitudes
        }
    }
}

impl NumberText {
    /// The exact value; `None` for an exponent beyond `i64`.
    #[must_use]
    pub fn decimal(&self) -> Option<Decimal> {
        Decimal::parse(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).expect("a number")
    }

    #[test]
    fn compares_exactly() {
        assert!(decimal("9007199254740993") > decimal("9007199254740992"));
        assert!(decimal("-1.5") < decimal("-1.4"));
        assert!(decimal("0.1e1") == decimal("1.0"));
        assert!(decimal("-0") == decimal("0e5"));
        assert!(decimal("1e300") > decimal("9e299"));
        assert!(decimal("-2") < decimal("0.001"));
    }

    #[test]
    fn rounds_towards_integers() {
        assert_eq!(decimal("1.5").floor(), 1);
        assert_eq!(decimal("1.5").ceil(), 2);
        assert_eq!(decimal("-1.5").floor(), -2);
        assert_eq!(decimal("-1.5").ceil(), -1);
        assert_eq!(decimal("0.2e1").floor(), 2);
        assert_eq!(
            decimal("18446744073709551615").floor(),
            18_446_744_073_709_551_615
        );
        assert!(decimal("1e-3").ceil() == 1 && decimal("-1e-3").floor() == -1);
    }
}
