//! A seed → documents of schemas that refer to one another.
//!
//! Every construct that has a shape of its own is drawn in every draft that
//! has it, with names and limits at which generated code could stumble.

mod objects;
mod pools;
mod scalars;
mod unions;

use fastrand::Rng;
use isoschema::resolve::Draft;

use super::proof::text::{Doc, Style};
use super::proof::uri::{escape, percent_encode};

/// How deep schemas nest.
const DEPTH: usize = 3;

/// Documents that are generated together.
#[derive(Debug, Clone)]
pub(crate) struct Set {
    /// What they were drawn from.
    pub(crate) seed: u64,
    /// Each with its name, which is its path without the ending.
    pub(crate) documents: Vec<(String, Doc)>,
}

impl Set {
    /// Draws the documents of a seed.
    pub(crate) fn draw(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let draft = [
            Draft::Draft4,
            Draft::Draft6,
            Draft::Draft7,
            Draft::Draft7,
            Draft::Draft2019,
            Draft::Draft2020,
            Draft::Draft2020,
            Draft::Draft2020,
        ][rng.usize(..8)];
        let mut names = some(&pools::DOCUMENTS, [1, 1, 2, 3][rng.usize(..4)], &mut rng);
        // A document and a folder of one name are each in the other's way.
        names.sort_unstable();
        let definitions: Vec<(usize, &str)> = (0..names.len())
            .flat_map(|document| {
                let count = rng.usize(1..4);
                let found = some(&pools::DEFINITIONS, count, &mut rng);
                found
                    .into_iter()
                    .map(move |name| (document, name))
                    .collect::<Vec<_>>()
            })
            .collect();
        let mut drawer = Drawer {
            rng,
            draft,
            names,
            definitions,
            at: 0,
        };
        let documents = (0..drawer.names.len())
            .map(|at| drawer.document(at))
            .collect();
        Self { seed, documents }
    }

    /// The text of each document by the name of its file.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (String, String)> {
        self.documents
            .iter()
            .map(|(name, schema)| (format!("{name}.json"), schema.to_text(Style::Compact)))
    }

    /// Whether they are of draft 4, which they name then.
    pub(crate) fn is_of_draft4(&self) -> bool {
        let is_it = |(name, value): &(String, Doc)| {
            name == "$schema" && matches!(value, Doc::Text(draft) if draft.contains("/draft-04/"))
        };
        self.documents.iter().any(|(_, schema)| match schema {
            Doc::Object(members) => members.iter().any(is_it),
            _ => false,
        })
    }
}

/// What schemas are drawn with.
struct Drawer {
    rng: Rng,
    draft: Draft,
    /// The names of the documents.
    names: Vec<&'static str>,
    /// Every definition, with its document.
    definitions: Vec<(usize, &'static str)>,
    /// The document that is drawn.
    at: usize,
}

/// The keywords of a schema.
type Keywords = Vec<(String, Doc)>;

impl Drawer {
    fn document(&mut self, at: usize) -> (String, Doc) {
        self.at = at;
        let mut keywords = Keywords::new();
        if self.draft != Draft::Draft2020 || self.rng.bool() {
            put(&mut keywords, "$schema", text(self.draft.uri()));
        }
        let root = match self.rng.u8(..6) {
            0 => self.schema(DEPTH),
            1 => self.list(DEPTH),
            _ => self.object(DEPTH),
        };
        // References have no neighbours in the older drafts.
        match root {
            Doc::Object(members) if !members.iter().any(|(name, _)| name == "$ref") => {
                keywords.extend(members);
            }
            other => put(&mut keywords, "allOf", Doc::List(vec![other])),
        }
        let names: Vec<&str> = self
            .definitions
            .iter()
            .filter(|(document, _)| *document == at)
            .map(|(_, name)| *name)
            .collect();
        let schemas = names
            .into_iter()
            .map(|name| (name.to_owned(), self.schema(DEPTH)))
            .collect();
        put(
            &mut keywords,
            self.definitions_keyword(),
            Doc::Object(schemas),
        );
        (self.names[at].to_owned(), Doc::Object(keywords))
    }

