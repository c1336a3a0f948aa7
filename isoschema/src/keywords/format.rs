//! `format`, where it is asserted (draft 2020-12, validation, section 7).

use super::prelude::*;
use crate::formats;

/// A format that texts must have.
#[derive(Debug, Clone, Copy)]
pub struct Format(pub &'static formats::Format);

impl Keyword for Format {
    fn subschemas(&self, _: &mut dyn FnMut(Applies, RuleId)) {}

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        if let Some(text) = on.value().as_str()
            && !(self.0.fits)(text)
        {
            on.refuse("format", || format!("is not in the format {}", self.0.name));
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        code.emitter().use_format(self.0);
        let (name, function) = (self.0.name, format_ident!("{}", self.0.function));
        code.derive("format", quote!(::serde_json::Value::from(#name)));
        let refuse = code.refuse("format", &quote!(Format(#name)));
        quote!(if !support::#function(text) { #refuse })
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.put("format", self.0.name)
    }

    fn describe(&self) -> Option<Phrase> {
        Some(Phrase::Code(
            "in the format".to_owned(),
            self.0.name.to_owned(),
        ))
    }
}

impl Read for Format {
    const NAME: &'static str = "format";
    const KINDS: Kinds = Kinds::STRING;
    const SUBJECT: Subject = Subject::Text;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Shape;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] =
        &[Spelling::new("format", Vocabulary::Format, Holds::Data)];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let name = schema.text("format")?;
        if !schema.source().asserts_format(name) {
            return None;
        }
        formats::known(name).map(Self)
    }
}
