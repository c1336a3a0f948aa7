//! Builders name every fault, and build what reading gives.

use std::collections::HashSet;

use dassault_schemas::{
    CustomerContact, LeadOpportunity, LeadOpportunityData, LeadOpportunityResponse,
    LeadOpportunityStatus, PartnerContact, ResponseInfo,
};
use serde_json::json;

use super::{DeserializeValue as _, Done};

#[test]
fn builders_name_every_fault() {
    let error = LeadOpportunityResponse::builder().build().unwrap_err();
    assert_eq!(error.missing(), ["data", "info"]);

    let error = CustomerContact::builder()
        .email("a@example.com")
        .build()
        .unwrap_err();
    assert_eq!(error.missing(), ["firstName", "lastName"]);

    let error = LeadOpportunity::builder()
        .currency("eur")
        .status("OPEN")
        .build()
        .unwrap_err();
    let refused: HashSet<&str> = error.refused().map(|(name, _)| name).collect();
    assert_eq!(refused, HashSet::from(["currency", "status"]));
    let shown = error.to_string();
    assert!(
        shown.contains("^[A-Z]{3}$") && shown.contains("LEAD_OPEN"),
        "{shown}"
    );
}

#[test]
fn builders_build_what_reading_gives() -> Done {
    let built = LeadOpportunityResponse::builder()
        .data(LeadOpportunityData {
            lead_opportunity: Some(
                LeadOpportunity::builder()
                    .name("A")
                    .close_date_null()
                    .status(LeadOpportunityStatus::Won)
                    .currency("EUR")
                    .partner_contact(vec![PartnerContact::Null])
                    .build()?,
            ),
            ..LeadOpportunityData::default()
        })
        .info(
            ResponseInfo::builder()
                .status_code(200)
                .trace_id_null()
                .build()?,
        )
        .build()?;
    let read = LeadOpportunityResponse::deserialize_value(&json!({
        "data": {"leadOpportunity": {
            "name": "A", "closeDate": null, "status": "WON", "currency": "EUR",
            "partnerContact": [null],
        }},
        "info": {"statusCode": 200, "traceId": null},
    }))?;
    assert_eq!(built, read);
    Ok(())
}
