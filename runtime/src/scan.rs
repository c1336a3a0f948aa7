//! JSON text → tape, without `serde`'s detours.
//!
//! Takes what is plainly valid JSON. Where anything is unusual, this gives up
//! and the caller reads the text again through `serde_json`, so that what JSON
//! is, is always its decision: numbers that are no short integers and texts with
//! unusual escapes are read by it one by one, and what is no JSON is found by
//! it.
use super::*;

/// `serde_json` goes 127 levels deep.
const DEEPEST: u32 = 127;

/// What is being read. Positions are handed from function to function, which
/// keeps them in registers.
pub struct Scanner<'de> {
    pub(crate) text: &'de str,
    pub(crate) bytes: &'de [u8],
    pub(crate) tape: Tape<'de>,
    /// How many texts are read: where one begins, the next of the quotes ends it.
    pub(crate) read: usize,
    pub(crate) keeps_digits: bool,
    /// Where the next value begins, for what is read without a tape.
    pub(crate) at: usize,
    /// How many more values may be inside one another there.
    pub(crate) levels: u32,
    /// How many more bytes are passed to look ahead: a few times the text.
    pub(crate) ahead: usize,
    /// Where the last object begins that a member tells, which member, and its text.
    pub(crate) told: Option<(usize, &'static str, &'de str)>,
    /// The texts with escapes that the last look ahead has read, with where they begin.
    pub(crate) unescaped: Vec<(usize, String)>,
    /// Whether the items of the list that comes next have to differ.
    pub(crate) is_distinct: bool,
    /// What such items are told apart by, those of lists in one another one after another.
    pub(crate) sums: Vec<u64>,
    /// Whether the names of the members of the object that comes next are collected.
    pub(crate) collects: bool,
    /// The names that are, those of objects in one another one after another.
    pub(crate) names: Vec<&'de str>,
    /// How many attempts are under way in one another.
    pub(crate) attempts: u32,
    /// Who tells why a value does not fit, where that is not told at once.
    pub(crate) later: Option<TellWhy>,
    /// Why reading stopped there.
    pub(crate) stop: Stop<'de>,
}

impl<'de> Scanner<'de> {
    /// Whether a text is short enough: there are no more nodes than bytes, and their indices
    /// have to fit.
    pub fn is_short(text: &str) -> bool {
        text.len() < UNUSUAL as usize
    }

    /// A scanner of a text that is short enough.
    #[inline]
    pub fn new(text: &'de str) -> Self {
        let mut quotes = spare_quotes();
        find_quotes(text.as_bytes(), &mut quotes);
        Self {
            text,
            bytes: text.as_bytes(),
            tape: Tape {
                quotes,
                ..Tape::new()
            },
            read: 0,
            keeps_digits: keeps_digits(),
            at: space(text.as_bytes(), 0),
            levels: DEEPEST,
            ahead: 4 * text.len(),
            told: None,
            unescaped: Vec::new(),
            is_distinct: false,
            sums: Vec::new(),
            collects: false,
            names: Vec::new(),
            attempts: 0,
            later: None,
            stop: Stop::No,
        }
    }

    /// Reads the value that begins at `at`, and gives the position behind it;
    /// `levels` more may be inside one another.
    pub fn value(&mut self, at: usize, levels: u32) -> Option<usize> {
        match *self.bytes.get(at)? {
            b'"' => self.string(at),
            b'{' => self.object(at, levels.checked_sub(1)?),
            b'[' => self.array(at, levels.checked_sub(1)?),
            b'n' => self.word(at, b"null", Node::Null),
            b't' => self.word(at, b"true", Node::Boolean(true)),
            b'f' => self.word(at, b"false", Node::Boolean(false)),
            _ => {
                let (number, end) = self.number(at)?;
                self.tape.push_number(number);
                Some(end)
            }
        }
    }

    fn word(&mut self, at: usize, word: &[u8], is: Node<'de>) -> Option<usize> {
        let end = at + word.len();
        if self.bytes.get(at..end)? != word {
            return None;
        }
        self.tape.nodes.push(is);
        Some(end)
    }

