//! Diagnostics with the lines of the files that they speak of.

use std::fmt::{self, Write as _};

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};

use super::{Diagnostic, Diagnostics};

/// From this many on, diagnostics are shown without an excerpt: each excerpt
/// costs a pass over its file.
const EXCERPTS: usize = 100;

/// Lines above this length (minified files) are shown without an excerpt.
const LINE: usize = 240;

impl Diagnostics {
    /// All of them, each with the lines in question, for a terminal or for
    /// cargo's output, without colours.
    #[must_use]
    pub fn render(&self) -> String {
        self.draw(GraphicalTheme::unicode_nocolor())
    }

    /// Like [`Diagnostics::render`], with colours.
    #[must_use]
    pub fn render_in_colour(&self) -> String {
        self.draw(GraphicalTheme::unicode())
    }

    fn draw(&self, theme: GraphicalTheme) -> String {
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(110)
            .with_links(false)
            .with_context_lines(1);
        let mut out = String::new();
        for (index, diagnostic) in self.iter().enumerate() {
            let drawn = index < EXCERPTS
                && diagnostic
                    .text
                    .as_ref()
                    .is_some_and(|text| text.line_length(diagnostic.span.start) <= LINE);
            let mut one = String::new();
            if drawn
                && handler
                    .render_report(&mut one, &Excerpt::new(diagnostic))
                    .is_ok()
            {
                out.push_str(&one);
            } else {
                // Writing to a String cannot fail.
                let _ = writeln!(out, "  × {diagnostic}");
            }
        }
        let count = self.len();
        let plural = if count == 1 { "" } else { "s" };
        let _ = write!(out, "{count} problem{plural} in the schemas");
        out
    }
}

/// A diagnostic as miette wants it.
#[derive(Debug)]
struct Excerpt<'a> {
    diagnostic: &'a Diagnostic,
    source: Option<NamedSource<String>>,
}

impl<'a> Excerpt<'a> {
    fn new(diagnostic: &'a Diagnostic) -> Self {
        let source = diagnostic
            .text
            .as_ref()
            .map(|text| NamedSource::new(&*diagnostic.document, text.content().to_owned()));
        Self { diagnostic, source }
    }
}

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.diagnostic.reason)
    }
}

impl std::error::Error for Excerpt<'_> {}

impl miette::Diagnostic for Excerpt<'_> {
    fn help<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        let help = self.diagnostic.help.as_ref()?;
        Some(Box::new(help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        let source = self.source.as_ref()?;
        Some(source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let text = self.diagnostic.text.as_ref()?;
        let span = self.diagnostic.span;
        // A label over a whole object would draw every line of it.
        let line_end = text.content()[..span.end.min(text.content().len())]
            .get(span.start..)
            .and_then(|covered| covered.find('\n'))
            .map_or(span.end, |at| span.start + at);
        let label = self.diagnostic.pointer.as_ref().map(|p| format!("#{p}"));
        Some(Box::new(std::iter::once(LabeledSpan::new(
            label,
            span.start,
            line_end.saturating_sub(span.start),
        ))))
    }
}
