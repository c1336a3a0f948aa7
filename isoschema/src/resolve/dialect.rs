//! Drafts and dialects: which keywords a schema may use, and how they are
//! spelt.

use crate::load::document::Format;
use crate::load::json::Json;

/// A draft of JSON Schema, oldest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Draft {
    /// Draft 4.
    Draft4,
    /// Draft 6.
    Draft6,
    /// Draft 7.
    Draft7,
    /// Draft 2019-09.
    Draft2019,
    /// Draft 2020-12.
    #[default]
    Draft2020,
}

impl Draft {
    /// The draft by its short name: `4`, `6`, `7`, `2019-09`, `2020-12`.
    ///
    /// ```
    /// use isoschema::resolve::Draft;
    /// assert_eq!(Draft::by_name("7"), Some(Draft::Draft7));
    /// assert_eq!(Draft::by_name("8"), None);
    /// ```
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Some(match name {
            "4" | "draft-04" => Self::Draft4,
            "6" | "draft-06" => Self::Draft6,
            "7" | "draft-07" => Self::Draft7,
            "2019-09" => Self::Draft2019,
            "2020-12" => Self::Draft2020,
            _ => return None,
        })
    }

    /// The URI of its meta-schema: what `$schema` says.
    #[must_use]
    pub fn uri(self) -> &'static str {
        match self {
            Self::Draft4 => "http://json-schema.org/draft-04/schema#",
            Self::Draft6 => "http://json-schema.org/draft-06/schema#",
            Self::Draft7 => "http://json-schema.org/draft-07/schema#",
            Self::Draft2019 => "https://json-schema.org/draft/2019-09/schema",
            Self::Draft2020 => "https://json-schema.org/draft/2020-12/schema",
        }
    }

    /// The short name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft4 => "4",
            Self::Draft6 => "6",
            Self::Draft7 => "7",
            Self::Draft2019 => "2019-09",
            Self::Draft2020 => "2020-12",
        }
    }
}

/// A draft with the vocabularies and habits that hold for a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact by itself")]
pub struct Dialect {
    /// The draft.
    pub draft: Draft,
    /// OpenAPI 3.0: `nullable`, boolean bounds, no siblings beside `$ref`.
    pub openapi30: bool,
    /// The schema names draft 3, which is read as draft 4 where the two agree.
    pub draft3: bool,
    /// No `$schema` that is known says the draft: a keyword in an older
    /// draft's form means what it meant there.
    pub unnamed: bool,
    /// The applicator vocabulary: `properties`, `items`, `allOf`…
    pub applicator: bool,
    /// The validation vocabulary: `type`, `minimum`, `required`…
    pub validation: bool,
    /// The vocabulary for what nothing else has looked at.
    pub unevaluated: bool,
    /// `format` is an assertion.
    pub format_assertion: bool,
}

impl Dialect {
    /// A draft as its own meta-schema describes it.
    #[must_use]
    pub fn of(draft: Draft) -> Self {
        Self {
            draft,
            openapi30: false,
            draft3: false,
            unnamed: false,
            applicator: true,
            validation: true,
            unevaluated: draft >= Draft::Draft2019,
            format_assertion: false,
        }
    }

    /// What a document is read as before its `$schema` is looked at.
    #[must_use]
    pub fn of_format(format: Format, default: Draft) -> Self {
        match format {
            Format::Schema | Format::Lines => Self {
                unnamed: true,
                ..Self::of(default)
            },
            // What came before OpenAPI 3.0, and what Kubernetes took from it, differ in
            // extensions alone, which are corrections.
            Format::OpenApi30 | Format::Swagger2 | Format::Kubernetes => Self {
                openapi30: true,
                ..Self::of(Draft::Draft4)
            },
            Format::OpenApi31 => Self::of(Draft::Draft2020),
            // AsyncAPI 2.6 and 3.0, "Schema Object": a superset of draft 7.
            Format::AsyncApi => Self::of(Draft::Draft7),
        }
    }

