//! Keywords → the statements that check them at run time.
//!
//! A keyword writes its statements once. Where they stand decides what its
//! limit and its refusal look like: in a predicate, a limit is a literal and
//! a refusal gives the node of the tape; in the check of a newtype, which
//! `TryFrom`, readers and builders call, it is an associated constant that the
//! derived schema gives, too.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{format_ident, quote};

use crate::formats::Format;
use crate::rules::id::RuleId;

use super::count::Count;
use super::literal::{count, unsigned};
use super::said::Said;
use super::side::Side;
use super::statement::{Inside, Statement};

/// Counts above this are beyond every document.
const MOST: u64 = u32::MAX as u64;

/// Whether a function also tells which items or members it has evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// `fn(tape, at)`.
    Check,
    /// `fn(tape, at, marks)`.
    Mark,
}

/// What the statements look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The node `at` of `tape`.
    Node,
    /// The `text`, a `&str`.
    Text,
    /// The `number`, a `&support::Num`.
    Number,
    /// The `items`.
    Items,
    /// The `members`.
    Members,
}

impl Subject {
    /// What is inside is called.
    #[must_use]
    pub fn inside(self) -> Option<&'static str> {
        match self {
            Self::Items => Some("items"),
            Self::Members => Some("members"),
            Self::Node | Self::Text | Self::Number => None,
        }
    }
}

/// What a keyword asks of the module that is being written.
pub trait Emitter {
    /// Applies a rule to the same value; nothing where it says nothing.
    fn apply(&mut self, rule: RuleId, mode: Mode) -> TokenStream;

    /// Applies a rule to an item, a member or a name; nothing where it says
    /// nothing. Where the rule is `false`, nothing may be there.
    fn apply_to(&mut self, rule: RuleId, inside: Inside) -> Statement;

    /// Applies a rule to the same value since something holds, which the words say.
    fn apply_since(&mut self, rule: RuleId, mode: Mode, words: &[Said]) -> TokenStream;

    /// What a rule asks for, in a few words.
    fn words(&self, rule: RuleId) -> Vec<Said>;

    /// The function of a rule.
    fn function(&mut self, rule: RuleId, mode: Mode) -> Ident;

    /// The static of a pattern.
    fn pattern(&mut self, source: &str) -> Ident;

    /// The schema location of a keyword of a rule.
    fn location(&mut self, rule: RuleId, keyword: &str) -> String;

    /// What an error calls a rule, where it has a name.
    fn name(&self, rule: RuleId) -> Option<String>;

    /// A list of values: in place, or as a static where it is long.
    fn list(
        &mut self,
        stem: &str,
        rule: RuleId,
        ty: &TokenStream,
        values: Vec<TokenStream>,
    ) -> TokenStream;

    /// The runtime's function of a format is called.
    fn use_format(&mut self, format: &Format);

    /// The runtime's functions of contents are called.
    fn use_contents(&mut self);
}

/// Where statements stand.
enum Place<'e> {
    /// In a predicate.
    Predicate,
    /// In the check of a newtype.
    Newtype(&'e mut Associated),
}

/// What the check of a newtype is about, and needs beside its statements.
#[derive(Debug, Default)]
pub struct Associated {
    /// The number `value` as a `support::Num`, where there is one.
    pub number: TokenStream,
    /// The Rust type of the number, and a bound as a literal of it, where it is
    /// compared as such.
    pub native: Option<(TokenStream, TokenStream)>,
    /// The constants: name, type, value.
    pub constants: Vec<(Ident, TokenStream, TokenStream)>,
    /// The keywords of the derived schema, with their values.
    pub derived: Vec<(&'static str, TokenStream)>,
}

/// The statements of one keyword in the making.
pub struct Emission<'e> {
    emitter: &'e mut dyn Emitter,
    place: Place<'e>,
    subject: Subject,
    rule: RuleId,
    mode: Mode,
    /// Whether nothing else stands where its statements do.
    alone: bool,
    /// What they do with what is inside.
    reach: Reach,
}

/// How statements come to what is inside of an array or an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// They look at nothing in it.
    Outside,
    /// By the variable `items` or `members`.
    Within,
    /// They go through all of it by themselves.
    Through,
}

impl<'e> Emission<'e> {
    /// Statements of a predicate.
    pub fn predicate(
        emitter: &'e mut dyn Emitter,
        rule: RuleId,
        subject: Subject,
        mode: Mode,
    ) -> Self {
        Self {
            emitter,
            place: Place::Predicate,
            subject,
            rule,
            mode,
            alone: false,
            reach: Reach::Outside,
        }
    }

    /// Statements of the check of a newtype.
    pub fn newtype(
        emitter: &'e mut dyn Emitter,
        (rule, subject): (RuleId, Subject),
        associated: &'e mut Associated,
    ) -> Self {
        Self {
            emitter,
            place: Place::Newtype(associated),
            subject,
            rule,
            mode: Mode::Check,
            alone: false,
            reach: Reach::Outside,
        }
    }

    /// The same where nothing else stands there.
    #[must_use]
    pub fn alone(mut self, alone: bool) -> Self {
        self.alone = alone;
        self
    }

    /// How the statements come to what is inside.
    #[must_use]
    pub fn reach(&self) -> Reach {
        self.reach
    }

    /// The variable that has what is inside: `items` or `members`.
    pub fn inside(&mut self) -> Ident {
        self.reach = Reach::Within;
        format_ident!("{}", self.subject.inside().unwrap_or("items"))
    }

