//! The functions that a module of predicates consists of.

use proc_macro2::Ident;
use quote::format_ident;

use crate::keywords::emission::Mode;
use crate::plan::model::Part;
use crate::rules::id::RuleId;
use crate::rules::rule::Rules;
use crate::words::shown;

/// A function to generate.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Job {
    /// All of a rule.
    Whole(RuleId, Mode),
    /// A part of a rule.
    Part(RuleId, Part),
    /// All of a rule whose verdicts are remembered elsewhere.
    Afresh(RuleId),
    /// Which of a rule's alternatives fits, where that is all that the rule says and remembered
    /// elsewhere.
    Alternatives(RuleId),
    /// All of a rule but what is left over of it.
    Evaluated(RuleId),
    /// The constraints of a rule on a text.
    Text(RuleId),
    /// The constraints of a rule on a number.
    Number(RuleId),
}

impl Job {
    /// What the function is called.
    pub(super) fn ident(&self) -> Ident {
        match self {
            Self::Whole(rule, Mode::Check) => format_ident!("check_{}", rule.0),
            Self::Whole(rule, Mode::Mark) => format_ident!("mark_{}", rule.0),
            Self::Part(rule, part) => format_ident!("{}_{}", stem(*part), rule.0),
            Self::Afresh(rule) => format_ident!("check_{}_afresh", rule.0),
            Self::Alternatives(rule) => format_ident!("arm_{}", rule.0),
            Self::Evaluated(rule) => format_ident!("evaluated_{}", rule.0),
            Self::Text(rule) => format_ident!("text_{}", rule.0),
            Self::Number(rule) => format_ident!("number_{}", rule.0),
        }
    }

    /// The schema location that the function stands for.
    pub(super) fn doc(&self, rules: &Rules) -> String {
        let (Self::Whole(rule, _)
        | Self::Part(rule, _)
        | Self::Afresh(rule)
        | Self::Alternatives(rule)
        | Self::Evaluated(rule)
        | Self::Text(rule)
        | Self::Number(rule)) = self;
        format!(" `{}`", shown(&rules.get(*rule).location.to_string()))
    }
}

/// What the functions of a part are called.
fn stem(part: Part) -> String {
    match part {
        Part::Whole => "check".to_owned(),
        Part::Unless => "unless".to_owned(),
        Part::Patterns => "pattern_properties".to_owned(),
        Part::Keyword(word) => word.stem(),
    }
}
