//! The types, payloads and validators that the benches compare.

pub mod borrowed;
pub mod corpora;
pub mod growth;
pub mod payload;
pub mod plain;
pub mod plain_shapes;
pub mod schemas;
pub mod subject;

/// The engine's types for the lead.
#[allow(missing_docs)]
pub mod lead {
    include!(concat!(env!("OUT_DIR"), "/lead.rs"));
}

/// The engine's types for the order.
#[allow(missing_docs)]
pub mod order {
    include!(concat!(env!("OUT_DIR"), "/orders.rs"));
}

/// The engine's types for the odd shapes.
#[allow(missing_docs)]
pub mod shapes {
    include!(concat!(env!("OUT_DIR"), "/shapes.rs"));
}

/// The engine's types for the pet shop, as a framework has them.
#[allow(missing_docs)]
pub mod petstore {
    include!(concat!(env!("OUT_DIR"), "/petstore.rs"));
}

/// typify's types for the lead.
#[allow(warnings, clippy::all, clippy::pedantic)]
pub mod typify_lead {
    include!(concat!(env!("OUT_DIR"), "/typify_lead.rs"));
}

/// typify's types for the order.
#[allow(warnings, clippy::all, clippy::pedantic)]
pub mod typify_order {
    include!(concat!(env!("OUT_DIR"), "/typify_orders.rs"));
}

/// typify's types for the odd shapes.
#[allow(warnings, clippy::all, clippy::pedantic)]
pub mod typify_shapes {
    include!(concat!(env!("OUT_DIR"), "/typify_shapes.rs"));
}

/// A lead as the API answers it, without white space.
pub const LEAD: &str = include_str!("../payloads/lead.json");
/// An order, the same way.
pub const ORDER: &str = include_str!("../payloads/order.json");

/// The page for users of typify, whose code runs.
#[cfg(doctest)]
#[doc = include_str!("../../docs/migrating-from-typify.md")]
mod migrating {}
