//! The rule: one schema object with its draft's peculiarities gone.
//!
//! A [`Rule`] says where a schema object stands, what it is called, and what
//! it asserts, in the order of the [table of keywords](crate::keywords::table).
//! Older spellings (`definitions`, array-form `items`, `dependencies`, exclusive
//! bounds as booleans, OpenAPI's `nullable`) are translated on the way here,
//! references are resolved to the rule that they lead to, and
//! `$dynamicRef` is resolved per dynamic scope. Nothing after this point
//! knows about drafts, URIs or files.

use std::collections::HashMap;
use std::slice;
use std::sync::{Arc, LazyLock};

use indexmap::{IndexMap, IndexSet};

use crate::diagnostics::Diagnostic;
use crate::formats::widths::Float;
use crate::keywords::constant::Const;
use crate::keywords::emission::Subject;
use crate::keywords::enumeration::Enum;
use crate::keywords::items::Items;
use crate::keywords::keyword::{Applies, Role};
use crate::keywords::properties::Properties;
use crate::keywords::required::Required;
use crate::keywords::table::{Assertion, Stated, Word};
use crate::keywords::types::{Type, kind_of};
use crate::load::json::Json;
use crate::names::name::Name;
use crate::resolve::graph::Assumptions;

use super::id::RuleId;
use super::kinds::Kinds;
use super::location::Location;
use super::notes::Notes;
use super::operation::Operation;
use super::standing::Standing;
use crate::rules::temporal::Temporal;

/// Every rule of a run, and where to start.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// All rules; a [`RuleId`] is an index into this list.
    pub rules: Vec<Rule>,
    /// The schemas to generate root types for, in the order of their names.
    pub roots: Vec<Root>,
    /// The operations of the documents that have some, by the roots that they carry.
    pub operations: Vec<Operation<RuleId>>,
    /// How each schema is read and where it refers to, where roots stand inside of documents.
    pub standing: HashMap<Location, Standing>,
    /// What the schemas say that somebody should look at.
    pub warnings: Vec<Diagnostic>,
    /// The references that strictly read lead nowhere, and yet are followed.
    pub assumed: Assumptions,
    /// The alternatives that shapes have in place of conditionals, by the rule
    /// whose conditionals these are; predicates have the conditionals.
    pub alternatives: IndexMap<RuleId, Vec<Alternatives>>,
}

/// Alternatives by the values of one member, in place of conditionals.
#[derive(Debug, Clone)]
pub struct Alternatives {
    /// The rule that has them.
    pub rule: RuleId,
    /// The rules with the conditionals: the rule itself, and some of its `allOf`.
    pub spent: IndexSet<RuleId>,
    /// Their conditions.
    pub conditions: Vec<RuleId>,
}

/// One schema that gets a root type.
#[derive(Debug, Clone)]
pub struct Root {
    /// The document's file stem: `200_get_leads-opportunities`.
    pub name: String,
    /// The document, which another one may stand for.
    pub document: Arc<str>,
    /// Its rule.
    pub rule: RuleId,
}

/// What one schema object says.
#[derive(Debug, Clone)]
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
    /// The path of the type that a text of this format is read as.
    pub parsed: Option<String>,
    /// The least and the greatest integer of the type that an integer format names.
    pub width: Option<(i128, i128)>,
    /// The float that its format names.
    pub float: Option<Float>,
    /// What a text means, where it is to convert to a date.
    pub temporal: Option<Temporal>,
    /// Whether it was made by the engine and stands for no schema object.
    pub made: bool,
    /// What of a member it was made for, beside alternatives by its values.
    pub left: Option<Left>,
    /// `true` and `false` as schemas.
    pub verdict: Option<bool>,
    /// What it asserts, in the order of the table of keywords.
    assertions: Vec<Assertion>,
}

/// What alternatives by the values of a member leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Other values, and no member where that is not told apart.
    Others,
    /// No member.
    Absent,
}

impl Rules {
    /// The rule behind an identifier.
    #[must_use]
    pub fn get(&self, id: RuleId) -> &Rule {
        &self.rules[id.0 as usize]
    }

