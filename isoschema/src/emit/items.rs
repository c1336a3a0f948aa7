//! The items of one type, as they are printed.

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::{Collector, Diagnostic, Kind};
use crate::enforce::{Enforcer, Items};
use crate::plan::model::Model;

use super::complexity;

pub(super) fn fault(document: std::sync::Arc<str>, pointer: &str, message: &str) -> Diagnostic {
    Diagnostic::of_file(Kind::Unsupported, document, message)
        .pointer(pointer)
        .help("this is a fault of the generator: please report it with the schema")
}

/// The items of one type; none where there is a problem with them.
pub(super) fn items(
    enforcer: &mut Enforcer<'_>,
    model: &Model,
    index: usize,
    problems: &mut Collector,
) -> Option<TokenStream> {
    let ty = &model.types[index];
    let items = enforcer.items(index).map_err(|error| error.to_string());
    let items = items.and_then(
        |Items {
             definition,
             machinery,
         }| {
            let items = quote! { #definition #machinery };
            complexity::allowed(items, &ty.shape)
                .map_err(|error| format!("the generated code does not parse: {error}"))
        },
    );
    match items {
        Ok(items) => Some(items),
        Err(message) => {
            let location = &ty.location;
            problems.push(fault(
                location.document.clone(),
                &location.pointer,
                &message,
            ));
            None
        }
    }
}
