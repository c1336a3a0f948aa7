//! `unfit-default`, `unfit-example`, `unfit-code`: values that a schema names and
//! refuses itself.

use super::{Asked, Finding};
use crate::evaluate::run::Run;
use crate::keywords::enumeration::Enum;
use crate::load::json::Json;

/// The longest value that is shown.
const LONGEST: usize = 60;

pub(super) fn default(asked: &Asked<'_>, found: &mut Vec<Finding>) {
    let value = asked.rule.notes.default.iter();
    found.extend(value.filter(|it| !asked.fits(it)).map(|value| Finding {
        suffix: "/default".to_owned(),
        reason: format!("the default {} does not fit its schema", shown(value)),
        help: "correct one of them: no value of the type is the default".to_owned(),
    }));
}

pub(super) fn examples(asked: &Asked<'_>, found: &mut Vec<Finding>) {
    let values = asked.rule.notes.examples.iter();
    found.extend(values.filter(|it| !asked.fits(it)).map(|value| Finding {
        // What is behind it may be `example` or `examples`.
        suffix: String::new(),
        reason: format!("the example {} does not fit its schema", shown(value)),
        help: "correct one of them".to_owned(),
    }));
}

pub(super) fn codes(asked: &Asked<'_>, found: &mut Vec<Finding>) {
    let Some(codes) = asked.rule.get::<Enum>() else {
        return;
    };
    let unfit: Vec<&Json> = codes.values.iter().filter(|it| !asked.fits(it)).collect();
    // Where none fits, the type has no value, and planning says so.
    if unfit.len() < codes.values.len() {
        found.extend(unfit.into_iter().map(|value| Finding {
            suffix: "/enum".to_owned(),
            reason: format!(
                "{} never fits: what stands beside `enum` refuses it",
                shown(value)
            ),
            help: "leave it out, or correct what refuses it".to_owned(),
        }));
    }
}

impl Asked<'_> {
    pub(super) fn fits(&self, value: &Json) -> bool {
        Run::new(self.ground).fits(self.id, value, |_| true)
    }
}

fn shown(value: &Json) -> String {
    let text = value.to_value().to_string();
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
