//! The same documents give the same bytes, in whatever order they are given and however a
//! hash map goes through them; what is refused is refused in the same words.

use std::error::Error;
use std::fs;

use isoschema::Generator;

use crate::common::cases;

/// How often each set is generated: each time, hash maps have another order.
const TIMES: usize = 3;

/// Documents by their names.
type Documents = Vec<(String, String)>;

/// The module, or what is said in place of it.
fn said(documents: &Documents) -> String {
    let documents = documents.iter();
    let generator = documents.fold(Generator::new(), |generator, (name, text)| {
        generator.text(name, text.as_str())
    });
    match generator.generate() {
        Ok(generated) => {
            let warnings = generated.warnings.map(|it| it.render());
            format!("{}\n{}", generated.text, warnings.unwrap_or_default())
        }
        Err(problems) => problems.render(),
    }
}

/// Generates a set in several orders.
fn is_always_the_same(name: &str, mut documents: Documents) {
    let first = said(&documents);
    for _ in 1..TIMES {
        documents.rotate_left(1);
        assert!(said(&documents) == first, "{name} differs");
    }
}

#[test]
fn cases_of_one_keyword_are_a_set() -> Result<(), Box<dyn Error>> {
    let cases = cases()?;
    let mut sets = 0;
    for set in cases.chunk_by(|one, other| one.parent() == other.parent()) {
        let mut documents = Documents::new();
        for case in set {
            let name = case.file_name().unwrap_or_default().display();
            let text = fs::read_to_string(case.join("schema.json"))?;
            documents.push((format!("{name}.json"), text));
        }
        let keyword = set[0].parent().unwrap_or(&set[0]).display();
        is_always_the_same(&keyword.to_string(), documents);
        sets += 1;
    }
    assert!(sets > 20, "{sets} keywords");
    Ok(())
}

/// Many documents are one definition: one of them is called as it is, and so it is that one.
#[test]
fn of_many_documents_that_refer_to_a_definition_its_namesake_gives_the_name() {
    let common = r#"{"definitions": {"bill": {"type": "object", "properties": {"cents": {"type": "integer"}}}}}"#;
    let refers = r#"{"$ref": "common.json#/definitions/bill"}"#;
    let names = ["account", "bill", "claim", "debt", "expense", "fee"];
    let mut documents = Documents::from([("common.json".to_owned(), common.to_owned())]);
    documents.extend(names.map(|name| (format!("{name}.json"), refers.to_owned())));
    let said = said(&documents);
    assert!(said.contains("pub struct Bill {"), "{said}");
    assert!(said.contains("pub struct Fee(pub Bill);"), "{said}");
    is_always_the_same("documents that refer", documents);
}
