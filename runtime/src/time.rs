//! Texts that mean a date ↔ the types of time.
use super::*;

dated!(Date, "date", is_date);
dated!(DateTime, "date-time", is_date_time);

#[cfg(feature = "schemars")]
text_schema!(Date);
#[cfg(feature = "schemars")]
text_schema!(DateTime);

#[doc(hidden)]
pub fn to_offset_date_time(text: &str) -> Result<::time::OffsetDateTime, ::time::error::Parse> {
    ::time::OffsetDateTime::parse(text, &::time::format_description::well_known::Rfc3339)
}

#[doc(hidden)]
pub fn to_date(text: &str) -> Result<::time::Date, ::time::error::Parse> {
    ::time::Date::parse(text, &::time::format_description::well_known::Iso8601::DATE)
}

impl DateTime {
    /// The moment and the offset that the text means to time.
    ///
    /// # Errors
    ///
    /// The text is no moment of RFC 3339 to time.
    pub fn to_offset_date_time(&self) -> Result<::time::OffsetDateTime, ::time::error::Parse> {
        to_offset_date_time(&self.0)
    }
}

/// Refused beyond the years 0 to 9999, and where the offset has seconds.
impl TryFrom<::time::OffsetDateTime> for DateTime {
    type Error = Refused;

    fn try_from(value: ::time::OffsetDateTime) -> Result<Self, Refused> {
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
    pub fn to_date(&self) -> Result<::time::Date, ::time::error::Parse> {
        to_date(&self.0)
    }
}

/// Refused before the year 0.
impl TryFrom<::time::Date> for Date {
    type Error = Refused;

    fn try_from(value: ::time::Date) -> Result<Self, Refused> {
        let form = ::time::format_description::well_known::Iso8601::DATE;
        Self::written(value.format(&form).ok())
    }
}
