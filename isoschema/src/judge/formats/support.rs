//! The runtime's formats as the engine itself uses them.

#![allow(
    dead_code,
    unused_imports,
    clippy::pedantic,
    reason = "the files are those that go into generated modules"
)]

#[path = "../../../runtime/format_idn.rs"]
mod format_idn;
#[path = "../../../runtime/format_net.rs"]
mod format_net;
#[path = "../../../runtime/format_text.rs"]
mod format_text;
#[path = "../../../runtime/format_time.rs"]
mod format_time;

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
        let regex = self.regex.get_or_init(|| super::compiled(self.source));
        regex
            .as_ref()
            .is_some_and(|regex| regex.find(text).is_some())
    }
}

/// A count that is known to be small.
fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Whether a text has a format; one that is not known asserts nothing.
pub(in crate::judge) fn fits(format: &str, text: &str) -> bool {
    match format {
        "date" => is_date(text),
        "date-time" => is_date_time(text),
        "duration" => is_duration(text),
        "email" => is_email(text),
        "hostname" => is_hostname(text),
        "idn-email" => is_idn_email(text),
        "idn-hostname" => is_idn_hostname(text),
        "ipv4" => is_ipv4(text),
        "ipv6" => is_ipv6(text),
        "iri" => is_iri(text),
        "iri-reference" => is_iri_reference(text),
        "json-pointer" => is_json_pointer(text),
        "relative-json-pointer" => is_relative_json_pointer(text),
        "time" => is_time(text),
        "uri" => is_uri(text),
        "uri-reference" => is_uri_reference(text),
        "uri-template" => is_uri_template(text),
        "uuid" => is_uuid(text),
        "regex" => regress::Regex::with_flags(text, "u").is_ok(),
        _ => true,
    }
}

/// The bytes of a text in base64.
pub(super) fn decoded(text: &str) -> Option<Vec<u8>> {
    decode_base64(text)
}

/// Whether bytes are one JSON document.
pub(super) fn holds_json(bytes: &[u8]) -> bool {
    is_json(bytes)
}
