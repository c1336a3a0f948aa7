//! Sets of characters.

use std::collections::BTreeMap;

/// A set of characters: ranges in order, none touching another. Surrogates may
/// be among them; no text has any.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Letters(Vec<(u32, u32)>);

/// The last character.
pub(super) const LAST: u32 = 0x0010_FFFF;

/// A set of more ranges, such as that of all letters, is for those who have tables of characters.
pub(super) const MANY: usize = 128;

const SURROGATES: (u32, u32) = (0xD800, 0xDFFF);

impl Letters {
    /// Ranges in any order.
    pub(super) fn of(mut ranges: Vec<(u32, u32)>) -> Self {
        ranges.sort_unstable();
        let mut out: Vec<(u32, u32)> = Vec::new();
        for (from, to) in ranges {
            match out.last_mut() {
                Some((_, end)) if from <= end.saturating_add(1) => *end = (*end).max(to),
                _ => out.push((from, to)),
            }
        }
        Self(out)
    }

    pub(super) fn one(letter: char) -> Self {
        Self(vec![(letter.into(), letter.into())])
    }

    /// What `.` takes: all that ends no line.
    pub(super) fn of_a_line() -> Self {
        Self::of(vec![(0xA, 0xA), (0xD, 0xD), (0x2028, 0x2029)]).others()
    }

    /// What `\d`, `\w` or `\s` takes, and `\D`, `\W`, `\S`.
    pub(super) fn escaped(letter: char) -> Option<Self> {
        let range = |from: char, to: char| (from.into(), to.into());
        let ranges = match letter.to_ascii_lowercase() {
            'd' => vec![range('0', '9')],
            'w' => {
                let small = range('a', 'z');
                vec![range('0', '9'), range('A', 'Z'), range('_', '_'), small]
            }
            's' => vec![
                (0x9, 0xD),
                (0x20, 0x20),
                (0xA0, 0xA0),
                (0x1680, 0x1680),
                (0x2000, 0x200A),
                (0x2028, 0x2029),
                (0x202F, 0x202F),
                (0x205F, 0x205F),
                (0x3000, 0x3000),
                (0xFEFF, 0xFEFF),
            ],
            _ => return None,
        };
        let these = Self::of(ranges);
        Some(if letter.is_ascii_uppercase() {
            these.others()
        } else {
            these
        })
    }

    /// All that are not in it.
    pub(super) fn others(&self) -> Self {
        let mut out = Vec::new();
        let mut next = 0;
        for (from, to) in &self.0 {
            if *from > next {
                out.push((next, from - 1));
            }
            next = to + 1;
        }
        if next <= LAST {
            out.push((next, LAST));
        }
        Self(out)
    }

    /// The first and the last character of each range, one after another.
    pub(super) fn bounds(&self) -> String {
        let text = self.0.iter().flat_map(|(from, to)| {
            let from = if is_surrogate(*from) {
                SURROGATES.1 + 1
            } else {
                *from
            };
            let to = if is_surrogate(*to) {
                SURROGATES.0 - 1
            } else {
                *to
            };
            let range = if from <= to {
                vec![from, to]
            } else {
                Vec::new()
            };
            range.into_iter().filter_map(char::from_u32)
        });
        text.collect()
    }

    pub(super) fn ranges(&self) -> &[(u32, u32)] {
        &self.0
    }

    pub(super) fn has(&self, letter: u32) -> bool {
        let behind = self.0.partition_point(|(from, _)| *from <= letter);
        behind > 0 && self.0[behind - 1].1 >= letter
    }

    /// Whether a character is of both.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let begins = |own: &(u32, u32), other: &Self| other.has(own.0);
        self.0.iter().any(|it| begins(it, other)) || other.0.iter().any(|it| begins(it, self))
    }
}

fn is_surrogate(letter: u32) -> bool {
    (SURROGATES.0..=SURROGATES.1).contains(&letter)
}

/// The characters that no set of some tells apart, and one of each.
#[derive(Debug)]
pub(super) struct Alike {
    /// One of each, as readable as there is.
    pub(super) examples: Vec<char>,
    /// For each set, which of these it has.
    pub(super) in_sets: Vec<Vec<bool>>,
}

impl Alike {
    pub(super) fn of(sets: &[&Letters]) -> Self {
        let mut known: BTreeMap<Vec<bool>, char> = BTreeMap::new();
        for (from, to) in pieces(sets) {
            let Some(example) = readable(from, to) else {
                continue;
            };
            let in_sets = sets.iter().map(|set| set.has(from)).collect();
            let best = known.entry(in_sets).or_insert(example);
            if rank(example) < rank(*best) {
                *best = example;
            }
        }
        let mut in_sets = vec![Vec::with_capacity(known.len()); sets.len()];
        let mut examples = Vec::with_capacity(known.len());
        for (inside, example) in known {
            examples.push(example);
            for (set, is) in in_sets.iter_mut().zip(inside) {
                set.push(is);
            }
        }
        Self { examples, in_sets }
    }

    /// All that are alike, of each, for the same sets.
    pub(super) fn letters(&self, sets: &[&Letters]) -> Vec<Letters> {
        let mut ranges = vec![Vec::new(); self.examples.len()];
        for (from, to) in pieces(sets) {
            let is_same = |kind: &usize| {
                let mut each = sets.iter().zip(&self.in_sets);
                each.all(|(set, kinds)| set.has(from) == kinds[*kind])
            };
            if let Some(kind) = (0..ranges.len()).find(is_same) {
                ranges[kind].push((from, to));
            }
        }
        ranges.into_iter().map(Letters::of).collect()
    }
}

/// The ranges of characters, without surrogates, in which no set begins or ends.
fn pieces(sets: &[&Letters]) -> Vec<(u32, u32)> {
    let mut cuts = vec![0, SURROGATES.0, SURROGATES.1 + 1];
    for (from, to) in sets.iter().flat_map(|set| set.ranges()) {
        cuts.extend([*from, to + 1]);
    }
    cuts.retain(|cut| *cut <= LAST);
    cuts.sort_unstable();
    cuts.dedup();
    let ends = cuts.iter().skip(1).map(|next| next - 1).chain([LAST]);
    let pieces = cuts.iter().copied().zip(ends);
    pieces.filter(|(from, _)| !is_surrogate(*from)).collect()
}

/// The most readable character of a range.
fn readable(from: u32, to: u32) -> Option<char> {
    let preferred = ['a', 'A', '0', '_', ' ', '!'].into_iter();
    let preferred = preferred.map(|from| (u32::from(from), u32::from(from)));
    let shown = [
        ('b', 'z'),
        ('B', 'Z'),
        ('1', '9'),
        ('!', '~'),
        ('\u{a1}', '\u{2ff}'),
    ];
    let shown = shown.map(|(from, to)| (u32::from(from), u32::from(to)));
    let mut choices = preferred.chain(shown).chain([(0, LAST)]);
    choices
        .find_map(|(first, last)| {
            let letter = from.max(first);
            (letter <= to.min(last)).then_some(letter)
        })
        .and_then(char::from_u32)
}

fn rank(letter: char) -> u8 {
    match letter {
        'a' => 0,
        _ if letter.is_ascii_alphanumeric() => 1,
        _ if letter.is_ascii_graphic() => 2,
        ' ' => 3,
        _ if letter.is_alphanumeric() => 4,
        _ => 5,
    }
}
