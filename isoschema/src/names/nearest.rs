//! The existing name that a misspelt one was probably meant to be.

use isoschema_runtime::__private::v1::distance;
/// What types suggest is suggested everywhere.
///
/// ```
/// use isoschema::names::nearest::{misspelt, nearest_within};
/// assert_eq!(misspelt("PENDNG", ["PENDING", "OPEN"]), Some("PENDING"));
/// assert_eq!(misspelt("open", ["OPEN"]), Some("OPEN"));
/// assert_eq!(misspelt("w", ["x"]), None);
/// assert_eq!(nearest_within("note", 1, ["title"]), None);
/// assert_eq!(nearest_within("Titel", 2, ["title"]), Some("title"));
/// ```
pub use isoschema_runtime::__private::v1::{misspelt, nearest_within};

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
