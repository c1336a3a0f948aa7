//! `$ref`, `$dynamicRef` and `$recursiveRef`, resolved (draft 2020-12, core,
//! section 8.2.3).

use super::prelude::*;
/// What is referred to, which a value has to fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference(pub RuleId);

const KEYWORDS: [&str; 3] = ["$ref", "$dynamicRef", "$recursiveRef"];

impl Keyword for Reference {
    fn subschemas(&self, visit: &mut dyn FnMut(Applies, RuleId)) {
        visit(Applies::Joined, self.0);
    }

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        let outcome = on.ask(self.0);
        on.join(&outcome);
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let mode = code.mode();
        code.emitter().apply(self.0, mode)
    }

    /// A derived schema has no places to refer to.
    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.also(self.0)
    }

    fn describe(&self) -> Option<Phrase> {
        None
    }
}

impl Read for Reference {
    const NAME: &'static str = "$ref";
    const KINDS: Kinds = Kinds::ALL;
    const SUBJECT: Subject = Subject::Node;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Joined;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] = &[
        Spelling::new("$ref", Vocabulary::Core, Holds::Reference).in_place(),
        Spelling::new("$dynamicRef", Vocabulary::Core, Holds::Reference)
            .in_place()
            .since(Draft::Draft2020),
        Spelling::new("$recursiveRef", Vocabulary::Core, Holds::Reference)
            .in_place()
            .since(Draft::Draft2019)
            .until(Draft::Draft2019),
    ];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        for keyword in KEYWORDS {
            let wrong = schema.get(keyword).filter(|json| json.as_str().is_none());
            if let Some(json) = wrong {
                schema.wrong(keyword, json, "is a URI reference in a string", None);
            }
        }
        let references = schema.source().references();
        references.into_iter().map(Self)
    }
}
