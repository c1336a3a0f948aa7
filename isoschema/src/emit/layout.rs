//! Where each type goes: one module, one for each document, those in the
//! folders of the documents, those of operations, or those that the configuration names.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;
use std::sync::Arc;

use crate::config::kinds::{Layout, Modules, Visibility};
use crate::enforce::Items;
use crate::load::document::stem;
use crate::names::name::Name;
use crate::names::scope::Scope;
use crate::plan::model::Model;

use super::groups::{Group, groups};
use super::head::head;
use super::import::{counted, import};
use super::items::Texts;
use super::names::Names;
use super::tree::{Module, keyword};
use super::uses::used;

/// The names that no module of a document gets: what stands beside them, what
/// their items use without a path, and what cargo, Rust or a file system takes
/// for something else.
const RESERVED: &[&str] = &[
    "alloc",
    "aux",
    "bin",
    "bool",
    "borrowed",
    "char",
    "checks",
    "con",
    "core",
    "f32",
    "f64",
    "i128",
    "i16",
    "i32",
    "i64",
    "i8",
    MACHINERY,
    "indexmap",
    "isize",
    "isoschema_runtime",
    "lib",
    "main",
    "nul",
    "operations",
    "prn",
    "regress",
    "schemars",
    "serde",
    "serde_json",
    "std",
    "str",
    "support",
    "u128",
    "u16",
    "u32",
    "u64",
    "u8",
    "usize",
];

/// The module of what is implemented for the types of a module.
const MACHINERY: &str = "impls";

/// The modules of the types, as they are filled.
pub(super) struct Distribution<'a> {
    model: &'a Model,
    visibility: Visibility,
    /// The crates that code may name.
    crates: &'a BTreeSet<String>,
    /// The first one is the outermost.
    nodes: Vec<Node>,
    /// The module of each type.
    homes: Vec<usize>,
    /// The names that others see of each type.
    defined: Vec<Vec<String>>,
}

#[derive(Default)]
struct Node {
    name: String,
    /// The names from the outermost module to this one.
    path: Vec<String>,
    doc: String,
    /// The documents whose types it holds.
    documents: Vec<Arc<str>>,
    children: BTreeMap<String, usize>,
    scope: Scope,
    body: String,
    /// What is implemented for them.
    machinery: String,
    /// The types whose items it holds.
    types: Vec<usize>,
    /// Which of the modules `checks` and `support` the items use.
    shared: BTreeSet<String>,
    /// Every word of the items.
    words: HashSet<String>,
    /// The modules inside it that are no document's.
    attached: Vec<Module>,
}

impl Node {
    /// What is said of the module: where nothing else is, whose types it holds.
    fn doc(&self) -> String {
        if !self.doc.is_empty() || self.documents.is_empty() {
            return self.doc.clone();
        }
        let documents = self.documents.iter();
        let all: Vec<String> = documents.map(|it| format!("`{}`", plain(it))).collect();
        format!("The types of {}.", all.join(", "))
    }
}

impl<'a> Distribution<'a> {
    /// Finds the module of each type.
    pub(super) fn new(
        model: &'a Model,
        layout: Layout,
        modules: &Modules,
        visibility: Visibility,
        crates: &'a BTreeSet<String>,
    ) -> Self {
        let mut distribution = Self {
            model,
            visibility,
            crates,
            nodes: vec![Node::default()],
            homes: Vec::new(),
            defined: vec![Vec::new(); model.types.len()],
        };
        let documents: BTreeSet<&Arc<str>> =
            model.types.iter().map(|ty| &ty.location.document).collect();
        // What the configuration calls a module has that name.
        let is_own = |document: &&Arc<str>| !modules.of.contains_key(stem(document));
        let (own, named): (Vec<_>, Vec<_>) = documents.into_iter().partition(is_own);
        let mut homes: HashMap<&str, usize> = HashMap::new();
        for document in named.into_iter().chain(own) {
            let home = match (modules.of.get(stem(document)), layout) {
                (Some(module), _) => distribution.several(document, &module.value, modules),
                (None, Layout::File | Layout::Tags | Layout::Operations) => 0,
                (None, Layout::Modules) => distribution.document(document, &[]),
                (None, Layout::Folders) => distribution.document(document, &folders(document)),
            };
            homes.insert(document, home);
        }
        let (groups, used) = groups(model, layout);
        // Only what has types gets a module.
        let mut grouped: HashMap<usize, usize> = HashMap::new();
        for (ty, group) in model.types.iter().zip(used) {
            let own = homes.get(&*ty.location.document).copied().unwrap_or(0);
            let home = match group {
                Some(group) if own == 0 => *grouped
                    .entry(group)
                    .or_insert_with(|| distribution.group(&groups[group])),
                _ => own,
            };
            distribution.homes.push(home);
        }
        distribution
    }

