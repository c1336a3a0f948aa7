//! `minProperties` and `maxProperties`: how many members an object has (draft 2020-12,
//! validation, sections 6.5.1 and 6.5.2).

use super::prelude::*;
/// A limit of the number of members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PropertyCount {
    /// Whether it is the least or the most.
    pub side: Side,
    /// The limit itself, which is allowed.
    pub count: Count,
}

impl PropertyCount {
    /// What errors and derived schemas call it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.side {
            Side::Least => "minProperties",
            Side::Most => "maxProperties",
        }
    }
}

impl Keyword for PropertyCount {
    fn subschemas(&self, _: &mut dyn FnMut(Applies, RuleId)) {}

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        if let Some(members) = on.members() {
            let found = members.len() as u64;
            on.count(self.name(), self.side, &self.count, (found, "member"));
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let (constant, reason) = match self.side {
            Side::Least => ("MIN_PROPERTIES", "MinProperties"),
            Side::Most => ("MAX_PROPERTIES", "MaxProperties"),
        };
        let members = code.inside();
        code.number_of(
            self.side,
            &self.count,
            (self.name(), constant, reason),
            &quote!(#members.len()),
        )
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.put(self.name(), self.count.value())
    }

    fn describe(&self) -> Option<Phrase> {
        Some(Phrase::Count(self.side, self.count.clone(), "member"))
    }
}

impl Read for PropertyCount {
    const NAME: &'static str = "minProperties, maxProperties";
    const KINDS: Kinds = Kinds::OBJECT;
    const SUBJECT: Subject = Subject::Members;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Predicate;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] = &[
        Spelling::new("minProperties", Vocabulary::Validation, Holds::Data),
        Spelling::new("maxProperties", Vocabulary::Validation, Holds::Data),
    ];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let least = schema.least("minProperties");
        let most = schema.most("maxProperties");
        Side::stated(least, most).map(|(side, count)| Self { side, count })
    }
}
