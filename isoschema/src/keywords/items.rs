//! `prefixItems` and `items`: what an array's items are, by position and
//! behind these (draft 2020-12, core, sections 10.3.1.1 and 10.3.1.2).
//!
//! Up to draft 2019-09, `items` lists schemas by position, and
//! `additionalItems` is what follows.

use super::choice::choose;
use super::literal::{count, unsigned};
use super::prelude::*;

/// What the items are; at least one of the two is stated.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Items {
    /// By position.
    pub prefix: Vec<RuleId>,
    /// Behind these.
    pub rest: Option<RuleId>,
    /// How the schema spells what it says of positions, and of the rest.
    pub spelled: Spelled,
}

/// The members of a schema object that say what items are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spelled {
    prefix: &'static str,
    rest: &'static str,
}

impl Default for Spelled {
    fn default() -> Self {
        PREFIXED
    }
}

/// Draft 2020-12.
const PREFIXED: Spelled = Spelled {
    prefix: "prefixItems",
    rest: "items",
};

/// Earlier drafts, where `items` is a list.
const LISTED: Spelled = Spelled {
    prefix: "items",
    rest: "additionalItems",
};

impl Keyword for Items {
    fn subschemas(&self, visit: &mut dyn FnMut(Applies, RuleId)) {
        for rule in self.prefix.iter().chain(&self.rest) {
            visit(Applies::Item, *rule);
        }
    }

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        for (index, item) in on.items().into_iter().flatten().enumerate() {
            let step = Step::Item(index);
            match (self.prefix.get(index), self.rest) {
                (Some(rule), _) => on.inside(step, item, *rule),
                (None, Some(rule)) => on.beyond(step, item, (rule, self.spelled.rest), || None),
                (None, None) => break,
            }
            on.see_item(index);
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let mut body = self.each(code);
        if code.mode() == Mode::Mark {
            if self.rest.is_some() {
                body.extend(quote!(marks.mark_all();));
            } else {
                let prefix = count(self.prefix.len() as u64);
                body.extend(quote!(marks.mark_first(#prefix);));
            }
        }
        body
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        if !self.prefix.is_empty() {
            schema.list("prefixItems", &self.prefix)?;
        }
        self.rest
            .map_or(Some(()), |rest| schema.schema("items", rest))
    }

    fn describe(&self) -> Option<Phrase> {
        None
    }
}

impl Items {
    fn each(&self, code: &mut Emission<'_>) -> TokenStream {
        let mut apply = |rule| code.emitter().apply_to(rule, Inside::Item);
        let rest = self.rest.map(&mut apply).unwrap_or_default();
        let mut cases = Vec::new();
        for (position, rule) in self.prefix.iter().enumerate() {
            let body = apply(*rule);
            cases.push((unsigned(position as u128), body));
        }
        if rest.is_empty() && cases.iter().all(|(_, body)| body.is_empty()) {
            return TokenStream::new();
        }
        let items = code.inside();
        let is_alike = cases.iter().all(|(_, body)| *body == rest);
        if is_alike && rest.leaves() {
            quote!(if let Some(item) = #items.first() { #rest })
        } else if is_alike && code.mode() == Mode::Check {
            code.each(&quote!(item), &quote!(#rest))
        } else if is_alike {
            quote!(for item in #items { #rest })
        } else {
            let dispatch = choose(&quote!(position), cases, &rest);
            quote!(for (position, item) in #items.enumerate() { #dispatch })
        }
    }
}

impl Read for Items {
    const NAME: &'static str = "items";
    const KINDS: Kinds = Kinds::ARRAY;
    const SUBJECT: Subject = Subject::Items;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Shape;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] = &[
        Spelling::new("prefixItems", Vocabulary::Applicator, Holds::List)
            .since(Draft::Draft2020)
            .each_holds(),
        Spelling::new("items", Vocabulary::Applicator, Holds::SchemaOrList).each_holds(),
        Spelling::new("additionalItems", Vocabulary::Applicator, Holds::Schema).behind_a_list(),
    ];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let items = schema.get("items");
        let listed = items.is_some_and(|json| matches!(json.kind, JsonKind::Array(_)));
        let (prefix, rest, spelled) = if listed && schema.dialect().lists_items() {
            let prefix = schema.list("items", true);
            (prefix, schema.schema("additionalItems"), LISTED)
        } else {
            let prefix = schema.list("prefixItems", true);
            let rest = match items {
                Some(json) if listed => {
                    let help = "rename it to `prefixItems`, and `additionalItems` to `items`; or \
                                name an earlier draft in `$schema`";
                    let wanted = "is one schema in draft 2020-12";
                    schema.wrong("items", json, wanted, Some(help));
                    None
                }
                _ => schema.schema("items"),
            };
            (prefix, rest, PREFIXED)
        };
        let stated = !prefix.is_empty() || rest.is_some();
        stated.then_some(Self {
            prefix,
            rest,
            spelled,
        })
    }
}