    /// Whether alternatives of a rule stand for all that another one, or itself,
    /// says by a conditional.
    pub(crate) fn is_spent(&self, id: RuleId, conditional: RuleId) -> bool {
        let mut alternatives = self.alternatives.get(&id).into_iter().flatten();
        alternatives.any(|it| it.spent.contains(&conditional))
    }

    /// Every rule with its identifier.
    pub fn all(&self) -> impl Iterator<Item = (RuleId, &Rule)> {
        (0_u32..).map(RuleId).zip(&self.rules)
    }

    /// Whether some rules, and whether all rules that ask for integers are of
    /// draft 4, which takes `1.0` for none.
    #[must_use]
    pub fn written_integers(&self) -> (bool, bool) {
        let stated = self.rules.iter().filter_map(Rule::get::<Type>);
        let mut integers = stated.filter(|ty| ty.asks_for_integers());
        let some = integers.clone().any(|ty| ty.written);
        (some, some && integers.all(|ty| ty.written))
    }
}

impl Rule {
    /// The name that the configuration gives it, where it is another than it
    /// would have anyway.
    #[must_use]
    pub fn renamed(&self) -> Option<&Name> {
        let own = self.entry.as_deref().map(Name::of_type);
        self.rust_name
            .as_ref()
            .filter(|name| own.as_ref() != Some(*name))
    }

    /// A rule that asserts nothing.
    #[must_use]
    pub fn new(location: Location) -> Self {
        Self {
            location,
            entry: None,
            rust_name: None,
            foreign: None,
            notes: Notes::default(),
            parsed: None,
            width: None,
            float: None,
            temporal: None,
            made: false,
            left: None,
            verdict: None,
            assertions: Vec::new(),
        }
    }

    /// The same rule, asserting one thing more.
    #[must_use]
    pub fn with(mut self, assertion: impl Into<Assertion>) -> Self {
        self.assert(assertion.into());
        self
    }

    /// Asserts one thing more.
    pub fn assert(&mut self, assertion: Assertion) {
        let word = assertion.word();
        let behind = self.assertions.partition_point(|it| it.word() <= word);
        self.assertions.insert(behind, assertion);
    }

    /// What it asserts.
    #[must_use]
    pub fn assertions(&self) -> &[Assertion] {
        &self.assertions
    }

    /// What it states by a keyword.
    #[must_use]
    pub fn get<K: Stated>(&self) -> Option<&K> {
        self.each().next()
    }

    /// All that it states by a keyword which may be stated more than once.
    pub fn each<K: Stated>(&self) -> impl Iterator<Item = &K> {
        self.assertions.iter().filter_map(K::of)
    }

    /// What it states by a keyword, to be changed.
    pub fn get_mut<K: Stated>(&mut self) -> Option<&mut K> {
        self.assertions.iter_mut().find_map(K::of_mut)
    }

    /// Takes away what it states by a keyword.
    pub fn take<K: Stated>(&mut self) -> Option<K> {
        let at = self.assertions.iter().position(|it| K::of(it).is_some())?;
        K::from(self.assertions.remove(at))
    }

    /// What it states by a keyword.
    pub fn stating(&self, word: Word) -> impl Iterator<Item = &Assertion> {
        self.assertions.iter().filter(move |it| it.word() == word)
    }

    /// What it states of texts, or of numbers, by the keywords that limit these, all but one.
    pub fn shaping(&self, subject: Subject, but: Word) -> impl Iterator<Item = &Assertion> {
        self.assertions.iter().filter(move |it| {
            let word = it.word();
            word != but && word.subject() == subject && word.role() == Role::Shape
        })
    }

    /// Whether it states anything by a keyword.
    #[must_use]
    pub fn states(&self, word: Word) -> bool {
        self.stating(word).next().is_some()
    }

    /// The kinds that `type` allows, where it is stated.
    #[must_use]
    pub fn types(&self) -> Option<Kinds> {
        self.get::<Type>().map(|ty| ty.kinds)
    }

