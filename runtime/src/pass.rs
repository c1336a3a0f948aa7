//! A value is passed over without being read: what is no JSON, and what repeats a member, is
//! found.
use super::*;

/// The text of a value.
struct Kept {
    /// As far as white space was left out.
    text: String,
    /// From where on the rest is to be copied.
    copied: usize,
}

impl Scanner<'_> {
    /// Passes the next value, and gives its text without white space; `None` where a tape has
    /// to decide.
    pub(crate) fn pass(&mut self) -> Option<Box<str>> {
        self.tape.reuse();
        let mut kept = Kept {
            text: spare_text(),
            copied: self.at,
        };
        let end = self.pass_value(self.at, self.levels, &mut kept);
        self.tape.clear();
        let text = end.and_then(|end| {
            let rest = self.text.get(kept.copied..end)?;
            self.at = end;
            if kept.text.is_empty() {
                return Some(rest.into());
            }
            kept.text.push_str(rest);
            Some(kept.text.as_str().into())
        });
        recycle_text(kept.text);
        text
    }

    fn pass_value(&mut self, at: usize, levels: u32, kept: &mut Kept) -> Option<usize> {
        match *self.bytes.get(at)? {
            b'"' => self.pass_text(at),
            b'{' => self.pass_object(at, levels.checked_sub(1)?, kept),
            b'[' => self.pass_array(at, levels.checked_sub(1)?, kept),
            b'n' => self.pass_word(at, b"null"),
            b't' => self.pass_word(at, b"true"),
            b'f' => self.pass_word(at, b"false"),
            _ => self.number(at).map(|(_, end)| end),
        }
    }

    fn pass_word(&self, at: usize, word: &[u8]) -> Option<usize> {
        self.bytes
            .get(at..)?
            .starts_with(word)
            .then_some(at + word.len())
    }

    #[inline]
    fn pass_text(&mut self, at: usize) -> Option<usize> {
        let quote = *self.tape.quotes.get(self.read)?;
        let end = (quote & !UNUSUAL) as usize;
        if quote & UNUSUAL != 0 && !has_short_escapes(self.text.get(at + 1..end)?) {
            return self.text_at(at).map(|(_, end)| end);
        }
        self.read += 1;
        Some(end + 1)
    }

    /// The position behind the white space at `at`, which is left out of the text.
    #[inline]
    fn gap(&self, at: usize, kept: &mut Kept) -> usize {
        let behind = space(self.bytes, at);
        if behind != at {
            let text = self.text.get(kept.copied..at).unwrap_or_default();
            kept.text.push_str(text);
            kept.copied = behind;
        }
        behind
    }

    fn pass_array(&mut self, at: usize, levels: u32, kept: &mut Kept) -> Option<usize> {
        let mut at = self.gap(at + 1, kept);
        if self.bytes.get(at) == Some(&b']') {
            return Some(at + 1);
        }
        loop {
            at = self.pass_value(at, levels, kept)?;
            at = self.gap(at, kept);
            match self.bytes.get(at)? {
                b',' => at = self.gap(at + 1, kept),
                b']' => return Some(at + 1),
                _ => return None,
            }
        }
    }

    /// The names of the objects around are on the tape.
    fn pass_object(&mut self, at: usize, levels: u32, kept: &mut Kept) -> Option<usize> {
        let first = self.tape.nodes.len();
        let mut at = self.gap(at + 1, kept);
        if self.bytes.get(at) == Some(&b'}') {
            return Some(at + 1);
        }
        loop {
            if self.bytes.get(at) != Some(&b'"') {
                return None;
            }
            // One with an escape is read to a tape.
            let (name, end) = self.plain_at(at)?;
            self.tape.nodes.push(Node::Text(name));
            at = self.gap(end, kept);
            if self.bytes.get(at) != Some(&b':') {
                return None;
            }
            at = self.gap(at + 1, kept);
            at = self.pass_value(at, levels, kept)?;
            at = self.gap(at, kept);
            match self.bytes.get(at)? {
                b',' => at = self.gap(at + 1, kept),
                b'}' => break,
                _ => return None,
            }
        }
        let is_plain = differ(self.tape.nodes.get(first..)?);
        self.tape.nodes.truncate(first);
        is_plain.then_some(at + 1)
    }
}

/// Whether the escapes of a text are of two characters each, and nothing else is unusual.
fn has_short_escapes(text: &str) -> bool {
    let mut rest = text;
    while let Some((_, escaped)) = rest.split_once('\\') {
        let Some(behind) = escaped.strip_prefix(['"', '\\', '/', 'b', 'f', 'n', 'r', 't']) else {
            return false;
        };
        rest = behind;
    }
    has_no_control(text.as_bytes())
}

/// Whether names are sure to differ; of very many a tape tells.
fn differ<'de>(names: &[Node<'de>]) -> bool {
    /// More are not compared.
    const MOST: usize = 128;
    let text = |node: &Node<'de>| match node {
        Node::Text(text) => *text,
        _ => "",
    };
    match names.len() {
        0 | 1 => return true,
        2..=MOST => {}
        _ => return false,
    }
    let mut bits = [0_u64; 16];
    for (at, name) in names.iter().map(text).enumerate() {
        let hash = short_hash(name);
        let word = &mut bits[(hash >> 6) as usize % 16];
        let bit = 1 << (hash & 63);
        if *word & bit != 0 && names.iter().take(at).any(|other| text(other) == name) {
            return false;
        }
        *word |= bit;
    }
    true
}
