//! `minLength` and `maxLength`: how many characters a text has (draft
//! 2020-12, validation, sections 6.3.1 and 6.3.2).
//!
//! A character is a Unicode scalar value.

use super::literal::unsigned;
use super::prelude::*;

/// A limit of a text's length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Length {
    /// Whether it is the least or the most.
    pub side: Side,
    /// The limit itself, which is allowed.
    pub count: Count,
}

impl Length {
    /// What errors and derived schemas call it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.side {
            Side::Least => "minLength",
            Side::Most => "maxLength",
        }
    }
}

impl Keyword for Length {
    fn subschemas(&self, _: &mut dyn FnMut(Applies, RuleId)) {}

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        let Some(text) = on.value().as_str() else {
            return;
        };
        let length = text.chars().count() as u64;
        on.count(self.name(), self.side, &self.count, (length, "character"));
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let (constant, require) = match self.side {
            Side::Least => ("MIN_LENGTH", "min_length"),
            Side::Most => ("MAX_LENGTH", "max_length"),
        };
        let count = unsigned(self.count.value().into());
        let limit = code.constant(constant, quote!(u64), count);
        code.derive(self.name(), quote!(::serde_json::Value::from(#limit)));
        if self.side == Side::Least
            && let Some(reason) = Emission::beyond(&self.count)
        {
            let refuse = code.refuse(self.name(), &reason);
            return quote!(if (text.len() as u64) < #limit { #refuse });
        }
        let (require, location) = (format_ident!("{require}"), code.location(self.name()));
        quote!(support::#require(text, #limit, #location)?;)
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.put(self.name(), self.count.value())
    }

    fn describe(&self) -> Option<Phrase> {
        Some(Phrase::Count(self.side, self.count.clone(), "character"))
    }
}

impl Read for Length {
    const NAME: &'static str = "minLength, maxLength";
    const KINDS: Kinds = Kinds::STRING;
    const SUBJECT: Subject = Subject::Text;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Shape;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] = &[
        Spelling::new("minLength", Vocabulary::Validation, Holds::Data),
        Spelling::new("maxLength", Vocabulary::Validation, Holds::Data),
    ];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let least = schema.least("minLength");
        let most = schema.most("maxLength");
        Side::stated(least, most).map(|(side, count)| Self { side, count })
    }
}
