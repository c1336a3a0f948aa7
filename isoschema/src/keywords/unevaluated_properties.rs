//! `unevaluatedProperties`: what holds for the members that nothing else has
//! looked at (draft 2020-12, core, section 11.3).

use super::prelude::*;
use crate::names::nearest::misspelt;

/// What the members are that are left over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnevaluatedProperties(pub RuleId);

const NAME: &str = "unevaluatedProperties";

impl Keyword for UnevaluatedProperties {
    fn subschemas(&self, visit: &mut dyn FnMut(Applies, RuleId)) {
        visit(Applies::Member, self.0);
    }

    /// Comes behind all keywords that look at members.
    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        let members = on.members();
        for (name, member) in members.into_iter().flatten() {
            if on.see_member(name) {
                let declared = || on.declared_in_place();
                let near = on.tells().then(declared).unwrap_or_default();
                let has = |name: &str| members.is_some_and(|it| it.contains_key(name));
                let left = || misspelt(name, near.into_iter().filter(|name| !has(name)));
                on.beyond(Step::Member(name), member, (self.0, NAME), left);
            }
        }
    }

    /// `own` is what everything else that the rule says has evaluated.
    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let body = code.emitter().apply_to(self.0, Inside::Member);
        if body.is_empty() {
            return TokenStream::new();
        }
        let members = code.inside();
        quote! {
            for (position, (_, value)) in #members.enumerate() {
                if !own.has(position) { #body }
            }
        }
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.schema(NAME, self.0)
    }

    fn describe(&self) -> Option<Phrase> {
        None
    }
}

impl Read for UnevaluatedProperties {
    const NAME: &'static str = NAME;
    const KINDS: Kinds = Kinds::OBJECT;
    const SUBJECT: Subject = Subject::Members;
    const LOOKS: Looks = Looks::Inside;
    const ROLE: Role = Role::Rest;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] =
        &[Spelling::new(NAME, Vocabulary::Unevaluated, Holds::Schema).since(Draft::Draft2019)];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        schema.schema(NAME).map(Self)
    }
}
