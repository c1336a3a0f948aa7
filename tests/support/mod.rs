//! The types of this crate and the schemas that they are judged by.

use std::path::Path;

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
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    let failures = proof::on_large_stack(|| {
        let sources = match Sources::from_folder(&folder) {
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

/// How many documents to draw for each schema.
#[allow(dead_code, reason = "the comparison draws none")]
pub(crate) fn documents() -> usize {
    std::env::var("ISOSCHEMA_DOCUMENTS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(DOCUMENTS)
}
