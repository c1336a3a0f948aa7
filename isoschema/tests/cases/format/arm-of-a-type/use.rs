//! A text that is read as a type of its own is called as its format is.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#""127.0.0.1""#)?;
    assert!(root.as_ipv4().is_some_and(std::net::Ipv4Addr::is_loopback));
    assert_eq!(Root::Ipv4([10, 0, 0, 1].into()).to_json(), r#""10.0.0.1""#);
    Ok(())
}
