//! What `anyOf` and `oneOf` have in common.

use std::rc::Rc;
use std::sync::Arc;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::rules::id::RuleId;

use super::emission::{Emission, Mode};
use super::evaluation::{Evaluation, Outcome};
use super::fault::Arm;
use super::mending::Mending;

/// The value fits none, each for its own reasons.
pub fn refuse(
    on: &mut Evaluation<'_, '_>,
    keyword: &'static str,
    outcomes: &[(RuleId, Rc<Outcome>)],
) {
    let arms: Vec<Arm> = outcomes
        .iter()
        .map(|(rule, outcome)| Arm {
            schema: on.location_of(*rule).clone(),
            faults: Arc::clone(&outcome.faults),
        })
        .collect();
    let wanted = || "fits no alternative".to_owned();
    on.refuse_with(keyword, wanted, |fault| fault.arms(arms));
}

/// A call of the runtime's function with all alternatives.
pub fn emit(
    code: &mut Emission<'_>,
    arms: &[RuleId],
    keyword: &str,
    function: &str,
) -> TokenStream {
    let mode = code.mode();
    let arguments = listed(code, arms, keyword);
    match mode {
        Mode::Check => {
            let function = format_ident!("{function}");
            quote!(support::#function(tape, at, #arguments)?;)
        }
        Mode::Mark => {
            let function = format_ident!("{function}_marking");
            quote!(support::#function(tape, at, marks, #arguments)?;)
        }
    }
}

/// The keyword's location, and all alternatives.
pub fn listed(code: &mut Emission<'_>, arms: &[RuleId], keyword: &str) -> TokenStream {
    let location = code.location(keyword);
    let mode = code.mode();
    let mut listed = Vec::with_capacity(arms.len());
    for (position, arm) in arms.iter().enumerate() {
        let name = code.emitter().name(*arm);
        let name = name.unwrap_or_else(|| format!("{keyword}/{position}"));
        let check = code.emitter().function(*arm, mode);
        listed.push(quote!((#name, #check)));
    }
    quote!(#location, &[#(#listed),*])
}

/// One more constant among alternatives that list some. A new tag, or another
/// alternative, is more than a slip of the pen: a person has to decide.
pub fn another_constant(mending: &mut Mending<'_>) -> Option<()> {
    let fault = mending.fault;
    if fault.codes.is_empty() || !fault.names.is_empty() {
        return None;
    }
    let arm = serde_json::json!({ "const": fault.value.clone()? });
    mending.push(&arm)
}
