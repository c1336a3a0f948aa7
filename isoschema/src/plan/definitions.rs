//! Schemas with names of their own: documents and definitions.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::aliases::meant;
use super::key::{Key, Wish};
use super::model::{TypeId, TypeRef};
use super::planner::Planner;
use super::shortened::Kind;
use super::spaces::Spaces;
use crate::load::document::stem;
use crate::load::json::unescape;
use crate::names::apart::tell_apart;
use crate::names::name::Name;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::location::Location;

impl Planner<'_> {
    /// The named type of a whole document.
    pub(super) fn root(&mut self, id: RuleId) -> TypeId {
        let used = self.definition(id);
        let name = self.given.get(&id).cloned();
        let name = name.unwrap_or_else(|| Name::of_camel("Value"));
        if let TypeRef::Named(slot) = used
            && self.is_called(slot, &name)
        {
            return slot;
        }
        let slot = self.reserve();
        self.free(&name);
        self.fill_newtype(slot, name, used, id);
        slot
    }

    /// The definitions that no root leads to: people look for them, too.
    pub(super) fn definitions(&mut self) {
        let mut planned: HashSet<&Location> = HashSet::new();
        let rules = self.rules;
        let ids = || rules.all();
        for (id, rule) in ids() {
            if self.used[id.0 as usize].is_some() {
                planned.insert(&rule.location);
            }
        }
        for (id, rule) in ids() {
            let is_alias = self.aliases.follow(id) != id;
            if self.is_definition(id) && !is_alias && planned.insert(&rule.location) {
                self.definition(id);
            }
        }
    }

    /// Claims the names of all definitions, so that what has none of its own takes none of theirs.
    /// A name that several documents give to different definitions, or one of them to itself, is
    /// nobody's: each of them has its document's name before it, whatever other documents there are.
    pub(super) fn claim_definitions(&mut self) {
        let rules = self.rules;
        let renamed = self.handed_on();
        let mut owners: HashMap<Name, HashSet<&str>> = HashMap::new();
        for (id, name) in &self.given {
            let document = &*rules.get(*id).location.document;
            owners.entry(name.clone()).or_default().insert(document);
        }
        let mut ids: Vec<RuleId> = rules.all().map(|(id, _)| id).collect();
        ids.retain(|id| {
            let is_own = self.is_definition(*id) && self.aliases.follow(*id) == *id;
            is_own && !self.given.contains_key(id)
        });
        ids.sort_by_key(|id| (&rules.get(*id).location, *id));
        let alike = ids.chunk_by(|one, two| rules.get(*one).location == rules.get(*two).location);
        // Of a schema in several dynamic scopes, it is not known yet which get a type.
        let alone = alike.filter_map(|same| match same {
            [id] => Some(*id),
            _ => None,
        });
        let mut wanted: Vec<(RuleId, Name)> = Vec::new();
        let alone: Vec<RuleId> = alone.collect();
        let spaces = Spaces::of(rules, alone.iter().copied(), HashSet::new());
        let located =
            |(id, name): (&RuleId, &Name)| (rules.get(*id).location.clone(), name.clone());
        let known: HashMap<Location, Name> = self.given.iter().map(located).collect();
        for same in alone.chunk_by(|one, two| self.document(*one) == self.document(*two)) {
            wanted.extend(self.of_document(same, &spaces, &known));
        }
        for (id, name) in &wanted {
            let own = owners.entry(name.clone()).or_default();
            own.insert(self.document(*id));
        }
        // A document that only refers to one of its definitions is that one, where the two are
        // called the same.
        let roots = self.given.iter();
        let roots = roots.filter_map(|(root, name)| Some((self.referred(*root)?, name.clone())));
        let roots: HashSet<(RuleId, Name)> = roots.collect();
        let is_shared = |name: &Name| owners.get(name).is_some_and(|it| it.len() > 1);
        let (shared, own): (Vec<_>, Vec<_>) = wanted
            .into_iter()
            .partition(|it| is_shared(&it.1) && !roots.contains(it));
        let told = shared.into_iter().map(|(id, name)| {
            let path = stem(&rules.get(id).location.document);
            // The folders, too: files of one name would be told apart by their order.
            let file = path.split_once("://").map_or(path, |(_, rest)| rest);
            (id, Name::of_type(file).and(name.plain()))
        });
        let configured = self.given.iter();
        let configured = configured.filter(|(id, _)| rules.get(**id).rust_name.is_some());
        let configured: HashSet<Name> = configured.map(|(_, name)| name.clone()).collect();
        for named in own.into_iter().chain(told) {
            let is_root = roots.contains(&named);
            let (id, name) = named;
            let name = if let Some(root) = renamed.get(&id) {
                root.clone()
            } else if is_root {
                name
            } else if configured.contains(&name) {
                // As where nobody gave it to another type.
                self.names.claim(&name.and(Kind::Value.word()))
            } else {
                self.names.claim(&name)
            };
            self.given.insert(id, name);
        }
        let located = |id: &RuleId| (rules.get(*id).location.clone(), *id);
        self.defined = self.given.keys().map(located).collect();
    }

    /// What a schema refers to, where it says nothing else.
    fn referred(&self, id: RuleId) -> Option<RuleId> {
        meant(self.rules.get(id)).map(|it| self.aliases.follow(it))
    }

    /// The definitions that have the name which somebody gave to their document, since that only refers to them. The
    /// document of a nullable one is a newtype.
    fn handed_on(&mut self) -> BTreeMap<RuleId, Name> {
        let rules = self.rules;
        let called = self.given.iter().filter(|(id, _)| {
            let rule = rules.get(**id);
            rule.rust_name.is_some() && rule.location.pointer.is_empty()
        });
        let targets = called.filter_map(|(root, name)| {
            let target = self.referred(*root)?;
            let is_own = self.document(target) == self.document(*root);
            is_own.then(|| (target, name.clone()))
        });
        let mut targets: BTreeMap<RuleId, Name> = targets.collect();
        targets.retain(|target, _| {
            let atoms = self.joined(&[*target]);
            !self.is_nullable(&atoms)
        });
        targets
    }

    fn document(&self, id: RuleId) -> &'_ str {
        &self.rules.get(id).location.document
    }

    /// What the definitions of one document are called. Of those that have one name there, the outermost keeps it,
    /// and others have the name of what they stand in before it.
    fn of_document(
        &self,
        ids: &[RuleId],
        spaces: &Spaces<'_>,
        known: &HashMap<Location, Name>,
    ) -> Vec<(RuleId, Name)> {
        let pointer = |id: &RuleId| self.rules.get(*id).location.pointer.as_str();
        let entry = |id: &RuleId| self.rules.get(*id).entry.as_deref().unwrap_or("Value");
        let mut outermost: HashMap<&str, RuleId> = HashMap::new();
        for id in ids {
            let outer = outermost.entry(entry(id)).or_insert(*id);
            if depth(pointer(id)) < depth(pointer(outer)) {
                *outer = *id;
            }
        }
        let call = |id: &RuleId| {
            let name = Name::of_type(spaces.short(entry(id)));
            if outermost.get(entry(id)) == Some(id) {
                return name;
            }
            let at = holder(pointer(id));
            let holder = Location {
                document: self.rules.get(*id).location.document.clone(),
                pointer: at.to_owned(),
            };
            let token = || Some(Name::of_type(spaces.short(&last_word(at)?)));
            match known.get(&holder).cloned().or_else(token) {
                Some(holder) => holder.and(name.plain()),
                None => name,
            }
        };
        let mut names: Vec<Name> = ids.iter().map(call).collect();
        let entries: Vec<Option<&str>> = ids.iter().map(|id| Some(entry(id))).collect();
        tell_apart(&mut names, &entries, Name::of_type);
        ids.iter().copied().zip(names).collect()
    }

    /// Whether a schema has a name of its own.
    pub(super) fn is_definition(&self, id: RuleId) -> bool {
        let rule = self.rules.get(id);
        rule.rust_name.is_some() || rule.entry.is_some()
    }

    /// The type of a schema that has a name of its own.
    pub(super) fn definition(&mut self, id: RuleId) -> TypeRef {
        let again = match self.definitions.get(&id) {
            Some(Some(done)) => return done.clone(),
            Some(None) => true,
            None => false,
        };
        let atoms = self.joined(&[id]);
        let is_root = self.roots.contains(&id);
        let given = self.given.get(&id).cloned();
        if again {
            // Reached from inside itself: what is being planned is found by key.
            let name = given.unwrap_or_else(|| Name::of_camel("Value"));
            let wish = Wish::new(&name, false, id, false);
            return self.plan(atoms, Kinds::ALL, &wish);
        }
        // What it only refers to is planned first, by its own name: it may lead back to itself.
        if let Some(next) = self.rules.get(id).refers_to() {
            let target = self.aliases.follow(next);
            if self.is_definition(target) {
                self.definition(target);
            }
        }
        self.definitions.insert(id, None);
        let name = given.unwrap_or_else(|| {
            let entry = self.rules.get(id).entry.as_deref().unwrap_or("Value");
            self.names.claim(&Name::of_type(entry))
        });
        let nullable = self.is_nullable(&atoms);
        // A nullable definition is seen through where it is used; the name
        // goes to its inner type, or to the newtype that a root is.
        let wish = if nullable && is_root {
            Wish::new(&name.and("Value"), false, id, false)
        } else {
            Wish::new(&name, true, id, false)
        };
        let planned = self.plan(atoms, Kinds::ALL, &wish);
        self.warn_if_never(&[id], &planned, &wish);
        let used = match &planned {
            TypeRef::Nullable(_) | TypeRef::Any | TypeRef::Never => planned,
            TypeRef::Named(slot) if self.is_called(*slot, &name) => planned,
            _ => {
                let slot = self.reserve();
                self.free(&name);
                self.fill_newtype(slot, name, planned, id);
                TypeRef::Named(slot)
            }
        };
        self.definitions.insert(id, Some(used.clone()));
        // What others say in it has been noted, of itself it may say nothing.
        self.used[id.0 as usize].get_or_insert_with(|| used.clone());
        used
    }

    /// The type of the one definition that says all that a key does.
    pub(super) fn defined(&mut self, key: &Key) -> Option<TypeRef> {
        let owner = match key.atoms.single() {
            Some(owner) => Some(owner).filter(|id| self.is_definition(*id)),
            None if key.atoms.list.is_empty() => {
                let mut owners = key.all.owns().filter(|id| self.is_definition(*id));
                owners.next().filter(|_| owners.next().is_none())
            }
            None => None,
        };
        // One that is being planned asks for its parts.
        let owner = owner.filter(|id| !matches!(self.definitions.get(id), Some(None)))?;
        // The definition's own name comes before that of a use.
        let used = self.definition(owner);
        let null = Kinds::NULL;
        let says_all = self.kinds_of(owner).without(null) == key.kinds.without(null);
        let inner = match used {
            TypeRef::Nullable(inner) => *inner,
            used => used,
        };
        let is_named = says_all && matches!(inner, TypeRef::Named(_));
        is_named.then(|| {
            if key.kinds.contains(null) {
                inner.nullable()
            } else {
                inner
            }
        })
    }
}

fn depth(pointer: &str) -> usize {
    pointer.matches('/').count()
}

/// What holds the list of definitions that one stands in: `/definitions/line` of `/definitions/line/definitions/item`; where
/// the list has a name of its own, as in `/$defs/group/item`, that list.
fn holder(pointer: &str) -> &str {
    let list = pointer.rsplit_once('/').map_or("", |(list, _)| list);
    match list.rsplit_once('/') {
        Some((holder, "$defs" | "definitions" | "schemas")) => holder,
        _ => list,
    }
}

/// The last token of a pointer that is no number.
fn last_word(pointer: &str) -> Option<String> {
    let is_number = |token: &str| token.bytes().all(|it| it.is_ascii_digit());
    let mut tokens = pointer.rsplit('/');
    tokens.find(|token| !is_number(token)).map(unescape)
}
