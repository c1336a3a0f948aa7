//! The carried types as they would be written by hand: the same structs and
//! enums, and serde's derives in place of what is generated for them.

use std::error::Error;
use std::fs;
use std::path::Path;

use syn::{Attribute, Fields, Item, Type, parse_quote};

/// What is defined in the files of a folder, in one text.
pub(crate) fn text(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    files.retain(|file| file.is_file());
    files.sort();
    // Numbers by hand are serde_json's, which compare as the carried ones do.
    let mut items: Vec<Item> = vec![parse_quote! {
        pub mod support {
            pub type Number = ::serde_json::Number;
        }
    }];
    for file in files {
        let parsed = syn::parse_file(&fs::read_to_string(file)?)?;
        items.extend(parsed.items.into_iter().filter_map(by_hand));
    }
    Ok(prettyplease::unparse(&syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items,
    }))
}

/// A definition with derives; `None` for what else stands in a file.
fn by_hand(item: Item) -> Option<Item> {
    match item {
        Item::Struct(mut item) => {
            derive(&mut item.attrs);
            match &mut item.fields {
                Fields::Named(fields) => {
                    let named = std::mem::take(&mut fields.named);
                    // Nobody keeps by hand what is not declared.
                    let declared = named.into_iter().filter(|field| !is_bag(&field.ty));
                    fields.named = declared.collect();
                    item.attrs
                        .push(parse_quote!(#[serde(rename_all = "camelCase")]));
                }
                Fields::Unnamed(_) => item.attrs.push(parse_quote!(#[serde(transparent)])),
                Fields::Unit => {}
            }
            let is_named = matches!(item.fields, Fields::Named(_));
            item.fields.iter_mut().for_each(|it| field(it, is_named));
            Some(Item::Struct(item))
        }
        Item::Enum(mut item) => {
            derive(&mut item.attrs);
            let has_values = item.variants.iter().any(|it| !it.fields.is_empty());
            if has_values {
                item.attrs.push(parse_quote!(#[serde(untagged)]));
            }
            for variant in &mut item.variants {
                variant.attrs.clear();
                if !has_values {
                    let written = variant.ident.to_string();
                    variant
                        .attrs
                        .push(parse_quote!(#[serde(rename = #written)]));
                }
                variant.fields.iter_mut().for_each(|it| field(it, false));
            }
            Some(Item::Enum(item))
        }
        _ => None,
    }
}

/// The derives that the type has, and serde's.
fn derive(attributes: &mut Vec<Attribute>) {
    attributes.retain(|it| it.path().is_ident("derive"));
    attributes.push(parse_quote!(#[derive(::serde::Deserialize, ::serde::Serialize)]));
}

/// What is left of a field's attributes, and serde's of a member that may be absent.
fn field(field: &mut syn::Field, is_member: bool) {
    field.attrs.clear();
    let is_optional = is_member
        && matches!(&field.ty, Type::Path(path)
        if path.path.segments.last().is_some_and(|it| it.ident == "Option"));
    if is_optional {
        field
            .attrs
            .push(parse_quote!(#[serde(default, skip_serializing_if = "Option::is_none")]));
    }
}

fn is_bag(ty: &Type) -> bool {
    matches!(ty, Type::Path(path)
        if path.path.segments.last().is_some_and(|it| it.ident == "AdditionalProperties"))
}
