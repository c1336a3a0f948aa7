//! Newtypes of texts that mean a date: conversions from and to a library's
//! types.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::config::kinds::Dates;
use crate::plan::model::Temporal;

use super::form::Form;
use super::{Enforcer, doc, ident};

impl Enforcer<'_> {
    /// The conversions of a newtype; `open` where it can be made of any text.
    /// A borrowing form is read, and made of owned ones.
    pub(super) fn dates(&self, temporal: Temporal, name: &Ident, open: bool) -> TokenStream {
        let library = self.features.dates;
        let Some((method, value)) = method(library, temporal) else {
            return TokenStream::new();
        };
        let out = way_out(library, temporal, name, method, &value);
        let way_in =
            (self.form == Form::Owned).then(|| way_in(library, temporal, name, value, open));
        quote! { #out #way_in }
    }
}

/// From the text to the library's value.
fn way_out(
    library: Dates,
    temporal: Temporal,
    name: &Ident,
    method: &'static str,
    value: &TokenStream,
) -> TokenStream {
    let error = match library {
        Dates::Chrono => quote! { ::chrono::ParseError },
        Dates::Time => quote! { ::time::error::Parse },
        Dates::Jiff | Dates::String => quote! { ::jiff::Error },
    };
    let (crate_name, meant) = (library.name(), temporal.meaning());
    let about = doc::lines(&format!(
        "The {meant} that the text means to `{crate_name}`.\n\
         \n\
         # Errors\n\
         \n\
         The text is no {meant} to `{crate_name}`, or one beyond its range.",
    ));
    let method = ident(method);
    quote! {
        impl #name {
            #about
            pub fn #method(&self) -> ::core::result::Result<#value, #error> {
                support::#method(&self.0)
            }
        }
    }
}

/// From the library's value to the text.
fn way_in(
    library: Dates,
    temporal: Temporal,
    name: &Ident,
    value: TokenStream,
    open: bool,
) -> TokenStream {
    // chrono's moments come in any time zone.
    let (parameters, value) = match (library, temporal) {
        (Dates::Chrono, Temporal::DateTime) => (
            quote! { <Tz: ::chrono::TimeZone> },
            quote! { ::chrono::DateTime<Tz> },
        ),
        _ => (TokenStream::new(), value),
    };
    let text = ident(temporal.name());
    let made = if open {
        quote! { ::core::result::Result::Ok(Self(text)) }
    } else {
        quote! { Self::try_from(text) }
    };
    quote! {
        impl #parameters ::core::convert::TryFrom<#value> for #name {
            type Error = support::Refused;

            fn try_from(value: #value) -> ::core::result::Result<Self, support::Refused> {
                let text = ::std::string::String::from(support::#text::try_from(value)?);
                #made
            }
        }
    }
}

/// The name of a conversion, of the runtime's function too, and what it gives.
fn method(library: Dates, temporal: Temporal) -> Option<(&'static str, TokenStream)> {
    Some(match (library, temporal) {
        (Dates::Jiff, Temporal::DateTime) => ("to_timestamp", quote! { ::jiff::Timestamp }),
        (Dates::Jiff, Temporal::Date) => ("to_date", quote! { ::jiff::civil::Date }),
        (Dates::Jiff, Temporal::Duration) => ("to_span", quote! { ::jiff::Span }),
        (Dates::Chrono, Temporal::DateTime) => (
            "to_date_time",
            quote! { ::chrono::DateTime<::chrono::FixedOffset> },
        ),
        (Dates::Chrono, Temporal::Date) => ("to_naive_date", quote! { ::chrono::NaiveDate }),
        (Dates::Time, Temporal::DateTime) => {
            ("to_offset_date_time", quote! { ::time::OffsetDateTime })
        }
        (Dates::Time, Temporal::Date) => ("to_date", quote! { ::time::Date }),
        (Dates::String, _) | (Dates::Chrono | Dates::Time, Temporal::Duration) => return None,
    })
}
