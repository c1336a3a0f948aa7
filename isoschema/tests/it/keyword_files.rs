//! One keyword is one file: the engine calls it by its name there, in the table,
//! and in few other places, where it means something that no other does.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::{Path, PathBuf};

use heck::ToSnakeCase as _;
use isoschema::config::Config;
use isoschema::front::rules;
use isoschema::keywords::keyword::Applies;
use isoschema::keywords::spelling::Spelling;
use isoschema::keywords::table::{Assertion, Word};
use isoschema::load::Source;
use isoschema::rules::rule::Rule;

use crate::common::{cases, files};

/// So many files besides the keyword's own, the table and the list of modules.
const OTHERS: usize = 3;

/// What compares two schemas keyword by keyword: one that it does not know proves nothing.
const COMPARING: &str = "diff/implied.rs";

/// What schemas that the engine itself writes are put together with.
const WRITTEN: [Word; 3] = [Word::AllOf, Word::AnyOf, Word::OneOf];

/// Whether a name is no common word, so that a text with it speaks of the keyword. References are
/// followed before there are keywords.
fn is_own_word(spelling: &Spelling) -> bool {
    !spelling.name.starts_with('$') && spelling.name.contains(char::is_uppercase)
}

/// Whether a text has a word that is no part of a longer one.
fn says(text: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let behind = text[at + word.len()..].chars().next();
        !before.is_some_and(is_part) && !behind.is_some_and(is_part)
    })
}

/// The files that name a keyword, without its own, the table, the list of modules, and what compares schemas.
fn others<'f>(files: &'f [(PathBuf, String)], word: Word, name: &str) -> Vec<&'f Path> {
    let keywords = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/keywords");
    let own = format!("pub struct {word:?}");
    let is_listed = |file: &Path, text: &str| {
        file.starts_with(&keywords)
            && (file.ends_with("mod.rs") || file.ends_with("table.rs") || says(text, &own))
    };
    let identifier = name.to_snake_case();
    let naming = files.iter().filter(|(file, text)| {
        let is_said = says(text, name) || says(text, &identifier);
        is_said && !is_listed(file, text) && !file.ends_with(COMPARING)
    });
    naming.map(|(file, _)| file.as_path()).collect()
}

#[test]
fn a_keyword_is_named_in_few_files() -> Result<(), Box<dyn Error>> {
    let files = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))?;
    let words = Word::ALL.iter().filter(|word| !WRITTEN.contains(word));
    let mut named = 0;
    for word in words {
        for spelling in word.spellings().iter().filter(|it| is_own_word(it)) {
            let others = others(&files, *word, spelling.name);
            named += 1;
            assert!(others.len() <= OTHERS, "{}: {others:#?}", spelling.name);
        }
    }
    assert!(named > 20, "only {named} names");

    // It can fail: what schemas are written with is named in many.
    assert!(others(&files, Word::AllOf, "allOf").len() > OTHERS);
    Ok(())
}

/// Whether the schemas inside a statement apply to the same value: by its spellings, and by what it
/// says of each.
fn in_place(stated: &Assertion) -> (bool, Vec<bool>) {
    let mut spellings = stated.word().spellings().iter();
    let spelled = spellings.any(|it| it.in_place);
    let mut each = Vec::new();
    let visit = &mut |applies: Applies, _| each.push(applies.in_place());
    stated.keyword().subschemas(visit);
    (spelled, each)
}

#[test]
fn a_spelling_says_to_what_its_schemas_apply() -> Result<(), Box<dyn Error>> {
    let mut seen = BTreeSet::new();
    for case in cases()? {
        let mut source = Source::file(case.join("schema.json"));
        let remotes = case.join("remotes");
        if remotes.is_dir() {
            source = source.remote_base("http://localhost:1234/", remotes);
        }
        let Ok((_, rules, _)) = rules(&source, &Config::new()) else {
            continue;
        };
        for stated in rules.rules.iter().flat_map(Rule::assertions) {
            let (spelled, each) = in_place(stated);
            let agree = each.iter().all(|it| *it == spelled);
            assert!(agree, "{}: {stated:?}", case.display());
            if !each.is_empty() {
                seen.extend(stated.word().spellings().iter().map(|it| it.name));
            }
        }
    }
    // Every name that has schemas inside is among them.
    let spellings = Word::ALL.iter().flat_map(|word| word.spellings());
    let inner = spellings.filter(|it| it.holds.schemas());
    let missing: Vec<_> = inner
        .map(|it| it.name)
        .filter(|it| !seen.contains(it))
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
    Ok(())
}
