//! What several documents define alike is one type, whatever their order.

use isoschema::{Generated, Generator};

fn generated(documents: &[(&str, &str)]) -> Generated {
    let texts = documents.iter();
    let generator = texts.fold(Generator::new(), |generator, (name, text)| {
        generator.text(*name, *text)
    });
    let generated = generator.generate();
    generated.unwrap_or_else(|problems| panic!("{}", problems.render()))
}

/// A schema with a member of each definition.
fn schema(definitions: &str) -> String {
    let names: serde_json::Value = serde_json::from_str(definitions).expect("JSON");
    let names = names.as_object().expect("an object").keys();
    let members: Vec<String> = names
        .map(|name| format!(r##""{name}": {{"$ref": "#/$defs/{name}"}}"##))
        .collect();
    let members = members.join(", ");
    format!(r#"{{"type": "object", "properties": {{{members}}}, "$defs": {definitions}}}"#)
}

fn structs(generated: &Generated) -> Vec<String> {
    let lines = generated.text.lines();
    let structs = lines.filter_map(|line| line.strip_prefix("pub struct "));
    let name = |rest: &str| rest.split([' ', '(', ';']).next().unwrap_or("").to_owned();
    structs.map(name).collect()
}

const MONEY: &str =
    r#"{"money": {"type": "object", "properties": {"cents": {"type": "integer"}}}}"#;

#[test]
fn equal_definitions_are_one_type() {
    let schema = schema(MONEY);
    let mut documents = vec![("bill.json", &*schema), ("refund.json", &*schema)];
    let both = generated(&documents);
    assert_eq!(structs(&both), ["Bill", "Money", "Refund"]);
    assert!(
        both.text
            .contains("/// Schema: `bill.json#/$defs/money`, `refund.json#/$defs/money`."),
        "{}",
        both.text
    );
    documents.reverse();
    assert_eq!(generated(&documents).text, both.text);
}

#[test]
fn what_differs_is_told_apart_by_its_document() {
    let other = MONEY.replace("integer", "number");
    let deeper = r##"{"money": {"type": "object", "properties": {"unit": {"$ref": "#/$defs/unit"}}}, "unit": {"enum": ["a", "b"]}}"##;
    let deeper = [deeper.to_owned(), deeper.replace("\"b\"", "\"c\"")];
    for (one, two) in [(MONEY, &*other), (&*deeper[0], &*deeper[1])] {
        let (one, two) = (schema(one), schema(two));
        let mut documents = vec![("bill.json", &*one), ("refund.json", &*two)];
        let both = generated(&documents);
        assert_eq!(
            structs(&both),
            ["Bill", "BillMoney", "Refund", "RefundMoney"],
            "{one} {two}"
        );
        documents.reverse();
        assert_eq!(generated(&documents).text, both.text);
        // Another file, wherever it stands in their order, renames none of them.
        let third = schema(&MONEY.replace("integer", "string"));
        for file in ["a.json", "c.json", "z.json"] {
            documents.push((file, &third));
            let all = structs(&generated(&documents));
            let renamed = |name: &&String| !all.contains(*name);
            assert_eq!(structs(&both).iter().find(renamed), None, "{file}: {all:?}");
            documents.pop();
        }
    }
}

#[test]
fn definitions_that_lead_back_to_themselves_are_compared() {
    let tree = r##"{"tree": {"type": "object", "properties": {"of": {"type": "array", "items": {"$ref": "#/$defs/tree"}}}}}"##;
    let list = tree.replace("\"array\"", "[\"array\", \"null\"]");
    let (tree, list) = (schema(tree), schema(&list));
    let one = generated(&[("a.json", &tree), ("b.json", &tree)]);
    assert_eq!(structs(&one), ["A", "Tree", "B"]);
    let two = generated(&[("a.json", &tree), ("b.json", &list)]);
    assert_eq!(structs(&two), ["A", "ATree", "B", "BTree"]);
}

#[test]
fn what_is_referred_to_is_compared_though_it_is_called_alike() {
    // `#/$defs/pack` is the beginning of `#/$defs/packing`.
    let one = r##"{"pack": {"type": "string", "$ref": "#/$defs/packing"}, "packing": {"type": "string", "minLength": 1}}"##;
    let (one, two) = (
        schema(one),
        schema(&one.replace("\"minLength\": 1", "\"minLength\": 2")),
    );
    let both = generated(&[("a.json", &one), ("b.json", &two)]);
    let found = structs(&both);
    for name in ["APack", "APacking", "BPack", "BPacking"] {
        assert!(found.iter().any(|it| it == name), "{name}: {found:?}");
    }
}

#[test]
fn the_same_words_of_two_drafts_are_two_definitions() {
    // Draft 7 knows no `maxContains`.
    let list = r#"{"list": {"type": "array", "contains": {"const": 1}, "maxContains": 1}}"#;
    let of = |draft: &str| schema(list).replacen('{', &format!("{{\"$schema\": \"{draft}\", "), 1);
    let new = of("https://json-schema.org/draft/2020-12/schema");
    let old = of("http://json-schema.org/draft-07/schema#");
    let both = generated(&[("a.json", &new), ("b.json", &old)]);
    let found = structs(&both);
    assert!(found.iter().any(|it| it == "BList"), "{found:?}");
    let same = generated(&[("a.json", &new), ("b.json", &new)]);
    assert_eq!(structs(&same), ["A", "List", "B"]);
}

#[test]
fn a_name_that_a_definition_has_goes_to_nothing_else() {
    // The inline type of `bill`'s member would be called so, too.
    let bill = r#"{"type": "object", "properties": {"money": {"type": "object", "properties": {"a": {"type": "string"}}}}}"#;
    let other = schema(&MONEY.replace("money", "BillMoney"));
    let both = generated(&[("bill.json", bill), ("other.json", &other)]);
    assert_eq!(
        structs(&both),
        ["Bill", "BillMoneyObject", "Other", "BillMoney"]
    );
}
