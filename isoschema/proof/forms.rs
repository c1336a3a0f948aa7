//! Two schemas → the canonical forms that set subtraction works on.

use std::cell::OnceCell;
use std::fmt;

use jsonschema::canonical::{CanonicalKind, CanonicalSchema, CanonicalView, RawReason, options};
use serde_json::Value;

use super::inline::{Inlined, inline};
use super::strings::{FewTexts, over_few_texts};

/// Two schemas as they are compared: whole, and where that does not decide,
/// over few texts.
#[derive(Debug)]
pub struct Forms {
    inlined: Result<(Inlined, Inlined), String>,
    names: Vec<String>,
    formats: bool,
    whole: OnceCell<Result<Both, Formless>>,
    few: OnceCell<Result<Both, Formless>>,
}

/// Why a schema has no canonical form.
#[derive(Debug, Clone)]
pub enum Formless {
    /// It takes more steps to write than are allowed.
    TooLarge(String),
    /// The canonical form does not model it, or it cannot be read.
    Unmodelled(String),
}

impl Formless {
    fn of(self, side: &str) -> Self {
        match self {
            Self::TooLarge(why) => Self::TooLarge(format!("{side}: {why}")),
            Self::Unmodelled(why) => Self::Unmodelled(format!("{side}: {why}")),
        }
    }
}

impl fmt::Display for Formless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(why) => write!(f, "too large for a canonical form: {why}"),
            Self::Unmodelled(why) => write!(f, "not modelled by the canonical form: {why}"),
        }
    }
}

/// Both sides in one form.
#[derive(Debug)]
pub struct Both {
    /// The one.
    pub source: Form,
    /// The other.
    pub derived: Form,
    /// Over few texts, one that stands for all that are not listed.
    pub other_text: Option<String>,
}

/// One side.
#[derive(Debug)]
pub struct Form {
    /// As it was written.
    pub inlined: Inlined,
    /// For the algebra.
    pub canonical: CanonicalSchema,
}

impl Forms {
    /// The forms of two self-contained schemas. `rust` is the name of the root
    /// type, for a root that is recursive.
    pub fn of(source: &Value, derived: &Value, rust: &str, formats: bool) -> Self {
        let sides = inline(source, formats).and_then(|it| Ok((it, inline(derived, formats)?)));
        Self::new(sides, rust, formats)
    }

    /// Two sides that cannot be compared, for a reason.
    pub fn none(reason: &str) -> Self {
        Self::new(Err(reason.to_owned()), "", false)
    }

    fn new(inlined: Result<(Inlined, Inlined), String>, rust: &str, formats: bool) -> Self {
        let names = match &inlined {
            Ok((source, derived)) => names_of(source, derived, rust),
            Err(_) => Vec::new(),
        };
        Self {
            inlined,
            names,
            formats,
            whole: OnceCell::new(),
            few: OnceCell::new(),
        }
    }

    /// The forms with every pattern by its name.
    ///
    /// # Errors
    ///
    /// A schema that has no canonical form.
    pub fn whole(&self) -> Result<&Both, &Formless> {
        let whole = self.whole.get_or_init(|| {
            let inlined = self.inlined.clone().map_err(Formless::Unmodelled);
            let (source, derived) = inlined?;
            self.both(source, derived, None)
        });
        whole.as_ref()
    }

    /// The forms over few texts.
    ///
    /// # Errors
    ///
    /// A schema that has no canonical form.
    pub fn few(&self) -> Result<&Both, &Formless> {
        let few = self.few.get_or_init(|| {
            let unmodelled = |why: &str| Formless::Unmodelled(why.to_owned());
            let inlined = self.inlined.as_ref().map_err(|why| unmodelled(why));
            let (source, derived) = inlined?;
            let FewTexts { left, right, other } =
                over_few_texts(source, derived).ok_or_else(|| {
                    unmodelled("what is said about texts is no regular language, or too much")
                })?;
            self.both(left, right, Some(other))
        });
        few.as_ref()
    }

    fn both(
        &self,
        source: Inlined,
        derived: Inlined,
        other_text: Option<String>,
    ) -> Result<Both, Formless> {
        let form = |side: &str, inlined: Inlined| {
            let canonical = canonical(&inlined.named(&self.names), self.formats);
            let canonical = canonical.map_err(|why| why.of(side))?;
            Ok::<_, Formless>(Form { inlined, canonical })
        };
        Ok(Both {
            source: form("source", source)?,
            derived: form("derived", derived)?,
            other_text,
        })
    }

    /// Both sides as schemas, for people.
    pub fn shown(&self) -> Option<(Value, Value)> {
        let whole = self.whole().ok()?;
        let shown = |form: &Form| form.canonical.to_json_schema();
        Some((shown(&whole.source), shown(&whole.derived)))
    }
}

/// Names for the recursive definitions of both sides: those of the derived one.
fn names_of(source: &Inlined, derived: &Inlined, rust: &str) -> Vec<String> {
    let mut names = derived.names();
    let count = source.names().len();
    for (rank, name) in names.iter_mut().enumerate() {
        if name.is_empty() {
            rust.clone_into(name);
        }
        if rank >= count {
            name.push_str("_only");
        }
    }
    for extra in names.len()..count {
        names.push(format!("source_{extra}"));
    }
    names
}

/// The canonical form of a schema without references to other documents.
///
/// # Errors
///
/// A schema that has no canonical form.
pub fn canonical(schema: &Value, formats: bool) -> Result<CanonicalSchema, Formless> {
    let canonical = options()
        .offline()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(formats)
        .canonicalize(schema)
        .map_err(|error| Formless::Unmodelled(error.to_string()))?;
    if canonical.kind() != CanonicalKind::Raw {
        return Ok(canonical);
    }
    let CanonicalView::Raw(raw) = canonical.view() else {
        return Err(Formless::Unmodelled(String::new()));
    };
    let why = format!("{:?} at #{}", raw.reason, raw.pointer.unwrap_or_default());
    Err(match raw.reason {
        RawReason::OutgrewIntersections | RawReason::OutgrewCases => Formless::TooLarge(why),
        RawReason::UnknownDialect | RawReason::Unmodeled | RawReason::InexactIntersection => {
            Formless::Unmodelled(why)
        }
    })
}
