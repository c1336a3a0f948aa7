//! The table of keywords: the only list of them.
//!
//! The order is that in which they are checked. What marks comes before what
//! asks for marks. Those of which the alternatives can become an enum are called `union`.

use std::collections::HashMap;
use std::sync::LazyLock;

use heck::ToSnakeCase as _;
use proc_macro2::TokenStream;

use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;

use super::all_of::AllOf;
use super::any_of::AnyOf;
use super::bound::Bound;
use super::conditional::Conditional;
use super::constant::Const;
use super::contains::Contains;
use super::content::Content;
use super::custom::Custom;
use super::dependent_required::DependentRequired;
use super::dependent_schemas::DependentSchemas;
use super::emission::{Emission, Subject};
use super::enumeration::Enum;
use super::format::Format;
use super::item_count::ItemCount;
use super::items::Items;
use super::keyword::{Keyword, Looks, Read, Role};
use super::length::Length;
use super::mending::Mending;
use super::multiple_of::MultipleOf;
use super::not::Not;
use super::one_of::OneOf;
use super::properties::Properties;
use super::property_count::PropertyCount;
use super::property_names::PropertyNames;
use super::reading::{Reading, Source};
use super::reference::Reference;
use super::regex::Pattern;
use super::required::Required;
use super::spelling::{Holds, Spelling};
use super::types::Type;
use super::unevaluated_items::UnevaluatedItems;
use super::unevaluated_properties::UnevaluatedProperties;
use super::unique_items::UniqueItems;

/// Something that is stated by one keyword, or by a few of one meaning.
pub trait Stated: Sized + 'static {
    /// The keyword.
    const WORD: Word;

    /// What an assertion states, if it is by this keyword.
    fn of(assertion: &Assertion) -> Option<&Self>;

    /// The same, to be changed.
    fn of_mut(assertion: &mut Assertion) -> Option<&mut Self>;

    /// The same, taken out of the assertion.
    fn from(assertion: Assertion) -> Option<Self>;
}

/// A name of a keyword, whichever drafts know it.
#[must_use]
pub fn spelling(name: &str) -> Option<&'static Spelling> {
    named(name).map(|(_, spelling)| spelling)
}

/// The keyword of a name, and the name.
fn named(name: &str) -> Option<(Word, &'static Spelling)> {
    static KNOWN: LazyLock<HashMap<&str, (Word, &Spelling)>> = LazyLock::new(|| {
        let words = Word::ALL.iter();
        let spelled = words.flat_map(|word| word.spellings().iter().map(|it| (*word, it)));
        spelled.map(|(word, it)| (it.name, (word, it))).collect()
    });
    KNOWN.get(name).copied()
}

/// Whether a member of a schema documents it, and says nothing of values (JSON Schema Validation,
/// section 9, OpenAPI's `example`, and extensions).
#[must_use]
pub fn is_annotation(name: &str) -> bool {
    const ANNOTATIONS: [&str; 9] = [
        "$comment",
        "default",
        "deprecated",
        "description",
        "example",
        "examples",
        "readOnly",
        "title",
        "writeOnly",
    ];
    ANNOTATIONS.contains(&name) || name.starts_with("x-")
}

impl Word {
    /// Whether it gives alternatives: schemas in a list, of which the same value fits some.
    #[must_use]
    pub fn gives_alternatives(self) -> bool {
        self.role() == Role::Union && self.spellings().iter().any(|it| it.holds == Holds::List)
    }

    /// Whether it lists schemas that apply to the same value.
    #[must_use]
    pub fn lists_in_place(self) -> bool {
        let joins = self.role() == Role::Joined;
        let lists = self.spellings().iter().any(|it| it.holds == Holds::List);
        self.gives_alternatives() || (joins && lists)
    }

    /// The names of keywords of which something is so.
    pub fn names_where(is_so: fn(Self) -> bool) -> impl Iterator<Item = &'static str> {
        let words = Self::ALL.iter().copied();
        words.filter(move |word| is_so(*word)).map(Self::name)
    }

    /// The keyword of a name, whichever drafts know it.
    #[must_use]
    pub fn spelled(name: &str) -> Option<Self> {
        named(name).map(|(word, _)| word)
    }
}

/// What a keyword that the table calls a union has, or what the others have.
macro_rules! union_or {
    ($other:expr,) => {
        $other
    };
    ($other:expr, $own:expr, union) => {
        $own
    };
}

