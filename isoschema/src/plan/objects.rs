//! Objects: declared members, bags by pattern, the others.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use crate::keywords::property_names::PropertyNames;
use crate::keywords::regex::Pattern;
use crate::keywords::table::Word;

use super::atoms::Atom;
use super::key::{Key, Wish};
use super::model::{
    Check, Field, Inside, Newtype, Part, PatternBag, Place, Shape, Struct, TypeId, TypeRef,
};
use super::planner::Planner;
use super::shortened::Kind;
use crate::names::apart::tell_apart;
use crate::names::name::{Name, camel};
use crate::names::scope::Scope;
use crate::regular::{Language, combinations};
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::notes::Notes;
use crate::rules::rule::Rule;

impl Planner<'_> {
    pub(super) fn object(&mut self, key: &Key, wish: &Wish) -> TypeRef {
        let rules = self.rules;
        let rests = key.atoms.rests(rules, Word::UnevaluatedProperties);
        let owners: Vec<&Rule> = key
            .atoms
            .owns()
            .map(|id| rules.get(id))
            .chain(&rests)
            .collect();
        let mut required: HashMap<&str, &Rule> = HashMap::new();
        let mut names: IndexMap<&str, ()> = IndexMap::new();
        let mut patterns: IndexMap<&str, Vec<RuleId>> = IndexMap::new();
        for owner in &owners {
            let properties = owner.properties();
            names.extend(properties.named.keys().map(|name| (name.as_str(), ())));
            for name in owner.required() {
                required.entry(name).or_insert(owner);
            }
            for (pattern, rule) in &properties.patterns {
                let sources = patterns.entry(pattern.source()).or_default();
                if sources.last() != Some(rule) {
                    sources.push(*rule);
                }
            }
        }
        for owner in &owners {
            names.extend(owner.required().iter().map(|name| (name.as_str(), ())));
        }
        if names.is_empty() && patterns.is_empty() {
            let inside = self.additional(&owners, wish);
            // One that has no members at all is a struct without fields.
            if inside.0 != TypeRef::Never {
                return self.map(key, inside, wish);
            }
        }
        let slot = self.begin(key);
        let name = self.name(wish, Kind::Object);
        let inner = wish.inner(&name);
        let mut scope = Scope::default();
        let mut fields = Vec::with_capacity(names.len());
        let declaring = Declaring::of(&owners);
        let words = names.keys().map(|name| camel(name)).collect();
        let members: Vec<Option<&str>> = names.keys().copied().map(Some).collect();
        let mut idents: Vec<Name> = names.keys().map(|name| Name::of_member(name)).collect();
        tell_apart(&mut idents, &members, Name::of_member);
        for (member, ident) in names.keys().zip(&idents) {
            let sources = Self::sources(declaring.of_member(member), member);
            let site = sources.first().copied().unwrap_or(wish.site);
            let declares = self.declares(declaring.of_member(member), member);
            let suffix = if *ident == Name::of_member(member) {
                camel(member)
            } else {
                camel(ident.plain())
            };
            let part = inner.member(&suffix, &words, &sources, declares, site);
            let ty = self.used(&sources, &part);
            let notes = sources
                .first()
                .map_or_else(Notes::default, |source| self.documented(*source));
            fields.push(Field {
                name: (*member).to_owned(),
                ident: scope.claim(ident),
                required: required.get(member).map(|owner| owner.at("required")),
                constant: None,
                notes,
                location: self.rules.get(site).location.to_string(),
                place: self.place_of(&sources, &ty, site),
                ty,
            });
        }
        let is_map = patterns.len() == 1 && names.is_empty();
        let bags = self.pattern_bags(&patterns, is_map, &inner, &mut scope);
        let (additional, additional_place) = self.additional(&owners, &inner);
        let mut checks = key.atoms.checks();
        if self.patterns_overlap(&owners, &patterns) {
            checks.extend(key.atoms.owns().filter_map(|id| {
                let properties = rules.get(id).properties();
                let counts = !properties.patterns.is_empty() || properties.additional.is_some();
                counts.then_some(Check {
                    rule: id,
                    part: Part::Patterns,
                })
            }));
            let rest = |atom: &Atom| match atom {
                Atom::Rest(Word::UnevaluatedProperties, _) => Some(atom.check()),
                _ => None,
            };
            checks.extend(key.atoms.list.iter().filter_map(rest));
        }
        let additional_ident = bag(&scope, "additional_properties", "undeclared_properties");
        let shape = Shape::Struct(Struct {
            fields,
            patterns: bags,
            additional,
            additional_ident: scope.claim(&additional_ident),
            additional_place,
        });
        self.finish_checked(slot, key, wish, name, shape, checks)
    }

    /// Members by the patterns of their names; `is_map` where nothing else is known of the object, which
    /// reads like a map then.
    fn pattern_bags(
        &mut self,
        patterns: &IndexMap<&str, Vec<RuleId>>,
        is_map: bool,
        inner: &Wish,
        scope: &mut Scope,
    ) -> Vec<PatternBag> {
        let usual = bag(scope, "pattern_properties", "matching_properties");
        let words = words_of_patterns(patterns);
        let unnamed = words.iter().filter(|word| word.is_none()).count();
        let mut bags = Vec::with_capacity(patterns.len());
        let mut number = 0;
        for ((pattern, sources), word) in patterns.iter().zip(words) {
            let (part, wanted) = match &word {
                Some(word) => {
                    let bag = Name::of_member(word).and("_properties");
                    (format!("{word}Property"), bag)
                }
                None if unnamed == 1 => ("Pattern".to_owned(), usual.clone()),
                None => {
                    number += 1;
                    let part = format!("Pattern{number}");
                    (part, usual.and(&format!("_{number}")))
                }
            };
            let part = if is_map {
                inner.one("Value", sources[0])
            } else {
                inner.part(&part, sources[0])
            };
            let ty = self.used(sources, &part);
            bags.push(PatternBag {
                pattern: (*pattern).to_owned(),
                ident: scope.claim(&wanted),
                word,
                location: self.rules.get(sources[0]).location.to_string(),
                place: self.place_of(sources, &ty, sources[0]),
                ty,
            });
        }
        bags
    }

    /// An object without declared members.
    fn map(&mut self, key: &Key, (value, place): (TypeRef, Place), wish: &Wish) -> TypeRef {
        let mut checks = key.atoms.checks();
        let inside = Inside {
            ty: Box::new(value),
            place,
            key: self.codes_of_names(&mut checks, wish),
            fixed: None,
        };
        let map = TypeRef::Map(inside);
        if checks.is_empty() {
            return map;
        }
        let slot = self.begin(key);
        let name = self.name(wish, Kind::Map);
        let shape = Shape::Newtype(Newtype::new(map, Vec::new()));
        self.finish_checked(slot, key, wish, name, shape, checks)
    }

    /// The enum of the names that `propertyNames` lists, whose predicate is then no longer needed.
    fn codes_of_names(&mut self, checks: &mut Vec<Check>, wish: &Wish) -> Option<TypeId> {
        let part = Part::Keyword(Word::PropertyNames);
        let (index, id) = (0..checks.len()).find_map(|index| {
            let check = checks[index];
            let names = self.rules.get(check.rule).get::<PropertyNames>();
            let names = names.filter(|_| check.part == part)?.0;
            Some((index, self.codes(names, wish)?))
        })?;
        checks.remove(index);
        Some(id)
    }

    /// The enum that a schema of names becomes, where it lists texts and takes
    /// nothing else.
    fn codes(&mut self, names: RuleId, wish: &Wish) -> Option<TypeId> {
        if !self.lists_codes(names) {
            return None;
        }
        let wish = wish.part("Key", names);
        let used = if self.is_definition(self.aliases.follow(names)) {
            self.used(&[names], &wish)
        } else {
            // Names are texts, whether a schema says so or not.
            let atoms = self.joined(&[names]);
            self.plan(atoms, Kinds::STRING, &wish)
        };
        let ty = self.types[used.held()?.0 as usize].as_ref()?;
        let is_closed = matches!(&ty.shape, Shape::Values(it) if it.text && !it.open);
        used.held().filter(|_| is_closed && ty.checks.is_empty())
    }

    /// What the members may be that are neither declared nor match a pattern.
    fn additional(&mut self, owners: &[&Rule], wish: &Wish) -> (TypeRef, Place) {
        let mut sources: Vec<RuleId> = owners
            .iter()
            .filter_map(|owner| owner.properties().additional)
            .collect();
        sources.sort_unstable();
        sources.dedup();
        let site = sources.first().copied().unwrap_or(wish.site);
        let ty = self.used(&sources, &wish.one("Value", site));
        let place = self.place_of(&sources, &ty, site);
        (ty, place)
    }

    /// The schemas that apply to a member.
    fn sources<'r>(owners: impl Iterator<Item = &'r Rule>, member: &str) -> Vec<RuleId> {
        let mut sources = Vec::new();
        for owner in owners {
            let before = sources.len();
            let properties = owner.properties();
            sources.extend(properties.named.get(member));
            let patterns = properties.patterns.iter();
            let matching = patterns.filter(|(pattern, _)| pattern.is_found_in(member));
            sources.extend(matching.map(|(_, rule)| rule));
            if sources.len() == before {
                sources.extend(properties.additional);
            }
        }
        let mut seen = HashSet::new();
        sources.retain(|source| seen.insert(*source));
        sources
    }

    /// The name of the definition that declares a member, also for what extends it by `allOf`: the types
    /// of its members are called by it, whoever asks first.
    fn declares<'r>(&self, owners: impl Iterator<Item = &'r Rule>, member: &str) -> Option<&Name> {
        let mut owners = owners.filter(|owner| owner.properties().named.contains_key(member));
        let (owner, None) = (owners.next()?, owners.next()) else {
            return None;
        };
        let mut location = owner.location.clone();
        if owner.made {
            return None;
        }
        loop {
            if let Some(definition) = self.defined.get(&location) {
                return self.given.get(definition);
            }
            let (all, _) = location.pointer.rsplit_once('/')?;
            let whole = all.strip_suffix("/allOf")?.to_owned();
            location.pointer = whole;
        }
    }

    /// Whether one undeclared member may be under more than one schema, so
    /// that the bag that it is put into does not say all.
    fn patterns_overlap<T>(&self, owners: &[&Rule], patterns: &IndexMap<&str, T>) -> bool {
        let limits_rest = |owner: &Rule| {
            let additional = owner.properties().additional;
            additional.is_some_and(|rule| self.rules.get(rule).verdict != Some(true))
        };
        let knows = |owner: &Rule, pattern: &str| {
            let mut own = owner.properties().patterns.iter();
            own.any(|(own, _)| own.source() == pattern)
        };
        let sources: Vec<&str> = patterns.keys().copied().collect();
        !are_apart(&sources)
            || patterns.keys().any(|pattern| {
                owners
                    .iter()
                    .any(|owner| limits_rest(owner) && !knows(owner, pattern))
            })
    }

    /// The documentation at a use, or else at what it refers to.
    fn documented(&self, source: RuleId) -> Notes {
        let mut notes = self.rules.get(source).notes.clone();
        let target = &self.rules.get(self.aliases.follow(source)).notes;
        if notes.default.is_none() {
            notes.default.clone_from(&target.default);
        }
        if notes.title.is_none() && notes.description.is_none() {
            notes.title.clone_from(&target.title);
            notes.description.clone_from(&target.description);
        }
        notes
    }
}

