//! `Rules` → `Model`: which Rust type each schema becomes.
//!
//! A type is planned from the [`Atoms`] that apply to a value and the kinds
//! that are still possible for it. Both together are the [`Key`] under which
//! a type is kept, so that the same meaning, reached by any way, is one type.
//! What a shape cannot express stays in the set and becomes the type's
//! predicates.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::config::kinds::Numbers;
use crate::config::settings::Config;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::evaluate::ground::Ground;
use crate::evaluate::run::Run;

use super::aliases::Aliases;
use super::atoms::Atoms;
use super::found::{Asking, Found};
use super::key::{Key, Wish};
use super::loops::Loops;
use super::model::{
    Check, Inside, Integer, Model, Newtype, RootType, Shape, Type, TypeId, TypeRef,
};
use super::shortened::{Kind, Shortened};
use crate::names::name::Name;
use crate::names::scope::Scope;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::location::Location;
use crate::rules::rule::Rules;

/// So many types may come of merging, whatever the schemas.
const FREELY_MERGED: usize = 1_000;

/// And so many more for each schema.
const MOST_PER_RULE: usize = 4;

/// As many schemas are joined to one type without a second thought.
const MANY_JOINED: usize = 64;

/// So many schemas beyond that are joined, over all types.
const FREELY_JOINED: usize = 1_000;

/// How far a key has come.
#[derive(Debug, Clone)]
enum Progress {
    /// Being planned; the identifier is there once something needed it.
    Begun(Option<TypeId>),
    /// Planned.
    Done(TypeRef),
}

/// Plans types.
pub(super) struct Planner<'a> {
    pub(super) rules: &'a Rules,
    /// What values are evaluated by.
    pub(super) ground: Ground<'a>,
    pub(super) loops: Loops,
    /// What the rules that are nothing but one reference stand for.
    pub(super) aliases: Aliases,
    /// The type of an integer without narrower bounds.
    pub(super) widest: Integer,
    /// Whether formats name floats: every digit counts otherwise.
    pub(super) has_floats: bool,
    /// Whether draft 4's integers, and others, are in one module.
    pub(super) mixes_integers: bool,
    /// What rules say about null.
    pub(super) about_null: Run<'a, 'static>,
    /// And about `false` and `true`.
    pub(super) about_booleans: [Run<'a, 'static>; 2],
    pub(super) types: Vec<Option<Type>>,
    progress: HashMap<Key, Progress>,
    /// `None` while a definition is being planned.
    pub(super) definitions: HashMap<RuleId, Option<TypeRef>>,
    /// The types from elsewhere that texts are read as, by path.
    pub(super) parsed: HashMap<String, TypeId>,
    /// The names that are settled before anything is planned.
    pub(super) given: BTreeMap<RuleId, Name>,
    /// Where the schemas stand whose names are settled.
    pub(super) defined: HashMap<Location, RuleId>,
    /// The names that titles of inline schemas give.
    pub(super) titled: HashMap<RuleId, Name>,
    pub(super) roots: HashSet<RuleId>,
    /// The claimed names that a type already has.
    pub(super) spent: HashSet<Name>,
    pub(super) kinds: HashMap<RuleId, Option<Kinds>>,
    /// What errors name where schemas are used.
    pub(super) places: HashMap<Asking, Found>,
    pub(super) names: Scope,
    pub(super) shortened: Shortened,
    pub(super) used: Vec<Option<TypeRef>>,
    /// How many schemas beyond [`MANY_JOINED`] have been joined.
    joined: usize,
    /// The uses that joined them: a schema that comes back to itself is the same again.
    widely: HashSet<Vec<RuleId>>,
    /// What nobody asks for on purpose.
    pub(super) warnings: Vec<Diagnostic>,
    /// The rules of which a warning says that no type holds their values.
    pub(super) told: HashSet<RuleId>,
}

/// Plans every type that the roots need, and the definitions; the
/// configuration says which types integers and maps have.
///
/// # Errors
///
/// Two schemas that want the same Rust name; a type from elsewhere for a
/// schema that is no type of its own.
pub fn plan(rules: Rules, config: &Config) -> Result<Model, Diagnostics> {
    let mut model = planned(&rules, config)?;
    model.rules = rules;
    Ok(model)
}

