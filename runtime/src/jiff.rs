//! Texts that mean a date ↔ the types of jiff.
use super::*;

dated!(Date, "date", is_date);
dated!(DateTime, "date-time", is_date_time);
dated!(Duration, "duration", is_duration);

#[cfg(feature = "schemars")]
text_schema!(Date);
#[cfg(feature = "schemars")]
text_schema!(DateTime);
#[cfg(feature = "schemars")]
text_schema!(Duration);

#[doc(hidden)]
pub fn to_timestamp(written: &str) -> Result<::jiff::Timestamp, ::jiff::Error> {
    written.parse()
}

#[doc(hidden)]
pub fn to_date(text: &str) -> Result<::jiff::civil::Date, ::jiff::Error> {
    text.parse()
}

#[doc(hidden)]
pub fn to_span(text: &str) -> Result<::jiff::Span, ::jiff::Error> {
    text.parse()
}

impl DateTime {
    /// The moment that the text means to jiff. Its offset is in the text alone.
    ///
    /// # Errors
    ///
    /// The text is no moment to jiff, or one beyond its years.
    pub fn to_timestamp(&self) -> Result<::jiff::Timestamp, ::jiff::Error> {
        to_timestamp(&self.0)
    }
}

/// In UTC; refused beyond the years 0 to 9999.
impl TryFrom<::jiff::Timestamp> for DateTime {
    type Error = Refused;

    fn try_from(value: ::jiff::Timestamp) -> Result<Self, Refused> {
        Self::written(Some(value.to_string()))
    }
}

impl Date {
    /// The day that the text means to jiff.
    ///
    /// # Errors
    ///
    /// The text is no day to jiff.
    pub fn to_date(&self) -> Result<::jiff::civil::Date, ::jiff::Error> {
        to_date(&self.0)
    }
}

/// Refused before the year 0.
impl TryFrom<::jiff::civil::Date> for Date {
    type Error = Refused;

    fn try_from(value: ::jiff::civil::Date) -> Result<Self, Refused> {
        Self::written(Some(value.to_string()))
    }
}

impl Duration {
    /// The duration that the text means to jiff.
    ///
    /// # Errors
    ///
    /// The text is no duration to jiff, or one with more of a unit than it
    /// takes.
    pub fn to_span(&self) -> Result<::jiff::Span, ::jiff::Error> {
        to_span(&self.0)
    }
}

/// Units stay what they are, but that weeks beside other units are days.
/// Refused where it is negative or has parts of a second.
impl TryFrom<::jiff::Span> for Duration {
    type Error = Refused;

    fn try_from(span: ::jiff::Span) -> Result<Self, Refused> {
        let fine = span.get_milliseconds() | span.get_microseconds() | span.get_nanoseconds();
        if span.is_negative() || fine != 0 {
            return Self::written(None);
        }
        let (weeks, days) = (i64::from(span.get_weeks()), i64::from(span.get_days()));
        let date = [
            (i64::from(span.get_years()), 'Y'),
            (i64::from(span.get_months()), 'M'),
            (days + 7 * weeks, 'D'),
        ];
        let time = [
            (i64::from(span.get_hours()), 'H'),
            (span.get_minutes(), 'M'),
            (span.get_seconds(), 'S'),
        ];
        let (date, time) = (units(&date), units(&time));
        Self::written(Some(match (date.as_str(), time.as_str()) {
            ("", "") => "PT0S".to_owned(),
            (_, "") if span.fieldwise() == ::jiff::Span::new().weeks(span.get_weeks()) => {
                ::alloc::format!("P{weeks}W")
            }
            (date, "") => ::alloc::format!("P{date}"),
            (date, time) => ::alloc::format!("P{date}T{time}"),
        }))
    }
}

/// The units from the first to the last that is not zero: RFC 3339 leaves none
/// out between two others.
fn units(counts: &[(i64, char)]) -> String {
    let given = |(count, _): &(i64, char)| *count != 0;
    let first = counts.iter().position(given).unwrap_or(counts.len());
    let end = counts
        .iter()
        .rposition(given)
        .map_or(first, |last| last + 1);
    let mut text = String::new();
    for (count, unit) in &counts[first..end] {
        text.push_str(&count.to_string());
        text.push(*unit);
    }
    text
}
