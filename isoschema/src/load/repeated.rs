//! Members that an object names twice: what that means where they stand.

use crate::diagnostics::{Collector, Diagnostic};
use crate::keywords::spelling::Holds;
use crate::keywords::table::spelling;

/// What becomes of a member that a schema repeats.
///
/// An annotation (`description`, `default`, `x-…`) is a warning in any case,
/// and the last one counts, as every other reader of JSON takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum RepeatedMembers {
    /// What asserts something is an error.
    #[default]
    Refused,
    /// The last one counts everywhere, with a warning.
    Last,
}

/// A member that stands in an object twice.
#[derive(Debug)]
pub(crate) struct Repeated {
    /// The second of the two.
    pub(super) problem: Diagnostic,
    /// Whether it says nothing about which documents are valid.
    pub(super) annotates: bool,
}

impl Repeated {
    /// Says it of a schema.
    pub(super) fn tell(self, meant: RepeatedMembers, problems: &mut Collector) {
        let problem = if self.annotates || meant == RepeatedMembers::Last {
            let help = "the last one counts: remove the other";
            self.problem.help(help).warning()
        } else {
            let help = "remove one of the two, or rename it; `repeated-members = \"last\"` below \
                        [generate] lets the last one count";
            self.problem.help(help)
        };
        problems.push(problem);
    }

    /// Says it of a document, in which no member may be repeated.
    pub(super) fn refused(self) -> Diagnostic {
        self.problem.help("remove one of the two, or rename it")
    }
}

/// Where a value stands, seen as part of a schema document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A schema, or a list of them.
    Schema,
    /// An object whose members are schemas.
    Schemas,
    /// The object that `schemas` of an OpenAPI document is in.
    Components,
    /// In an annotation.
    Annotation,
    /// Something else.
    Other,
}

impl Place {
    /// Where the member of an object stands.
    pub(super) fn member(self, name: &str) -> Self {
        match self {
            Self::Schema => keyword(name),
            Self::Schemas => Self::Schema,
            Self::Components if name == "schemas" => Self::Schemas,
            Self::Annotation => Self::Annotation,
            Self::Components | Self::Other => Self::Other,
        }
    }
}

/// Where the value of a keyword stands, whichever draft knows it.
fn keyword(name: &str) -> Place {
    match name {
        "$defs" | "definitions" => return Place::Schemas,
        "components" => return Place::Components,
        "title" | "description" | "default" | "example" | "examples" | "deprecated"
        | "readOnly" | "writeOnly" | "$comment" | "externalDocs" | "xml" => {
            return Place::Annotation;
        }
        _ if name.starts_with("x-") => return Place::Annotation,
        _ => {}
    }
    match spelling(name).map_or(Holds::Data, |spelling| spelling.holds) {
        Holds::Data | Holds::Reference => Place::Other,
        Holds::Schema | Holds::List | Holds::SchemaOrList => Place::Schema,
        Holds::Map | Holds::MapOrNames => Place::Schemas,
    }
}
