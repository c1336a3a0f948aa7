//! The rule that no inherent method hides one of a trait.

use std::collections::{BTreeMap, BTreeSet};

use quote::ToTokens as _;

/// What the methods of traits are called that generated types can have.
const TRAITS: &[(&str, &[&str])] = &[
    ("Clone", &["clone", "clone_from"]),
    ("Default", &["default"]),
    ("Debug", &["fmt"]),
    ("Display", &["fmt"]),
    ("PartialEq", &["eq", "ne"]),
    ("PartialOrd", &["partial_cmp", "lt", "le", "gt", "ge"]),
    ("Ord", &["cmp", "max", "min", "clamp"]),
    ("Hash", &["hash", "hash_slice"]),
    ("From", &["from"]),
    ("TryFrom", &["try_from"]),
    ("FromStr", &["from_str"]),
    ("AsRef", &["as_ref"]),
    ("Deref", &["deref"]),
    ("Serialize", &["serialize"]),
    ("Deserialize", &["deserialize", "deserialize_in_place"]),
    ("Declares", &["declares"]),
    // Nobody but generated code sees these two.
    ("Read", &[]),
    ("Record", &[]),
    ("Copy", &[]),
    ("Eq", &[]),
];

/// What `std` implements for every type.
const BLANKET: &[&str] = &[
    "from",
    "into",
    "try_from",
    "try_into",
    "borrow",
    "borrow_mut",
    "to_owned",
    "clone_into",
];

/// The inherent methods of a module's types, `Type::method`, that hide one of a
/// trait that the type has.
pub(crate) fn methods(text: &str) -> Result<Vec<String>, String> {
    let file = syn::parse_file(text).map_err(|error| error.to_string())?;
    let mut found = Vec::new();
    in_module(&file.items, &mut found)?;
    Ok(found)
}

fn in_module(items: &[syn::Item], found: &mut Vec<String>) -> Result<(), String> {
    let mut traits: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut own: Vec<(String, String)> = Vec::new();
    for item in items {
        match item {
            syn::Item::Mod(module) => {
                if let Some((_, items)) = &module.content {
                    in_module(items, found)?;
                }
            }
            syn::Item::Struct(syn::ItemStruct { ident, attrs, .. })
            | syn::Item::Enum(syn::ItemEnum { ident, attrs, .. }) => {
                let has = traits.entry(ident.to_string()).or_default();
                for attribute in attrs.iter().filter(|it| it.path().is_ident("derive")) {
                    let _ = attribute.parse_nested_meta(|meta| {
                        has.extend(meta.path.segments.last().map(|it| it.ident.to_string()));
                        Ok(())
                    });
                }
            }
            syn::Item::Impl(block) => {
                let name = head(&block.self_ty);
                match &block.trait_ {
                    Some((path, _)) => {
                        let last = path.segments.last().map(|it| it.ident.to_string());
                        traits.entry(name).or_default().extend(last);
                    }
                    None => own.extend(block.items.iter().filter_map(|item| match item {
                        syn::ImplItem::Fn(method) => {
                            Some((name.clone(), method.sig.ident.to_string()))
                        }
                        _ => None,
                    })),
                }
            }
            _ => {}
        }
    }
    for (name, method) in own {
        let has = traits.entry(name.clone()).or_default();
        let mut hidden = BLANKET.contains(&method.as_str());
        for has in has.iter() {
            let (_, methods) = TRAITS
                .iter()
                .find(|(known, _)| known == has)
                .ok_or_else(|| format!("the methods of {has} are not known to the rule"))?;
            hidden |= methods.contains(&method.as_str());
        }
        if hidden {
            found.push(format!("{name}::{method}"));
        }
    }
    Ok(())
}

/// The name of a type, whatever it holds.
fn head(ty: &syn::Type) -> String {
    match ty {
        syn::Type::Path(path) => {
            let last = path.path.segments.last();
            last.map(|it| it.ident.to_string()).unwrap_or_default()
        }
        other => other.to_token_stream().to_string(),
    }
}
