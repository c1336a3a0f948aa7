//! Types from elsewhere: read by their own `Deserialize`, once the schema's
//! predicate holds.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::model::{Foreign, Part, Type};

use super::{Enforcer, Items, ty};
use crate::config::kinds::Support;

impl Enforcer<'_> {
    pub(super) fn foreign(&mut self, ty: &Type, foreign: &Foreign) -> Items {
        if foreign.is_of_runtime()
            || (self.features.support == Support::Crate && foreign.is_known())
        {
            return Items::default();
        }
        let path = ty::foreign_path(foreign);
        if foreign.of_format {
            return Items {
                definition: TokenStream::new(),
                machinery: quote! {
                    impl support::Read<'_> for #path {
                        fn read(
                            tape: &support::Tape<'_>,
                            at: usize,
                            place: &'static support::Place,
                        ) -> ::core::result::Result<Self, support::Fault> {
                            support::parsed(tape, at, place)
                        }
                    }
                },
            };
        }
        let function = self.checks.part(foreign.rule, Part::Whole);
        let location = ty.location.to_string();
        let known = self.known(ty);
        let machinery = quote! {
            impl support::Read<'_> for #path {
                #known

                fn read(
                    tape: &support::Tape<'_>,
                    at: usize,
                    _: &'static support::Place,
                ) -> ::core::result::Result<Self, support::Fault> {
                    checks::#function(tape, at)?;
                    ::serde_json::from_value(tape.value(at)).map_err(|error| {
                        let reason = error.to_string().into_boxed_str();
                        support::Fault::new(at, #location, support::Reason::Foreign(reason))
                    })
                }
            }
        };
        Items {
            definition: TokenStream::new(),
            machinery,
        }
    }
}
