//! `isoschema refresh` against a server that answers well and badly: the
//! message, the exit status, and what is on disk afterwards.

mod faults;
mod folder;
mod good;
mod kills;
#[cfg(unix)]
mod links;
mod openapi;
mod page;
mod published;
mod secure;
mod server;
mod unbounded;
mod upstream;
mod vendor;

/// The vendor's schemas, by the paths that they are served under. They are
/// not in canonical form.
pub(crate) const VENDOR: [(&str, &str); 3] = [
    (
        "/order.json",
        r##"{"type":"object","properties":{
            "to":{"$ref":"#/components/schemas/address"},"amount":{"type":"number","minimum":0.50}},
            "required":["to"]}"##,
    ),
    (
        "/address.json",
        r#"{"type":"object","properties":{"street":{"type":"string"},"country":{"$ref":"country.json"}}}"#,
    ),
    (
        "/country.json",
        r#"{"type":"string","pattern":"^[A-Z]{2}$","title":"Länder"}"#,
    ),
];

/// The folder as it was before: an order that is out of date, and what is
/// nobody's business but the user's.
pub(crate) const BEFORE: [(&str, &str); 4] = [
    ("schemas/order.json", "{\n  \"type\": \"object\"\n}\n"),
    ("schemas/own.json", "{\n  \"type\": \"integer\"\n}\n"),
    (
        "schemas/overlays/order.json",
        r#"{"schema": "order", "reason": "for the record", "merge": {"title": "Order"}}"#,
    ),
    ("schemas/notes/read.me", "notes"),
];

/// The configuration for a server.
pub(crate) fn config(server: &server::Server) -> String {
    format!(
        "[upstream]\nbase = \"{}/{{name}}.json\"\nroots = [\"order\"]\n",
        server.url
    )
}
