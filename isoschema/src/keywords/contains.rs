//! `contains` with `minContains` and `maxContains`: how many items fit a
//! schema (draft 2020-12, core, section 10.3.1.3; validation, sections 6.4.4
//! and 6.4.5).

use super::prelude::*;
use crate::words::counted;

/// What is looked for among the items, and how many of it there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contains {
    /// What is looked for.
    pub rule: RuleId,
    /// At least so many items (1 where `minContains` is absent).
    pub min: Count,
    /// At most so many items.
    pub max: Option<Count>,
    /// A rule that every item fits: what is looked for, or anything else.
    pub either: Option<RuleId>,
    /// Whether a matching item counts as evaluated for `unevaluatedItems`
    /// (true from draft 2020-12 on).
    pub evaluates: bool,
}

impl Keyword for Contains {
    fn subschemas(&self, visit: &mut dyn FnMut(Applies, RuleId)) {
        visit(Applies::Item, self.rule);
    }

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        let Some(items) = on.items() else {
            return;
        };
        let found: Vec<usize> = items
            .iter()
            .enumerate()
            .filter(|(index, item)| on.probe_item(*index, item, self.rule).valid)
            .map(|(index, _)| index)
            .collect();
        let count = found.len() as u64;
        let least = (self.least(), Side::Least, Some(&self.min));
        for (keyword, side, limit) in [least, (Self::MOST, Side::Most, self.max.as_ref())] {
            let broken = limit.filter(|limit| side.is_broken(count, limit));
            if let Some(limit) = broken {
                let what = on.location_of(self.rule).to_string();
                on.refuse(keyword, || {
                    let (times, beyond) = (counted(count, "time"), side.beyond(limit));
                    format!("contains what fits {what} {times}, {beyond}")
                });
            }
        }
        if self.evaluates {
            for index in found {
                on.see_item(index);
            }
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let found = quote!(found);
        let mut limits = TokenStream::new();
        if self.min.value() > 0 {
            let names = (self.least(), "", "MinContains");
            limits.extend(code.number_of(Side::Least, &self.min, names, &found));
        }
        if let Some(most) = &self.max {
            let names = (Self::MOST, "", "MaxContains");
            limits.extend(code.number_of(Side::Most, most, names, &found));
        }
        let marks = code.mode() == Mode::Mark && self.evaluates;
        if limits.is_empty() && !marks {
            return TokenStream::new();
        }
        let items = code.inside();
        let check = code.emitter().function(self.rule, Mode::Check);
        if !marks {
            return quote! {
                let found = #items.filter(|item| tape.fits(*item, #check)).count();
                #limits
            };
        }
        let (start, step) = if limits.is_empty() {
            (None, None)
        } else {
            (Some(quote!(let mut found = 0;)), Some(quote!(found += 1;)))
        };
        quote! {
            #start
            for (position, item) in #items.enumerate() {
                if tape.fits(item, #check) {
                    marks.mark(position);
                    #step
                }
            }
            #limits
        }
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        schema.schema("contains", self.rule)?;
        schema.put("minContains", self.min.value())?;
        let max = self.max.as_ref();
        max.map_or(Some(()), |max| schema.put(Self::MOST, max.value()))
    }

    fn describe(&self) -> Option<Phrase> {
        None
    }
}

impl Contains {
    /// What limits how many items fit.
    pub const MOST: &'static str = "maxContains";

    /// The keyword that asks for the least number.
    #[must_use]
    pub fn least(&self) -> &'static str {
        if self.min.value() == 1 {
            "contains"
        } else {
            "minContains"
        }
    }
}

impl Read for Contains {
    const NAME: &'static str = "contains";
    const KINDS: Kinds = Kinds::ARRAY;
    const SUBJECT: Subject = Subject::Items;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Predicate;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] = &[
        Spelling::new("contains", Vocabulary::Applicator, Holds::Schema).since(Draft::Draft6),
        Spelling::new("minContains", Vocabulary::Validation, Holds::Data).since(Draft::Draft2019),
        Spelling::new(Self::MOST, Vocabulary::Validation, Holds::Data).since(Draft::Draft2019),
    ];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let min = schema.count("minContains");
        let max = schema.most(Self::MOST);
        let evaluates = schema.since(Draft::Draft2020);
        let rule = schema.schema("contains");
        rule.map(|rule| Self {
            rule,
            min: min.unwrap_or_else(|| Count::from(1)),
            max,
            either: None,
            evaluates,
        })
    }
}
