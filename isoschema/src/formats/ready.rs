//! The Rust types that texts of a format can be read as by a ready name: the only
//! list of them. Another one is one line.

/// A type that a format can have.
#[derive(Debug)]
pub struct Ready {
    /// The format.
    pub format: &'static str,
    /// What the configuration calls the type: `uuid = "uuid"`.
    pub name: &'static str,
    /// Its path.
    pub path: &'static str,
    /// What it refuses that the schema allows, and takes that the format does not.
    pub accept: &'static str,
    /// What it does not keep, if anything.
    pub lossless: &'static str,
    /// What it may write that the format does not have, if anything.
    pub sound: &'static str,
}

/// A crate that such types are from, with what a manifest says of it.
#[derive(Debug)]
pub struct Needed {
    /// Its name.
    pub name: &'static str,
    /// Its entry among the dependencies.
    pub entry: &'static str,
}

/// A line of the table.
macro_rules! ready {
    ($format:literal, $name:literal, $path:expr, $accept:literal, $lossless:literal, $sound:literal) => {
        Ready {
            format: $format,
            name: $name,
            path: $path,
            accept: $accept,
            lossless: $lossless,
            sound: $sound,
        }
    };
}

/// Every type.
#[rustfmt::skip]
pub static READY: [Ready; 16] = [
    ready!("uuid", "uuid", "uuid::Uuid", "what is no UUID is refused; one in braces, without hyphens or as a URN is taken", "letters become small, and hyphens stand where they belong", ""),
    ready!("date", "jiff", "jiff::civil::Date", "what is no date to jiff is refused; a date with a time behind it is taken", "a time behind the date is left out", "a year before 0 has a sign"),
    ready!("date", "chrono", "chrono::NaiveDate", "what is no date to chrono is refused; months and days of one digit are taken", "months and days get two digits", "a year before 0 or beyond 9999 has a sign"),
    ready!("date", "time", "time::Date", "what is no date to time is refused", "", "a year before 0 has a sign"),
    ready!("time", "jiff", "jiff::civil::Time", "what is no time to jiff is refused: one with an offset, as the format asks for, too", "seconds are written, and fractions as short as can be", "the format asks for an offset, which is not written"),
    ready!("time", "chrono", "chrono::NaiveTime", "what is no time to chrono is refused: one with an offset, as the format asks for, too", "seconds are written, and fractions as short as can be", "the format asks for an offset, which is not written"),
    ready!("date-time", "jiff", "jiff::Timestamp", "what is no moment to jiff is refused", "the moment is written in UTC: its offset is not kept, nor zeros behind a fraction", "a year before 0 has a sign"),
    ready!("date-time", "chrono", "chrono::DateTime<::chrono::FixedOffset>", "what is no moment to chrono is refused", "zeros behind a fraction are not kept, nor how UTC is written", "a year before 0 or beyond 9999 has a sign"),
    ready!("date-time", "time", MOMENT, "what is no moment to time is refused: a leap second within a minute, too", "zeros behind a fraction are not kept, nor how UTC is written", ""),
    ready!("duration", "jiff", "jiff::SignedDuration", "years, months, weeks and days are refused", "seconds beyond 59 are minutes, and so on", "one below 0 has a sign, and seconds may have a fraction"),
    ready!("ipv4", "std", "std::net::Ipv4Addr", "what is no address is refused", "", ""),
    ready!("ipv6", "std", "std::net::Ipv6Addr", "what is no address is refused", "the address is written in its short form", ""),
    ready!("uri", "url", "url::Url", "what is no URL is refused: a relative reference, too", "it is written as the URL standard has it: a host in small letters, `/` behind it", "letters that RFC 3986 does not have may be written"),
    ready!("email", "email_address", "email_address::EmailAddress", "what is no address to email_address is refused", "", "an address with a name before it is written"),
    ready!("byte", "bytes", BYTES, "what is no base64 is refused, as is what has no padding", "", ""),
    ready!("base64", "bytes", BYTES, "what is no base64 is refused, as is what has no padding", "", ""),
];

/// Bytes, as the runtime has them.
pub const BYTES: &str = "support::Bytes";

/// A moment of `time`, as the runtime has it: serde's traits of the crate's own write another text.
pub const MOMENT: &str = "support::OffsetDateTime";

/// What the path of a type begins with that is parsed from its text and shown as it.
const PARSED: &str = "support::Parsed<";

/// The path of a type that need have no more than `FromStr` and `Display`, around that type's own.
#[must_use]
pub fn parsed(path: &str) -> String {
    let root = if path.starts_with("crate::") || path.starts_with("::") {
        ""
    } else {
        "::"
    };
    format!("{PARSED}{root}{path}>")
}

/// The path of the type inside of such a one.
#[must_use]
pub fn inside(path: &str) -> &str {
    let inner = path.strip_prefix(PARSED);
    inner.map_or(path, |inner| inner.strip_suffix('>').unwrap_or(inner))
}

/// Whether a type is the runtime's own, which is read and written by it.
#[must_use]
pub fn is_of_runtime(path: &str) -> bool {
    path == BYTES || path == MOMENT || path.starts_with(PARSED)
}

/// Every crate, with what serde's traits take.
pub static NEEDED: [Needed; 6] = [
    Needed {
        name: "chrono",
        entry: "{ version = \"0.4.45\", default-features = false, features = [\"serde\", \"std\"] }",
    },
    Needed {
        name: "email_address",
        entry: "\"0.2.9\"",
    },
    Needed {
        name: "jiff",
        entry: "{ version = \"1\", default-features = false, features = [\"serde\", \"std\"] }",
    },
    Needed {
        name: "time",
        entry: "{ version = \"0.3.55\", default-features = false, features = [\"serde-human-readable\"] }",
    },
    Needed {
        name: "url",
        entry: "{ version = \"2.5\", features = [\"serde\"] }",
    },
    Needed {
        name: "uuid",
        entry: "{ version = \"1\", features = [\"serde\"] }",
    },
];

/// The type of a ready name for a format.
#[must_use]
pub fn named(format: &str, name: &str) -> Option<&'static Ready> {
    let mut all = READY.iter();
    all.find(|ready| ready.format == format && ready.name == name)
}

/// The ready names for a format.
pub fn names_of(format: &str) -> impl Iterator<Item = &'static str> {
    let all = READY.iter().filter(move |ready| ready.format == format);
    all.map(|ready| ready.name)
}

/// The crate of a type, where it is one of these.
#[must_use]
pub fn crate_of(path: &str) -> Option<&'static Needed> {
    let name = at(path)?.name;
    NEEDED.iter().find(|needed| needed.name == name)
}

/// The type of a path, where it is one of these.
#[must_use]
pub fn at(path: &str) -> Option<&'static Ready> {
    let path = path.trim_start_matches("::");
    READY.iter().find(|ready| ready.path == path)
}
