//! Texts that mean a date ↔ the types of chrono.
use super::*;

dated!(Date, "date", is_date);
dated!(DateTime, "date-time", is_date_time);

#[cfg(feature = "schemars")]
text_schema!(Date);
#[cfg(feature = "schemars")]
text_schema!(DateTime);

/// A moment, with its offset.
type Moment = ::chrono::DateTime<::chrono::FixedOffset>;

#[doc(hidden)]
pub fn to_date_time(text: &str) -> Result<Moment, ::chrono::ParseError> {
    ::chrono::DateTime::parse_from_rfc3339(text)
}

#[doc(hidden)]
pub fn to_naive_date(text: &str) -> Result<::chrono::NaiveDate, ::chrono::ParseError> {
    text.parse()
}

impl DateTime {
    /// The moment and the offset that the text means to chrono.
    ///
    /// # Errors
    ///
    /// The text is no moment of RFC 3339 to chrono.
    pub fn to_date_time(
        &self,
    ) -> Result<::chrono::DateTime<::chrono::FixedOffset>, ::chrono::ParseError> {
        to_date_time(&self.0)
    }
}

/// Refused beyond the years 0 to 9999, and where the offset has seconds.
impl<Tz: ::chrono::TimeZone> TryFrom<::chrono::DateTime<Tz>> for DateTime {
    type Error = Refused;

    fn try_from(value: ::chrono::DateTime<Tz>) -> Result<Self, Refused> {
        let value = value.fixed_offset();
        let whole = value.offset().local_minus_utc() % 60 == 0;
        Self::written(whole.then(|| value.to_rfc3339()))
    }
}

impl Date {
    /// The day that the text means to chrono.
    ///
    /// # Errors
    ///
    /// The text is no day to chrono.
    pub fn to_naive_date(&self) -> Result<::chrono::NaiveDate, ::chrono::ParseError> {
        to_naive_date(&self.0)
    }
}

/// Refused beyond the years 0 to 9999.
impl TryFrom<::chrono::NaiveDate> for Date {
    type Error = Refused;

    fn try_from(value: ::chrono::NaiveDate) -> Result<Self, Refused> {
        Self::written(Some(value.to_string()))
    }
}
