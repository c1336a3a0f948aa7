//! Diagnostics → the reports of `annotate-snippets`, which draws them as the
//! compiler draws its own.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Severity};
use crate::words::{counted, shown as escaped};

/// Lines above this length in bytes (minified files) are not shown; of the
/// others, as much as a terminal has room for.
const LINE: usize = 4096;

/// How many letters of a place are marked at most: what is marked is not cut.
const MARKED: usize = 120;

impl Diagnostics {
    /// All of them, each with the lines in question, for a terminal or for
    /// cargo's output, without colours.
    ///
    /// ```
    /// use isoschema::Generator;
    ///
    /// let generator = Generator::new().text("order.json", "{\n  \"type\": \"strin\"\n}");
    /// let problems = generator.generate().unwrap_err();
    /// let shown = problems.render();
    /// assert!(shown.contains(" --> order.json:2:11\n"), "{shown}");
    /// assert!(shown.contains("\n2 |   \"type\": \"strin\"\n  |           ^^^^^^^\n"), "{shown}");
    /// assert!(shown.contains(" = note: at #/type\n"), "{shown}");
    /// ```
    #[must_use]
    pub fn render(&self) -> String {
        self.draw(&Renderer::plain())
    }

    /// Like [`Diagnostics::render`], with colours.
    #[must_use]
    pub fn render_in_colour(&self) -> String {
        self.draw(&Renderer::styled())
    }

    fn draw(&self, renderer: &Renderer) -> String {
        let mut out = String::new();
        for diagnostic in self {
            out += &renderer.render(&[group(diagnostic)]);
            out += "\n\n";
        }
        let what = match self.iter().next().map(|one| one.severity) {
            Some(Severity::Warning) => "warning",
            _ => "problem",
        };
        out + &format!("{} in the schemas", counted(self.len(), what))
    }
}

fn group(diagnostic: &Diagnostic) -> Group<'_> {
    let Diagnostic {
        document,
        line,
        column,
        reason,
        ..
    } = diagnostic;
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let group = if *line == 0 {
        // Nothing but a name to show of it.
        Group::with_title(
            level.primary_title(escaped(&format!("{document}: {reason}")).into_owned()),
        )
    } else {
        let group = Group::with_title(level.primary_title(escaped(reason)));
        match excerpt(diagnostic) {
            Some(excerpt) => group.element(excerpt),
            None => group.element(
                Origin::path(escaped(document))
                    .line(*line)
                    .char_column(*column),
            ),
        }
    };
    let pointer = diagnostic.pointer.as_ref();
    let note = pointer.map(|pointer| {
        let at = format!("at #{}", escaped(pointer));
        Level::NOTE.message(at)
    });
    let lint = diagnostic.lint;
    let lint = lint.map(|name| Level::NOTE.message(format!("`{name}` of [lints]")));
    let help = diagnostic.help.as_ref();
    let help = help.map(|help| Level::HELP.message(escaped(help)));
    group.elements(note).elements(lint).elements(help)
}

/// The line in question between its neighbours, the place marked; none where
/// that line is too long. The rest of the text is not handed on: it would be
/// read anew for each diagnostic.
fn excerpt(diagnostic: &Diagnostic) -> Option<Snippet<'_, Annotation<'_>>> {
    let text = diagnostic.text.as_ref()?;
    let shown = |number: usize| text.line(number).filter(|line| line.len() <= LINE);
    let is_neighbour = |number| shown(number).is_some_and(|line| !line.trim().is_empty());

    let (mut first, mut last) = (diagnostic.line, diagnostic.line);
    // The empty line at the end of a text is one only where it stands alone.
    if !shown(first)?.is_empty() && is_neighbour(first - 1) {
        first -= 1;
    }
    if is_neighbour(last + 1) {
        last += 1;
    }
    let start = text.offset(first, 1);
    let end = text.offset(last + 1, 1);
    let source = text.content().get(start..end)?;

    // Of a whole object, this is the bracket.
    let span = diagnostic.span;
    let covered = text.content().get(span.start..span.end)?.lines().next();
    let covered = covered.unwrap_or_default().chars().take(MARKED);
    let place = span.start.checked_sub(start)?;
    let place = place..place + covered.map(char::len_utf8).sum::<usize>();
    source.get(place.clone())?;
    Some(
        Snippet::source(harmless(source))
            .path(escaped(&diagnostic.document))
            .line_start(first)
            .fold(false)
            .annotation(AnnotationKind::Primary.span(place)),
    )
}