macro_rules! keywords {
    ($($keyword:ident $(: $union:ident)?),* $(,)?) => {
        /// One thing that a schema object asserts.
        #[derive(Debug, Clone)]
        pub enum Assertion {
            $(
                #[doc = concat!("See [`", stringify!($keyword), "`].")]
                $keyword($keyword),
            )*
        }

        /// The keywords by themselves.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Word {
            $(
                #[doc = concat!("See [`", stringify!($keyword), "`].")]
                $keyword,
            )*
        }

        impl Assertion {
            /// What the engine knows of it.
            #[must_use]
            pub fn keyword(&self) -> &dyn Keyword {
                match self {
                    $(Self::$keyword(keyword) => keyword,)*
                }
            }

            /// The alternatives that it gives.
            #[must_use]
            pub fn alternatives(&self) -> &[RuleId] {
                match self {
                    $(Self::$keyword(_keyword) => union_or!(&[], $(&_keyword.0, $union)?),)*
                }
            }

            /// The call that gives the alternative that a value fits.
            pub fn which(&self, code: &mut Emission<'_>) -> Option<TokenStream> {
                match self {
                    $(Self::$keyword(_keyword) => union_or!(None, $(Some(_keyword.which(code)), $union)?),)*
                }
            }

            /// By which keyword it is stated.
            #[must_use]
            pub fn word(&self) -> Word {
                match self {
                    $(Self::$keyword(_) => Word::$keyword,)*
                }
            }
        }

        impl Word {
            /// Every keyword, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$keyword),*];

            /// What reports call it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$keyword => $keyword::NAME,)*
                }
            }

            /// What functions for it are called: `unique_items`.
            #[must_use]
            pub fn stem(self) -> String {
                match self {
                    $(Self::$keyword => stringify!($keyword).to_snake_case(),)*
                }
            }

            /// The kinds of value on which it can have an opinion.
            #[must_use]
            pub fn kinds(self) -> Kinds {
                match self {
                    $(Self::$keyword => $keyword::KINDS,)*
                }
            }

            /// What its statements look at.
            #[must_use]
            pub fn subject(self) -> Subject {
                match self {
                    $(Self::$keyword => $keyword::SUBJECT,)*
                }
            }

            /// How far it looks into an object by itself.
            #[must_use]
            pub fn looks(self) -> Looks {
                match self {
                    $(Self::$keyword => $keyword::LOOKS,)*
                }
            }

            /// How planning takes it.
            #[must_use]
            pub fn role(self) -> Role {
                match self {
                    $(Self::$keyword => $keyword::ROLE,)*
                }
            }

            /// Changes a schema object so that it accepts what this keyword refused.
            pub fn mend(self, mending: &mut Mending<'_>) -> Option<()> {
                match self {
                    $(Self::$keyword => ($keyword::MEND)(mending),)*
                }
            }

            /// How the drafts spell it.
            #[must_use]
            pub fn spellings(self) -> &'static [Spelling] {
                match self {
                    $(Self::$keyword => $keyword::SPELLINGS,)*
                }
            }
        }

        $(
            impl From<$keyword> for Assertion {
                fn from(keyword: $keyword) -> Self {
                    Self::$keyword(keyword)
                }
            }

            impl Stated for $keyword {
                const WORD: Word = Word::$keyword;

                fn of(assertion: &Assertion) -> Option<&Self> {
                    match assertion {
                        Assertion::$keyword(keyword) => Some(keyword),
                        _ => None,
                    }
                }

                fn of_mut(assertion: &mut Assertion) -> Option<&mut Self> {
                    match assertion {
                        Assertion::$keyword(keyword) => Some(keyword),
                        _ => None,
                    }
                }

                fn from(assertion: Assertion) -> Option<Self> {
                    match assertion {
                        Assertion::$keyword(keyword) => Some(keyword),
                        _ => None,
                    }
                }
            }
        )*

        /// What a schema object asserts.
        #[must_use]
        pub fn read(schema: &mut dyn Source<'_>) -> Vec<Assertion> {
            let mut assertions = Vec::new();
            $(
                let mut reading = Reading::new(schema, $keyword::SPELLINGS);
                let stated = $keyword::read(&mut reading).into_iter();
                assertions.extend(stated.map(Assertion::from));
            )*
            assertions
        }
    };
}

keywords![
    Type,
    Enum,
    Const,
    Length,
    Pattern,
    Format,
    Content,
    Bound,
    MultipleOf,
    ItemCount,
    Items,
    Required,
    PropertyCount,
    Properties,
    UniqueItems,
    Contains,
    PropertyNames,
    DependentRequired,
    Reference,
    AllOf,
    DependentSchemas,
    AnyOf: union,
    OneOf: union,
    Not,
    Conditional,
    Custom,
    UnevaluatedItems,
    UnevaluatedProperties,
];
