//! `type`: the kinds of value that fit (draft 2020-12, validation, section
//! 6.1.1), with OpenAPI 3.0's `nullable`.
//!
//! In draft 4 an integer is a number written without a fraction or an
//! exponent; later an integer is a number without a fractional part, `1.0`
//! included.

use super::prelude::*;

use serde_json::Value;

use crate::load::number::Decimal;
use crate::names::nearest::nearest;

/// The kinds that fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Type {
    /// The kinds.
    pub kinds: Kinds,
    /// Draft 4: a number written with a fraction or an exponent is no integer,
    /// whatever its value.
    pub written: bool,
}

/// The names of the kinds, and what a person calls a value of each.
const NAMES: [(&str, Kinds, &str); 7] = [
    ("string", Kinds::STRING, "a string"),
    ("number", Kinds::NUMBER, "a number"),
    ("integer", Kinds::INTEGER, "an integer"),
    ("boolean", Kinds::BOOLEAN, "a boolean"),
    ("array", Kinds::ARRAY, "an array"),
    ("object", Kinds::OBJECT, "an object"),
    ("null", Kinds::NULL, "null"),
];

/// The kind of a value.
#[must_use]
pub fn kind_of(value: &Json) -> Kinds {
    match &value.kind {
        JsonKind::Null => Kinds::NULL,
        JsonKind::Bool(_) => Kinds::BOOLEAN,
        JsonKind::Number(token) if is_plain(token) || Decimal::parse(token).is_integer() => {
            Kinds::INTEGER
        }
        JsonKind::Number(_) => Kinds::FRACTION,
        JsonKind::String(_) => Kinds::STRING,
        JsonKind::Array(_) => Kinds::ARRAY,
        JsonKind::Object(_) => Kinds::OBJECT,
    }
}

/// The kinds of a name that `type` knows; none of another one.
#[must_use]
pub fn kinds_named(name: &str) -> Kinds {
    let mut names = NAMES.into_iter();
    names
        .find(|(known, ..)| *known == name)
        .map_or(Kinds::NONE, |(_, kinds, _)| kinds)
}

/// Whether a number is written without a fraction and an exponent.
fn is_plain(token: &str) -> bool {
    !token.contains(['.', 'e', 'E'])
}

/// Whether a number is so large that readers no longer know how it was written.
fn has_no_form(token: &str) -> bool {
    token
        .parse::<f64>()
        .is_ok_and(|value| value.abs() >= 9_223_372_036_854_775_808.0)
}

impl Type {
    /// These kinds.
    #[must_use]
    pub fn of(kinds: Kinds) -> Self {
        Self {
            kinds,
            written: false,
        }
    }

    /// Whether it takes integers, but no other numbers.
    #[must_use]
    pub fn asks_for_integers(self) -> bool {
        self.kinds.and(Kinds::NUMBER) == Kinds::INTEGER
    }

    /// What a kind of a value is here.
    fn kind(self, value: &Json) -> Kinds {
        match &value.kind {
            JsonKind::Number(token) if self.written && !is_plain(token) && !has_no_form(token) => {
                Kinds::FRACTION
            }
            _ => kind_of(value),
        }
    }

    /// The kinds by their names.
    fn names(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let numbers = self.kinds.contains(Kinds::NUMBER);
        let stated = NAMES.into_iter().filter(move |(_, kinds, _)| {
            self.kinds.contains(*kinds) && !(*kinds == Kinds::INTEGER && numbers)
        });
        stated.map(|(name, _, word)| (name, word))
    }

    #[must_use]
    pub fn words(self) -> String {
        let words: Vec<&str> = self.names().map(|(_, word)| word).collect();
        words.join(" or ")
    }
}

