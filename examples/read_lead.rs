//! Reads a lead, prints it, writes it back and says whether anything was lost.
//!
//! `cargo run --example read_lead [FILE]`; without FILE the payload beside this
//! file is read.

use std::fmt::{self, Write as _};
use std::process::ExitCode;

use dassault_schemas::support::{AdditionalProperties, Error};
use dassault_schemas::{
    CustomerContact, CustomerLegalEntity, ForecastCategory, LeadOpportunity,
    LeadOpportunityResponse, LeadOpportunityStatus, OfferLine, PartnerContact,
};

#[path = "support/loss.rs"]
mod loss;

fn main() -> ExitCode {
    let file = std::env::args_os().nth(1);
    let (name, text) = match &file {
        None => (
            "examples/lead.json".to_owned(),
            include_bytes!("lead.json").to_vec(),
        ),
        Some(path) => {
            let name = path.to_string_lossy().into_owned();
            match std::fs::read(path) {
                Ok(text) => (name, text),
                Err(error) => {
                    eprintln!("{name} cannot be read: {error}");
                    return ExitCode::FAILURE;
                }
            }
        }
    };
    match report(&text) {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("{name} {reason}");
            ExitCode::FAILURE
        }
    }
}

/// The lead of a response, as a person wants to see it.
fn report(text: &[u8]) -> Result<String, String> {
    let response =
        LeadOpportunityResponse::from_json_slice(text).map_err(|error| refusal(&error))?;
    let mut out = String::new();
    shown(&response, &mut out).map_err(|error| error.to_string())?;

    let written = serde_json::to_string(&response).map_err(|error| error.to_string())?;
    // Text that is not UTF-8 has been refused.
    let text = String::from_utf8_lossy(text);
    if let Some(loss) = loss::loss(&text, &written).map_err(|error| error.to_string())? {
        return Err(format!("was not written back equal: {loss}"));
    }
    let _ = write!(
        out,
        "\nWritten back: {} bytes, the same JSON value. Nothing was lost.",
        written.len()
    );
    Ok(out)
}

/// Where a document does not fit, and what the schema wants there.
fn refusal(error: &Error) -> String {
    let (Some(path), Some(reason), Some(schema)) = (error.path(), error.reason(), error.schema())
    else {
        return format!("is not a JSON document: {error}");
    };
    let mut out = format!("does not fit its schema.\n  at      {path}\n");
    if let Some(found) = error.found() {
        let _ = writeln!(out, "  value   {found}");
    }
    let _ = write!(out, "  reason  {reason}\n  schema  schemas/{schema}");
    out
}

fn shown(response: &LeadOpportunityResponse, out: &mut String) -> fmt::Result {
    match &response.data.lead_opportunity {
        Some(found) => lead(found, out)?,
        None => writeln!(out, "The response has no lead.")?,
    }
    let info = &response.info;
    write!(out, "\nAnswered")?;
    if let Some(code) = info.status_code {
        write!(out, " with status {code}")?;
    }
    writeln!(
        out,
        " at {}",
        info.time_stamp().unwrap_or("a time not told")
    )?;

    writeln!(out, "\nMembers that the schema does not know")?;
    let mut count = 0;
    count += unknown("", &response.additional_properties, out)?;
    count += unknown("data.", &response.data.additional_properties, out)?;
    count += unknown("info.", &info.additional_properties, out)?;
    if let Some(lead) = &response.data.lead_opportunity {
        count += unknown_of_lead(lead, out)?;
    }
    if count == 0 {
        writeln!(out, "  none")?;
    }
    Ok(())
}

fn lead(lead: &LeadOpportunity, out: &mut String) -> fmt::Result {
    let key = lead.partner_lead_opportunity_id.as_deref();
    writeln!(
        out,
        "{} ({})",
        lead.name().unwrap_or("A lead without a name"),
        key.unwrap_or("no partner key")
    )?;
    let mut line = |label: &str, value: Option<&str>| match value {
        Some(value) => writeln!(
            out,
            "  {label:<16}{}",
            value.replace('\n', "\n                  ")
        ),
        None => Ok(()),
    };
    line("status", lead.status.map(LeadOpportunityStatus::as_str))?;
    line(
        "forecast",
        lead.forecast_category.map(ForecastCategory::as_str),
    )?;
    line("3DS key", lead.ds_lead_opportunity_id())?;
    line("3DS owner", lead.ds_owner_email())?;
    line("created", lead.created_date())?;
    line("modified", lead.modified_date())?;
    line("closes", lead.close_date())?;
    line("next milestone", lead.next_milestone())?;
    line("  on", lead.next_milestone_date())?;
    let won: Vec<&str> = lead
        .reason_won()
        .unwrap_or_default()
        .iter()
        .map(|reason| reason.as_str())
        .collect();
    line(
        "won for",
        (!won.is_empty()).then(|| won.join(", ")).as_deref(),
    )?;
    let lost: Vec<&str> = lead
        .reason_lost()
        .unwrap_or_default()
        .iter()
        .map(|reason| reason.as_str())
        .collect();
    line(
        "lost for",
        (!lost.is_empty()).then(|| lost.join(", ")).as_deref(),
    )?;
    line("comment", lead.reason_won_lost_comment())?;
    line(
        "competitors",
        lead.competitors().map(|names| names.join(", ")).as_deref(),
    )?;
    line("description", lead.description())?;
    line("3DS comment", lead.ds_comment())?;

    if let Some(customer) = &lead.customer_legal_entity {
        entity(customer, out)?;
    }
    for found in lead.customer_contact().unwrap_or_default() {
        contact(found, out)?;
    }
    for found in lead.partner_contact().unwrap_or_default() {
        if let PartnerContact::Object(found) = found {
            writeln!(
                out,
                "  sold by {} {} <{}>",
                found.sales_rep_first_name, found.sales_rep_last_name, found.sales_rep_email
            )?;
        }
    }
    if let Some(lines) = lead.offer_lines() {
        writeln!(out, "\nOffer, {} lines", lines.len())?;
        let currency = lead.currency.as_deref().unwrap_or("(no currency)");
        for found in lines {
            offer(found, currency, out)?;
        }
    }
    let states = states(lead);
    let names = |wanted: State| {
        let names: Vec<&str> = states
            .iter()
            .filter(|(_, state)| *state == wanted)
            .map(|(name, _)| *name)
            .collect();
        if names.is_empty() {
            "none".to_owned()
        } else {
            names.join(", ")
        }
    };
    writeln!(out, "\nNull:   {}", names(State::Null))?;
    writeln!(out, "Absent: {}", names(State::Absent))
}

