//! `anyOf`: schemas of which a value fits one at least (draft 2020-12, core,
//! section 10.2.1.2).

use super::alternatives;
use super::prelude::*;

/// The schemas, at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnyOf(pub Vec<RuleId>);

impl AnyOf {
    /// The call that gives the first schema that a value fits.
    pub fn which(&self, code: &mut Emission<'_>) -> TokenStream {
        let arguments = alternatives::listed(code, &self.0, "anyOf");
        quote!(support::any_arm(tape, at, #arguments))
    }
}

impl Keyword for AnyOf {
    fn subschemas(&self, visit: &mut dyn FnMut(Applies, RuleId)) {
        for rule in &self.0 {
            visit(Applies::Alternative, *rule);
        }
    }

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        let asked = || self.0.iter().map(|rule| (*rule, on.ask(*rule))).collect();
        let outcomes: Vec<_> = on.quietly(asked);
        if outcomes.iter().all(|(_, outcome)| !outcome.valid) {
            let outcomes = if on.tells() { asked() } else { outcomes };
            alternatives::refuse(on, "anyOf", &outcomes);
            return;
        }
        for (_, outcome) in outcomes.iter().filter(|(_, outcome)| outcome.valid) {
            on.saw(outcome);
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        alternatives::emit(code, &self.0, "anyOf", "any_of")
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.list("anyOf", &self.0)
    }

    fn describe(&self) -> Option<Phrase> {
        None
    }
}

impl Read for AnyOf {
    const NAME: &'static str = "anyOf";
    const KINDS: Kinds = Kinds::ALL;
    const SUBJECT: Subject = Subject::Node;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Union;
    const MEND: Mend = alternatives::another_constant;
    const SPELLINGS: &'static [Spelling] =
        &[Spelling::new("anyOf", Vocabulary::Applicator, Holds::List).in_place()];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let rules = schema.list("anyOf", false);
        (!rules.is_empty()).then_some(Self(rules))
    }
}
