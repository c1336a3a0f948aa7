//! `pattern`: a regular expression that is found in a text (draft 2020-12,
//! validation, section 6.3.3; ECMA-262).

use super::prelude::*;
use super::regex::Pattern;
use crate::words::counted;

impl Keyword for Pattern {
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

    fn describe(&self) -> Option<Phrase> {
        let words = in_words(self.source());
        let words = words.map_or_else(|| "matching".to_owned(), |words| format!("{words},"));
        Some(Phrase::Code(words, self.source().to_owned()))
    }
}

impl Read for Pattern {
    const NAME: &'static str = "pattern";
    const KINDS: Kinds = Kinds::STRING;
    const SUBJECT: Subject = Subject::Text;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Shape;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] = &[Spelling::new(
        "pattern",
        Vocabulary::Validation,
        Holds::Data,
    )];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let json = schema.get("pattern")?;
        let source = schema.text("pattern")?;
        schema.pattern(source, "/pattern", json, false)
    }
}

/// What a pattern of one class of letters asks, in words: `^[A-Z]{3}$` is `3
/// capital letters`.
fn in_words(source: &str) -> Option<String> {
    let inner = source.strip_prefix('^')?.strip_suffix('$')?;
    let (class, repeated) = [
        ("[A-Z]", "capital letter"),
        ("[a-z]", "small letter"),
        ("[A-Za-z]", "letter"),
        ("[a-zA-Z]", "letter"),
        ("[0-9]", "digit"),
        ("\\d", "digit"),
    ]
    .into_iter()
    .find_map(|(class, name)| Some((name, inner.strip_prefix(class)?)))?;
    if repeated == "+" {
        return Some(format!("{class}s alone"));
    }
    let counts = repeated.strip_prefix('{')?.strip_suffix('}')?;
    let (least, most) = counts.split_once(',').unwrap_or((counts, counts));
    let is_count = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_count(least) || !(most.is_empty() || is_count(most)) {
        return None;
    }
    Some(match most {
        "" => format!("at least {}", counted(least, class)),
        most if least == most => counted(most, class),
        most => format!("{least} to {}", counted(most, class)),
    })
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn plain_patterns_have_words() {
        let said = |source| in_words(source).unwrap_or_default();
        assert_eq!(said("^[A-Z]{3}$"), "3 capital letters");
        assert_eq!(said("^[0-9]{1,5}$"), "1 to 5 digits");
        assert_eq!(said(r"^\d{1}$"), "1 digit");
        assert_eq!(said("^[a-z]{2,}$"), "at least 2 small letters");
        assert_eq!(said("^[A-Za-z]+$"), "letters alone");
        for other in [
            "[A-Z]{3}",
            "^[A-Z]{3}[0-9]$",
            "^[A-Z]{,3}$",
            "^[A-Z]{3}$|x$",
            "^$",
        ] {
            assert_eq!(in_words(other), None, "{other}");
        }
    }
}
