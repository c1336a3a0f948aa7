//! The comparison check: the schema derived from a type and its source accept
//! the same values.

use std::fmt;

use jsonschema::canonical::{
    CanonicalKind, CanonicalSchema, CanonicalView, Satisfiability, options,
};
use serde_json::Value;

use super::draw::Drawer;
use super::graph::Graph;
use super::inline::inline;
use super::stack::on_large_stack;
use super::subject::{Sources, Subject};
use super::text::Style;

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
    ///
    /// # Errors
    ///
    /// A schema that is too large or that the canonical form does not model.
    pub fn forms(
        &self,
        rust: &str,
        formats: bool,
    ) -> Result<(CanonicalSchema, CanonicalSchema), String> {
        let (left, right) = (
            inline(self.source, formats)?,
            inline(self.derived, formats)?,
        );
        let mut names = right.names();
        for (rank, name) in names.iter_mut().enumerate() {
            if name.is_empty() {
                rust.clone_into(name);
            }
            if rank >= left.names().len() {
                name.push_str("_only");
            }
        }
        for extra in names.len()..left.names().len() {
            names.push(format!("source_{extra}"));
        }
        let source =
            canonical(&left.named(&names), formats).map_err(|error| format!("source: {error}"))?;
        let derived = canonical(&right.named(&names), formats)
            .map_err(|error| format!("derived: {error}"))?;
        Ok((source, derived))
    }

    fn compare(&self, rust: &str, formats: bool) -> Comparison {
        let (source, derived) = match self.forms(rust, formats) {
            Ok(forms) => forms,
            Err(error) => return self.undecided(&error, None),
        };
        let forms = Some((source.to_json_schema(), derived.to_json_schema()));
        let mut doubt = None;
        for direction in [Direction::Refuses, Direction::Takes] {
            let difference = match direction {
                Direction::Refuses => source.subtract(&derived),
                Direction::Takes => derived.subtract(&source),
            };
            match difference {
                Err(error) => doubt = Some(format!("{direction:?}: {error}")),
                Ok(difference) => {
                    let schema = difference.to_json_schema();
                    match difference.satisfiability() {
                        Satisfiability::No => {}
                        Satisfiability::Yes => {
                            let witness = self
                                .witness(&schema, Some(direction))
                                .or_else(|| self.any_witness(Some(direction)))
                                .map(|(_, witness)| witness);
                            return different(direction, Some(schema), witness, forms);
                        }
                        Satisfiability::Unknown => {
                            if let Some((direction, witness)) = self.witness(&schema, None) {
                                return different(direction, Some(schema), Some(witness), forms);
                            }
                            doubt = Some(format!(
                                "{direction:?}: it is unknown whether this is empty: {schema}"
                            ));
                        }
                    }
                }
            }
        }
        match doubt {
            None => Comparison::Equal,
            Some(doubt) => self.undecided(&doubt, forms),
        }
    }

    /// Undecided, unless a drawn document decides it.
    fn undecided(&self, reason: &str, forms: Option<(Value, Value)>) -> Comparison {
        if let Some((direction, witness)) = self.any_witness(None) {
            return different(direction, None, Some(witness), forms);
        }
        let forms = forms.map_or_else(String::new, |(source, derived)| {
            format!("\n  canonical source:  {source}\n  canonical derived: {derived}")
        });
        Comparison::Undecided(format!("{reason}{forms}"))
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
            (0..12).find_map(|turn| {
                sites.iter().find_map(|site| {
                    let route = routes[site.node].as_deref().unwrap_or_default();
                    let drawn = [
                        drawer.faulty(route, site, turn),
                        drawer.valid(Some(route)),
                        drawer.valid(None),
                    ];
                    drawn.into_iter().find_map(|doc| {
                        let text = doc.to_text(Style::Compact);
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

fn different(
    direction: Direction,
    schema: Option<Value>,
    witness: Option<String>,
    forms: Option<(Value, Value)>,
) -> Comparison {
    let (source, derived) = forms.unwrap_or_default();
    Comparison::Different(Box::new(Difference {
        direction,
        schema,
        witness,
        source,
        derived,
    }))
}

/// The canonical form of a schema without references to other documents.
///
/// # Errors
///
/// A schema that the canonical form does not model.
pub fn canonical(schema: &Value, formats: bool) -> Result<CanonicalSchema, String> {
    let canonical = options()
        .offline()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(formats)
        .canonicalize(schema)
        .map_err(|error| error.to_string())?;
    if canonical.kind() == CanonicalKind::Raw {
        let reason = match canonical.view() {
            CanonicalView::Raw(raw) => format!("{raw:?}"),
            _ => String::new(),
        };
        return Err(format!("not modelled by the canonical form: {reason}"));
    }
    Ok(canonical)
}
