//! Regular expressions of ECMA-262, as schemas have them.

use std::iter::Peekable;
use std::str::Chars;
use std::sync::{Arc, OnceLock};

use indexmap::IndexSet;
use regress::Regex;

use crate::load::json::{Json, JsonKind};
use crate::regular::{Language, combinations, is_exponential};

/// Deeper groups and longer patterns are refused: compiling them costs stack
/// in the program that uses the generated type.
const GROUPS: usize = 100;
const LENGTH: usize = 65_536;

/// So many texts are spelled out at most.
const MOST_TEXTS: usize = 256;

/// Whether a pattern is one of several as a whole, as `^a|b$` is and `^(a|b)$` is not.
fn is_choice(source: &str) -> bool {
    let (mut depth, mut is_class) = (0usize, false);
    let mut letters = source.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => drop(letters.next()),
            '[' => is_class = true,
            ']' => is_class = false,
            '(' if !is_class => depth += 1,
            ')' if !is_class => depth = depth.saturating_sub(1),
            '|' if !is_class && depth == 0 => return true,
            _ => {}
        }
    }
    false
}

/// Whether there is something in a word that a name can be made of.
fn has_letters(word: &str) -> bool {
    word.chars().any(|letter| letter.is_ascii_alphabetic())
}

/// A pattern, compiled once.
#[derive(Debug, Clone)]
pub struct Pattern {
    source: Arc<str>,
    regex: Arc<Regex>,
    /// What tells the texts where going back in them could take for ever; found at the first text.
    language: Arc<OnceLock<Option<Language>>>,
    texts: Option<Arc<[Json]>>,
}

