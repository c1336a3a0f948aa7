//! `uniqueItems`: no two items are equal (draft 2020-12, validation, section
//! 6.4.3).

use super::prelude::*;
use std::collections::HashSet;

/// `uniqueItems: true`; `false` states nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UniqueItems;

const NAME: &str = "uniqueItems";

impl Keyword for UniqueItems {
    fn subschemas(&self, _: &mut dyn FnMut(Applies, RuleId)) {}

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        if let Some(index) = on.items().and_then(repeated) {
            on.refuse(NAME, || {
                format!("repeats an item: [{index}] was there before")
            });
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let refuse = code.refuse(NAME, &quote!(Repeated(first, second)));
        quote! {
            if let Some((first, second)) = tape.repeated_items(at) { #refuse }
        }
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.put(NAME, true)
    }

    fn describe(&self) -> Option<Phrase> {
        Some(Phrase::Words("all different".to_owned()))
    }
}

impl Read for UniqueItems {
    const NAME: &'static str = NAME;
    const KINDS: Kinds = Kinds::ARRAY;
    const SUBJECT: Subject = Subject::Node;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Predicate;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] =
        &[Spelling::new(NAME, Vocabulary::Validation, Holds::Data)];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let unique = schema.flag(NAME) == Some(true);
        unique.then_some(Self)
    }
}

/// The first item that was there before. Equal values have equal texts.
fn repeated(items: &[Json]) -> Option<usize> {
    let mut known = HashSet::new();
    items
        .iter()
        .position(|item| !known.insert(item.canonical()))
}
