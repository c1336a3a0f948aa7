//! The tape: a document as a flat list of nodes.
//!
//! Any self-describing deserializer fills one tape; readers and predicates
//! then work on node indices. An array is followed by its items, an object by
//! name and value alternating, and both know where they end, so that a subtree
//! is skipped in one step.
use super::*;

/// One value, member name included: plain data, so that a tape is emptied at
/// once and nodes are written without a detour.
#[derive(Clone, Copy)]
pub enum Node<'de> {
    Null,
    Boolean(bool),
    /// A place among the tape's numbers.
    Number(u32),
    Text(&'de str),
    /// A place among the texts that the tape owns.
    Owned(u32),
    Array {
        len: u32,
        end: u32,
    },
    Object {
        len: u32,
        end: u32,
    },
}

/// A node with what it stands for.
pub enum View<'t> {
    Null,
    Boolean(bool),
    Number(&'t Num),
    Text(&'t str),
    Array,
    Object,
}

impl Node<'_> {
    pub fn array(len: u32, end: u32) -> Self {
        Self::Array { len, end }
    }

    pub fn object(len: u32, end: u32) -> Self {
        Self::Object { len, end }
    }
}

/// A document as a flat list of nodes; the root is node 0.
pub struct Tape<'de> {
    pub(crate) nodes: Vec<Node<'de>>,
    /// The document's numbers.
    pub(crate) numbers: Vec<Num>,
    /// The texts that could not be borrowed from the document.
    pub(crate) texts: Vec<String>,
    // Only with `Scanner`.
    /// Where the texts of the document end; see [`find_quotes`].
    pub(crate) quotes: Quotes,
    // Only with `Scanner`.
    /// Whether of a fault one line is told, and nobody asks for more.
    pub(crate) is_brief: bool,
    // Only with `Tape::enter`.
    /// The rules that call themselves on a value, with the value, while they
    /// are at work.
    pub(crate) busy: ::core::cell::RefCell<Vec<(u32, usize)>>,
    // Only with `Tape::remembered`.
    /// What recursive rules have found about values.
    pub(crate) verdicts: ::core::cell::RefCell<Verdicts>,
    // Only with `Telling`.
    /// Whether faults are looked at.
    pub(crate) telling: ::core::cell::Cell<Telling>,
    /// [`Read::NUMBERS`] of the type that is read.
    pub(crate) read_as: Numbers,
}

/// How the numbers of a document are read.
#[derive(Clone, Copy)]
pub struct Numbers {
    /// Whether integers have to be written as such, as draft 4 wants: `1.0` is none
    /// there.
    pub as_written: bool,
    /// Whether digits beyond those of a double count, where `serde_json` keeps them.
    pub every_digit: bool,
}

impl Numbers {
    /// As integers of 64 bits and doubles.
    pub const PLAIN: Self = Self::new(false, false);
    pub const AS_WRITTEN: Self = Self::new(true, false);
    pub const EVERY_DIGIT: Self = Self::new(false, true);
    pub const EVERY_DIGIT_AS_WRITTEN: Self = Self::new(true, true);

    const fn new(as_written: bool, every_digit: bool) -> Self {
        Self {
            as_written,
            every_digit,
        }
    }
}

impl<'de> Tape<'de> {
    /// An empty tape.
    pub fn new() -> Self {
        Self {
            nodes: Vec::new(),
            numbers: Vec::new(),
            texts: Vec::new(),
            // Only with `Scanner`.
            quotes: Quotes::new(),
            // Only with `Scanner`.
            is_brief: false,
            // Only with `Tape::enter`.
            busy: ::core::cell::RefCell::default(),
            // Only with `Tape::remembered`.
            verdicts: ::core::cell::RefCell::default(),
            // Only with `Telling`.
            telling: ::core::cell::Cell::new(Telling::Last),
            read_as: Numbers::PLAIN,
        }
    }

    #[inline]
    pub fn push_number(&mut self, number: Num) {
        self.nodes.push(Node::Number(small(self.numbers.len())));
        self.numbers.push(number);
    }

