//! Rust code → its words, and where its brackets close.
//!
//! As much of Rust's lexical structure as it takes to know what code mentions:
//! comments, texts and lifetimes hold no words.

/// How a word is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use<'c> {
    /// By itself.
    Plain,
    /// Before a single colon: a field, a parameter.
    Declared,
    /// In a path, behind the name of a module.
    Path,
    /// In a path, behind that of a type; empty where more than a name tells it.
    Part(&'c str),
    /// In a path that begins with `::`: of another crate.
    Foreign,
    /// Behind a dot and before a call, with the name of what it is called on; empty where that
    /// is more than a name.
    Called(&'c str),
    /// Behind a dot alone.
    Field,
    /// Before the `!` of a call.
    Macro,
}

/// The modules that lead to the runtime.
const MODULES: &[&str] = &["crate", "derived", "self", "super", "support"];

/// What there is in code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark<'c> {
    /// A word, and how it is used.
    Word(&'c str, Use<'c>),
    /// A text, without its quotes.
    Text(&'c str),
    /// A bracket that opens.
    Open(u8),
    /// A bracket that closes.
    Close(u8),
    /// `;` or another sign.
    Sign(u8),
}

/// Walks through code, with each mark's place and how many brackets are open
/// around it.
pub(super) fn walk<'c>(code: &'c str, mut each: impl FnMut(Mark<'c>, usize, usize)) {
    let mut walker = Walker {
        bytes: code.as_bytes(),
        at: 0,
    };
    let mut depth = 0_usize;
    let mut behind = Behind::Nothing;
    let mut last = "";
    // How deep the list of what is imported stands, if one is open.
    let mut listed = None;
    while let Some(byte) = walker.peek(0) {
        let start = walker.at;
        let was = std::mem::replace(&mut behind, Behind::Nothing);
        match byte {
            b' ' | b'\n' | b'\t' | b'\r' => {
                walker.at += 1;
                // A path that goes on does so at once.
                behind = match was {
                    Behind::Value | Behind::Foreign | Behind::Module => Behind::Nothing,
                    _ => was,
                };
            }
            b'/' if walker.peek(1) == Some(b'*') => walker.block(),
            b'/' if walker.peek(1) == Some(b'/') => {
                walker.skip_while(|byte| byte != b'\n');
                behind = was;
            }
            b'"' => {
                walker.text();
                each(
                    Mark::Text(&code[start + 1..walker.at.max(start + 2) - 1]),
                    start,
                    depth,
                );
            }
            b'\'' => walker.letter_or_lifetime(),
            b'(' | b'[' | b'{' => {
                each(Mark::Open(byte), start, depth);
                depth += 1;
                if was == Behind::Inside {
                    listed = Some(depth);
                }
                walker.at += 1;
            }
            b')' | b']' | b'}' => {
                listed = listed.filter(|list| *list != depth);
                depth = depth.saturating_sub(1);
                each(Mark::Close(byte), start, depth);
                walker.at += 1;
                behind = Behind::Value;
                last = "";
            }
            b':' if walker.peek(1) == Some(b':') => {
                walker.at += 2;
                behind = match was {
                    Behind::Nothing => Behind::Root,
                    Behind::Foreign => Behind::Abroad,
                    Behind::Module => Behind::Inside,
                    _ => Behind::Colons,
                };
            }
            b'.' if walker.peek(1) != Some(b'.') => {
                walker.at += 1;
                behind = Behind::Dot;
            }
            b'.' => walker.skip_while(|byte| byte == b'.'),
            b'$' => {
                walker.at += 1;
                behind = Behind::Declaration;
            }
            _ if is_word(byte) => {
                walker.skip_while(is_word);
                let word = &code[start..walker.at];
                if matches!(word, "r" | "br") && walker.raw() {
                    continue;
                }
                if byte.is_ascii_digit() {
                    behind = Behind::Value;
                    continue;
                }
                let usage = match walker.usage(was, last) {
                    Use::Plain if listed.is_some() => Use::Path,
                    usage => usage,
                };
                last = word;
                each(Mark::Word(word, usage), start, depth);
                behind = match usage {
                    Use::Foreign => Behind::Foreign,
                    Use::Plain | Use::Path if MODULES.contains(&word) => Behind::Module,
                    Use::Plain if matches!(word, "fn" | "type") => Behind::Declaration,
                    _ => Behind::Value,
                };
            }
            _ => {
                walker.at += 1;
                each(Mark::Sign(byte), start, depth);
                if byte == b'>' {
                    behind = Behind::Value;
                    last = "";
                }
            }
        }
    }
}

/// What stands right before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    Nothing,
    /// Something that has a value or is a path.
    Value,
    /// A word of a path of another crate.
    Foreign,
    /// `::` at the beginning of a path.
    Root,
    /// `::` in a path of another crate.
    Abroad,
    /// The name of a module.
    Module,
    /// `::` behind it.
    Inside,
    /// `::` in another path.
    Colons,
    /// What names something new: `fn`, `type`, or the `$` of a macro.
    Declaration,
    Dot,
}

