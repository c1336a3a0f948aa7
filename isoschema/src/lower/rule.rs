//! The rule: one schema object with its draft's peculiarities gone.
//!
//! A [`Rule`] holds what a schema object asserts, one field a keyword, under
//! the names and the meaning of draft 2020-12. Older spellings
//! (`definitions`, array-form `items`, `dependencies`, boolean
//! `exclusiveMinimum`, OpenAPI's `nullable`) are translated on the way here,
//! references are resolved to the rule that they lead to, and
//! `$dynamicRef` is resolved per dynamic scope. Nothing after this point
//! knows about drafts, URIs or files.

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use indexmap::IndexMap;

use crate::diagnostics::Diagnostic;
use crate::load::Json;
use crate::resolve::Assumptions;

pub use super::annotations::Notes;
use super::name::Name;
use super::number::Divisor;
pub use super::number::NumberText;
use super::temporal::Temporal;

/// The index of a rule in [`Rules::rules`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RuleId(pub u32);

/// Every rule of a run, and where to start.
#[derive(Debug, Default)]
pub struct Rules {
    /// All rules; a [`RuleId`] is an index into this list.
    pub rules: Vec<Rule>,
    /// The schemas to generate root types for, in the order of their names.
    pub roots: Vec<Root>,
    /// What the schemas say that somebody should look at.
    pub warnings: Vec<Diagnostic>,
    /// The references that strictly read lead nowhere, and yet are followed.
    pub assumed: Assumptions,
}

impl Rules {
    /// The rule behind an identifier.
    #[must_use]
    pub fn get(&self, id: RuleId) -> &Rule {
        &self.rules[id.0 as usize]
    }

    /// Whether some rules, and whether all rules that ask for integers are of
    /// draft 4, which takes `1.0` for none.
    #[must_use]
    pub fn written_integers(&self) -> (bool, bool) {
        let mut integers = self.rules.iter().filter(|rule| rule.asks_for_integers());
        let some = integers.clone().any(|rule| rule.written_integers);
        (some, some && integers.all(|rule| rule.written_integers))
    }
}

/// One schema that gets a root type.
#[derive(Debug, Clone)]
pub struct Root {
    /// The document's file stem: `200_get_leads-opportunities`.
    pub name: String,
    /// Its rule.
    pub rule: RuleId,
}

/// Where a schema object stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Location {
    /// The document's path relative to the schemas folder, `/`-separated.
    pub document: Arc<str>,
    /// The JSON Pointer inside it (RFC 6901), empty for the root.
    pub pointer: String,
}

impl std::fmt::Display for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}#{}", self.document, self.pointer)
    }
}

/// A set of JSON kinds; `integer` is a kind of its own inside `number`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Kinds(u8);

impl Kinds {
    /// No kind.
    pub const NONE: Self = Self(0);
    /// `null`.
    pub const NULL: Self = Self(1);
    /// `true` and `false`.
    pub const BOOLEAN: Self = Self(2);
    /// Numbers without a fractional part, `3.0` included.
    pub const INTEGER: Self = Self(4);
    /// Numbers with a fractional part.
    pub const FRACTION: Self = Self(8);
    /// All numbers.
    pub const NUMBER: Self = Self(4 | 8);
    /// Strings.
    pub const STRING: Self = Self(16);
    /// Arrays.
    pub const ARRAY: Self = Self(32);
    /// Objects.
    pub const OBJECT: Self = Self(64);
    /// Every kind.
    pub const ALL: Self = Self(127);

    /// The kinds in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The kinds in either set.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The kinds in this set but not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether every kind of the other set is in this one.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the sets share a kind.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether no kind is in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// One bound of a number. The text is the JSON number token as written, so
/// that no bound passes through a float.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Bound {
    /// The limit.
    pub limit: NumberText,
    /// Whether the limit itself is outside.
    pub exclusive: bool,
    /// The keyword that holds the limit.
    pub keyword: &'static str,
}

/// A count that a keyword gives (`maxItems: 2.0` is 2); counts above
/// `u64::MAX` are clamped, since no document reaches them.
pub type Count = u64;

