//! Without the standard library, what nobody declared is read at once.
use super::*;

/// The value of a member that is not declared.
#[derive(Clone)]
pub enum Held<V> {
    Value(V),
}

impl<V> Held<V> {
    /// The value.
    pub fn get(&self) -> &V {
        let Self::Value(value) = self;
        value
    }

    /// The value, to be changed.
    pub fn get_mut(&mut self) -> &mut V {
        let Self::Value(value) = self;
        value
    }

    /// The value itself.
    pub fn give(self) -> V {
        let Self::Value(value) = self;
        value
    }
}

impl<V: ::serde::Serialize> ::serde::Serialize for Held<V> {
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

impl Scanner<'_> {
    /// Holds a value of any kind.
    pub fn hold(&mut self, place: &'static Place) -> Option<Held<::serde_json::Value>> {
        self.read_value(place).map(Held::Value)
    }
}