    /// The dialect of one of the drafts' own meta-schemas, whichever way its
    /// URI is spelt (`http` or `https`, with `#` or without). A draft's
    /// hyper-schema adds nothing that is enforced.
    ///
    /// ```
    /// use isoschema::resolve::{Dialect, Draft};
    /// let known = Dialect::known("http://json-schema.org/draft-04/hyper-schema#");
    /// assert_eq!(known, Some(Dialect::of(Draft::Draft4)));
    /// ```
    #[must_use]
    pub fn known(uri: &str) -> Option<Self> {
        let uri = uri.trim().trim_end_matches(['#', '/']);
        let uri = uri.split_once("://").map_or(uri, |(_, rest)| rest);
        let uri = uri.strip_prefix("www.").unwrap_or(uri);
        let path = uri.strip_prefix("json-schema.org/")?;
        let name = path
            .strip_suffix("/schema")
            .or_else(|| path.strip_suffix("/hyper-schema"))?;
        let draft = match name {
            "draft-01" | "draft-02" | "draft-03" => {
                return Some(Self {
                    draft3: true,
                    ..Self::of(Draft::Draft4)
                });
            }
            // Draft 5 is draft 4 with corrected prose.
            "draft-04" | "draft-05" => Draft::Draft4,
            "draft-06" => Draft::Draft6,
            "draft-07" => Draft::Draft7,
            "draft/2019-09" => Draft::Draft2019,
            "draft/2020-12" => Draft::Draft2020,
            _ => return None,
        };
        Some(Self::of(draft))
    }

    /// The keyword that gives a schema its identifier.
    #[must_use]
    pub fn id_keyword(self) -> &'static str {
        if self.draft == Draft::Draft4 {
            "id"
        } else {
            "$id"
        }
    }

    /// Whether the members beside `$ref` mean nothing.
    #[must_use]
    pub fn ref_hides_siblings(self) -> bool {
        self.draft <= Draft::Draft7
    }

    /// Whether this draft or a later one is spoken.
    #[must_use]
    pub fn since(self, draft: Draft) -> bool {
        self.draft >= draft
    }

    /// Whether an array in `items` lists schemas by position, with
    /// `additionalItems` for the rest.
    #[must_use]
    pub fn lists_items(self) -> bool {
        self.draft <= Draft::Draft2019 || self.unnamed
    }

    /// Whether a schema object is nothing but its `$ref`.
    #[must_use]
    pub fn is_bare_reference(self, json: &Json) -> bool {
        self.ref_hides_siblings() && json.get("$ref").is_some_and(|json| json.as_str().is_some())
    }
}

/// The dialect that a `$vocabulary` describes.
///
/// # Errors
///
/// The required vocabularies that are not known.
pub(super) fn with_vocabulary(base: Dialect, vocabulary: &Json) -> Result<Dialect, Vec<String>> {
    let mut dialect = Dialect {
        applicator: false,
        validation: false,
        unevaluated: false,
        ..base
    };
    let mut unknown = Vec::new();
    let Some(members) = vocabulary.as_object() else {
        return Ok(base);
    };
    for (uri, required) in members {
        let known = [
            "https://json-schema.org/draft/2019-09/vocab/",
            "https://json-schema.org/draft/2020-12/vocab/",
        ];
        let name = known.iter().find_map(|prefix| uri.strip_prefix(prefix));
        match name {
            Some("applicator") => {
                dialect.applicator = true;
                dialect.unevaluated |= base.draft == Draft::Draft2019;
            }
            Some("validation") => dialect.validation = true,
            Some("unevaluated") => dialect.unevaluated = true,
            Some("format-assertion") => dialect.format_assertion = true,
            // Draft 2019-09 has one vocabulary, asserted where it is required.
            Some("format") => dialect.format_assertion = required.as_bool() == Some(true),
            Some("core" | "meta-data" | "content" | "format-annotation") => {}
            _ if required.as_bool() == Some(true) => unknown.push(uri.clone()),
            _ => {}
        }
    }
    if unknown.is_empty() {
        Ok(dialect)
    } else {
        Err(unknown)
    }
}
