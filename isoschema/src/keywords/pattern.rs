//! `pattern`: a regular expression that is found in a text (draft 2020-12,
//! validation, section 6.3.3; ECMA-262).

use super::prelude::*;
use super::regex::Pattern;

impl Keyword for Pattern {
    fn name(&self) -> &'static str {
        "pattern"
    }

    fn subject(&self) -> Subject {
        Subject::Text
    }

    fn subschemas(&self, _: &mut dyn FnMut(Applies, RuleId)) {}

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        if let Some(text) = on.value().as_str()
            && !self.is_found_in(text)
        {
            on.refuse("pattern", || {
                format!("does not match the pattern {}", self.source())
            });
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let location = code.location("pattern");
        let pattern = code.emitter().pattern(self.source());
        let pattern = code.shared(&pattern);
        code.derive(
            "pattern",
            quote!(::serde_json::Value::from(#pattern.source())),
        );
        quote!(#pattern.require(text, #location)?;)
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.put("pattern", self.source())
    }

    fn describe(&self) -> Option<String> {
        Some(format!("matching `{}`", self.source()))
    }
}

impl Read for Pattern {
    const NAME: &'static str = "pattern";
    const KINDS: Kinds = Kinds::STRING;
    const ROLE: Role = Role::Shape;
    const SPELLINGS: &'static [Spelling] = &[Spelling::new(
        "pattern",
        Vocabulary::Validation,
        Holds::Data,
    )];

    fn read(schema: &mut Reading<'_, '_>) -> Vec<Self> {
        let pattern = schema.get("pattern").and_then(|json| {
            let source = schema.text("pattern")?;
            schema.pattern(source, "/pattern", json, false)
        });
        pattern.into_iter().collect()
    }
}