    /// The module of a document, in the modules of these folders.
    fn document(&mut self, document: &Arc<str>, folders: &[&str]) -> usize {
        let mut at = 0;
        for folder in folders {
            at = self.inside(at, folder, folder);
            if self.nodes[at].doc.is_empty() {
                self.nodes[at].doc = format!("The schemas in `{}`.", plain(folder));
            }
        }
        let last = document.rsplit('/').next().unwrap_or(document);
        // Without folders, two documents can have one file name.
        let key = if folders.is_empty() { document } else { last };
        at = self.inside(at, stem(key), stem(last));
        self.nodes[at].doc = format!("The types of `{}`.", plain(document));
        self.nodes[at].documents.push(Arc::clone(document));
        at
    }

    /// The module of what some operations carry.
    fn group(&mut self, group: &Group) -> usize {
        // No document has this key.
        let at = self.inside(0, &format!("{}//", group.doc), &group.name);
        self.nodes[at].doc.clone_from(&group.doc);
        at
    }

    /// The module of this name, which holds the types of this document and of others.
    fn several(&mut self, document: &Arc<str>, module: &str, modules: &Modules) -> usize {
        // No document has this key.
        let at = self.inside(0, &format!("{module}/"), module);
        self.nodes[at].documents.push(Arc::clone(document));
        if let Some(doc) = modules.docs.get(module) {
            self.nodes[at].doc.clone_from(doc);
        }
        at
    }

    /// The module in another one that stands for `key`.
    fn inside(&mut self, parent: usize, key: &str, wanted: &str) -> usize {
        if let Some(known) = self.nodes[parent].children.get(key) {
            return *known;
        }
        let mut name = Name::of_module(wanted);
        if RESERVED.contains(&name.as_str()) || self.crates.contains(name.as_str()) {
            name = name.escaped();
        }
        let name = self.nodes[parent].scope.claim(&name).to_string();
        let index = self.nodes.len();
        let mut path = self.nodes[parent].path.clone();
        path.push(name.clone());
        self.nodes[parent].children.insert(key.to_owned(), index);
        self.nodes.push(Node {
            name,
            path,
            ..Node::default()
        });
        index
    }

    /// Notes which names the items of a type define and use.
    pub(super) fn names(&mut self, index: usize, items: &Items) {
        let home = self.homes[index];
        // One module has nothing to bring in; of several, each may name what is in the outermost one.
        if self.nodes.len() == 1 {
            return;
        }
        let names = Names::of(items);
        let node = &mut self.nodes[home];
        node.types.push(index);
        node.shared.extend(names.shared);
        node.words.extend(names.words);
        self.defined[index] = names.defined;
    }

    /// Puts the texts of a type where they belong, in the model's order.
    pub(super) fn add(&mut self, index: usize, texts: &Texts) {
        let node = &mut self.nodes[self.homes[index]];
        node.body.push_str(&texts.definition);
        node.machinery.push_str(&texts.machinery);
    }

    /// The module of a type.
    pub(super) fn home(&self, index: usize) -> usize {
        self.homes[index]
    }

    /// The names from the outermost module to this one.
    pub(super) fn path(&self, home: usize) -> &[String] {
        &self.nodes[home].path
    }

    /// Puts another module into one.
    pub(super) fn attach(&mut self, home: usize, module: Module) {
        self.nodes[home].attached.push(module);
    }