    /// Goes through all items or members, which are `pattern`. Where that is all that is done, no test of
    /// the kind stands around it.
    pub fn each(&mut self, pattern: &TokenStream, body: &TokenStream) -> TokenStream {
        let all = self.inside();
        if !self.alone {
            return quote!(for #pattern in #all { #body });
        }
        self.reach = Reach::Through;
        let all = format_ident!("each_{}", all.to_string().trim_end_matches('s'));
        quote!(for #pattern in tape.#all(at) { #body })
    }

    /// What the keyword asks of the module.
    pub fn emitter(&mut self) -> &mut dyn Emitter {
        self.emitter
    }

    /// The rule whose keyword is being written.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        self.rule
    }

    /// Whether what is evaluated is marked.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// The schema location of a keyword of the rule.
    pub fn location(&mut self, keyword: &str) -> String {
        self.emitter.location(self.rule, keyword)
    }

    /// Whether the statements stand in a predicate.
    #[must_use]
    pub fn is_predicate(&self) -> bool {
        matches!(self.place, Place::Predicate)
    }

    /// A value as the statements refer to it: as it is, or by the newtype's
    /// constant of this name and type.
    pub fn constant(&mut self, name: &str, ty: TokenStream, value: TokenStream) -> TokenStream {
        match &mut self.place {
            Place::Predicate => value,
            Place::Newtype(associated) => {
                let constant = associated.constant(name, ty, value);
                quote! { Self::#constant }
            }
        }
    }

    /// The number as a `support::Num`.
    #[must_use]
    pub fn number(&self) -> TokenStream {
        match &self.place {
            Place::Predicate => quote!(number),
            Place::Newtype(associated) => associated.number.clone(),
        }
    }

    /// The Rust type of the number and the bound as a literal of it, where the
    /// two are compared as such.
    #[must_use]
    pub fn native(&self) -> Option<(TokenStream, TokenStream)> {
        match &self.place {
            Place::Predicate => None,
            Place::Newtype(associated) => associated.native.clone(),
        }
    }

    /// A static of the predicates as the statements refer to it.
    #[must_use]
    pub fn shared(&self, ident: &Ident) -> TokenStream {
        match self.place {
            Place::Predicate => quote!(#ident),
            Place::Newtype(_) => quote!(checks::#ident),
        }
    }

    /// What a derived schema says, where the check is that of a newtype.
    pub fn derive(&mut self, keyword: &'static str, value: TokenStream) {
        if let Place::Newtype(associated) = &mut self.place {
            associated.derived.push((keyword, value));
        }
    }

    /// Refuses where a number of things, a `usize`, is beyond a limit.
    pub fn number_of(
        &mut self,
        side: Side,
        limit: &Count,
        (keyword, constant, reason): (&'static str, &str, &str),
        found: &TokenStream,
    ) -> TokenStream {
        if side == Side::Most && limit.value() >= MOST && self.is_predicate() {
            return TokenStream::new();
        }
        let stated = limit;
        let exact = unsigned(stated.value().into());
        let limit = self.constant(constant, quote!(usize), count(stated.value()));
        let told = if self.is_predicate() {
            exact
        } else {
            self.derive(keyword, quote!(::serde_json::Value::from(#limit)));
            quote!(#limit as u64)
        };
        let reason = format_ident!("{reason}");
        let reason = Self::beyond(stated).unwrap_or_else(|| quote!(#reason(#told)));
        let refuse = self.refuse(keyword, &reason);
        match side {
            Side::Least => quote!(if #found < #limit { #refuse }),
            Side::Most => quote!(if #found > #limit { #refuse }),
        }
    }

    /// The reason that there are too few or too many, where no count is so large.
    #[must_use]
    pub fn beyond(limit: &Count) -> Option<TokenStream> {
        limit.is_beyond().then(|| {
            let text = format!("has {}", Side::Least.beyond(limit));
            quote!(Other(#text))
        })
    }

    /// Leaves the function: the value does not fit, for a reason that is a
    /// variant of `support::Reason`.
    pub fn refuse(&mut self, keyword: &str, reason: &TokenStream) -> TokenStream {
        let location = self.location(keyword);
        match (&self.place, self.subject) {
            // What a schema names may shadow `Err` there.
            (Place::Newtype(_), _) => quote! {
                return ::core::result::Result::Err(
                    support::Refused::new(#location, support::Reason::#reason),
                );
            },
            (Place::Predicate, Subject::Text | Subject::Number) => quote! {
                return Err(support::Refused::new(#location, support::Reason::#reason));
            },
            (Place::Predicate, Subject::Node | Subject::Items | Subject::Members) => quote! {
                return Err(support::Fault::new(at, #location, support::Reason::#reason));
            },
        }
    }
}

impl Associated {
    /// A constant of a name that is not taken.
    fn constant(&mut self, name: &str, ty: TokenStream, value: TokenStream) -> Ident {
        let taken = |ident: &Ident| self.constants.iter().any(|(other, ..)| other == ident);
        let mut ident = format_ident!("{name}");
        let mut count = 1;
        while taken(&ident) {
            count += 1;
            ident = format_ident!("{name}_{count}");
        }
        self.constants.push((ident.clone(), ty, value));
        ident
    }
}

/// Whether statements use a name.
#[must_use]
pub fn mentions(body: &TokenStream, name: &str) -> bool {
    body.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Group(group) => mentions(&group.stream(), name),
        _ => false,
    })
}
