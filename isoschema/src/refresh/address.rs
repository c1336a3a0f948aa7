//! URLs: which may be asked, and what one leads to from another.

use std::net::IpAddr;

use crate::resolve::uri;

/// A URL that may be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    /// The whole of it.
    pub(super) url: String,
    /// The host, in lower case.
    pub(super) host: String,
    /// The port, said or not.
    port: u16,
}

impl Address {
    /// Takes a URL apart.
    ///
    /// # Errors
    ///
    /// Why it may not be asked: only `https` may, and `http` on this machine.
    pub(super) fn parse(url: &str) -> Result<Self, String> {
        let Some((scheme, rest)) = url.split_once("://") else {
            return Err(format!("`{url}` is no URL"));
        };
        let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
        if authority.contains('@') {
            return Err("a URL with a user's name in it is not asked".to_owned());
        }
        let (host, port) = split_port(authority);
        let host = host.to_ascii_lowercase();
        let default = if scheme == "https" { 443 } else { 80 };
        let port = match port.map(str::parse) {
            None => default,
            Some(Ok(port)) => port,
            Some(Err(_)) => return Err(format!("`{url}` has no valid port")),
        };
        let address = Self {
            url: url.split('#').next().unwrap_or(url).to_owned(),
            host,
            port,
        };
        match scheme {
            _ if address.host.is_empty() => Err(format!("`{url}` names no host")),
            "https" => Ok(address),
            "http" if address.is_loopback() => Ok(address),
            "http" => Err(format!(
                "`{url}` would be fetched without encryption; `http` is for this machine only"
            )),
            _ => Err(format!("`{scheme}` is not fetched, `https` is")),
        }
    }

    /// Whether it is on this machine.
    pub(super) fn is_loopback(&self) -> bool {
        let bare = self.host.trim_start_matches('[').trim_end_matches(']');
        bare == "localhost" || bare.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
    }

    /// Where a redirect leads.
    ///
    /// # Errors
    ///
    /// Why it is not followed: it leads to a host that is not among those
    /// allowed, each given as `HOST` or `HOST:PORT`.
    pub(super) fn redirected(&self, location: &str, allowed: &[String]) -> Result<Self, String> {
        let target = uri::resolve(&self.url, location)
            .map_err(|_| format!("it redirects to `{location}`, which is no URL"))?;
        let target = Self::parse(&target).map_err(|reason| format!("it redirects: {reason}"))?;
        let upgrade = (self.port, target.port) == (80, 443);
        let same = self.host == target.host && (self.port == target.port || upgrade);
        let full = format!("{}:{}", target.host, target.port);
        if same
            || allowed
                .iter()
                .any(|host| *host == target.host || *host == full)
        {
            return Ok(target);
        }
        Err(format!("it redirects to another host: {}", target.url))
    }

    /// The host as [`Address::redirected`] takes it.
    pub(super) fn host_of(url: &str) -> Option<String> {
        Self::parse(url).ok().map(|address| address.host)
    }
}

fn split_port(authority: &str) -> (&str, Option<&str>) {
    // An IPv6 address has colons of its own, inside brackets.
    let end = authority.rfind(']').map_or(0, |at| at + 1);
    match authority[end..].rfind(':') {
        Some(at) => (&authority[..end + at], Some(&authority[end + at + 1..])),
        None => (authority, None),
    }
}

/// A schema's URL: the template with its name, percent-encoded.
pub(super) fn fill(template: &str, name: &str) -> String {
    use std::fmt::Write as _;
    let mut encoded = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    template.replace("{name}", &encoded)
}

/// The name with which the template gives a URL.
pub(super) fn name_in(template: &str, url: &str) -> Option<String> {
    let (before, after) = template.split_once("{name}")?;
    let name = url.strip_prefix(before)?.strip_suffix(after)?;
    let name = uri::decode(name);
    (fill(template, &name) == url).then_some(name)
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
        ] {
            let target = from.redirected(location, &other).ok();
            let target = target.as_ref().map(|address| address.url.as_str());
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
    }
}