/// `contains` with `minContains` and `maxContains`.
#[derive(Debug, Clone)]
pub struct Contains {
    /// What is looked for.
    pub rule: RuleId,
    /// At least so many items (1 where `minContains` is absent).
    pub min: Count,
    /// At most so many items.
    pub max: Option<Count>,
    /// A rule that every item fits: what is looked for, or anything else.
    pub either: Option<RuleId>,
    /// Whether a matching item counts as evaluated for `unevaluatedItems`
    /// (true from draft 2020-12 on).
    pub evaluates: bool,
}

/// The members that must be there where one is.
#[derive(Debug, Clone)]
pub struct Dependency {
    /// The one.
    pub present: String,
    /// The others, without repetitions.
    pub needed: Vec<String>,
    /// The keyword that says so.
    pub keyword: &'static str,
}

impl Contains {
    /// The keyword that says how many items there must be.
    #[must_use]
    pub fn least_keyword(&self) -> &'static str {
        if self.min == 1 {
            "contains"
        } else {
            "minContains"
        }
    }
}

/// `if` with `then` and `else`; at least one of the two is there.
#[derive(Debug, Clone)]
pub struct Conditional {
    /// The condition.
    pub condition: RuleId,
    /// Applies where the condition holds.
    pub then: Option<RuleId>,
    /// Applies where it does not.
    pub otherwise: Option<RuleId>,
}

/// What one schema object says.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "keywords are what they are")]
pub struct Rule {
    /// Where it stands.
    pub location: Location,
    /// The name it goes by, where it has one: the file stem of a root, the
    /// key under `$defs`, `definitions` or `components/schemas`, an anchor.
    pub entry: Option<String>,
    /// The Rust name that the configuration gives it.
    pub rust_name: Option<Name>,
    /// The path of a type from elsewhere that stands for it.
    pub foreign: Option<String>,
    /// Its documentation and other annotations.
    pub notes: Notes,
    /// Whether it was made while lowering and stands for no schema object.
    pub made: bool,

    /// `true` and `false` as schemas.
    pub verdict: Option<bool>,
    /// `type` (and OpenAPI 3.0's `nullable`).
    pub types: Option<Kinds>,
    /// Draft 4: a number written with a fraction or an exponent is no
    /// integer, whatever its value (`1.0` is refused where `types` has
    /// integers only).
    pub written_integers: bool,
    /// `enum`.
    pub enumeration: Option<Vec<Json>>,
    /// The values of `enum`, to be looked up; made where there are many.
    pub(super) listed: OnceLock<HashSet<String>>,
    /// Whether the configuration opens `enum`: other texts are accepted too.
    pub open: bool,
    /// Why it does.
    pub open_reason: Option<String>,
    /// `const`.
    pub constant: Option<Json>,

    /// `multipleOf`.
    pub multiple_of: Option<Divisor>,
    /// `minimum` and `exclusiveMinimum`.
    pub minimum: Vec<Bound>,
    /// `maximum` and `exclusiveMaximum`.
    pub maximum: Vec<Bound>,

    /// `minLength`, in Unicode scalar values.
    pub min_length: Option<Count>,
    /// `maxLength`, in Unicode scalar values.
    pub max_length: Option<Count>,
    /// `pattern`, an ECMA-262 regular expression that has been compiled once.
    pub pattern: Option<String>,
    /// `format`, where it is asserted (elsewhere it is in [`Notes::format`]).
    pub format: Option<String>,
    /// What a text means, where it is to convert to a date.
    pub temporal: Option<Temporal>,
    /// `contentEncoding`, where it is asserted.
    pub content_encoding: Option<String>,
    /// `contentMediaType`, where it is asserted.
    pub content_media_type: Option<String>,

    /// `prefixItems`.
    pub prefix_items: Vec<RuleId>,
    /// `items`: what holds for every item behind the prefix.
    pub items: Option<RuleId>,
    /// `contains`.
    pub contains: Option<Contains>,
    /// `uniqueItems: true`.
    pub unique_items: bool,
    /// `minItems`.
    pub min_items: Option<Count>,
    /// `maxItems`.
    pub max_items: Option<Count>,
    /// `unevaluatedItems`.
    pub unevaluated_items: Option<RuleId>,

