//! Deserializer → tape, value → tape.
use super::*;

/// The member under which `serde_json` hands over a number as text when its
/// `arbitrary_precision` feature is on.
const NUMBER_MEMBER: &str = "$serde_json::private::Number";

/// Whether `serde_json` keeps the digits of numbers in this build, which any
/// crate of the build can ask for.
pub(super) fn keeps_digits() -> bool {
    static KEEPS: ::std::sync::OnceLock<bool> = ::std::sync::OnceLock::new();
    *KEEPS.get_or_init(|| {
        ::serde_json::from_str::<::serde_json::Number>("1.50")
            .is_ok_and(|number| number.to_string() == "1.50")
    })
}

impl<'de> Tape<'de> {
    /// Reads a whole document.
    pub(super) fn fill<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let mut tape = Self::new();
        // Small documents fit without growing.
        tape.nodes.reserve(64);
        ::serde::de::DeserializeSeed::deserialize(Fill { tape: &mut tape }, deserializer)?;
        Ok(tape)
    }

    /// The tape of a value that stays where it is.
    pub(super) fn from_value(value: &'de ::serde_json::Value) -> Self {
        let mut tape = Self::new();
        tape.push_value(value);
        tape
    }

    fn push_value(&mut self, value: &'de ::serde_json::Value) {
        match value {
            ::serde_json::Value::Null => self.nodes.push(Node::Null),
            ::serde_json::Value::Bool(value) => self.nodes.push(Node::Boolean(*value)),
            ::serde_json::Value::Number(number) => {
                self.nodes.push(Node::Number(Num::from_number(number)));
            }
            ::serde_json::Value::String(text) => {
                self.nodes
                    .push(Node::Text(::std::borrow::Cow::Borrowed(text)));
            }
            ::serde_json::Value::Array(items) => {
                let at = self.open(Node::array);
                for item in items {
                    self.push_value(item);
                }
                self.nodes[at] = Node::array(small(items.len()), small(self.nodes.len()));
            }
            ::serde_json::Value::Object(members) => {
                let at = self.open(Node::object);
                for (name, value) in members {
                    self.nodes
                        .push(Node::Text(::std::borrow::Cow::Borrowed(name)));
                    self.push_value(value);
                }
                self.nodes[at] = Node::object(small(members.len()), small(self.nodes.len()));
            }
        }
    }

    /// Begins an array or object that reaches, until its end is known, to the
    /// end of the document, so that paths can be told meanwhile.
    fn open(&mut self, node: fn(u32, u32) -> Node<'de>) -> usize {
        let at = self.nodes.len();
        self.nodes.push(node(u32::MAX, u32::MAX));
        at
    }

    /// The first member name of an object that stood there before.
    fn repeated(&self, at: usize) -> ::std::option::Option<usize> {
        let members = self.members(at)?;
        if members.len() <= 8 {
            return members
                .enumerate()
                .find(|(position, (name, _))| {
                    self.members(at)
                        .into_iter()
                        .flatten()
                        .take(*position)
                        .any(|(other, _)| other == *name)
                })
                .map(|(_, (_, value))| value);
        }
        let mut hashes: ::std::vec::Vec<u64> = members.map(|(name, _)| quick_hash(name)).collect();
        hashes.sort_unstable();
        if hashes.windows(2).all(|pair| pair[0] != pair[1]) {
            return None;
        }
        let mut seen = ::std::collections::HashSet::new();
        self.members(at)?
            .find(|(name, _)| !seen.insert(*name))
            .map(|(_, value)| value)
    }
}

/// A hash that is equal for equal names, and seldom for others.
fn quick_hash(name: &str) -> u64 {
    name.as_bytes().chunks(8).fold(0, |hash: u64, chunk| {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        (hash.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517c_c1b7_2722_0a95)
    })
}

