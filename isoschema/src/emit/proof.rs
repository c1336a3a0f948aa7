//! Root types → the crate's own tests: the proof kit, and what it judges.

use std::fmt::Write as _;

use super::parts::CrateParts;
use crate::config::settings::Formats;
use crate::emit::head::MARK;
use crate::load::document::stem;

/// Each file of the proof kit by its path in the crate.
macro_rules! kit {
    ($($file:literal)*) => {
        &[$((
            concat!("tests/kit/", $file),
            include_str!(concat!("../../proof/", $file)),
        )),*]
    };
}

const KIT: &[(&str, &str)] = kit! {
    "accept.rs"
    "asserted.rs"
    "bundle.rs"
    "comparison.rs"
    "coverage.rs"
    "draw.rs"
    "duplicates.rs"
    "edge.rs"
    "fault.rs"
    "fault_arms.rs"
    "fault_values.rs"
    "forms.rs"
    "graph.rs"
    "inline.rs"
    "inlined.rs"
    "kind.rs"
    "leaf.rs"
    "list.rs"
    "mod.rs"
    "modern.rs"
    "number.rs"
    "object.rs"
    "pattern.rs"
    "payload.rs"
    "regular/ambiguous.rs"
    "regular/automaton.rs"
    "regular/back.rs"
    "regular/combine.rs"
    "regular/graph.rs"
    "regular/letters.rs"
    "regular/mod.rs"
    "regular/parse.rs"
    "regular/property.rs"
    "regular/runs.rs"
    "regular/table.rs"
    "round_trip.rs"
    "scalar.rs"
    "site.rs"
    "spoken.rs"
    "stack.rs"
    "strings.rs"
    "subject.rs"
    "text.rs"
    "uri.rs"
    "valid.rs"
};

/// The tests themselves, behind the tables that [`files`] writes.
const TESTS: &str = include_str!("proof_tests.rs.txt");

/// How a borrowing form is judged, where there is one.
const BORROWED: &str = include_str!("proof_borrowed.rs.txt");

/// The test files by their paths in the crate. `library` is the crate's name
/// in Rust code.
pub(super) fn files(library: &str, parts: &CrateParts<'_>) -> Vec<(&'static str, String)> {
    let mut files: Vec<_> = KIT
        .iter()
        .map(|(path, text)| (*path, (*text).to_owned()))
        .collect();
    files.push(("tests/proof.rs", tests(library, parts)));
    files
}

fn tests(library: &str, parts: &CrateParts<'_>) -> String {
    let mut text = format!(
        "//! {MARK}: the types of `{}` and their schemas.\n//!\n",
        parts.name
    );
    text.push_str(TESTS);
    let _ = write!(
        text,
        "\n/// What the configuration makes assert.\n#[rustfmt::skip]\n\
         const ASSERTED: kit::Asserted = kit::Asserted {{\n    formats: {},\n    content: {},\n}};\n",
        formats(parts.formats),
        parts.content
    );
    let _ = write!(
        text,
        "\n#[allow(unused_imports)]\nuse {library} as types;\n"
    );
    if parts
        .roots
        .iter()
        .any(|root| root.borrowed && !root.weakened)
    {
        text.push_str(BORROWED);
    }
    text.push_str(
        "\n/// Schemas that the comparison cannot judge, and why; the other checks decide\n\
         /// about them.\n#[rustfmt::skip]\n\
         const UNDECIDED: &[(&str, &str)] = &[\n",
    );
    for (schema, reason) in parts.undecided {
        let _ = writeln!(text, "    ({:?}, {reason:?}),", stem(schema));
    }
    text.push_str(
        "];\n\n/// The types to judge.\n#[rustfmt::skip]\nconst SUBJECTS: &[Subject] = &[\n",
    );
    for root in parts.roots.iter().filter(|root| !root.weakened) {
        let _ = writeln!(
            text,
            "    subject!({:?}, {}),",
            stem(&root.schema),
            root.rust
        );
        if root.borrowed {
            let _ = writeln!(
                text,
                "    borrowed!({:?}, {}),",
                stem(&root.schema),
                root.rust
            );
        }
    }
    text.push_str("];\n");
    text
}

/// The `format`s that assert, as code.
fn formats(formats: &Formats) -> String {
    match formats {
        Formats::Annotations => "kit::Formats::None".to_owned(),
        Formats::Named(names) => format!("kit::Formats::Named(&{names:?})"),
        Formats::All => "kit::Formats::All".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    //! The kit goes into a crate as a whole.

    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_file_of_the_kit_is_left_out() -> std::io::Result<()> {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("proof");
        let mut names = BTreeSet::new();
        let mut open = vec![root.clone()];
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(folder)? {
                let path = entry?.path();
                let name = path.strip_prefix(&root).unwrap_or(&path);
                if path.is_dir() {
                    open.push(path);
                } else {
                    names.insert(format!("tests/kit/{}", name.display()));
                }
            }
        }
        let known: BTreeSet<String> = KIT.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(names, known);
        Ok(())
    }
}
