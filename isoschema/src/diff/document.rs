//! A document → lines of a width that people read, one place in it marked.

use serde_json::Value;

use crate::load::json::unescape;
use crate::words::quoted;

use super::brief::token;

/// What fits into this is on one line.
const WIDTH: usize = 76;

/// A document in lines, for people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lines {
    /// The lines; of long texts in it the beginning.
    pub lines: Vec<String>,
    /// The line of the marked place, where it begins there, and how long it is:
    /// counted in characters.
    pub mark: Option<(usize, usize, usize)>,
}

impl Lines {
    /// A document with the place at a JSON Pointer marked.
    pub(super) fn of(document: &Value, place: Option<&str>) -> Self {
        let place: Option<Vec<String>> =
            place.map(|place| place.split('/').skip(1).map(unescape).collect());
        let mut out = Self {
            lines: vec![String::new()],
            mark: None,
        };
        out.fitted(document, place.as_deref(), 0, 0);
        out
    }

    /// The lines, and below the marked one what is said of it.
    #[must_use]
    pub fn annotated(&self, words: &str) -> Vec<String> {
        let mut out = self.lines.clone();
        if let Some((line, start, length)) = self.mark {
            let carets = "^".repeat(length.clamp(1, WIDTH / 2));
            let below = format!("{}{carets} {words}", " ".repeat(start));
            out.insert(line + 1, below);
        }
        out
    }

    fn last(&mut self) -> &mut String {
        if self.lines.is_empty() {
            self.lines.push(String::new());
        }
        let last = self.lines.len() - 1;
        &mut self.lines[last]
    }

    fn column(&mut self) -> usize {
        self.last().chars().count()
    }

    /// Writes a value, on one line if it fits with so many characters behind it.
    fn fitted(&mut self, value: &Value, place: Option<&[String]>, indent: usize, behind: usize) {
        let room = WIDTH.saturating_sub(self.column() + behind);
        let is_marked = place.is_some_and(<[String]>::is_empty);
        match value {
            Value::Object(members) if !members.is_empty() && !fits(value, room) => {
                self.open('{', is_marked);
                for (index, (name, member)) in members.iter().enumerate() {
                    let is_last = index + 1 == members.len();
                    self.lines.push(" ".repeat(indent + 2));
                    let name_shown = quoted(name);
                    self.last().push_str(&name_shown);
                    self.last().push_str(": ");
                    self.fitted(member, inside(place, name), indent + 2, 1);
                    self.last().push_str(if is_last { "" } else { "," });
                }
                self.lines.push(" ".repeat(indent) + "}");
            }
            Value::Array(items) if !items.is_empty() && !fits(value, room) => {
                self.open('[', is_marked);
                for (index, item) in items.iter().enumerate() {
                    let is_last = index + 1 == items.len();
                    self.lines.push(" ".repeat(indent + 2));
                    self.fitted(item, inside(place, &index.to_string()), indent + 2, 1);
                    self.last().push_str(if is_last { "" } else { "," });
                }
                self.lines.push(" ".repeat(indent) + "]");
            }
            _ => self.inline(value, place),
        }
    }

    fn open(&mut self, bracket: char, is_marked: bool) {
        let start = self.column();
        self.last().push(bracket);
        if is_marked {
            self.mark = Some((self.lines.len() - 1, start, 1));
        }
    }

    fn inline(&mut self, value: &Value, place: Option<&[String]>) {
        let start = self.column();
        match value {
            Value::Object(members) => {
                self.last().push('{');
                for (index, (name, member)) in members.iter().enumerate() {
                    let comma = if index > 0 { ", " } else { "" };
                    let head = format!("{comma}{}: ", quoted(name));
                    self.last().push_str(&head);
                    self.inline(member, inside(place, name));
                }
                self.last().push('}');
            }
            Value::Array(items) => {
                self.last().push('[');
                for (index, item) in items.iter().enumerate() {
                    self.last().push_str(if index > 0 { ", " } else { "" });
                    self.inline(item, inside(place, &index.to_string()));
                }
                self.last().push(']');
            }
            scalar => {
                let token = token(scalar);
                self.last().push_str(&token);
            }
        }
        if place.is_some_and(<[String]>::is_empty) {
            let length = self.column() - start;
            self.mark = Some((self.lines.len() - 1, start, length));
        }
    }
}

/// The rest of the way to the marked place, if it leads through this member.
fn inside<'p>(place: Option<&'p [String]>, name: &str) -> Option<&'p [String]> {
    let (first, rest) = place?.split_first()?;
    (first == name).then_some(rest)
}

/// Whether a value is written in so many characters.
fn fits(value: &Value, room: usize) -> bool {
    let mut line = Lines::default();
    line.inline(value, None);
    line.column() <= room
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_place_is_marked_on_one_line() {
        let lines = Lines::of(&json!({"a": [1, "x\u{202e}"]}), Some("/a/1"));
        assert_eq!(
            lines.annotated("is a string"),
            [
                r#"{"a": [1, "x\u202e"]}"#,
                "          ^^^^^^^^^ is a string"
            ]
        );
        assert_eq!(Lines::of(&json!(3), Some("")).annotated("!"), ["3", "^ !"]);
    }

    #[test]
    fn what_is_long_is_broken() {
        let long = "x".repeat(50);
        let lines = Lines::of(
            &json!({"a": {"b": long, "c~/": {"d": long}}}),
            Some("/a/c~0~1"),
        );
        assert_eq!(
            lines.annotated("lacks e"),
            [
                "{".to_owned(),
                "  \"a\": {".to_owned(),
                format!("    \"b\": \"{long}\","),
                format!("    \"c~/\": {{\"d\": \"{long}\"}}"),
                format!("           {} lacks e", "^".repeat(38)),
                "  }".to_owned(),
                "}".to_owned(),
            ]
        );
        let list = Lines::of(&json!([long, long]), Some("/1"));
        assert_eq!(list.mark, Some((2, 2, 52)));
    }
}
