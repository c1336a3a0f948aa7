//! Texts of a format are the type that the configuration names, wherever nothing more is asked.
use std::net::{Ipv4Addr, Ipv6Addr};

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = r#"{"host":"127.0.0.1","others":["10.0.0.1"],"spare":"::1"}"#;
    let root = Root::from_json(text)?;
    let host: Ipv4Addr = root.host;
    let others: &Vec<Ipv4Addr> = &root.others;
    let spare: Option<Option<Ipv6Addr>> = root.spare;
    assert!(host.is_loopback() && others[0].is_private());
    assert_eq!(spare, Some(Some(Ipv6Addr::LOCALHOST)));
    assert_eq!(root.to_json(), text);
    let made = Root::builder().host(host).others([Ipv4Addr::UNSPECIFIED]).build()?;
    assert_eq!(made.to_json(), r#"{"host":"127.0.0.1","others":["0.0.0.0"]}"#);
    let error = Root::from_json(r#"{"host":"x","others":[]}"#).unwrap_err();
    assert_eq!(error.path(), Some("host"));
    Ok(())
}
