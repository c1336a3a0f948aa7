//! JSON text → the places of the quotes that end its texts: where a text ends is known
//! before it is read, and in one go, so that no step waits for the one before it.
use super::*;

/// Where texts end, one after another, each place with [`UNUSUAL`] added where an escape or a
/// control character stands in the text.
pub type Quotes = Vec<u32>;

/// The mark of a quote behind an escape or a control character.
pub const UNUSUAL: u32 = 1 << 31;

/// How many bytes are looked at in one go.
const BLOCK: usize = 64;

/// Finds the quotes that end the texts in a text that is shorter than [`UNUSUAL`]. A backslash
/// in one of them hides the byte behind it; outside of them there is none in valid JSON.
pub fn find_quotes(text: &[u8], quotes: &mut Quotes) {
    let (blocks, rest) = text.as_chunks::<BLOCK>();
    let mut finder = Finder::default();
    let mut start = 0;
    for block in blocks {
        finder.look::<false>(start, block, 0, quotes);
        start += small(BLOCK);
    }
    if rest.is_empty() {
        return;
    }
    let mut short = [b' '; BLOCK];
    let (block, seen) = if let Some(block) = text.last_chunk() {
        (block, small(BLOCK - rest.len()))
    } else {
        for (to, from) in short.iter_mut().zip(rest) {
            *to = *from;
        }
        (&short, 0)
    };
    finder.look::<true>(start - seen, block, seen, quotes);
}

/// What the blocks before one mean for it.
#[derive(Default)]
struct Finder {
    /// Whether a text goes on.
    is_inside: bool,
    /// What the quote that ends it is marked with.
    mark: u32,
    /// 1 where a backslash in it has hidden the first byte of the next block.
    hidden: u64,
}

impl Finder {
    /// Takes note of the quotes of a block, of which the last one has `seen` bytes that were
    /// looked at before. Two functions: each is compiled where it is called.
    #[inline]
    fn look<const IS_LAST: bool>(
        &mut self,
        start: u32,
        block: &[u8; BLOCK],
        seen: u32,
        quotes: &mut Quotes,
    ) {
        if u64::from(self.mark) | self.hidden != 0 {
            self.second_look(start, block, seen, quotes);
            return;
        }
        let is_unusual = block.iter().fold(0, |found, byte| found | weight(*byte)) != 0;
        let mut found = mask(block, |byte| u8::from(byte == b'"'));
        if IS_LAST {
            found &= u64::MAX << seen;
        }
        // Between texts, that is where lines end.
        if is_unusual && (mask(block, unusual) & in_texts(found, self.is_inside)) >> seen != 0 {
            self.second_look(start, block, seen, quotes);
            return;
        }
        self.is_inside = push(quotes, start, found, self.is_inside);
    }

    /// The same of a block with something unusual, or behind such a one.
    #[cold]
    fn second_look(&mut self, start: u32, block: &[u8; BLOCK], seen: u32, quotes: &mut Quotes) {
        let new = !self.hidden << seen;
        let mut found = mask(block, |byte| u8::from(byte == b'"') | unusual(byte)) & new;
        self.hidden = 0;
        while found != 0 {
            let at = found.trailing_zeros();
            found &= found - 1;
            match block[at as usize] {
                b'"' => {
                    if self.is_inside {
                        quotes.push((start + at) | self.mark);
                        self.mark = 0;
                    }
                    self.is_inside = !self.is_inside;
                }
                byte if self.is_inside => {
                    self.mark = UNUSUAL;
                    match 2_u64 << at {
                        _ if byte != b'\\' => {}
                        0 => self.hidden = 1,
                        next => found &= !next,
                    }
                }
                _ => {}
            }
        }
    }
}

/// Takes note of every other quote: of the first one where a text goes on, and else of the second.
/// Whether a text goes on behind the last one.
#[inline]
fn push(quotes: &mut Quotes, start: u32, found: u64, is_inside: bool) -> bool {
    let mut left = found;
    if !is_inside {
        if left == 0 {
            return false;
        }
        left &= left - 1;
    }
    while left != 0 {
        quotes.push(start + left.trailing_zeros());
        left &= left - 1;
        if left == 0 {
            return false;
        }
        left &= left - 1;
    }
    true
}

/// One bit for each byte of a text, where these are the quotes.
#[inline]
fn in_texts(quotes: u64, is_inside: bool) -> u64 {
    let bits = [1, 2, 4, 8, 16, 32].iter();
    bits.fold(quotes, |bits, by| bits ^ (bits << by)) ^ u64::from(is_inside).wrapping_neg()
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