    /// `properties`, in the order of the schema.
    pub properties: IndexMap<String, RuleId>,
    /// `patternProperties`, each pattern compiled once.
    pub pattern_properties: Vec<(String, RuleId)>,
    /// `additionalProperties`.
    pub additional_properties: Option<RuleId>,
    /// `propertyNames`.
    pub property_names: Option<RuleId>,
    /// `minProperties`.
    pub min_properties: Option<Count>,
    /// `maxProperties`.
    pub max_properties: Option<Count>,
    /// `required`, in the order of the schema, without repetitions.
    pub required: Vec<String>,
    /// `dependentRequired`, and the lists of names in `dependencies`.
    pub dependent_required: Vec<Dependency>,
    /// `dependentSchemas`.
    pub dependent_schemas: IndexMap<String, RuleId>,
    /// `unevaluatedProperties`.
    pub unevaluated_properties: Option<RuleId>,

    /// `$ref`, `$dynamicRef` and `$recursiveRef`, resolved.
    pub references: Vec<RuleId>,
    /// `allOf`.
    pub all_of: Vec<RuleId>,
    /// `anyOf`; empty where absent.
    pub any_of: Vec<RuleId>,
    /// `oneOf`; empty where absent.
    pub one_of: Vec<RuleId>,
    /// `not`.
    pub not: Option<RuleId>,
    /// `if`, `then`, `else`.
    pub conditional: Option<Conditional>,
}

impl Rule {
    /// A rule that asserts nothing.
    #[must_use]
    pub fn new(location: Location) -> Self {
        Self {
            location,
            entry: None,
            rust_name: None,
            foreign: None,
            notes: Notes::default(),
            made: false,
            verdict: None,
            types: None,
            written_integers: false,
            enumeration: None,
            listed: OnceLock::new(),
            open: false,
            open_reason: None,
            constant: None,
            multiple_of: None,
            minimum: Vec::new(),
            maximum: Vec::new(),
            min_length: None,
            max_length: None,
            pattern: None,
            format: None,
            temporal: None,
            content_encoding: None,
            content_media_type: None,
            prefix_items: Vec::new(),
            items: None,
            contains: None,
            unique_items: false,
            min_items: None,
            max_items: None,
            unevaluated_items: None,
            properties: IndexMap::new(),
            pattern_properties: Vec::new(),
            additional_properties: None,
            property_names: None,
            min_properties: None,
            max_properties: None,
            required: Vec::new(),
            dependent_required: Vec::new(),
            dependent_schemas: IndexMap::new(),
            unevaluated_properties: None,
            references: Vec::new(),
            all_of: Vec::new(),
            any_of: Vec::new(),
            one_of: Vec::new(),
            not: None,
            conditional: None,
        }
    }
}

impl Rule {
    /// Whether it says anything of a value.
    #[must_use]
    pub fn speaks(&self) -> bool {
        let own = super::atoms::keyword_kinds(self) != Kinds::NONE;
        let listed = self.enumeration.is_some() || self.constant.is_some();
        let applied = self.inner().next().is_some();
        own || listed || applied || self.types.is_some() || self.verdict == Some(false)
    }

    /// The location of a keyword; of a rule that stands for no schema object,
    /// that of the keyword that it was made of.
    #[must_use]
    pub fn at(&self, keyword: &str) -> String {
        if keyword.is_empty() || self.made {
            self.location.to_string()
        } else {
            format!("{}/{keyword}", self.location)
        }
    }

    /// Whether `type` takes integers, but no other numbers.
    #[must_use]
    pub fn asks_for_integers(&self) -> bool {
        self.types
            .is_some_and(|types| types.contains(Kinds::INTEGER) && !types.contains(Kinds::FRACTION))
    }

    /// Every rule that this one names.
    pub fn inner(&self) -> impl Iterator<Item = RuleId> + '_ {
        let conditional = self.conditional.iter().flat_map(|conditional| {
            [
                Some(conditional.condition),
                conditional.then,
                conditional.otherwise,
            ]
        });
        let single = [
            self.items,
            self.contains.as_ref().map(|contains| contains.rule),
            self.unevaluated_items,
            self.additional_properties,
            self.property_names,
            self.unevaluated_properties,
            self.not,
        ];
        single
            .into_iter()
            .chain(conditional)
            .flatten()
            .chain(self.prefix_items.iter().copied())
            .chain(self.properties.values().copied())
            .chain(self.pattern_properties.iter().map(|(_, rule)| *rule))
            .chain(self.dependent_schemas.values().copied())
            .chain(self.references.iter().copied())
            .chain(self.all_of.iter().copied())
            .chain(self.any_of.iter().copied())
            .chain(self.one_of.iter().copied())
    }
}
