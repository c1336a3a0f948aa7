//! How many of something a keyword asks for or allows.

use std::cmp::Ordering;
use std::fmt::{self, Display};
use std::sync::Arc;

use crate::load::number::Decimal;

/// A count that a keyword gives: `maxItems: 2.0` is 2. Counts beyond
/// `u64::MAX` no document reaches; they are alike, and shown as written.
///
/// ```
/// use isoschema::keywords::count::Count;
///
/// assert_eq!(Count::of("2.0"), Some(Count::from(2)));
/// assert_eq!(Count::of("-1"), None);
/// assert_eq!(Count::of("1e30").unwrap().to_string(), "1e30");
/// ```
#[derive(Debug, Clone)]
pub struct Count {
    value: u64,
    written: Option<Arc<str>>,
}

impl Count {
    /// The count of a number token; `None` for what is negative or has a
    /// fraction.
    #[must_use]
    pub fn of(token: &str) -> Option<Self> {
        let decimal = Decimal::parse(token);
        let value = decimal.to_count()?;
        let is_beyond = decimal > Decimal::parse(&u64::MAX.to_string());
        Some(Self {
            value,
            written: is_beyond.then(|| token.into()),
        })
    }

    /// The count, `u64::MAX` for one beyond.
    #[must_use]
    pub fn value(&self) -> u64 {
        self.value
    }

    /// Whether no document reaches it.
    #[must_use]
    pub fn is_beyond(&self) -> bool {
        self.written.is_some()
    }
}

impl From<u64> for Count {
    fn from(value: u64) -> Self {
        Self {
            value,
            written: None,
        }
    }
}

impl PartialEq for Count {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Count {}

impl PartialOrd for Count {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Count {
    fn cmp(&self, other: &Self) -> Ordering {
        let digits = |count: &Self| Decimal::parse(&count.to_string());
        let values = self.value.cmp(&other.value);
        values.then_with(|| digits(self).cmp(&digits(other)))
    }
}

impl Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.written {
            Some(written) => f.write_str(written),
            None => self.value.fmt(f),
        }
    }
}
