//! Diagnostics with the lines of the files that they speak of, in the form of
//! the compiler's own.

use std::fmt::Write as _;

use super::{Diagnostic, Diagnostics, Text};

/// Lines above this length in bytes (minified files) are not shown.
const LINE: usize = 240;

/// What is put around the parts of a diagnostic.
struct Colours {
    error: &'static str,
    strong: &'static str,
    frame: &'static str,
    end: &'static str,
}

const NONE: Colours = Colours {
    error: "",
    strong: "",
    frame: "",
    end: "",
};

const ANSI: Colours = Colours {
    error: "\u{1b}[1;31m",
    strong: "\u{1b}[1m",
    frame: "\u{1b}[1;34m",
    end: "\u{1b}[0m",
};

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
    /// assert!(shown.contains(" --> order.json:2:11 (#/type)"), "{shown}");
    /// assert!(shown.contains("\n2 |   \"type\": \"strin\"\n  |           ^^^^^^^\n"), "{shown}");
    /// ```
    #[must_use]
    pub fn render(&self) -> String {
        self.draw(&NONE)
    }

    /// Like [`Diagnostics::render`], with colours.
    #[must_use]
    pub fn render_in_colour(&self) -> String {
        self.draw(&ANSI)
    }

    fn draw(&self, colours: &Colours) -> String {
        let mut out = String::new();
        for diagnostic in self {
            // Writing to a String cannot fail.
            let _ = one(diagnostic, colours, &mut out);
        }
        let count = self.len();
        let plural = if count == 1 { "" } else { "s" };
        let _ = write!(out, "{count} problem{plural} in the schemas");
        out
    }
}

/// One of them, and an empty line.
fn one(diagnostic: &Diagnostic, colours: &Colours, out: &mut String) -> std::fmt::Result {
    let Colours {
        error,
        strong,
        frame,
        end,
    } = colours;
    write!(out, "{error}error{end}{strong}: ")?;
    if diagnostic.line == 0 {
        // Nothing but a name to show of it.
        write!(out, "{}: ", diagnostic.document)?;
    }
    writeln!(out, "{}{end}", diagnostic.reason)?;
    // Room for the number of the last line that is shown.
    let margin = (diagnostic.line + 1).to_string().len();
    if diagnostic.line > 0 {
        let Diagnostic {
            document,
            line,
            column,
            ..
        } = diagnostic;
        write!(
            out,
            "{:margin$}{frame}-->{end} {document}:{line}:{column}",
            ""
        )?;
        if let Some(pointer) = &diagnostic.pointer {
            write!(out, " (#{pointer})")?;
        }
        out.push('\n');
    }
    if let Some(text) = &diagnostic.text {
        excerpt(diagnostic, text, margin, colours, out)?;
    }
    if let Some(help) = &diagnostic.help {
        writeln!(
            out,
            "{:margin$} {frame}={end} {strong}help{end}: {help}",
            ""
        )?;
    }
    out.push('\n');
    Ok(())
}

/// The line in question between its neighbours, the place marked below it.
fn excerpt(
    diagnostic: &Diagnostic,
    text: &Text,
    margin: usize,
    colours: &Colours,
    out: &mut String,
) -> std::fmt::Result {
    let Colours {
        error, frame, end, ..
    } = colours;
    let at = diagnostic.line;
    let shown = |number: usize| text.line(number).filter(|line| line.len() <= LINE);
    if shown(at).is_none() {
        return Ok(());
    }
    let bar = format!("{:margin$} {frame}|{end}", "");
    writeln!(out, "{bar}")?;
    for number in at.saturating_sub(1)..=at + 1 {
        let Some(line) = shown(number) else { continue };
        let line = line.replace(char::is_control, " ");
        if number != at && line.is_empty() {
            continue;
        }
        let line = format!("{frame}{number:margin$} |{end} {line}");
        writeln!(out, "{}", line.trim_end())?;
        if number == at {
            let before = diagnostic.column.saturating_sub(1);
            let carets = "^".repeat(covered(diagnostic, text));
            writeln!(out, "{bar} {:before$}{error}{carets}{end}", "")?;
        }
    }
    Ok(())
}

/// How many letters of its first line the place covers; of a whole object,
/// this is the bracket.
fn covered(diagnostic: &Diagnostic, text: &Text) -> usize {
    let span = diagnostic.span;
    let covered = text.content().get(span.start..span.end).unwrap_or("");
    covered.lines().next().unwrap_or("").chars().count().max(1)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostics::{Kind, Span};

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
             --> a.json:9:8 (#/é)\n   \
             |\n \
             8 | 8\n \
             9 | { \"é\": [1]\n   \
             |        ^^^\n\
             10 | }\n   \
             = help: mend it\n\n\
             1 problem in the schemas"
        );
        let coloured = shown.render_in_colour();
        assert!(coloured.contains("\u{1b}[1;31m^^^\u{1b}[0m"), "{coloured}");
    }

    #[test]
    fn ends_of_texts_and_long_lines() {
        assert!(at("", 0, 0).render().contains("\n1 |\n  | ^\n"));
        assert!(
            at("{\r\n}\r\n", 0, 4)
                .render()
                .contains("\n1 | {\n  | ^\n2 | }\n")
        );
        let long = at(&"[".repeat(LINE + 1), 3, 4).render();
        assert!(
            long.starts_with("error: wrong\n --> a.json:1:4\n\n"),
            "{long}"
        );
        let none: Diagnostics = Diagnostic::of_file(Kind::File, "a.json", "is missing").into();
        assert!(none.render().starts_with("error: a.json: is missing\n\n"));
    }
}
