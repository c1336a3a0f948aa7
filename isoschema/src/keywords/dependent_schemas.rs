//! `dependentSchemas`: what an object fits where it has a member (draft
//! 2020-12, core, section 10.2.2.4). Up to draft 7, and still read in later
//! ones, `dependencies` with schemas.

use super::prelude::*;
use indexmap::IndexMap;

use super::dependent_required::DependentRequired;
use crate::load::json::escape;
use crate::words::quoted;

/// By the name of a member, what the object then fits; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DependentSchemas(pub IndexMap<String, RuleId>);

const NAME: &str = "dependentSchemas";
const OLDER: &str = "dependencies";

impl Keyword for DependentSchemas {
    fn subschemas(&self, visit: &mut dyn FnMut(Applies, RuleId)) {
        for rule in self.0.values() {
            visit(Applies::Branch, *rule);
        }
    }

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        let Some(members) = on.members() else {
            return;
        };
        for (name, rule) in &self.0 {
            if members.contains_key(name) {
                let outcome = on.ask(*rule);
                on.join_since(&outcome, Since::Has(name));
            }
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let mode = code.mode();
        let mut body = TokenStream::new();
        for (name, rule) in &self.0 {
            let since = [Said::of(format!("it has {}", quoted(name)))];
            let apply = code.emitter().apply_since(*rule, mode, &since);
            if !apply.is_empty() {
                body.extend(quote!(if tape.member(at, #name).is_some() { #apply }));
            }
        }
        body
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        let schemas = self.0.iter().map(|(name, rule)| (name.as_str(), *rule));
        schema.map(NAME, schemas)
    }

    fn describe(&self) -> Option<Phrase> {
        None
    }
}

impl Read for DependentSchemas {
    const NAME: &'static str = NAME;
    const KINDS: Kinds = Kinds::OBJECT;
    const SUBJECT: Subject = Subject::Node;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Predicate;
    const MEND: Mend = mend;
    const SPELLINGS: &'static [Spelling] = &[
        Spelling::new(NAME, Vocabulary::Applicator, Holds::Map)
            .since(Draft::Draft2019)
            .each_holds()
            .in_place(),
        Spelling::new(OLDER, Vocabulary::Applicator, Holds::MapOrNames).in_place(),
    ];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let mut schemas: IndexMap<String, RuleId> = schema.map(NAME).into_iter().collect();
        older(schema, &mut schemas);
        (!schemas.is_empty()).then_some(Self(schemas))
    }
}

/// `dependencies` with a list of names is the other keyword.
fn mend(mending: &mut Mending<'_>) -> Option<()> {
    if mending.fault.names.is_empty() {
        return mending.drop_keyword();
    }
    (DependentRequired::MEND)(mending)
}

fn older(schema: &mut Reading<'_, '_>, schemas: &mut IndexMap<String, RuleId>) {
    let Some(json) = schema.get(OLDER) else {
        return;
    };
    let Some(members) = json.as_object() else {
        let wanted = "is an object with a schema or a list of names for each name";
        schema.wrong(OLDER, json, wanted, None);
        return;
    };
    for (name, json) in members {
        match json.kind {
            JsonKind::Object(_) | JsonKind::Bool(_) => {
                let suffix = format!("/{OLDER}/{}", escape(name));
                if let Some(rule) = schema.source().subschema(&suffix) {
                    schemas.entry(name.clone()).or_insert(rule);
                }
            }
            // The names are read as `dependentRequired`.
            JsonKind::Array(_) => {}
            _ => {
                let wanted = "gives each name a schema or a list of names";
                let help = if schema.dialect().draft3 {
                    "a name alone is draft 3's form: put it into square brackets"
                } else {
                    "put the name into square brackets; what is no schema, such as `package.json`, goes out of the folder"
                };
                let help = json.as_str().map(|_| help);
                schema.wrong(OLDER, json, wanted, help);
            }
        }
    }
}
