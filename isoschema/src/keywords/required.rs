//! `required`: the members that an object must have (draft 2020-12,
//! validation, section 6.5.3).

use serde_json::Value;

use super::fault::Fault;
use super::prelude::*;
use crate::names::nearest::misspelt;

/// The names, at least one, in the order of the schema and each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Required(pub Vec<String>);

impl Keyword for Required {
    fn subschemas(&self, _: &mut dyn FnMut(Applies, RuleId)) {}

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        let Some(members) = on.members() else {
            return;
        };
        for name in self.0.iter().filter(|name| !members.contains_key(*name)) {
            let wanted = || format!("the member {} is missing", quoted(name));
            // One that nobody declares may be this one, misspelt.
            let unknown =
                |other: &&str| !on.declares(other) && !self.0.iter().any(|it| it == other);
            let others = members.keys().map(String::as_str).filter(unknown);
            let near = misspelt(name, others).map(str::to_owned);
            let missing = |fault: Fault| fault.missing(name).near(near.as_deref());
            on.refuse_with("required", wanted, missing);
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let names = &self.0;
        let location = code.location("required");
        quote!(tape.require(at, &[#(#names),*], #location)?;)
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.put("required", self.0.clone())
    }

    fn describe(&self) -> Option<Phrase> {
        None
    }
}

impl Read for Required {
    const NAME: &'static str = "required";
    const KINDS: Kinds = Kinds::OBJECT;
    const SUBJECT: Subject = Subject::Node;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Shape;
    const MEND: Mend = mend;
    const SPELLINGS: &'static [Spelling] = &[Spelling::new(
        "required",
        Vocabulary::Validation,
        Holds::Data,
    )];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let json = schema.get("required")?;
        let help = match &json.kind {
            JsonKind::Bool(_) => Some(
                "a boolean is draft 3's form: list the name in the `required` of the object \
                 around it",
            ),
            JsonKind::String(_) => Some("put the name into square brackets"),
            _ => None,
        };
        let names = schema.names("required", json, help);
        (!names.is_empty()).then_some(Self(names))
    }
}

fn mend(mending: &mut Mending<'_>) -> Option<()> {
    let left = without(mending.stated()?, &mending.fault.names)?;
    if left.is_empty() {
        return mending.drop_keyword();
    }
    mending.replace(left.into());
    Some(())
}

/// A member's name as JSON.
#[must_use]
pub fn quoted(name: &str) -> String {
    serde_json::Value::from(name).to_string()
}

/// A list of names without some of them; `None` where it has none of them.
#[must_use]
pub fn without(list: &Value, names: &[String]) -> Option<Vec<Value>> {
    let list = list.as_array()?;
    let left = list
        .iter()
        .filter(|name| !names.iter().any(|missing| *name == missing));
    let left: Vec<Value> = left.cloned().collect();
    (left.len() < list.len()).then_some(left)
}
