//! The operations of the API: what is asked where, and what is answered.
//!
//! Each is a constant, and [`ALL`] has them in a row. The type of a success leads
//! back to its operation: [`Answered::OPERATION`](crate::Answered::OPERATION).

mod table;

pub use table::*;

/// How an operation is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// `GET`, without a body.
    Get,
    /// `PATCH`, with a body.
    Patch,
    /// `POST`, with a body or without.
    Post,
}

impl Method {
    /// The word that a request begins with.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Patch => "PATCH",
            Self::Post => "POST",
        }
    }
}

impl std::fmt::Display for Method {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.as_str())
    }
}

/// One operation of the API.
///
/// ```
/// use dassault_schemas::operations::{CHANGE_LEAD, Operation};
///
/// assert_eq!(CHANGE_LEAD.method.as_str(), "PATCH");
/// assert_eq!(CHANGE_LEAD.path_of("9YEL-1"), "/sales/api4partners/v0/leads-opportunities/9YEL-1");
/// assert_eq!(CHANGE_LEAD.request, Some("LeadUpdateRequest"));
/// assert_eq!(CHANGE_LEAD.answer(200), Some("LeadUpdated"));
/// // Nothing is said of this status.
/// assert_eq!(CHANGE_LEAD.answer(418), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Operation {
    /// What it does, as a name: `read_lead`.
    pub name: &'static str,
    /// How it is asked for.
    pub method: Method,
    /// Where, below the server; `{id}` stands for the key of a record.
    pub path: &'static str,
    /// Whether the query can say `skip` and `top`: how many items to leave out,
    /// and how many to give at most.
    pub is_paged: bool,
    /// The type of the request's body, where it has one.
    pub request: Option<&'static str>,
    /// The types of the answers' bodies, by HTTP status. The first is that of a
    /// success.
    pub answers: &'static [(u16, &'static str)],
}

impl Operation {
    /// The path to one record. The key is escaped as a URL needs it.
    #[must_use]
    pub fn path_of(&self, id: &str) -> String {
        let mut key = String::with_capacity(id.len());
        for byte in id.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                key.push(char::from(byte));
            } else {
                key.push('%');
                for half in [byte >> 4, byte & 0xf] {
                    key.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
                }
            }
        }
        self.path.replace("{id}", &key)
    }

    /// The type of the body that is answered with a status, where the API says one.
    #[must_use]
    pub fn answer(&self, status: u16) -> Option<&'static str> {
        let mut answers = self.answers.iter();
        answers.find_map(|(known, name)| (*known == status).then_some(*name))
    }
}
