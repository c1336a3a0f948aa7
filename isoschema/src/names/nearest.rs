//! The existing name that a misspelt one was probably meant to be.

/// More candidates than this are not looked at.
const CANDIDATES: usize = 2_000;

/// The candidate that is closest to a name, if one is close enough to be
/// worth suggesting.
///
/// ```
/// use isoschema::names::nearest::nearest;
/// assert_eq!(nearest("curency", ["currency", "country"]), Some("currency"));
/// assert_eq!(nearest("curency", ["leads"]), None);
/// ```
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = name.chars().take(200).count().div_ceil(3).clamp(1, 8);
    nearest_within(name, limit, candidates)
}

/// The candidate that a name was surely meant to be: of three letters one may
/// be another or have changed its place with the next, of five two, and of one
/// or two their case alone.
///
/// ```
/// use isoschema::names::nearest::misspelt;
/// assert_eq!(misspelt("PENDNG", ["PENDING", "OPEN"]), Some("PENDING"));
/// assert_eq!(misspelt("open", ["OPEN"]), Some("OPEN"));
/// assert_eq!(misspelt("w", ["x"]), None);
/// ```
pub fn misspelt<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let count = name.chars().take(200).count();
    let limit = match count {
        0..=2 => 0,
        3..=4 => 1,
        _ => (count / 3).clamp(2, 8),
    };
    nearest_within(name, limit, candidates)
}

/// The candidate that is closest to a name, if no more than so many letters
/// differ.
///
/// ```
/// use isoschema::names::nearest::nearest_within;
/// assert_eq!(nearest_within("note", 1, ["title"]), None);
/// assert_eq!(nearest_within("Titel", 2, ["title"]), Some("title"));
/// ```
pub fn nearest_within<'a>(
    name: &str,
    limit: usize,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let wanted: Vec<char> = name.chars().take(200).collect();
    candidates
        .into_iter()
        .take(CANDIDATES)
        .filter_map(|candidate| Some((distance(&wanted, candidate, limit)?, candidate)))
        .min()
        .map(|(_, candidate)| candidate)
}

/// How much of two names is the same, in percent: the letters that need not
/// change, whatever their case.
///
/// ```
/// use isoschema::names::nearest::likeness;
/// assert_eq!(likeness("custmer", "customer"), 87);
/// assert_eq!(likeness("zip", "Zip"), 100);
/// assert_eq!(likeness("a", "b"), 0);
/// ```
#[must_use]
pub fn likeness(one: &str, other: &str) -> usize {
    let letters: Vec<char> = one.chars().take(200).collect();
    let most = letters.len().max(other.chars().take(200).count());
    let distance = distance(&letters, other, most).unwrap_or(most);
    (100 * most.saturating_sub(distance))
        .checked_div(most)
        .unwrap_or(100)
}

/// The edit distance, up to a limit: letters are compared without case, and two that changed places are one
/// change.
fn distance(wanted: &[char], candidate: &str, limit: usize) -> Option<usize> {
    let other: Vec<char> = candidate.chars().take(200 + limit).collect();
    if wanted.len().abs_diff(other.len()) > limit {
        return None;
    }
    let is_same = |i: usize, j: usize| wanted[i].eq_ignore_ascii_case(&other[j]);
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for i in 0..wanted.len() {
        let mut next = vec![i + 1];
        for j in 0..other.len() {
            let change = row[j] + usize::from(!is_same(i, j));
            let mut least = change.min(row[j + 1] + 1).min(next[j] + 1);
            let is_turned = i > 0 && j > 0 && is_same(i, j - 1) && is_same(i - 1, j);
            if is_turned {
                least = least.min(before[j - 1] + 1);
            }
            next.push(least);
        }
        // What is turned looks two rows back.
        let of = |row: &[usize]| row.iter().min().copied();
        if of(&row) > Some(limit) && of(&next) > Some(limit) {
            return None;
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().filter(|distance| *distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_changed_places() {
        for (name, meant) in [
            ("nmae", "name"),
            ("crad", "card"),
            ("kye", "key"),
            ("dgo", "dog"),
        ] {
            assert_eq!(misspelt(name, [meant]), Some(meant), "{name}");
        }
        assert_eq!(misspelt("ab", ["ba"]), None);
        assert_eq!(misspelt("acb", ["xyz"]), None);
    }
}