    fn array(&mut self, at: usize, levels: u32) -> Option<usize> {
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

    fn object(&mut self, at: usize, levels: u32) -> Option<usize> {
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

    /// Reads the text that the quote at `start` begins.
    #[inline]
    fn string(&mut self, start: usize) -> Option<usize> {
        let (text, end) = self.text_at(start)?;
        match text {
            ::alloc::borrow::Cow::Borrowed(text) => self.tape.nodes.push(Node::Text(text)),
            ::alloc::borrow::Cow::Owned(text) => self.tape.push_owned_text(text),
        }
        Some(end)
    }

    /// The text that the quote at `start` begins, and the position behind it.
    #[inline]
    pub fn text_at(&mut self, start: usize) -> Option<(::alloc::borrow::Cow<'de, str>, usize)> {
        match self.plain_at(start) {
            Some((text, end)) => Some((::alloc::borrow::Cow::Borrowed(text), end)),
            None => self.escaped(start),
        }
    }

    /// The same for a text without escapes; `None` for others.
    #[inline]
    pub fn plain_at(&mut self, at: usize) -> Option<(&'de str, usize)> {
        let end = *self.tape.quotes.get(self.read)? as usize;
        let text = self.text.get(at + 1..end)?;
        self.read += 1;
        Some((text, end + 1))
    }

    /// The same for a text with escapes.
    #[cold]
    fn escaped(&mut self, start: usize) -> Option<(::alloc::borrow::Cow<'de, str>, usize)> {
        let end = (*self.tape.quotes.get(self.read)? & !UNUSUAL) as usize;
        self.read += 1;
        let mut known = self.unescaped.iter();
        if let Some(place) = known.position(|(at, _)| *at == start) {
            let (_, text) = self.unescaped.swap_remove(place);
            return Some((::alloc::borrow::Cow::Owned(text), end + 1));
        }
        let text = if let Some(text) = unescaped(self.text.get(start + 1..end)?) {
            text
        } else {
            let value: ::serde_json::Value = self.text.get(start..=end)?.parse().ok()?;
            value.as_str()?.to_owned()
        };
        Some((::alloc::borrow::Cow::Owned(text), end + 1))
    }

    /// The number that begins at `start`, and the position behind it.
    pub fn number(&self, start: usize) -> Option<(Num, usize)> {
        let is_negative = self.bytes.get(start) == Some(&b'-');
        let digits = start + usize::from(is_negative);
        let (value, at) = self.digits(digits, 0);
        let count = at - digits;
        let has_zero = count != 1 && self.bytes.get(digits) == Some(&b'0');
        if count == 0 || has_zero {
            return None;
        }
        match self.bytes.get(at) {
            Some(b'.' | b'e' | b'E') if self.keeps_digits => {}
            Some(b'.' | b'e' | b'E') => return self.fraction(start, at, value),
            // As many digits fit into 64 bits.
            _ if count > 18 => {}
            _ if !is_negative => return Some((Num::from_u64(value), at)),
            _ if value != 0 => return Some((Num::from_i64(-i64::try_from(value).ok()?), at)),
            _ => {}
        }
        self.long_number(start, at)
    }

    /// Reads digits behind those of `value`.
    #[inline]
    fn digits(&self, mut at: usize, mut value: u64) -> (u64, usize) {
        while let Some(digit) = self.bytes.get(at).map(|byte| byte.wrapping_sub(b'0')) {
            if digit > 9 {
                break;
            }
            value = value.wrapping_mul(10).wrapping_add(u64::from(digit));
            at += 1;
        }
        (value, at)
    }

    /// A number of which `serde_json` says what it is, and whether it is one.
    #[cold]
    fn long_number(&self, start: usize, mut at: usize) -> Option<(Num, usize)> {
        while let Some(b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-') = self.bytes.get(at) {
            at += 1;
        }
        let token = self.text.get(start..at)?;
        let number: ::serde_json::Number = token.parse().ok()?;
        let number = if !self.keeps_digits {
            Num::from_number(&number)
        } else if self.tape.read_as.every_digit {
            Num::from_text(token.to_owned())?
        } else {
            Num::rounded(token)?
        };
        Some((number, at))
    }

    /// A number with a fraction or an exponent: the nearest double. `whole` are its digits up
    /// to `dot`; of so few digits that both are exact, one division of doubles gives it.
    #[allow(clippy::cast_precision_loss)]
    fn fraction(&self, start: usize, dot: usize, whole: u64) -> Option<(Num, usize)> {
        const MOST: usize = 15;
        const POWERS: [f64; MOST] = [
            1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
        ];
        let is_negative = self.bytes.get(start) == Some(&b'-');
        let (mut value, mut at) = (whole, dot);
        if self.bytes.get(at) == Some(&b'.') {
            (value, at) = self.digits(dot + 1, whole);
            if at == dot + 1 {
                return None;
            }
        }
        let mantissa = at;
        if let Some(b'e' | b'E') = self.bytes.get(at) {
            at += 1;
            if let Some(b'+' | b'-') = self.bytes.get(at) {
                at += 1;
            }
            let exponent = at;
            at = self.digits(exponent, 0).1;
            if at == exponent {
                return None;
            }
        }
        let is_short = mantissa == at && at - start - 1 <= MOST;
        let value = if is_short {
            let value = value as f64 / POWERS.get((at - dot).checked_sub(1)?)?;
            if is_negative { -value } else { value }
        } else {
            let value = self.text.get(start..at)?.parse::<f64>().ok()?;
            // Beyond doubles, `serde_json` refuses it.
            Some(value).filter(|value| value.is_finite())?
        };
        Some((Num::Float(value), at))
    }
}

/// A text whose escapes are of two characters each; `None` for others, and for
/// what no text may hold.
fn unescaped(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, escaped)) = rest.split_once('\\') {
        out.push_str(plain);
        let mut letters = escaped.chars();
        out.push(match letters.next()? {
            letter @ ('"' | '\\' | '/') => letter,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => return None,
        });
        rest = letters.as_str();
    }
    out.push_str(rest);
    has_no_control(text.as_bytes()).then_some(out)
}

