//! `enum` and `const` → enums of unit variants.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::keywords::literal::{codes, constant, shown};
use crate::load::json::Json;
use crate::plan::model::{Place, Type, Values};
use crate::shape::{Body, Unit};

use super::convert::Contents;
use super::form::Form;
use super::integer_codes::{given, integers};
use super::item::with;
use super::{EnforceError, Enforcer, Items, allow, doc};
use crate::config::kinds::Support;

impl Enforcer<'_> {
    pub(super) fn values(
        &mut self,
        index: usize,
        ty: &Type,
        values: &Values,
    ) -> Result<Items, EnforceError> {
        let name = ty.name.ident();
        let variants: Vec<Ident> = values
            .variants
            .iter()
            .map(|variant| variant.ident.ident())
            .collect();
        let units = values.variants.iter().map(|variant| {
            let shown = doc::code(&shown(&variant.value));
            let doc = match &variant.doc {
                Some(text) => format!("{}\n\nWritten {shown}.", doc::markdown(text)),
                None => format!("Written {shown}."),
            };
            let name = variant.ident.ident();
            Unit { name, doc }
        });
        let mut item = self.shaped(ty, Body::Enum(units.collect()))?;
        let other = values.open.then(|| self.helper(ty.name.and("Other")));
        if let (syn::Item::Enum(item), Some(other)) = (&mut item, &other) {
            item.variants.push(syn::parse_quote! {
                /// A code that the schema does not list.
                Other(#other)
            });
        }
        let definition = with(item, self.derived(index, None));
        let schema = self.values_schema(ty, values);
        if values.text && !values.open {
            let codes = self.closed_codes(ty, values);
            let default = self.stated_default(index, ty);
            return Ok(Items {
                definition,
                machinery: quote! { #codes #default },
            });
        }
        let document = self.document(index, &name);
        let body = if values.text {
            self.text_enum(ty, values, &variants, other.as_ref())
        } else {
            value_enum(ty, values, &variants)
        };
        let conversions = other
            .as_ref()
            .map(|other| self.conversions(index, &name, &Contents::Codes(values, other)));
        let reader = self.values_reader(ty, values, other.as_ref());
        let default = self.stated_default(index, ty);
        let other_item = other
            .as_ref()
            .map(|other| self.other_code(index, &name, other));
        let definition = quote! {
            #definition
            #other_item
        };
        let machinery = quote! {
            #body
            #default
            #conversions
            #schema
            #document
            #reader
        };
        Ok(Items {
            definition,
            machinery,
        })
    }

    fn values_reader(&mut self, ty: &Type, values: &Values, other: Option<&Ident>) -> TokenStream {
        let name = ty.name.ident();
        let predicates = self.predicates(ty);
        let listed = listed(values);
        // What a module brings along itself has no scanner.
        let has_scanner = self.features.support != Support::Pasted;
        let is_scanned = has_scanner && ty.checks.is_empty();
        let scan = is_scanned.then(|| self.codes_scan(values, other));
        let found = if values.text {
            let kept = match self.form {
                Form::Owned => quote! { code.to_owned() },
                Form::Borrowed => quote! { tape.cow(at) },
            };
            let code = if values.open {
                quote! {
                    .map(|code| {
                        Self::find(code).unwrap_or_else(|| Self::Other(#other(#kept)))
                    })
                }
            } else {
                quote! { .and_then(Self::find) }
            };
            quote! { tape.string(at)#code }
        } else {
            quote! { Self::ALL.into_iter().find(|value| value.constant().is(tape, at)) }
        };
        let known = self.known(ty);
        quote! {
            impl support::Read<'_> for #name {
                #known

                fn read(
                    tape: &support::Tape<'_>,
                    at: usize,
                    _: &'static support::Place,
                ) -> ::core::result::Result<Self, support::Fault> {
                    #predicates
                    #found.ok_or_else(|| {
                        Self::PLACE.refuse(tape, at, support::Reason::Code(#listed))
                    })
                }

                #scan
            }
        }
    }

    /// Finds a code in the text itself.
    fn codes_scan(&self, values: &Values, other: Option<&Ident>) -> TokenStream {
        let kept = self.kept_text(&quote! { code });
        let found = if !values.text {
            quote! { scanner.one_of(&Self::ALL, Self::constant) }
        } else if values.open {
            quote! {
                let code = scanner.text()?;
                if let ::core::option::Option::Some(listed) = Self::find(&code) {
                    return ::core::option::Option::Some(listed);
                }
                ::core::option::Option::Some(Self::Other(#other(#kept)))
            }
        } else {
            quote! { Self::find(&scanner.text()?) }
        };
        scan(&found)
    }
}

/// The reader that needs no tape.
fn scan(body: &TokenStream) -> TokenStream {
    quote! {
        fn scan(
            scanner: &mut support::Scanner<'_>,
            _: &'static support::Place,
        ) -> ::core::option::Option<Self> {
            #body
        }
    }
}

/// The values as an error lists them.
fn listed(values: &Values) -> String {
    let listed: Vec<Json> = values
        .variants
        .iter()
        .map(|variant| variant.value.clone())
        .collect();
    codes(&listed)
}

/// Values of any kind.
fn value_enum(ty: &Type, values: &Values, variants: &[Ident]) -> TokenStream {
    let name = ty.name.ident();
    let count = Literal::usize_unsuffixed(variants.len());
    let constants = values.variants.iter().map(|it| {
        let (constant, text) = (constant(&it.value), shown(&it.value));
        let text = it.value.as_str().map_or(text, ToOwned::to_owned);
        quote! { #constant, #text }
    });
    let integers = integers(ty, values, variants, &listed(values));
    let given = integers.as_ref().map(|_| given(values));
    let given = given.filter(|it| !it.is_empty()).map(|given| {
        let given = given.into_iter().map(super::ident);
        quote! { support::integer_codes! { #name: #(#given)* } }
    });
    quote! {
        support::values! {
            pub #name, #count;
            constants { #(#variants = #constants;)* }
            #integers
        }
        #given
    }
}

impl Enforcer<'_> {
    /// Codes of which there are no others.
    fn closed_codes(&mut self, ty: &Type, values: &Values) -> TokenStream {
        let name = ty.name.ident();
        let base = ty.location.to_string();
        let (place, known) = self.known_from(&base, ty);
        let count = Literal::usize_unsuffixed(values.variants.len());
        let listed = listed(values);
        let codes = values.variants.iter().filter_map(|variant| {
            let (code, ident) = (variant.value.as_str()?, variant.ident.ident());
            let length = Literal::usize_unsuffixed(code.len());
            Some(quote! { #length #code #ident; })
        });
        let asks = self.asks(ty, false);
        let feature = self.features.schemars.as_ref();
        let (plain, own) = match feature {
            Some(feature) if ty.checks.is_empty() => (quote! { schema #feature; }, None),
            _ => (TokenStream::new(), Some(self.values_schema(ty, values))),
        };
        quote! {
            support::codes! {
                pub #name in #base at #place, #count, #listed;
                #known
                #(#codes)*
                #plain
                #asks
            }
            #own
        }
    }

    /// Codes: texts.
    fn text_enum(
        &mut self,
        ty: &Type,
        values: &Values,
        variants: &[Ident],
        other: Option<&Ident>,
    ) -> TokenStream {
        let name = ty.name.ident();
        let codes: Vec<&str> = values
            .variants
            .iter()
            .filter_map(|variant| variant.value.as_str())
            .collect();
        let count = variants.len();
        let by_length = count > super::FEW_TEXTS;
        let matched = super::text_matched(&quote! { code }, by_length);
        let cases = codes
            .iter()
            .map(|code| super::text_case([*code], by_length));
        let listed = listed(values);
        let receiver = if other.is_some() {
            quote! { &self }
        } else {
            quote! { self }
        };
        let lifetime = if other.is_some() {
            quote! { &str }
        } else {
            quote! { &'static str }
        };
        let constness = other.is_none().then(|| quote! { const });
        let other_text = other.map(|_| quote! { Self::Other(code) => &code.0, });
        let parsing = self.parsing(ty, other, &listed);
        let other_ways = other.map(|other| self.other_ways(&name, other, ty.place.location()));
        let long = allow::long_match(count);
        quote! {
            impl #name {
                /// Every code that the schema lists, in its order.
                pub const ALL: [Self; #count] = [#(Self::#variants),*];

                /// The code as it is written.
                #long
                #[must_use]
                pub #constness fn as_str(#receiver) -> #lifetime {
                    match self {
                        #(Self::#variants => #codes,)*
                        #other_text
                    }
                }

                #long
                fn find(code: &str) -> ::core::option::Option<Self> {
                    ::core::option::Option::Some(match #matched {
                        #(#cases => Self::#variants,)*
                        _ => return ::core::option::Option::None,
                    })
                }
            }

            impl ::core::fmt::Display for #name {
                fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    formatter.write_str(self.as_str())
                }
            }

            impl ::core::convert::AsRef<str> for #name {
                fn as_ref(&self) -> &str {
                    self.as_str()
                }
            }

            support::text_equal! { #name }

            #parsing

            impl ::serde::Serialize for #name {
                fn serialize<S: ::serde::Serializer>(
                    &self,
                    serializer: S,
                ) -> ::core::result::Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.as_str())
                }
            }
            #other_ways
        }
    }

    /// From a text to a code.
    fn parsing(&mut self, ty: &Type, other: Option<&Ident>, listed: &str) -> TokenStream {
        let name = ty.name.ident();
        if self.form == Form::Borrowed {
            // Closed lists have the owned form alone.
            let kept = self.kept(&quote! { code });
            return quote! {
                impl ::core::convert::From<&'de str> for #name {
                    fn from(code: &'de str) -> Self {
                        Self::find(code).unwrap_or(Self::Other(#other(#kept)))
                    }
                }
            };
        }
        let from_str = if let Some(other) = other {
            quote! {
                if let ::core::option::Option::Some(listed) = Self::find(code) {
                    return ::core::result::Result::Ok(listed);
                }
                ::core::result::Result::Ok(Self::Other(#other(code.to_owned())))
            }
        } else {
            let refused = self.refused_code(&ty.place, listed);
            quote! { Self::find(code).ok_or_else(|| #refused) }
        };
        // Closed lists are told by `codes!`.
        let given = other.map(|other| quote! { support::open_codes! { #name(#other) } });
        quote! {
            impl ::core::str::FromStr for #name {
                type Err = support::Refused;

                fn from_str(code: &str) -> ::core::result::Result<Self, support::Refused> {
                    #from_str
                }
            }

            #given
        }
    }

    /// The refusal of a text that is no code.
    fn refused_code(&mut self, place: &Place, listed: &str) -> TokenStream {
        let location = place.location();
        let reason = quote! { support::Reason::Code(#listed) };
        if matches!(place, Place::Asked(..)) {
            let place = self.place(place);
            quote! { support::refused(code, #place, #reason) }
        } else {
            quote! { support::Refused::new(#location, #reason) }
        }
    }
}
