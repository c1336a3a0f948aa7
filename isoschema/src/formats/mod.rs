//! The formats that can be asserted: the only list of them.
//!
//! They are judged by the code that generated modules have.

pub mod ready;
pub mod widths;

use isoschema_runtime::__private::v1::patterns::formats as runtime;

/// The bytes of a text in base64.
#[must_use]
pub fn decoded(text: &str) -> Option<Vec<u8>> {
    runtime::decode_base64(text)
}

/// Whether bytes are one JSON document.
#[must_use]
pub fn holds_json(bytes: &[u8]) -> bool {
    runtime::is_json(bytes)
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
            fits: runtime::$function,
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
