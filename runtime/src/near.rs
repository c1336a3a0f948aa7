//! The name that a misspelt one was meant to be.
use super::*;

/// Names are looked at up to here.
const LONGEST: usize = 200;

/// The candidate that a name was surely meant to be: of three letters one may
/// be another or have changed its place with the next, of five two, and of one
/// or two their case alone.
pub fn misspelt<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = match name.chars().take(LONGEST).count() {
        0..=2 => 0,
        3..=4 => 1,
        count => (count / 3).clamp(2, 8),
    };
    nearest(name, limit, &mut candidates.into_iter())
}

/// The candidate that is closest to a name, if no more than so many letters
/// differ.
pub fn nearest_within<'a>(
    name: &str,
    limit: usize,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    nearest(name, limit, &mut candidates.into_iter())
}

/// The same, whatever gives the candidates.
fn nearest<'a>(
    name: &str,
    limit: usize,
    candidates: &mut dyn Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let wanted: Vec<char> = name.chars().take(LONGEST).collect();
    let near = |candidate: &'a str| Some((distance(&wanted, candidate, limit)?, candidate));
    let (_, candidate) = candidates.take(2_000).filter_map(near).min()?;
    Some(candidate)
}

/// The edit distance, up to a limit: letters are compared without case, and two that changed places are one
/// change.
pub fn distance(wanted: &[char], candidate: &str, limit: usize) -> Option<usize> {
    let other: Vec<char> = candidate.chars().take(LONGEST + limit).collect();
    if wanted.len().abs_diff(other.len()) > limit {
        return None;
    }
    let is_same = |i: usize, j: usize| wanted[i].eq_ignore_ascii_case(&other[j]);
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for i in 0..wanted.len() {
        let mut next = ::alloc::vec![i + 1];
        for j in 0..other.len() {
            let is_turned = i > 0 && j > 0 && is_same(i, j - 1) && is_same(i - 1, j);
            let turned = if is_turned { before[j - 1] } else { row[j] };
            let changed = row[j + 1].min(next[j]).min(turned) + 1;
            next.push(if is_same(i, j) {
                changed.min(row[j])
            } else {
                changed
            });
        }
        before = ::core::mem::replace(&mut row, next);
    }
    row.last().copied().filter(|distance| *distance <= limit)
}
