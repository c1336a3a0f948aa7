//! What is read, and the types that read it.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{lead, order, payload, plain, plain_shapes, shapes};
use crate::{typify_lead, typify_order, typify_shapes};

/// A payload with the types that it is read into.
pub trait Subject {
    /// The engine's type.
    type Engine: DeserializeOwned + Serialize;
    /// What one writes by hand.
    type Plain: DeserializeOwned + Serialize;
    /// What typify makes of the same schema.
    type Typify: DeserializeOwned + Serialize;

    /// Its name in tables.
    const NAME: &'static str;

    /// The schema as one document.
    const SCHEMA: &'static str;

    /// The payload.
    fn text() -> String;

    /// `from_json` of the engine's type.
    fn from_json(text: &str) -> Option<Self::Engine>;
}

/// Goes through subjects, which differ in type.
pub trait Visit {
    /// What to do with each.
    fn visit<S: Subject>(&mut self);
}

macro_rules! subjects {
    ($($name:ident $label:literal: $payload:expr, $schema:literal, $engine:ty, $plain:ty, $typify:ty;)*) => {
        $(
            #[doc = concat!("The payload ", $label, ".")]
            #[derive(Debug)]
            pub enum $name {}

            impl Subject for $name {
                type Engine = $engine;
                type Plain = $plain;
                type Typify = $typify;

                const NAME: &'static str = $label;
                const SCHEMA: &'static str =
                    include_str!(concat!(env!("OUT_DIR"), "/", $schema, ".json"));

                fn text() -> String {
                    $payload
                }

                fn from_json(text: &str) -> Option<Self::Engine> {
                    <$engine>::from_json(text).ok()
                }
            }
        )*
    };
}

subjects! {
    Lead "lead": crate::LEAD.to_owned(), "lead",
        lead::LeadOpportunityResponse, plain::LeadResponse, typify_lead::LeadOpportunityResponse;
    Order "order": crate::ORDER.to_owned(), "orders",
        order::Orders, plain::OrderResponse, typify_order::Orders;
}

macro_rules! odd_shapes {
    ($($name:ident $label:literal,)*) => {
        subjects! {
            $(
                $name $label: payload::shape($label), $label,
                    shapes::$name, plain_shapes::$name, typify_shapes::$name;
            )*
        }

        /// Goes through the shapes that serde is slow at.
        pub fn odd_shapes(visitor: &mut impl Visit) {
            $(visitor.visit::<$name>();)*
        }
    };
}

odd_shapes! {
    Tagged "tagged",
    Untagged "untagged",
    Flattened "flattened",
    Codes "codes",
    Wide "wide",
    Deep "deep",
    Maps "maps",
    Numbers "numbers",
}

/// Goes through the real payloads.
pub fn payloads(visitor: &mut impl Visit) {
    visitor.visit::<Lead>();
    visitor.visit::<Order>();
}
