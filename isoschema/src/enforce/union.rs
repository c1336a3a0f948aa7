//! Alternatives and several kinds → enums of one variant an arm.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::plan::model::{Dispatch, Type, TypeRef, Union};
use crate::shape::{Body, Member, attribute};

use super::added::is_public;
use super::arms::union_writer;
use super::convert::Contents;
use super::item::with;
use super::{EnforceError, Enforcer, Items, doc};

impl Enforcer<'_> {
    pub(super) fn union(
        &mut self,
        index: usize,
        ty: &Type,
        union: &Union,
    ) -> Result<Items, EnforceError> {
        if ty.checks.is_empty() {
            let name = ty.name.ident();
            let doc = self.documented(ty);
            let schema = self.union_schema(union);
            let mut forms = self.forms(index, ty, union, &name, doc, &schema)?;
            let document = self.document(index, &name);
            forms.machinery.extend(self.arms_read(union, &name, false));
            forms.machinery.extend(document);
            forms.machinery.extend(self.stated_default(index, ty));
            return Ok(forms);
        }
        self.checked_union(index, ty, union)
    }

    /// A union on which predicates ride: a newtype, and its forms apart.
    fn checked_union(
        &mut self,
        index: usize,
        ty: &Type,
        union: &Union,
    ) -> Result<Items, EnforceError> {
        let name = ty.name.ident();
        let form = self.helper(ty.name.and("Form"));
        let form_doc = format!(
            "The forms of {}, before it is checked that only one fits.",
            doc::to_type(ty.name.plain())
        );
        let forms_schema = self.union_schema(union);
        let forms = self.forms(index, ty, union, &form, form_doc, &forms_schema)?;
        let mut item = self.shaped(ty, Body::Newtype(Box::new(syn::parse_quote!(#form))))?;
        if let syn::Item::Struct(item) = &mut item {
            for field in &mut item.fields {
                field.vis = syn::Visibility::Inherited;
            }
        }
        let derives = self.derived(index, None);
        let schema = self.checked_union_schema(ty, &form);
        let document = self.document(index, &name);
        let checked = self.checked(ty);
        let is_exclusive = super::likely::is_exclusive(&self.model.rules, ty, union);
        let is_asked = is_exclusive && !self.traits.is_recursive(index);
        let alone =
            (is_asked && self.likely(union).is_some()).then(|| quote! { alone #form::likely; });
        let scan =
            (is_exclusive && union.dispatch == Dispatch::Kind).then(|| quote! { scan form; });
        let conversions = self.conversions(index, &name, &Contents::Form);
        let default = self.stated_default(index, ty);
        let of_arms = self.form_conversions(union, &name, &form);
        let built = self.arms_built(union, &name);
        let read = self.arms_read(union, &name, true);
        let base = ty.location.to_string();
        let (own, known) = self.known_from(&base, ty);
        let asks = self.asks(ty, false);
        let Items {
            definition: form_definition,
            machinery: form_machinery,
        } = forms;
        let definition = with(item, derives);
        let definition = quote! {
            #definition

            #form_definition
        };
        let machinery = quote! {
            support::forms! { pub #name(#form) }

            impl ::core::convert::TryFrom<#form> for #name {
                type Error = support::Refused;

                fn try_from(form: #form) -> ::core::result::Result<Self, support::Refused> {
                    let candidate = Self(form);
                    #checked
                    ::core::result::Result::Ok(candidate)
                }
            }
            #of_arms
            #default
            #built
            #read
            #conversions
            #schema
            #document

            support::forms_asked! {
                #name in #base at #own;
                #known
                #alone
                #scan
                #asks
            }
            #form_machinery
        };
        Ok(Items {
            definition,
            machinery,
        })
    }

    /// The enum of the arms, with its reader and its writer.
    fn forms(
        &mut self,
        index: usize,
        ty: &Type,
        union: &Union,
        name: &Ident,
        doc: String,
        schema: &TokenStream,
    ) -> Result<Items, EnforceError> {
        let variants = union.arms.iter().map(|arm| {
            let words = arm.notes.description.as_ref().or(arm.notes.title.as_ref());
            let words = words.map(|words| doc::markdown(words));
            let words = words.filter(|text| !text.is_empty());
            Member {
                name: arm.ident.ident(),
                doc: words.unwrap_or_else(|| self.about_alternative(arm, &union.dispatch)),
                ty: syn::Type::Verbatim(self.rust(&arm.ty)),
            }
        });
        let variants = variants.collect();
        let mut item = self.outlined(ty, name.clone(), doc, Body::Union(variants))?;
        let described = self.features.schemars.as_ref();
        let described = described.filter(|_| union.is_of_values());
        if let syn::Item::Enum(item) = &mut item {
            for (variant, arm) in item.variants.iter_mut().zip(&union.arms) {
                if let (true, Some(feature)) = (self.is_described(&arm.ty), described) {
                    let rust = self.described(&arm.ty).to_string().replace(' ', "");
                    let with = quote! { #[cfg_attr(feature = #feature, schemars(with = #rust))] };
                    attribute(&mut variant.attrs, with);
                }
                if arm.ty == TypeRef::Null {
                    variant.fields = syn::Fields::Unit;
                }
            }
        }
        let derives = self.derived_forms(index, ty);
        // The forms of a document may differ in size; each is read once.
        let large = self
            .sizes
            .may_differ(self.model, union)
            .then(|| quote! { #[allow(clippy::large_enum_variant)] });
        let reader = self.reader(index, ty, union, name);
        let likely = self.likely(union);
        // On a tape, which arm of a recursive type fits is remembered.
        let only_ahead = self
            .traits
            .is_recursive(index)
            .then(|| quote! { #[allow(dead_code)] });
        let likely = likely.map(|likely| {
            let functions = likely.functions;
            quote! { #only_ahead impl #name { #functions } }
        });
        let arm_conversions = self.arm_conversions(union, name);
        let lent = self.arms_lent(union, name);
        let common = self.common_members(union, name);
        let shown = self.arms_shown(union, name);
        let built = if is_public(ty) {
            self.arms_built(union, name)
        } else {
            TokenStream::new()
        };
        let told = (!union.is_of_values()).then(|| self.union_schema_told(union, name));
        let conversions = self.conversions(index, name, &Contents::Union(union));
        let writer = union_writer(name, union);
        let attributes = quote! {
            #derives
            #schema
            #large
        };
        let definition = with(item, attributes);
        let machinery = quote! {
            #arm_conversions
            #built
            #lent
            #common
            #shown
            #conversions
            #told
            #likely

            #reader
            #writer
        };
        Ok(Items {
            definition,
            machinery,
        })
    }
}
