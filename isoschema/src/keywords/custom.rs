//! Keywords of somebody's own vocabulary, whatever their names (draft 2020-12,
//! core, section 8.1).

use std::sync::Arc;

use serde_json::Value;

use super::own::CustomKeyword;
use super::prelude::*;

/// One of these keywords, as a schema states it.
#[derive(Debug, Clone)]
pub struct Custom {
    keyword: Arc<dyn CustomKeyword>,
    stated: Value,
    /// An expression that parses.
    code: String,
}

impl Custom {
    /// What schemas call it.
    fn name(&self) -> &'static str {
        self.keyword.name()
    }
}

impl Keyword for Custom {
    fn subschemas(&self, _: &mut dyn FnMut(Applies, RuleId)) {}

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        if !self.keyword.fits(&self.stated, &on.value().to_value()) {
            on.refuse(self.name(), || self.keyword.wanted(&self.stated));
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let place = code.location(self.name());
        let wanted = self.keyword.wanted(&self.stated);
        let refuse = code.refuse(self.name(), &quote!(Other(#wanted)));
        let fits: TokenStream = self.code.parse().unwrap_or_default();
        quote! {{
            let value: ::serde_json::Value = support::read(tape, at, &support::Place::At(#place))?;
            let value = &value;
            let fits = #fits;
            if !fits { #refuse }
        }}
    }

    /// Nobody else knows it.
    fn render(&self, _: &mut Rendering<'_>) -> Option<()> {
        None
    }

    fn describe(&self) -> Option<Phrase> {
        Some(Phrase::Code(
            "with".to_owned(),
            format!("{}: {}", self.name(), self.stated),
        ))
    }
}

impl Read for Custom {
    const NAME: &'static str = "a keyword of your own";
    const KINDS: Kinds = Kinds::ALL;
    const SUBJECT: Subject = Subject::Node;
    const LOOKS: Looks = Looks::Inside;
    const ROLE: Role = Role::Predicate;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] = &[];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let keywords = schema.source().custom();
        keywords.into_iter().filter_map(|keyword| {
            let json = schema.source().get(keyword.name())?;
            one(schema, keyword, json)
        })
    }
}

fn one(
    schema: &mut Reading<'_, '_>,
    keyword: Arc<dyn CustomKeyword>,
    json: &Json,
) -> Option<Custom> {
    let (name, stated) = (keyword.name(), json.to_value());
    if let Err(wanted) = keyword.read(&stated) {
        let reason = format!("`{name}` {wanted}");
        schema.refuse(name, json, reason, None);
        return None;
    }
    let code = keyword.code(&stated);
    if let Err(error) = syn::parse_str::<syn::Expr>(&code) {
        let reason = format!("the code for `{name}` is no expression: {error}");
        let help = "mend what the keyword gives as its code";
        schema.unsupported(name, json, reason, help);
        return None;
    }
    Some(Custom {
        keyword,
        stated,
        code,
    })
}
