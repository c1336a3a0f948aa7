//! An answer of the API, read by its status.

use crate::operations::Operation;
use crate::{Failed, Failure, Unexpected, support};

/// The body of a success: the type says which operation it is of.
pub trait Answered: Sized {
    /// The operation.
    const OPERATION: Operation;

    /// Reads the body of a success.
    ///
    /// # Errors
    ///
    /// A body that is no JSON, or does not fit its schema.
    fn success(body: &[u8]) -> Result<Self, support::Error>;

    /// Reads the body of a failure; `None` where nothing is said of the status.
    fn failure(status: u16, body: &[u8]) -> Option<Result<Failure, support::Error>>;
}

/// An answer: a success, a failure that the API describes, or whatever else came.
///
/// An HTTP library gives the status and the body, and this says what they are;
/// nothing of them is lost.
///
/// ```
/// use dassault_schemas::{Answer, Failure, LeadCreated};
///
/// let body = r#"{"partnerLeadOpportunityId": "P-1", "dsLeadOpportunityId": "9YEL-1",
///     "action": "create", "info": {"success": true, "statusCode": 201}}"#;
/// match Answer::<LeadCreated>::read(201, body) {
///     Answer::Success(created) => assert_eq!(created.ds_lead_opportunity_id, "9YEL-1"),
///     Answer::Failure(Failure::TooManyRequests(_)) => println!("later"),
///     Answer::Failure(failure) => println!("{failure}"),
///     Answer::Unexpected(other) => println!("{other}"),
/// }
/// ```
#[derive(Debug)]
pub enum Answer<T> {
    /// It was done.
    Success(T),
    /// It was not, and the API says why.
    Failure(Failure),
    /// A status of which the API says nothing, or a body that is not what it
    /// says.
    Unexpected(Unexpected),
}

impl<T: Answered> Answer<T> {
    /// Reads the body of an answer by its HTTP status.
    #[must_use]
    pub fn read(status: u16, body: impl Into<Vec<u8>>) -> Self {
        let body = body.into();
        let success = T::OPERATION.answers.first();
        let read = if success.is_some_and(|(known, _)| *known == status) {
            Some(T::success(&body).map(Self::Success))
        } else {
            T::failure(status, &body).map(|read| read.map(Self::Failure))
        };
        match read {
            Some(Ok(answer)) => answer,
            Some(Err(error)) => Self::Unexpected(Unexpected::new(status, body, Some(error))),
            None => Self::Unexpected(Unexpected::new(status, body, None)),
        }
    }

    /// The body of a success, or everything else as an error.
    ///
    /// ```
    /// use dassault_schemas::{Answer, LeadCreated};
    ///
    /// let answer = Answer::<LeadCreated>::read(502, "<html>Bad gateway</html>");
    /// let error = answer.into_result().unwrap_err();
    /// assert_eq!(error.status(), 502);
    /// assert!(error.to_string().contains("Bad gateway"));
    /// ```
    ///
    /// # Errors
    ///
    /// Whatever is no success.
    pub fn into_result(self) -> Result<T, Failed> {
        match self {
            Self::Success(body) => Ok(body),
            Self::Failure(failure) => Err(Failed::Failure(Box::new(failure))),
            Self::Unexpected(other) => Err(Failed::Unexpected(Box::new(other))),
        }
    }
}
