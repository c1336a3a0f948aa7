//! `minItems` and `maxItems`: how many items an array has (draft 2020-12,
//! validation, sections 6.4.1 and 6.4.2).

use super::prelude::*;
/// A limit of an array's length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemCount {
    /// Whether it is the least or the most.
    pub side: Side,
    /// The limit itself, which is allowed.
    pub count: Count,
}

impl ItemCount {
    /// What errors and derived schemas call it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.side {
            Side::Least => "minItems",
            Side::Most => "maxItems",
        }
    }
}

impl Keyword for ItemCount {
    fn subschemas(&self, _: &mut dyn FnMut(Applies, RuleId)) {}

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        if let Some(items) = on.items() {
            let found = items.len() as u64;
            on.count(self.name(), self.side, &self.count, (found, "item"));
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let (constant, reason) = match self.side {
            Side::Least => ("MIN_ITEMS", "MinItems"),
            Side::Most => ("MAX_ITEMS", "MaxItems"),
        };
        let items = code.inside();
        code.number_of(
            self.side,
            &self.count,
            (self.name(), constant, reason),
            &quote!(#items.len()),
        )
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.put(self.name(), self.count.value())
    }

    fn describe(&self) -> Option<Phrase> {
        Some(Phrase::Count(self.side, self.count.clone(), "item"))
    }
}

impl Read for ItemCount {
    const NAME: &'static str = "minItems, maxItems";
    const KINDS: Kinds = Kinds::ARRAY;
    const SUBJECT: Subject = Subject::Items;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Shape;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] = &[
        Spelling::new("minItems", Vocabulary::Validation, Holds::Data),
        Spelling::new("maxItems", Vocabulary::Validation, Holds::Data),
    ];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let least = schema.least("minItems");
        let most = schema.most("maxItems");
        Side::stated(least, most).map(|(side, count)| Self { side, count })
    }
}