fn planned(rules: &Rules, config: &Config) -> Result<Model, Diagnostics> {
    let given = super::given::names(rules)?;
    let mut names = Scope::with(&["Self"]);
    for name in given.values() {
        names.claim(name);
    }
    let mut planner = Planner {
        rules,
        ground: Ground::new(rules),
        loops: Loops::of(rules),
        aliases: Aliases::of(rules),
        widest: Integer::widest(config.integers),
        has_floats: config.numbers != Numbers::Exact,
        mixes_integers: matches!(rules.written_integers(), (true, false)),
        about_null: Run::new(Ground::new(rules)),
        about_booleans: [Ground::new(rules); 2].map(Run::new),
        types: Vec::new(),
        progress: HashMap::new(),
        definitions: HashMap::new(),
        parsed: HashMap::new(),
        roots: rules.roots.iter().map(|root| root.rule).collect(),
        spent: HashSet::new(),
        given,
        defined: HashMap::new(),
        titled: HashMap::new(),
        kinds: HashMap::new(),
        places: HashMap::new(),
        names,
        shortened: Shortened::default(),
        used: vec![None; rules.rules.len()],
        joined: 0,
        widely: HashSet::new(),
        warnings: Vec::new(),
        told: HashSet::new(),
    };
    planner.claim_definitions();
    planner.claim_titles();
    let mut roots = Vec::with_capacity(rules.roots.len());
    for root in &rules.roots {
        let id = planner.root(root.rule);
        roots.push(RootType {
            schema: root.name.clone(),
            id,
        });
    }
    planner.definitions();
    planner.record_replaced();
    let mut model = Model {
        types: planner.types.into_iter().flatten().collect(),
        roots,
        used: planner.used,
        maps: config.types.maps,
        numbers: config.numbers,
        every_digit: config.keeps_digits(),
        warnings: planner.warnings,
        rules: Rules::default(),
    };
    super::foreign::replace(rules, &planner.definitions, &mut model)?;
    super::facts::settle(&planner.definitions, &mut model);
    super::depth::cut(&mut model);
    super::cycles::box_cycles(&mut model);
    Ok(model)
}

