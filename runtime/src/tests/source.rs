//! The texts of this crate are all of its files.

use std::collections::BTreeSet;
use std::path::Path;
use std::string::String;

use crate::source::FILES;

/// What no module brings along: the front of the crate, what modules say themselves, and
/// what there is twice, with the standard library and without it: what is pasted keeps the
/// memory of tapes, and is short else.
const ITS_OWN: [&str; 11] = [
    "__private",
    "foreign",
    "lib",
    "no_spare",
    "pass",
    "raw",
    "source",
    "text_serializer",
    "text_writer",
    "unread",
    "untold",
];

#[test]
fn every_file_can_be_pasted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|name| !ITS_OWN.contains(&name.as_str()))
        .collect();
    let pasted: BTreeSet<String> = FILES.iter().map(|(name, _)| (*name).into()).collect();
    assert_eq!(pasted, files);
    for (name, text) in FILES {
        let is_absolute = !text.contains("\nuse crate::") && !text.contains(" std::");
        assert!(
            is_absolute,
            "{name} names something that is not there where it is pasted"
        );
    }
}

/// Examples name this crate, and are left out where it is not there: they are told by their
/// heading.
#[test]
fn examples_have_a_heading() {
    for (name, text) in FILES {
        let mut comment = String::new();
        for line in text.lines() {
            match line.trim_start().strip_prefix("///") {
                Some(words) => comment.push_str(words),
                None => comment.clear(),
            }
            let shown = comment.find("isoschema_runtime");
            let heading = comment.find("# Examples");
            assert!(
                shown.is_none() || heading < shown && heading.is_some(),
                "{name}: {comment}"
            );
        }
    }
}

/// A function that a macro makes is compiled where it is called, as those of derives are: a crate
/// of many types costs its users what they use of it.
#[test]
fn what_macros_make_is_compiled_where_it_is_used() {
    let macros = FILES.iter().filter(|(name, _)| name.starts_with("macro_"));
    let mut made = 0;
    for (name, text) in macros {
        let mut attributes = String::new();
        for line in text.lines().map(str::trim_start) {
            let signature = line.trim_start_matches("$vis ").trim_start_matches("pub ");
            let signature = signature.trim_start_matches("const ");
            if signature.starts_with("fn ") {
                let is_said = ["#[inline]", "#[cold]"]
                    .iter()
                    .any(|it| attributes.contains(it));
                assert!(is_said || line.contains("<Once>"), "{name}: {line}");
                made += 1;
            }
            match line.strip_prefix("#[") {
                Some(_) => attributes.push_str(line),
                None => attributes.clear(),
            }
        }
    }
    assert!(made > 100, "{made}");
}

/// What a module that uses the crate calls is found where it looks.
#[test]
fn every_macro_is_lent_to_modules() {
    let lent = include_str!("../__private.rs");
    let is_lent = |name: &str| {
        let mut words = lent.split(|it: char| !it.is_alphanumeric() && it != '_');
        words.any(|word| word == name)
    };
    let mut lines = FILES.iter().flat_map(|(_, text)| text.lines());
    let mut exported = 0;
    while lines.any(|line| line == "#[macro_export]") {
        let named = lines.find_map(|line| line.strip_prefix("macro_rules! "));
        let name = named.unwrap().trim_end_matches(" {");
        assert!(is_lent(name), "{name} is not in __private");
        exported += 1;
    }
    assert!(exported > 100, "{exported}");
}
