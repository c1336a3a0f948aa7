//! The structure of the engine, read from its `use` lines and the paths in its
//! code: no file leads back to itself, no stage knows a later one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;

/// The stages in the order in which they run; corrections are applied as soon
/// as a document is loaded.
const STAGES: [&[&str]; 8] = [
    &["load", "overlay"],
    &["resolve"],
    &["translate"],
    &["plan"],
    &["shape"],
    &["enforce"],
    &["emit"],
    &["write"],
];

/// What stands beside the stages and above them: nothing of a stage knows it.
/// Of `emit` that is what writes whole crates.
const BESIDE: [&str; 15] = [
    "generator",
    "front",
    "generated",
    "build",
    "judge",
    "payload",
    "diff",
    "samples",
    "refresh",
    "report",
    "kit",
    "emit::whole",
    "emit::changelog",
    "emit::schema",
    "emit",
];

/// What all stages speak: none of it knows a stage, but for the texts and
/// values that are loaded and the drafts that are told apart.
const SHARED: [&str; 6] = ["names", "rules", "keywords", "evaluate", "formats", "words"];

/// The files that each file imports, by their module paths.
type Imports = BTreeMap<String, BTreeSet<String>>;

/// The module paths of all files below a folder that hold no tests alone.
fn modules(folder: &Path, path: &str, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let file = entry.expect("an entry").path();
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let inner = match path {
            "" => stem.to_string(),
            _ => format!("{path}::{stem}"),
        };
        if file.is_dir() {
            modules(&file, &inner, found);
        } else if stem == "mod" || stem == "lib" {
            found.insert(
                path.to_owned(),
                fs::read_to_string(&file).expect("a source"),
            );
        } else if stem != "tests" {
            found.insert(inner, fs::read_to_string(&file).expect("a source"));
        }
    }
}

/// The paths of `use` lines, and those in code that begin with `crate` or `super`, outside of tests.
fn uses(items: &[syn::Item], found: &mut Vec<Vec<String>>) {
    for item in items {
        match item {
            syn::Item::Use(item) => tree(&item.tree, &mut Vec::new(), found),
            syn::Item::Mod(module) if !module.attrs.iter().any(|it| it.path().is_ident("cfg")) => {
                let inner = module.content.as_ref().map(|(_, items)| items);
                uses(inner.map_or(&[], Vec::as_slice), found);
            }
            syn::Item::Mod(_) => {}
            other => paths(other.to_token_stream(), found),
        }
    }
}

/// The paths in code, but for what macros are given, which may be code of others, and for who sees what.
fn paths(code: TokenStream, all: &mut Vec<Vec<String>>) {
    let mut found: Vec<Vec<String>> = Vec::new();
    let mut path: Vec<String> = Vec::new();
    // How many colons stand behind the path, and whether what is next is no code.
    let (mut colons, mut is_other) = (0, false);
    for token in code {
        match &token {
            TokenTree::Ident(word) if colons == 2 => {
                path.push(word.to_string());
                colons = 0;
                continue;
            }
            TokenTree::Punct(mark) if mark.as_char() == ':' && !path.is_empty() => {
                colons += 1;
                continue;
            }
            TokenTree::Ident(word) if *word == "crate" || *word == "super" => {
                found.push(std::mem::replace(&mut path, vec![word.to_string()]));
                colons = 0;
                continue;
            }
            _ => {}
        }
        found.push(std::mem::take(&mut path));
        colons = 0;
        is_other = match token {
            TokenTree::Group(group) if !is_other => {
                paths(group.stream(), all);
                false
            }
            TokenTree::Punct(mark) => mark.as_char() == '!',
            TokenTree::Ident(word) => word == "pub",
            TokenTree::Group(_) | TokenTree::Literal(_) => false,
        };
    }
    found.push(path);
    all.extend(found.into_iter().filter(|path| path.len() > 1));
}

fn tree(uses: &syn::UseTree, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    match uses {
        syn::UseTree::Path(inner) => {
            path.push(inner.ident.to_string());
            tree(&inner.tree, path, found);
            path.pop();
        }
        syn::UseTree::Name(name) => found.push([&path[..], &[name.ident.to_string()]].concat()),
        syn::UseTree::Rename(name) => found.push([&path[..], &[name.ident.to_string()]].concat()),
        syn::UseTree::Glob(_) => found.push(path.clone()),
        syn::UseTree::Group(group) => {
            for inner in &group.items {
                tree(inner, path, found);
            }
        }
    }
}

