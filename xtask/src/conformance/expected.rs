//! The types of the project's own cases ↔ `expected.rs` beside them.
//!
//! Of the generated module, just the types are compared, without attributes
//! and implementations: what a user sees first, and what a change of the
//! planning shows in.

use isoschema::read;
use syn::{Fields, Item};

use super::modules::{Made, Modules};
use super::suite::Group;
use crate::Failure;

/// The cases whose types differ from the recorded ones; records them instead
/// if asked to.
pub(crate) fn missed(
    groups: &[Group],
    modules: &Modules,
    bless: bool,
) -> Result<Vec<String>, Failure> {
    let mut missed = Vec::new();
    for (group, made) in groups.iter().zip(&modules.made) {
        let (Some(folder), Made::Module { index, .. }) = (&group.own, made) else {
            continue;
        };
        let types = types(&modules.modules[*index].text)?;
        let path = folder.join("expected.rs");
        if bless {
            isoschema::write::write_if_changed(&path, &types)
                .map_err(|error| format!("{}: cannot be written: {error}", path.display()))?;
        } else if read::text(&path, read::LIMIT).ok().as_ref() != Some(&types) {
            missed.push(format!(
                "{}: other types than recorded; look at them and record them with `--bless`:\n{types}",
                path.display()
            ));
        }
    }
    Ok(missed)
}

/// The types of a module.
fn types(text: &str) -> Result<String, Failure> {
    let mut file = syn::parse_file(text)?;
    file.attrs.clear();
    file.items.retain_mut(|item| match item {
        Item::Struct(item) => {
            item.attrs.clear();
            bare(&mut item.fields);
            !item.ident.to_string().ends_with("Builder")
        }
        Item::Enum(item) => {
            item.attrs.clear();
            for variant in &mut item.variants {
                variant.attrs.clear();
                bare(&mut variant.fields);
            }
            true
        }
        Item::Type(item) => {
            item.attrs.clear();
            true
        }
        _ => false,
    });
    let text = prettyplease::unparse(&file);
    Ok(format!(
        "// The types of schema.json, without what is implemented for them.\n\n{text}"
    ))
}

fn bare(fields: &mut Fields) {
    for field in fields {
        field.attrs.clear();
    }
}
