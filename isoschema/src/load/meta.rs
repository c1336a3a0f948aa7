//! The drafts' meta-schemas, built in with the feature `meta-schemas`.

#[cfg(feature = "meta-schemas")]
pub(super) use built_in::text;

/// The text of the meta-schema under a URI.
#[cfg(not(feature = "meta-schemas"))]
pub(super) fn text(_: &str) -> Option<String> {
    None
}

/// What to say of a meta-schema that is not built in.
pub(super) fn left_out(uri: &str) -> Option<String> {
    let (_, path) = uri.split_once("://")?;
    (cfg!(not(feature = "meta-schemas")) && path.starts_with("json-schema.org/draft"))
        .then(|| format!("{uri}, which isoschema brings with its cargo feature `meta-schemas`"))
}

#[cfg(feature = "meta-schemas")]
mod built_in {
    use std::sync::{Arc, LazyLock};

    use referencing::meta;
    use serde_json::Value;

    type Held = &'static LazyLock<Arc<Value>>;

    /// Each meta-schema under its path at `json-schema.org`.
    static ALL: [(&str, Held); 19] = [
        ("draft-04/schema", &meta::DRAFT4),
        ("draft-06/schema", &meta::DRAFT6),
        ("draft-07/schema", &meta::DRAFT7),
        ("draft/2019-09/schema", &meta::DRAFT201909),
        (
            "draft/2019-09/meta/applicator",
            &meta::DRAFT201909_APPLICATOR,
        ),
        ("draft/2019-09/meta/content", &meta::DRAFT201909_CONTENT),
        ("draft/2019-09/meta/core", &meta::DRAFT201909_CORE),
        ("draft/2019-09/meta/format", &meta::DRAFT201909_FORMAT),
        ("draft/2019-09/meta/meta-data", &meta::DRAFT201909_META_DATA),
        (
            "draft/2019-09/meta/validation",
            &meta::DRAFT201909_VALIDATION,
        ),
        ("draft/2020-12/schema", &meta::DRAFT202012),
        ("draft/2020-12/meta/core", &meta::DRAFT202012_CORE),
        (
            "draft/2020-12/meta/applicator",
            &meta::DRAFT202012_APPLICATOR,
        ),
        (
            "draft/2020-12/meta/unevaluated",
            &meta::DRAFT202012_UNEVALUATED,
        ),
        (
            "draft/2020-12/meta/validation",
            &meta::DRAFT202012_VALIDATION,
        ),
        ("draft/2020-12/meta/meta-data", &meta::DRAFT202012_META_DATA),
        (
            "draft/2020-12/meta/format-annotation",
            &meta::DRAFT202012_FORMAT_ANNOTATION,
        ),
        (
            "draft/2020-12/meta/format-assertion",
            &meta::DRAFT202012_FORMAT_ASSERTION,
        ),
        ("draft/2020-12/meta/content", &meta::DRAFT202012_CONTENT),
    ];

    /// The text of the meta-schema under a URI.
    pub(in super::super) fn text(uri: &str) -> Option<String> {
        // Both `http` and `https` are in use for each of them.
        let (_, path) = uri
            .split_once("://")
            .filter(|(scheme, _)| scheme.starts_with("http"))?;
        let path = path.strip_prefix("json-schema.org/")?;
        let (_, value) = ALL.iter().find(|(known, _)| *known == path)?;
        serde_json::to_string_pretty(value.as_ref()).ok()
    }
}
