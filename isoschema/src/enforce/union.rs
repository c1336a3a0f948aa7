//! `oneOf`, `anyOf` and several kinds → enums of one variant an arm.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::lower::model::{Arm, Dispatch, Type, TypeRef, Union};
use crate::lower::rule::Kinds;
use crate::shape::Outline;

use super::{EnforceError, Enforcer, doc, ident, ty};

impl Enforcer<'_> {
    pub(super) fn union(
        &mut self,
        index: usize,
        ty: &Type,
        union: &Union,
    ) -> Result<TokenStream, EnforceError> {
        if ty.checks.is_empty() {
            let name = ident(&ty.name);
            let doc = doc::item(&ty.notes, "One of several forms.", &ty.location.to_string());
            let schema = self.union_schema();
            let forms = self.forms(index, ty, union, &name, &doc, &schema)?;
            let reading = self.reading(index, &name);
            return Ok(quote! {
                #forms
                #reading
            });
        }
        self.checked_union(index, ty, union)
    }

    /// A union on which predicates ride: a newtype, and its forms apart.
    fn checked_union(
        &mut self,
        index: usize,
        ty: &Type,
        union: &Union,
    ) -> Result<TokenStream, EnforceError> {
        let name = ident(&ty.name);
        let form = self.helper(&format!("{}Form", ty.name));
        let doc = doc::item(&ty.notes, "One of several forms.", &ty.location.to_string());
        let form_doc = doc::lines(&format!(
            "The forms of [`{name}`], before it is checked that only one fits."
        ));
        let forms_schema = self.union_schema();
        let forms = self.forms(index, ty, union, &form, &form_doc, &forms_schema)?;
        let outline = Outline::Newtype {
            name: name.clone(),
            inner: syn::Type::Verbatim(quote! { #form }),
        };
        let mut item = Self::skeleton(ty, &outline)?;
        if let syn::Item::Struct(item) = &mut item {
            for field in &mut item.fields {
                field.vis = syn::Visibility::Inherited;
            }
        }
        let derives = self.traits.derives(index);
        let schema = self.checked_union_schema(ty, &form);
        let reading = self.reading(index, &name);
        let predicates = self.predicates(ty);
        let checked = self.checked(ty);
        Ok(quote! {
            #doc
            #[derive(#derives)]
            #item

            impl #name {
                /// The form that it has.
                #[must_use]
                pub fn form(&self) -> &#form {
                    &self.0
                }

                /// Takes the form out.
                #[must_use]
                pub fn into_form(self) -> #form {
                    self.0
                }
            }

            impl ::core::convert::TryFrom<#form> for #name {
                type Error = support::Refused;

                fn try_from(form: #form) -> ::core::result::Result<Self, support::Refused> {
                    let candidate = Self(form);
                    #checked
                    ::core::result::Result::Ok(candidate)
                }
            }
            #schema
            #reading

            impl support::Read for #name {
                fn read(
                    tape: &support::Tape<'_>,
                    at: usize,
                    schema: &'static str,
                ) -> ::core::result::Result<Self, support::Fault> {
                    #predicates
                    support::read(tape, at, schema).map(Self)
                }
            }

            impl ::serde::Serialize for #name {
                fn serialize<S: ::serde::Serializer>(
                    &self,
                    serializer: S,
                ) -> ::core::result::Result<S::Ok, S::Error> {
                    ::serde::Serialize::serialize(&self.0, serializer)
                }
            }
            #forms
        })
    }

    /// The enum of the arms, with its reader and its writer.
    fn forms(
        &mut self,
        index: usize,
        ty: &Type,
        union: &Union,
        name: &Ident,
        doc: &TokenStream,
        schema: &TokenStream,
    ) -> Result<TokenStream, EnforceError> {
        let variants = union
            .arms
            .iter()
            .map(|arm| {
                let rust = ty::rust(self.model, &arm.ty);
                (ident(&arm.ident), syn::Type::Verbatim(rust))
            })
            .collect();
        let outline = Outline::Union {
            name: name.clone(),
            variants,
        };
        let mut item = Self::skeleton(ty, &outline)?;
        if let syn::Item::Enum(item) = &mut item {
            for (variant, arm) in item.variants.iter_mut().zip(&union.arms) {
                let text = match arm.notes.description.as_ref().or(arm.notes.title.as_ref()) {
                    Some(text) => doc::markdown(text),
                    None => String::new(),
                };
                let text = if text.is_empty() {
                    about(arm, &union.dispatch)
                } else {
                    text
                };
                super::schema::attribute(&mut variant.attrs, doc::lines(&text));
                if arm.ty == TypeRef::Null {
                    variant.fields = syn::Fields::Unit;
                }
            }
        }
        let derives = self.traits.derives(index);
        // The forms of a document differ in size; each is read once.
        let named = union
            .arms
            .iter()
            .any(|arm| matches!(arm.ty, TypeRef::Named(_)));
        let large = (named && union.arms.len() > 1)
            .then(|| quote! { #[allow(clippy::large_enum_variant)] });
        let alike = union.arms.iter().enumerate().any(|(index, arm)| {
            union.arms[index + 1..]
                .iter()
                .any(|other| other.ty == arm.ty)
        });
        let alike = alike.then(|| quote! { #[allow(clippy::match_same_arms)] });
        let reader = self.dispatch(ty, union);
        // A union may have lost every arm to what stands beside it.
        let subject = if union.arms.is_empty() {
            quote! { *self }
        } else {
            quote! { self }
        };
        let writers = union.arms.iter().map(|arm| {
            let variant = ident(&arm.ident);
            if arm.ty == TypeRef::Null {
                quote! { Self::#variant => serializer.serialize_unit(), }
            } else {
                quote! { Self::#variant(value) => ::serde::Serialize::serialize(value, serializer), }
            }
        });
        let conversions = self.conversions(union, name);
        let long = super::object::long(6 * union.arms.len(), &[]);
        Ok(quote! {
            #doc
            #[derive(#derives)]
            #schema
            #large
            #item
            #conversions

            impl support::Read for #name {
                #long
                fn read(
                    tape: &support::Tape<'_>,
                    at: usize,
                    _: &'static str,
                ) -> ::core::result::Result<Self, support::Fault> {
                    #reader
                }
            }

            impl ::serde::Serialize for #name {
                #alike
                fn serialize<S: ::serde::Serializer>(
                    &self,
                    serializer: S,
                ) -> ::core::result::Result<S::Ok, S::Error> {
                    match #subject {
                        #(#writers)*
                    }
                }
            }
        })
    }

    /// `From` for each type that only one arm holds.
    fn conversions(&self, union: &Union, name: &Ident) -> TokenStream {
        let mut conversions = TokenStream::new();
        for arm in &union.arms {
            let simple = matches!(
                arm.ty,
                TypeRef::Named(_)
                    | TypeRef::Text
                    | TypeRef::Boolean
                    | TypeRef::Integer(_)
                    | TypeRef::Number
            );
            let unique = union
                .arms
                .iter()
                .filter(|other| other.ty == arm.ty)
                .take(2)
                .count()
                == 1;
            if !simple || !unique {
                continue;
            }
            let rust = ty::rust(self.model, &arm.ty);
            let variant = ident(&arm.ident);
            conversions.extend(quote! {
                impl ::core::convert::From<#rust> for #name {
                    fn from(value: #rust) -> Self {
                        Self::#variant(value)
                    }
                }
            });
        }
        conversions
    }

    /// The reader's body: to the arm by kind, by tag, or in order.
    fn dispatch(&mut self, ty: &Type, union: &Union) -> TokenStream {
        let location = ty.location.to_string();
        if let (Dispatch::Condition(condition), [then, otherwise]) =
            (&union.dispatch, union.arms.as_slice())
        {
            let condition = self.checks.function(*condition);
            let (then, otherwise) = (read_any(then), read_any(otherwise));
            return quote! {
                if checks::#condition(tape, at).is_ok() {
                    #then
                } else {
                    #otherwise
                }
            };
        }
        let by_tag = Self::tagged(union, &location);
        let covered = union
            .arms
            .iter()
            .fold(Kinds::NONE, |covered, arm| covered.or(arm.kinds));
        let arms = by_kind(union, by_tag.is_some(), &location);
        let object = by_tag.map(|body| quote! { support::Kinds::OBJECT => #body, });
        let rest = if covered == Kinds::ALL {
            quote! { support::Fault::new(at, #location, support::Reason::Never) }
        } else {
            let location = format!("{location}/type");
            let kinds = kinds(covered);
            quote! { support::Fault::new(at, #location, support::Reason::Kind(#kinds)) }
        };
        quote! {
            match tape.kind(at) {
                #arms
                #object
                _ => ::core::result::Result::Err(#rest),
            }
        }
    }

    /// Objects by the text of their tag.
    fn tagged(union: &Union, location: &str) -> Option<TokenStream> {
        let Dispatch::Tag(member) = &union.dispatch else {
            return None;
        };
        let arms = union
            .arms
            .iter()
            .filter(|arm| arm.kinds.meets(Kinds::OBJECT))
            .map(|arm| {
                let tags = &arm.tags;
                let read = read(arm);
                quote! { ::core::option::Option::Some(#(#tags)|*) => #read, }
            });
        let listed: Vec<String> = union
            .arms
            .iter()
            .flat_map(|arm| &arm.tags)
            .take(12)
            .map(|tag| format!("{tag:?}"))
            .collect();
        let listed = listed.join(", ");
        Some(quote! {
            {
                let tag = tape.member(at, #member);
                match tag.and_then(|tag| tape.string(tag)) {
                    #(#arms)*
                    _ => ::core::result::Result::Err(match tag {
                        ::core::option::Option::Some(tag) => {
                            support::Fault::new(tag, #location, support::Reason::Code(#listed))
                        }
                        ::core::option::Option::None => {
                            support::Fault::new(at, #location, support::Reason::Missing(#member))
                        }
                    }),
                }
            }
        })
    }
}

/// The kinds under their names in the runtime.
const NAMES: [(Kinds, &str); 7] = [
    (Kinds::NULL, "NULL"),
    (Kinds::BOOLEAN, "BOOLEAN"),
    (Kinds::INTEGER, "INTEGER"),
    (Kinds::FRACTION, "FRACTION"),
    (Kinds::STRING, "STRING"),
    (Kinds::ARRAY, "ARRAY"),
    (Kinds::OBJECT, "OBJECT"),
];

/// A match arm for the kinds that the same arms of the union accept.
fn by_kind(union: &Union, tagged: bool, location: &str) -> TokenStream {
    let mut groups: Vec<(Vec<usize>, Vec<Ident>)> = Vec::new();
    for (kind, name) in NAMES {
        if tagged && kind == Kinds::OBJECT {
            continue;
        }
        let fitting: Vec<usize> = union
            .arms
            .iter()
            .enumerate()
            .filter(|(_, arm)| arm.kinds.meets(kind))
            .map(|(index, _)| index)
            .collect();
        if fitting.is_empty() {
            continue;
        }
        match groups.iter_mut().find(|(arms, _)| *arms == fitting) {
            Some((_, names)) => names.push(ident(name)),
            None => groups.push((fitting, vec![ident(name)])),
        }
    }
    let arms = groups.into_iter().map(|(fitting, names)| {
        let fitting: Vec<&Arm> = fitting.iter().map(|index| &union.arms[*index]).collect();
        let body = tried(&fitting, location);
        quote! { #(support::Kinds::#names)|* => #body, }
    });
    quote! { #(#arms)* }
}

/// Reads one arm, whatever the kind of the value.
fn read_any(arm: &Arm) -> TokenStream {
    if arm.ty == TypeRef::Null {
        let variant = ident(&arm.ident);
        let location = &arm.location;
        quote! { tape.expect(at, support::Kinds::NULL, #location).map(|()| Self::#variant) }
    } else {
        read(arm)
    }
}

/// Reads one arm, of a kind that it accepts.
fn read(arm: &Arm) -> TokenStream {
    let variant = ident(&arm.ident);
    let location = &arm.location;
    if arm.ty == TypeRef::Null {
        quote! { ::core::result::Result::Ok(Self::#variant) }
    } else {
        quote! { support::read(tape, at, #location).map(Self::#variant) }
    }
}

/// Tries arms in their order.
fn tried(arms: &[&Arm], location: &str) -> TokenStream {
    if let [only] = arms {
        return read(only);
    }
    let locals: Vec<Ident> = (1..=arms.len())
        .map(|index| format_ident!("fault_{index}"))
        .collect();
    let tries = arms.iter().zip(&locals).map(|(arm, local)| {
        let read = read(arm);
        quote! {
            let #local = match #read {
                ::core::result::Result::Ok(value) => return ::core::result::Result::Ok(value),
                ::core::result::Result::Err(fault) => fault,
            };
        }
    });
    let names = arms.iter().map(|arm| &arm.ident);
    quote! {
        {
            #(#tries)*
            ::core::result::Result::Err(support::Fault::new(
                at,
                #location,
                support::Reason::NoArm(::std::sync::Arc::new([
                    #(support::Arm { name: #names, fault: #locals },)*
                ])),
            ))
        }
    }
}

/// A set of kinds in the runtime's terms.
fn kinds(kinds: Kinds) -> TokenStream {
    let names: Vec<Ident> = NAMES
        .into_iter()
        .filter(|(kind, _)| kinds.contains(*kind))
        .map(|(_, name)| ident(name))
        .collect();
    match names.split_first() {
        None => quote! { support::Kinds(0) },
        Some((first, rest)) => quote! { support::Kinds::#first #(.or(support::Kinds::#rest))* },
    }
}

/// What to say of an arm that the schema does not describe.
fn about(arm: &Arm, dispatch: &Dispatch) -> String {
    let text = match (dispatch, arm.ident.as_str()) {
        (Dispatch::Condition(_), "Then") => "Where the condition holds.",
        (Dispatch::Condition(_), _) => "Where the condition does not hold.",
        (_, "Null") => "Null.",
        (_, "Boolean") => "True or false.",
        (_, "Integer") => "An integer.",
        (_, "Number") => "A number.",
        (_, "String") => "A text.",
        (_, "Array") => "A list.",
        (_, "Object") => "An object.",
        _ => return format!("The form at {}.", doc::code(&arm.location)),
    };
    text.to_owned()
}
