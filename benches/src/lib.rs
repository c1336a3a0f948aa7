//! The types, payloads and validators that the benches compare.

pub mod plain;
pub mod schemas;

/// The engine's types for the lead.
#[allow(missing_docs)]
pub mod lead {
    include!(concat!(env!("OUT_DIR"), "/lead.rs"));
}

/// The engine's types for the order.
#[allow(missing_docs)]
pub mod order {
    include!(concat!(env!("OUT_DIR"), "/order.rs"));
}

/// typify's types for the lead.
#[allow(warnings, clippy::all, clippy::pedantic)]
pub mod typify_lead {
    include!(concat!(env!("OUT_DIR"), "/typify_lead.rs"));
}

/// typify's types for the order.
#[allow(warnings, clippy::all, clippy::pedantic)]
pub mod typify_order {
    include!(concat!(env!("OUT_DIR"), "/typify_order.rs"));
}

/// A lead as the API answers it, without white space.
pub const LEAD: &str = include_str!("../payloads/lead.json");
/// An order, the same way.
pub const ORDER: &str = include_str!("../payloads/order.json");

/// The lead's schema as one document.
pub const LEAD_SCHEMA: &str = include_str!(concat!(env!("OUT_DIR"), "/lead.json"));
/// The order's schema as one document.
pub const ORDER_SCHEMA: &str = include_str!(concat!(env!("OUT_DIR"), "/order.json"));
