//! What stands beside `oneOf` is known in each of its forms: they are plain structs, to build, to match and to change.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut kafka = RootKafka {
        name: "events".to_owned(),
        topics: vec!["orders".to_owned()],
    };
    kafka.topics.push("leads".to_owned());
    let server = Root::Kafka(kafka);
    let text = server.to_json();
    match Root::from_json(&text)? {
        Root::Kafka(RootKafka { name, topics }) => {
            assert_eq!((name.as_str(), topics.len()), ("events", 2))
        }
        Root::Postgres(RootPostgres { schema, .. }) => panic!("no {schema}"),
    }
    let mixed = r#"{"name": "n", "kind": "kafka", "topics": [], "schema": "s"}"#;
    let fault = Root::from_json(mixed).expect_err("a member of another form");
    assert!(
        fault.to_string().contains("unevaluatedProperties"),
        "{fault}"
    );
    Ok(())
}
