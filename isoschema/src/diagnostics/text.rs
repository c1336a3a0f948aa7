//! A text with its lines: from byte offsets to lines and columns.

use std::sync::Arc;

/// A range of bytes in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The range from `start` up to `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }
}

/// A file's text, the name it is shown under and where its lines begin.
#[derive(Debug)]
pub struct Text {
    name: Arc<str>,
    content: String,
    lines: Vec<usize>,
}

impl Text {
    /// Takes a text and finds its lines.
    #[must_use]
    pub fn new(name: impl Into<Arc<str>>, content: String) -> Self {
        let mut lines = vec![0];
        lines.extend(content.match_indices('\n').map(|(at, _)| at + 1));
        Self {
            name: name.into(),
            content,
            lines,
        }
    }

    /// The name that it is shown under: a path as the user would type it.
    #[must_use]
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn content(&self) -> &str {
        &self.content
    }

    /// The line and the column of a byte, both counted from 1; columns count
    /// Unicode scalar values.
    ///
    /// ```
    /// let text = isoschema::diagnostics::Text::new("a.json", "{\n \"é\": 1}".into());
    /// assert_eq!(text.position(0), (1, 1));
    /// assert_eq!(text.position(8), (2, 6));
    /// ```
    #[must_use]
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines.get(line.wrapping_sub(1)).copied().unwrap_or(0);
        let before = self.content.get(start..offset.min(self.content.len()));
        (
            line.max(1),
            before.map_or(offset - start, |text| text.chars().count()) + 1,
        )
    }

    /// The byte at which a line (counted from 1) and a column (bytes, counted
    /// from 1) stand.
    #[must_use]
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.lines.get(line.saturating_sub(1)).copied();
        let at = start.map_or(self.content.len(), |start| start + column.saturating_sub(1));
        let mut at = at.min(self.content.len());
        while !self.content.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// A line, counted from 1, without its end.
    #[must_use]
    pub fn line(&self, number: usize) -> Option<&str> {
        let start = *self.lines.get(number.checked_sub(1)?)?;
        let end = self
            .lines
            .get(number)
            .map_or(self.content.len(), |next| next - 1);
        self.content.get(start..end)
    }
}
