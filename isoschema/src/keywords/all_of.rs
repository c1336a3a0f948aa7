//! `allOf`: schemas that a value all fits (draft 2020-12, core, section
//! 10.2.1.1).

use super::prelude::*;
/// The schemas, at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllOf(pub Vec<RuleId>);

impl Keyword for AllOf {
    fn subschemas(&self, visit: &mut dyn FnMut(Applies, RuleId)) {
        for rule in &self.0 {
            visit(Applies::Joined, *rule);
        }
    }

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        for rule in &self.0 {
            let outcome = on.ask(*rule);
            on.join(&outcome);
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let mode = code.mode();
        self.0
            .iter()
            .map(|rule| code.emitter().apply(*rule, mode))
            .collect()
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        self.0.iter().try_for_each(|rule| schema.also(*rule))
    }

    fn describe(&self) -> Option<Phrase> {
        None
    }
}

impl Read for AllOf {
    const NAME: &'static str = "allOf";
    const KINDS: Kinds = Kinds::ALL;
    const SUBJECT: Subject = Subject::Node;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Joined;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] =
        &[Spelling::new("allOf", Vocabulary::Applicator, Holds::List)
            .each_holds()
            .in_place()];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let rules = schema.list("allOf", false);
        (!rules.is_empty()).then_some(Self(rules))
    }
}
