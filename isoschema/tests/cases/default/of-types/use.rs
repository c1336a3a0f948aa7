//! A definition that states a default has it, and so have the members that refer to it.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    assert_eq!(Mode::default(), Mode::Fast);
    assert_eq!(Wait::default(), "30s");
    assert_eq!(Tries::default(), 3);
    assert_eq!(Server::default().host, "localhost");
    assert_eq!(i64::from(RootLevel::default()), 2);
    let root = Root::default();
    assert_eq!(root.to_json(), "{}", "a default is not written");
    assert_eq!(root.mode_or_default(), Mode::Fast);
    assert_eq!(root.wait_or_default(), "30s");
    assert_eq!(root.tries_or_default(), 3);
    assert_eq!(root.server_or_default().port, Some(80));
    assert_eq!((RootLevel::N3.to_string(), "3".parse::<RootLevel>()?), ("3".to_owned(), RootLevel::N3));
    let error = "x".parse::<Tries>().unwrap_err().to_string();
    assert!(error.starts_with(r#"(root): "x" is a string"#) || error.contains("\"x\""), "{error}");
    let error = Root::builder().tries(1_000).build().unwrap_err().to_string();
    assert!(error.starts_with("tries: 1000 "), "{error}");
    Ok(())
}
