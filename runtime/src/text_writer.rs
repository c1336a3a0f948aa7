//! Values → JSON text, as `serde_json` writes it without white space, but with texts looked at
//! eight bytes at a time. What is unusual gives up, and `serde_json` decides.
use super::*;

/// Writes JSON text.
pub struct TextWriter {
    pub(crate) out: String,
    pub(crate) next: Next,
}

/// What is written next.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Next {
    Value,
    Name,
    /// JSON text, as it is.
    Text,
    /// The value of a member, of which the name and the colon are written.
    Behind,
}

/// The name of a declared member, and how it is written in Rust with a colon behind it: as in JSON, unless it takes
/// escapes, and is longer.
pub struct MemberName(pub &'static str, pub &'static str);

/// What [`TextWriter`] is told that a member's name is.
pub(crate) const MEMBER_NAME: &str = "$isoschema::MemberName";

impl ::serde::Serialize for MemberName {
    #[inline]
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if writes_text::<S>() && self.1.len() == self.0.len() + r#""":"#.len() {
            serializer.serialize_unit_variant(MEMBER_NAME, 0, self.1)
        } else {
            serializer.serialize_str(self.0)
        }
    }
}

/// Whether a serializer is a [`TextWriter`].
#[inline]
pub(crate) fn writes_text<S>() -> bool {
    ::core::any::type_name::<S>() == ::core::any::type_name::<&mut TextWriter>()
}

/// What is left to `serde_json`.
#[derive(Debug)]
pub struct GaveUp;

impl ::core::fmt::Display for GaveUp {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str("left to serde_json")
    }
}

impl ::core::error::Error for GaveUp {}

impl ::serde::ser::Error for GaveUp {
    fn custom<T: ::core::fmt::Display>(_: T) -> Self {
        Self
    }
}

::std::thread_local! {
    /// The memory of the thread's last text.
    static TEXT: ::core::cell::Cell<String> = const { ::core::cell::Cell::new(String::new()) };
}

/// Longer memory is not kept.
const MOST_SPARE: usize = 1 << 16;

/// An empty text, with the memory that the thread's last one has left.
#[inline]
pub(crate) fn spare_text() -> String {
    TEXT.try_with(::core::cell::Cell::take).unwrap_or_default()
}

/// Leaves a text's memory to the thread's next one.
#[inline]
pub(crate) fn recycle_text(mut text: String) {
    if text.capacity() <= MOST_SPARE {
        text.clear();
        let _ = TEXT.try_with(|kept| kept.set(text));
    }
}

/// The JSON text of a value, unless `serde_json` has to write it.
#[inline]
pub fn text_of<T: ::serde::Serialize + ?Sized>(value: &T) -> Option<String> {
    let mut writer = TextWriter::new(String::with_capacity(128));
    value.serialize(&mut writer).ok()?;
    Some(writer.out)
}

/// Hands a value to a serializer of `serde_json` as its text; gives the serializer back where that
/// has to write it.
#[inline]
pub fn serialize_text<T: ::serde::Serialize, S: ::serde::Serializer>(
    value: &T,
    serializer: S,
) -> Result<Result<S::Ok, S::Error>, S> {
    if !writes_into_memory::<S>() {
        return Err(serializer);
    }
    let mut writer = TextWriter::new(spare_text());
    let is_written = value.serialize(&mut writer).is_ok();
    let given = if is_written {
        Ok(::serde::Serialize::serialize(
            &RawText(&writer.out),
            serializer,
        ))
    } else {
        Err(serializer)
    };
    recycle_text(writer.out);
    given
}

impl TextWriter {
    fn new(out: String) -> Self {
        Self {
            out,
            next: Next::Value,
        }
    }

    /// Writes a text with its quotes.
    pub(crate) fn text(&mut self, text: &str) {
        self.out.reserve(text.len() + 4);
        self.out.push('"');
        if is_plain(text.as_bytes()) {
            self.out.push_str(text);
        } else {
            self.escaped(text);
        }
        self.out.push('"');
    }

    #[cold]
    fn escaped(&mut self, text: &str) {
        let mut copied = 0;
        for (at, byte) in text.bytes().enumerate() {
            let escape = match byte {
                b'"' => "\\\"",
                b'\\' => "\\\\",
                0x08 => "\\b",
                b'\t' => "\\t",
                b'\n' => "\\n",
                0x0c => "\\f",
                b'\r' => "\\r",
                0..=0x1f => "\\u00",
                _ => continue,
            };
            // Bytes that are escaped are characters of their own.
            self.out.push_str(text.get(copied..at).unwrap_or_default());
            self.out.push_str(escape);
            if escape.len() > 2 {
                let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
                self.out.extend([digit(byte >> 4), digit(byte & 0xf)]);
            }
            copied = at + 1;
        }
        self.out.push_str(text.get(copied..).unwrap_or_default());
    }

    /// Writes a number as `serde_json` does.
    #[inline]
    pub(crate) fn number<T: ::serde::Serialize>(&mut self, number: &T) -> Result<(), GaveUp> {
        ::serde_json::to_writer(Ascii(&mut self.out), number).map_err(|_| GaveUp)
    }
}

/// Whether a text is written as it is.
#[inline]
fn is_plain(bytes: &[u8]) -> bool {
    let (words, rest) = bytes.as_chunks::<8>();
    let found = words
        .iter()
        .fold(0, |found, word| found | unusual(u64::from_le_bytes(*word)));
    let last = match (bytes.last_chunk::<8>(), rest.last_chunk::<4>()) {
        _ if rest.is_empty() => 0,
        (Some(last), _) => unusual(u64::from_le_bytes(*last)),
        (None, Some(last)) => {
            let first = rest
                .first_chunk::<4>()
                .map_or(0, |it| u32::from_le_bytes(*it));
            unusual(u64::from(first) << 32 | u64::from(u32::from_le_bytes(*last)))
        }
        (None, None) => {
            let spaces = u64::from_le_bytes([b' '; 8]);
            let word = rest
                .iter()
                .fold(spaces, |word, byte| (word << 8) | u64::from(*byte));
            unusual(word)
        }
    };
    found | last == 0
}

/// Not zero where a byte of eight is a quote, a backslash or a control character.
#[inline]
fn unusual(word: u64) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let zero = |word: u64| word.wrapping_sub(ONES) & !word;
    let quote = zero(word ^ (ONES * 0x22));
    let backslash = zero(word ^ (ONES * 0x5c));
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    (quote | backslash | control) & (ONES << 7)
}

/// Takes what is ASCII alone.
struct Ascii<'a>(&'a mut String);

impl ::std::io::Write for Ascii<'_> {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> ::std::io::Result<usize> {
        let text = ::core::str::from_utf8(bytes).map_err(::std::io::Error::other)?;
        self.0.push_str(text);
        Ok(bytes.len())
    }

    #[inline]
    fn flush(&mut self) -> ::std::io::Result<()> {
        Ok(())
    }
}