/// Whether there is no control character in a text; all bytes are looked at, many at once.
pub fn has_no_control(text: &[u8]) -> bool {
    text.iter()
        .fold(0, |found, byte| found | u8::from(*byte < 0x20))
        == 0
}

/// Where the white space that begins at `at` ends.
#[inline]
pub fn space(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(byte) if *byte <= b' ' => behind_space(bytes, at),
        _ => at,
    }
}

#[inline(never)]
fn behind_space(bytes: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\n' | b'\t' | b'\r') = bytes.get(at) {
        at += 1;
    }
    at
}

/// The position of what follows a mark and white space around it, if that comes next.
#[inline]
pub fn behind(bytes: &[u8], at: usize, mark: u8) -> Option<usize> {
    if let Some(next) = behind_plain(bytes, at, mark) {
        return Some(next);
    }
    match bytes.get(at) {
        Some(byte) if *byte == mark || *byte <= b' ' => behind_marked(bytes, at, mark),
        _ => None,
    }
}

/// The same where there is no white space but for a blank behind the mark, as mostly.
#[inline]
pub fn behind_plain(bytes: &[u8], at: usize, mark: u8) -> Option<usize> {
    // Something closes what is around: two more bytes follow a mark.
    let [first, next, other] = bytes.get(at..)?.first_chunk()?;
    if *first != mark {
        return None;
    }
    if *next > b' ' {
        return Some(at + 1);
    }
    (*next == b' ' && *other > b' ').then_some(at + 2)
}

#[inline(never)]
fn behind_marked(bytes: &[u8], at: usize, mark: u8) -> Option<usize> {
    let at = space(bytes, at);
    (bytes.get(at) == Some(&mark)).then(|| space(bytes, at + 1))
}