    fn definitions_keyword(&self) -> &'static str {
        if self.draft >= Draft::Draft2019 {
            "$defs"
        } else {
            "definitions"
        }
    }

    /// Any schema.
    fn schema(&mut self, depth: usize) -> Doc {
        let kinds = if depth == 0 { 9 } else { 17 };
        let mut schema = match self.rng.u8(..kinds) {
            0 | 1 => self.string(),
            2 | 3 => self.number(),
            4 | 5 => self.codes(),
            6 => self.constant(),
            7 => self.plain(),
            8 | 9 => return self.reference(),
            10 => self.list(depth),
            11 => self.map(depth),
            12 | 13 => self.object(depth),
            14 => self.either(depth),
            15 => self.all(depth),
            _ => self.condition(depth),
        };
        if let Doc::Object(keywords) = &mut schema {
            self.annotate(keywords);
        }
        schema
    }

    /// A schema of no shape of its own.
    fn plain(&mut self) -> Doc {
        match self.rng.u8(..8) {
            0 => self.anything(),
            1 => of_type("null"),
            2 | 3 => of_type("boolean"),
            4 => {
                let mut kinds = some(
                    &[
                        "null", "boolean", "integer", "number", "string", "array", "object",
                    ],
                    2,
                    &mut self.rng,
                );
                // The numbers hold the integers.
                if kinds.contains(&"number") {
                    kinds.retain(|kind| *kind != "integer");
                }
                let kinds = kinds.into_iter().map(text).collect();
                Doc::Object(vec![("type".to_owned(), Doc::List(kinds))])
            }
            _ => self.string(),
        }
    }

    /// What takes everything, or nothing.
    fn anything(&mut self) -> Doc {
        let nothing = self.rng.u8(..6) == 0;
        if self.draft >= Draft::Draft6 {
            return Doc::Bool(!nothing);
        }
        Doc::Object(if nothing {
            vec![("not".to_owned(), Doc::Object(Vec::new()))]
        } else {
            Vec::new()
        })
    }

    /// A reference to a definition or a document.
    fn reference(&mut self) -> Doc {
        let (document, name) = self.definitions[self.rng.usize(..self.definitions.len())];
        let pointer = match self.rng.u8(..8) {
            0 => String::new(),
            _ => format!("/{}/{}", self.definitions_keyword(), escape(name)),
        };
        let file = if document == self.at {
            String::new()
        } else {
            let up = "../".repeat(self.names[self.at].matches('/').count());
            format!("{up}{}.json", self.names[document])
        };
        Doc::Object(vec![(
            "$ref".to_owned(),
            text(&format!("{file}#{}", percent_encode(&pointer))),
        )])
    }

    fn annotate(&mut self, keywords: &mut Keywords) {
        match self.rng.u8(..12) {
            0 => put(keywords, "title", text("A title: `x`")),
            1 => put(
                keywords,
                "description",
                text("What it is.\n\n- *one*\n- [two]\n\u{202e}"),
            ),
            2 => put(keywords, "deprecated", Doc::Bool(true)),
            // By these, schemas have forms for requests and responses.
            3 => put(keywords, "readOnly", Doc::Bool(true)),
            4 => put(keywords, "writeOnly", Doc::Bool(true)),
            _ => {}
        }
    }

    fn one_of(&mut self, texts: &[&'static str]) -> &'static str {
        texts[self.rng.usize(..texts.len())]
    }

    /// Once in so many times.
    fn once_in(&mut self, times: u8) -> bool {
        self.rng.u8(..times) == 0
    }
}

fn put(keywords: &mut Keywords, keyword: &str, value: Doc) {
    keywords.push((keyword.to_owned(), value));
}

fn text(text: &str) -> Doc {
    Doc::Text(text.to_owned())
}

fn count(count: usize) -> Doc {
    Doc::Number(count.to_string())
}

fn of_type(kind: &str) -> Doc {
    Doc::Object(vec![("type".to_owned(), text(kind))])
}

/// So many different ones of a pool.
fn some(pool: &[&'static str], count: usize, rng: &mut Rng) -> Vec<&'static str> {
    let mut pool = pool.to_vec();
    rng.shuffle(&mut pool);
    pool.truncate(count);
    pool
}
