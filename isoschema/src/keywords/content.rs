//! `contentEncoding` and `contentMediaType`, where they are asserted (draft 7,
//! validation, section 8; annotations since draft 2019-09).

use super::prelude::*;
use crate::formats;

/// What a text holds; at least one of the two is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Content {
    /// It is in base64.
    pub base64: bool,
    /// What it holds, decoded, is JSON.
    pub json: bool,
}

const ENCODING: &str = "contentEncoding";
const MEDIA_TYPE: &str = "contentMediaType";
const BASE64: &str = "base64";
const JSON: &str = "application/json";

impl Keyword for Content {
    fn subschemas(&self, _: &mut dyn FnMut(Applies, RuleId)) {}

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        let Some(text) = on.value().as_str() else {
            return;
        };
        let decoded = if self.base64 {
            formats::decoded(text)
        } else {
            Some(text.as_bytes().to_vec())
        };
        match decoded {
            None => on.refuse(ENCODING, || "is not in base64".to_owned()),
            Some(bytes) if self.json && !formats::holds_json(&bytes) => {
                on.refuse(MEDIA_TYPE, || "does not hold JSON".to_owned());
            }
            Some(_) => {}
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        code.emitter().use_contents();
        let mut body = TokenStream::new();
        let bytes = if self.base64 {
            let decoded = if self.json {
                quote!(decoded)
            } else {
                quote!(_)
            };
            let refuse = code.refuse(ENCODING, &quote!(Encoding(#BASE64)));
            body.extend(quote! {
                let Some(#decoded) = support::decode_base64(text) else { #refuse };
            });
            quote!(&decoded)
        } else {
            quote!(text.as_bytes())
        };
        if self.json {
            let refuse = code.refuse(MEDIA_TYPE, &quote!(MediaType(#JSON)));
            body.extend(quote!(if !support::is_json(#bytes) { #refuse }));
        }
        body
    }

    /// An annotation there.
    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.unmodelled("what a text holds is no matter of a schema");
        Some(())
    }

    fn describe(&self) -> Option<Phrase> {
        let what = match (self.base64, self.json) {
            (true, true) => "JSON in base64",
            (true, false) => "in base64",
            (false, _) => "JSON",
        };
        Some(Phrase::Words(what.to_owned()))
    }
}

impl Read for Content {
    const NAME: &'static str = "contentEncoding, contentMediaType";
    const KINDS: Kinds = Kinds::STRING;
    const SUBJECT: Subject = Subject::Text;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Shape;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] = &[
        Spelling::new(ENCODING, Vocabulary::Content, Holds::Data).since(Draft::Draft7),
        Spelling::new(MEDIA_TYPE, Vocabulary::Content, Holds::Data).since(Draft::Draft7),
    ];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        if !schema.source().asserts_content() {
            return None;
        }
        let content = Self {
            base64: asserted(schema, ENCODING, BASE64),
            json: asserted(schema, MEDIA_TYPE, JSON),
        };
        let stated = content.base64 || content.json;
        stated.then_some(content)
    }
}

/// Whether a keyword has the one value that can be asserted.
fn asserted(schema: &mut Reading<'_, '_>, keyword: &str, supported: &str) -> bool {
    let (Some(value), Some(json)) = (schema.text(keyword), schema.get(keyword)) else {
        return false;
    };
    if value != supported {
        let reason = format!("`{keyword}: {value:?}` is asserted but not known");
        let help = "leave it an annotation: do not assert contents";
        schema.unsupported(keyword, json, reason, help);
    }
    value == supported
}
