//! `unevaluatedItems`: what holds for the items that nothing else has looked
//! at (draft 2020-12, core, section 11.2).

use super::prelude::*;
/// What the items are that are left over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnevaluatedItems(pub RuleId);

const NAME: &str = "unevaluatedItems";

impl Keyword for UnevaluatedItems {
    fn subschemas(&self, visit: &mut dyn FnMut(Applies, RuleId)) {
        visit(Applies::Item, self.0);
    }

    /// Comes behind all keywords that look at items.
    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        for (index, item) in on.items().into_iter().flatten().enumerate() {
            if on.see_item(index) {
                on.beyond(Step::Item(index), item, (self.0, NAME), || None);
            }
        }
    }

    /// `own` is what everything else that the rule says has evaluated.
    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let body = code.emitter().apply_to(self.0, Inside::Item);
        if body.is_empty() {
            return TokenStream::new();
        }
        let items = code.inside();
        quote! {
            for (position, item) in #items.enumerate() {
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

impl Read for UnevaluatedItems {
    const NAME: &'static str = NAME;
    const KINDS: Kinds = Kinds::ARRAY;
    const SUBJECT: Subject = Subject::Items;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Rest;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] =
        &[Spelling::new(NAME, Vocabulary::Unevaluated, Holds::Schema).since(Draft::Draft2019)];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        schema.schema(NAME).map(Self)
    }
}
