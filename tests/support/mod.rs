//! The types of this crate and the schemas that they are judged by.

use std::path::Path;

use isoschema::Generator;
use isoschema::config::Formats;
use isoschema::emit::schema_text;
use isoschema::load::Origin;

use crate::proof::{self, Sources, Subject};

/// How many documents are drawn for each schema, unless `ISOSCHEMA_DOCUMENTS`
/// says otherwise.
const DOCUMENTS: usize = 10_000;

macro_rules! subject {
    ($name:literal, $rust:ident) => {
        Subject {
            name: $name,
            rust: stringify!($rust),
            rewrite: |text| {
                let value =
                    dassault_schemas::$rust::from_json(text).map_err(|error| error.to_string())?;
                serde_json::to_string(&value).map_err(|error| error.to_string())
            },
            derived: || schemars::schema_for!(dassault_schemas::$rust).to_value(),
        }
    };
}

/// Every schema, by its file's name, and its type.
pub(crate) const SUBJECTS: &[Subject] = &[
    subject!("200_get_leads-opportunities", LeadOpportunityResponse),
    subject!("401_basic_unauthorized", Unauthorized),
    subject!("403_basic_forbidden", Forbidden),
    subject!("429_too_many_requests", TooManyRequests),
    subject!("500_get_leads-opportunities", LeadOpportunityServerError),
    subject!("503_leads-opportunities", ServiceUnavailable),
    subject!("country", Country),
    subject!("currency", Currency),
    subject!("customerContact", CustomerContact),
    subject!("customerLegalEntity", CustomerLegalEntity),
    subject!("forecastCategory", ForecastCategory),
    subject!("lead-opportunity-status", LeadOpportunityStatus),
    subject!("offerLine", OfferLine),
    subject!("partnerContact", PartnerContact),
    subject!("partnerLeadOpportunityId", PartnerLeadOpportunityId),
    subject!("reason_lost", ReasonLost),
    subject!("reason_won", ReasonWon),
    subject!("revenueType", RevenueType),
];

/// Runs a check on every schema of `schemas/` and fails with all it found.
pub(crate) fn every(check: impl Fn(&Subject, &Sources) -> Result<(), String> + Sync) {
    let failures = proof::on_large_stack(|| {
        let sources = match sources() {
            Ok(sources) => sources,
            Err(error) => return vec![error],
        };
        let known: Vec<&str> = SUBJECTS.iter().map(|subject| subject.name).collect();
        let unjudged = sources
            .documents()
            .keys()
            .filter(|name| !known.contains(&name.as_str()))
            .map(|name| format!("{name}: no type in tests/support/mod.rs"));
        let found = SUBJECTS.iter().filter_map(|subject| {
            let found = check(subject, &sources).err()?;
            Some(format!("{} ({}): {found}", subject.name, subject.rust))
        });
        unjudged.chain(found).collect::<Vec<_>>()
    });
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}

/// The schemas that the types are exact for: the files of `schemas/`, byte for
/// byte where the configuration does not correct them.
fn sources() -> Result<Sources, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    let generated = Generator::new()
        .schemas(folder)
        .generate()
        .map_err(|problems| problems.render())?;
    let mut sources = Sources::new();
    for document in generated.documents.iter() {
        if document.origin == Origin::Schemas {
            let text = schema_text(document, &generated);
            let schema = serde_json::from_str(&text).map_err(|error| error.to_string())?;
            sources = sources.with(&document.name, schema);
        }
    }
    if generated.config.formats() == &Formats::All {
        sources = sources.asserting_formats();
    }
    Ok(sources)
}

/// How many documents to draw for each schema.
#[allow(dead_code, reason = "the comparison draws none")]
pub(crate) fn documents() -> usize {
    std::env::var("ISOSCHEMA_DOCUMENTS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(DOCUMENTS)
}
