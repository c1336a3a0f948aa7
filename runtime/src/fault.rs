//! What does not fit: small and without allocation until it is shown, since
//! many faults only tell that an alternative does not apply.
use super::*;

/// A value that does not fit its schema.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The value's node.
    pub(crate) at: u32,
    /// The keyword that it breaks: `currency.json#/pattern`; empty where no
    /// keyword refuses it.
    pub(crate) schema: &'static str,
    pub(crate) reason: Reason,
}

/// What a predicate says of a value.
pub type Checked = Result<(), Fault>;

impl Fault {
    #[cold]
    pub fn new(at: usize, schema: &'static str, reason: Reason) -> Self {
        Self {
            at: small(at),
            schema,
            reason,
        }
    }
}

impl Fault {
    /// A fault that nobody looks at.
    pub(crate) fn unsaid(at: usize) -> Self {
        Self {
            at: small(at),
            schema: "",
            reason: Reason::Never,
        }
    }

    /// The fault of a value that could have been null, too.
    #[cold]
    pub fn or_null(mut self, at: usize) -> Self {
        if self.at == small(at) {
            self.reason = match self.reason {
                Reason::Kind(kinds) => Reason::Kind(kinds.or(Kinds::NULL)),
                // A predicate lists all that there is.
                Reason::Code(codes) if !listed(codes).contains(&"null") => {
                    Reason::CodeOrNull(codes)
                }
                reason => reason,
            };
        }
        self
    }
}

/// A member that an object has to have.
#[derive(Debug)]
pub struct Lack {
    pub name: &'static str,
    /// Whether a name is that of a declared member.
    pub declares: fn(&str) -> bool,
}

/// Why one alternative does not apply.
#[derive(Clone, Debug)]
pub struct Arm {
    pub(crate) name: &'static str,
    pub(crate) fault: Fault,
}

