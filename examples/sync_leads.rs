//! Finds the leads that were changed, reads each, and moves the open ones on:
//! through `ureq`, against a small server of this example's own.
//!
//! `cargo run --example sync_leads`
//!
//! The API gives leads week by week, and says no, as servers do: too many
//! requests, not now, no such key. What can be tried again is.

use std::error::Error;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use dassault_schemas::operations::{CHANGE_LEAD, Operation, READ_LEAD, SEARCH_LEADS};
use dassault_schemas::{
    Answer, Answered, Failed, Failure, LeadChange, LeadOpportunityResponse, LeadOpportunityStatus,
    LeadSearchCriterion, LeadSearchRequest, LeadSearchResponse, LeadUpdateRequest, LeadUpdated,
    ModifiedPeriod,
};
use ureq::http::Request;

#[path = "support/server.rs"]
mod server;

/// A search spans seven days at most: each week is a page.
const WEEKS: [[&str; 2]; 3] = [
    ["2026-03-01T00:00:00Z", "2026-03-08T00:00:00Z"],
    ["2026-03-08T00:00:00Z", "2026-03-15T00:00:00Z"],
    // The wrong way round, which the server refuses.
    ["2026-03-22T00:00:00Z", "2026-03-15T00:00:00Z"],
];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let server = server::Server::start()?;
    let mut api = Api::new(server.url(), "no key");
    // Without a valid key, nothing can be had.
    match api.search(WEEKS[0]) {
        Err(error) => println!("with a wrong key: {error}"),
        Ok(_) => return Err("the server takes any key".into()),
    }
    server::KEY.clone_into(&mut api.key);
    let mut moved = 0;
    for week in WEEKS {
        let found = match api.search(week) {
            Ok(found) => found,
            Err(error) => {
                println!("{} to {}: {error}", week[0], week[1]);
                continue;
            }
        };
        let groups = found.data.iter();
        let keys: Vec<&String> = groups
            .flat_map(|group| group.ds_lead_opportunity_id.iter().flatten())
            .collect();
        println!("{} to {}: {} leads", week[0], week[1], keys.len());
        for key in keys {
            moved += usize::from(api.settle(key)?);
        }
    }
    println!(
        "{moved} leads were moved on, {} requests were tried again",
        api.again
    );
    Ok(())
}

/// What it takes to ask.
struct Api<'a> {
    agent: ureq::Agent,
    url: &'a str,
    key: String,
    /// How many requests were sent again.
    again: usize,
}

impl<'a> Api<'a> {
    fn new(url: &'a str, key: &str) -> Self {
        // Every status is an answer: the types say what it means.
        let config = ureq::Agent::config_builder().http_status_as_error(false);
        Self {
            agent: config.build().into(),
            url,
            key: key.to_owned(),
            again: 0,
        }
    }

    /// The keys of the leads that were changed in this week.
    fn search(&mut self, [from, to]: [&str; 2]) -> Result<LeadSearchResponse, Box<dyn Error>> {
        let week = ModifiedPeriod::builder().from_date(from).to_date(to);
        let request = LeadSearchRequest::builder()
            .data([LeadSearchCriterion::builder().modified_date(week)])
            .build()?;
        let operation = SEARCH_LEADS;
        self.ask(&operation, operation.path, &request.to_json())
    }

    /// Reads a lead, and moves it on where it is open. Whether it was.
    fn settle(&mut self, key: &str) -> Result<bool, Box<dyn Error>> {
        let read: Result<LeadOpportunityResponse, _> =
            self.ask(&READ_LEAD, &READ_LEAD.path_of(key), "");
        let response = match read {
            Ok(response) => response,
            // Somebody else's.
            Err(error)
                if failure(&*error).is_some_and(|it| matches!(it, Failure::ServerError(_))) =>
            {
                println!("  {key}: {error}");
                return Ok(false);
            }
            Err(error) => return Err(error),
        };
        let lead = response
            .data
            .lead_opportunity
            .ok_or("an answer without a lead")?;
        // Not every code is `Copy` with the feature `open-codes`.
        let status = lead.status.as_ref();
        let status = status.map_or("no status", |status| status.as_str());
        println!("  {key}: {}, {status}", lead.name().unwrap_or("no name"));
        let (Some(LeadOpportunityStatus::LeadOpen), Some(own)) =
            (lead.status, lead.partner_lead_opportunity_id)
        else {
            return Ok(false);
        };
        let change = LeadUpdateRequest::builder()
            .lead_opportunity(
                LeadChange::builder()
                    .partner_lead_opportunity_id(own)
                    .status(LeadOpportunityStatus::Qualified),
            )
            .build()?;
        let changed: LeadUpdated =
            self.ask(&CHANGE_LEAD, &CHANGE_LEAD.path_of(key), &change.to_json())?;
        println!(
            "  {key}: {}",
            changed.data.action.as_deref().unwrap_or("done")
        );
        Ok(true)
    }

    /// Sends a request, again where the server says later, and reads the answer.
    fn ask<T: Answered>(
        &mut self,
        operation: &Operation,
        path: &str,
        body: &str,
    ) -> Result<T, Box<dyn Error>> {
        loop {
            let request = Request::builder()
                .method(operation.method.as_str())
                .uri(format!("{}{path}", self.url))
                .header("X-API-Key", &self.key)
                .header("Content-Type", "application/json")
                .body(body.to_owned())?;
            let mut response = self.agent.run(request)?;
            let status = response.status().as_u16();
            let later = response.headers().get("Retry-After");
            let later = later.and_then(|value| value.to_str().ok()?.parse().ok());
            let text = response.body_mut().read_to_vec()?;
            match Answer::<T>::read(status, text).into_result() {
                Err(error) if error.is_for_now() && self.again < 5 => {
                    println!("  later: {error}");
                    self.again += 1;
                    thread::sleep(later.map_or(Duration::from_millis(50), Duration::from_secs));
                }
                read => return Ok(read?),
            }
        }
    }
}

/// The failure that an error is of, if the API describes it.
fn failure<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e Failure> {
    match error.downcast_ref()? {
        Failed::Failure(failure) => Some(failure),
        Failed::Unexpected(_) => None,
    }
}
