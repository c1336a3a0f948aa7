//! What texts that mean a date convert to: `dates` in `[types]`.

use toml::Spanned;
use toml::de::DeValue;

use super::kinds::Dates;
use super::read::Reader;
use super::settings::Config;

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
