//! Where a value stands and how it begins, for errors.
use super::*;

/// The path of a document itself.
pub const ROOT: &str = "(root)";

impl Tape<'_> {
    /// The path of a value: `data.items[3].unit`, `["odd name"].x`, or
    /// `(root)`. A member name's path is that of its value.
    pub fn path(&self, at: usize) -> String {
        let mut path = String::new();
        let mut node = 0;
        while node < at {
            let mut items = self.each_item(node).enumerate();
            let mut members = self.each_member(node);
            if let Some((position, item)) = items.find(|(_, item)| at < self.end(*item)) {
                push_position(&mut path, position);
                node = item;
            } else if let Some((name, value)) = members.find(|(_, value)| at < self.end(*value)) {
                push_name(&mut path, name);
                node = value;
            } else {
                break;
            }
        }
        if path.is_empty() {
            path.push_str(ROOT);
        }
        path
    }

    /// The value as JSON, cut after 60 characters.
    pub fn excerpt(&self, at: usize) -> String {
        const LONGEST: usize = 60;
        let mut text = String::new();
        self.write_excerpt(at, &mut text, LONGEST + 1);
        if let Some((end, _)) = text.char_indices().nth(LONGEST) {
            text.truncate(end);
            text.push('…');
        }
        text
    }

    /// Writes JSON until the text is longer than it may become.
    fn write_excerpt(&self, at: usize, text: &mut String, longest: usize) {
        match self.look(at) {
            View::Null => text.push_str("null"),
            View::Boolean(value) => text.push_str(if value { "true" } else { "false" }),
            View::Number(number) => text.push_str(&number.to_number().to_string()),
            View::Text(value) => push_quoted(text, value, longest),
            View::Array => {
                text.push('[');
                for (position, item) in self.each_item(at).enumerate() {
                    if text.len() > 4 * longest {
                        return;
                    }
                    if position > 0 {
                        text.push(',');
                    }
                    self.write_excerpt(item, text, longest);
                }
                text.push(']');
            }
            View::Object => {
                text.push('{');
                for (position, (name, value)) in self.each_member(at).enumerate() {
                    if text.len() > 4 * longest {
                        return;
                    }
                    if position > 0 {
                        text.push(',');
                    }
                    push_quoted(text, name, longest);
                    text.push(':');
                    self.write_excerpt(value, text, longest);
                }
                text.push('}');
            }
        }
    }
}

fn push_quoted(text: &mut String, value: &str, longest: usize) {
    let end = value
        .char_indices()
        .nth(longest)
        .map_or(value.len(), |(end, _)| end);
    text.push_str(&quoted(&value[..end]));
}

/// Appends an item's position to a path.
pub fn push_position(path: &mut String, position: usize) {
    path.push('[');
    path.push_str(&position.to_string());
    path.push(']');
}

/// Appends a member name to a path, quoted unless it reads as an identifier.
pub fn push_name(path: &mut String, name: &str) {
    let plain = name
        .starts_with(|first: char| first.is_alphabetic() || first == '_' || first == '$')
        && name
            .chars()
            .all(|other| other.is_alphanumeric() || matches!(other, '_' | '$' | '-'));
    if plain {
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(name);
    } else {
        path.push('[');
        path.push_str(&quoted(name));
        path.push(']');
    }
}
