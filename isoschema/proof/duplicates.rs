//! The duplicates check: a document that names a member twice is refused,
//! at every level, known members and unknown ones.

use std::fmt::Write as _;

use super::graph::Graph;
use super::scalar;
use super::stack::on_large_stack;
use super::subject::{Sources, Subject};
use super::text::Doc;
use super::valid::Valid;

/// What the duplicates check found.
#[derive(Debug, Clone, Default)]
pub struct Duplicates {
    /// Documents with a repeated member.
    pub documents: usize,
    /// How many of them the type took.
    pub taken: usize,
    /// The first of those.
    pub examples: Vec<String>,
}

impl Duplicates {
    /// Whether every document was refused.
    pub fn passed(&self) -> bool {
        self.taken == 0
    }

    /// What to print when it did not pass.
    pub fn report(&self) -> String {
        let mut out = format!(
            "{} of {} documents with a repeated member were taken\n",
            self.taken, self.documents
        );
        for text in &self.examples {
            let _ = writeln!(out, "  document: {text}");
        }
        out
    }
}

/// Repeats one member in each of up to `documents` valid documents: with the
/// same value, with `null`, or with any value, and once in a while with its
/// name spelled in escapes.
///
/// # Errors
///
/// A schema that cannot be bundled or compiled.
pub fn duplicates(
    subject: &Subject,
    sources: &Sources,
    documents: usize,
    seed: u64,
) -> Result<Duplicates, String> {
    on_large_stack(|| {
        let bundle = sources.bundle(subject.name)?;
        let validator = sources.validator(&bundle)?;
        let graph = Graph::new(&bundle).with_formats(sources.formats());
        let mut valid = Valid::new(&graph, &validator, seed);
        let mut found = Duplicates::default();
        for _ in 0..documents {
            let Some(drawn) = valid.draw().filter(|drawn| drawn.valid) else {
                continue;
            };
            let mut doc = drawn.doc;
            let objects = count(&doc);
            if objects == 0 {
                continue;
            }
            let mut chosen = valid.drawer.rng().usize(..objects);
            repeat(&mut doc, &mut chosen, valid.drawer.rng());
            let text = doc.to_text(valid.style());
            found.documents += 1;
            if (subject.rewrite)(&text).is_ok() {
                found.taken += 1;
                if found.examples.len() < 10 {
                    found.examples.push(text);
                }
            }
        }
        Ok(found)
    })
}

/// How many objects of a tree have a member.
fn count(doc: &Doc) -> usize {
    match doc {
        Doc::List(items) => items.iter().map(count).sum(),
        Doc::Object(members) => {
            usize::from(!members.is_empty())
                + members.iter().map(|(_, value)| count(value)).sum::<usize>()
        }
        _ => 0,
    }
}

fn repeat(doc: &mut Doc, chosen: &mut usize, rng: &mut fastrand::Rng) -> bool {
    match doc {
        Doc::List(items) => items.iter_mut().any(|item| repeat(item, chosen, rng)),
        Doc::Object(members) if !members.is_empty() => {
            if *chosen > 0 {
                *chosen -= 1;
                return members
                    .iter_mut()
                    .any(|(_, value)| repeat(value, chosen, rng));
            }
            let (name, value) = members[rng.usize(..members.len())].clone();
            let value = match rng.u8(..3) {
                0 => Doc::Null,
                1 => scalar::any(2, rng),
                _ => value,
            };
            members.insert(rng.usize(..=members.len()), (name, value));
            true
        }
        _ => false,
    }
}
