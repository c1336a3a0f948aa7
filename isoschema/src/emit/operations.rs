//! The operations of a document → a table in the module, for those who write a client.

use std::collections::HashMap;
use std::fmt::Write as _;

use serde::Serialize;

use crate::config::kinds::Visibility;
use crate::enforce::prose;
use crate::enforce::ty::display;
use crate::names::name::Name;
use crate::names::scope::Scope;
use crate::plan::model::{Model, TypeRef};
use crate::rules::id::RuleId;

use super::tree::{Module, keyword};

/// An operation of an API, and the Rust types of what it carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct OperationEntry {
    /// `document#/pointer`.
    pub schema: String,
    /// The constant in the module `operations`.
    pub rust: String,
    /// Its `operationId`, or else its method and its path.
    pub id: String,
    /// The method, in capitals.
    pub method: String,
    /// The path, with its parameters in braces.
    pub path: String,
    /// What it is for.
    pub summary: Option<String>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// What it is sorted by.
    pub tags: Vec<String>,
    /// The types of those of its parameters that have one, by their names.
    pub parameters: Vec<(String, String)>,
    /// The type of what goes there, where that is JSON.
    pub request: Option<String>,
    /// The types of what comes back, by status, where that is JSON.
    pub responses: Vec<(String, Option<String>)>,
}

/// The operations of a model.
pub(crate) fn operations(model: &Model) -> Vec<OperationEntry> {
    let roots = model.rules.roots.iter().zip(&model.roots);
    let types: HashMap<RuleId, String> = roots
        .map(|(root, ty)| (root.rule, display(model, &TypeRef::Named(ty.id))))
        .collect();
    let mut names = Scope::with(&["ALL"]);
    let entry = |operation: &crate::rules::operation::Operation<RuleId>| {
        let types = operation.map(|rule| types.get(rule).cloned().unwrap_or_default());
        let name = Name::of_member(&types.name);
        let name = Name::of_camel(&name.plain().to_ascii_uppercase());
        let name = names.claim(&name);
        OperationEntry {
            schema: types.location.to_string(),
            rust: name.to_string(),
            id: types.name,
            method: types.method,
            path: types.path,
            summary: types.summary,
            deprecated: types.deprecated,
            tags: types.tags,
            parameters: types.parameters,
            request: types.request,
            responses: types.responses,
        }
    };
    model.rules.operations.iter().map(entry).collect()
}

/// The module that has them as constants, if there are any.
pub(super) fn module(model: &Model, visibility: Visibility) -> Option<Module> {
    let operations = operations(model);
    if operations.is_empty() {
        return None;
    }
    let mut body = String::from("use super::support::Operation;\n");
    for operation in &operations {
        constant(operation, &mut body);
    }
    body.push_str("\n/// All of them.\npub const ALL: &[Operation] = &[\n");
    for operation in &operations {
        let _ = writeln!(body, "    {},", operation.rust);
    }
    body.push_str("];\n");
    Some(Module {
        name: "operations".to_owned(),
        doc: "The operations of the API: where each is, and the types that it carries.".to_owned(),
        allowed: vec!["dead_code"],
        is_laid_out: true,
        visibility: keyword(visibility),
        head: super::head::head([]),
        body,
        ..Module::default()
    })
}

/// An operation as a constant.
fn constant(operation: &OperationEntry, out: &mut String) {
    let (method, path) = (&operation.method, &operation.path);
    let plain = |text: &str| text.replace('`', "'");
    let _ = write!(out, "\n/// `{} {}`", plain(method), plain(path));
    for text in operation.summary.iter().filter(|it| !it.trim().is_empty()) {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = prose(&line);
        let _ = write!(out, ": {}", line.trim_end_matches('.'));
    }
    out.push_str(".\n");
    let mut told = Vec::new();
    if let Some(ty) = &operation.request {
        told.push(format!("request: {}", link(ty)));
    }
    for (status, ty) in &operation.responses {
        if let Some(ty) = ty {
            told.push(format!("{}: {}", prose(status), link(ty)));
        }
    }
    for (name, ty) in &operation.parameters {
        told.push(format!("`{}`: {}", plain(name), link(ty)));
    }
    if !told.is_empty() {
        out.push_str("///\n");
    }
    for line in &told {
        let _ = writeln!(out, "/// - {line}");
    }
    if operation.deprecated {
        out.push_str("///\n/// Deprecated.\n");
    }
    let responses = operation.responses.iter();
    let responses: Vec<String> = responses
        .map(|(status, ty)| format!("({status:?}, {ty:?})"))
        .collect();
    let (name, id) = (&operation.rust, &operation.id);
    let (request, responses) = (&operation.request, responses.join(", "));
    let _ = writeln!(
        out,
        "pub const {name}: Operation = Operation::new({id:?}, {method:?}, {path:?}, {request:?}, &[{responses}]);"
    );
}

/// A type as a link to it; one from elsewhere by its path.
fn link(ty: &str) -> String {
    if ty.contains(':') {
        format!("`{ty}`")
    } else {
        format!("[`{ty}`](super::{ty})")
    }
}
