//! What clippy would say of names and sizes that the schemas give.

use heck::ToSnakeCase as _;
use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;

use super::part::Part;
use crate::shape::Member;

/// Absent, null and a value are what clippy would have a custom enum for; it
/// says nothing of public fields.
pub(super) fn three_states(has_three: bool) -> TokenStream {
    if has_three {
        quote! { #[allow(clippy::option_option)] }
    } else {
        TokenStream::new()
    }
}

/// One member after another makes a long function, not a complicated one, and
/// members may have names that are alike.
pub(super) fn long(lines: usize, parts: &[Part<'_>]) -> TokenStream {
    let mut allowed: Vec<TokenStream> = Vec::new();
    if have_alike_names(parts) {
        allowed.push(quote! { clippy::similar_names });
    }
    if lines > 40 {
        allowed.push(quote! { clippy::too_many_lines });
    }
    if allowed.is_empty() {
        TokenStream::new()
    } else {
        quote! { #[allow(#(#allowed),*)] }
    }
}

/// The same of a `match` with an arm for each code.
pub(super) fn long_match(arms: usize) -> TokenStream {
    const FEW: usize = 90;
    if arms > FEW {
        quote! { #[allow(clippy::too_many_lines)] }
    } else {
        TokenStream::new()
    }
}

/// Members are named by the schema: one's name may begin or end with that of its
/// type, and all may begin or end with one word. Clippy says nothing of public
/// fields, nor where they are few.
pub(super) fn repeated_names(name: &str, fields: &[Member]) -> TokenStream {
    const FEW: usize = 2;
    let words = |name: &str| -> Vec<String> { name.split('_').map(str::to_owned).collect() };
    let name = words(&name.to_snake_case());
    let fields: Vec<Vec<String>> = fields
        .iter()
        .map(|field| words(&field.name.unraw().to_string()))
        .collect();
    let share = |end: fn(&[String]) -> Option<&String>| {
        fields.windows(2).all(|pair| end(&pair[0]) == end(&pair[1]))
    };
    let repeats = |field: &Vec<String>| field.starts_with(&name) || field.ends_with(&name);
    let are_repeated =
        share(<[String]>::first) || share(<[String]>::last) || fields.iter().any(repeats);
    if fields.len() > FEW && are_repeated {
        quote! { #[allow(clippy::struct_field_names)] }
    } else {
        TokenStream::new()
    }
}

/// Whether two names may differ in one letter; of many members, some do.
fn have_alike_names(parts: &[Part<'_>]) -> bool {
    const MANY: usize = 16;
    let names: Vec<String> = parts
        .iter()
        .map(|part| part.rust_name.to_string())
        .collect();
    names.len() > MANY
        || names.iter().enumerate().any(|(index, one)| {
            names[index + 1..].iter().any(|other| {
                let lengths = one.chars().count().abs_diff(other.chars().count());
                let differing = one
                    .chars()
                    .zip(other.chars())
                    .filter(|(a, b)| a != b)
                    .count();
                lengths + differing <= 1 || (lengths == 1 && shares_end(one, other))
            })
        })
}

fn shares_end(one: &str, other: &str) -> bool {
    let differing = one
        .chars()
        .rev()
        .zip(other.chars().rev())
        .filter(|(a, b)| a != b);
    differing.count() == 0
}
