//! What the user decides: names, open enums, asserted formats, the upstream.
//!
//! Comes from `isoschema.toml` or from code; both say the same things.
//!
//! ```toml
//! [names]
//! "order" = "Order"
//! "order#/properties/lines/items" = "OrderLine"
//!
//! [open-enums]
//! "currency" = "the vendor adds currencies without notice"
//!
//! [formats]
//! assert = ["date-time"]
//! uuid = "uuid::Uuid"
//! color = { parse = "rgb::Color" } # a type that has `FromStr` and `Display` alone
//!
//! [[overlays]]
//! schema = "order"
//! reason = "the server sends codes of two letters"
//! merge = { properties = { country = { minLength = 2 } } }
//!
//! [upstream]
//! base = "https://example.com/schemas/{name}.json"
//! roots = ["order"]
//!
//! [generate]
//! default-draft = "2020-12"
//! discriminators = "constant"    # or "annotation": those of OpenAPI enforce nothing
//! imply-type = false             # or true: `properties` without `type` means an object
//! integers = "i64"               # or "wide", "exact"
//! nullable = "strict"            # or "meant": null also beside `$ref` and `allOf`
//! numbers = "number"             # or "f64", "exact"
//! repeated-members = "refused"   # or "last": the last one counts
//! views = false                  # or true: forms for requests and responses, by `readOnly` and `writeOnly`
//!
//! [types]
//! builders = true
//! borrowed = false               # or true: a second form that borrows its texts
//! visibility = "pub"             # or "pub(crate)"
//! derives = ["zeroize::Zeroize"] # for all types; [types.derives] has them by type
//! attributes = { Order = ["#[must_use]"] }
//! non-exhaustive = "enums"       # or true, "structs", a list of types
//! maps = "BTreeMap"              # or "HashMap", "IndexMap" (of `indexmap`)
//! layout = "file"                # or "modules", "folders", "tags", "operations"
//! modules = { orders = ["order", "order_line"] } # the types of these documents
//! dates = "jiff"                 # or "chrono", "time", "String"
//! replace = { "currency" = "iso_currency::Currency" }
//!
//! [lints]                        # what is allowed in schemas and surely not meant
//! unknown-format = "allow"       # or "warn", "deny"
//!
//! [emit]                         # for crates that are written as a whole
//! name = "vendor-schemas"
//! license = "MIT OR Apache-2.0"
//! ```

mod added;
pub(crate) mod addition;
mod dates;
mod emit;
mod keys;
pub(crate) mod kinds;
pub(crate) mod modules;
mod overlays;
pub(crate) mod package;
pub(crate) mod paths;
pub(crate) mod places;
mod read;
pub(crate) mod setting;
pub(crate) mod settings;
pub(crate) mod types;

pub use kinds::{
    Dates, Discriminators, Integers, Layout, Maps, Nullable, Numbers, Support, Visibility,
};
pub use package::Package;
pub use settings::{Config, Formats, Upstream};
