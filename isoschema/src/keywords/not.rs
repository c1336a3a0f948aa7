//! `not`: a value fits where it does not fit a schema (draft 2020-12, core,
//! section 10.2.1.4).

use super::prelude::*;
/// What a value must not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Not(pub RuleId);

impl Keyword for Not {
    fn subschemas(&self, visit: &mut dyn FnMut(Applies, RuleId)) {
        visit(Applies::Condition, self.0);
    }

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        // What a schema has looked at that must not fit counts for nothing.
        if on.probe(self.0).valid {
            let forbidden = on.words_about(self.0);
            on.refuse("not", || format!("fits what is forbidden: {forbidden}"));
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let check = code.emitter().function(self.0, Mode::Check);
        let words = code.emitter().words(self.0);
        let refuse = code.refuse("not", &Said::forbidden(&words));
        quote!(if tape.fits(at, #check) { #refuse })
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.schema("not", self.0)
    }

    fn describe(&self) -> Option<Phrase> {
        None
    }
}

impl Read for Not {
    const NAME: &'static str = "not";
    const KINDS: Kinds = Kinds::ALL;
    const SUBJECT: Subject = Subject::Node;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Predicate;
    /// What forbids is no slip of the pen: a person has to decide.
    const MEND: Mend = |_| None;
    const SPELLINGS: &'static [Spelling] =
        &[Spelling::new("not", Vocabulary::Applicator, Holds::Schema).in_place()];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        schema.schema("not").map(Self)
    }
}
