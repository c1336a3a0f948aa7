//! `oneOf`: schemas of which a value fits exactly one (draft 2020-12, core,
//! section 10.2.1.3).

use super::alternatives;
use super::prelude::*;

/// The schemas, at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneOf(pub Vec<RuleId>);

impl OneOf {
    /// The call that gives the only schema that a value fits.
    pub fn which(&self, code: &mut Emission<'_>) -> TokenStream {
        let arguments = alternatives::listed(code, &self.0, "oneOf");
        quote!(support::one_arm(tape, at, #arguments))
    }
}

impl Keyword for OneOf {
    fn subschemas(&self, visit: &mut dyn FnMut(Applies, RuleId)) {
        for rule in &self.0 {
            visit(Applies::Branch, *rule);
        }
    }

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        let outcomes: Vec<_> = self.0.iter().map(|rule| (*rule, on.probe(*rule))).collect();
        let fitting: Vec<_> = outcomes.iter().filter(|(_, o)| o.valid).collect();
        match fitting[..] {
            [] => {
                let told = self.0.iter().map(|rule| (*rule, on.probe_told(*rule)));
                let outcomes = if on.tells() { told.collect() } else { outcomes };
                alternatives::refuse(on, "oneOf", &outcomes);
            }
            [(rule, _)] => {
                let outcome = on.ask(*rule);
                on.join(&outcome);
            }
            _ => {
                let places = fitting.iter().map(|(rule, _)| on.location_of(*rule));
                let places: Vec<String> = places.map(ToString::to_string).collect();
                on.refuse("oneOf", || {
                    format!("fits several alternatives: {}", places.join(", "))
                });
            }
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        alternatives::emit(code, &self.0, "oneOf", "one_of")
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.list("oneOf", &self.0)
    }

    fn describe(&self) -> Option<Phrase> {
        None
    }
}

impl Read for OneOf {
    const NAME: &'static str = "oneOf";
    const KINDS: Kinds = Kinds::ALL;
    const SUBJECT: Subject = Subject::Node;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Union;
    const MEND: Mend = alternatives::another_constant;
    const SPELLINGS: &'static [Spelling] =
        &[Spelling::new("oneOf", Vocabulary::Applicator, Holds::List).in_place()];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let rules = schema.list("oneOf", false);
        (!rules.is_empty()).then_some(Self(rules))
    }
}
