//! How the drafts spell a keyword, and where its subschemas stand.

use crate::resolve::dialect::{Dialect, Draft};

/// One name of a keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spelling {
    /// The member's name.
    pub name: &'static str,
    /// The first draft that knows it.
    pub since: Draft,
    /// The last draft that knows it.
    pub until: Draft,
    /// The vocabulary that it belongs to.
    pub vocabulary: Vocabulary,
    /// What its value is.
    pub holds: Holds,
    /// Whether it goes on behind `items` as a list.
    pub behind_a_list: bool,
    /// Whether each of the schemas inside it has to hold for what it applies to,
    /// whatever the others and its sibling keywords say.
    pub each_holds: bool,
    /// Whether the schemas inside it apply to the value that the keyword stands for, not to
    /// what is inside that.
    pub in_place: bool,
}

/// The vocabularies of draft 2019-09 and later that a dialect can leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// What every dialect has.
    Core,
    /// `properties`, `items`, `allOf`…
    Applicator,
    /// `type`, `minimum`, `required`…
    Validation,
    /// What holds for all that nothing else has looked at.
    Unevaluated,
    /// `format`, asserted or not.
    Format,
    /// What a text holds.
    Content,
    /// What OpenAPI 3.0 adds to its own draft.
    OpenApi30,
}

/// What a keyword's value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Data that asserts.
    Data,
    /// A reference to a schema.
    Reference,
    /// One schema.
    Schema,
    /// A list of schemas.
    List,
    /// One schema, or a list of them.
    SchemaOrList,
    /// A schema for each name.
    Map,
    /// A schema, or a list of names, for each name.
    MapOrNames,
}

impl Holds {
    /// Whether there are schemas inside it.
    #[must_use]
    pub const fn schemas(self) -> bool {
        match self {
            Self::Data | Self::Reference => false,
            Self::Schema | Self::List | Self::SchemaOrList | Self::Map | Self::MapOrNames => true,
        }
    }
}

impl Spelling {
    /// A name that every draft knows.
    #[must_use]
    pub const fn new(name: &'static str, vocabulary: Vocabulary, holds: Holds) -> Self {
        Self {
            name,
            since: Draft::Draft4,
            until: Draft::Draft2020,
            vocabulary,
            holds,
            behind_a_list: false,
            each_holds: false,
            in_place: false,
        }
    }

    /// The same from a draft on.
    #[must_use]
    pub const fn since(mut self, draft: Draft) -> Self {
        self.since = draft;
        self
    }

    /// The same up to a draft.
    #[must_use]
    pub const fn until(mut self, draft: Draft) -> Self {
        self.until = draft;
        self
    }

    /// The same, where what it says goes on behind `items` as a list.
    #[must_use]
    pub const fn behind_a_list(mut self) -> Self {
        self.behind_a_list = true;
        self
    }

    /// The same, where each of the schemas inside it has to hold for what it applies to.
    #[must_use]
    pub const fn each_holds(mut self) -> Self {
        self.each_holds = true;
        self
    }

    /// The same, where the schemas inside it apply to the same value.
    #[must_use]
    pub const fn in_place(mut self) -> Self {
        self.in_place = true;
        self
    }

    /// Whether a schema object of a dialect has it, with `items` as a list or
    /// not: from draft 2020-12 on, `items` is none unless no `$schema` says the
    /// draft.
    #[must_use]
    pub fn is_spoken_beside(&self, dialect: Dialect, listed: bool) -> bool {
        let names_schemas = dialect.draft < Draft::Draft2020 || (dialect.unnamed && listed);
        self.is_spoken(dialect) && (!self.behind_a_list || names_schemas)
    }

    /// Whether a dialect knows it.
    #[must_use]
    pub fn is_spoken(&self, dialect: Dialect) -> bool {
        let vocabulary = match self.vocabulary {
            Vocabulary::Core | Vocabulary::Format | Vocabulary::Content => true,
            Vocabulary::Applicator => dialect.applicator,
            Vocabulary::Validation => dialect.validation,
            Vocabulary::Unevaluated => dialect.unevaluated,
            Vocabulary::OpenApi30 => dialect.openapi30,
        };
        vocabulary && (self.since..=self.until).contains(&dialect.draft)
    }
}