    /// The outermost module, with all others but `checks` and `support`.
    pub(super) fn finish(mut self) -> Module {
        let imports: Vec<String> = (0..self.nodes.len()).map(|it| self.imports(it)).collect();
        for (node, imports) in self.nodes.iter_mut().zip(imports).skip(1) {
            node.body.insert_str(0, &imports);
        }
        let mut exports: Vec<(String, BTreeSet<&str>)> = self.nodes[1..]
            .iter()
            // A crate of the same name, of whomever it is, makes it no other path.
            .map(|node| {
                let path = format!("self::{}", node.path.join("::"));
                (path, self.exported(&node.types))
            })
            .filter(|(_, names)| !names.is_empty())
            .collect();
        // As rustfmt sorts them: what is further inside goes first.
        exports.sort_by_cached_key(|(path, _)| counted(&format!("{path}::~")));
        let mut after = String::new();
        for (path, names) in exports {
            if self.visibility == Visibility::Crate {
                after.push_str("#[allow(unused_imports)]\n");
            }
            import(keyword(self.visibility), &path, &names, &mut after);
        }
        if !after.is_empty() {
            after.insert(0, '\n');
        }
        let mut root = self.module(0);
        root.after.push_str(&after);
        root
    }

    /// The names that others see of some types.
    fn exported(&self, types: &[usize]) -> BTreeSet<&str> {
        let names = types.iter().flat_map(|&index| &self.defined[index]);
        names.map(String::as_str).collect()
    }

    /// What the items of a module use of the outermost one.
    fn imports(&self, index: usize) -> String {
        let node = &self.nodes[index];
        let used = used(self.model, &node.types).into_iter();
        let elsewhere: Vec<usize> = used.filter(|&ty| self.homes[ty] != index).collect();
        let mut names = self.exported(&elsewhere);
        names.retain(|name| node.words.contains(*name));
        names.extend(node.shared.iter().map(String::as_str));
        let mut out = String::new();
        if !names.is_empty() {
            let above = vec!["super"; node.path.len()].join("::");
            import("", &above, &names, &mut out);
        }
        out
    }

    fn module(&mut self, index: usize) -> Module {
        let node = std::mem::take(&mut self.nodes[index]);
        let doc = node.doc();
        let mut children: Vec<Module> = node.children.values().map(|&it| self.module(it)).collect();
        children.extend(node.attached);
        children.sort_by(|one, other| one.name.cmp(&other.name));
        let mut after = String::new();
        if !node.machinery.is_empty() {
            children.insert(0, implementations(&node.machinery));
            let visibility = keyword(self.visibility);
            let _ = write!(
                after,
                "\n#[allow(unused_imports)]\n{visibility}use self::{MACHINERY}::*;\n"
            );
        }
        let depth = node.path.len();
        let is_alike = depth > 1 && node.path[depth - 2] == node.name;
        let alike = is_alike.then_some("clippy::module_inception");
        Module {
            name: node.name,
            doc,
            allowed: alike.into_iter().collect(),
            visibility: keyword(self.visibility),
            head: head(node.documents.iter().map(|document| &**document)),
            body: node.body,
            children,
            after,
            ..Module::default()
        }
    }
}

/// The module of what is implemented for the types of the module around it:
/// it is inside, since what they hold is private.
fn implementations(machinery: &str) -> Module {
    Module {
        name: MACHINERY.to_owned(),
        comment: "What is implemented for the types, one block a type.".to_owned(),
        allowed: vec!["dead_code", "deprecated", "clippy::wildcard_imports"],
        is_machinery: true,
        head: head([]),
        body: format!("use super::*;\n{machinery}"),
        ..Module::default()
    }
}

/// The folders of a document; a document from elsewhere is in none.
fn folders(document: &str) -> Vec<&str> {
    if document.contains("://") {
        return Vec::new();
    }
    let mut folders: Vec<&str> = document.split('/').collect();
    folders.pop();
    folders
}

/// A path as it stands in backquotes.
fn plain(path: &str) -> String {
    crate::words::shown(path).replace('`', "")
}