impl Tape<'static> {
    /// The tape of what a value would be written as.
    ///
    /// Fails where the value cannot be written as JSON.
    pub(super) fn from_serialize<T: ::serde::Serialize + ?Sized>(
        value: &T,
    ) -> ::std::result::Result<Self, ::serde_json::Error> {
        let mut tape = Self::new();
        tape.push_owned(::serde_json::to_value(value)?);
        Ok(tape)
    }

    fn push_owned(&mut self, value: ::serde_json::Value) {
        match value {
            ::serde_json::Value::Null => self.nodes.push(Node::Null),
            ::serde_json::Value::Bool(value) => self.nodes.push(Node::Boolean(value)),
            ::serde_json::Value::Number(number) => {
                self.nodes.push(Node::Number(Num::from_number(&number)));
            }
            ::serde_json::Value::String(text) => {
                self.nodes.push(Node::Text(::std::borrow::Cow::Owned(text)));
            }
            ::serde_json::Value::Array(items) => {
                let at = self.open(Node::array);
                let len = small(items.len());
                for item in items {
                    self.push_owned(item);
                }
                let end = small(self.nodes.len());
                self.nodes[at] = Node::array(len, end);
            }
            ::serde_json::Value::Object(members) => {
                let at = self.open(Node::object);
                let len = small(members.len());
                for (name, value) in members {
                    self.nodes.push(Node::Text(::std::borrow::Cow::Owned(name)));
                    self.push_owned(value);
                }
                let end = small(self.nodes.len());
                self.nodes[at] = Node::object(len, end);
            }
        }
    }
}

/// A count as a node stores it. A document that overflows it does not fit into
/// any memory; the deserializer's path refuses it all the same.
pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Reads one value to the end of the tape.
struct Fill<'t, 'de> {
    tape: &'t mut Tape<'de>,
}

impl<'de> Fill<'_, 'de> {
    fn push<E: ::serde::de::Error>(self, node: Node<'de>) -> ::std::result::Result<(), E> {
        if self.tape.nodes.len() >= u32::MAX as usize {
            return Err(E::custom("the document has too many values"));
        }
        self.tape.nodes.push(node);
        Ok(())
    }

    fn members<A: ::serde::de::MapAccess<'de>>(
        self,
        first: ::std::option::Option<::std::borrow::Cow<'de, str>>,
        mut map: A,
    ) -> ::std::result::Result<(), A::Error> {
        let tape = self.tape;
        let at = tape.open(Node::object);
        let mut len = 0;
        let mut next = first;
        while let Some(name) = next {
            tape.nodes.push(Node::Text(name));
            map.next_value_seed(Fill { tape })?;
            len += 1;
            next = map.next_key_seed(Name)?;
        }
        let end = small(tape.nodes.len());
        tape.nodes[at] = Node::object(len, end);
        if let Some(value) = tape.repeated(at) {
            return Err(::serde::de::Error::custom(::std::format_args!(
                "the member {} stands there twice",
                tape.path(value)
            )));
        }
        Ok(())
    }
}

impl<'de> ::serde::de::DeserializeSeed<'de> for Fill<'_, 'de> {
    type Value = ();

