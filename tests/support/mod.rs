//! The types of this crate and the schemas that they are judged by.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use isoschema::Generator;
use isoschema::config::{Config, Formats};
use isoschema::diagnostics::Diagnostics;
use isoschema::emit::schema_text;
use isoschema::load::Origin;

use crate::proof::{self, Sources, Subject};

/// How many documents are drawn for each schema, unless `ISOSCHEMA_DOCUMENTS`
/// says otherwise.
const DOCUMENTS: usize = 3000;

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
    subject!("200_accreditations_search", AccreditationSearchResponse),
    subject!("200_get_leads-opportunities", LeadOpportunityResponse),
    subject!("200_get_orders", OrderResponse),
    subject!("200_get_portfolio-items_search", PortfolioSearchResponse),
    subject!("200_patch_leads-opportunities", LeadUpdated),
    subject!("200_post_apikeys", NewApiKey),
    subject!("200_post_leads-opportunities_search", LeadSearchResponse),
    subject!("200_post_orders_search", OrderSearchResponse),
    subject!("200_price-lists_search", PriceListSearchResponse),
    subject!("201_post_leads-opportunities", LeadCreated),
    subject!("400_accreditations_search", RequestRefused),
    subject!("400_get_portfolio-items_search", PortfolioSearchRefused),
    subject!("400_patch_leads-opportunities", LeadUpdateRefused),
    subject!("400_post_leads-opportunities", LeadRefused),
    subject!("400_post_orders_search", RequestRefused),
    subject!("401_basic_unauthorized", ErrorMessage),
    subject!("403_basic_forbidden", ErrorMessage),
    subject!("406_leads-opportunities", LeadNotAcceptable),
    subject!("429_too_many_requests", ErrorMessage),
    subject!("4xx_get_orders", RequestRefused),
    subject!("500_get_leads-opportunities", LeadOpportunityServerError),
    subject!("503_leads-opportunities", ServiceUnavailable),
    subject!("accreditations_search_data", Accreditations),
    subject!("billto_po_reference", BillToPoReference),
    subject!("billto_sales_representative", BillToSalesRepresentative),
    subject!("booking_datetime", BookingDateTime),
    subject!("business_unit", BusinessUnit),
    subject!("country", Country),
    subject!("country_code", CountryCode),
    subject!("country_name", CountryName),
    subject!("creation_datetime", CreationDateTime),
    subject!("currency", Currency),
    subject!("customerContact", CustomerContact),
    subject!("customerLegalEntity", CustomerLegalEntity),
    subject!("date_time_from", DateTimeFrom),
    subject!("date_time_to", DateTimeTo),
    subject!("dsOwnerEmail", DsOwnerEmail),
    subject!("ds_offering", DsOffering),
    subject!("ds_received_po_date", DsReceivedPoDate),
    subject!("error", ErrorList),
    subject!("forecastCategory", ForecastCategory),
    subject!("info", AnswerInfo),
    subject!("info_response_base_attributes", BasicInfo),
    subject!("info_response_portfolio-items", PortfolioInfo),
    subject!("installed_base_number", InstalledBaseNumber),
    subject!("lead-opportunity-status", LeadOpportunityStatus),
    subject!("lead-opportunity_attributes", LeadAttributes),
    subject!("lead-opportunity_patch", LeadChange),
    subject!("lead-opportunity_post", NewLead),
    subject!("legal_entity", LegalEntity),
    subject!("local_time_zone", LocalTimeZone),
    subject!("offerLine", OfferLine),
    subject!("online_consent_status", OnlineConsentStatus),
    subject!("online_instance_seat_id", OnlineInstanceSeatId),
    subject!("order_get_data", Orders),
    subject!("order_line", OrderLine),
    subject!("order_processing_status", OrderStatus),
    subject!("order_revenue_type", ChargeType),
    subject!("order_sub_line", OrderCharge),
    subject!("order_type", OrderType),
    subject!("orders_search_data", OrderSummaries),
    subject!("orders_search_req", OrderSearchRequest),
    subject!("partnerContact", PartnerContact),
    subject!("partnerLeadOpportunityId", PartnerLeadOpportunityId),
    subject!("patch_leads-opportunities_data", LeadUpdateRequest),
    subject!("portfolio-items_data", PortfolioItem),
    subject!("post_leads-opportunities_data", LeadCreateRequest),
    subject!("post_leads-opportunities_search", LeadSearchRequest),
    subject!("price-lists_search_data", PriceListsByCountry),
    subject!("product_type", ProductType),
    subject!("reason_lost", ReasonLost),
    subject!("reason_won", ReasonWon),
    subject!("recurring_charge_billing_cycle", BillingCycle),
    subject!("revenueType", RevenueType),
    subject!("sub_order_type", ChargeOrderType),
    subject!("transaction", Transaction),
    subject!("transaction_type", TransactionType),
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
        let unjudged: Vec<String> = unjudged.collect();
        let next = AtomicUsize::new(0);
        let judge = || {
            let mut found = Vec::new();
            while let Some(subject) = SUBJECTS.get(next.fetch_add(1, Ordering::Relaxed)) {
                if let Err(error) = check(subject, &sources) {
                    found.push(format!("{} ({}): {error}", subject.name, subject.rust));
                }
            }
            found
        };
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let found = thread::scope(|scope| {
            let workers: Vec<_> = (0..workers)
                .map(|_| scope.spawn(|| proof::on_large_stack(judge)))
                .collect();
            let found = workers.into_iter().map(thread::ScopedJoinHandle::join);
            found
                .map(|found| found.unwrap_or_else(|_| vec!["a check panicked".to_owned()]))
                .collect::<Vec<_>>()
        });
        unjudged
            .into_iter()
            .chain(found.into_iter().flatten())
            .collect::<Vec<_>>()
    });
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}

/// The schemas that the types are exact for: the files of `schemas/`, byte for
/// byte where the configuration does not correct them.
fn sources() -> Result<Sources, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    let generated = configured(&folder)
        .and_then(|config| {
            let generator = Generator::new().schemas(&folder).configure(config);
            generator.generate()
        })
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

/// What the folder says, and what features add, as `build.rs` has it.
fn configured(folder: &Path) -> Result<Config, Diagnostics> {
    let features = [
        ("corrections", cfg!(feature = "corrections")),
        ("open-codes", cfg!(feature = "open-codes")),
    ];
    let mut config = Config::of_folder(folder)?;
    for (feature, _) in features.into_iter().filter(|(_, is_on)| *is_on) {
        config = config.and(Config::read(folder.join(format!("{feature}.toml")))?);
    }
    Ok(config)
}

/// How many documents to draw for each schema.
#[allow(dead_code, reason = "the comparison draws none")]
pub(crate) fn documents() -> usize {
    std::env::var("ISOSCHEMA_DOCUMENTS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(DOCUMENTS)
}
