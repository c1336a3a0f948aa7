//! The comparison check: the schema derived from a type and its source accept
//! the same values.

use std::fmt;

use jsonschema::canonical::Satisfiability;
use serde_json::Value;

use super::draw::Drawer;
use super::forms::{Formless, Forms};
use super::graph::Graph;
use super::inline::Inlined;
use super::stack::on_large_stack;
use super::subject::{Sources, Subject};
use super::text::Style;

/// Documents of a schema that are drawn in search of a difference have so many bytes
/// together.
const MOST_DRAWN: usize = 1 << 20;

/// Which side accepts more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The source accepts values that the derived schema refuses.
    Refuses,
    /// The derived schema accepts values that the source refuses.
    Takes,
}

/// How two schemas differ.
#[derive(Debug, Clone)]
pub struct Difference {
    /// Which side accepts more.
    pub direction: Direction,
    /// The values in the one and not in the other, where a schema can say it.
    pub schema: Option<Value>,
    /// A document in the one and not in the other, confirmed by the validator.
    pub witness: Option<String>,
    /// The canonical form of the source.
    pub source: Value,
    /// The canonical form of the derived schema.
    pub derived: Value,
}

/// What the comparison found.
#[derive(Debug, Clone)]
pub enum Comparison {
    /// Both differences are empty.
    Equal,
    /// One of them is not.
    Different(Box<Difference>),
    /// Neither was proven; a failure unless it is listed by name with a
    /// reason.
    Undecided(String),
    /// The schemas are too large for a canonical form: documents alone decide.
    TooLarge(String),
}

impl Comparison {
    /// Whether the schemas were proven equal.
    pub fn passed(&self) -> bool {
        matches!(self, Self::Equal)
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Equal => f.write_str("equal"),
            Self::Undecided(reason) => write!(f, "undecided: {reason}"),
            Self::TooLarge(reason) => f.write_str(reason),
            Self::Different(difference) => {
                f.write_str(match difference.direction {
                    Direction::Refuses => "the type refuses values that the schema allows",
                    Direction::Takes => "the type takes values that the schema does not allow",
                })?;
                if let Some(schema) = &difference.schema {
                    write!(f, "\n  those values, as a schema: {schema}")?;
                }
                if let Some(witness) = &difference.witness {
                    write!(f, "\n  one of them: {witness}")?;
                }
                if difference.schema.is_none() || difference.witness.is_none() {
                    write!(
                        f,
                        "\n  canonical source:  {}\n  canonical derived: {}",
                        difference.source, difference.derived
                    )?;
                }
                Ok(())
            }
        }
    }
}

/// Compares a subject's derived schema with its source.
///
/// # Errors
///
/// A schema that cannot be bundled or compiled.
pub fn compare(subject: &Subject, sources: &Sources) -> Result<Comparison, String> {
    let bundle = sources.bundle(subject.name)?;
    compare_schemas(&bundle, &(subject.derived)(), subject.rust, sources)
}

/// Compares two self-contained schemas. `rust` is the name of the root type,
/// for a root that is recursive.
///
/// # Errors
///
/// A schema that the validator cannot compile.
pub fn compare_schemas(
    source: &Value,
    derived: &Value,
    rust: &str,
    sources: &Sources,
) -> Result<Comparison, String> {
    on_large_stack(|| {
        let pair = Pair {
            source,
            derived,
            taken: sources.validator(source)?,
            given: sources
                .validator(derived)
                .map_err(|error| format!("derived schema: {error}"))?,
        };
        Ok(pair.compare(rust, sources.formats()))
    })
}

/// What one schema takes and another does not.
#[derive(Debug, Clone)]
pub enum Rest {
    /// It is proven that there is nothing.
    Nothing,
    /// There is something.
    Values(Values),
    /// It is not known, for this reason.
    Unknown(String),
}

/// Values that one schema takes and another does not.
#[derive(Debug, Clone)]
pub struct Values {
    /// All of them, where a schema can say it.
    pub schema: Option<Value>,
    /// One of them, confirmed by the validator.
    pub witness: Option<String>,
}

/// Two self-contained schemas and their validators.
#[derive(Debug)]
pub struct Pair<'p> {
    /// The one.
    pub source: &'p Value,
    /// The other.
    pub derived: &'p Value,
    /// The validator of the one.
    pub taken: jsonschema::Validator,
    /// The validator of the other.
    pub given: jsonschema::Validator,
}

