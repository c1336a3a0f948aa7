//! The failures that the API describes.

use std::fmt;

use crate::{
    ErrorList, ErrorMessage, LeadError, LeadNotAcceptable, LeadOpportunityServerError, LeadRefused,
    LeadUpdateRefused, PortfolioSearchRefused, RequestRefused, ServiceUnavailable,
};

/// The body of an answer that is no success.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Failure {
    /// 400 to a request that creates leads or searches them.
    LeadRefused(LeadRefused),
    /// 400 to a change of a lead.
    ChangeRefused(LeadUpdateRefused),
    /// 400 to a request on orders or accreditations.
    RequestRefused(RequestRefused),
    /// 400 to a search for portfolio items.
    PortfolioSearchRefused(PortfolioSearchRefused),
    /// 401: no valid API key.
    Unauthorized(ErrorMessage),
    /// 403: an API key that may not do this.
    Forbidden(ErrorMessage),
    /// 404: there is no such order.
    NotFound(RequestRefused),
    /// 406: a value of a lead is not acceptable.
    NotAcceptable(LeadNotAcceptable),
    /// 429: more requests than are allowed in the time; `Retry-After` may say
    /// when the next one is.
    TooManyRequests(ErrorMessage),
    /// 500: a lead could not be read, or is none of the caller's.
    ServerError(LeadOpportunityServerError),
    /// 503: leads cannot be reached at the moment.
    Unavailable(ServiceUnavailable),
}

impl Failure {
    /// The HTTP status that says so.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::LeadRefused(_)
            | Self::ChangeRefused(_)
            | Self::RequestRefused(_)
            | Self::PortfolioSearchRefused(_) => 400,
            Self::Unauthorized(_) => 401,
            Self::Forbidden(_) => 403,
            Self::NotFound(_) => 404,
            Self::NotAcceptable(_) => 406,
            Self::TooManyRequests(_) => 429,
            Self::ServerError(_) => 500,
            Self::Unavailable(_) => 503,
        }
    }

    /// What the body says to people, where it says something.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        match self {
            Self::LeadRefused(body) => told(Some(&body.error)),
            // Its errors are an object of which nothing is stated.
            Self::ChangeRefused(_) => None,
            Self::RequestRefused(body) | Self::NotFound(body) => first(&body.error),
            Self::PortfolioSearchRefused(body) => Some(&body.error.message),
            Self::Unauthorized(body) | Self::Forbidden(body) | Self::TooManyRequests(body) => {
                Some(&body.message)
            }
            Self::NotAcceptable(body) => told(body.error.as_ref()),
            Self::ServerError(body) => told(Some(&body.error)),
            Self::Unavailable(body) => told(Some(&body.error)),
        }
    }

    /// Whether the same request can be sent again later.
    #[must_use]
    pub fn is_for_now(&self) -> bool {
        matches!(self, Self::TooManyRequests(_) | Self::Unavailable(_))
    }
}

fn told(error: Option<&LeadError>) -> Option<&str> {
    error?.message.as_deref()
}

fn first(errors: &ErrorList) -> Option<&str> {
    errors.first().map(|error| error.title.as_str())
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = self.message().unwrap_or("no reason is given");
        write!(out, "{}: {message}", self.status())
    }
}

impl std::error::Error for Failure {}
