//! A pattern → the runs of characters that it asks for, where it is that simple.

use super::letters::{Letters, MANY};
use super::parse::{Found, Node, parse};

/// So many characters, each from one of these ranges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The first and the last character of each range, one after another, in order.
    pub ranges: String,
    /// How many there are at least.
    pub least: usize,
    /// How many there are at most, unless as many as there may be.
    pub most: Option<usize>,
}

/// The runs of a pattern such as `^[A-Z]{3}$` or `^\d+-.{1,256}$`; `None` where the pattern says
/// more than that, and where matching it may have to go back in the text.
///
/// ```
/// use isoschema::regular::{Run, runs};
///
/// let run = Run { ranges: "AZ".to_owned(), least: 3, most: Some(3) };
/// assert_eq!(runs("^[A-Z]{3}$"), Some(vec![run]));
/// assert_eq!(runs("^a*a$"), None);
/// ```
#[must_use]
pub fn runs(pattern: &str) -> Option<Vec<Run>> {
    let found = parse(pattern, None).ok()?;
    let [Found { node, is: true }] = found.as_slice() else {
        return None;
    };
    let mut parts = Vec::new();
    flatten(node, &mut parts);
    let [Node::Start, inner @ .., Node::End] = &parts[..] else {
        return None;
    };
    let runs: Option<Vec<_>> = inner.iter().map(|part| repeated(part)).collect();
    let runs = runs?;
    let never_back = (0..runs.len()).all(|index| takes_all(&runs[index..]));
    let told = |(letters, least, most): (&Letters, _, _)| Run {
        ranges: letters.bounds(),
        least,
        most,
    };
    never_back.then(|| runs.into_iter().map(told).collect())
}

/// The parts of a sequence, and of those in it.
fn flatten<'n>(node: &'n Node, parts: &mut Vec<&'n Node>) {
    match node {
        Node::All(inner) => inner.iter().for_each(|part| flatten(part, parts)),
        Node::One(_) | Node::Any(_) | Node::Times(..) | Node::Start | Node::End | Node::Edge(_) => {
            parts.push(node);
        }
    }
}

/// Characters of one set, and how many of them.
fn repeated(part: &Node) -> Option<(&Letters, usize, Option<usize>)> {
    let (inner, least, most) = match part {
        Node::Times(inner, least, most) => (&**inner, *least, *most),
        other => (other, 1, Some(1)),
    };
    let mut parts = Vec::new();
    flatten(inner, &mut parts);
    match parts[..] {
        [Node::One(letters)] if letters.ranges().len() <= MANY => Some((letters, least, most)),
        _ => None,
    }
}

/// Whether the first run may take all that it can: what may come next in the
/// text cannot be a character of its own.
fn takes_all(runs: &[(&Letters, usize, Option<usize>)]) -> bool {
    let Some(((letters, least, most), next)) = runs.split_first() else {
        return true;
    };
    if Some(*least) == *most {
        return true;
    }
    for (others, least, _) in next {
        if letters.meets(others) {
            return false;
        }
        if *least > 0 {
            return true;
        }
    }
    true
}