impl Pair<'_> {
    /// Both canonical forms, the recursive definitions of both sides under
    /// the names of the derived one, which are those of the Rust types.
    pub fn forms(&self, rust: &str, formats: bool) -> Forms {
        Forms::of(self.source, self.derived, rust, formats)
    }

    fn compare(&self, rust: &str, formats: bool) -> Comparison {
        let forms = self.forms(rust, formats);
        let shown = forms.shown();
        let mut doubts = Vec::new();
        for direction in [Direction::Refuses, Direction::Takes] {
            match self.difference(&forms, direction, &|_, _| false) {
                Rest::Nothing => {}
                Rest::Values(values) => return different(direction, values, shown),
                Rest::Unknown(doubt) => doubts.push(format!("{direction:?}: {doubt}")),
            }
        }
        if doubts.is_empty() {
            return Comparison::Equal;
        }
        if let Err(reason @ Formless::TooLarge(_)) = forms.whole() {
            return Comparison::TooLarge(reason.to_string());
        }
        let forms = shown.map_or_else(String::new, |(source, derived)| {
            format!("\n  canonical source:  {source}\n  canonical derived: {derived}")
        });
        Comparison::Undecided(format!("{}{forms}", doubts.join("\n")))
    }

    /// What the one side takes and the other does not. `within` says what else
    /// proves that it is nothing.
    pub fn difference(
        &self,
        forms: &Forms,
        direction: Direction,
        within: &dyn Fn(&Inlined, &Inlined) -> bool,
    ) -> Rest {
        let mut left = None;
        let mut doubt = None;
        for (is_whole, form) in [(true, forms.whole()), (false, forms.few())] {
            let (source, derived, other) = match form {
                Ok(form) => (&form.source, &form.derived, &form.other_text),
                Err(reason) => {
                    doubt.get_or_insert_with(|| reason.to_string());
                    continue;
                }
            };
            let (from, without) = match direction {
                Direction::Refuses => (source, derived),
                Direction::Takes => (derived, source),
            };
            let is_within = || within(&from.inlined, &without.inlined);
            let rest = match from.canonical.subtract(&without.canonical) {
                Ok(rest) => rest,
                Err(_) if is_within() => return Rest::Nothing,
                Err(error) => {
                    doubt.get_or_insert_with(|| error.to_string());
                    continue;
                }
            };
            let mut schema = rest.to_json_schema();
            if let Some(text) = other {
                exemplify(&mut schema, text);
            }
            match rest.satisfiability() {
                Satisfiability::No => return Rest::Nothing,
                Satisfiability::Unknown if is_within() => return Rest::Nothing,
                satisfiable => {
                    let witness = self.witness(&schema, Some(direction));
                    let is_some = satisfiable == Satisfiability::Yes;
                    if let Some((_, witness)) = witness {
                        return Rest::Values(Values {
                            // What holds of few texts alone is not shown.
                            schema: is_whole.then_some(schema),
                            witness: Some(witness),
                        });
                    }
                    if is_some && is_whole {
                        left = Some(schema);
                    } else if !is_some {
                        doubt.get_or_insert_with(|| {
                            format!("it is unknown whether this is empty: {schema}")
                        });
                    }
                }
            }
        }
        match (self.any_witness(Some(direction)), left) {
            (None, None) => Rest::Unknown(doubt.unwrap_or_default()),
            (witness, schema) => Rest::Values(Values {
                schema,
                witness: witness.map(|(_, witness)| witness),
            }),
        }
    }

    /// Which validator alone accepts a text.
    pub fn side(&self, text: &str) -> Option<Direction> {
        let value = serde_json::from_str(text).ok()?;
        match (self.taken.is_valid(&value), self.given.is_valid(&value)) {
            (true, false) => Some(Direction::Refuses),
            (false, true) => Some(Direction::Takes),
            _ => None,
        }
    }

    /// A document of the difference that the validators tell apart.
    pub fn witness(
        &self,
        difference: &Value,
        wanted: Option<Direction>,
    ) -> Option<(Direction, String)> {
        let graph = Graph::new(difference);
        let mut drawer = Drawer::new(&graph, 1);
        (0..400).find_map(|_| {
            let text = drawer.valid(None).to_text(Style::Compact);
            let side = self.side(&text)?;
            wanted
                .is_none_or(|wanted| wanted == side)
                .then_some((side, text))
        })
    }

    /// A document of either schema, valid or with a fault, that the validators
    /// tell apart.
    pub fn any_witness(&self, wanted: Option<Direction>) -> Option<(Direction, String)> {
        [self.source, self.derived].into_iter().find_map(|schema| {
            let graph = Graph::new(schema);
            let (routes, sites) = (graph.routes(), graph.sites());
            let mut drawer = Drawer::new(&graph, 2);
            let mut left = MOST_DRAWN;
            (0..12).find_map(|turn| {
                sites.iter().find_map(|site| {
                    if left == 0 {
                        return None;
                    }
                    let route = routes[site.node].as_deref().unwrap_or_default();
                    let drawn = [
                        drawer.faulty(route, site, turn),
                        drawer.valid(Some(route)),
                        drawer.valid(None),
                    ];
                    drawn.into_iter().find_map(|doc| {
                        let text = doc.to_text(Style::Compact);
                        left = left.saturating_sub(text.len());
                        let side = self.side(&text)?;
                        wanted
                            .is_none_or(|wanted| wanted == side)
                            .then_some((side, text))
                    })
                })
            })
        })
    }
}

/// Gives a text to draw wherever texts may be drawn.
fn exemplify(schema: &mut Value, text: &str) {
    match schema {
        Value::Object(members) => {
            members
                .values_mut()
                .for_each(|inner| exemplify(inner, text));
            if members.get("type").is_some_and(|kind| kind == "string") {
                members.insert("examples".to_owned(), serde_json::json!([text]));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|inner| exemplify(inner, text)),
        _ => {}
    }
}

fn different(direction: Direction, values: Values, forms: Option<(Value, Value)>) -> Comparison {
    let (source, derived) = forms.unwrap_or_default();
    Comparison::Different(Box::new(Difference {
        direction,
        schema: values.schema,
        witness: values.witness,
        source,
        derived,
    }))
}
