//! JSON number tokens by their exact values.

/// A number token taken apart: `digits × 10^exponent`, no zeros at either end.
#[derive(Debug, PartialEq, Eq)]
pub struct Decimal {
    /// Whether it is below zero.
    pub negative: bool,
    /// The significant digits; empty for zero.
    pub digits: String,
    /// The power of ten of the last digit.
    pub exponent: i128,
}

impl Decimal {
    /// Takes a JSON number token apart.
    ///
    /// ```
    /// use isoschema::load::Decimal;
    /// assert_eq!(Decimal::parse("1.50e2"), Decimal::parse("150"));
    /// assert_ne!(Decimal::parse("9007199254740993"), Decimal::parse("9007199254740992"));
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

    /// The value as a count; `u64::MAX` for anything above, `None` for what is
    /// negative or has a fraction.
    #[must_use]
    pub fn to_count(&self) -> Option<u64> {
        if self.is_zero() {
            return Some(0);
        }
        if self.negative || !self.is_integer() {
            return None;
        }
        if self.exponent > 20 {
            return Some(u64::MAX);
        }
        let mut text = self.digits.clone();
        text.extend((0..self.exponent).map(|_| '0'));
        Some(text.parse().unwrap_or(u64::MAX))
    }
}

/// Whether two number tokens have the same value.
#[must_use]
pub fn same(a: &str, b: &str) -> bool {
    a == b || Decimal::parse(a) == Decimal::parse(b)
}
