//! What is asked about two states.

use serde::Serialize;

/// What is asked about two states.
///
/// ```
/// use isoschema::diff::{About, Audience, Question};
///
/// let question = Question::from(Audience::Readers).about(About::Values);
/// # let _ = question;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Question {
    pub(super) audience: Audience,
    pub(super) about: About,
    pub(super) surface: Surface,
}

/// Who is asked whether a change breaks something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Audience {
    /// Those who read documents that others write: a wider schema breaks.
    Readers,
    /// Those who write documents for others: a narrower schema breaks.
    Writers,
    /// Both.
    #[default]
    Everyone,
}

/// What the verdict is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum About {
    /// The values that schemas accept.
    Values,
    /// The Rust types that the generator makes of them.
    Rust,
    /// Both.
    #[default]
    All,
}

/// Which schemas others use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Surface {
    /// Those that documents are, and the definitions that none of these leads
    /// to: all of them where a document has no schema of its own.
    #[default]
    Reached,
    /// Those that documents are.
    Roots,
    /// Those, and every named definition.
    All,
}

impl From<Audience> for Question {
    fn from(audience: Audience) -> Self {
        Self {
            audience,
            ..Self::default()
        }
    }
}

impl Question {
    /// The same about this.
    #[must_use]
    pub fn about(mut self, about: About) -> Self {
        self.about = about;
        self
    }

    /// The same with these schemas as the surface.
    #[must_use]
    pub fn surface(mut self, surface: Surface) -> Self {
        self.surface = surface;
        self
    }
}
