//! What the borrowing form of types is made of.
use super::*;

/// The members that are kept beside the declared ones of `Owner`, their names
/// borrowed from the document.
pub type BorrowedProperties<'de, Owner, V = Value<'de>> =
    AdditionalProperties<Owner, V, ::alloc::borrow::Cow<'de, str>>;

/// A JSON value whose texts are borrowed from the document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value<'de> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(::serde_json::Number),
    /// A text.
    String(::alloc::borrow::Cow<'de, str>),
    /// A list.
    Array(Vec<Self>),
    /// An object.
    Object(::alloc::collections::BTreeMap<::alloc::borrow::Cow<'de, str>, Self>),
}

impl Value<'_> {
    /// The same value with texts of its own.
    #[must_use]
    #[inline]
    pub fn into_owned(self) -> ::serde_json::Value {
        match self {
            Self::Null => ::serde_json::Value::Null,
            Self::Bool(value) => ::serde_json::Value::Bool(value),
            Self::Number(number) => ::serde_json::Value::Number(number),
            Self::String(text) => ::serde_json::Value::String(text.into_owned()),
            Self::Array(items) => {
                ::serde_json::Value::Array(items.into_iter().map(Self::into_owned).collect())
            }
            Self::Object(members) => ::serde_json::Value::Object(
                members
                    .into_iter()
                    .map(|(name, value)| (name.into_owned(), value.into_owned()))
                    .collect(),
            ),
        }
    }

    /// The text, where it is one.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The member of an object.
    #[must_use]
    #[inline]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.get(name),
            _ => None,
        }
    }
}

impl<'de> From<&'de ::serde_json::Value> for Value<'de> {
    #[inline]
    fn from(value: &'de ::serde_json::Value) -> Self {
        match value {
            ::serde_json::Value::Null => Self::Null,
            ::serde_json::Value::Bool(value) => Self::Bool(*value),
            ::serde_json::Value::Number(number) => Self::Number(number.clone()),
            ::serde_json::Value::String(text) => Self::String(text.into()),
            ::serde_json::Value::Array(items) => {
                Self::Array(items.iter().map(Self::from).collect())
            }
            ::serde_json::Value::Object(members) => Self::Object(
                members
                    .iter()
                    .map(|(name, value)| (name.into(), value.into()))
                    .collect(),
            ),
        }
    }
}

impl ::serde::Serialize for Value<'_> {
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => ::serde::Serialize::serialize(number, serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(members) => serializer.collect_map(members),
        }
    }
}

impl<'de> ::serde::Deserialize<'de> for Value<'de> {
    fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

impl<'de> Tape<'de> {
    /// The value with borrowed texts.
    #[inline]
    pub fn borrowed_value(&self, at: usize) -> Value<'de> {
        match self.look(at) {
            View::Null => Value::Null,
            View::Boolean(value) => Value::Bool(value),
            View::Number(number) => Value::Number(number.to_number()),
            View::Text(_) => Value::String(self.cow(at)),
            View::Array => Value::Array(
                self.each_item(at)
                    .map(|item| self.borrowed_value(item))
                    .collect(),
            ),
            View::Object => Value::Object(
                self.each_member(at)
                    .map(|(_, value)| (self.name_of(value), self.borrowed_value(value)))
                    .collect(),
            ),
        }
    }
}

impl<'de> Read<'de> for Value<'de> {
    #[inline]
    fn read(tape: &Tape<'de>, at: usize, _: &'static Place) -> Result<Self, Fault> {
        Ok(tape.borrowed_value(at))
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'de>, place: &'static Place) -> Option<Self> {
        Some(match scanner.bytes.get(scanner.at)? {
            b'"' => Self::String(scanner.text()?),
            b'n' if scanner.takes_null() => Self::Null,
            b't' | b'f' => Self::Bool(scanner.read_boolean()?),
            b'[' => Self::Array(<Vec<_> as Read>::scan(scanner, place)?),
            b'{' => {
                let mut map = ::alloc::collections::BTreeMap::new();
                scanner.read_map(place, |name, value| map.insert(name, value).is_none())?;
                Self::Object(map)
            }
            _ => Self::Number(<::serde_json::Number as Read>::scan(scanner, place)?),
        })
    }
}

impl<'de> Read<'de> for ::alloc::borrow::Cow<'de, str> {
    #[inline]
    fn read(tape: &Tape<'de>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        match tape.nodes[at] {
            Node::Text(text) => Ok(::alloc::borrow::Cow::Borrowed(text)),
            _ => tape
                .text(at, place)
                .map(|text| ::alloc::borrow::Cow::Owned(text.to_owned())),
        }
    }

    #[inline]
    fn named(name: &'de str) -> Option<Self> {
        Some(name.into())
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'de>, _: &'static Place) -> Option<Self> {
        scanner.text()
    }
}

impl<Owner, V> AdditionalProperties<Owner, V, ::alloc::borrow::Cow<'_, str>> {
    /// The bag with names of its own.
    #[doc(hidden)]
    pub fn into_owned_by<T>(self, convert: impl Fn(V) -> T) -> AdditionalProperties<Owner, T> {
        let mut bag = AdditionalProperties::new();
        for (name, value) in self {
            bag.push(name.into_owned(), Held::Value(convert(value)));
        }
        bag
    }
}

impl<Owner, V> AdditionalProperties<Owner, V> {
    /// A bag that borrows the names.
    #[doc(hidden)]
    pub fn lend_by<'de, T>(
        &'de self,
        convert: impl Fn(&'de V) -> T,
    ) -> BorrowedProperties<'de, Owner, T> {
        let mut bag = AdditionalProperties::new();
        for (name, value) in self {
            bag.push(name.into(), Held::Value(convert(value)));
        }
        bag
    }
}
