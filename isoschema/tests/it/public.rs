//! What the packages offer, read from their sources, is what `public-api.txt`
//! beside each says: a change of it is seen, and meant. `BLESS=1` records it.
//!
//! Listed are items, fields, variants and methods, whatever features they need;
//! not the implementations of traits.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use quote::ToTokens;
use syn::{Attribute, ImplItem, Item, UseTree, Visibility};

/// The sources of a package: the items of each module.
struct Sources(BTreeMap<Vec<String>, Vec<Item>>);

impl Sources {
    fn read(root: &Path) -> Self {
        let mut found = BTreeMap::new();
        Self::file(&root.join("lib.rs"), root, &[], &mut found);
        Self(found)
    }

    /// The items of a file, whose modules are below a folder.
    fn file(
        file: &Path,
        below: &Path,
        path: &[String],
        found: &mut BTreeMap<Vec<String>, Vec<Item>>,
    ) {
        let text = fs::read_to_string(file).expect("a source");
        let items = syn::parse_file(&text).expect("Rust").items;
        Self::items(items, below, path, found);
    }

    fn items(
        items: Vec<Item>,
        below: &Path,
        path: &[String],
        found: &mut BTreeMap<Vec<String>, Vec<Item>>,
    ) {
        let mut kept = Vec::new();
        for mut item in items {
            if let Item::Mod(module) = &mut item {
                let name = module.ident.to_string();
                let inner = [path, std::slice::from_ref(&name)].concat();
                let folder = below.join(&name);
                let file = below.join(format!("{name}.rs"));
                if let Some((_, items)) = module.content.take() {
                    Self::items(items, &folder, &inner, found);
                } else if file.is_file() {
                    Self::file(&file, &folder, &inner, found);
                } else if folder.join("mod.rs").is_file() {
                    Self::file(&folder.join("mod.rs"), &folder, &inner, found);
                }
            }
            kept.push(item);
        }
        found.insert(path.to_vec(), kept);
    }

    /// The public lines of a module that is known by this name.
    fn module(&self, path: &[String], shown: &str, lines: &mut BTreeSet<String>) {
        for item in self.0.get(path).into_iter().flatten() {
            if let Item::Use(item) = item {
                if is_public(&item.vis) && !is_hidden(&item.attrs) {
                    self.used(&item.tree, path, path, shown, lines);
                }
            } else {
                self.item(item, path, None, shown, lines);
            }
        }
    }

    /// What a public `use` brings in.
    fn used(
        &self,
        tree: &UseTree,
        at: &[String],
        home: &[String],
        shown: &str,
        lines: &mut BTreeSet<String>,
    ) {
        match tree {
            UseTree::Path(path) => {
                let at = match path.ident.to_string().as_str() {
                    "crate" => Vec::new(),
                    "self" => home.to_vec(),
                    "super" => at
                        .split_last()
                        .map_or(Vec::new(), |(_, outer)| outer.to_vec()),
                    name => [at, &[name.to_owned()]].concat(),
                };
                self.used(&path.tree, &at, home, shown, lines);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.used(tree, at, home, shown, lines);
                }
            }
            UseTree::Name(name) => self.named(&name.ident.to_string(), None, at, shown, lines),
            UseTree::Rename(name) => {
                let renamed = name.rename.to_string();
                self.named(&name.ident.to_string(), Some(&renamed), at, shown, lines);
            }
            UseTree::Glob(_) => self.module(at, shown, lines),
        }
    }

    /// An item of a module, or what the module brings in under this name.
    fn named(
        &self,
        name: &str,
        renamed: Option<&str>,
        at: &[String],
        shown: &str,
        lines: &mut BTreeSet<String>,
    ) {
        let before = lines.len();
        for item in self.0.get(at).into_iter().flatten() {
            match item {
                Item::Use(item) => {
                    if let Some(from) = leaf(&item.tree, name, &[]) {
                        let home = at.split_last().map_or(&[][..], |(_, outer)| outer);
                        let from = match from.first().map(String::as_str) {
                            Some("crate") => from[1..].to_vec(),
                            Some("super") => [home, &from[1..]].concat(),
                            Some("self") => [at, &from[1..]].concat(),
                            _ => [at, &from].concat(),
                        };
                        self.named(name, renamed, &from, shown, lines);
                    }
                }
                item if ident(item).as_deref() == Some(name) => {
                    self.item(item, at, renamed, shown, lines);
                }
                _ => {}
            }
        }
        if lines.len() == before {
            let name = renamed.unwrap_or(name);
            lines.insert(format!("{shown}::{name} (of {})", at.join("::")));
        }
    }

    fn item(
        &self,
        item: &Item,
        path: &[String],
        renamed: Option<&str>,
        shown: &str,
        lines: &mut BTreeSet<String>,
    ) {
        let Some(name) = ident(item) else { return };
        let place = format!("{shown}::{}", renamed.unwrap_or(&name));
        let mut add = |line: String| {
            lines.insert(format!("{place}{line}"));
        };
        match item {
            Item::Mod(module) if is_public(&module.vis) && !is_hidden(&module.attrs) => {
                self.module(&[path, &[name]].concat(), &place, lines);
            }
            Item::Fn(item) if is_public(&item.vis) => add(format!(": {}", text(&item.sig))),
            Item::Const(item) if is_public(&item.vis) => add(format!(": const {}", text(&item.ty))),
            Item::Type(item) if is_public(&item.vis) => add(format!(": type = {}", text(&item.ty))),
            Item::Trait(item) if is_public(&item.vis) => {
                add(format!(": trait{}", text(&item.generics)));
                for item in &item.items {
                    if let syn::TraitItem::Fn(method) = item {
                        add(format!("::{}: {}", method.sig.ident, text(&method.sig)));
                    }
                }
            }
            Item::Struct(item) if is_public(&item.vis) => {
                add(format!(": struct{}", text(&item.generics)));
                for (index, field) in item.fields.iter().enumerate() {
                    if is_public(&field.vis) && !is_hidden(&field.attrs) {
                        let name = field
                            .ident
                            .as_ref()
                            .map_or(index.to_string(), ToString::to_string);
                        add(format!(".{name}: {}", text(&field.ty)));
                    }
                }
                self.methods(&name, path, &place, lines);
            }
            Item::Enum(item) if is_public(&item.vis) => {
                let open = item
                    .attrs
                    .iter()
                    .any(|it| it.path().is_ident("non_exhaustive"));
                let open = if open { " (non-exhaustive)" } else { "" };
                add(format!(": enum{}{open}", text(&item.generics)));
                for variant in &item.variants {
                    add(format!("::{}{}", variant.ident, text(&variant.fields)));
                }
                self.methods(&name, path, &place, lines);
            }
            Item::Macro(item) => {
                let is_exported = |it: &Attribute| it.path().is_ident("macro_export");
                if item.attrs.iter().any(is_exported) && !is_hidden(&item.attrs) {
                    add("!".to_owned());
                }
            }
            _ => {}
        }
    }

    /// The public methods of a type, in its own file or in the only ones there are.
    fn methods(&self, name: &str, path: &[String], shown: &str, lines: &mut BTreeSet<String>) {
        let types = self.0.values().flatten();
        let only = types
            .filter(|item| matches!(item, Item::Struct(_) | Item::Enum(_)))
            .filter(|item| ident(item).as_deref() == Some(name))
            .count()
            == 1;
        for (home, items) in &self.0 {
            for item in items {
                let Item::Impl(item) = item else { continue };
                let syn::Type::Path(of) = &*item.self_ty else {
                    continue;
                };
                let is_it = of.path.segments.last().is_some_and(|it| it.ident == name);
                if item.trait_.is_some() || !is_it || !(only || home == path) {
                    continue;
                }
                for item in &item.items {
                    let (vis, attrs, name, said) = match item {
                        ImplItem::Fn(it) => (&it.vis, &it.attrs, &it.sig.ident, text(&it.sig)),
                        ImplItem::Const(it) => (
                            &it.vis,
                            &it.attrs,
                            &it.ident,
                            format!("const {}", text(&it.ty)),
                        ),
                        _ => continue,
                    };
                    if is_public(vis) && !is_hidden(attrs) {
                        lines.insert(format!("{shown}::{name}: {said}"));
                    }
                }
            }
        }
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// Whether the documentation leaves something out.
fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|it| it.path().is_ident("doc") && text(it).contains("hidden"))
}

