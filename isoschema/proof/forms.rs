//! Two schemas → the canonical forms that set subtraction works on.

use std::cell::OnceCell;

use jsonschema::canonical::{CanonicalKind, CanonicalSchema, CanonicalView, options};
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
    whole: OnceCell<Result<Both, String>>,
    few: OnceCell<Result<Both, String>>,
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
    pub fn whole(&self) -> Result<&Both, &String> {
        let whole = self.whole.get_or_init(|| {
            let (source, derived) = self.inlined.clone()?;
            self.both(source, derived, None)
        });
        whole.as_ref()
    }

    /// The forms over few texts.
    pub fn few(&self) -> Result<&Both, &String> {
        let few = self.few.get_or_init(|| {
            let (source, derived) = self.inlined.as_ref().map_err(Clone::clone)?;
            let FewTexts { left, right, other } = over_few_texts(source, derived)
                .ok_or("what is said about texts is no regular language, or too much")?;
            self.both(left, right, Some(other))
        });
        few.as_ref()
    }

    fn both(
        &self,
        source: Inlined,
        derived: Inlined,
        other_text: Option<String>,
    ) -> Result<Both, String> {
        let form = |side: &str, inlined: Inlined| {
            let canonical = canonical(&inlined.named(&self.names), self.formats);
            let canonical = canonical.map_err(|error| format!("{side}: {error}"))?;
            Ok::<_, String>(Form { inlined, canonical })
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
