//! Paths in Rust that the configuration gives.

/// What every generated type implements, by derive or in full.
const PRESENT: [&str; 11] = [
    "Debug",
    "Clone",
    "Copy",
    "PartialEq",
    "Eq",
    "PartialOrd",
    "Ord",
    "Hash",
    "Serialize",
    "Deserialize",
    "JsonSchema",
];

/// The path of a derive macro, as code.
pub(crate) fn derive_path(text: &str) -> Result<syn::Path, String> {
    let path: syn::Path =
        syn::parse_str(text).map_err(|_| format!("`{text}` is not the path of a derive macro"))?;
    let last = path.segments.last().map(|it| it.ident.to_string());
    if last.is_some_and(|last| PRESENT.contains(&last.as_str())) {
        return Err(format!(
            "`{text}` is there already wherever it can be: leave it out"
        ));
    }
    Ok(path)
}

/// The path of a type from elsewhere, as code: from a crate's root.
pub(crate) fn foreign_path(text: &str) -> Result<syn::Path, String> {
    let refused = || {
        Err(format!(
            "`{text}` is not the full path of a type, as `iso_currency::Currency` and \
             `crate::money::Amount` are"
        ))
    };
    let Ok(mut path) = syn::parse_str::<syn::Path>(text) else {
        return refused();
    };
    let first = path.segments.first().map(|it| it.ident.to_string());
    let relative = matches!(first.as_deref(), Some("self" | "super" | "Self"));
    if path.segments.len() < 2 || relative {
        return refused();
    }
    if first.as_deref() != Some("crate") {
        path.leading_colon = Some(syn::token::PathSep::default());
    }
    Ok(path)
}

/// The path of a module that holds what types share: in the crate itself.
pub(crate) fn support_path(text: &str) -> Result<(), String> {
    let path = syn::parse_str::<syn::Path>(text).ok();
    let is_own = path.as_ref().is_some_and(|path| {
        let words: Vec<String> = path
            .segments
            .iter()
            .map(|it| it.ident.to_string())
            .collect();
        let first = words.first().map(String::as_str);
        matches!(first, Some("crate" | "super" | "self"))
            && words.len() > 1
            && words.last().is_some_and(|last| last == "support")
    });
    if is_own {
        return Ok(());
    }
    Err("support is `crate`, `pasted`, or the path of a module such as `crate::support`".to_owned())
}
