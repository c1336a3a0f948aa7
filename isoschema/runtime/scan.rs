//! JSON text → tape, without `serde`'s detours.
//!
//! Takes what is plainly valid JSON. Where anything is unusual, this gives up
//! and the caller reads the text again through `serde_json`, so that verdicts,
//! values and messages are always its own: numbers that are no short integers
//! and texts with escapes are read by it one by one, and every error is found
//! by it.
use super::*;

/// The tape of a text; `None` where `serde_json` has to decide.
pub(super) fn scan(text: &str) -> ::std::option::Option<Tape<'_>> {
    // There are no more nodes than bytes, and their indices have to fit.
    if text.len() >= (u32::MAX / 2) as usize {
        return None;
    }
    let mut tape = Tape::new();
    tape.nodes.reserve(text.len() / 12 + 8);
    let mut scanner = Scanner {
        text,
        bytes: text.as_bytes(),
        tape,
        keeps_digits: keeps_digits(),
    };
    let start = space(scanner.bytes, 0);
    let end = scanner.value(start, DEEPEST)?;
    (space(scanner.bytes, end) == text.len()).then_some(scanner.tape)
}

/// `serde_json` goes 127 levels deep.
const DEEPEST: u32 = 127;

/// What is being read. Positions are handed from function to function, which
/// keeps them in registers.
struct Scanner<'de> {
    text: &'de str,
    bytes: &'de [u8],
    tape: Tape<'de>,
    keeps_digits: bool,
}

impl<'de> Scanner<'de> {
    /// Reads the value that begins at `at`, and gives the position behind it;
    /// `levels` more may be inside one another.
    fn value(&mut self, at: usize, levels: u32) -> ::std::option::Option<usize> {
        match *self.bytes.get(at)? {
            b'"' => self.string(at),
            b'{' => self.object(at, levels.checked_sub(1)?),
            b'[' => self.array(at, levels.checked_sub(1)?),
            b'n' => self.word(at, b"null", Node::Null),
            b't' => self.word(at, b"true", Node::Boolean(true)),
            b'f' => self.word(at, b"false", Node::Boolean(false)),
            _ => self.number(at),
        }
    }

    fn word(&mut self, at: usize, word: &[u8], node: Node<'de>) -> ::std::option::Option<usize> {
        let end = at + word.len();
        if self.bytes.get(at..end)? != word {
            return None;
        }
        self.tape.nodes.push(node);
        Some(end)
    }

    fn array(&mut self, at: usize, levels: u32) -> ::std::option::Option<usize> {
        let node = self.tape.open(Node::array);
        let mut len = 0;
        let mut at = space(self.bytes, at + 1);
        if self.bytes.get(at) != Some(&b']') {
            loop {
                at = self.value(at, levels)?;
                len += 1;
                at = space(self.bytes, at);
                match self.bytes.get(at)? {
                    b',' => at = space(self.bytes, at + 1),
                    b']' => break,
                    _ => return None,
                }
            }
        }
        let end = small(self.tape.nodes.len());
        self.tape.nodes[node] = Node::array(len, end);
        Some(at + 1)
    }

    fn object(&mut self, at: usize, levels: u32) -> ::std::option::Option<usize> {
        let node = self.tape.open(Node::object);
        let mut len = 0;
        let mut at = space(self.bytes, at + 1);
        if self.bytes.get(at) != Some(&b'}') {
            loop {
                if self.bytes.get(at) != Some(&b'"') {
                    return None;
                }
                at = space(self.bytes, self.string(at)?);
                if self.keeps_digits && self.tape.string(node + 1) == Some(NUMBER_MEMBER) {
                    return None;
                }
                if self.bytes.get(at) != Some(&b':') {
                    return None;
                }
                at = space(self.bytes, at + 1);
                at = self.value(at, levels)?;
                len += 1;
                at = space(self.bytes, at);
                match self.bytes.get(at)? {
                    b',' => at = space(self.bytes, at + 1),
                    b'}' => break,
                    _ => return None,
                }
            }
        }
        let end = small(self.tape.nodes.len());
        self.tape.nodes[node] = Node::object(len, end);
        match self.tape.repeated(node) {
            None => Some(at + 1),
            Some(_) => None,
        }
    }

