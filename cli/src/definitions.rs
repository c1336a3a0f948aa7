//! A generated module's text → the definition of each of its types.

use std::collections::BTreeMap;

/// Each type with its lines, its documentation and its attributes: these say in
/// words what is checked. Of several types of one name the first.
pub(crate) fn definitions(text: &str) -> BTreeMap<&str, String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = BTreeMap::new();
    let (mut head, mut at) = (0, 0);
    while let Some(line) = lines.get(at) {
        let inner = line.trim_start();
        if let Some(name) = defined(inner) {
            let indent = line.len() - inner.len();
            let brace = format!("{}}}", " ".repeat(indent));
            let ends = |line: &&str| line.ends_with(';') || line.trim_end() == brace;
            let length = lines[at..].iter().position(ends).unwrap_or(0);
            let whole = lines[head..=at + length]
                .iter()
                .map(|line| line.get(indent..).unwrap_or("").to_owned() + "\n");
            found.entry(name).or_insert_with(|| whole.collect());
            at += length;
        }
        at += 1;
        if !inner.starts_with("///") && !inner.starts_with("#[") {
            head = at;
        }
    }
    found
}

/// The name of each type with the place of its schema, as its documentation says.
pub(crate) fn standing(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut place = None;
    for line in text.lines().map(str::trim_start) {
        if let Some(said) = line.strip_prefix("/// Schema: `") {
            place = said.strip_suffix("`.");
        } else if let Some(name) = defined(line) {
            found.extend(place.take().map(|place| (name, place)));
        } else if !line.starts_with("///") && !line.starts_with("#[") {
            place = None;
        }
    }
    found
}

/// The name of the type whose definition begins with a line.
fn defined(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("pub")?;
    let rest = rest.split_once("struct ").or(rest.split_once("enum "))?.1;
    let end = rest.find(|it: char| !it.is_alphanumeric() && it != '_')?;
    (rest[end..].starts_with([' ', '(', '<', ';']) && end > 0).then(|| &rest[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_definition_has_its_head() {
        let text = "use a;\n\n/// One.\n#[derive(Debug)]\npub struct One {\n    pub a: u8,\n}\n\n/// Two.\npub struct OneMore(u8);\n\nmod inner {\n    /// Three.\n    pub enum Three<'de> {\n        /// A.\n        A(&'de str),\n    }\n}\n";
        let found = definitions(text);
        assert_eq!(
            found.keys().collect::<Vec<_>>(),
            [&"One", &"OneMore", &"Three"]
        );
        assert_eq!(
            found["One"],
            "/// One.\n#[derive(Debug)]\npub struct One {\n    pub a: u8,\n}\n"
        );
        assert_eq!(
            standing(
                "/// One.\n///\n/// Schema: `a.json#`.\n#[derive(Debug)]\npub enum One {\n}\n/// Two.\npub struct Two;\n"
            ),
            [("One", "a.json#")]
        );
        assert_eq!(found["OneMore"], "/// Two.\npub struct OneMore(u8);\n");
        assert_eq!(
            found["Three"],
            "/// Three.\npub enum Three<'de> {\n    /// A.\n    A(&'de str),\n}\n"
        );
    }
}
