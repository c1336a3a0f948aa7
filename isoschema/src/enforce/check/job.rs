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
    /// The constraints of several rules on one text.
    Text(Vec<RuleId>),
    /// The constraints of several rules on one number.
    Number(Vec<RuleId>),
}

impl Job {
    /// What the function is called.
    pub(super) fn ident(&self) -> Ident {
        let joined = |rules: &[RuleId]| {
            let numbers: Vec<String> = rules.iter().map(|rule| rule.0.to_string()).collect();
            numbers.join("_")
        };
        match self {
            Self::Whole(rule, Mode::Check) => format_ident!("check_{}", rule.0),
            Self::Whole(rule, Mode::Mark) => format_ident!("mark_{}", rule.0),
            Self::Part(rule, part) => format_ident!("{}_{}", stem(*part), rule.0),
            Self::Afresh(rule) => format_ident!("check_{}_afresh", rule.0),
            Self::Alternatives(rule) => format_ident!("arm_{}", rule.0),
            Self::Evaluated(rule) => format_ident!("evaluated_{}", rule.0),
            Self::Text(rules) => format_ident!("text_{}", joined(rules)),
            Self::Number(rules) => format_ident!("number_{}", joined(rules)),
        }
    }

    /// The schema location that the function stands for.
    pub(super) fn doc(&self, rules: &Rules) -> String {
        let stands_for = match self {
            Self::Whole(rule, _)
            | Self::Part(rule, _)
            | Self::Afresh(rule)
            | Self::Alternatives(rule)
            | Self::Evaluated(rule) => std::slice::from_ref(rule),
            Self::Text(several) | Self::Number(several) => several,
        };
        let places = stands_for
            .iter()
            .map(|rule| rules.get(*rule).location.to_string());
        let places: Vec<String> = places.collect();
        format!(" `{}`", shown(&places.join("`, `")))
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
