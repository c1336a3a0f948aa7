//! `Documents` + corrections → `Documents`: what the vendor got wrong.
//!
//! A correction is a JSON Patch ([RFC 6902]) or a merge patch ([RFC 7396])
//! with the schema it corrects and the reason. It is applied to a document as
//! soon as that is read, before anything looks at it; from then on the
//! corrected schema is the schema, for the types, their proof and a crate that
//! is written. A correction that changes nothing any more is an error: the
//! vendor has caught up, and it can go.
//!
//! Corrections lie in `overlays/*.json` of the schemas folder,
//!
//! ```json
//! {
//!   "schema": "order",
//!   "reason": "the server sends \"NEW\", which the list lacks",
//!   "patch": [{ "op": "add", "path": "/properties/status/enum/-", "value": "NEW" }]
//! }
//! ```
//!
//! or in sections `[[overlays]]` of `isoschema.toml` with the same members; a
//! merge patch stands under `merge`. A file may hold a list of corrections.
//!
//! What an OpenAPI document says by `discriminator` is a correction, too, which
//! `discriminators = "annotation"` leaves out; so are the bounds that its integer formats name, such as
//! `int32`, what Swagger 2.0 and Kubernetes say by extensions, with `imply-type = true` the types
//! that keywords without `type` are meant for, and with `views = true` the forms for requests and responses.
//!
//! [RFC 6902]: https://www.rfc-editor.org/rfc/rfc6902
//! [RFC 7396]: https://www.rfc-editor.org/rfc/rfc7396

pub(crate) mod correction;
mod discriminator;
mod elsewhere;
pub(crate) mod extensions;
pub(crate) mod implied;
mod merge;
mod nullable;
pub(crate) mod overlaid;
mod patch;
mod place;
pub(crate) mod read;
mod schemas;
pub(crate) mod set;
mod told;
pub(crate) mod views;
mod widths;

pub use correction::Correction;
pub use overlaid::Overlay;
