//! Builders: one setter a member, and every fault named at once.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::names::name::Name;
use crate::plan::model::{Type, TypeRef};

use super::allow::{long, three_states};
use super::bags::Bag;
use super::part::Part;
use super::{Enforcer, doc};

impl Enforcer<'_> {
    /// The builder of a struct.
    pub(super) fn builder(&mut self, ty: &Type, parts: &[Part<'_>], bags: &[Bag]) -> TokenStream {
        let name = ty.name.ident();
        let builder = self.helper(ty.name.and("Builder"));
        let fields = parts.iter().map(|part| {
            let (ident, rust) = (&part.ident, &part.rust);
            quote! { #ident: ::core::option::Option<#rust>, }
        });
        let bag_fields = bags.iter().map(|bag| {
            let Bag { ident, rust, .. } = bag;
            quote! { #ident: #rust, }
        });
        let mut taken: HashSet<Name> = parts.iter().map(|part| part.rust_name.method()).collect();
        taken.extend(bags.iter().map(|bag| bag.rust_name.clone()));
        let setters: Vec<TokenStream> = parts
            .iter()
            .map(|part| self.setter(part, &mut taken))
            .collect();
        let bag_setters = bags.iter().map(|bag| {
            let Bag { ident, rust, .. } = bag;
            quote! {
                /// Sets the members that the schema does not declare.
                #[must_use]
                pub fn #ident(mut self, members: #rust) -> Self {
                    self.#ident = members;
                    self
                }
            }
        });
        let conventions = super::accessors::conventions(parts);
        let three_states = three_states(parts.iter().any(Part::is_nullable));
        let build = self.build(ty, parts, bags);
        let update = (!ty.checks.is_empty()).then(|| self.update(&builder, parts, bags));
        let about = doc::lines(&format!("Builds a [`{}`] member by member.", ty.name));
        quote! {
            impl #name {
                /// Starts to build one, member by member.
                #[must_use]
                pub fn builder() -> #builder {
                    #builder::default()
                }
                #update
            }

            #about
            #[derive(Debug, Clone, Default)]
            #three_states
            pub struct #builder {
                #(#fields)*
                #(#bag_fields)*
                faults_: support::BuildError,
            }

            #conventions
            impl #builder {
                #(#setters)*
                #(#bag_setters)*
                #build
            }
        }
    }

    fn setter(&self, part: &Part<'_>, taken: &mut HashSet<Name>) -> TokenStream {
        let Part {
            name,
            ident,
            method,
            doc,
            ..
        } = part;
        let (present, nullable) = match part.ty {
            TypeRef::Nullable(inner) => (&**inner, true),
            TypeRef::Null => (&TypeRef::Never, true),
            other => (other, false),
        };
        let null = nullable.then(|| {
            let mut method = part.rust_name.and("_null");
            while !taken.insert(method.clone()) {
                method = method.behind("set_");
            }
            let method = method.ident();
            let value = if part.ty == &TypeRef::Null {
                quote! { () }
            } else {
                quote! { ::core::option::Option::None }
            };
            let about = doc::lines(&format!("Sets {} to null.", doc::code(name)));
            quote! {
                #about
                #[must_use]
                pub fn #method(mut self) -> Self {
                    self.faults_.forget(#name);
                    self.#ident = ::core::option::Option::Some(#value);
                    self
                }
            }
        });
        if present == &TypeRef::Never {
            return null.unwrap_or_default();
        }
        let (taken, boxed) = match present {
            TypeRef::Boxed(inner) => (&**inner, true),
            other => (other, false),
        };
        let taken = self.rust(taken);
        let boxed = boxed.then(|| quote! { .map(::std::boxed::Box::new) });
        let some = nullable.then(|| quote! { .map(::core::option::Option::Some) });
        quote! {
            #doc
            #[must_use]
            pub fn #method(
                mut self,
                value: impl ::core::convert::TryInto<#taken, Error: ::core::fmt::Display>,
            ) -> Self {
                self.#ident = self.faults_.accept(#name, value)#boxed #some;
                self
            }
            #null
        }
    }

    fn build(&mut self, ty: &Type, parts: &[Part<'_>], bags: &[Bag]) -> TokenStream {
        let name = ty.name.ident();
        let required: Vec<&Part<'_>> = parts.iter().filter(|part| part.required).collect();
        let locals: Vec<Ident> = required
            .iter()
            .map(|part| part.rust_name.behind("field_").ident())
            .collect();
        let idents: Vec<&Ident> = required.iter().map(|part| &part.ident).collect();
        let names = required.iter().map(|part| &part.name);
        let given = match (locals.as_slice(), idents.as_slice()) {
            ([], _) => quote! { faults.finish()?; },
            ([local], [ident]) => quote! {
                let ::core::option::Option::Some(#local) = self.#ident else {
                    return ::core::result::Result::Err(faults);
                };
                faults.finish()?;
            },
            _ => quote! {
                let (#(::core::option::Option::Some(#locals),)*) = (#(self.#idents,)*) else {
                    return ::core::result::Result::Err(faults);
                };
                faults.finish()?;
            },
        };
        let mutable = (!required.is_empty()).then(|| quote! { mut });
        let values = parts.iter().map(|part| {
            let ident = &part.ident;
            if part.required {
                let local = part.rust_name.behind("field_").ident();
                quote! { #ident: #local, }
            } else {
                quote! { #ident: self.#ident, }
            }
        });
        let bag_idents = bags.iter().map(|bag| &bag.ident);
        let checked = self.checked(ty);
        let value = quote! {
            #name {
                #(#values)*
                #(#bag_idents: self.#bag_idents,)*
            }
        };
        let value = if checked.is_empty() {
            quote! { ::core::result::Result::Ok(#value) }
        } else {
            quote! {
                let candidate = #value;
                #checked
                ::core::result::Result::Ok(candidate)
            }
        };
        let long = long(2 * parts.len(), parts);
        quote! {
            /// Builds it.
            ///
            /// # Errors
            ///
            /// Names every member that is missing or was refused.
            #long
            pub fn build(self) -> ::core::result::Result<#name, support::BuildError> {
                let #mutable faults = self.faults_;
                #(faults.require(#names, self.#idents.is_some());)*
                #given
                #value
            }
        }
    }

    /// The way to change a struct whose members depend on each other.
    fn update(&self, builder: &Ident, parts: &[Part<'_>], bags: &[Bag]) -> TokenStream {
        let values = parts.iter().map(|part| {
            let ident = &part.ident;
            let value = if self.traits.is_copy(part.ty) {
                quote! { self.#ident }
            } else {
                quote! { ::core::clone::Clone::clone(&self.#ident) }
            };
            if part.required {
                quote! { #ident: ::core::option::Option::Some(#value), }
            } else {
                quote! { #ident: #value, }
            }
        });
        let bags = bags.iter().map(|bag| &bag.ident);
        let about = doc::lines(&format!(
            "As [`{builder}::build`]; then nothing is changed."
        ));
        quote! {
            /// Changes members, and keeps the change if all of them still fit
            /// together.
            ///
            /// # Errors
            ///
            #about
            pub fn update(
                &mut self,
                change: impl ::core::ops::FnOnce(#builder) -> #builder,
            ) -> ::core::result::Result<(), support::BuildError> {
                let builder = #builder {
                    #(#values)*
                    #(#bags: ::core::clone::Clone::clone(&self.#bags),)*
                    faults_: support::BuildError::default(),
                };
                *self = change(builder).build()?;
                ::core::result::Result::Ok(())
            }
        }
    }
}