/// The file that a path names something of, seen from a module.
fn target(path: &[String], from: &str, files: &BTreeMap<String, String>) -> Option<String> {
    let mut base: Vec<&str> = from.split("::").filter(|it| !it.is_empty()).collect();
    let mut rest = path;
    match rest.first().map(String::as_str) {
        Some("crate") => {
            base.clear();
            rest = &rest[1..];
        }
        Some("self" | "super") => {
            while let Some(step @ ("self" | "super")) = rest.first().map(String::as_str) {
                if step == "super" {
                    base.pop();
                }
                rest = &rest[1..];
            }
        }
        // A module below this one, or another crate.
        Some(first) if files.contains_key(&[&base[..], &[first]].concat().join("::")) => {}
        _ => return None,
    }
    base.extend(rest.iter().map(String::as_str));
    while !base.is_empty() && !files.contains_key(&base.join("::")) {
        base.pop();
    }
    let found = base.join("::");
    (found != from && !found.is_empty()).then_some(found)
}

/// The imports of sources by their module paths.
fn imports(files: &BTreeMap<String, String>) -> Imports {
    let of = |(module, text): (&String, &String)| {
        let mut paths = Vec::new();
        uses(&syn::parse_file(text).expect("Rust").items, &mut paths);
        let targets = paths.iter().filter_map(|path| target(path, module, files));
        (module.clone(), targets.collect())
    };
    files.iter().map(of).collect()
}

fn engine() -> Imports {
    let mut files = BTreeMap::new();
    modules(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        "",
        &mut files,
    );
    imports(&files)
}

/// The circles of files.
fn circles(imports: &Imports) -> Vec<Vec<&str>> {
    let mut graph = DiGraph::<&str, ()>::new();
    let nodes: BTreeMap<&str, NodeIndex> = imports
        .keys()
        .map(|file| (file.as_str(), graph.add_node(file)))
        .collect();
    for (from, targets) in imports {
        for to in targets {
            graph.add_edge(nodes[from.as_str()], nodes[to.as_str()], ());
        }
    }
    let mut circles = kosaraju_scc(&graph);
    circles.retain(|files| files.len() > 1);
    let named = |files: Vec<NodeIndex>| files.into_iter().map(|file| graph[file]).collect();
    circles.into_iter().map(named).collect()
}

fn is_in(module: &str, place: &str) -> bool {
    module == place || module.starts_with(&format!("{place}::"))
}

/// The imports that lead to something later.
fn backwards(imports: &Imports) -> Vec<String> {
    let stage = |module: &str| {
        STAGES
            .iter()
            .position(|names| names.iter().any(|name| is_in(module, name)))
    };
    let is_beside = |module: &str| {
        BESIDE
            .iter()
            .any(|name| module == *name || (*name != "emit" && is_in(module, name)))
    };
    let is_shared = |module: &str| SHARED.iter().any(|name| is_in(module, name));
    let mut wrong = Vec::new();
    for (from, targets) in imports {
        for to in targets {
            let is_back = match (stage(from), stage(to)) {
                _ if is_beside(from) => false,
                (Some(_), _) if is_beside(to) => true,
                (Some(own), Some(other)) => other > own,
                (None, other) if is_shared(from) => {
                    let is_known = is_in(to, "load")
                        || ["resolve::dialect", "resolve::nearest", "resolve::graph"]
                            .contains(&to.as_str());
                    is_beside(to) || (other.is_some() && !is_known)
                }
                _ => false,
            };
            if is_back {
                wrong.push(format!("{from} imports {to}"));
            }
        }
    }
    wrong
}

#[test]
fn no_file_leads_back_to_itself() {
    let imports = engine();
    assert!(imports.len() > 150, "only {} files", imports.len());
    let circles = circles(&imports);
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn no_stage_knows_a_later_one() {
    let wrong = backwards(&engine());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_circle_and_an_arrow_back_are_seen() {
    let files = [
        ("", "mod load; mod plan; mod emit;"),
        ("load", "mod json; use crate::plan::planner::Plan;"),
        ("load::json", "use super::{text::Text, self as loaded};"),
        ("load::text", "use crate::load::json::{Json, Kind};"),
        ("plan", "pub mod planner; mod found;"),
        (
            "plan::planner",
            "#[cfg(test)] mod tests { use crate::emit::Module; }
             fn plan() { super::found::find(quote! { crate::emit::Module }) }",
        ),
        ("plan::found", "fn find() { crate::plan::planner::plan(); }"),
        ("emit", "pub struct Module;"),
    ];
    let files: BTreeMap<String, String> = files
        .into_iter()
        .map(|(module, text)| (module.to_owned(), text.to_owned()))
        .collect();
    let imports = imports(&files);
    let circles = circles(&imports);
    assert_eq!(circles.len(), 2);
    let has = |file: &str| circles.iter().any(|circle| circle.contains(&file));
    assert!(has("load::json") && has("load::text"));
    assert!(has("plan::planner") && has("plan::found"));
    assert_eq!(backwards(&imports), ["load imports plan::planner"]);
}
