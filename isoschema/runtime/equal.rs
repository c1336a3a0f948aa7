//! Equality of JSON values: `1` equals `1.0`, members have no order.
use super::*;

/// A JSON value that a schema names: in `const`, in `enum`.
#[derive(Debug)]
pub(super) enum Constant {
    Null,
    Boolean(bool),
    Integer(i128),
    /// A number token with a fraction or an exponent.
    Number(&'static str),
    Text(&'static str),
    Array(&'static [Constant]),
    /// Members, sorted by name.
    Object(&'static [(&'static str, Constant)]),
}

impl Constant {
    /// Whether a value on a tape is this one.
    pub(super) fn is(&self, tape: &Tape<'_>, at: usize) -> bool {
        match (self, tape.look(at)) {
            (Self::Null, View::Null) => true,
            (Self::Boolean(wanted), View::Boolean(value)) => *wanted == value,
            (Self::Integer(wanted), View::Number(number)) => {
                number.compare_integer(*wanted).is_eq()
            }
            (Self::Number(wanted), View::Number(number)) => number.compare_text(wanted).is_eq(),
            (Self::Text(wanted), View::Text(text)) => *wanted == text,
            (Self::Array(wanted), View::Array) => {
                wanted.len() == tape.len(at)
                    && tape
                        .items(at)
                        .into_iter()
                        .flatten()
                        .zip(*wanted)
                        .all(|(item, wanted)| wanted.is(tape, item))
            }
            (Self::Object(wanted), View::Object) => {
                wanted.len() == tape.len(at)
                    && tape.members(at).into_iter().flatten().all(|(name, value)| {
                        wanted
                            .binary_search_by(|(other, _)| (*other).cmp(name))
                            .is_ok_and(|position| wanted[position].1.is(tape, value))
                    })
            }
            _ => false,
        }
    }
}

impl Tape<'_> {
    /// Whether a value is one of several.
    pub(super) fn is_one_of(&self, at: usize, constants: &[Constant]) -> bool {
        constants.iter().any(|constant| constant.is(self, at))
    }

    /// Whether a value is one of several texts, which are sorted.
    pub(super) fn is_text_of(&self, at: usize, texts: &[&str]) -> bool {
        self.string(at)
            .is_some_and(|text| texts.binary_search(&text).is_ok())
    }

    /// Whether two values are equal.
    pub(super) fn equal(&self, left: usize, right: usize) -> bool {
        match (self.look(left), self.look(right)) {
            (View::Null, View::Null) => true,
            (View::Boolean(left), View::Boolean(right)) => left == right,
            (View::Number(left), View::Number(right)) => left == right,
            (View::Text(left), View::Text(right)) => left == right,
            (View::Array, View::Array) => {
                self.len(left) == self.len(right)
                    && self
                        .items(left)
                        .into_iter()
                        .flatten()
                        .zip(self.items(right).into_iter().flatten())
                        .all(|(left, right)| self.equal(left, right))
            }
            (View::Object, View::Object) => {
                self.len(left) == self.len(right) && self.equal_members(left, right)
            }
            _ => false,
        }
    }

    fn equal_members(&self, left: usize, right: usize) -> bool {
        let sorted = |at| {
            let mut all: ::std::vec::Vec<_> = self.members(at).into_iter().flatten().collect();
            all.sort_unstable();
            all
        };
        let (lefts, rights) = (sorted(left), sorted(right));
        lefts
            .into_iter()
            .zip(rights)
            .all(|((left_name, left), (right_name, right))| {
                left_name == right_name && self.equal(left, right)
            })
    }

    /// The positions of two equal items of an array.
    pub(super) fn repeated_items(&self, at: usize) -> ::std::option::Option<(u32, u32)> {
        let items: ::std::vec::Vec<usize> = self.items(at)?.collect();
        let state = ::std::hash::RandomState::new();
        let mut hashes: ::std::vec::Vec<(u64, usize)> = items
            .iter()
            .enumerate()
            .map(|(position, item)| (self.hash(*item, &state), position))
            .collect();
        hashes.sort_unstable();
        hashes
            .chunk_by(|left, right| left.0 == right.0)
            .filter_map(|run| {
                run.iter().enumerate().find_map(|(count, (_, second))| {
                    run[..count]
                        .iter()
                        .find(|(_, first)| self.equal(items[*first], items[*second]))
                        .map(|(_, first)| (small(*first), small(*second)))
                })
            })
            .min_by_key(|(first, second)| (*second, *first))
    }

    /// A hash that equal values share.
    fn hash(&self, at: usize, state: &::std::hash::RandomState) -> u64 {
        use ::std::hash::BuildHasher as _;
        match self.look(at) {
            View::Null => state.hash_one(0_u8),
            View::Boolean(value) => state.hash_one((1_u8, value)),
            View::Number(number) => state.hash_one((2_u8, number.decimal())),
            View::Text(text) => state.hash_one((3_u8, text)),
            View::Array => self
                .items(at)
                .into_iter()
                .flatten()
                .fold(state.hash_one(4_u8), |hash, item| {
                    state.hash_one((hash, self.hash(item, state)))
                }),
            View::Object => self
                .members(at)
                .into_iter()
                .flatten()
                .map(|(name, value)| state.hash_one((name, self.hash(value, state))))
                .fold(state.hash_one(5_u8), u64::wrapping_add),
        }
    }
}

/// Equal as numbers: `1` and `1.0` are.
impl ::std::cmp::PartialEq for Num {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Unsigned(left), Self::Unsigned(right)) => left == right,
            (Self::Negative(left), Self::Negative(right)) => left == right,
            (Self::Unsigned(_), Self::Negative(_)) | (Self::Negative(_), Self::Unsigned(_)) => {
                false
            }
            _ => self.decimal() == other.decimal(),
        }
    }
}
