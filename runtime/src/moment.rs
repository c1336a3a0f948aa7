//! Texts with `format: date-time` ↔ the moments of time.
use super::*;

/// A moment of `time`, written as RFC 3339 has it.
///
/// # Examples
///
/// ```
/// use isoschema_runtime::OffsetDateTime;
///
/// let moment: OffsetDateTime = "2024-02-29T12:30:05+01:00".parse()?;
/// assert_eq!((moment.year(), moment.offset().whole_hours()), (2024, 1));
/// assert_eq!(OffsetDateTime::try_from(*moment)?, moment);
/// # Ok::<(), isoschema_runtime::Refused>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OffsetDateTime(::time::OffsetDateTime);

impl OffsetDateTime {
    /// The moment as it is written; RFC 3339 has no text of a year before 0 or beyond 9999, nor of an offset with
    /// seconds.
    fn written(moment: ::time::OffsetDateTime) -> Option<String> {
        let form = ::time::format_description::well_known::Rfc3339;
        moment.format(&form).ok()
    }

    fn parsed(text: &str) -> Result<Self, Reason> {
        let form = ::time::format_description::well_known::Rfc3339;
        let moment = ::time::OffsetDateTime::parse(text, &form);
        let moment = moment.map_err(|error| Reason::Foreign(error.to_string().into_boxed_str()))?;
        Ok(Self(moment))
    }
}

impl Read<'_> for OffsetDateTime {
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        let text = tape.text(at, place)?;
        Self::parsed(text).map_err(|reason| place.beyond(tape, at, reason))
    }
}

impl ::core::str::FromStr for OffsetDateTime {
    type Err = Refused;

    fn from_str(text: &str) -> Result<Self, Refused> {
        Self::parsed(text).map_err(Refused::by_type)
    }
}

/// Refused beyond the years 0 to 9999, and where the offset has seconds.
impl TryFrom<::time::OffsetDateTime> for OffsetDateTime {
    type Error = Refused;

    fn try_from(moment: ::time::OffsetDateTime) -> Result<Self, Refused> {
        match Self::written(moment) {
            Some(_) => Ok(Self(moment)),
            None => Err(Refused::by_type(Reason::Format("date-time"))),
        }
    }
}

impl From<OffsetDateTime> for ::time::OffsetDateTime {
    fn from(moment: OffsetDateTime) -> Self {
        moment.0
    }
}

impl ::core::ops::Deref for OffsetDateTime {
    type Target = ::time::OffsetDateTime;

    fn deref(&self) -> &::time::OffsetDateTime {
        &self.0
    }
}

impl PartialEq<::time::OffsetDateTime> for OffsetDateTime {
    fn eq(&self, other: &::time::OffsetDateTime) -> bool {
        self.0 == *other
    }
}

impl PartialOrd<::time::OffsetDateTime> for OffsetDateTime {
    fn partial_cmp(&self, other: &::time::OffsetDateTime) -> Option<::core::cmp::Ordering> {
        self.0.partial_cmp(other)
    }
}

impl ::core::fmt::Display for OffsetDateTime {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(&Self::written(self.0).unwrap_or_default())
    }
}

impl ::serde::Serialize for OffsetDateTime {
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