fn entity(customer: &CustomerLegalEntity, out: &mut String) -> fmt::Result {
    writeln!(
        out,
        "\nCustomer\n  {}",
        customer.name.as_deref().unwrap_or("(name null)")
    )?;
    let address = [
        customer.address_line1(),
        customer.address_line2(),
        customer.zip_code(),
        customer.city.as_deref(),
        customer.country.as_deref(),
    ];
    let address: Vec<&str> = address.into_iter().flatten().collect();
    writeln!(out, "  {}", address.join(", "))?;
    if let Some(number) = customer.duns_number() {
        writeln!(out, "  D-U-N-S {number}")?;
    }
    Ok(())
}

fn contact(contact: &CustomerContact, out: &mut String) -> fmt::Result {
    write!(
        out,
        "  contact {} {} <{}>",
        contact.first_name, contact.last_name, contact.email
    )?;
    for more in [&contact.job_title, &contact.phone_number]
        .into_iter()
        .flatten()
    {
        write!(out, ", {more}")?;
    }
    writeln!(out)
}

fn offer(line: &OfferLine, currency: &str, out: &mut String) -> fmt::Result {
    // As the number was written: 10000 stays 10000.
    let amount = match &line.amount {
        Some(amount) => format!("{amount} {currency}"),
        None => "no amount".to_owned(),
    };
    let revenue = line.revenue_type.map_or("", |revenue| revenue.as_str());
    let shown = format!("  {:<18}{amount:>16}  {revenue}", line.offer_name_id);
    writeln!(out, "{}", shown.trim_end())
}

/// What a member that may be absent and may be null is.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Absent,
    Null,
    Value,
}

fn state<T>(member: Option<&Option<T>>) -> State {
    match member {
        None => State::Absent,
        Some(None) => State::Null,
        Some(Some(_)) => State::Value,
    }
}

/// Each member that has three states, and the state.
fn states(lead: &LeadOpportunity) -> Vec<(&'static str, State)> {
    macro_rules! states {
        ($($member:ident)*) => { vec![$((stringify!($member), state(lead.$member.as_ref()))),*] };
    }
    states!(
        ds_lead_opportunity_id name ds_owner_email close_date comet_campaign_code reason_won
        reason_lost competitors reason_won_lost_comment gtm_tactic_id description next_milestone
        next_milestone_date approval_status engagement_type po_information po_status po_number
        sbo_indicator sbo_status sbo_number growth_type lead_priority level_of_interest ds_comment
        partner_import_mode created_date modified_date offer_lines customer_contact partner_contact
    )
}

fn unknown_of_lead(lead: &LeadOpportunity, out: &mut String) -> Result<usize, fmt::Error> {
    let mut count = unknown("data.leadOpportunity.", &lead.additional_properties, out)?;
    for (index, line) in lead.offer_lines().unwrap_or_default().iter().enumerate() {
        count += unknown(
            &format!("offerLines[{index}]."),
            &line.additional_properties,
            out,
        )?;
    }
    if let Some(customer) = &lead.customer_legal_entity {
        count += unknown("customerLegalEntity.", &customer.additional_properties, out)?;
    }
    for (index, contact) in lead
        .customer_contact()
        .unwrap_or_default()
        .iter()
        .enumerate()
    {
        count += unknown(
            &format!("customerContact[{index}]."),
            &contact.additional_properties,
            out,
        )?;
    }
    for (index, contact) in lead
        .partner_contact()
        .unwrap_or_default()
        .iter()
        .enumerate()
    {
        if let PartnerContact::Object(contact) = contact {
            count += unknown(
                &format!("partnerContact[{index}]."),
                &contact.additional_properties,
                out,
            )?;
        }
    }
    Ok(count)
}

fn unknown<Owner>(
    path: &str,
    members: &AdditionalProperties<Owner>,
    out: &mut String,
) -> Result<usize, fmt::Error> {
    for (name, value) in members {
        writeln!(out, "  {path}{name} = {value}")?;
    }
    Ok(members.len())
}
