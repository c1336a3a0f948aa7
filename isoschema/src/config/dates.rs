//! What texts that mean a date convert to: `dates` in `[types]`.

use toml::Spanned;
use toml::de::DeValue;

use super::Config;
use super::read::Reader;
use crate::lower::model::Temporal;

/// The library whose types the texts that mean a date are converted to.
///
/// The types keep the text, and gain a conversion in both directions:
///
/// | `format` | jiff | chrono | time |
/// |---|---|---|---|
/// | `date-time` | `Timestamp` | `DateTime<FixedOffset>` | `OffsetDateTime` |
/// | `date` | `civil::Date` | `NaiveDate` | `Date` |
/// | `duration` | `Span` | – | – |
///
/// What has no type there, such as `time`, stays a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Dates {
    /// None: they are texts like others.
    #[default]
    String,
    /// `jiff` 1, with its feature `std`.
    Jiff,
    /// `chrono` 0.4, with its feature `std`.
    Chrono,
    /// `time` 0.3, with its features `formatting` and `parsing`.
    Time,
}

impl Dates {
    /// The library's name as a crate.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::String => "std",
            Self::Jiff => "jiff",
            Self::Chrono => "chrono",
            Self::Time => "time",
        }
    }

    /// What a text of a format means, where the library has a type for it.
    pub(crate) fn temporal(self, format: &str) -> Option<Temporal> {
        match (self, format) {
            (Self::String, _) => None,
            (_, "date-time") => Some(Temporal::DateTime),
            (_, "date") => Some(Temporal::Date),
            (Self::Jiff, "duration") => Some(Temporal::Duration),
            _ => None,
        }
    }
}

impl Config {
    /// The library whose types the texts that mean a date are converted to.
    ///
    /// A text with `format: date-time` becomes a `support::DateTime` in place
    /// of a `String`: any text still, and `to_timestamp` (`to_date_time` for
    /// chrono, `to_offset_date_time` for time) gives the library's value or
    /// the library's error. `TryFrom` makes the text of a value. Where more is
    /// asked of the text, such as the format itself, its own type has both.
    ///
    /// ```
    /// use isoschema::config::{Config, Dates};
    ///
    /// let config = Config::new().dates(Dates::Jiff);
    /// # let _ = config;
    /// ```
    #[must_use]
    pub fn dates(mut self, dates: Dates) -> Self {
        self.types.dates = dates;
        self
    }
}

impl Reader<'_> {
    pub(super) fn dates(&mut self, value: &Spanned<DeValue<'_>>) {
        self.config.types.dates = match self.string(value).as_deref() {
            Some("String") | None => Dates::String,
            Some("jiff") => Dates::Jiff,
            Some("chrono") => Dates::Chrono,
            Some("time") => Dates::Time,
            Some(_) => {
                self.wanted(value, "dates are `String`, `jiff`, `chrono` or `time`");
                return;
            }
        };
    }
}