/// What each of several patterns is called, where one word begins or ends what it alone matches: `X` of `^x-`.
fn words_of_patterns<T>(patterns: &IndexMap<&str, T>) -> Vec<Option<String>> {
    let is_sign = |letter: char| !letter.is_ascii_alphanumeric();
    let word = |source: &&str| {
        let fixed = Pattern::fixed_in(source)?;
        Some(camel(fixed.trim_matches(is_sign)))
    };
    let words: Vec<Option<String>> = patterns.keys().map(word).collect();
    let is_alone = |word: &String| {
        let same = words.iter().flatten().filter(|it| *it == word);
        words.len() > 1 && same.count() == 1
    };
    let alone = words.iter().map(|it| it.clone().filter(is_alone));
    alone.collect()
}

/// What a bag is called: by its usual name, unless a member has it.
fn bag(scope: &Scope, usual: &str, other: &str) -> Name {
    let usual = Name::of_member(usual);
    if scope.is_free(&usual) {
        usual
    } else {
        Name::of_member(other)
    }
}

/// Whether no name matches two of some patterns; of many it is not asked.
fn are_apart(patterns: &[&str]) -> bool {
    const MOST: usize = 8;
    if patterns.len() < 2 {
        return true;
    }
    if patterns.len() > MOST {
        return false;
    }
    let languages = patterns.iter().map(|source| Language::of_pattern(source));
    let languages: Result<Vec<Language>, _> = languages.collect();
    languages.is_ok_and(|all| {
        let mut pairs = all.iter().enumerate().flat_map(|(index, one)| {
            let others = all.iter().skip(index + 1);
            others.map(move |other| [one, other])
        });
        pairs.all(|pair| {
            let found = combinations(&pair);
            found.is_ok_and(|found| found.iter().all(|found| found.of != [true, true]))
        })
    })
}

/// Which of the schemas of an object have something to say of a member.
struct Declaring<'r> {
    owners: &'r [&'r Rule],
    /// Those that speak of members whatever their names, by their positions.
    general: Vec<usize>,
    /// Those that do not, for each name that they declare.
    named: HashMap<&'r str, Vec<usize>>,
}

impl<'r> Declaring<'r> {
    fn of(owners: &'r [&'r Rule]) -> Self {
        let mut general = Vec::new();
        let mut named: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, owner) in owners.iter().enumerate() {
            let properties = owner.properties();
            if properties.patterns.is_empty() && properties.additional.is_none() {
                for name in properties.named.keys() {
                    named.entry(name).or_default().push(index);
                }
            } else {
                general.push(index);
            }
        }
        Self {
            owners,
            general,
            named,
        }
    }

    /// In the order of the schemas.
    fn of_member(&self, member: &str) -> impl Iterator<Item = &'r Rule> {
        let named = self.named.get(member).map_or(&[][..], Vec::as_slice);
        let mut found = [self.general.as_slice(), named].concat();
        found.sort_unstable();
        found.into_iter().map(|index| self.owners[index])
    }
}
