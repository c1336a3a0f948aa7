//! JSON text → the places of its quotes: where texts begin and end is known
//! before the text is read, and in one go, so that no step waits for the one
//! before it.
use super::*;

/// Where texts begin and end, alternately, each place with [`UNUSUAL`] added
/// where an escape or a control character stands before it.
pub type Quotes = Vec<u32>;

/// The mark of a quote behind an escape or a control character.
pub const UNUSUAL: u32 = 1 << 31;

/// How many bytes are looked at in one go.
const BLOCK: usize = 64;

/// Finds the quotes of a text that is shorter than [`UNUSUAL`]. A backslash
/// hides the byte behind it; outside of a text there is none in valid JSON.
pub fn find_quotes(text: &[u8], quotes: &mut Quotes) {
    let (blocks, rest) = text.as_chunks::<BLOCK>();
    let mut last = [b' '; BLOCK];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    let mut finder = Finder::default();
    let mut start = 0;
    for block in blocks.iter().chain([&last]) {
        let is_unusual = block.iter().fold(0, |found, byte| found | weight(*byte)) != 0;
        let found = mask(block, |byte| u8::from(byte == b'"'));
        if is_unusual || finder.is_waiting() {
            finder.second_look(start, block, found, quotes);
        } else {
            push(quotes, start, found);
        }
        start += small(BLOCK);
    }
}

/// What the blocks before one mean for it.
#[derive(Default)]
struct Finder {
    /// What the next quote is marked with.
    mark: u32,
    /// 1 where a backslash has hidden the first byte of the next block.
    hidden: u64,
}

impl Finder {
    #[inline]
    fn is_waiting(&self) -> bool {
        self.mark != 0 || self.hidden != 0
    }

    /// Takes note of the quotes of a block with something unusual, or behind such a one.
    #[cold]
    fn second_look(&mut self, start: u32, block: &[u8; BLOCK], found: u64, quotes: &mut Quotes) {
        let mut seen = found & !self.hidden;
        let mut others = mask(block, unusual) & !self.hidden;
        self.hidden = 0;
        while others != 0 {
            let at = others.trailing_zeros();
            let before = seen & ((1 << at) - 1);
            self.push_marked(quotes, start, before);
            seen &= !before;
            self.mark = UNUSUAL;
            others &= others - 1;
            if block[at as usize] == b'\\' {
                match 1_u64.checked_shl(at + 1).filter(|_| at < 63) {
                    Some(next) => {
                        seen &= !next;
                        others &= !next;
                    }
                    None => self.hidden = 1,
                }
            }
        }
        self.push_marked(quotes, start, seen);
    }

    /// Takes note of quotes, of which the first one may be marked.
    fn push_marked(&mut self, quotes: &mut Quotes, start: u32, found: u64) {
        let first = quotes.len();
        push(quotes, start, found);
        if let Some(quote) = quotes.get_mut(first) {
            *quote |= self.mark;
            self.mark = 0;
        }
    }
}

/// Takes note of quotes.
#[inline]
fn push(quotes: &mut Quotes, start: u32, mut found: u64) {
    while found != 0 {
        quotes.push(start + found.trailing_zeros());
        found &= found - 1;
    }
}

/// 1 for what needs a second look inside a text: backslashes and control
/// characters.
#[inline]
fn unusual(byte: u8) -> u8 {
    u8::from(byte == b'\\') | u8::from(byte < 0x20)
}

/// The same, of some weight: many bytes at once take fewer instructions.
#[inline]
fn weight(byte: u8) -> u8 {
    let backslash = if byte == b'\\' { u8::MAX } else { 0 };
    backslash | 0x20_u8.saturating_sub(byte)
}

/// One bit for each byte, the first byte's the lowest. Written so that
/// compilers compare many bytes at once.
#[inline]
fn mask(block: &[u8; BLOCK], test: impl Fn(u8) -> u8) -> u64 {
    /// Gathers the lowest bits of eight bytes in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let hits = block.map(test);
    let (words, _) = hits.as_chunks::<8>();
    words.iter().rev().fold(0, |bits, word| {
        (bits << 8) | (u64::from_le_bytes(*word).wrapping_mul(GATHER) >> 56)
    })
}