    /// Rounds numbers where digits do not count; the place of one that no double
    /// reaches.
    pub fn round_numbers(&mut self) -> Option<usize> {
        if self.read_as.every_digit || !keeps_digits() {
            return None;
        }
        let numbers = &mut self.numbers;
        let is_refused = |node: &Node<'_>| matches!(node, Node::Number(place) if !numbers[*place as usize].round());
        self.nodes.iter().position(is_refused)
    }

    #[inline]
    pub fn push_owned_text(&mut self, text: String) {
        self.nodes.push(Node::Owned(small(self.texts.len())));
        self.texts.push(text);
    }

    /// A value, one level deep.
    #[inline]
    pub fn look(&self, at: usize) -> View<'_> {
        match self.nodes[at] {
            Node::Null => View::Null,
            Node::Boolean(value) => View::Boolean(value),
            Node::Number(place) => View::Number(&self.numbers[place as usize]),
            Node::Text(text) => View::Text(text),
            Node::Owned(place) => View::Text(&self.texts[place as usize]),
            Node::Array { .. } => View::Array,
            Node::Object { .. } => View::Object,
        }
    }

    /// The kind of a value, as a set of one.
    #[inline]
    pub fn kind(&self, at: usize) -> Kinds {
        match self.look(at) {
            View::Null => Kinds::NULL,
            View::Boolean(_) => Kinds::BOOLEAN,
            View::Number(number) if number.is_integer() => Kinds::INTEGER,
            View::Number(_) => Kinds::FRACTION,
            View::Text(_) => Kinds::STRING,
            View::Array => Kinds::ARRAY,
            View::Object => Kinds::OBJECT,
        }
    }

    /// Whether a value is of one of the kinds.
    #[inline]
    pub fn is(&self, at: usize, kinds: Kinds) -> bool {
        kinds.contains(self.kind(at))
    }

    /// A fault unless the value is of one of the kinds.
    #[inline]
    pub fn expect(&self, at: usize, kinds: Kinds, schema: &'static str) -> Result<(), Fault> {
        if self.is(at, kinds) {
            Ok(())
        } else {
            Err(Fault::new(at, schema, Reason::Kind(kinds)))
        }
    }

    /// The same for kinds with integers but no other numbers, where draft 4
    /// takes `1.0` for no integer.
    #[inline]
    pub fn expect_as_written(
        &self,
        at: usize,
        kinds: Kinds,
        schema: &'static str,
    ) -> Result<(), Fault> {
        match self.number(at) {
            Some(number) if !number.is_written_as_integer() => {
                Err(Fault::new(at, schema, Reason::Kind(kinds)))
            }
            _ => self.expect(at, kinds, schema),
        }
    }

    /// Whether a number may be an integer, as far as that is a matter of how it
    /// is written.
    #[inline]
    pub fn takes_integer(&self, number: &Num) -> bool {
        !self.read_as.as_written || number.is_written_as_integer()
    }

    #[inline]
    pub fn is_null(&self, at: usize) -> bool {
        matches!(self.nodes[at], Node::Null)
    }

    #[inline]
    pub fn boolean(&self, at: usize) -> Option<bool> {
        match self.nodes[at] {
            Node::Boolean(value) => Some(value),
            _ => None,
        }
    }

    #[inline]
    pub fn number(&self, at: usize) -> Option<&Num> {
        let Node::Number(place) = self.nodes[at] else {
            return None;
        };
        self.numbers.get(place as usize)
    }

    #[inline]
    pub fn string(&self, at: usize) -> Option<&str> {
        match self.nodes[at] {
            Node::Text(text) => Some(text),
            Node::Owned(place) => self.texts.get(place as usize).map(String::as_str),
            _ => None,
        }
    }

    /// The indices of an array's items.
    #[inline]
    pub fn items(&self, at: usize) -> Option<Items<'_, 'de>> {
        let Node::Array { len, .. } = self.nodes[at] else {
            return None;
        };
        Some(Items {
            tape: self,
            next: at + 1,
            left: len as usize,
        })
    }

    /// The names of an object's members, each with the index of its value.
    #[inline]
    pub fn members(&self, at: usize) -> Option<Members<'_, 'de>> {
        let Node::Object { len, .. } = self.nodes[at] else {
            return None;
        };
        Some(Members {
            tape: self,
            next: at + 1,
            left: len as usize,
        })
    }

    /// The value of one member. Looks at every member: where several are
    /// wanted, walk [`Tape::members`] once.
    pub fn member(&self, at: usize, name: &str) -> Option<usize> {
        self.members(at)?
            .find_map(|(other, value)| (other == name).then_some(value))
    }

    /// How many items or members a value has.
    #[inline]
    pub fn len(&self, at: usize) -> usize {
        match self.nodes[at] {
            Node::Array { len, .. } | Node::Object { len, .. } => len as usize,
            _ => 0,
        }
    }

    /// The index behind a value's last node.
    #[inline]
    pub fn end(&self, at: usize) -> usize {
        match self.nodes[at] {
            Node::Array { end, .. } | Node::Object { end, .. } => end as usize,
            _ => at + 1,
        }
    }

    /// The value as `serde_json` holds it.
    pub fn value(&self, at: usize) -> ::serde_json::Value {
        match self.look(at) {
            View::Null => ::serde_json::Value::Null,
            View::Boolean(value) => ::serde_json::Value::Bool(value),
            View::Number(number) => ::serde_json::Value::Number(number.to_number()),
            View::Text(text) => ::serde_json::Value::String(text.to_owned()),
            View::Array => ::serde_json::Value::Array(
                self.each_item(at).map(|item| self.value(item)).collect(),
            ),
            View::Object => {
                let mut map = ::serde_json::Map::new();
                for (name, value) in self.each_member(at) {
                    map.insert(name.to_owned(), self.value(value));
                }
                ::serde_json::Value::Object(map)
            }
        }
    }

    /// A text, borrowed where the document has it as it is.
    pub fn cow(&self, at: usize) -> ::alloc::borrow::Cow<'de, str> {
        match self.nodes[at] {
            Node::Text(text) => ::alloc::borrow::Cow::Borrowed(text),
            _ => ::alloc::borrow::Cow::Owned(self.string(at).unwrap_or_default().to_owned()),
        }
    }

    /// The name of the member that has its value at this place.
    pub fn name_of(&self, value: usize) -> ::alloc::borrow::Cow<'de, str> {
        self.cow(value - 1)
    }

    /// The place of the whole value, unless the tape is empty.
    pub fn root(&self) -> Option<usize> {
        (!self.nodes.is_empty()).then_some(0)
    }

    /// Empties the tape for another value.
    pub fn clear(&mut self) {
        self.nodes.clear();
        self.numbers.clear();
        if !self.texts.is_empty() {
            self.texts.clear();
        }
        // Only with `Tape::remembered`.
        self.verdicts.get_mut().clear();
    }

    /// A fault where an object does not have all of some members.
    #[inline]
    pub fn require(&self, at: usize, names: &[&'static str], schema: &'static str) -> Checked {
        self.missing(at, names).map_or(Ok(()), |name| {
            Err(Fault::new(at, schema, Reason::Missing(name)))
        })
    }

    /// The first of some names that an object does not have.
    #[inline]
    pub fn missing(&self, at: usize, names: &[&'static str]) -> Option<&'static str> {
        let members = self.members(at)?;
        if names.len() <= 64 && names.len().saturating_mul(members.len()) <= 256 {
            let mut left = u64::MAX.checked_shr(64 - small(names.len())).unwrap_or(0);
            for (name, _) in members {
                if let Some(place) = names.iter().position(|other| *other == name) {
                    left &= !(1 << place);
                }
                if left == 0 {
                    return None;
                }
            }
            return names.get(left.trailing_zeros() as usize).copied();
        }
        let present = self.sorted_members(at);
        names.iter().find(|name| !is_among(&present, name)).copied()
    }
}
