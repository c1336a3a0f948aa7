//! A pattern of ECMA-262 → its parts.
//!
//! What `regress` reads, it reads alike: in Unicode mode, and where that
//! refuses a pattern, in the other one. What is not sure is refused.

use regress::Regex;

use super::back::{Groups, Kept};
use super::letters::Letters;
use super::{Irregular, property};

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// One character of these.
    One(Letters),
    /// One after the other.
    All(Vec<Node>),
    /// One of these.
    Any(Vec<Node>),
    /// So many times.
    Times(Box<Node>, usize, Option<usize>),
    /// `^`
    Start,
    /// `$`
    End,
    /// `\b`, and with `false` `\B`.
    Edge(bool),
}

/// What is found in the texts of a pattern, and what is not: a pattern may look ahead from the
/// beginning of a text before anything else, and back from the end behind all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) node: Node,
    pub(super) is: bool,
}

/// Reads a pattern, and references back in it, where there are `groups` for them, as what they refer to, again.
pub(super) fn parse(source: &str, groups: Option<Groups>) -> Result<Vec<Found>, Irregular> {
    let unicode = Regex::with_flags(source, "u");
    let is_unicode = unicode.is_ok();
    if let Err(problem) = unicode {
        Regex::new(source).map_err(|_| Irregular::Invalid(problem.to_string()))?;
    }
    let mut reader = Reader {
        letters: source.chars().collect(),
        at: 0,
        is_unicode,
        around: Vec::new(),
        groups,
    };
    let is_ahead = reader.ahead()?;
    let mut node = reader.alternatives()?;
    if reader.at < reader.letters.len() {
        return Err(unread());
    }
    // What was looked for around one alternative says nothing of others.
    if !reader.around.is_empty() && matches!(node, Node::Any(_)) {
        return Err(LOOK_AROUND);
    }
    match is_ahead {
        Some(Ahead::OfStart) => node = Node::All(vec![Node::Start, node]),
        Some(Ahead::OfAll) if !begins(&node) => return Err(LOOK_AROUND),
        Some(Ahead::OfAll) | None => {}
    }
    reader.around.push(Found { node, is: true });
    Ok(reader.around)
}

/// From where a pattern looks ahead first.
enum Ahead {
    /// From behind its `^`.
    OfStart,
    /// From where all of it begins.
    OfAll,
}

/// Whether it is found at the beginning of a text alone.
fn begins(node: &Node) -> bool {
    match node {
        Node::Start => true,
        Node::All(parts) => parts.first().is_some_and(begins),
        Node::Any(arms) => arms.iter().all(begins),
        Node::One(_) | Node::Times(..) | Node::End | Node::Edge(_) => false,
    }
}

const LOOK_AROUND: Irregular = Irregular::Construct("look-around");

/// `-` alone.
const MARK: (u32, u32) = ('-' as u32, '-' as u32);

fn unread() -> Irregular {
    Irregular::Construct("such a spelling")
}

pub(super) struct Reader {
    letters: Vec<char>,
    at: usize,
    is_unicode: bool,
    /// What is looked for ahead and back.
    around: Vec<Found>,
    /// What references back are read as, where they are read.
    pub(super) groups: Option<Groups>,
}

/// What stands for a class of characters or for one of them.
enum Atom {
    Class(Letters),
    Letter(u32),
}

