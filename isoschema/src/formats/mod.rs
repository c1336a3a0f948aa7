//! The formats that can be asserted: the only list of them.
//!
//! They are judged by the code that generated modules carry.

#[allow(
    dead_code,
    unused_imports,
    clippy::pedantic,
    reason = "as generated modules carry it"
)]
#[path = "../../runtime/format_idn.rs"]
mod format_idn;
#[allow(
    dead_code,
    unused_imports,
    clippy::pedantic,
    reason = "as generated modules carry it"
)]
#[path = "../../runtime/format_net.rs"]
mod format_net;
#[allow(
    dead_code,
    unused_imports,
    clippy::pedantic,
    reason = "as generated modules carry it"
)]
#[path = "../../runtime/format_text.rs"]
mod format_text;
#[allow(
    dead_code,
    unused_imports,
    clippy::pedantic,
    reason = "as generated modules carry it"
)]
#[path = "../../runtime/format_time.rs"]
mod format_time;

#[allow(
    clippy::wildcard_imports,
    reason = "all of them, as generated modules do"
)]
use {format_idn::*, format_net::*, format_text::*, format_time::*};

/// A regular expression, compiled at its first use.
struct Pattern {
    source: &'static str,
    regex: std::sync::OnceLock<Option<regress::Regex>>,
}

impl Pattern {
    const fn new(source: &'static str) -> Self {
        Self {
            source,
            regex: std::sync::OnceLock::new(),
        }
    }

    fn matches(&self, text: &str) -> bool {
        let regex = self.regex.get_or_init(|| {
            let source = self.source;
            regress::Regex::with_flags(source, "u")
                .or_else(|_| regress::Regex::new(source))
                .ok()
        });
        regex
            .as_ref()
            .is_some_and(|regex| regex.find(text).is_some())
    }
}

/// A count that is known to be small.
fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Whether a text is a regular expression of ECMA-262 in Unicode mode.
fn is_regex(text: &str) -> bool {
    regress::Regex::with_flags(text, "u").is_ok()
}

/// The bytes of a text in base64.
#[must_use]
pub fn decoded(text: &str) -> Option<Vec<u8>> {
    decode_base64(text)
}

/// Whether bytes are one JSON document.
#[must_use]
pub fn holds_json(bytes: &[u8]) -> bool {
    is_json(bytes)
}

/// A format that can be asserted.
#[derive(Debug)]
pub struct Format {
    /// Its name, as `format` has it.
    pub name: &'static str,
    /// The function of the runtime that knows it.
    pub function: &'static str,
    /// That function.
    pub fits: fn(&str) -> bool,
    /// Whether it needs the runtime's regular expressions.
    pub has_patterns: bool,
}

/// A line of the table.
macro_rules! format {
    ($name:literal, $function:ident, $has_patterns:literal) => {
        Format {
            name: $name,
            function: stringify!($function),
            fits: $function,
            has_patterns: $has_patterns,
        }
    };
}

/// Every format.
pub static FORMATS: [Format; 19] = [
    format!("date", is_date, false),
    format!("date-time", is_date_time, false),
    format!("duration", is_duration, false),
    format!("email", is_email, false),
    format!("hostname", is_hostname, true),
    format!("idn-email", is_idn_email, false),
    format!("idn-hostname", is_idn_hostname, true),
    format!("ipv4", is_ipv4, false),
    format!("ipv6", is_ipv6, false),
    format!("iri", is_iri, false),
    format!("iri-reference", is_iri_reference, false),
    format!("json-pointer", is_json_pointer, false),
    format!("regex", is_regex, true),
    format!("relative-json-pointer", is_relative_json_pointer, false),
    format!("time", is_time, false),
    format!("uri", is_uri, false),
    format!("uri-reference", is_uri_reference, false),
    format!("uri-template", is_uri_template, false),
    format!("uuid", is_uuid, false),
];

/// The format of a name.
#[must_use]
pub fn known(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// The names of all formats.
pub fn names() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().map(|format| format.name)
}
