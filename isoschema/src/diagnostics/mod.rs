//! What is wrong with the input: every problem of a stage at once, each with
//! its file, line, column, JSON Pointer, reason and way out.

mod render;
pub(crate) mod text;

use std::fmt;
use std::sync::Arc;

use crate::words::shown;

pub use text::{Span, Text};

/// What a diagnostic is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A file or a folder could not be read.
    File,
    /// A text is not what its format asks for (JSON, TOML, UTF-8).
    Syntax,
    /// An object names a member twice.
    DuplicateMember,
    /// Something goes beyond a stated limit.
    Limit,
    /// A reference leads nowhere.
    DanglingReference,
    /// A reference or a link leads out of the schemas folder.
    Outside,
    /// References lead back to where they start, without a step into the value.
    ReferenceCycle,
    /// Two schemas claim one identifier.
    AmbiguousIdentifier,
    /// A dialect or a vocabulary that is not known.
    Dialect,
    /// A keyword's value has not the form that the draft gives it.
    Keyword,
    /// A regular expression that does not compile.
    Pattern,
    /// The configuration.
    Configuration,
    /// A correction of a schema that cannot be applied or is not needed.
    Overlay,
    /// What is published, and what was fetched of it.
    Upstream,
    /// Two schemas want the same Rust name.
    Name,
    /// Something that no Rust type can be given yet.
    Unsupported,
    /// Keywords that leave no value over.
    Contradiction,
    /// What is allowed and surely not meant.
    Lint,
}

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Severity {
    /// Nothing can be generated.
    Error,
    /// It can, and somebody should look at it.
    Warning,
}

/// One problem, with the place that it is about.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// What it is about.
    pub kind: Kind,
    /// The file, as the user would type its path.
    pub document: Arc<str>,
    /// The file's text, where it could be read.
    pub text: Option<Arc<Text>>,
    /// The bytes in question.
    pub span: Span,
    /// The line, from 1; 0 where there is no text.
    pub line: usize,
    /// The column in Unicode scalar values, from 1; 0 where there is no text.
    pub column: usize,
    /// The JSON Pointer of the place, where it has one.
    pub pointer: Option<String>,
    /// The lint that has found it, by its name in `[lints]`.
    pub lint: Option<&'static str>,
    /// What is wrong.
    pub reason: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A problem at a place in a text.
    #[must_use]
    pub fn at(kind: Kind, text: &Arc<Text>, span: Span, reason: impl Into<String>) -> Self {
        let (line, column) = text.position(span.start);
        Self {
            severity: Severity::Error,
            kind,
            document: Arc::clone(text.name()),
            text: Some(Arc::clone(text)),
            span,
            line,
            column,
            pointer: None,
            lint: None,
            reason: reason.into(),
            help: None,
        }
    }

    /// A problem with a file as a whole, or with none.
    #[must_use]
    pub fn of_file(kind: Kind, document: impl Into<Arc<str>>, reason: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            kind,
            document: document.into(),
            text: None,
            span: Span::default(),
            line: 0,
            column: 0,
            pointer: None,
            lint: None,
            reason: reason.into(),
            help: None,
        }
    }

    /// Says which lint has found it.
    #[must_use]
    pub(crate) fn lint(mut self, name: &'static str) -> Self {
        self.lint = Some(name);
        self
    }

    /// Makes it a warning.
    #[must_use]
    pub fn warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// Adds the JSON Pointer.
    #[must_use]
    pub fn pointer(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = Some(pointer.into());
        self
    }

    /// Adds the way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(&self.document))?;
        if self.line > 0 {
            write!(f, ":{}:{}", self.line, self.column)?;
        }
        if let Some(pointer) = &self.pointer {
            write!(f, " (#{})", shown(pointer))?;
        }
        write!(f, ": {}", shown(&self.reason))?;
        if let Some(help) = &self.help {
            write!(f, "\n    help: {}", shown(help))?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostic {}

/// One diagnostic or more, all errors or all warnings.
///
/// [`Display`](fmt::Display) gives them in a plain form, one after the other;
/// [`Diagnostics::render`] adds the lines of the files that they speak of.
#[derive(Debug, Clone)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// The diagnostics in the order of files and lines, without repetitions;
    /// `None` where there is none.
    fn sorted(list: Vec<Diagnostic>) -> Option<Self> {
        (!list.is_empty()).then(|| Self { list }.map(std::convert::identity))
    }

    /// Changes each of them, and brings them into that order.
    pub(crate) fn map(self, change: impl FnMut(Diagnostic) -> Diagnostic) -> Self {
        let mut list: Vec<Diagnostic> = self.list.into_iter().map(change).collect();
        list.sort_by(|a, b| {
            let place = |d: &Diagnostic| (d.line, d.column);
            a.document
                .cmp(&b.document)
                .then_with(|| place(a).cmp(&place(b)))
                .then_with(|| a.reason.cmp(&b.reason))
        });
        list.dedup_by(|a, b| {
            a.document == b.document
                && a.span == b.span
                && a.pointer == b.pointer
                && a.reason == b.reason
        });
        Self { list }
    }

    /// The diagnostics, in the order of their files and lines.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// How many there are; never 0.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "it is never empty")]
    pub fn len(&self) -> usize {
        self.list.len()
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(one: Diagnostic) -> Self {
        Self { list: vec![one] }
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.list.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{diagnostic}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}

/// Where a stage puts its diagnostics until it ends.
///
/// ```
/// use isoschema::diagnostics::{Collector, Diagnostic, Kind};
///
/// let mut problems = Collector::default();
/// problems.push(Diagnostic::of_file(Kind::File, "a.json", "no such file"));
/// problems.push(Diagnostic::of_file(Kind::File, "b.json", "is empty").warning());
/// let warnings = problems.take_warnings().unwrap();
/// assert_eq!(warnings.to_string(), "b.json: is empty");
/// let error = problems.finish(()).unwrap_err();
/// assert_eq!(error.to_string(), "a.json: no such file");
/// ```
#[derive(Debug, Default)]
pub struct Collector {
    errors: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
}

impl Collector {
    /// Takes one more.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        match diagnostic.severity {
            Severity::Error => self.errors.push(diagnostic),
            Severity::Warning => self.warnings.push(diagnostic),
        }
    }

    /// Takes all of them.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        for diagnostic in diagnostics {
            self.push(diagnostic);
        }
    }

    /// Takes over what another stage collected.
    pub fn append(&mut self, other: Self) {
        self.errors.extend(other.errors);
        self.warnings.extend(other.warnings);
    }

    /// The errors so far.
    #[must_use]
    pub fn errors(&self) -> &[Diagnostic] {
        &self.errors
    }

    /// How many errors there are so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.errors.len()
    }

    /// Whether nothing is wrong so far.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// The warnings so far, in the order of files and lines, without
    /// repetitions. Who ends a run takes them before [`Collector::finish`].
    #[must_use]
    pub fn take_warnings(&mut self) -> Option<Diagnostics> {
        Diagnostics::sorted(std::mem::take(&mut self.warnings))
    }

    /// The value if nothing was wrong.
    ///
    /// # Errors
    ///
    /// Every error that was pushed, in the order of files and lines, without
    /// repetitions.
    pub fn finish<T>(self, value: T) -> Result<T, Diagnostics> {
        Diagnostics::sorted(self.errors).map_or(Ok(value), Err)
    }
}