impl Reader {
    pub(super) fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += 1;
        Some(next)
    }

    /// Takes a text if it stands here.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let count = text.chars().count();
        let there = self.letters.iter().skip(self.at).take(count);
        let is_there = there.copied().eq(text.chars());
        if is_there {
            self.at += count;
        }
        is_there
    }

    /// What is looked for ahead before anything else.
    fn ahead(&mut self) -> Result<Option<Ahead>, Irregular> {
        let before = self.at;
        let from = if self.take("^") {
            Ahead::OfStart
        } else {
            Ahead::OfAll
        };
        loop {
            let is = self.take("(?=");
            if !is && !self.take("(?!") {
                break;
            }
            let inner = self.alternatives()?;
            if !self.take(")") || self.counts().is_some() {
                return Err(unread());
            }
            let node = Node::All(vec![Node::Start, inner]);
            self.around.push(Found { node, is });
        }
        if self.around.is_empty() {
            self.at = before;
            return Ok(None);
        }
        Ok(Some(from))
    }

    fn alternatives(&mut self) -> Result<Node, Irregular> {
        let mut arms = vec![self.sequence()?];
        while self.take("|") {
            arms.push(self.sequence()?);
        }
        Ok(match arms.pop() {
            Some(only) if arms.is_empty() => only,
            last => {
                arms.extend(last);
                Node::Any(arms)
            }
        })
    }

    fn sequence(&mut self) -> Result<Node, Irregular> {
        let mut parts = Vec::new();
        while self.peek().is_some_and(|next| !matches!(next, '|' | ')')) {
            let part = self.part()?;
            parts.push(match self.counts() {
                Some((least, most)) => {
                    self.take("?");
                    Node::Times(Box::new(part), least, most)
                }
                None => part,
            });
        }
        Ok(Node::All(parts))
    }

    fn part(&mut self) -> Result<Node, Irregular> {
        let Some(letter) = self.next() else {
            return Err(unread());
        };
        Ok(match letter {
            '^' => Node::Start,
            '$' => Node::End,
            '.' => Node::One(Letters::of_a_line()),
            '[' => Node::One(self.class()?),
            '(' => self.group()?,
            '\\' if self.take("b") => Node::Edge(true),
            '\\' if self.take("B") => Node::Edge(false),
            '\\' => match self.again()? {
                Some(again) => again,
                None => Node::One(match self.escape(false)? {
                    Atom::Class(letters) => letters,
                    Atom::Letter(letter) => Letters::of(vec![(letter, letter)]),
                }),
            },
            other => Node::One(Letters::one(other)),
        })
    }

    fn group(&mut self) -> Result<Node, Irregular> {
        let mut kept = Kept::Numbered;
        if self.take("?") {
            if self.take("=") || self.take("!") {
                return Err(LOOK_AROUND);
            }
            let is = self.take("<=");
            if is || self.take("<!") {
                return self.behind(is);
            }
            if self.take("<") {
                kept = self.until('>').map_or(Kept::Numbered, Kept::Named);
            } else if self.take(":") {
                kept = Kept::No;
            } else {
                return Err(Irregular::Construct("a group that changes flags"));
            }
        }
        let number = self.begin(kept);
        let inner = self.alternatives()?;
        if !self.take(")") {
            return Err(unread());
        }
        self.end(number, &inner);
        Ok(inner)
    }

    /// What is looked for back from the end of a text, behind all else.
    fn behind(&mut self, is: bool) -> Result<Node, Irregular> {
        let inner = self.alternatives()?;
        if !self.take(")") || !matches!(self.letters[self.at..], ['$']) {
            return Err(LOOK_AROUND);
        }
        let node = Node::All(vec![inner, Node::End]);
        self.around.push(Found { node, is });
        Ok(Node::All(Vec::new()))
    }

    /// A quantifier, where one stands here.
    fn counts(&mut self) -> Option<(usize, Option<usize>)> {
        let counts = match self.peek()? {
            '*' => (0, None),
            '+' => (1, None),
            '?' => (0, Some(1)),
            '{' => {
                let rest = self.letters.get(self.at + 1..)?;
                let inner: String = rest.iter().take_while(|it| **it != '}').collect();
                let behind = self.at + 1 + inner.chars().count();
                self.letters.get(behind)?;
                let counts = braces(&inner)?;
                self.at = behind + 1;
                return Some(counts);
            }
            _ => return None,
        };
        self.at += 1;
        Some(counts)
    }

    /// What stands in brackets.
    fn class(&mut self) -> Result<Letters, Irregular> {
        let negated = self.take("^");
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        while !self.take("]") {
            let first = self.class_atom()?;
            let is_range = self.peek() == Some('-')
                && self.letters.get(self.at + 1).is_some_and(|it| *it != ']');
            match first {
                Atom::Letter(from) if is_range => {
                    self.at += 1;
                    match self.class_atom()? {
                        Atom::Letter(to) => ranges.push((from, to)),
                        // A class begins and ends no range: the mark stands for itself.
                        Atom::Class(letters) => {
                            ranges.extend([(from, from), MARK]);
                            ranges.extend(letters.ranges());
                        }
                    }
                }
                Atom::Letter(letter) => ranges.push((letter, letter)),
                Atom::Class(letters) => {
                    ranges.extend(letters.ranges());
                    if is_range {
                        self.at += 1;
                        ranges.push(MARK);
                        match self.class_atom()? {
                            Atom::Letter(letter) => ranges.push((letter, letter)),
                            Atom::Class(letters) => ranges.extend(letters.ranges()),
                        }
                    }
                }
            }
        }
        let letters = Letters::of(ranges);
        Ok(if negated { letters.others() } else { letters })
    }

    fn class_atom(&mut self) -> Result<Atom, Irregular> {
        match self.next().ok_or_else(unread)? {
            '\\' => self.escape(true),
            letter => Ok(Atom::Letter(letter.into())),
        }
    }

    /// What stands behind a backslash.
    fn escape(&mut self, in_class: bool) -> Result<Atom, Irregular> {
        let letter = self.next().ok_or_else(unread)?;
        if let Some(class) = Letters::escaped(letter) {
            return Ok(Atom::Class(class));
        }
        let one = |code: u32| Ok(Atom::Letter(code));
        match letter {
            't' => one(0x9),
            'n' => one(0xA),
            'v' => one(0xB),
            'f' => one(0xC),
            'r' => one(0xD),
            'b' if in_class => one(0x8),
            '-' if in_class => one('-'.into()),
            '0' if !self.peek().is_some_and(|next| next.is_ascii_digit()) => one(0),
            '1'..='9' | 'k' if self.is_unicode && !in_class => {
                Err(Irregular::Construct("a reference back"))
            }
            'x' => self.digits(2).map_or_else(|| Err(unread()), one),
            'u' => self.code_point().map_or_else(|| Err(unread()), one),
            'p' | 'P' if self.is_unicode => {
                let start = self.at - 1;
                self.until('}').ok_or_else(unread)?;
                let name: String = self.letters[start..self.at].iter().collect();
                let letters = property::letters(&format!("\\{name}"));
                letters.map(Atom::Class).ok_or_else(unread)
            }
            // What has a meaning in one of the modes is left alone.
            '0'..='9' | 'B' | 'b' | 'c' | 'k' | 'p' | 'P' => Err(unread()),
            other => one(other.into()),
        }
    }

    /// So many hexadecimal digits.
    fn digits(&mut self, count: usize) -> Option<u32> {
        let digits = self.letters.get(self.at..self.at + count)?;
        let digits: String = digits.iter().collect();
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        self.at += count;
        u32::from_str_radix(&digits, 16).ok()
    }

    /// What stands behind `\u`, in both modes: so `regress` reads it.
    fn code_point(&mut self) -> Option<u32> {
        if self.take("{") {
            let rest = self.letters.get(self.at..)?;
            let inner: String = rest.iter().take_while(|it| **it != '}').collect();
            self.at += inner.chars().count() + 1;
            return u32::from_str_radix(&inner, 16).ok();
        }
        let high = self.digits(4)?;
        let behind = self.at;
        if (0xD800..0xDC00).contains(&high) && self.take("\\u") {
            let low = self.digits(4);
            if let Some(low) = low.filter(|low| (0xDC00..0xE000).contains(low)) {
                return Some(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00));
            }
            // One of a pair alone.
            self.at = behind;
        }
        Some(high)
    }
}

/// What stands in the braces of a quantifier.
fn braces(inner: &str) -> Option<(usize, Option<usize>)> {
    let count = |text: &str| {
        let is_count = !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
        // More than any text has.
        is_count.then(|| text.parse().unwrap_or(usize::MAX))
    };
    match inner.split_once(',') {
        None => count(inner).map(|times| (times, Some(times))),
        Some((least, "")) => count(least).map(|least| (least, None)),
        Some((least, most)) => count(least).zip(count(most).map(Some)),
    }
}
