//! `JsonSchema`: derived where schemars can say it, implemented elsewhere.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::keywords::emission::mentions;
use crate::keywords::literal::{constant, shown};
use crate::names::name::Name;
use crate::plan::model::{Struct, Tuple, Type, TypeRef, Union, Values};

use super::bags::Bag;
use super::part::Part;
use super::{Enforcer, ident};

impl Enforcer<'_> {
    /// The derive of a struct.
    pub(super) fn object_schema(
        &self,
        ty: &Type,
        object: &Struct,
        parts: &[Part<'_>],
    ) -> TokenStream {
        let Some(feature) = &self.features.schemars else {
            return TokenStream::new();
        };
        let mut options: Vec<TokenStream> = Vec::new();
        if is_camel(parts) {
            options.push(quote! { rename_all = "camelCase" });
        }
        if object.additional == TypeRef::Never {
            options.push(quote! { deny_unknown_fields });
        }
        if let Some(text) = self.repeated(ty) {
            options.push(quote! { extend("allOf" = support::derived::repeated(#text)) });
        }
        let constants: Vec<String> = object
            .fields
            .iter()
            .filter_map(|field| {
                let value = shown(field.constant.as_ref()?);
                Some(format!(
                    "{}:{value}",
                    serde_json::Value::from(field.name.as_str())
                ))
            })
            .collect();
        if !constants.is_empty() {
            let text = format!("{{{}}}", constants.join(","));
            options.push(quote! { transform = support::derived::constants(#text) });
        }
        let forbidden: Vec<&str> = object.forbidden().map(|field| &*field.name).collect();
        if !forbidden.is_empty() {
            let text = serde_json::Value::from(forbidden).to_string();
            options.push(quote! { transform = support::derived::forbidden(#text) });
        }
        if self.hides_some() {
            let optional = parts.iter().filter(|part| !part.required);
            let names: Vec<&str> = optional.map(|part| part.name.as_ref()).collect();
            let text = serde_json::Value::from(names).to_string();
            options.push(quote! { transform = support::derived::optional(#text) });
        }
        let options = (!options.is_empty()).then(|| quote! { , schemars(#(#options),*) });
        quote! {
            #[cfg_attr(feature = #feature, derive(::schemars::JsonSchema) #options)]
        }
    }

    /// The attributes of a struct's fields, its bags behind the members.
    pub(super) fn field_schemas(&self, parts: &[Part<'_>], bags: &[Bag]) -> Vec<TokenStream> {
        let Some(feature) = &self.features.schemars else {
            return vec![TokenStream::new(); parts.len() + bags.len()];
        };
        let camel = is_camel(parts);
        // What schemars derives of a default says `Some` without a path.
        let default = (!self.hides_some()).then(|| quote! { default });
        let mut attributes: Vec<TokenStream> = parts
            .iter()
            .map(|part| {
                let mut options: Vec<TokenStream> = Vec::new();
                let plain = part.rust_name.plain();
                let said = if camel {
                    camel_case(plain)
                } else {
                    plain.to_owned()
                };
                if said != part.name {
                    let name = &part.name;
                    options.push(quote! { rename = #name });
                }
                // schemars takes `Option` for both absent and null.
                let nullable = matches!(part.ty, TypeRef::Nullable(_));
                let rust = self.described(part.ty).to_string().replace(' ', "");
                if let (true, TypeRef::Nullable(inner)) = (part.required, part.ty) {
                    let inner = self.described(inner).to_string().replace(' ', "");
                    let rust = format!("support::derived::Nullable<{inner}>");
                    options.push(quote! { with = #rust });
                } else if !part.required && !nullable {
                    options.push(quote! { with = #rust });
                    options.extend(default.clone());
                } else if self.is_described(part.ty) {
                    options.push(quote! { with = #rust });
                    options.extend(default.clone().filter(|_| !part.required));
                }
                if options.is_empty() {
                    TokenStream::new()
                } else {
                    quote! { #[cfg_attr(feature = #feature, schemars(#(#options),*))] }
                }
            })
            .collect();
        for bag in bags {
            let rust = bag.described.to_string().replace(' ', "");
            let patterned = if bag.marker.is_some() {
                let rust = rust.replacen("AdditionalProperties", "derived::PatternProperties", 1);
                Some(quote! { , with = #rust })
            } else {
                let differs = rust != bag.rust.to_string().replace(' ', "");
                differs.then(|| quote! { , with = #rust })
            };
            attributes
                .push(quote! { #[cfg_attr(feature = #feature, schemars(flatten #patterned))] });
        }
        attributes
    }

    /// The implementation of a newtype.
    pub(super) fn newtype_schema(
        &self,
        ty: &Type,
        inner: &TokenStream,
        limits: &TokenStream,
    ) -> TokenStream {
        let body = if limits.is_empty() {
            quote! { generator.subschema_for::<#inner>() }
        } else {
            quote! { <#inner as ::schemars::JsonSchema>::json_schema(generator) }
        };
        self.implementation(ty, &body, limits)
    }

    pub(super) fn values_schema(&self, ty: &Type, values: &Values) -> TokenStream {
        let body = if values.open {
            quote! { ::schemars::json_schema!({ "type": "string" }) }
        } else if values.text {
            quote! {
                ::schemars::json_schema!({
                    "type": "string",
                    "enum": Self::ALL.map(Self::as_str).as_slice(),
                })
            }
        } else {
            quote! { ::schemars::json_schema!({ "enum": Self::ALL.as_slice() }) }
        };
        self.implementation(ty, &body, &TokenStream::new())
    }

    pub(super) fn union_schema(&self, union: &Union) -> TokenStream {
        match &self.features.schemars {
            Some(feature) if union.is_of_values() => quote! {
                #[cfg_attr(feature = #feature, derive(::schemars::JsonSchema), schemars(untagged))]
            },
            _ => TokenStream::new(),
        }
    }

    pub(super) fn checked_union_schema(&self, ty: &Type, form: &Ident) -> TokenStream {
        let body = quote! { <#form as ::schemars::JsonSchema>::json_schema(generator) };
        self.implementation(ty, &body, &TokenStream::new())
    }

    pub(super) fn tuple_schema(
        &self,
        ty: &Type,
        tuple: &Tuple,
        limits: &TokenStream,
    ) -> TokenStream {
        let positions = tuple.positions.iter().map(|position| {
            if let Some(value) = &position.constant {
                let value = constant(value);
                return quote! { { "const": #value } };
            }
            let rust = self.described(&position.ty);
            quote! { generator.subschema_for::<#rust>() }
        });
        let rest = self.described(&tuple.rest);
        let body = quote! {
            ::schemars::json_schema!({
                "type": "array",
                "prefixItems": [#(#positions),*],
                "items": generator.subschema_for::<#rest>(),
            })
        };
        self.implementation(ty, &body, limits)
    }

    fn implementation(&self, ty: &Type, body: &TokenStream, inserts: &TokenStream) -> TokenStream {
        let Some(feature) = &self.features.schemars else {
            return TokenStream::new();
        };
        let name = ty.name.ident();
        let repeated = self.repeated(ty).map(|text| {
            quote! { support::derived::also(&mut schema, support::derived::repeated(#text)); }
        });
        let body = if inserts.is_empty() && repeated.is_none() {
            quote! { #body }
        } else {
            quote! {{
                let mut schema = #body;
                #inserts
                #repeated
                schema
            }}
        };
        let generator = if mentions(&body, "generator") {
            ident("generator")
        } else {
            ident("_")
        };
        quote! {
            support::json_schema! { #feature #name(#generator) => #body; }
        }
    }

    /// Whether a type has the name of what Rust calls a value that is there, or is not.
    fn hides_some(&self) -> bool {
        ["Some", "None"]
            .map(Name::of_type)
            .iter()
            .any(|name| self.names.contains(name))
    }

    /// The predicates of a type as the JSON text of a list of schemas.
    fn repeated(&self, ty: &Type) -> Option<String> {
        if ty.checks.is_empty() {
            return None;
        }
        let schemas: Vec<serde_json::Value> = ty
            .checks
            .iter()
            .filter_map(|check| self.repeats.check(*check))
            .collect();
        // Of what circles through itself, there may be nothing that a schema can say.
        (!schemas.is_empty()).then(|| serde_json::Value::Array(schemas).to_string())
    }
}

/// Whether most members are written in camel case.
fn is_camel(parts: &[Part<'_>]) -> bool {
    let humped = parts
        .iter()
        .filter(|part| {
            let plain = part.rust_name.plain();
            plain != part.name && camel_case(plain) == part.name
        })
        .count();
    humped * 2 > parts.len()
}

/// What `rename_all = "camelCase"` makes of a field's name.
fn camel_case(snake: &str) -> String {
    let mut out = String::with_capacity(snake.len());
    let mut raise = false;
    for letter in snake.chars() {
        if letter == '_' {
            raise = !out.is_empty();
        } else if raise {
            out.extend(letter.to_uppercase());
            raise = false;
        } else {
            out.push(letter);
        }
    }
    let mut letters = out.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => out,
    }
}
