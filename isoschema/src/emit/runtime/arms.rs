//! A macro → what of it has effect only where a call says certain words.

use std::ops::Range;

use super::part::{BRACKET, Condition, LIFETIME, Part};
use super::parts::commented;
use super::words::{Mark, walk};

/// What is in an arm's pattern, or in what it becomes.
enum Node<'c> {
    /// A word that stands there as it is; `'` for a lifetime.
    Word(&'c str),
    /// What a call gives.
    Given(&'c str),
    /// What is repeated, and as what: `?`, `*` or `+`.
    Group(Range<usize>, u8, Vec<Node<'c>>),
}

/// The arms of a macro, where it has several, and what is optional in them.
pub(super) fn parts<'c>(text: &'c str, name: &'c str) -> Vec<Part<'c>> {
    let mut found = commented(text);
    let arms = arms(text);
    for arm in &arms {
        let pattern = Reader::read(text, arm.pattern.clone(), true);
        let body = Reader::read(text, arm.body.clone(), false);
        let words = required(&pattern);
        if arms.len() > 1 && !words.is_empty() {
            let condition = Condition::Call { name, words };
            found.push(Part::new(arm.whole.clone(), condition));
        }
        optional(&pattern, name, &body, &mut found);
    }
    found
}

struct Arm {
    whole: Range<usize>,
    pattern: Range<usize>,
    body: Range<usize>,
}

fn arms(text: &str) -> Vec<Arm> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut ranges = Vec::new();
    let mut opens = 0;
    walk(text, |mark, at, depth| match mark {
        // Those of attributes are not it.
        Mark::Open(_) if depth == 0 => {
            start = at + 1;
            ranges.clear();
        }
        Mark::Open(_) if depth == 1 => opens = at + 1,
        Mark::Close(_) if depth == 1 => ranges.push(opens..at),
        Mark::Sign(b';') if depth == 1 => {
            if let [pattern, body] = &*ranges {
                found.push(Arm {
                    whole: start..at + 1,
                    pattern: pattern.clone(),
                    body: body.clone(),
                });
            }
            ranges.clear();
            start = at + 1;
        }
        _ => {}
    });
    found
}

/// The words that a call has to hold.
fn required<'c>(nodes: &[Node<'c>]) -> Vec<&'c str> {
    let mut words = Vec::new();
    for node in nodes {
        match node {
            Node::Word(word) => words.push(*word),
            Node::Group(_, b'+', inner) => words.extend(required(inner)),
            Node::Given(_) | Node::Group(..) => {}
        }
    }
    words
}

/// What is optional in a pattern, with what becomes of it.
fn optional<'c>(pattern: &[Node<'c>], name: &'c str, body: &[Node<'c>], found: &mut Vec<Part<'c>>) {
    for node in pattern {
        let Node::Group(range, how, inner) = node else {
            continue;
        };
        let words = required(inner);
        if *how != b'+' && !words.is_empty() {
            let condition = Condition::Call { name, words };
            let mut given = Vec::new();
            all_given(inner, &mut given);
            let mut ranges = vec![range.clone()];
            empty(body, &given, &mut ranges);
            found.extend(
                ranges
                    .into_iter()
                    .map(|it| Part::new(it, condition.clone())),
            );
        }
        optional(inner, name, body, found);
    }
}

fn all_given<'c>(nodes: &[Node<'c>], found: &mut Vec<&'c str>) {
    for node in nodes {
        match node {
            Node::Given(name) => found.push(name),
            Node::Group(_, _, inner) => all_given(inner, found),
            Node::Word(_) => {}
        }
    }
}

/// The outermost repetitions of which nothing is left without what is given under some names.
fn empty(nodes: &[Node<'_>], without: &[&str], found: &mut Vec<Range<usize>>) {
    for node in nodes {
        if let Node::Group(range, _, inner) = node {
            if is_empty(inner, without) {
                found.push(range.clone());
            } else {
                empty(inner, without, found);
            }
        }
    }
}

fn is_empty(inner: &[Node<'_>], without: &[&str]) -> bool {
    let mut is_any = false;
    let mut is_all = true;
    for node in inner {
        match node {
            Node::Given(name) if without.contains(name) => return true,
            Node::Given(_) => is_all = false,
            Node::Group(_, _, inner) => {
                is_any = true;
                is_all &= is_empty(inner, without);
            }
            Node::Word(_) => {}
        }
    }
    is_any && is_all
}

/// Reads what stands in an arm.
struct Reader<'c> {
    text: &'c str,
    at: usize,
    end: usize,
    is_pattern: bool,
}

impl<'c> Reader<'c> {
    fn read(text: &'c str, range: Range<usize>, is_pattern: bool) -> Vec<Node<'c>> {
        let mut reader = Self {
            text,
            at: range.start,
            end: range.end,
            is_pattern,
        };
        reader.nodes()
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        let at = self.at + ahead;
        self.text
            .as_bytes()
            .get(at)
            .copied()
            .filter(|_| at < self.end)
    }

    fn word(&mut self) -> &'c str {
        let start = self.at;
        while self.peek(0).is_some_and(is_word) {
            self.at += 1;
        }
        &self.text[start..self.at]
    }

    /// What comes up to the bracket that closes.
    fn nodes(&mut self) -> Vec<Node<'c>> {
        let mut found = Vec::new();
        let mut depth = 0;
        while let Some(byte) = self.peek(0) {
            match (byte, self.peek(1)) {
                (b'$', Some(b'(')) => {
                    let start = self.at;
                    self.at += 2;
                    let inner = self.nodes();
                    self.at += 1;
                    // Behind a sign between the repetitions, if there is one.
                    if !matches!(self.peek(0), Some(b'?' | b'*' | b'+')) {
                        self.at += 1;
                    }
                    let how = self.peek(0).unwrap_or_default();
                    self.at += 1;
                    found.push(Node::Group(start..self.at, how, inner));
                }
                (b'$', _) => {
                    self.at += 1;
                    found.push(Node::Given(self.word()));
                    if self.is_pattern && self.peek(0) == Some(b':') {
                        self.at += 1;
                        if self.word() == "lifetime" {
                            found.push(Node::Word(LIFETIME));
                        }
                    }
                }
                (b'"', _) => self.quoted(),
                (b'/', Some(b'/')) => {
                    while self.peek(0).is_some_and(|byte| byte != b'\n') {
                        self.at += 1;
                    }
                }
                (b'\'', _) => {
                    self.at += 1;
                    self.word();
                }
                (b')', _) if depth == 0 => break,
                // Comments are attributes, too.
                (b'[', _) if self.is_pattern && !self.text[..self.at].ends_with('#') => {
                    found.push(Node::Word(BRACKET));
                    self.at += 1;
                }
                _ if is_word(byte) => found.push(Node::Word(self.word())),
                _ => {
                    depth += usize::from(byte == b'(');
                    depth -= usize::from(byte == b')');
                    self.at += 1;
                }
            }
        }
        found
    }

    fn quoted(&mut self) {
        self.at += 1;
        while let Some(byte) = self.peek(0) {
            self.at += 1 + usize::from(byte == b'\\');
            if byte == b'"' {
                break;
            }
        }
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}
