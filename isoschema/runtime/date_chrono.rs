//! Texts that mean a date ↔ the types of chrono.
use super::*;

/// A moment, with its offset.
type Moment = ::chrono::DateTime<::chrono::FixedOffset>;

pub(super) fn to_date_time(text: &str) -> ::std::result::Result<Moment, ::chrono::ParseError> {
    ::chrono::DateTime::parse_from_rfc3339(text)
}

pub(super) fn to_naive_date(
    text: &str,
) -> ::std::result::Result<::chrono::NaiveDate, ::chrono::ParseError> {
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
    ) -> ::std::result::Result<::chrono::DateTime<::chrono::FixedOffset>, ::chrono::ParseError>
    {
        to_date_time(&self.0)
    }
}

/// Refused beyond the years 0 to 9999, and where the offset has seconds.
impl<Tz: ::chrono::TimeZone> ::std::convert::TryFrom<::chrono::DateTime<Tz>> for DateTime {
    type Error = Refused;

    fn try_from(value: ::chrono::DateTime<Tz>) -> ::std::result::Result<Self, Refused> {
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
    pub fn to_naive_date(
        &self,
    ) -> ::std::result::Result<::chrono::NaiveDate, ::chrono::ParseError> {
        to_naive_date(&self.0)
    }
}

/// Refused beyond the years 0 to 9999.
impl ::std::convert::TryFrom<::chrono::NaiveDate> for Date {
    type Error = Refused;

    fn try_from(value: ::chrono::NaiveDate) -> ::std::result::Result<Self, Refused> {
        Self::written(Some(value.to_string()))
    }
}