    /// The values that it lists, by `const` or else by `enum`.
    #[must_use]
    pub fn values(&self) -> Option<&[Json]> {
        let listed = self.get::<Enum>().map(|listed| listed.values.as_slice());
        let constant = self.get::<Const>();
        constant.map(|it| slice::from_ref(&it.0)).or(listed)
    }

    /// The values that it lists, where nothing else fits it.
    #[must_use]
    pub fn only_values(&self) -> Option<&[Json]> {
        let is_closed = self.states(Word::Const) || !self.is_open();
        self.values().filter(|_| is_closed)
    }

    /// Whether its texts are read as something else, or convert to it.
    #[must_use]
    pub fn has_meaning(&self) -> bool {
        self.temporal.is_some() || self.parsed.is_some() || self.float.is_some()
    }

    /// Whether the configuration opens its `enum`.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.get::<Enum>().is_some_and(|it| it.open.is_some())
    }

    /// The kinds of value that `type`, `enum` and `const` leave over.
    #[must_use]
    pub fn kinds(&self) -> Kinds {
        let listed = self.get::<Enum>().map_or(Kinds::ALL, Enum::kinds);
        let constant = self.get::<Const>().map_or(Kinds::ALL, |it| kind_of(&it.0));
        let stated = self.types().unwrap_or(Kinds::ALL);
        stated.and(listed).and(constant)
    }

    /// What it says of an object's members; nothing where it does not.
    #[must_use]
    pub fn properties(&self) -> &Properties {
        static NONE: LazyLock<Properties> = LazyLock::new(Properties::default);
        self.get::<Properties>().unwrap_or(&NONE)
    }

    /// The alternatives that it gives by a keyword.
    #[must_use]
    pub fn arms(&self, word: Word) -> &[RuleId] {
        let stated = self.stating(word).next();
        stated.map_or(&[], Assertion::alternatives)
    }

    /// What it says of an array's items; nothing where it does not.
    #[must_use]
    pub fn items(&self) -> &Items {
        static NONE: LazyLock<Items> = LazyLock::new(Items::default);
        self.get::<Items>().unwrap_or(&NONE)
    }

    /// The members that it asks for.
    #[must_use]
    pub fn required(&self) -> &[String] {
        self.get::<Required>().map_or(&[], |it| &it.0)
    }

    /// Whether it says anything of a value.
    #[must_use]
    pub fn speaks(&self) -> bool {
        self.verdict == Some(false) || !self.assertions.is_empty()
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

    /// The kinds of value on which its assertions of a role have an opinion.
    #[must_use]
    pub fn kinds_of(&self, role: Role) -> Kinds {
        let words = self.assertions.iter().map(Assertion::word);
        let of_role = words.filter(|word| word.role() == role);
        of_role.fold(Kinds::NONE, |kinds, word| kinds.or(word.kinds()))
    }

    /// Every rule that this one names, and what each applies to.
    #[must_use]
    pub fn inner(&self) -> Vec<(Applies, RuleId)> {
        let mut found = Vec::new();
        for assertion in &self.assertions {
            let keyword = assertion.keyword();
            keyword.subschemas(&mut |applies, rule| found.push((applies, rule)));
        }
        found
    }

    /// Whether it names any.
    #[must_use]
    pub fn has_inner(&self) -> bool {
        let mut names = false;
        for assertion in &self.assertions {
            assertion.keyword().subschemas(&mut |_, _| names = true);
        }
        names
    }

    /// The rules that this one applies in some ways.
    #[must_use]
    pub fn applied(&self, ways: &[Applies]) -> Vec<RuleId> {
        let mut found = self.inner();
        found.retain(|(applies, _)| ways.contains(applies));
        found.into_iter().map(|(_, rule)| rule).collect()
    }

    /// The rules that hold as if they stood here.
    #[must_use]
    pub fn joined(&self) -> Vec<RuleId> {
        let mut found = Vec::new();
        let assertions = self.assertions.iter();
        for assertion in assertions.filter(|it| it.word().role() == Role::Joined) {
            let keyword = assertion.keyword();
            keyword.subschemas(&mut |_, rule| found.push(rule));
        }
        found
    }
}
