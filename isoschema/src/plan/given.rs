//! The names that schemas and the configuration ask for.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind};

use crate::names::apart::tell_apart;
use crate::names::name::Name;
use crate::rules::id::RuleId;
use crate::rules::location::Location;
use crate::rules::rule::{Root, Rules};

use super::spaces::Spaces;

/// The name of every document's type, and of every schema that the
/// configuration names.
pub(super) fn names(rules: &Rules) -> Result<BTreeMap<RuleId, Name>, Diagnostics> {
    let mut problems = Collector::default();
    let mut given: BTreeMap<RuleId, Name> = BTreeMap::new();
    let mut holders: HashMap<Name, RuleId> = HashMap::new();
    let named = rules.all();
    let named = named.filter_map(|(id, rule)| Some((id, rule.rust_name.clone()?)));
    let named: Vec<(RuleId, Name)> = named.collect();
    // A document keeps its whole name, a definition loses the spaces that it is in.
    let unnamed = rules.roots.iter().map(|root| root.rule);
    let definitions = unnamed.filter(|id| {
        let rule = rules.get(*id);
        rule.rust_name.is_none() && !rule.location.pointer.is_empty()
    });
    let definitions: HashSet<RuleId> = definitions.collect();
    let documents = rules.roots.iter();
    let documents = documents.filter(|root| !definitions.contains(&root.rule));
    let all: HashSet<&str> = rules.roots.iter().map(|it| it.name.as_str()).collect();
    let taken = documents.map(|root| of_document(root, &all));
    let taken = taken.chain(named.iter().map(|(_, name)| name.clone()));
    let spaces = Spaces::of(rules, definitions.iter().copied(), taken.collect());
    // How documents are called is the user's to say, how definitions are is somebody else's.
    let (defined, whole): (Vec<&Root>, Vec<&Root>) = rules
        .roots
        .iter()
        .partition(|root| definitions.contains(&root.rule));
    let defined_texts: Vec<&str> = defined.iter().map(|it| spaces.short(&it.name)).collect();
    let mut called: Vec<Name> = defined_texts.iter().copied().map(Name::of_type).collect();
    let texts: Vec<Option<&str>> = defined_texts.into_iter().map(Some).collect();
    tell_apart(&mut called, &texts, Name::of_type);
    let whole = whole.into_iter().map(|root| {
        let name = rules.get(root.rule).rust_name.clone();
        let name = name.unwrap_or_else(|| of_document(root, &all));
        (root.rule, name)
    });
    let defined = defined.iter().map(|root| root.rule).zip(called);
    for (id, name) in whole.chain(defined).chain(named.iter().cloned()) {
        match holders.get(&name) {
            Some(holder) if *holder == id => {}
            // One schema in several dynamic scopes: numbers tell them apart.
            Some(holder) if rules.get(*holder).location == rules.get(id).location => {}
            Some(holder) => {
                let (first, second) = (&rules.get(*holder).location, &rules.get(id).location);
                problems.push(clash(&name, first, second));
            }
            None => {
                holders.insert(name.clone(), id);
                given.insert(id, name);
            }
        }
    }
    problems.finish(given)
}

/// The name of a whole document: `order.schema.json` is `Order`, as `order.json` is, unless there is one.
fn of_document(root: &Root, all: &HashSet<&str>) -> Name {
    let short = root.name.strip_suffix(".schema");
    let short = short.filter(|it| !it.is_empty() && !it.ends_with('/') && !all.contains(it));
    Name::of_type(short.unwrap_or(&root.name))
}

fn clash(name: &Name, first: &Location, second: &Location) -> Diagnostic {
    let key = second.place();
    Diagnostic::of_file(
        Kind::Name,
        second.document.clone(),
        format!("`{name}` is the Rust name of {first} and of {second}"),
    )
    .pointer(second.pointer.clone())
    .help(format!(
        "name one of them in `isoschema.toml`, under [names]: {key:?} = \"{name}2\"; places that \
         [names] gives one name are one type where they ask for the same"
    ))
}