impl Pattern {
    /// Compiles a pattern in Unicode mode, as the drafts recommend; else in the
    /// mode that reads everything that browsers do.
    ///
    /// # Errors
    ///
    /// Why it is no regular expression.
    pub fn new(source: &str) -> Result<Self, String> {
        if source.len() > LENGTH {
            return Err(format!("it is longer than {LENGTH} bytes"));
        }
        let mut depth = 0usize;
        for byte in source.bytes() {
            match byte {
                b'(' => depth += 1,
                b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > GROUPS {
                return Err(format!("its groups are nested deeper than {GROUPS}"));
            }
        }
        let regex = Regex::with_flags(source, "u")
            .or_else(|error| Regex::new(source).map_err(|_| error.to_string()))?;
        Ok(Self {
            source: source.into(),
            regex: Arc::new(regex),
            language: Arc::default(),
            texts: spelled_out(source),
        })
    }

    /// The pattern as it stands in the schema.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The texts that match, where the pattern does nothing but spell them out: `^(json|yaml)$`.
    #[must_use]
    pub fn texts(&self) -> Option<&[Json]> {
        self.texts.as_deref()
    }

    /// The word with which every text that matches begins, or else ends: `px` of `^[0-9]+px$`.
    #[must_use]
    pub fn fixed(&self) -> Option<&str> {
        Self::fixed_in(&self.source)
    }

    /// The same of a pattern's text.
    pub(crate) fn fixed_in(source: &str) -> Option<&str> {
        let source = Some(source).filter(|it| !is_choice(it))?;
        let is_fixed = |letter: char| letter.is_ascii_alphanumeric() || "_-:/@#".contains(letter);
        let begin = source.strip_prefix('^').map(|rest| {
            let end = rest.find(|letter| !is_fixed(letter)).unwrap_or(rest.len());
            let (word, behind) = rest.split_at(end);
            // What is repeated, or may be absent, is none of it.
            let is_counted = behind.starts_with(['*', '+', '?', '{']);
            &word[..end - usize::from(is_counted && end > 0)]
        });
        let end = source.strip_suffix('$').map(|rest| {
            let start = rest.rfind(|letter| !is_fixed(letter));
            let start = start.map_or(0, |at| at + 1);
            let is_escaped = rest[..start].ends_with('\\');
            &rest[rest.len().min(start + usize::from(is_escaped))..]
        });
        let mut words = [begin, end].into_iter().flatten();
        words.find(|word| has_letters(word))
    }

    /// All that every text that matches begins with, its signs included: `build[uv]; ` of `^build\[uv\]; ?args`.
    #[must_use]
    pub fn beginning(&self) -> Option<String> {
        let source = Some(&*self.source).filter(|it| !is_choice(it))?;
        let mut rest = source.strip_prefix('^')?.chars();
        let mut all = String::new();
        while let Some(letter) = rest.next() {
            match letter {
                '\\' => match rest.next() {
                    Some(sign) if sign.is_ascii_punctuation() => all.push(sign),
                    _ => break,
                },
                // What is repeated, or may be absent, is none of it.
                '*' | '+' | '?' | '{' => {
                    all.pop();
                    break;
                }
                '.' | '(' | ')' | '[' | ']' | '}' | '^' | '$' => break,
                _ => all.push(letter),
            }
        }
        Some(all).filter(|word| has_letters(word))
    }

    /// Whether it is found in a text.
    #[must_use]
    pub fn is_found_in(&self, text: &str) -> bool {
        let language = self.language.get_or_init(|| {
            let is_slow = is_exponential(&self.source);
            is_slow.then(|| Language::of_pattern(&self.source).ok())?
        });
        match language {
            Some(language) => language.has(text),
            None => self.regex.find(text).is_some(),
        }
    }

    /// Whether it is found in every text, as `.*` is.
    #[must_use]
    pub fn is_found_in_all(&self) -> bool {
        let is_all = |language: &Language| {
            let found = combinations(&[language]);
            found.is_ok_and(|found| found.iter().all(|found| found.of == [true]))
        };
        // An empty one and one of a line's end are what most patterns are not found in.
        self.is_found_in("")
            && self.is_found_in("\n")
            && Language::of_pattern(&self.source).is_ok_and(|it| is_all(&it))
    }
}

/// The texts that a pattern spells out, each once.
fn spelled_out(source: &str) -> Option<Arc<[Json]>> {
    let inner = source.strip_prefix('^')?.strip_suffix('$')?;
    let mut letters = inner.chars().peekable();
    let texts: IndexSet<String> = spelled(&mut letters, false)?.into_iter().collect();
    let texts = texts
        .into_iter()
        .map(|text| Json::new(JsonKind::String(text)));
    letters.next().is_none().then(|| texts.collect())
}

/// The texts of a part of a pattern up to its end, or up to what closes its group, where it only spells them out.
fn spelled(letters: &mut Peekable<Chars<'_>>, is_group: bool) -> Option<Vec<String>> {
    let mut done: Vec<String> = Vec::new();
    let mut open = vec![String::new()];
    while let Some(letter) = letters.next_if(|it| *it != ')') {
        let next = match letter {
            '|' if is_group => {
                done.append(&mut open);
                open.push(String::new());
                continue;
            }
            '(' => {
                if letters.next_if_eq(&'?').is_some() {
                    letters.next_if_eq(&':')?;
                }
                let inner = spelled(letters, true)?;
                letters.next_if_eq(&')')?;
                inner
            }
            '\\' => {
                let escaped = letters.next_if(|it| !it.is_alphanumeric())?;
                vec![escaped.to_string()]
            }
            '^' | '$' | '.' | '*' | '+' | '?' | '[' | ']' | '{' | '}' | '|' => return None,
            plain => vec![plain.to_string()],
        };
        if open.len() * next.len() + done.len() > MOST_TEXTS {
            return None;
        }
        let longer = |begun: &String| {
            next.iter()
                .map(move |it| format!("{begun}{it}"))
                .collect::<Vec<_>>()
        };
        open = open.iter().flat_map(longer).collect();
    }
    done.append(&mut open);
    Some(done)
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn texts(source: &str) -> Option<Vec<String>> {
        let pattern = Pattern::new(source).ok()?;
        let texts = pattern.texts()?.iter();
        Some(
            texts
                .filter_map(|text| text.as_str().map(str::to_owned))
                .collect(),
        )
    }

    #[test]
    fn what_is_spelled_out() {
        let found = |source| texts(source).unwrap_or_default().join(" ");
        assert_eq!(found("^none$"), "none");
        assert_eq!(found(r"^1\.0\.0$"), "1.0.0");
        assert_eq!(found("^(json|ya?ml)$"), "");
        assert_eq!(found("^(?:json|y(a|)ml)-[x]$"), "");
        assert_eq!(found("^(?:json|y(a|)ml)-x$"), "json-x yaml-x yml-x");
        assert_eq!(found("^a(b|c)(d|e)$"), "abd abe acd ace");
    }

    #[test]
    fn what_a_text_begins_or_ends_with() {
        let words = |source| {
            let pattern = Pattern::new(source).expect("a pattern");
            let beginning = pattern.beginning().unwrap_or_default();
            (pattern.fixed().unwrap_or_default().to_owned(), beginning)
        };
        let told = |fixed: &str, beginning: &str| (fixed.to_owned(), beginning.to_owned());
        assert_eq!(words("^(0|1)px$"), told("px", ""));
        assert_eq!(words("^docker; ?(a|b):"), told("docker", "docker;"));
        assert_eq!(words(r"^build\[uv\]; ?a"), told("build", "build[uv];"));
        assert_eq!(words(r"^a[|)]\(|b$"), told("", ""));
        assert_eq!(words("^ab|c$"), told("", ""));
        assert_eq!(words(r"^v\d"), told("v", "v"));
        assert_eq!(words("^xy*z"), told("x", "x"));
        assert_eq!(words("^x{0}"), told("", ""));
        assert_eq!(words("px"), told("", ""));
    }

    /// One that went back in the text would not come to an end.
    #[test]
    fn what_can_be_read_in_many_ways_is_told_all_the_same() {
        let url = Pattern::new(r"^(https?:\/\/)?([\da-z.-]+)\.([a-z.]{2,6})([\/\w .-]*)*\/?$");
        let url = url.expect("a pattern");
        let long = format!("http://www.example.com/{}", "directory/".repeat(20));
        assert!(url.is_found_in(&long));
        assert!(!url.is_found_in(&format!("{long}?of=1")));
        let labels = Pattern::new(r"^(?=.*x)(\.[a-z]([a-z-]*[a-z])?)+\/$").expect("a pattern");
        let long = ".axaxax".repeat(20);
        assert!(labels.is_found_in(&format!("{long}/")));
        assert!(!labels.is_found_in(&format!("{long}!")));
    }

    #[test]
    fn what_is_found_in_every_text() {
        let is = |source| Pattern::new(source).is_ok_and(|it| it.is_found_in_all());
        for source in ["", ".*", "^", "^.*", ".*$", r"^[\s\S]*$", "^x*", "a|"] {
            assert!(is(source), "{source}");
        }
        for source in [".", ".+", "^.*$", "^[^x]*$", "a", r"^[\w\s]*$"] {
            assert!(!is(source), "{source}");
        }
    }

    #[test]
    fn what_is_not() {
        for source in [
            "none", "^none", "^a|b$", "^a*$", "^(a|b)?$", r"^\d$", r"^a\$", "^(?=a)a$", "^(a$",
            "^a.b$",
        ] {
            assert_eq!(texts(source), None, "{source}");
        }
    }
}
