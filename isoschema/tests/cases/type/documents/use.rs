//! Every named type is read from JSON text and values, and written.
use std::fmt::{Debug, Display};
use std::str::FromStr;

use serde_json::Value;
use crate::support::{Error, Json};
use types::*;

fn parsed<T>(text: &str)
where
    T: for<'de> Json<'de> + FromStr<Err: Display> + PartialEq + Debug,
{
    let read = T::from_json(text).expect("it fits");
    assert_eq!(text.parse::<T>().ok().as_ref(), Some(&read));
    assert_eq!(Json::to_json(&read).expect("it is written"), text);
}

fn converted<T>(text: &str)
where
    T: for<'de> Json<'de> + TryFrom<Value, Error: Display> + PartialEq + Debug,
{
    let read = T::from_json(text).expect("it fits");
    let value: Value = serde_json::from_str(text).expect("it is JSON");
    assert_eq!(T::try_from(value).ok().as_ref(), Some(&read));
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let trip = r#"{"stops":[{"name":"Oslo","kind":"city"}],"to_json":true}"#;
    parsed::<Trip>(trip);
    converted::<Trip>(trip);
    for (text, pair) in [(r#"{"name":"Oslo"}"#, false), (r#"[true,"x"]"#, true)] {
        parsed::<Either>(text);
        converted::<Either>(text);
        if pair {
            parsed::<Pair>(text);
            converted::<Pair>(text);
        } else {
            parsed::<Stop>(text);
            converted::<Stop>(text);
        }
    }
    parsed::<Count>("5");
    converted::<Count>("5");
    parsed::<Names>(r#"["a"]"#);
    converted::<Names>(r#"["a"]"#);
    parsed::<Level>("1");
    converted::<Level>("true");
    parsed::<Anything>("[1]");
    converted::<Anything>("[1]");
    converted::<Place>(r#""Oslo""#);
    converted::<Kind>(r#""port""#);
    converted::<Color>(r#""green""#);

    // Of a text, what is parsed is the text itself.
    assert_eq!("Oslo".parse::<Place>()?, Place::from_json(r#""Oslo""#)?);
    assert_eq!("port".parse::<Kind>()?, Kind::Port);
    assert_eq!("green".parse::<Color>()?.to_json(), r#""green""#);
    assert_eq!(Kind::Port.to_json(), r#""port""#);

    // A method of a type is no member's.
    let trip = Trip::from_json_slice(trip.as_bytes())?;
    assert_eq!(trip.to_json().parse::<Trip>()?, trip);
    let lent = borrowed::Trip::from(&trip);
    assert_eq!(lent.to_json(), trip.to_json());

    let error = Stop::try_from(serde_json::json!({"name": "oslo"})).unwrap_err();
    assert_eq!(error.path(), Some("name"));
    let error = r#"{"stops":[{"name":"Oslo"},{"name":""}]}"#.parse::<Trip>().unwrap_err();
    assert_eq!(error.path(), Some("stops[1].name"));
    let error = Vec::<Trip>::from_json(r#"[{"stops":[]},{"stops":[{}]}]"#).unwrap_err();
    assert_eq!(error.path(), Some("[1].stops[0]"));

    // What is from elsewhere may refuse to be written.
    let text = r#"{"at":"now"}"#;
    let stamped = Stamped::from_json(text)?;
    let written: Result<String, Error> = stamped.to_json();
    assert_eq!(written?, text);
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStringExt as _;
        let at = std::path::PathBuf::from(std::ffi::OsString::from_vec(vec![255]));
        let stamped = Stamped::builder().at(at).build()?;
        assert!(stamped.to_json().is_err());
    }
    Ok(())
}
