//! `serde_json` hands over texts: the ways through it read and refuse as `from_json` does.

use super::json::Basket;
use super::*;

#[test]
fn a_text_is_read_wherever_it_stands() {
    let order: (u32, Basket) =
        serde_json::from_str(r#" [1,  {"lines":[1,2],"more":{"a":[]}} ]"#).unwrap();
    assert_eq!((order.0, order.1.lines.len()), (1, 2));
    let all: Vec<Basket> = serde_json::from_str(r#"[{"lines":[]},{"lines":[3]}]"#).unwrap();
    assert_eq!(all[1].lines, [3]);
    let stream = serde_json::Deserializer::from_str("{\"lines\":[1]}\n{\"lines\":[2]}");
    let all: Vec<Basket> = stream.into_iter().map(Result::unwrap).collect();
    assert_eq!(all[1].lines, [2]);
    let text: &[u8] = br#"{"lines":[4]}"#;
    let read: Basket = serde_json::from_reader(text).unwrap();
    assert_eq!(read.lines, [4]);
    let read: Basket = serde_json::from_value(serde_json::json!({ "lines": [5] })).unwrap();
    assert_eq!(read.lines, [5]);
}

#[test]
fn what_does_not_fit_is_told_alike() {
    for text in [r#"{"lines":[1,-2]}"#, r#"{"lines":3}"#, "{}", "[]"] {
        let direct = Basket::from_json(text).unwrap_err().to_string();
        assert_eq!(
            serde_json::from_str::<Basket>(text)
                .unwrap_err()
                .to_string(),
            direct
        );
        assert_eq!(
            serde_json::from_slice::<Basket>(text.as_bytes())
                .unwrap_err()
                .to_string(),
            direct
        );
        assert_eq!(
            serde_json::from_reader::<_, Basket>(text.as_bytes())
                .unwrap_err()
                .to_string(),
            direct
        );
    }
}

#[test]
fn where_a_text_is_no_json_is_told() {
    let error = serde_json::from_str::<Basket>("{\"lines\":\n [1,]}").unwrap_err();
    assert_eq!((error.line(), error.column()), (2, 5));
    let error = serde_json::from_str::<Basket>(r#"{"lines":[],"a":1,"a":2}"#).unwrap_err();
    assert!(error.to_string().contains("of the value"), "{error}");
    let error = serde_json::from_slice::<Basket>(b"{\"lines\":[],\"a\":\"\xff\"}").unwrap_err();
    assert!(error.is_syntax(), "{error}");
}
