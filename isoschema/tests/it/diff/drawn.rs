//! Pairs of schemas that are drawn from seeds: no document that is drawn of
//! either contradicts what is said of them, and what is shown as a proof is one.
//!
//! `ISOSCHEMA_PAIRS=3000 cargo test` draws more of them.

mod changed;
mod schemas;

use fastrand::Rng;
use isoschema::diff::{About, Diff, LocationDiff, Question, Relation, diff};
use serde_json::Value;

use self::changed::{changed, definition_changed};
use self::schemas::{among_others, document, value};
use super::{proof, side, validator};

/// How many pairs are drawn where nobody says.
const PAIRS: u64 = 240;

/// Two schemas, and what tells what they take.
struct Pair {
    old: Value,
    new: Value,
    before: jsonschema::Validator,
    after: jsonschema::Validator,
    documents: Vec<Value>,
}

impl Pair {
    fn drawn(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let old = document(&mut rng);
        let new = if rng.u8(..10) < 7 {
            changed(&old, &mut rng)
        } else {
            document(&mut rng)
        };
        if rng.u8(..6) == 0 {
            let [old, new] = [&old, &new].map(among_others);
            return Self::of(old, new, &mut rng);
        }
        Self::of(old, new, &mut rng)
    }

    fn of(old: Value, new: Value, rng: &mut Rng) -> Self {
        Self {
            before: validator(&old),
            after: validator(&new),
            documents: drawn(&old, &new, rng),
            old,
            new,
        }
    }

    /// A document that contradicts what is said.
    fn contradicts(&self, relation: Relation) -> Option<&Value> {
        self.documents.iter().find(|document| {
            let (was, is) = (
                self.before.is_valid(document),
                self.after.is_valid(document),
            );
            match relation {
                Relation::Equal => was != is,
                Relation::Narrower => !was && is,
                Relation::Wider => was && !is,
                _ => false,
            }
        })
    }
}

fn compared(old: &Value, new: &Value) -> Diff {
    let values = Question::default().about(About::Values);
    diff(&side(old), &side(new), values)
}

fn root(found: &Diff) -> Option<&LocationDiff> {
    let first = found.schemas[0].locations.first();
    first.filter(|it| it.location.ends_with('#'))
}

/// What became of the document: definitions count where it leads to them.
fn relation(found: &Diff) -> Relation {
    root(found).map_or(Relation::Equal, |root| root.relation)
}

#[test]
fn no_document_contradicts_what_is_said_of_drawn_pairs() {
    let pairs = std::env::var("ISOSCHEMA_PAIRS").map_or(PAIRS, |it| it.parse().expect("a count"));
    let (mut documents, mut witnesses, mut marked, mut undecided) = (0, 0, 0, 0);
    let mut found_of = std::collections::BTreeMap::<&str, u64>::new();
    for seed in 0..pairs {
        let pair = Pair::drawn(seed);
        let shown = format!("seed {seed}: {} -> {}", pair.old, pair.new);
        let found = compared(&pair.old, &pair.new);
        let (root, relation) = (root(&found), relation(&found));
        *found_of.entry(relation.word()).or_default() += 1;
        undecided += u64::from(relation == Relation::Unknown);
        let contradiction = pair.contradicts(relation);
        assert_eq!(contradiction, None, "{shown}: {}", relation.word());
        documents += pair.documents.len() as u64;
        let Some(root) = root else { continue };
        for (evidence, takes, refuses) in [
            (&root.lost, &pair.before, &pair.after),
            (&root.gained, &pair.after, &pair.before),
        ] {
            let Some(evidence) = evidence else { continue };
            let Some(text) = &evidence.witness else {
                continue;
            };
            let witness: Value = serde_json::from_str(text).expect("a witness is JSON");
            assert!(takes.is_valid(&witness), "{shown}: {text}");
            assert!(!refuses.is_valid(&witness), "{shown}: {text}");
            witnesses += 1;
            if let Some(place) = &evidence.place {
                assert!(
                    witness.pointer(place).is_some(),
                    "{shown}: {text} at {place}"
                );
                marked += 1;
            }
        }
    }
    println!(
        "{pairs} pairs, {documents} documents, {witnesses} witnesses, {marked} marked: {found_of:?}"
    );
    assert!(documents > 40 * pairs, "{documents}");
    assert!(witnesses > pairs / 3, "{witnesses}");
    assert!(marked * 100 >= witnesses * 95, "{marked} of {witnesses}");
    assert!(undecided * 100 <= pairs * 10, "{undecided} of {pairs}");
}

/// A comparison that takes every reference for what it was before: documents
/// contradict it wherever that is wrong.
#[test]
fn references_that_are_taken_for_alike_are_contradicted() {
    let (mut wrong, mut contradicted) = (0, 0);
    for seed in 0..PAIRS {
        let mut rng = Rng::with_seed(seed);
        let old = document(&mut rng);
        let new = definition_changed(&old, &mut rng);
        if old == new || relation(&compared(&old, &new)) == Relation::Equal {
            continue;
        }
        // The fault: two definitions of one name are not looked at.
        let mut taken = new.clone();
        if let Some(definitions) = taken.get_mut("$defs") {
            *definitions = old["$defs"].clone();
        }
        let said = relation(&compared(&old, &taken));
        wrong += 1;
        let pair = Pair::of(old, new, &mut rng);
        contradicted += u64::from(pair.contradicts(said).is_some());
    }
    println!("{contradicted} of {wrong} wrong verdicts are contradicted");
    assert!(
        wrong > 9 && contradicted * 10 >= wrong * 8,
        "{contradicted} of {wrong}"
    );
}

/// Documents of both schemas, valid and with one fault, and some of neither.
fn drawn(old: &Value, new: &Value, rng: &mut Rng) -> Vec<Value> {
    let mut out: Vec<Value> = (0..20).map(|_| value(rng, 3)).collect();
    for schema in [old, new] {
        let sources = proof::Sources::new().with("case", schema.clone());
        let bundle = sources.bundle("case").expect("a bundle");
        let graph = proof::graph::Graph::new(&bundle);
        let of = validator(schema);
        let mut valid = proof::valid::Valid::new(&graph, &of, rng.u64(..));
        out.extend((0..12).filter_map(|_| valid.draw()).map(|it| it.value));
        for site in 0..valid.sites.len().min(24) {
            out.extend((0..3).filter_map(|turn| Some(valid.faulty(site, turn)?.value)));
        }
    }
    out
}