struct Walker<'c> {
    bytes: &'c [u8],
    at: usize,
}

impl Walker<'_> {
    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn skip_while(&mut self, test: impl Fn(u8) -> bool) {
        while self.peek(0).is_some_and(&test) {
            self.at += 1;
        }
    }

    /// Skips a text.
    fn text(&mut self) {
        self.at += 1;
        while let Some(byte) = self.peek(0) {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'"' => break,
                _ => {}
            }
        }
        self.at = self.at.min(self.bytes.len());
    }

    /// Skips a text without escapes, from behind its `r`; `false` where none is
    /// there, but a name that begins so.
    fn raw(&mut self) -> bool {
        let start = self.at;
        self.skip_while(|byte| byte == b'#');
        let hashes = self.at - start;
        if self.peek(0) != Some(b'"') {
            self.at = start;
            return false;
        }
        self.at += 1;
        let end: Vec<u8> = std::iter::once(b'"').chain(vec![b'#'; hashes]).collect();
        while self.at < self.bytes.len() && !self.bytes[self.at..].starts_with(&end) {
            self.at += 1;
        }
        self.at = self.bytes.len().min(self.at + end.len());
        true
    }

    /// Skips a comment in `/*` and `*/`.
    fn block(&mut self) {
        while self.at < self.bytes.len() && !self.bytes[self.at..].starts_with(b"*/") {
            self.at += 1;
        }
        self.at = self.bytes.len().min(self.at + 2);
    }

    /// Skips `'a'` or `'a`.
    fn letter_or_lifetime(&mut self) {
        self.at += 1;
        if self.peek(0) == Some(b'\\') {
            self.at += 2;
            self.skip_while(|byte| byte != b'\'');
            self.at += 1;
            return;
        }
        let ends = (1..=4).find(|ahead| self.peek(*ahead) == Some(b'\''));
        match ends {
            // A letter beyond ASCII has several bytes.
            Some(ahead) if ahead == 1 || self.peek(0).is_some_and(|byte| byte >= 0x80) => {
                self.at += ahead + 1;
            }
            _ => self.skip_while(is_word),
        }
    }

    /// How the word before is used, by what stands around it.
    fn usage<'c>(&self, behind: Behind, last: &'c str) -> Use<'c> {
        let is_call = self.peek(0) == Some(b'!') && self.peek(1) != Some(b'=');
        match behind {
            Behind::Root | Behind::Abroad => Use::Foreign,
            Behind::Nothing | Behind::Inside if is_call => Use::Macro,
            Behind::Inside => Use::Path,
            Behind::Colons => Use::Part(last),
            Behind::Declaration => Use::Declared,
            Behind::Dot => match (self.peek(0), self.peek(1)) {
                (Some(b'('), _) | (Some(b':'), Some(b':')) => Use::Called(last),
                _ => Use::Field,
            },
            _ => match (self.peek(0), self.peek(1)) {
                (Some(b':'), next) if next != Some(b':') => Use::Declared,
                _ => Use::Plain,
            },
        }
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}
