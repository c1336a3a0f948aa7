//! `const`: the one value that fits (draft 2020-12, validation, section
//! 6.1.3).

use super::fault::shown;
use super::literal::{codes, constant};
use std::sync::Arc;

use super::prelude::*;

/// The value.
#[derive(Debug, Clone)]
pub struct Const(pub Json);

impl Keyword for Const {
    fn subschemas(&self, _: &mut dyn FnMut(Applies, RuleId)) {}

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        if !self.0.same_value(on.value()) {
            let wanted = || format!("is not {}", shown(&self.0));
            let code = || Arc::from([self.0.to_value()]);
            on.refuse_with("const", wanted, |fault| fault.of_codes(code()));
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let value = constant(&self.0);
        let told = codes(std::slice::from_ref(&self.0));
        let location = code.location("const");
        quote!(tape.expect_constant(at, &#value, #location, #told)?;)
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.put("const", self.0.to_value())
    }

    fn describe(&self) -> Option<Phrase> {
        Some(Phrase::Code("always".to_owned(), shown(&self.0)))
    }
}

impl Read for Const {
    const NAME: &'static str = "const";
    const KINDS: Kinds = Kinds::ALL;
    const SUBJECT: Subject = Subject::Node;
    const LOOKS: Looks = Looks::Inside;
    const ROLE: Role = Role::Values;
    const MEND: Mend = mend;
    const SPELLINGS: &'static [Spelling] =
        &[Spelling::new("const", Vocabulary::Validation, Holds::Data).since(Draft::Draft6)];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let value = schema.get("const").cloned();
        value.map(Self)
    }
}

fn mend(mending: &mut Mending<'_>) -> Option<()> {
    let codes = [mending.stated()?.clone(), mending.fault.value.clone()?];
    mending.drop_keyword()?;
    mending.add("enum", codes.into_iter().collect());
    Some(())
}
