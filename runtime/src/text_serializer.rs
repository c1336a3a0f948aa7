//! What `serde` asks of the writer of texts, and what is left to `serde_json`.
use super::*;

/// The members or items of a value, one after another.
pub struct Parts<'w> {
    writer: &'w mut TextWriter,
    is_first: bool,
    end: char,
}

impl<'w> Parts<'w> {
    #[inline]
    fn new(writer: &'w mut TextWriter, begin: char, end: char) -> Self {
        writer.out.push(begin);
        Self {
            writer,
            is_first: true,
            end,
        }
    }

    #[inline]
    fn next(&mut self) {
        if !self.is_first {
            self.writer.out.push(',');
        }
        self.is_first = false;
    }

    #[inline]
    fn finish(self) {
        self.writer.out.push(self.end);
    }
}

impl ::serde::ser::SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = GaveUp;

    #[inline]
    fn serialize_element<T: ::serde::Serialize + ?Sized>(
        &mut self,
        item: &T,
    ) -> Result<(), GaveUp> {
        self.next();
        item.serialize(&mut *self.writer)
    }

    #[inline]
    fn end(self) -> Result<(), GaveUp> {
        self.finish();
        Ok(())
    }
}

impl ::serde::ser::SerializeTuple for Parts<'_> {
    type Ok = ();
    type Error = GaveUp;

    #[inline]
    fn serialize_element<T: ::serde::Serialize + ?Sized>(
        &mut self,
        item: &T,
    ) -> Result<(), GaveUp> {
        ::serde::ser::SerializeSeq::serialize_element(self, item)
    }

    #[inline]
    fn end(self) -> Result<(), GaveUp> {
        ::serde::ser::SerializeSeq::end(self)
    }
}

impl ::serde::ser::SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = GaveUp;

    // Of a declared name, this is no more than a copy.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn serialize_key<T: ::serde::Serialize + ?Sized>(&mut self, name: &T) -> Result<(), GaveUp> {
        self.next();
        let start = self.writer.out.len();
        self.writer.next = Next::Name;
        name.serialize(&mut *self.writer)?;
        if ::core::mem::replace(&mut self.writer.next, Next::Value) == Next::Behind {
            return Ok(());
        }
        // A name that is no text is written as one.
        if self.writer.out.as_bytes().get(start) != Some(&b'"') {
            return Err(GaveUp);
        }
        self.writer.out.push(':');
        Ok(())
    }

    #[inline]
    fn serialize_value<T: ::serde::Serialize + ?Sized>(&mut self, value: &T) -> Result<(), GaveUp> {
        value.serialize(&mut *self.writer)
    }

    #[inline]
    fn end(self) -> Result<(), GaveUp> {
        self.finish();
        Ok(())
    }
}

impl ::serde::ser::SerializeStruct for &mut TextWriter {
    type Ok = ();
    type Error = GaveUp;

    fn serialize_field<T: ::serde::Serialize + ?Sized>(
        &mut self,
        _: &'static str,
        text: &T,
    ) -> Result<(), GaveUp> {
        self.next = Next::Text;
        text.serialize(&mut **self)?;
        self.next = Next::Value;
        Ok(())
    }

    fn end(self) -> Result<(), GaveUp> {
        Ok(())
    }
}

macro_rules! numbers {
    ($($method:ident $number:ident)+) => {
        $(
            #[inline]
            fn $method(self, number: $number) -> Result<(), GaveUp> {
                self.number(&number)
            }
        )+
    };
}

type Left = ::serde::ser::Impossible<(), GaveUp>;

impl<'w> ::serde::Serializer for &'w mut TextWriter {
    type Ok = ();
    type Error = GaveUp;
    type SerializeSeq = Parts<'w>;
    type SerializeTuple = Parts<'w>;
    type SerializeTupleStruct = Left;
    type SerializeTupleVariant = Left;
    type SerializeMap = Parts<'w>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Left;

    numbers! {
        serialize_i8 i8
        serialize_i16 i16
        serialize_i32 i32
        serialize_i64 i64
        serialize_i128 i128
        serialize_u8 u8
        serialize_u16 u16
        serialize_u32 u32
        serialize_u64 u64
        serialize_u128 u128
        serialize_f32 f32
        serialize_f64 f64
    }

    #[inline]
    fn serialize_bool(self, value: bool) -> Result<(), GaveUp> {
        self.out.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    #[inline]
    fn serialize_str(self, text: &str) -> Result<(), GaveUp> {
        if self.next == Next::Text {
            self.out.push_str(text);
        } else {
            self.text(text);
        }
        Ok(())
    }

    #[inline]
    fn serialize_unit(self) -> Result<(), GaveUp> {
        self.out.push_str("null");
        Ok(())
    }

    #[inline]
    fn serialize_none(self) -> Result<(), GaveUp> {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_some<T: ::serde::Serialize + ?Sized>(self, value: &T) -> Result<(), GaveUp> {
        if self.next == Next::Name {
            return Err(GaveUp);
        }
        value.serialize(self)
    }

    #[inline]
    fn serialize_newtype_struct<T: ::serde::Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), GaveUp> {
        value.serialize(self)
    }

    #[inline]
    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'w>, GaveUp> {
        Ok(Parts::new(self, '[', ']'))
    }

    #[inline]
    fn serialize_tuple(self, _: usize) -> Result<Parts<'w>, GaveUp> {
        Ok(Parts::new(self, '[', ']'))
    }

    #[inline]
    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'w>, GaveUp> {
        Ok(Parts::new(self, '{', '}'))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Self, GaveUp> {
        if matches!(name, RAW_VALUE | NUMBER_MEMBER) && self.next == Next::Value {
            Ok(self)
        } else {
            Err(GaveUp)
        }
    }

    fn serialize_char(self, _: char) -> Result<(), GaveUp> {
        Err(GaveUp)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), GaveUp> {
        Err(GaveUp)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), GaveUp> {
        Err(GaveUp)
    }

    #[inline]
    fn serialize_unit_variant(
        self,
        name: &'static str,
        _: u32,
        text: &'static str,
    ) -> Result<(), GaveUp> {
        if name != MEMBER_NAME {
            return Err(GaveUp);
        }
        self.out.push_str(text);
        self.next = Next::Behind;
        Ok(())
    }

    fn serialize_newtype_variant<T: ::serde::Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), GaveUp> {
        Err(GaveUp)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Left, GaveUp> {
        Err(GaveUp)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Left, GaveUp> {
        Err(GaveUp)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Left, GaveUp> {
        Err(GaveUp)
    }
}
