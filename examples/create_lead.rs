//! Builds the body that creates a lead, prints it as JSON, and shows what a builder
//! says about values that the schema refuses.
//!
//! `cargo run --example create_lead`

use std::error::Error;

use dassault_schemas::support::BuildError;
use dassault_schemas::{
    CustomerContact, CustomerLegalEntity, LeadCreateRequest, LeadOpportunityStatus, NewLead,
    OfferLine, ReasonWon, RevenueType, operations,
};

fn main() -> Result<(), Box<dyn Error>> {
    let operation = operations::CREATE_LEAD;
    println!("{} {}", operation.method, operation.path);
    println!("{}", serde_json::to_string_pretty(&request()?)?);
    if let Err(error) = faulty() {
        println!("\nA customer's contact that lacks members, and a lead with wrong ones:\n{error}");
    }
    Ok(())
}

fn request() -> Result<LeadCreateRequest, Box<dyn Error>> {
    let line = OfferLine::builder()
        .offer_name_id("OFR-SIM-110")
        .amount(10_000)
        .revenue_type(RevenueType::Upfront)
        .build()?;
    // `city` and `country` must be there and may be null: `build` asks for
    // them, and `city_null` says so.
    let customer = CustomerLegalEntity::builder()
        .name("Grünwald Fördertechnik GmbH & Co. KG")
        .city("Würzburg")
        .country_null()
        .build()?;
    let contact = CustomerContact::builder()
        .first_name("Sören")
        .last_name("Größ")
        .email("soeren.groess@example.com")
        .build()?;
    let lead = NewLead::builder()
        .partner_lead_opportunity_id("NRD-2026-00417")
        .name("Digital twin of the conveyor line")
        // A typed code and a text are both taken; the text is checked.
        .status(LeadOpportunityStatus::Won)
        .forecast_category("WON")
        .reason_won([ReasonWon::SolutionFunct])
        .close_date("2026-06-30T00:00:00Z")
        .currency("EUR")
        // Members that the schema does not know go along; a name that it knows is refused.
        .additional_properties([("interestScore", 0.8125)])
        .build()?;
    let request = LeadCreateRequest::builder()
        .partner_id("200000000012345")
        .lead_opportunity(lead)
        .offer_lines([line])
        .customer_legal_entity(customer)
        .customer_contacts([contact])
        .build()?;
    Ok(request)
}

/// Several faults, told together.
fn faulty() -> Result<(), String> {
    let shown = |error: BuildError| error.to_string().replace("; ", "\n  - ");
    let contact = CustomerContact::builder().job_title("Planner").build();
    let lead = NewLead::builder()
        .status("NEARLY_WON")
        .currency("eur")
        .build();
    match (contact, lead) {
        (Err(contact), Err(lead)) => Err(format!("  - {}\n  - {}", shown(contact), shown(lead))),
        _ => Ok(()),
    }
}
