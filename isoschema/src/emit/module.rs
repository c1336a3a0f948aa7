//! Items → a module, one type at a time.
//!
//! The module needs `serde`, `serde_json` and, where a pattern is used,
//! `regress`. It can be a file of its own or be brought in by `include!`, so
//! it has no inner attributes.

use proc_macro2::TokenStream;

use crate::config::{Dates, Layout, Visibility};
use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind};
use crate::enforce::{Enforcer, Features, Predicates};
use crate::lower::model::Model;
use crate::lower::rule::Rules;

use super::borrowed;
use super::layout::Distribution;
use super::narrower::Narrower;
use super::runtime;
use super::shorten::Shortener;
use super::tree::Module;
use syn::visit_mut::VisitMut as _;

/// What a module is made of beside its types.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// The schemas that the module was generated from.
    pub(crate) inputs: Vec<String>,
    /// The path of the module that the types share with those of other
    /// modules; `None` where this module brings its own.
    pub(crate) support: Option<String>,
    /// Which modules the types are in.
    pub(crate) layout: Layout,
}

/// The module that holds a model.
///
/// # Errors
///
/// What no code can be given for; each with its schema location.
pub(crate) fn module(
    frame: &Frame,
    rules: &Rules,
    model: &Model,
    features: &Features,
) -> Result<Module, Diagnostics> {
    let mut problems = Collector::default();
    let mut types = Distribution::new(model, frame.layout, features.visibility);
    let mut enforcer = Enforcer::new(rules, model, features.clone());
    let mut shortener = Shortener::new(model.types.iter().map(|ty| ty.name.as_str()));
    for index in 0..model.types.len() {
        if let Some((tokens, items)) = items(&mut enforcer, model, index, &mut problems) {
            types.names(index, &tokens);
            types.add(index, &print(items, &mut shortener, features.visibility));
        }
    }
    if features.borrowed {
        enforcer = enforcer.borrowing();
        borrowed::add(
            &mut enforcer,
            model,
            features.visibility,
            &mut types,
            &mut problems,
        );
    }
    let checks = match enforcer.finish() {
        Ok(checks) => checks,
        Err(diagnostics) => {
            problems.extend(diagnostics);
            Predicates::default()
        }
    };
    let mut module = types.finish();
    module.head = head(frame.inputs.iter().map(String::as_str));
    if !checks.items.is_empty() {
        let mut body = String::from("use super::support;\n");
        for check in checks.items {
            match parse(check) {
                Ok(items) => body.push_str(&print(items, &mut shortener, Visibility::Public)),
                Err(error) => problems.push(fault("checks".into(), "", &error)),
            }
        }
        module.children.push(Module {
            name: "checks".to_owned(),
            before: "/// The predicates of the schemas.\n\
                     // Editions before 2024 have no chains of `let`.\n\
                     #[allow(clippy::collapsible_if)]\n"
                .to_owned(),
            head: head([]),
            body,
            ..Module::default()
        });
    }
    if let Some(path) = &frame.support {
        module.after.insert_str(0, &format!("\nuse {path};\n"));
        return problems.finish(module);
    }
    module.children.push(runtime::module(&runtime::Uses {
        patterns: checks.has_patterns,
        runs: checks.has_runs,
        formats: checks.has_formats,
        schemars: features.schemars.as_deref(),
        maps: model.maps,
        borrowed: features.borrowed,
        visibility: features.visibility,
        dates: dates(rules, features),
    }));
    problems.finish(module)
}

/// The library that texts are converted with, if any text means a date.
fn dates(rules: &Rules, features: &Features) -> Dates {
    if rules.rules.iter().any(|rule| rule.temporal.is_some()) {
        features.dates
    } else {
        Dates::String
    }
}

/// The first lines of a file that was generated from these schemas.
pub(super) fn head<'a>(inputs: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = format!("// {}", crate::write::MARK);
    let mut inputs = inputs.into_iter().peekable();
    if inputs.peek().is_some() {
        out.push_str(" from");
    }
    out.push('\n');
    for input in inputs {
        out.push_str("//     ");
        out.extend(input.chars().filter(|letter| !letter.is_control()));
        out.push('\n');
    }
    out.push_str("// Do not edit: change the schemas or the configuration, and generate again.\n");
    out
}

fn fault(document: std::sync::Arc<str>, pointer: &str, message: &str) -> Diagnostic {
    Diagnostic::of_file(Kind::Unsupported, document, message)
        .pointer(pointer)
        .help("this is a fault of the generator: please report it with the schema")
}

/// The items of one type; none where there is a problem with them.
pub(super) fn items(
    enforcer: &mut Enforcer<'_>,
    model: &Model,
    index: usize,
    problems: &mut Collector,
) -> Option<(TokenStream, Vec<syn::Item>)> {
    let tokens = enforcer.items(index).map_err(|error| error.to_string());
    match tokens.and_then(|tokens| Ok((tokens.clone(), parse(tokens)?))) {
        Ok(items) => Some(items),
        Err(error) => {
            let location = &model.types[index].location;
            problems.push(fault(location.document.clone(), &location.pointer, &error));
            None
        }
    }
}

fn parse(tokens: TokenStream) -> Result<Vec<syn::Item>, String> {
    syn::parse2::<syn::File>(tokens)
        .map(|file| file.items)
        .map_err(|error| format!("the generated code does not parse: {error}"))
}

/// Items as formatted text, an empty line before each.
pub(super) fn print(
    items: Vec<syn::Item>,
    shortener: &mut Shortener,
    visibility: Visibility,
) -> String {
    let mut out = String::new();
    for mut item in items {
        shortener.visit_item_mut(&mut item);
        if visibility == Visibility::Crate {
            Narrower.visit_item_mut(&mut item);
        }
        let is_impl = matches!(item, syn::Item::Impl(_));
        let text = prettyplease::unparse(&syn::File {
            shebang: None,
            frontmatter: None,
            attrs: Vec::new(),
            items: vec![item],
        });
        out.push('\n');
        if is_impl {
            space_methods(&text, &mut out);
        } else {
            out.push_str(&text);
        }
    }
    out
}

/// Puts an empty line between the methods of an `impl`.
fn space_methods(text: &str, out: &mut String) {
    let mut ended = false;
    for line in text.lines() {
        if ended && line != "}" {
            out.push('\n');
        }
        ended = line == "    }";
        out.push_str(line);
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn nothing_is_a_module_too() {
        let mut shortener = Shortener::new(std::iter::empty());
        let items = parse(quote! {}).expect("items");
        assert_eq!(print(items, &mut shortener, Visibility::Public), "");
    }
}
