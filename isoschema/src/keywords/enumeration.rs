//! `enum`: the values that fit (draft 2020-12, validation, section 6.1.2).

use super::prelude::*;
use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use super::fault::{listed, shown};
use super::literal::{codes, constant};
use super::types::kind_of;

/// How many codes a person is told of.
const MOST_CODES: usize = 8;

/// So many values are compared one by one.
const FEW: usize = 8;

/// A list of values.
#[derive(Debug, Clone)]
pub struct Enum {
    /// The values.
    pub values: Vec<Json>,
    /// Why the configuration opens it, where it does: other texts are accepted
    /// too.
    pub open: Option<String>,
    /// The values, to be looked up; made where there are many.
    known: OnceLock<HashSet<String>>,
    /// The values, for faults; made where there is one.
    codes: OnceLock<Arc<[serde_json::Value]>>,
}

impl Enum {
    /// A list of values, opened for the reason that is given.
    #[must_use]
    pub fn new(values: Vec<Json>, open: Option<String>) -> Self {
        Self {
            values,
            open,
            known: OnceLock::new(),
            codes: OnceLock::new(),
        }
    }

    /// Whether it lists a value.
    #[must_use]
    pub fn lists(&self, value: &Json) -> bool {
        if self.values.len() <= FEW {
            return self.values.iter().any(|known| known.same_value(value));
        }
        self.known
            .get_or_init(|| self.values.iter().map(Json::canonical).collect())
            .contains(&value.canonical())
    }

    /// The kinds of the values that fit.
    #[must_use]
    pub fn kinds(&self) -> Kinds {
        let open = self.open.as_ref().map_or(Kinds::NONE, |_| Kinds::STRING);
        let listed = self.values.iter().map(kind_of);
        listed.fold(open, Kinds::or)
    }

    /// Whether no value fits.
    #[must_use]
    pub fn is_never(&self) -> bool {
        self.values.is_empty() && self.open.is_none()
    }
}

impl Keyword for Enum {
    fn subschemas(&self, _: &mut dyn FnMut(Applies, RuleId)) {}

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        if self.lists(on.value()) {
            return;
        }
        match on.value().as_str() {
            Some(code) if self.open.is_some() => on.open_code(code),
            _ => {
                let made = || self.values.iter().map(Json::to_value).collect();
                let codes = self.codes.get_or_init(made);
                let wanted = || format!("is none of {}", listed(codes));
                on.refuse_with("enum", wanted, |fault| fault.of_codes(Arc::clone(codes)));
            }
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        if self.is_never() {
            return code.refuse("enum", &quote!(Never));
        }
        let rule = code.rule();
        let mut texts: Vec<&str> = self.values.iter().filter_map(Json::as_str).collect();
        texts.sort_unstable();
        texts.dedup();
        let others: Vec<TokenStream> = self
            .values
            .iter()
            .filter(|value| value.as_str().is_none())
            .map(constant)
            .collect();
        let listed = codes(&self.values);
        let text = if self.open.is_some() {
            Some(quote!(tape.string(at).is_none()))
        } else if texts.is_empty() {
            None
        } else {
            let texts = texts.into_iter().map(|text| quote!(#text)).collect();
            let list = code.emitter().list("TEXTS", rule, &quote!(&str), texts);
            if others.is_empty() {
                let location = code.location("enum");
                return quote!(tape.expect_text_of(at, &#list, #location, #listed)?;);
            }
            Some(quote!(!tape.is_text_of(at, &#list)))
        };
        let other = (!others.is_empty()).then(|| {
            let ty = quote!(support::Constant);
            let list = code.emitter().list("VALUES", rule, &ty, others);
            quote!(!tape.is_one_of(at, &#list))
        });
        let refuse = code.refuse("enum", &quote!(Code(#listed)));
        match (text, other) {
            (Some(text), Some(other)) => quote!(if #text { if #other { #refuse } }),
            (Some(one), None) | (None, Some(one)) => quote!(if #one { #refuse }),
            (None, None) => refuse,
        }
    }

    /// An opened one says nothing of which a derived schema could tell.
    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        if self.open.is_some() {
            return Some(());
        }
        let values: Vec<_> = self.values.iter().map(Json::to_value).collect();
        schema.put("enum", values)
    }

    fn describe(&self) -> Option<Phrase> {
        Some(match &self.values[..] {
            [one] => Phrase::Code("always".to_owned(), shown(one)),
            values if values.len() <= MOST_CODES => {
                let shown: Vec<String> = values.iter().map(shown).collect();
                Phrase::Code("one of".to_owned(), shown.join(", "))
            }
            values => Phrase::Words(format!("one of {} values", values.len())),
        })
    }
}

impl Read for Enum {
    const NAME: &'static str = "enum";
    const KINDS: Kinds = Kinds::ALL;
    const SUBJECT: Subject = Subject::Node;
    const LOOKS: Looks = Looks::Inside;
    const ROLE: Role = Role::Values;
    const MEND: Mend = mend;
    const SPELLINGS: &'static [Spelling] =
        &[Spelling::new("enum", Vocabulary::Validation, Holds::Data)];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let json = schema.get("enum")?;
        let JsonKind::Array(values) = &json.kind else {
            schema.wrong("enum", json, "is a list of values", None);
            return None;
        };
        Some(Self::new(values.clone(), schema.source().opened()))
    }
}

fn mend(mending: &mut Mending<'_>) -> Option<()> {
    let code = mending.fault.value.clone()?;
    mending.push(&code)
}
