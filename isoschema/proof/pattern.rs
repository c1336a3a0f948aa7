//! A regular expression → texts that probably match it.
//!
//! Covers the plain part of ECMA-262 (classes, groups, alternatives,
//! quantifiers, anchors). What it does not know it passes over: the validator
//! has the last word on every text.

use fastrand::Rng;

/// Draws a text for a pattern. The pattern is not anchored: a text may have
/// something before and behind where no `^` and `$` forbid it.
pub fn draw(pattern: &str, rng: &mut Rng) -> String {
    let mut reader = Reader {
        chars: pattern.chars().collect(),
        at: 0,
        rng,
        out: String::new(),
        depth: 0,
    };
    reader.alternatives();
    reader.out
}

struct Reader<'r> {
    chars: Vec<char>,
    at: usize,
    rng: &'r mut Rng,
    out: String,
    depth: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn alternatives(&mut self) {
        // Reads every alternative, keeps one of them: reservoir sampling.
        let start = self.out.clone();
        let mut kept = String::new();
        let mut count = 0;
        loop {
            self.out.clone_from(&start);
            self.sequence();
            count += 1;
            if self.rng.usize(..count) == 0 {
                kept.clone_from(&self.out);
            }
            if self.peek() != Some('|') {
                break;
            }
            self.at += 1;
        }
        self.out = kept;
    }

    fn sequence(&mut self) {
        while let Some(c) = self.peek() {
            if c == '|' || c == ')' {
                return;
            }
            let before = self.at;
            let (least, most) = self.count_behind_atom();
            let end = self.at;
            let times = if most > least {
                self.rng.usize(least..=most)
            } else {
                least
            };
            for _ in 0..times {
                self.at = before;
                self.atom();
            }
            self.at = end;
        }
    }

    /// Passes over one atom and its quantifier, and gives the quantifier.
    fn count_behind_atom(&mut self) -> (usize, usize) {
        let kept = std::mem::take(&mut self.out);
        self.atom();
        self.out = kept;
        let (least, most) = match self.peek() {
            Some('*') => (0, 3),
            Some('+') => (1, 3),
            Some('?') => (0, 1),
            Some('{') => match self.braces() {
                Some(counts) => counts,
                None => return (1, 1),
            },
            _ => return (1, 1),
        };
        self.at += 1;
        if self.peek() == Some('?') {
            self.at += 1;
        }
        (least, most)
    }

    fn braces(&mut self) -> Option<(usize, usize)> {
        let rest: String = self.chars[self.at + 1..]
            .iter()
            .take_while(|c| **c != '}')
            .collect();
        let (least, most) = match rest.split_once(',') {
            None => (rest.parse().ok()?, rest.parse().ok()?),
            Some((least, "")) => {
                let least: usize = least.parse().ok()?;
                (least, least + 3)
            }
            Some((least, most)) => (least.parse().ok()?, most.parse().ok()?),
        };
        // Up to the closing brace; the caller steps over it.
        self.at += rest.chars().count() + 1;
        Some((least.min(5_000), most.min(5_000)))
    }

    fn atom(&mut self) {
        let Some(c) = self.peek() else { return };
        self.at += 1;
        match c {
            '^' | '$' => {}
            '.' => self.any_of(&[('a', 'z'), ('0', '9'), (' ', '~'), ('à', 'ÿ')]),
            '[' => self.class(),
            '(' => self.group(),
            '\\' => self.escape(),
            c => self.out.push(c),
        }
    }

    fn group(&mut self) {
        let mut shown = true;
        if self.peek() == Some('?') {
            let kind: String = self.chars[self.at..].iter().take(3).collect();
            if kind.starts_with("?:") {
                self.at += 2;
            } else if kind.starts_with("?=") || kind.starts_with("?!") {
                (self.at, shown) = (self.at + 2, false);
            } else if kind.starts_with("?<=") || kind.starts_with("?<!") {
                (self.at, shown) = (self.at + 3, false);
            } else {
                while self.peek().is_some_and(|c| c != '>') {
                    self.at += 1;
                }
                self.at += 1;
            }
        }
        let before = self.out.clone();
        self.depth += 1;
        if self.depth < 50 {
            self.alternatives();
        }
        self.depth -= 1;
        if !shown {
            self.out = before;
        }
        if self.peek() == Some(')') {
            self.at += 1;
        }
    }

    fn any_of(&mut self, ranges: &[(char, char)]) {
        if ranges.is_empty() {
            return;
        }
        let (from, to) = ranges[self.rng.usize(..ranges.len())];
        let code = self
            .rng
            .u32(u32::from(from)..=u32::from(to).max(u32::from(from)));
        self.out.push(char::from_u32(code).unwrap_or(from));
    }

    fn class(&mut self) {
        let negated = self.peek() == Some('^');
        if negated {
            self.at += 1;
        }
        let mut ranges: Vec<(char, char)> = Vec::new();
        let mut first = true;
        while let Some(c) = self.peek() {
            if c == ']' && !first {
                break;
            }
            first = false;
            self.at += 1;
            if c == '\\' {
                let kept = self.at;
                let class = escape_class(self.peek());
                self.at = kept + 1;
                if class.is_empty() {
                    let mark = self.out.len();
                    self.at = kept;
                    self.escape();
                    let literal = self.out[mark..].chars().next();
                    self.out.truncate(mark);
                    ranges.extend(literal.map(|c| (c, c)));
                } else {
                    ranges.extend(class);
                }
                continue;
            }
            if self.peek() == Some('-') && self.chars.get(self.at + 1).is_some_and(|c| *c != ']') {
                let to = self.chars[self.at + 1];
                self.at += 2;
                ranges.push((c, to));
            } else {
                ranges.push((c, c));
            }
        }
        self.at += 1;
        if negated {
            let all: Vec<(char, char)> = (' '..='~')
                .filter(|c| !ranges.iter().any(|(from, to)| from <= c && c <= to))
                .map(|c| (c, c))
                .collect();
            self.any_of(&all);
        } else {
            self.any_of(&ranges);
        }
    }

    fn escape(&mut self) {
        let Some(c) = self.peek() else { return };
        let class = escape_class(Some(c));
        self.at += 1;
        if !class.is_empty() {
            self.any_of(&class);
            return;
        }
        match c {
            'b' | 'B' | '1'..='9' => {}
            'n' => self.out.push('\n'),
            't' => self.out.push('\t'),
            'r' => self.out.push('\r'),
            'f' => self.out.push('\u{c}'),
            'v' => self.out.push('\u{b}'),
            '0' => self.out.push('\0'),
            'u' | 'x' => {
                let width = if c == 'u' { 4 } else { 2 };
                let digits: String = self.chars[self.at..].iter().take(width).collect();
                if let Ok(code) = u32::from_str_radix(&digits, 16) {
                    self.at += width;
                    self.out.extend(char::from_u32(code));
                }
            }
            'p' | 'P' => {
                while self.peek().is_some_and(|c| c != '}') {
                    self.at += 1;
                }
                self.at += 1;
                self.any_of(&[('a', 'z'), ('A', 'Z'), ('à', 'ö')]);
            }
            c => self.out.push(c),
        }
    }
}

fn escape_class(c: Option<char>) -> Vec<(char, char)> {
    match c {
        Some('d') => vec![('0', '9')],
        Some('w') => vec![('a', 'z'), ('A', 'Z'), ('0', '9'), ('_', '_')],
        Some('s') => vec![(' ', ' '), ('\t', '\t')],
        Some('D') => vec![('a', 'z'), (' ', '/')],
        Some('W') => vec![(' ', '/'), ('à', 'ÿ')],
        Some('S') => vec![('!', '~')],
        _ => Vec::new(),
    }
}
