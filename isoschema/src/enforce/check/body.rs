//! A rule's assertions → the statements of one function.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::keywords::conditional::Conditional;
use crate::keywords::emission::{Emission, Mode, Reach, Subject};
use crate::keywords::enumeration::Enum;
use crate::keywords::keyword::{Keyword, Role};
use crate::keywords::literal::unsigned;
use crate::keywords::properties::Properties;
use crate::keywords::table::Assertion;
use crate::plan::model::Part;
use crate::rules::id::RuleId;

use super::{Checks, Job, call};

/// A call of more letters than this stands in a function.
const SHORT: usize = 170;

impl<'a> Checks<'a> {
    /// Everything that a rule says.
    pub(super) fn whole(&mut self, id: RuleId, mode: Mode) -> TokenStream {
        if let Some(never) = self.never(id) {
            return never;
        }
        let mut body = TokenStream::new();
        if self.loops.guarded(id) {
            let number = unsigned(id.0.into());
            body.extend(quote! {
                let Some(_entered) = tape.enter(#number, at) else {
                    return Ok(());
                };
            });
        }
        let rests = self.of_role(id, |role| role == Role::Rest);
        let left = self.statements(id, &rests, mode);
        let is_plain = match mode {
            Mode::Check => left.is_empty(),
            Mode::Mark => rests.is_empty(),
        };
        if is_plain {
            body.extend(self.evaluated(id, mode));
            return body;
        }
        body.extend(self.mark_own(id));
        body.extend(left);
        if mode == Mode::Mark {
            let mut all = quote!(own.mark_all(););
            if let [one] = &rests[..] {
                all = within(one.word().subject(), Reach::Outside, &all);
            }
            body.extend(quote!(#all marks.merge(&own);));
        }
        body
    }

    /// Everything that a rule says but what is left over of it.
    pub(super) fn evaluated(&mut self, id: RuleId, mode: Mode) -> TokenStream {
        if let Some(never) = self.never(id) {
            return never;
        }
        let assertions = self.of_role(id, |role| role != Role::Rest);
        self.statements(id, &assertions, mode)
    }

    /// What a part of a rule says.
    pub(super) fn part_body(&mut self, id: RuleId, part: Part) -> TokenStream {
        let rules = self.rules;
        let rule = rules.get(id);
        match part {
            Part::Whole => self.whole(id, Mode::Check),
            Part::Unless => match rule.get::<Conditional>() {
                Some(conditional) => {
                    let mut code = Emission::predicate(self, id, Subject::Node, Mode::Check);
                    conditional.denied(&mut code)
                }
                None => TokenStream::new(),
            },
            Part::Patterns => match rule.get::<Properties>() {
                Some(properties) => {
                    let patterns = properties.of_patterns().into_owned();
                    self.statements(id, &[&patterns.into()], Mode::Check)
                }
                None => TokenStream::new(),
            },
            Part::Keyword(word) => {
                let stated: Vec<&Assertion> = rule.stating(word).collect();
                let body = self.statements(id, &stated, Mode::Check);
                if word.role() == Role::Rest && !body.is_empty() {
                    let own = self.mark_own(id);
                    return quote!(#own #body);
                }
                body
            }
        }
    }

    /// The call that is all of a rule which says one short thing of the value itself, such as its kind.
    pub(super) fn sole_call(&mut self, id: RuleId) -> Option<TokenStream> {
        let rules = self.rules;
        let id = self.loops.meant(id);
        let [only] = rules.get(id).assertions() else {
            return None;
        };
        let is_of_kind = matches!(only.word().role(), Role::Kinds | Role::Values);
        if !is_of_kind || rules.get(id).verdict.is_some() {
            return None;
        }
        let told = self.told.len();
        let body = self.statements(id, &[only], Mode::Check);
        let call = call::asked(&body).filter(|it| it.to_string().len() <= SHORT);
        if call.is_none() {
            self.told.truncate(told);
        }
        call
    }

    /// The body of a rule that refuses everything.
    fn never(&mut self, id: RuleId) -> Option<TokenStream> {
        let rules = self.rules;
        let rule = rules.get(id);
        let keyword = if rule.verdict == Some(false) {
            ""
        } else if rule.get::<Enum>().is_some_and(Enum::is_never) {
            "enum"
        } else {
            return None;
        };
        let location = self.told(rule, keyword);
        Some(quote!(Err(support::Fault::new(at, #location, support::Reason::Never))))
    }

    /// Checks everything else that the rule says and marks what that evaluates:
    /// checking first and marking afterwards would double the work at every
    /// level of a recursive document.
    fn mark_own(&mut self, id: RuleId) -> TokenStream {
        let evaluated = self.job(Job::Evaluated(id));
        quote! {
            let mut own = support::Marks::new(tape, at);
            #evaluated(tape, at, &mut own)?;
        }
    }

    fn of_role(&self, id: RuleId, is_meant: impl Fn(Role) -> bool) -> Vec<&'a Assertion> {
        let rules = self.rules;
        let assertions = rules.get(id).assertions().iter();
        assertions.filter(|it| is_meant(it.word().role())).collect()
    }

    /// The statements of assertions, in their order.
    fn statements(&mut self, id: RuleId, assertions: &[&Assertion], mode: Mode) -> TokenStream {
        let mut body = TokenStream::new();
        let mut rest = assertions;
        while let Some((first, others)) = rest.split_first() {
            let subject = first.word().subject();
            let mut count = 1;
            for (before, next) in rest.iter().zip(others) {
                // What goes through items or members uses them up.
                let goes_on = subject != Subject::Node && !goes_inside(before.keyword());
                if !goes_on || next.word().subject() != subject {
                    break;
                }
                count += 1;
            }
            let (group, left) = rest.split_at(count);
            body.extend(self.group(id, subject, group, mode));
            rest = left;
        }
        body
    }

    /// The statements of assertions about one subject.
    fn group(
        &mut self,
        id: RuleId,
        subject: Subject,
        group: &[&Assertion],
        mode: Mode,
    ) -> TokenStream {
        let job = match subject {
            Subject::Text => Job::Text(id),
            Subject::Number => Job::Number(id),
            Subject::Node | Subject::Items | Subject::Members => {
                return self.inside(id, subject, group, mode);
            }
        };
        let function = self.job(job);
        if subject == Subject::Text {
            quote! {
                if let Some(text) = tape.string(at) {
                    #function(text).map_err(|refused| refused.at(at))?;
                }
            }
        } else {
            quote! {
                if let Some(number) = tape.number(at) {
                    #function(number).map_err(|refused| refused.at(at))?;
                }
            }
        }
    }

    /// The statements of assertions about a node, its items or its members.
    fn inside(
        &mut self,
        id: RuleId,
        subject: Subject,
        group: &[&Assertion],
        mode: Mode,
    ) -> TokenStream {
        let mut body = TokenStream::new();
        let mut reach = Reach::Outside;
        for assertion in group {
            let code = Emission::predicate(self, id, subject, mode);
            let mut code = code.alone(body.is_empty());
            let own = assertion.keyword().emit(&mut code);
            if !own.is_empty() {
                reach = reach.max(code.reach());
            }
            body.extend(own);
        }
        within(subject, reach, &body)
    }

    /// The statements of what a rule says about a text, or a number.
    pub(super) fn limits(&mut self, id: RuleId, subject: Subject) -> TokenStream {
        let rules = self.rules;
        let mut body = TokenStream::new();
        let assertions = rules.get(id).assertions().iter();
        for assertion in assertions.filter(|it| it.word().subject() == subject) {
            let mut code = Emission::predicate(self, id, subject, Mode::Check);
            body.extend(assertion.keyword().emit(&mut code));
        }
        body
    }
}

/// Whether a keyword goes through items or members.
fn goes_inside(keyword: &dyn Keyword) -> bool {
    let mut goes = false;
    keyword.subschemas(&mut |_, _| goes = true);
    goes
}

/// What is done where the value is of the subject's kind.
fn within(subject: Subject, reach: Reach, body: &TokenStream) -> TokenStream {
    let kind = match subject {
        _ if body.is_empty() || reach == Reach::Through => return body.clone(),
        Subject::Node | Subject::Text | Subject::Number => return body.clone(),
        Subject::Items => quote!(ARRAY),
        Subject::Members => quote!(OBJECT),
    };
    let inside = subject.inside().filter(|_| reach == Reach::Within);
    inside.map_or_else(
        || quote!(if tape.is(at, support::Kinds::#kind) { #body }),
        |inside| {
            let inside = format_ident!("{inside}");
            quote!(if let Some(#inside) = tape.#inside(at) { #body })
        },
    )
}
