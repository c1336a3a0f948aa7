//! JSON number tokens by their exact values.

use std::cmp::Ordering;

/// A number token taken apart: `digits × 10^exponent`, no zeros at either end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decimal {
    /// Whether it is below zero.
    pub negative: bool,
    /// The significant digits; empty for zero.
    pub digits: String,
    /// The power of ten of the last digit.
    pub exponent: i128,
}

/// Where an integer lies, as far as `i128` tells integers apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edge {
    /// Below all of them.
    Below,
    /// One of them.
    At(i128),
    /// Above all of them.
    Above,
}

impl Edge {
    /// The integer behind this one; what is below all stays there.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::At(value) => value.checked_add(1).map_or(Self::Above, Self::At),
            beyond => beyond,
        }
    }

    /// The integer before this one; what is above all stays there.
    #[must_use]
    pub fn previous(self) -> Self {
        match self {
            Self::At(value) => value.checked_sub(1).map_or(Self::Below, Self::At),
            beyond => beyond,
        }
    }
}

impl Decimal {
    /// Takes a JSON number token apart.
    ///
    /// ```
    /// use isoschema::load::Decimal;
    /// assert_eq!(Decimal::parse("1.50e2"), Decimal::parse("150"));
    /// assert_ne!(Decimal::parse("9007199254740993"), Decimal::parse("9007199254740992"));
    /// assert!(Decimal::parse("-1e400") < Decimal::parse("-1"));
    /// ```
    #[must_use]
    pub fn parse(token: &str) -> Self {
        let (negative, rest) = match token.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, token),
        };
        let (mantissa, power) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{fraction}");
        let digits = all.trim_start_matches('0');
        let kept = digits.trim_end_matches('0');
        if kept.is_empty() {
            return Self {
                negative: false,
                digits: String::new(),
                exponent: 0,
            };
        }
        // An exponent beyond i64 is beyond any number that is worth comparing.
        let limit = i128::from(i64::MAX);
        let power = power.parse::<i128>().map_or_else(
            |_| {
                if power.starts_with('-') {
                    -limit
                } else {
                    limit
                }
            },
            |power| power.clamp(-limit, limit),
        );
        let dropped = digits.len() - kept.len();
        Self {
            negative,
            digits: kept.to_owned(),
            exponent: power + dropped as i128 - fraction.len() as i128,
        }
    }

    /// Whether it has no fractional part.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        self.digits.is_empty() || self.exponent >= 0
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The greatest integer that is not above it.
    ///
    /// ```
    /// use isoschema::load::{Decimal, Edge};
    /// assert_eq!(Decimal::parse("-1.5").floor(), Edge::At(-2));
    /// assert_eq!(Decimal::parse("1e400").floor(), Edge::Above);
    /// ```
    #[must_use]
    pub fn floor(&self) -> Edge {
        self.rounded(self.negative)
    }

    /// The least integer that is not below it.
    #[must_use]
    pub fn ceil(&self) -> Edge {
        self.rounded(!self.negative)
    }

    /// One of the two integers beside it: the one away from zero, or the other.
    fn rounded(&self, away: bool) -> Edge {
        let more = u128::from(away && !self.is_integer());
        let magnitude = self
            .truncated()
            .and_then(|magnitude| magnitude.checked_add(more));
        let value = magnitude.and_then(|magnitude| {
            if self.negative {
                0_i128.checked_sub_unsigned(magnitude)
            } else {
                0_i128.checked_add_unsigned(magnitude)
            }
        });
        match value {
            Some(value) => Edge::At(value),
            None if self.negative => Edge::Below,
            None => Edge::Above,
        }
    }

    /// Its magnitude without the fraction, where `u128` holds that.
    fn truncated(&self) -> Option<u128> {
        let height = self.height();
        if height <= 0 {
            return Some(0);
        }
        // `u128` has 39 digits at most.
        let height = usize::try_from(height).ok().filter(|height| *height < 40)?;
        let zeros = height.saturating_sub(self.digits.len());
        let whole = &self.digits[..height - zeros];
        let scale = 10_u128.checked_pow(u32::try_from(zeros).ok()?)?;
        whole.parse::<u128>().ok()?.checked_mul(scale)
    }

    /// How often it holds a power of ten, where that is an integer of `i128`.
    ///
    /// ```
    /// use isoschema::load::Decimal;
    /// assert_eq!(Decimal::parse("-1.5").scaled(-2), Some(-150));
    /// assert_eq!(Decimal::parse("1.5").scaled(0), None);
    /// ```
    #[must_use]
    pub fn scaled(&self, exponent: i128) -> Option<i128> {
        if self.is_zero() {
            return Some(0);
        }
        let power = u32::try_from(self.exponent - exponent).ok()?;
        let sign = if self.negative { -1 } else { 1 };
        let digits = self.digits.parse::<i128>().ok()?.checked_mul(sign)?;
        digits.checked_mul(10_i128.checked_pow(power)?)
    }

    /// How many digits stand before the decimal point.
    fn height(&self) -> i128 {
        self.digits.len() as i128 + self.exponent
    }

    /// The value as a count; `u64::MAX` for anything above, `None` for what is
    /// negative or has a fraction.
    #[must_use]
    pub fn to_count(&self) -> Option<u64> {
        if self.negative || !self.is_integer() {
            return None;
        }
        Some(match self.floor() {
            Edge::At(value) => u64::try_from(value).unwrap_or(u64::MAX),
            Edge::Above | Edge::Below => u64::MAX,
        })
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let sign = |number: &Self| match (number.is_zero(), number.negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        };
        let signs = sign(self).cmp(&sign(other));
        if signs.is_ne() || self.is_zero() {
            return signs;
        }
        let magnitudes = self
            .height()
            .cmp(&other.height())
            .then_with(|| self.digits.cmp(&other.digits));
        if self.negative {
            magnitudes.reverse()
        } else {
            magnitudes
        }
    }
}

