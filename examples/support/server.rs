//! A small server on this machine that answers as the API does.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use dassault_schemas::{
    ErrorMessage, FoundLeads, LeadError, LeadOpportunity, LeadOpportunityData,
    LeadOpportunityResponse, LeadOpportunityServerError, LeadRefused, LeadSearchRequest,
    LeadSearchResponse, LeadUpdateRequest, LeadUpdated, LeadUpdatedData, ResponseInfo,
    ServiceUnavailable, ServiceUnavailableInfo, TracedInfo,
};

type Reply = (u16, String);
type Made<T> = Result<T, Box<dyn std::error::Error>>;

/// The key that it takes.
pub(crate) const KEY: &str = "3f6c1d";

/// The leads that it has: key, the partner's key, name, status, the first day of
/// the week in which it was changed.
const LEADS: [[&str; 5]; 4] = [
    ["9YEL-Y1", "NRD-1", "Conveyor", "LEAD_OPEN", "2026-03-01"],
    ["9YEL-Y2", "NRD-2", "Press line", "WON", "2026-03-01"],
    ["9YEL-Y3", "NRD-3", "Test rig", "LEAD_OPEN", "2026-03-08"],
    ["9YEL-Y4", "", "", "", "2026-03-08"],
];

/// A server on a port of its own, for as long as the process runs.
pub(crate) struct Server {
    url: String,
}

impl Server {
    pub(crate) fn start() -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("http://{}", listener.local_addr()?);
        thread::spawn(move || {
            let served = AtomicUsize::new(0);
            for stream in listener.incoming().flatten() {
                // A caller that is gone needs no answer.
                _ = serve(&stream, &served);
            }
        });
        Ok(Self { url })
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

/// Answers one request, and closes.
fn serve(stream: &TcpStream, served: &AtomicUsize) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let (mut length, mut key) = (0, String::new());
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = header.split_once(':') {
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.trim().parse().unwrap_or(0),
                "x-api-key" => value.trim().clone_into(&mut key),
                _ => {}
            }
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let mut words = line.split(' ');
    let asked = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let turn = served.fetch_add(1, Ordering::Relaxed);
    let (status, text) = reply(asked, &key, &body, turn)
        .unwrap_or_else(|error| (502, format!("<html>{error}</html>")));
    let later = if status == 429 {
        "Retry-After: 1\r\n"
    } else {
        ""
    };
    let mut stream = stream;
    write!(
        stream,
        "HTTP/1.1 {status} Answer\r\nContent-Length: {}\r\n{later}Connection: close\r\n\r\n{text}",
        text.len()
    )
}

/// What is answered to a request, the how-manieth it is.
fn reply((method, path): (&str, &str), key: &str, body: &[u8], turn: usize) -> Made<Reply> {
    let refused = |status, message: &str| -> Made<Reply> {
        Ok((
            status,
            ErrorMessage::builder().message(message).build()?.to_json(),
        ))
    };
    if key != KEY {
        return refused(401, "There is no such API key");
    }
    let below = path.strip_prefix("/sales/api4partners/v0/leads-opportunities/");
    match (turn, method, below) {
        (2, ..) => refused(429, "One request a second"),
        (4, ..) => unavailable(),
        (_, "POST", Some("search")) => search(&LeadSearchRequest::from_json_slice(body)?),
        (_, "GET", Some(key)) => read(key),
        (_, "PATCH", Some(key)) => change(key, LeadUpdateRequest::from_json_slice(body)?),
        _ => refused(403, "This is for others"),
    }
}

fn unavailable() -> Made<Reply> {
    let error = LeadError::builder()
        .code("E-AWAY")
        .message("Back in a moment");
    let body = ServiceUnavailable::builder()
        .info(
            ServiceUnavailableInfo::builder()
                .success(false)
                .status_code(503),
        )
        .error(error)
        .build()?;
    Ok((503, body.to_json()))
}

fn search(request: &LeadSearchRequest) -> Made<Reply> {
    let mut found = Vec::new();
    for criterion in &request.data {
        let Some(week) = criterion.modified_date() else {
            continue;
        };
        if week.to_date <= week.from_date {
            let body = LeadRefused::builder()
                .data_null()
                .info(
                    dassault_schemas::LeadErrorInfo::builder()
                        .success(false)
                        .status_code(400),
                )
                .error(
                    LeadError::builder()
                        .code("E-WEEK")
                        .message("The week ends before it begins"),
                )
                .build()?;
            return Ok((400, body.to_json()));
        }
        let leads = LEADS
            .iter()
            .filter(|lead| week.from_date.starts_with(lead[4]));
        let keys: Vec<&str> = leads.map(|lead| lead[0]).collect();
        found.push(FoundLeads::builder().ds_lead_opportunity_id(keys));
    }
    let body = LeadSearchResponse::builder()
        .info(TracedInfo::builder().success(true).status_code(200))
        .data(found)
        .build()?;
    Ok((200, body.to_json()))
}

fn read(key: &str) -> Made<Reply> {
    let lead = LEADS
        .iter()
        .find(|lead| lead[0] == key && !lead[1].is_empty());
    let Some([key, own, name, status, _]) = lead else {
        let body = LeadOpportunityServerError::builder()
            .info(
                dassault_schemas::LeadErrorInfo::builder()
                    .success(false)
                    .status_code(500),
            )
            .error(
                LeadError::builder()
                    .code("E-SCOPE")
                    .message("This lead is another partner's"),
            )
            .build()?;
        return Ok((500, body.to_json()));
    };
    let lead = LeadOpportunity::builder()
        .partner_lead_opportunity_id(*own)
        .ds_lead_opportunity_id(*key)
        .name(*name)
        .status(*status);
    let body = LeadOpportunityResponse::builder()
        .data(LeadOpportunityData::builder().lead_opportunity(lead))
        .info(ResponseInfo::builder().success(true).status_code(200))
        .build()?;
    Ok((200, body.to_json()))
}

fn change(key: &str, request: LeadUpdateRequest) -> Made<Reply> {
    let own = request.lead_opportunity.partner_lead_opportunity_id;
    let data = LeadUpdatedData::builder()
        .partner_lead_opportunity_id(own.as_str())
        .ds_lead_opportunity_id(key)
        .action("update");
    let info = ResponseInfo::builder().success(true).status_code(200);
    let body = LeadUpdated::builder().data(data).info(info).build()?;
    Ok((200, body.to_json()))
}
