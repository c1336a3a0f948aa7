//! Deserializer → tape, value → tape.
use super::*;

/// The member under which `serde_json` hands over a number as text when its
/// `arbitrary_precision` feature is on.
pub const NUMBER_MEMBER: &str = "$serde_json::private::Number";

/// Whether `serde_json` keeps the digits of numbers in this build, which any
/// crate of the build can ask for.
pub fn keeps_digits() -> bool {
    /// 0 until it is known; two threads may find it out, and both the same.
    static KEEPS: ::core::sync::atomic::AtomicU8 = ::core::sync::atomic::AtomicU8::new(0);
    let order = ::core::sync::atomic::Ordering::Relaxed;
    let known = KEEPS.load(order);
    if known != 0 {
        return known == 2;
    }
    let number = "1.50".parse::<::serde_json::Number>();
    let keeps = number.is_ok_and(|number| number.to_string() == "1.50");
    KEEPS.store(1 + u8::from(keeps), order);
    keeps
}

impl<'de> Tape<'de> {
    /// Reads a whole document.
    pub fn fill<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut tape = Self::new();
        // Only with `Scanner`.
        tape.reuse();
        // Small documents fit without growing.
        tape.nodes.reserve(256);
        let fill = Fill {
            tape: &mut tape,
            is_name: false,
        };
        ::serde::de::DeserializeSeed::deserialize(fill, deserializer)?;
        Ok(tape)
    }

    /// Begins an array or object that reaches, until its end is known, to the
    /// end of the document, so that paths can be told meanwhile.
    #[inline]
    pub fn open(&mut self, node: fn(u32, u32) -> Node<'de>) -> usize {
        let at = self.nodes.len();
        self.nodes.push(node(u32::MAX, u32::MAX));
        at
    }
}

impl Tape<'static> {
    /// The tape of what a value would be written as.
    ///
    /// Fails where the value cannot be written as JSON.
    pub fn from_serialize<T: ::serde::Serialize + ?Sized>(
        value: &T,
    ) -> Result<Self, ::serde_json::Error> {
        Self::fill(::serde_json::to_value(value)?)
    }
}

/// A count as a node stores it. A document that overflows it does not fit into
/// any memory; the deserializer's path refuses it all the same.
pub fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Reads one value, or the name of a member, to the end of the tape.
struct Fill<'t, 'de> {
    tape: &'t mut Tape<'de>,
    is_name: bool,
}

impl<'de> Fill<'_, 'de> {
    /// The tape, if there is a place left on it.
    #[inline]
    fn tape<'t, E: ::serde::de::Error>(self) -> Result<&'t mut Tape<'de>, E>
    where
        Self: 't,
    {
        if self.tape.nodes.len() >= u32::MAX as usize {
            return Err(E::custom("the document has too many values"));
        }
        Ok(self.tape)
    }

    /// The same for what no name is.
    #[inline]
    fn value<'t, E: ::serde::de::Error>(self) -> Result<&'t mut Tape<'de>, E>
    where
        Self: 't,
    {
        if self.is_name {
            return Err(E::custom("the name of a member is no text"));
        }
        self.tape()
    }

    fn number<E: ::serde::de::Error>(
        self,
        number: Option<Num>,
        fault: &'static str,
    ) -> Result<(), E> {
        match number {
            Some(number) => {
                let tape = self.value()?;
                tape.push_number(number);
                Ok(())
            }
            None => Err(E::custom(fault)),
        }
    }
}

impl<'de> ::serde::de::DeserializeSeed<'de> for Fill<'_, 'de> {
    type Value = ();

    fn deserialize<D: ::serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.is_name {
            deserializer.deserialize_str(self)
        } else {
            deserializer.deserialize_any(self)
        }
    }
}

impl<'de> ::serde::de::Visitor<'de> for Fill<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: ::serde::de::Error>(self) -> Result<(), E> {
        self.value()?.nodes.push(Node::Null);
        Ok(())
    }

    fn visit_none<E: ::serde::de::Error>(self) -> Result<(), E> {
        self.value()?.nodes.push(Node::Null);
        Ok(())
    }

    fn visit_some<D: ::serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: ::serde::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: ::serde::de::Error>(self, value: bool) -> Result<(), E> {
        self.value()?.nodes.push(Node::Boolean(value));
        Ok(())
    }

    fn visit_u64<E: ::serde::de::Error>(self, value: u64) -> Result<(), E> {
        self.number(Some(Num::from_u64(value)), "")
    }

    fn visit_i64<E: ::serde::de::Error>(self, value: i64) -> Result<(), E> {
        self.number(Some(Num::from_i64(value)), "")
    }

    fn visit_u128<E: ::serde::de::Error>(self, value: u128) -> Result<(), E> {
        self.number(Num::from_text(value.to_string()), "number out of range")
    }

    fn visit_i128<E: ::serde::de::Error>(self, value: i128) -> Result<(), E> {
        self.number(Num::from_text(value.to_string()), "number out of range")
    }

    fn visit_f64<E: ::serde::de::Error>(self, value: f64) -> Result<(), E> {
        self.number(
            Num::from_f64(value),
            "JSON has no numbers that are not finite",
        )
    }

    fn visit_str<E: ::serde::de::Error>(self, text: &str) -> Result<(), E> {
        self.visit_string(text.to_owned())
    }

    fn visit_borrowed_str<E: ::serde::de::Error>(self, text: &'de str) -> Result<(), E> {
        self.tape()?.nodes.push(Node::Text(text));
        Ok(())
    }

    fn visit_string<E: ::serde::de::Error>(self, text: String) -> Result<(), E> {
        let tape = self.tape()?;
        tape.push_owned_text(text);
        Ok(())
    }

    fn visit_seq<A: ::serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let tape = self.value()?;
        let at = tape.open(Node::array);
        let mut len = 0;
        while seq
            .next_element_seed(Fill {
                tape,
                is_name: false,
            })?
            .is_some()
        {
            len += 1;
        }
        let end = small(tape.nodes.len());
        tape.nodes[at] = Node::array(len, end);
        Ok(())
    }

    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let tape = self.value()?;
        let at = tape.open(Node::object);
        let mut len = 0;
        while map
            .next_key_seed(Fill {
                tape,
                is_name: true,
            })?
            .is_some()
        {
            map.next_value_seed(Fill {
                tape,
                is_name: false,
            })?;
            len += 1;
        }
        // A number looks like an object too. What a document says is borrowed
        // from it; the digits of a number are given away.
        let digits = match tape.nodes[at + 1..] {
            [_, Node::Owned(place)]
                if tape.string(at + 1) == Some(NUMBER_MEMBER) && keeps_digits() =>
            {
                tape.texts
                    .get(place as usize)
                    .cloned()
                    .and_then(Num::from_text)
            }
            _ => None,
        };
        if let Some(number) = digits {
            tape.nodes.truncate(at);
            tape.texts.pop();
            tape.push_number(number);
            return Ok(());
        }
        let end = small(tape.nodes.len());
        tape.nodes[at] = Node::object(len, end);
        if let Some(value) = tape.repeated(at) {
            return Err(::serde::de::Error::custom(::core::format_args!(
                "the member {} stands there twice",
                tape.path(value)
            )));
        }
        Ok(())
    }
}
