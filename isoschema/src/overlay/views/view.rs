//! The two ways that a value goes.

/// The way that a value goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// To those who own it.
    Request,
    /// From those who own it.
    Response,
}

impl View {
    pub(super) const ALL: [Self; 2] = [Self::Request, Self::Response];

    /// The keyword of the members that do not go this way.
    pub(super) fn hides(self) -> &'static str {
        match self {
            Self::Request => "readOnly",
            Self::Response => "writeOnly",
        }
    }

    /// What stands behind the name of a schema in the name of its form.
    pub(super) fn behind(self) -> &'static str {
        match self {
            Self::Request => "Request",
            Self::Response => "Response",
        }
    }

    /// What it is in a sentence.
    pub(super) fn said(self) -> &'static str {
        match self {
            Self::Request => "requests",
            Self::Response => "responses",
        }
    }

    pub(super) fn other(self) -> Self {
        match self {
            Self::Request => Self::Response,
            Self::Response => Self::Request,
        }
    }
}
