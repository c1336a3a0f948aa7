//! Texts that mean a date ↔ the types of time.
use super::*;

pub(super) fn to_offset_date_time(
    text: &str,
) -> ::std::result::Result<::time::OffsetDateTime, ::time::error::Parse> {
    ::time::OffsetDateTime::parse(text, &::time::format_description::well_known::Rfc3339)
}

pub(super) fn to_date(text: &str) -> ::std::result::Result<::time::Date, ::time::error::Parse> {
    ::time::Date::parse(text, &::time::format_description::well_known::Iso8601::DATE)
}

impl DateTime {
    /// The moment and the offset that the text means to time.
    ///
    /// # Errors
    ///
    /// The text is no moment of RFC 3339 to time.
    pub fn to_offset_date_time(
        &self,
    ) -> ::std::result::Result<::time::OffsetDateTime, ::time::error::Parse> {
        to_offset_date_time(&self.0)
    }
}

/// Refused beyond the years 0 to 9999, and where the offset has seconds.
impl ::std::convert::TryFrom<::time::OffsetDateTime> for DateTime {
    type Error = Refused;

    fn try_from(value: ::time::OffsetDateTime) -> ::std::result::Result<Self, Refused> {
        let form = ::time::format_description::well_known::Rfc3339;
        Self::written(value.format(&form).ok())
    }
}

impl Date {
    /// The day that the text means to time.
    ///
    /// # Errors
    ///
    /// The text is no day to time.
    pub fn to_date(&self) -> ::std::result::Result<::time::Date, ::time::error::Parse> {
        to_date(&self.0)
    }
}

/// Refused before the year 0.
impl ::std::convert::TryFrom<::time::Date> for Date {
    type Error = Refused;

    fn try_from(value: ::time::Date) -> ::std::result::Result<Self, Refused> {
        let form = ::time::format_description::well_known::Iso8601::DATE;
        Self::written(value.format(&form).ok())
    }
}