impl Keyword for Type {
    fn subschemas(&self, _: &mut dyn FnMut(Applies, RuleId)) {}

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        let value = on.value();
        let kind = self.kind(value);
        if !self.kinds.contains(kind) {
            on.refuse("type", || match kind {
                Kinds::NULL => format!("is not {}", self.words()),
                Kinds::INTEGER => format!("is an integer, not {}", self.words()),
                _ => format!("is {}, not {}", value.kind_name(), self.words()),
            });
        } else if kind == Kinds::INTEGER && self.asks_for_integers() && !on.reads_integer() {
            // As the types say it.
            on.refuse("type", || match &value.kind {
                JsonKind::Number(text) if is_beyond(text) => {
                    "is an integer beyond 64 bits".to_owned()
                }
                _ => "is an integer beyond 2^53 written with a fraction or an exponent, \
                      which does not say which integer is meant"
                    .to_owned(),
            });
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        if self.kinds == Kinds::ALL {
            return TokenStream::new();
        }
        let expect = if self.written {
            format_ident!("expect_as_written")
        } else {
            format_ident!("expect")
        };
        let (kinds, schema) = (kinds(self.kinds), code.location("type"));
        quote!(tape.#expect(at, #kinds, #schema)?;)
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        let names = self.names().map(|(name, _)| Value::from(name));
        schema.put("type", names.collect::<Vec<_>>())
    }

    fn describe(&self) -> Option<Phrase> {
        None
    }
}

/// A set of kinds as `support::Kinds`.
fn kinds(kinds: Kinds) -> TokenStream {
    let names = [
        (Kinds::NUMBER, quote!(NUMBER)),
        (Kinds::NULL, quote!(NULL)),
        (Kinds::BOOLEAN, quote!(BOOLEAN)),
        (Kinds::INTEGER, quote!(INTEGER)),
        (Kinds::FRACTION, quote!(FRACTION)),
        (Kinds::STRING, quote!(STRING)),
        (Kinds::ARRAY, quote!(ARRAY)),
        (Kinds::OBJECT, quote!(OBJECT)),
    ];
    let mut rest = kinds;
    let mut sum: Option<TokenStream> = None;
    for (kind, name) in names {
        if rest.contains(kind) {
            rest = rest.without(kind);
            sum = Some(match sum {
                None => quote!(support::Kinds::#name),
                Some(sum) => quote!(#sum.or(support::Kinds::#name)),
            });
        }
    }
    sum.unwrap_or_else(|| quote!(support::Kinds::NONE))
}

impl Read for Type {
    const NAME: &'static str = "type";
    const KINDS: Kinds = Kinds::ALL;
    const SUBJECT: Subject = Subject::Node;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Kinds;
    const MEND: Mend = mend;
    const SPELLINGS: &'static [Spelling] = &[
        Spelling::new("type", Vocabulary::Validation, Holds::Data),
        Spelling::new("nullable", Vocabulary::OpenApi30, Holds::Data),
    ];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let json = schema.get("type")?;
        let mut ty = Self::of(stated(schema, json));
        let dialect = schema.dialect();
        ty.written = dialect.draft == Draft::Draft4 && !dialect.openapi30 && ty.asks_for_integers();
        if schema.get("nullable").and_then(Json::as_bool) == Some(true) {
            ty.kinds = ty.kinds.or(Kinds::NULL);
        }
        Some(ty)
    }
}

fn mend(mending: &mut Mending<'_>) -> Option<()> {
    if mending.has_nullable && mending.fault.kind == "null" {
        mending.add("nullable", true.into());
        return Some(());
    }
    let wider = widened(mending.stated()?, mending.fault.kind)?;
    mending.replace(wider);
    Some(())
}

fn stated(schema: &mut Reading<'_, '_>, json: &Json) -> Kinds {
    match &json.kind {
        JsonKind::String(name) => kind(schema, json, name),
        JsonKind::Array(items) if !items.is_empty() => {
            let mut kinds = Kinds::NONE;
            for item in items {
                match item.as_str() {
                    Some(name) => kinds = kinds.or(kind(schema, item, name)),
                    None => schema.wrong("type", item, "is a list of type names", older(item)),
                }
            }
            kinds
        }
        JsonKind::Array(_) => {
            let reason = "`type` is a list of at least one type".to_owned();
            schema.refuse("type", json, reason, Some("remove it, or name a type"));
            Kinds::ALL
        }
        _ => {
            let wanted = "is the name of a type, or a list of names";
            schema.wrong("type", json, wanted, older(json));
            Kinds::ALL
        }
    }
}

/// What to do with a schema in the place of a type's name.
fn older(json: &Json) -> Option<&'static str> {
    matches!(json.kind, JsonKind::Object(_)).then_some(
        "a schema in the place of a name is draft 3's form: list the alternatives in `anyOf`",
    )
}

fn kind(schema: &mut Reading<'_, '_>, at: &Json, name: &str) -> Kinds {
    if let Some((_, kinds, _)) = NAMES.iter().find(|(known, ..)| *known == name) {
        return *kinds;
    }
    let known = NAMES.map(|(name, ..)| name);
    let help = match (name, nearest(name, known)) {
        ("any", _) => "`any` was a type in draft 3: remove `type`".to_owned(),
        ("file", _) => "`file` is Swagger's own: use `string`".to_owned(),
        (_, Some(near)) => format!("did you mean `{near}`?"),
        (_, None) => format!("the types are {}", known.join(", ")),
    };
    let reason = format!("`{name}` is not a type");
    schema.refuse("type", at, reason, Some(&help));
    Kinds::ALL
}

/// What `type` states, with one more kind.
fn widened(types: &Value, kind: &str) -> Option<Value> {
    let mut names: Vec<&str> = match types {
        Value::String(name) => vec![name],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => return None,
    };
    if names.contains(&kind) {
        return None;
    }
    if kind == "number" {
        names.retain(|name| *name != "integer");
    }
    names.push(kind);
    Some(match names[..] {
        [one] => one.into(),
        _ => names.into(),
    })
}

/// Whether an integer that is not read as one is too far from zero for it.
fn is_beyond(text: &str) -> bool {
    const BEYOND: f64 = 18_446_744_073_709_551_616.0;
    let is_far = text.parse::<f64>().is_ok_and(|it| it.abs() >= BEYOND);
    is_far || !text.contains(['.', 'e', 'E'])
}