    /// Reads the text between the quote at `start` and the next one.
    #[inline]
    fn string(&mut self, start: usize) -> ::std::option::Option<usize> {
        let end = plain_end(self.bytes, start + 1);
        if self.bytes.get(end) != Some(&b'"') {
            return self.escaped(start, end);
        }
        let text = self.text.get(start + 1..end)?;
        self.tape.nodes.push(Node::Text(text));
        Some(end + 1)
    }

    /// A text with escapes, by `serde_json`.
    #[cold]
    fn escaped(&mut self, start: usize, mut end: usize) -> ::std::option::Option<usize> {
        while self.bytes.get(end) == Some(&b'\\') {
            end = plain_end(self.bytes, end + 2);
        }
        if self.bytes.get(end) != Some(&b'"') {
            return None;
        }
        let quoted = self.text.get(start..=end)?;
        let text = ::serde_json::from_str(quoted).ok()?;
        self.tape.push_owned_text(text);
        Some(end + 1)
    }

    fn number(&mut self, start: usize) -> ::std::option::Option<usize> {
        let is_negative = self.bytes.get(start) == Some(&b'-');
        let digits = start + usize::from(is_negative);
        let mut at = digits;
        let mut value: u64 = 0;
        while let Some(digit @ b'0'..=b'9') = self.bytes.get(at) {
            value = value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
            at += 1;
        }
        let count = at - digits;
        // As many digits fit into 64 bits.
        let is_short = (1..=18).contains(&count)
            && (count == 1 || self.bytes.get(digits) != Some(&b'0'))
            && !matches!(self.bytes.get(at), Some(b'.' | b'e' | b'E'));
        let number = if is_short && !is_negative {
            Num::from_u64(value)
        } else if is_short && value != 0 {
            Num::from_i64(-i64::try_from(value).ok()?)
        } else {
            while let Some(b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-') = self.bytes.get(at) {
                at += 1;
            }
            let token = self.text.get(start..at)?;
            let number: ::serde_json::Number = ::serde_json::from_str(token).ok()?;
            if self.keeps_digits {
                Num::from_text(token.to_owned())?
            } else {
                Num::from_number(&number)
            }
        };
        self.tape.push_number(number);
        Some(at)
    }
}

/// Where the white space that begins at `at` ends.
#[inline]
fn space(bytes: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\n' | b'\t' | b'\r') = bytes.get(at) {
        at += 1;
    }
    at
}

/// Where the text that begins at `at` has its first quote, backslash or
/// control character.
///
/// Looks at so many bytes at once that few texts need a second look: where a
/// loop ends is what a processor guesses worst.
#[inline]
fn plain_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<32>()) {
        let mut hits = [0_u8; 32];
        for (hit, byte) in hits.iter_mut().zip(chunk) {
            *hit = ends_plain(*byte);
        }
        if let (Some(low), Some(high)) = (hits.first_chunk(), hits.last_chunk()) {
            let (low, high) = (u128::from_le_bytes(*low), u128::from_le_bytes(*high));
            if low | high != 0 {
                let (skipped, hit) = if low == 0 { (16, high) } else { (0, low) };
                return at + skipped + (hit.trailing_zeros() / 8) as usize;
            }
        }
        at += 32;
    }
    while let Some(byte) = bytes.get(at) {
        if ends_plain(*byte) != 0 {
            break;
        }
        at += 1;
    }
    at
}

/// 1 for a byte that ends plain text, 0 for others.
#[inline]
fn ends_plain(byte: u8) -> u8 {
    u8::from(byte == b'"') | u8::from(byte == b'\\') | u8::from(byte < 0x20)
}
