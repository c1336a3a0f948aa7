//! URLs: which may be asked, and what one leads to from another.

use std::cell::Cell;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use url::{Host, SyntaxViolation, Url};

/// A URL that may be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address(Url);

impl Address {
    /// Takes a URL apart.
    ///
    /// # Errors
    ///
    /// Why it may not be asked: only `https` may, and `http` on this machine.
    pub(super) fn parse(url: &str) -> Result<Self, String> {
        Self::checked(read(url, None)?)
    }

    fn checked(mut url: Url) -> Result<Self, String> {
        url.set_fragment(None);
        let address = Self(url);
        match address.0.scheme() {
            "https" => Ok(address),
            "http" if address.is_loopback() => Ok(address),
            "http" => Err(format!(
                "`{}` would be fetched without encryption; `http` is for this machine only",
                address.0
            )),
            scheme => Err(format!("`{scheme}` is not fetched, `https` is")),
        }
    }

    /// The whole of it, in its one spelling.
    pub(super) fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The host in its one spelling, in lower case.
    fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The port, said or not.
    fn port(&self) -> u16 {
        self.0.port_or_known_default().unwrap_or_default()
    }

    /// Whether it is on this machine.
    pub(super) fn is_loopback(&self) -> bool {
        match self.0.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(ip)) => ip.is_loopback(),
            Some(Host::Ipv6(ip)) => ip.is_loopback(),
            None => false,
        }
    }

    /// Where a redirect leads.
    ///
    /// # Errors
    ///
    /// Why it is not followed: it leads to a host that is not among those
    /// allowed, each given as `HOST` or `HOST:PORT`.
    pub(super) fn redirected(&self, location: &str, allowed: &[String]) -> Result<Self, String> {
        let target = read(location, Some(&self.0))
            .and_then(Self::checked)
            .map_err(|reason| format!("it redirects: {reason}"))?;
        let ports = (self.port(), target.port());
        let same = self.host() == target.host() && (ports.0 == ports.1 || ports == (80, 443));
        let full = format!("{}:{}", target.host(), target.port());
        if same
            || allowed
                .iter()
                .any(|host| *host == target.host() || *host == full)
        {
            return Ok(target);
        }
        Err(format!("it redirects to another host: {}", target.0))
    }

    /// The host of a URL as [`Address::redirected`] takes it.
    pub(super) fn host_of(url: &str) -> Option<String> {
        let address = Self::parse(url).ok()?;
        Some(address.host().to_owned())
    }
}

/// Reads a URL, or a reference to one. What a browser would mend, such as a
/// backslash, is refused: others may see another host there.
fn read(text: &str, base: Option<&Url>) -> Result<Url, String> {
    let mended = Cell::new(None);
    let note = |violation| match violation {
        // The characters are encoded, or left as they are.
        SyntaxViolation::NonUrlCodePoint | SyntaxViolation::PercentDecode => {}
        _ => mended.set(Some(violation)),
    };
    let url = Url::options()
        .base_url(base)
        .syntax_violation_callback(Some(&note))
        .parse(text)
        .map_err(|error| format!("`{text}` is no URL: {error}"))?;
    match mended.get() {
        None => Ok(url),
        Some(SyntaxViolation::EmbeddedCredentials | SyntaxViolation::UnencodedAtSign) => {
            Err("a URL with a user's name in it is not asked".to_owned())
        }
        Some(violation) => Err(format!("`{text}` is no URL: {violation}")),
    }
}

/// What is encoded in a name: all but letters, digits, slashes and what
/// RFC 3986 reserves for nothing.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A schema's URL: the template with its name, percent-encoded.
pub(super) fn fill(template: &str, name: &str) -> String {
    template.replace("{name}", &utf8_percent_encode(name, ENCODED).to_string())
}

/// The name with which the template gives a URL, however the two are spelled.
pub(super) fn name_in(template: &str, url: &str) -> Option<String> {
    let template = one_spelling(template).replace("%7Bname%7D", "{name}");
    let url = one_spelling(url);
    let (before, after) = template.split_once("{name}")?;
    let name = url.strip_prefix(before)?.strip_suffix(after)?;
    let name = percent_decode_str(name).decode_utf8().ok()?;
    (fill(&template, &name) == url).then(|| name.into_owned())
}