/// Why a value does not fit.
#[derive(Clone, Debug)]
pub enum Reason {
    /// Of another kind than these.
    Kind(Kinds),
    /// Nothing is allowed here.
    Never,
    /// A member that an object lacks.
    Missing(&'static str),
    /// The same, with what says which names are declared.
    Lacks(&'static Lack),
    /// The same of the member that tells alternatives apart.
    Untagged(&'static str),
    /// A member of a name that no keyword allows.
    NotAllowed,
    /// The same, with the names that are declared.
    Undeclared(&'static [&'static str]),
    /// An item behind the last that is allowed.
    TooMany,
    /// Not one of the listed values; the text lists them.
    Code(&'static str),
    /// The same, where null is listed too.
    CodeOrNull(&'static str),
    /// Not the one value; the text is its JSON.
    Constant(&'static str),
    MinLength(u64),
    MaxLength(u64),
    Pattern(&'static str),
    Format(&'static str),
    Encoding(&'static str),
    MediaType(&'static str),
    Minimum(&'static str),
    ExclusiveMinimum(&'static str),
    Maximum(&'static str),
    ExclusiveMaximum(&'static str),
    MultipleOf(&'static str),
    /// An integer beyond 2^53 that was not written as one.
    Imprecise,
    /// Outside what the named Rust type holds.
    Range(&'static str),
    MinItems(u64),
    MaxItems(u64),
    /// The positions of two equal items.
    Repeated(u32, u32),
    MinContains(u64),
    MaxContains(u64),
    MinProperties(u64),
    MaxProperties(u64),
    /// The member that is there, and the one that must then be there too.
    Dependent(&'static [&'static str; 2]),
    /// What `not` forbids, in words.
    Forbidden(&'static str),
    /// The same in words that depend on the value.
    Fits(::alloc::borrow::Cow<'static, str>),
    /// For a reason, by a rule that applies since something holds; the text says what.
    Since(Box<(Reason, ::alloc::borrow::Cow<'static, str>)>),
    /// Each alternative and why it does not apply; shared, since a rule's
    /// verdict may be remembered.
    NoArm(::alloc::sync::Arc<[Arm]>),
    /// Two alternatives of which only one may apply.
    ManyArms(Box<[&'static str; 2]>),
    /// A declared member in a bag of the others.
    Declared,
    /// A fault inside a value that was built in code, with its path.
    Inside(Box<(String, Reason)>),
    /// Cannot be written as JSON.
    Unwritable(Box<str>),
    /// Fits the schema, and not the type from elsewhere that stands for it.
    Foreign(Box<str>),
    /// What the conversion of a value that code gave says.
    Given(Box<str>),
    /// Anything else, as a predicate: "has no country".
    Other(&'static str),
}

impl Reason {
    /// Why a list of so many items is none of the number that is wanted.
    pub fn of_length(length: usize, wanted: usize) -> Self {
        if length < wanted {
            Self::MinItems(wanted as u64)
        } else {
            Self::MaxItems(wanted as u64)
        }
    }

    /// The reason without what made its rule apply.
    pub(crate) fn plain(&self) -> &Self {
        match self {
            Self::Since(since) => &since.0,
            reason => reason,
        }
    }

    /// Whether the value itself helps to understand the reason.
    // Each arm may be left out where this is pasted.
    #[allow(clippy::match_same_arms, clippy::match_like_matches_macro)]
    pub fn shows_value(&self) -> bool {
        match self.plain() {
            Self::Missing(_) => false,
            Self::Lacks(_) => false,
            Self::Untagged(_) => false,
            Self::Dependent(_) => false,
            Self::Inside(_) => false,
            Self::Unwritable(_) => false,
            _ => true,
        }
    }
}

impl ::core::fmt::Display for Reason {
    // Each arm may be left out where this is pasted.
    #[allow(clippy::match_same_arms)]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        match self {
            Self::Kind(kinds) => ::core::write!(f, "is not {kinds}"),
            Self::Never => f.write_str("is not allowed, nothing is"),
            Self::Missing(name) => ::core::write!(f, "the member {} is missing", quoted(name)),
            Self::Lacks(lack) => ::core::write!(f, "the member {} is missing", quoted(lack.name)),
            Self::Untagged(name) => ::core::write!(f, "the member {} is missing", quoted(name)),
            Self::NotAllowed => f.write_str("is not allowed here"),
            Self::Undeclared(_) => f.write_str("is not allowed here"),
            Self::TooMany => f.write_str("is not allowed, the list ends before it"),
            Self::Code(codes) => ::core::write!(f, "is none of {}", Shown(codes)),
            Self::CodeOrNull(codes) => ::core::write!(f, "is none of {}, null", Shown(codes)),
            Self::Constant(value) => ::core::write!(f, "is not {}", Shown(value)),
            Self::MinLength(1) => f.write_str("is empty"),
            Self::MinItems(1) => f.write_str("is empty"),
            Self::MinProperties(1) => f.write_str("is empty"),
            Self::MinLength(least) => {
                ::core::write!(f, "is shorter than {}", Counted(*least, "character"))
            }
            Self::MaxLength(most) => {
                ::core::write!(f, "is longer than {}", Counted(*most, "character"))
            }
            Self::Pattern(pattern) => {
                ::core::write!(f, "does not match the pattern {}", Shown(pattern))
            }
            Self::Format(format) => ::core::write!(f, "is not in the format {format}"),
            Self::Encoding(encoding) => ::core::write!(f, "is not encoded as {encoding}"),
            Self::MediaType(media) => ::core::write!(f, "is not of the media type {media}"),
            Self::Minimum(limit) => ::core::write!(f, "is below {limit}"),
            Self::ExclusiveMinimum(limit) => ::core::write!(f, "is not above {limit}"),
            Self::Maximum(limit) => ::core::write!(f, "is above {limit}"),
            Self::ExclusiveMaximum(limit) => ::core::write!(f, "is not below {limit}"),
            Self::MultipleOf(divisor) => ::core::write!(f, "is not a multiple of {divisor}"),
            Self::Imprecise => f.write_str(
                "is an integer beyond 2^53 written with a fraction or an exponent, \
                 which does not say which integer is meant",
            ),
            Self::Range("i64" | "u64") => f.write_str("is an integer beyond 64 bits"),
            Self::Range(rust) => ::core::write!(f, "does not fit into {rust}"),
            Self::MinItems(fewest) => {
                ::core::write!(f, "has fewer than {}", Counted(*fewest, "item"))
            }
            Self::MaxItems(max) => ::core::write!(f, "has more than {}", Counted(*max, "item")),
            Self::Repeated(first, second) => {
                ::core::write!(f, "has equal items at {first} and {second}")
            }
            Self::MinContains(least) => {
                ::core::write!(
                    f,
                    "has fewer than {} of the kind that it must contain",
                    Counted(*least, "item")
                )
            }
            Self::MaxContains(most) => {
                ::core::write!(
                    f,
                    "has more than {} of the kind that it may contain",
                    Counted(*most, "item")
                )
            }
            Self::MinProperties(least) => {
                ::core::write!(f, "has fewer than {}", Counted(*least, "member"))
            }
            Self::MaxProperties(most) => {
                ::core::write!(f, "has more than {}", Counted(*most, "member"))
            }
            Self::Dependent([present, needed]) => ::core::write!(
                f,
                "the member {} is missing, which {} asks for",
                quoted(needed),
                quoted(present)
            ),
            Self::Forbidden(words) => {
                ::core::write!(f, "fits what is forbidden: {}", Shown(words))
            }
            Self::Fits(words) => {
                ::core::write!(f, "fits what is forbidden: {}", Shown(words))
            }
            Self::Since(since) => ::core::write!(f, "{}, since {}", since.0, Shown(&since.1)),
            Self::NoArm(arms) => match arms.len() {
                1 => f.write_str("does not fit the one form that is allowed:"),
                count => ::core::write!(f, "fits none of the {count} forms that are allowed:"),
            },
            Self::ManyArms(names) => {
                let [first, second] = **names;
                let (first, second) = (Shown(first), Shown(second));
                ::core::write!(f, "fits both {first} and {second}, where only one may fit")
            }
            Self::Declared => f.write_str("is declared, and has a field of its own"),
            Self::Inside(inside) => ::core::write!(f, "{}: {}", Shown(&inside.0), inside.1),
            Self::Unwritable(error) => {
                ::core::write!(f, "cannot be written as JSON: {}", Shown(error))
            }
            Self::Foreign(error) => ::core::write!(f, "the type refuses it: {}", Shown(error)),
            Self::Given(error) => Shown(error).fmt(f),
            Self::Other(reason) => f.write_str(reason),
        }
    }
}
