//! `propertyNames`: what the names of an object's members fit (draft 2020-12,
//! core, section 10.3.2.4).

use super::prelude::*;
use std::sync::Arc;

use super::fault::Arm;
use super::required::quoted;

/// What each name fits, as a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PropertyNames(pub RuleId);

const NAME: &str = "propertyNames";

impl Keyword for PropertyNames {
    fn subschemas(&self, visit: &mut dyn FnMut(Applies, RuleId)) {
        visit(Applies::Name, self.0);
    }

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        for name in on.members().into_iter().flatten().map(|(name, _)| name) {
            let outcome = on.ask_name(self.0, name);
            if outcome.valid {
                continue;
            }
            let wanted = || {
                let why = outcome.faults.first().map_or("", |fault| &fault.wanted);
                format!("has the member name {}, which {why}", quoted(name))
            };
            let schema = on.location_of(self.0).clone();
            on.refuse_with(NAME, wanted, |fault| {
                fault.missing(name).arms(vec![Arm {
                    schema,
                    faults: Arc::clone(&outcome.faults),
                }])
            });
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let body = code.emitter().apply_to(self.0, Inside::Name);
        if body.is_empty() {
            TokenStream::new()
        } else if body.leaves() {
            let members = code.inside();
            quote!(if let Some((_, value)) = #members.first() { #body })
        } else {
            code.each(&quote!((_, value)), &quote!(#body))
        }
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.schema(NAME, self.0)
    }

    fn describe(&self) -> Option<Phrase> {
        None
    }
}

impl Read for PropertyNames {
    const NAME: &'static str = NAME;
    const KINDS: Kinds = Kinds::OBJECT;
    const SUBJECT: Subject = Subject::Members;
    const LOOKS: Looks = Looks::Inside;
    const ROLE: Role = Role::Predicate;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] =
        &[Spelling::new(NAME, Vocabulary::Applicator, Holds::Schema)
            .since(Draft::Draft6)
            .each_holds()];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        schema.schema(NAME).map(Self)
    }
}
