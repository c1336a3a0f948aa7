//! `dependentRequired`: the members that an object must have where it has
//! another one (draft 2020-12, validation, section 6.5.4). Up to draft 7, and
//! still read in later ones, `dependencies` with lists of names.

use super::prelude::*;
use indexmap::IndexMap;

use super::required::{quoted, without};

/// By the name of a member, the names of those that it asks for; at least
/// one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DependentRequired {
    /// The names.
    pub names: IndexMap<String, Vec<String>>,
    /// How the schema spells the keyword.
    spelled: &'static str,
}

const NAME: &str = "dependentRequired";
const OLDER: &str = "dependencies";

impl Keyword for DependentRequired {
    fn subschemas(&self, _: &mut dyn FnMut(Applies, RuleId)) {}

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        let Some(members) = on.members() else {
            return;
        };
        for (name, asked) in &self.names {
            if !members.contains_key(name) {
                continue;
            }
            for other in asked.iter().filter(|other| !members.contains_key(*other)) {
                let wanted = || {
                    let (other, name) = (quoted(other), quoted(name));
                    format!("the member {other} is missing, which {name} asks for")
                };
                on.refuse_with(self.spelled, wanted, |fault| fault.missing(other));
            }
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let pairs = self
            .names
            .iter()
            .flat_map(|(present, asked)| asked.iter().map(move |asked| quote!([#present, #asked])));
        let refuse = code.refuse(self.spelled, &quote!(Dependent(pair)));
        quote! {
            if let Some(pair) = tape.dependent(at, &[#(#pairs),*]) { #refuse }
        }
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        let names = self.names.iter();
        let names: serde_json::Map<_, _> = names
            .map(|(name, asked)| (name.clone(), asked.clone().into()))
            .collect();
        schema.put(NAME, names)
    }

    fn describe(&self) -> Option<Phrase> {
        None
    }
}

impl Read for DependentRequired {
    const NAME: &'static str = NAME;
    const KINDS: Kinds = Kinds::OBJECT;
    const SUBJECT: Subject = Subject::Node;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Predicate;
    const MEND: Mend = mend;
    const SPELLINGS: &'static [Spelling] = &[
        Spelling::new(NAME, Vocabulary::Validation, Holds::Data).since(Draft::Draft2019),
        Spelling::new(OLDER, Vocabulary::Applicator, Holds::MapOrNames),
    ];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        [NAME, OLDER]
            .into_iter()
            .filter_map(|keyword| stated(schema, keyword))
    }
}

fn mend(mending: &mut Mending<'_>) -> Option<()> {
    let lists = mending.stated()?.as_object()?.clone();
    for (trigger, names) in lists {
        if let Some(left) = without(&names, &mending.fault.names) {
            mending.replace_under(&trigger, left.into())?;
        }
    }
    Some(())
}

fn stated(schema: &mut Reading<'_, '_>, keyword: &'static str) -> Option<DependentRequired> {
    let json = schema.get(keyword)?;
    let Some(members) = json.as_object() else {
        // `dependentSchemas` says it of the older spelling.
        if keyword == NAME {
            let wanted = "is an object with a list of names for each name";
            schema.wrong(keyword, json, wanted, None);
        }
        return None;
    };
    let mut names = IndexMap::new();
    for (name, json) in members {
        if keyword == NAME || matches!(json.kind, JsonKind::Array(_)) {
            let asked = schema.names(keyword, json, None);
            if !asked.is_empty() {
                names.insert(name.clone(), asked);
            }
        }
    }
    (!names.is_empty()).then_some(DependentRequired {
        names,
        spelled: keyword,
    })
}