/// Whether two number tokens have the same value.
#[must_use]
pub fn same(a: &str, b: &str) -> bool {
    a == b || Decimal::parse(a) == Decimal::parse(b)
}

#[cfg(test)]
mod tests {
    //! Order and rounding, far from zero too.

    use super::{Decimal, Edge};

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text)
    }

    #[test]
    fn compares_exactly() {
        assert!(decimal("9007199254740993") > decimal("9007199254740992"));
        assert!(decimal("-1.5") < decimal("-1.4"));
        assert!(decimal("0.1e1") == decimal("1.0"));
        assert!(decimal("-0") == decimal("0e5"));
        assert!(decimal("1e300") > decimal("9e299"));
        assert!(decimal("-2") < decimal("0.001"));
        assert!(decimal("1e-400") > decimal("0"));
    }

    #[test]
    fn rounds_towards_integers() {
        for (text, floor, ceil) in [
            ("1.5", 1, 2),
            ("-1.5", -2, -1),
            ("0.2e1", 2, 2),
            ("18446744073709551615", u64::MAX.into(), u64::MAX.into()),
            ("1e-3", 0, 1),
            ("-1e-3", -1, 0),
            ("0", 0, 0),
        ] {
            assert_eq!(decimal(text).floor(), Edge::At(floor), "{text}");
            assert_eq!(decimal(text).ceil(), Edge::At(ceil), "{text}");
        }
    }

    #[test]
    fn tells_apart_what_i128_holds_and_what_not() {
        let (least, most) = (i128::MIN.to_string(), i128::MAX.to_string());
        assert_eq!(decimal(&least).floor(), Edge::At(i128::MIN));
        assert_eq!(decimal(&most).ceil(), Edge::At(i128::MAX));
        assert_eq!(decimal(&format!("{least}.5")).floor(), Edge::Below);
        assert_eq!(decimal(&format!("{least}.5")).ceil(), Edge::At(i128::MIN));
        assert_eq!(decimal(&format!("{most}.5")).ceil(), Edge::Above);
        assert_eq!(
            decimal("170141183460469231731687303715884105728").floor(),
            Edge::Above
        );
        assert_eq!(decimal("1e38").floor(), Edge::At(10_i128.pow(38)));
        assert_eq!(decimal("1e39").floor(), Edge::Above);
        assert_eq!(decimal("-9e99999").ceil(), Edge::Below);
        assert_eq!(decimal("1e-99999").ceil(), Edge::At(1));
        assert_eq!(Edge::At(i128::MAX).next(), Edge::Above);
        assert_eq!(Edge::At(i128::MIN).previous(), Edge::Below);
    }
}