/// From where a `use` brings in a name.
fn leaf(tree: &UseTree, name: &str, path: &[String]) -> Option<Vec<String>> {
    match tree {
        UseTree::Path(inner) => leaf(
            &inner.tree,
            name,
            &[path, &[inner.ident.to_string()]].concat(),
        ),
        UseTree::Group(group) => group.items.iter().find_map(|it| leaf(it, name, path)),
        UseTree::Name(it) if it.ident == name => Some(path.to_vec()),
        _ => None,
    }
}

fn ident(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Mod(it) => &it.ident,
        Item::Fn(it) => &it.sig.ident,
        Item::Const(it) => &it.ident,
        Item::Type(it) => &it.ident,
        Item::Trait(it) => &it.ident,
        Item::Struct(it) => &it.ident,
        Item::Enum(it) => &it.ident,
        Item::Macro(it) => it.ident.as_ref()?,
        _ => return None,
    };
    Some(ident.to_string())
}

/// Tokens as people write them.
fn text(tokens: &impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string();
    for (long, short) in [
        (" :: ", "::"),
        (":: ", "::"),
        (" ::", "::"),
        (" < ", "<"),
        ("< ", "<"),
        (" <", "<"),
        (" >", ">"),
        (" ,", ","),
        (" : ", ": "),
        ("& ", "&"),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        (" ;", ";"),
        ("[ ", "["),
        (" ]", "]"),
        (",)", ")"),
        (", }", " }"),
        ("=(", "= ("),
        ("=::", "= ::"),
        (",::", ", ::"),
    ] {
        text = text.replace(long, short);
    }
    text.replace("- >", "->")
        .replace("->", " -> ")
        .replace("  ", " ")
}

#[test]
fn what_is_public_is_listed() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, folder) in [
        ("isoschema", here.to_owned()),
        ("isoschema_runtime", here.join("../runtime")),
    ] {
        let mut lines = BTreeSet::new();
        Sources::read(&folder.join("src")).module(&[], name, &mut lines);
        let mut listed: String = lines.into_iter().map(|line| line + "\n").collect();
        listed.retain(|letter| letter != '\r');
        let file: PathBuf = folder.join("public-api.txt");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&file, &listed).expect("a file");
        }
        let recorded = fs::read_to_string(&file).unwrap_or_default();
        let differing: Vec<&str> = listed
            .lines()
            .filter(|line| !recorded.lines().any(|it| it == *line))
            .chain(
                recorded
                    .lines()
                    .filter(|line| !listed.lines().any(|it| it == *line)),
            )
            .collect();
        assert!(
            differing.is_empty(),
            "{}: something else is public; with BLESS=1 it is recorded:\n{}",
            file.display(),
            differing.join("\n")
        );
    }
}
