//! Members that stand there twice.
use super::*;

impl Tape<'_> {
    /// The first member name of an object that stood there before.
    pub fn repeated(&self, at: usize) -> Option<usize> {
        let members = self.each_member(at);
        // Only with `Scanner`.
        match members.len() {
            0..=64 => return self.repeated_among::<16>(at),
            65..=512 => return self.repeated_among::<128>(at),
            _ => {
                let mut hashes: Vec<u64> = self
                    .each_member(at)
                    .map(|(name, _)| quick_hash(name))
                    .collect();
                hashes.sort_unstable();
                if hashes.windows(2).all(|pair| pair[0] != pair[1]) {
                    return None;
                }
            }
        }
        let mut members: Vec<_> = members.collect();
        members.sort_unstable();
        members
            .windows(2)
            .filter(|pair| pair[0].0 == pair[1].0)
            .map(|pair| pair[1].1)
            .min()
    }

    /// The same with one bit a name in so many words. A name whose bit is set
    /// may have stood there before; few are looked for in vain.
    fn repeated_among<const WORDS: usize>(&self, at: usize) -> Option<usize> {
        let mut bits = [0_u64; WORDS];
        for (position, (name, value)) in self.members(at)?.enumerate() {
            let hash = short_hash(name);
            let word = &mut bits[(hash >> 6) as usize % WORDS];
            let bit = 1 << (hash & 63);
            if *word & bit != 0 && self.stands_before(at, position, name) {
                return Some(value);
            }
            *word |= bit;
        }
        None
    }

    fn stands_before(&self, at: usize, position: usize, name: &str) -> bool {
        self.each_member(at)
            .take(position)
            .any(|(other, _)| other == name)
    }
}

/// A hash of a name's length and the bytes at its ends.
#[inline]
pub fn short_hash(name: &str) -> u64 {
    let (first, last) = ends(name.as_bytes());
    let ends = first ^ last.rotate_left(23);
    (ends ^ name.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 51
}

/// The first and the last eight bytes of a text, or as many as tell a shorter one.
#[inline]
fn ends(bytes: &[u8]) -> (u64, u64) {
    let word = |chunk: &[u8; 8]| u64::from_le_bytes(*chunk);
    let half = |chunk: &[u8; 4]| u64::from(u32::from_le_bytes(*chunk));
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return (word(first), word(last));
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return (half(first), half(last));
    }
    let fold = |word: u64, byte: &u8| (word << 8) | u64::from(*byte);
    (bytes.iter().fold(0, fold), 0)
}

/// A hash that is equal for equal texts, and seldom for others.
pub(crate) fn quick_hash(text: &str) -> u64 {
    let mix =
        |hash: u64, word: u64| (hash.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    let (first, last) = ends(text.as_bytes());
    let inside = match text.as_bytes() {
        [_, _, _, _, _, _, _, _, inside @ ..] if text.len() > 16 => inside,
        _ => &[],
    };
    let words = inside.as_chunks().0.iter();
    let words = words.map(|word| u64::from_le_bytes(*word));
    let hash = mix(mix(words.fold(text.len() as u64, mix), first), last);
    // Else sums of hashes would be alike where those of texts are.
    mix(hash >> 32, hash)
}
