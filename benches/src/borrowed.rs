//! What is read into types that borrow, beside the same types that own.

use serde::{Deserialize, Serialize};

use crate::plain::Text;
use crate::subject::{Lead, Order, Subject};
use crate::{lead, order, plain};

/// A payload with the types that borrow from it.
pub trait Borrowing: Subject {
    /// The engine's type.
    type Borrowed<'de>: Deserialize<'de> + Serialize;
    /// What one writes by hand.
    type PlainBorrowed<'de>: Deserialize<'de> + Serialize;

    /// `from_json` of the engine's type.
    fn borrowed_from_json(text: &str) -> Option<Self::Borrowed<'_>>;
}

impl Borrowing for Lead {
    type Borrowed<'de> = lead::borrowed::LeadOpportunityResponse<'de>;
    type PlainBorrowed<'de> = plain::LeadResponse<Text<'de>>;

    fn borrowed_from_json(text: &str) -> Option<Self::Borrowed<'_>> {
        lead::borrowed::LeadOpportunityResponse::from_json(text).ok()
    }
}

impl Borrowing for Order {
    type Borrowed<'de> = order::borrowed::Orders<'de>;
    type PlainBorrowed<'de> = plain::OrderResponse<Text<'de>>;

    fn borrowed_from_json(text: &str) -> Option<Self::Borrowed<'_>> {
        order::borrowed::Orders::from_json(text).ok()
    }
}
