//! What nobody declared is kept as its text, and is the value that it would be.

use super::json::Basket;
use super::*;

const TEXTS: [&str; 6] = [
    r#"{"lines":[1],"note":{"b":[1, 2],  "a":"x y\n"},"empty":{},"list":[[], {}]}"#,
    "{\"lines\":[],\n  \"deep\": {\n\t\"a\" : [ { \"b\" : null } , true ]\n }\n}",
    r#"{"lines":[],"a\u0062":["\u00e9", "\\\"", -0.5, 1e2]}"#,
    r#"{"lines":[],"numbers":[1.50, 12345678901234567890, 1E400e]}"#,
    r#"{"lines":[],"twice":{"a":1,"b":{"c":1,"c":2}}}"#,
    r#"{"lines":[],"surrogate":["\ud800"]}"#,
];

fn value(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn bags_hold_what_values_would_be() {
    for text in TEXTS {
        let direct = Basket::from_json(text);
        let by_tape = from_json_by_serde::<Basket>(text);
        assert_eq!(direct.is_ok(), by_tape.is_ok(), "{text}");
        let (Ok(direct), Ok(by_tape)) = (direct, by_tape) else {
            continue;
        };
        assert_eq!(direct.more, by_tape.more, "{text}");
        assert!(direct.more.iter().eq(&by_tape.more));
        assert_eq!(format!("{:?}", direct.more), format!("{:?}", by_tape.more));
        assert_eq!(direct.more.clone(), by_tape.more);
        let members: Vec<_> = direct.more.into_iter().collect();
        assert_eq!(members, by_tape.more.into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn texts_that_are_held_are_written_compact() {
    for text in &TEXTS[..3] {
        let basket = Basket::from_json(text).unwrap();
        let written = serde_json::to_string(&basket).unwrap();
        assert_eq!(value(&written), value(text));
        assert!(
            !written.contains('\n') && !written.contains(" :"),
            "{written}"
        );
        // A way that takes no texts, one that looks at what is written, and one that parts lines.
        assert_eq!(serde_json::to_value(&basket).unwrap(), value(text));
        let pretty = serde_json::to_string_pretty(&basket).unwrap();
        assert_eq!(value(&pretty), value(text));
        assert_eq!(Basket::from_json(&pretty).unwrap().more, basket.more);
        assert!(pretty.lines().count() > 5, "{pretty}");
        let mut own = Vec::new();
        let format = serde_json::ser::CompactFormatter;
        let mut serializer = serde_json::Serializer::with_formatter(&mut own, format);
        serde::Serialize::serialize(&basket, &mut serializer).unwrap();
        assert_eq!(own, written.as_bytes());
    }
}

#[test]
fn what_is_held_can_be_changed() {
    let mut basket = Basket::from_json(r#"{"lines":[],"note":{"b":[1,2]},"other":[3]}"#).unwrap();
    basket.more.get_mut("note").unwrap()["b"][0] = 5.into();
    assert_eq!(basket.more["note"], serde_json::json!({ "b": [5, 2] }));
    assert_eq!(basket.more.remove("other"), Some(serde_json::json!([3])));
    let before = basket.more.insert("note", serde_json::json!(null)).unwrap();
    assert_eq!(before, Some(serde_json::json!({ "b": [5, 2] })));
    assert_eq!(
        serde_json::to_string(&basket).unwrap(),
        r#"{"lines":[],"note":null}"#
    );
}

#[test]
fn threads_share_what_is_held() {
    let basket = Basket::from_json(r#"{"lines":[],"note":{"b":[1,2]}}"#).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(basket.more["note"]["b"][1], 2));
        }
    });
}