/// The control characters that are drawn as they are, replaced by another of
/// the same length.
fn harmless(source: &str) -> String {
    source.replace(|letter| matches!(letter, '\u{80}'..='\u{9f}'), "\u{b7}")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostics::{Kind, Span, Text};

    fn at(content: &str, start: usize, end: usize) -> Diagnostics {
        let text = Arc::new(Text::new("a.json", content.to_owned()));
        Diagnostic::at(Kind::Keyword, &text, Span::new(start, end), "wrong").into()
    }

    #[test]
    fn the_place_stands_between_its_neighbours() {
        let content = "1\n2\n3\n4\n5\n6\n7\n8\n{\t\"é\": [1]\n}\n";
        let start = content.find("[1]").expect("it is there");
        let shown = Diagnostics::from(
            at(content, start, start + 3)
                .into_iter()
                .next()
                .expect("one")
                .pointer("/é")
                .help("mend it"),
        );
        assert_eq!(
            shown.render(),
            "error: wrong\n  \
             --> a.json:9:8\n   \
             |\n \
             8 | 8\n \
             9 | {    \"é\": [1]\n   \
             |           ^^^\n\
             10 | }\n   \
             |\n   \
             = note: at #/é\n   \
             = help: mend it\n\n\
             1 problem in the schemas"
        );
        let coloured = shown.render_in_colour();
        assert!(
            coloured.contains("\u{1b}[1m\u{1b}[91m^^^\u{1b}[0m"),
            "{coloured}"
        );
    }

    #[test]
    fn every_place_of_a_text() {
        let content = "\u{feff}{\t\"日本\": \"é\u{1b}\u{9b}\u{7f}\u{202e}\",\r\n\n \t\n  \"\r\": []\r\n}\r\n\n";
        for content in ["", "{", "\n", content, content.trim_end()] {
            let places: Vec<usize> = (0..=content.len())
                .filter(|at| content.is_char_boundary(*at))
                .collect();
            for (index, start) in places.iter().enumerate() {
                let (line, column) = Text::new("", content.to_owned()).position(*start);
                let place = format!("--> a.json:{line}:{column}\n");
                for end in &places[index..] {
                    let shown = at(content, *start, *end).render();
                    assert!(shown.contains(&place), "no {place} in {shown}");
                    assert!(shown.contains("| ") && shown.contains('^'), "{shown}");
                    let mut controls = shown.chars().filter(|letter| letter.is_control());
                    assert!(controls.all(|letter| letter == '\n'), "{shown:?}");
                }
            }
        }
    }

    #[test]
    fn ends_of_texts() {
        let shown = at("", 0, 0).render();
        assert!(shown.contains("\n1 |\n  | ^\n"), "{shown}");
        let shown = at("{\r\n}\r\n", 0, 4).render();
        assert!(shown.contains("\n1 | {\n  | ^\n2 | }\n"), "{shown}");
        let shown = at("{\r\n}\r\n", 6, 6).render();
        assert!(shown.contains("\n3 |\n  | ^\n"), "{shown}");
        let none: Diagnostics = Diagnostic::of_file(Kind::File, "a.json", "is missing").into();
        assert!(none.render().starts_with("error: a.json: is missing\n\n"));
    }

    #[test]
    fn long_lines() {
        let content = format!("{}wanted{}", "[".repeat(2000), "]".repeat(2000));
        let shown = at(&content, 2000, 2006).render();
        assert!(shown.contains("--> a.json:1:2001\n"), "{shown}");
        let lines: Vec<&str> = shown.lines().collect();
        assert!(
            lines[3].starts_with("1 | ...[") && lines[3].ends_with("]..."),
            "{shown}"
        );
        assert_eq!(lines[3].find("wanted"), lines[4].find("^^^^^^"), "{shown}");
        let longest = |shown: &str| shown.lines().map(str::len).max();
        assert!(longest(&shown) <= Some(140), "{shown}");
        // A place of which the end is not in sight.
        let shown = at(&content, 0, 4006).render();
        assert!(longest(&shown) <= Some(140), "{shown}");
        let longer = at(&"[".repeat(LINE + 1), 3, 4).render();
        assert_eq!(
            longer,
            "error: wrong\n--> a.json:1:4\n\n1 problem in the schemas"
        );
    }
}
