//! A text that is read as a type of its own is called as its format is.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#""127.0.0.1:80""#)?;
    assert!(root.as_socket().is_some_and(|it| it.ip().is_loopback() && it.port() == 80));
    assert_eq!(Root::Socket("10.0.0.1:8080".parse()?).to_json()?, r#""10.0.0.1:8080""#);
    Ok(())
}
