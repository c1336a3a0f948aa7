//! The items of one type, as they are printed.

use crate::diagnostics::{Collector, Diagnostic, Kind};
use crate::enforce::{EnforceError, Items};
use crate::plan::model::Type;

use super::complexity;
use super::print::{self, prelude::Prelude};

/// What was made of one type, with what allows its complexity; none where there is a
/// problem with it.
pub(super) fn items(
    made: Result<Items, EnforceError>,
    ty: &Type,
    problems: &mut Collector,
) -> Option<Items> {
    let items = made.map_err(|error| error.to_string());
    let items = items.and_then(|items| {
        let allowed = |tokens| complexity::allowed(tokens, &ty.shape).map_err(no_items);
        Ok(Items {
            definition: allowed(items.definition)?,
            machinery: allowed(items.machinery)?,
        })
    });
    reported(items, ty, problems)
}

/// The texts of one type.
pub(super) struct Texts {
    pub(super) definition: String,
    /// One block, that the type's name opens.
    pub(super) machinery: String,
}

/// The texts of the items of one type; none where there is a problem with them.
pub(super) fn texts(
    items: Items,
    ty: &Type,
    prelude: &mut Prelude,
    problems: &mut Collector,
) -> Option<Texts> {
    let definition = prelude.shortened(items.definition);
    let definition = print::definition(definition, prelude.visibility).map_err(no_items);
    let mut machinery = print::machinery(prelude.shortened(items.machinery));
    if !machinery.is_empty() {
        machinery.insert_str(0, &format!("\n// {}\n", ty.name));
    }
    Some(Texts {
        definition: reported(definition, ty, problems)?,
        machinery,
    })
}

/// What is to be told of tokens that are not what they are taken for.
#[expect(clippy::needless_pass_by_value, reason = "it ends an error")]
pub(super) fn no_items(error: syn::Error) -> String {
    format!("the generated code does not parse: {error}")
}

/// What was made of a type; the problem with it, if there is one, is told.
pub(super) fn reported<T>(
    made: Result<T, String>,
    ty: &Type,
    problems: &mut Collector,
) -> Option<T> {
    let message = match made {
        Ok(made) => return Some(made),
        Err(message) => message,
    };
    let location = &ty.location;
    let fault = Diagnostic::of_file(Kind::Unsupported, location.document.clone(), message)
        .pointer(&location.pointer)
        .help("this is a fault of the generator: please report it with the schema");
    problems.push(fault);
    None
}