impl Planner<'_> {
    /// The type of a use of schemas that all apply to one value.
    pub(super) fn used(&mut self, sources: &[RuleId], wish: &Wish) -> TypeRef {
        let used = match sources {
            [] => TypeRef::Any,
            [only] => {
                let target = self.aliases.follow(*only);
                if self.is_definition(target) {
                    self.definition(target)
                } else {
                    let atoms = self.joined(&[target]);
                    let titled = self.titled(target, wish);
                    self.plan(atoms, Kinds::ALL, titled.as_ref().unwrap_or(wish))
                }
            }
            [first, others @ ..] if self.is_crowded() => {
                let mut atoms = Atoms::of(self.rules, &[*first]);
                atoms.require(others);
                self.plan(atoms.in_order(), Kinds::ALL, wish)
            }
            _ => {
                let atoms = self.joined(sources);
                self.plan(atoms, Kinds::ALL, wish)
            }
        };
        self.warn_if_never(sources, &used, wish);
        used
    }

    /// What schemas say that all apply to one value. Of schemas that go back to one another over many
    /// steps, each repeats those before it: once that has been done often, what a schema refers to is a
    /// predicate.
    pub(super) fn joined(&mut self, sources: &[RuleId]) -> Atoms {
        if self.joined > FREELY_JOINED && !self.widely.contains(sources) {
            let near = || Atoms::near(self.rules, sources);
            return Atoms::within(self.rules, sources, MANY_JOINED).unwrap_or_else(near);
        }
        let atoms = Atoms::of(self.rules, sources);
        if atoms.list.len() > MANY_JOINED && self.widely.insert(sources.to_vec()) {
            self.joined += atoms.list.len() - MANY_JOINED;
        }
        atoms
    }

    /// Whether there are so many types already that schemas which apply
    /// together are no longer merged, nor arms with what stands beside them:
    /// merging alone can make a type of each subset of the schemas.
    pub(super) fn is_crowded(&self) -> bool {
        self.types.len() > FREELY_MERGED + MOST_PER_RULE * self.rules.rules.len()
    }

    /// The type of a value to which all atoms apply and that is of one of the
    /// kinds.
    pub(super) fn plan(&mut self, atoms: Atoms, kinds: Kinds, wish: &Wish) -> TypeRef {
        let merged = atoms.clone();
        let planned = self.planned(atoms, kinds, wish);
        self.record(&merged, &planned);
        planned
    }

    pub(super) fn planned(&mut self, atoms: Atoms, kinds: Kinds, wish: &Wish) -> TypeRef {
        let Some(key) = self.key(atoms, kinds) else {
            return TypeRef::Never;
        };
        if let Some(own) = self.own_kinds(&key, wish) {
            return own;
        }
        // What has a name of its own extends another definition, and is not around it.
        if let Some(defined) = self.defined(&key).filter(|_| !wish.claimed) {
            return defined;
        }
        if key.atoms.list.is_empty()
            && let Some(plain) = plain(key.kinds, self.widest)
        {
            return plain;
        }
        match self.progress.get(&key) {
            Some(Progress::Done(done)) => return done.clone(),
            Some(Progress::Begun(_)) if self.is_seen_through(&key) => {
                let rest = key.kinds.without(Kinds::NULL);
                return self.plan(key.all, rest, wish).nullable();
            }
            Some(Progress::Begun(_)) => return TypeRef::Named(self.begin(&key)),
            None => {}
        }
        self.progress.insert(key.clone(), Progress::Begun(None));
        let mut planned = self.shape(&key, wish);
        if let Some(Progress::Begun(Some(slot))) = self.progress.get(&key) {
            let slot = *slot;
            if self.types[slot.0 as usize].is_none() {
                let name = self.name(wish, Kind::Value);
                self.fill_newtype(slot, name, planned, wish.site);
            }
            planned = TypeRef::Named(slot);
        }
        self.progress.insert(key, Progress::Done(planned.clone()));
        planned
    }

    /// The identifier of a key's type.
    pub(super) fn begin(&mut self, key: &Key) -> TypeId {
        if let Some(Progress::Begun(Some(slot))) = self.progress.get(key) {
            return *slot;
        }
        let slot = self.reserve();
        self.progress
            .insert(key.clone(), Progress::Begun(Some(slot)));
        slot
    }

    /// Renames the type that has taken a name which another one needs.
    pub(super) fn free(&mut self, name: &Name) {
        if self.spent.insert(name.clone()) {
            return;
        }
        let other = self.names.claim(&name.and("Value"));
        let mut types = self.types.iter_mut().flatten();
        let holder = types.find(|ty| ty.name == *name);
        if let Some(holder) = holder {
            holder.name = other;
        }
    }

    /// Puts the type of a key into its place, with the key's predicates.
    pub(super) fn finish_key(
        &mut self,
        slot: TypeId,
        key: &Key,
        wish: &Wish,
        name: Name,
        shape: Shape,
    ) -> TypeRef {
        self.finish_checked(slot, key, wish, name, shape, key.atoms.checks())
    }

    /// Puts the type of a key into its place, with predicates of its own.
    pub(super) fn finish_checked(
        &mut self,
        slot: TypeId,
        key: &Key,
        wish: &Wish,
        name: Name,
        shape: Shape,
        checks: Vec<Check>,
    ) -> TypeRef {
        let source = key.atoms.single().or_else(|| self.outermost(&key.atoms));
        let source = source.unwrap_or(wish.site);
        let held = match &shape {
            Shape::Newtype(newtype) => newtype.inner.clone(),
            _ => TypeRef::Named(slot),
        };
        let place = self.place(&key.all, &held, source);
        self.shortened.held(&name, slot);
        let rule = self.rules.get(source);
        self.types[slot.0 as usize] = Some(Type {
            name,
            location: rule.location.clone(),
            place,
            notes: rule.notes.clone(),
            rules: key.atoms.owns().collect(),
            shape,
            checks,
        });
        TypeRef::Named(slot)
    }

    pub(super) fn reserve(&mut self) -> TypeId {
        let id = TypeId(u32::try_from(self.types.len()).unwrap_or(u32::MAX));
        self.types.push(None);
        id
    }

    pub(super) fn is_called(&self, slot: TypeId, name: &Name) -> bool {
        self.types[slot.0 as usize]
            .as_ref()
            .is_some_and(|ty| ty.name == *name)
    }

    pub(super) fn fill_newtype(&mut self, slot: TypeId, name: Name, inner: TypeRef, rule: RuleId) {
        let place = self.place_of(&[rule], &inner, rule);
        let rule = self.rules.get(rule);
        let ty = Type {
            name,
            location: rule.location.clone(),
            place,
            notes: rule.notes.clone(),
            rules: Vec::new(),
            shape: Shape::Newtype(Newtype::new(inner, Vec::new())),
            checks: Vec::new(),
        };
        self.types[slot.0 as usize] = Some(ty);
    }
}

/// The type of a value about which nothing but its kind is known.
fn plain(kinds: Kinds, widest: Integer) -> Option<TypeRef> {
    Some(match kinds {
        Kinds::ALL => TypeRef::Any,
        Kinds::NULL => TypeRef::Null,
        Kinds::BOOLEAN => TypeRef::Boolean,
        Kinds::INTEGER => TypeRef::Integer(widest),
        Kinds::NUMBER => TypeRef::Number,
        Kinds::STRING => TypeRef::Text,
        Kinds::ARRAY => TypeRef::List(Inside::any()),
        Kinds::OBJECT => TypeRef::Map(Inside::any()),
        _ => return None,
    })
}
