//! Texts that mean a date.

/// What a text means that a date library has a type for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Temporal {
    /// `date`: a day.
    Date,
    /// `date-time`: a moment, with its offset.
    DateTime,
    /// `duration`: years, months, days, hours, minutes and seconds.
    Duration,
}

impl Temporal {
    /// The name of the text's type in `support`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Date => "Date",
            Self::DateTime => "DateTime",
            Self::Duration => "Duration",
        }
    }

    /// What the text stands for, in a word.
    pub(crate) fn meaning(self) -> &'static str {
        match self {
            Self::Date => "day",
            Self::DateTime => "moment",
            Self::Duration => "duration",
        }
    }
}