    fn deserialize<D: ::serde::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> ::std::result::Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> ::serde::de::Visitor<'de> for Fill<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: ::serde::de::Error>(self) -> ::std::result::Result<(), E> {
        self.push(Node::Null)
    }

    fn visit_none<E: ::serde::de::Error>(self) -> ::std::result::Result<(), E> {
        self.push(Node::Null)
    }

    fn visit_some<D: ::serde::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> ::std::result::Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: ::serde::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> ::std::result::Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: ::serde::de::Error>(self, value: bool) -> ::std::result::Result<(), E> {
        self.push(Node::Boolean(value))
    }

    fn visit_u64<E: ::serde::de::Error>(self, value: u64) -> ::std::result::Result<(), E> {
        self.push(Node::Number(Num::from_u64(value)))
    }

    fn visit_i64<E: ::serde::de::Error>(self, value: i64) -> ::std::result::Result<(), E> {
        self.push(Node::Number(Num::from_i64(value)))
    }

    fn visit_u128<E: ::serde::de::Error>(self, value: u128) -> ::std::result::Result<(), E> {
        match Num::from_text(value.to_string()) {
            Some(number) => self.push(Node::Number(number)),
            None => Err(E::custom("number out of range")),
        }
    }

    fn visit_i128<E: ::serde::de::Error>(self, value: i128) -> ::std::result::Result<(), E> {
        match Num::from_text(value.to_string()) {
            Some(number) => self.push(Node::Number(number)),
            None => Err(E::custom("number out of range")),
        }
    }

    fn visit_f64<E: ::serde::de::Error>(self, value: f64) -> ::std::result::Result<(), E> {
        match Num::from_f64(value) {
            Some(number) => self.push(Node::Number(number)),
            None => Err(E::custom("JSON has no numbers that are not finite")),
        }
    }

    fn visit_str<E: ::serde::de::Error>(self, text: &str) -> ::std::result::Result<(), E> {
        self.push(Node::Text(::std::borrow::Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E: ::serde::de::Error>(
        self,
        text: &'de str,
    ) -> ::std::result::Result<(), E> {
        self.push(Node::Text(::std::borrow::Cow::Borrowed(text)))
    }

    fn visit_string<E: ::serde::de::Error>(
        self,
        text: ::std::string::String,
    ) -> ::std::result::Result<(), E> {
        self.push(Node::Text(::std::borrow::Cow::Owned(text)))
    }

    fn visit_seq<A: ::serde::de::SeqAccess<'de>>(
        self,
        mut seq: A,
    ) -> ::std::result::Result<(), A::Error> {
        let tape = self.tape;
        let at = tape.open(Node::array);
        let mut len = 0;
        while seq.next_element_seed(Fill { tape })?.is_some() {
            len += 1;
        }
        let end = small(tape.nodes.len());
        tape.nodes[at] = Node::array(len, end);
        Ok(())
    }

    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut map: A,
    ) -> ::std::result::Result<(), A::Error> {
        let first = map.next_key_seed(Name)?;
        if first.as_deref() != Some(NUMBER_MEMBER) || !keeps_digits() {
            return self.members(first, map);
        }
        // Read as the object that it looks like. What a document says is
        // borrowed from it; the digits of a number are given away.
        let tape = self.tape;
        let at = tape.nodes.len();
        Fill { tape }.members(first, map)?;
        let digits = match &tape.nodes[at..] {
            [_, _, Node::Text(::std::borrow::Cow::Owned(text))] => Num::from_text(text.clone()),
            _ => None,
        };
        if let Some(number) = digits {
            tape.nodes.truncate(at);
            tape.nodes.push(Node::Number(number));
        }
        Ok(())
    }
}

/// Reads a member name.
struct Name;

impl<'de> ::serde::de::DeserializeSeed<'de> for Name {
    type Value = ::std::borrow::Cow<'de, str>;

    fn deserialize<D: ::serde::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> ::std::result::Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> ::serde::de::Visitor<'de> for Name {
    type Value = ::std::borrow::Cow<'de, str>;

    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str("a member name")
    }

    fn visit_str<E: ::serde::de::Error>(self, name: &str) -> ::std::result::Result<Self::Value, E> {
        Ok(::std::borrow::Cow::Owned(name.to_owned()))
    }

    fn visit_borrowed_str<E: ::serde::de::Error>(
        self,
        name: &'de str,
    ) -> ::std::result::Result<Self::Value, E> {
        Ok(::std::borrow::Cow::Borrowed(name))
    }

    fn visit_string<E: ::serde::de::Error>(
        self,
        name: ::std::string::String,
    ) -> ::std::result::Result<Self::Value, E> {
        Ok(::std::borrow::Cow::Owned(name))
    }
}