/// A URL as all of its spellings are written; what is none, as it is.
fn one_spelling(url: &str) -> String {
    Url::parse(url).map_or_else(|_| url.to_owned(), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_encrypted_or_local() {
        for (url, fine) in [
            ("https://example.com/a.json", true),
            ("https://EXAMPLE.com:8443/a?b#c", true),
            ("http://127.0.0.1:80/a", true),
            ("http://127.9.9.9/a", true),
            ("http://[::1]:8080/a", true),
            ("http://localhost/a", true),
            ("http://localhost.example.com/a", false),
            ("http://example.com/a", false),
            ("http://127.0.0.1@example.com/a", false),
            ("ftp://localhost/a", false),
            ("file:///etc/passwd", false),
            ("https:///a", false),
            ("https://a:b/c", false),
            ("example.com", false),
        ] {
            assert_eq!(Address::parse(url).is_ok(), fine, "{url}");
        }
    }

    /// RFC 3986, section 6.2; the hosts as the URL standard reads them.
    #[test]
    fn a_url_is_asked_in_its_one_spelling() {
        for (url, asked) in [
            ("HTTPS://EXAMPLE.com:443/a#b", "https://example.com/a"),
            ("https://example.com:/a", "https://example.com/a"),
            ("https://example.com", "https://example.com/"),
            ("https://example.com?a", "https://example.com/?a"),
            ("https://example.com:80/a", "https://example.com:80/a"),
            ("https://example.com/a/./../b", "https://example.com/b"),
            ("https://example.com/a/%2e%2E/b", "https://example.com/b"),
            ("https://example.com/../../b", "https://example.com/b"),
            ("https://example.com/a%2Fb", "https://example.com/a%2Fb"),
            ("https://example.com/a b", "https://example.com/a%20b"),
            (
                "https://example.com/\u{1}ü",
                "https://example.com/%01%C3%BC",
            ),
            ("https://ex%61mple.com/", "https://example.com/"),
            ("https://ＥＸＡＭＰＬＥ.com/", "https://example.com/"),
            ("https://Bücher.example/", "https://xn--bcher-kva.example/"),
            ("http://0x7f.1:80/a", "http://127.0.0.1/a"),
            ("http://2130706433/a", "http://127.0.0.1/a"),
            ("http://[0:0::0:1]/a", "http://[::1]/a"),
        ] {
            let address = Address::parse(url);
            assert_eq!(address.as_ref().map(Address::as_str), Ok(asked), "{url}");
        }
    }

    /// Whatever two readers could take for two hosts.
    #[test]
    fn a_url_of_two_readings_is_not_asked() {
        for url in [
            "https://user@example.com/",
            "https://user:word@example.com/",
            "https://@example.com/",
            "https://example.com:443@evil.example/",
            "https://example.com\\@evil.example/",
            "https://example.com/a\\b",
            "https:\\\\example.com/",
            "https:/example.com/",
            "https:example.com",
            "https:///example.com/",
            "https://exam\nple.com/",
            "https://example.com/\ta",
            " https://example.com/",
            "https://exam ple.com/",
            "https://exam%00ple.com/",
            "https://exam%2Fple.com/",
            "https://[fe80::1%25eth0]/",
            "https://[fe80::1%eth0]/",
            "https://[::1/",
            "https://::1/",
            "https://1.2.3.4.5/",
            "https://example.com:65536/",
            "https://example.com:4 3/",
            "https://xn--a/",
            "http://localhost./",
            "http://0.0.0.0/",
            "http://127.0.0.1.example.com/",
            "http://[::ffff:127.0.0.1]/",
        ] {
            assert!(Address::parse(url).is_err(), "{url}");
        }
    }

    #[test]
    fn redirects_stay_at_home() -> Result<(), String> {
        let from = Address::parse("https://example.com/a/b.json")?;
        let other = ["cdn.example.net".to_owned(), "localhost:81".to_owned()];
        for (location, lands) in [
            ("c.json", Some("https://example.com/a/c.json")),
            ("/c.json", Some("https://example.com/c.json")),
            (
                "https://cdn.example.net/c",
                Some("https://cdn.example.net/c"),
            ),
            ("http://localhost:81/c", Some("http://localhost:81/c")),
            ("http://localhost:82/c", None),
            ("http://example.com/c.json", None),
            ("https://example.com:444/c", None),
            ("https://sub.example.com/c", None),
            ("//evil.example/c", None),
            ("", Some("https://example.com/a/b.json")),
            ("?c", Some("https://example.com/a/b.json?c")),
            ("c d.json", Some("https://example.com/a/c%20d.json")),
            ("../../../c", Some("https://example.com/c")),
            ("%2e%2e/c", Some("https://example.com/c")),
            ("HTTPS://EXAMPLE.com:443/c", Some("https://example.com/c")),
            (
                "https://CDN.example.net:8443/c",
                Some("https://cdn.example.net:8443/c"),
            ),
            ("https://cdn.example.net.evil.example/c", None),
            ("https://example.com@evil.example/c", None),
            ("https://evil.example\\@example.com/c", None),
            ("\\\\evil.example/c", None),
            ("/\\evil.example/c", None),
            ("/\t/evil.example/c", None),
            ("///evil.example/c", None),
            ("https:c.json", Some("https://example.com/a/c.json")),
            ("https:///c.json", None),
        ] {
            let target = from.redirected(location, &other).ok();
            let target = target.as_ref().map(Address::as_str);
            assert_eq!(target, lands, "{location}");
        }
        Ok(())
    }

    #[test]
    fn names_in_and_out() {
        let template = "https://example.com/{name}.json";
        let url = fill(template, "a b/ü");
        assert_eq!(url, "https://example.com/a%20b/%C3%BC.json");
        assert_eq!(name_in(template, &url).as_deref(), Some("a b/ü"));
        assert_eq!(name_in(template, "https://example.com/a.yaml"), None);
        assert_eq!(name_in(template, "https://example.com/%FF.json"), None);
    }

    #[test]
    fn a_name_is_found_however_its_url_is_spelled() {
        for (template, url, name) in [
            (
                "https://example.com/{name}",
                "https://EXAMPLE.com:443/a",
                Some("a"),
            ),
            (
                "https://EXAMPLE.com:443/{name}",
                "https://example.com/a",
                Some("a"),
            ),
            (
                "https://example.com/a/../{name}",
                "https://example.com/ü",
                Some("ü"),
            ),
            (
                "https://example.com/?ü={name}",
                "https://example.com/?%C3%BC=a",
                Some("a"),
            ),
            (
                "https://example.com/a/{name}",
                "https://example.com/a/../b",
                None,
            ),
            (
                "https://example.com/a/{name}",
                "https://example.com/a/%2e%2e/b",
                None,
            ),
            (
                "https://example.com/{name}",
                "https://example.com:444/a",
                None,
            ),
        ] {
            assert_eq!(name_in(template, url).as_deref(), name, "{url}");
        }
    }
}
