//! The table of operations: what programs read of it is what people read, and what
//! each answer becomes.

use std::path::Path;

use dassault_schemas::operations::{ALL, READ_ORDER};
use dassault_schemas::{
    AccreditationSearchResponse, Answer, Answered, Failed, Failure, LeadCreated,
    LeadOpportunityResponse, LeadSearchResponse, LeadUpdated, NewApiKey, OrderResponse,
    OrderSearchResponse, PortfolioSearchResponse, PriceListSearchResponse,
};

const GUIDE: &str = include_str!("../src/guide.md");

#[test]
fn the_guide_has_a_row_for_each_operation() {
    for operation in ALL {
        let link = format!("| [`{}`](operations::", operation.name.to_uppercase());
        let row = GUIDE.lines().find(|line| line.starts_with(&link));
        let row = row.unwrap_or_else(|| panic!("no row for {}", operation.name));
        let asked = format!("`{} {}`", operation.method, operation.path);
        assert!(row.contains(&asked), "{row}");
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        assert_eq!(
            cells[1].trim(),
            operation
                .request
                .map_or(String::new(), |name| format!("[`{name}`]"))
        );
        let (success, failures) = operation.answers.split_first().expect("an answer");
        assert_eq!(cells[2].trim(), format!("{} [`{}`]", success.0, success.1));
        for (status, name) in failures {
            let is_common = matches!(status, 401 | 403 | 429);
            assert_eq!(*name == "ErrorMessage", is_common);
            let is_told =
                row.contains(&format!("{status}")) && row.contains(&format!("[`{name}`]"));
            assert!(is_told || is_common, "{status} {name}: {row}");
        }
    }
}

/// Every status of an operation becomes what the table says, and every other one is
/// kept.
fn is_read_by_status<T: Answered + std::fmt::Debug>() {
    let operation = T::OPERATION;
    for (status, name) in operation.answers {
        // No body has a member of another type than it says.
        let bad = Answer::<T>::read(*status, "7");
        let Answer::Unexpected(other) = bad else {
            panic!("{} {status}: {bad:?}", operation.name);
        };
        assert_eq!((other.status(), other.body()), (*status, &b"7"[..]));
        assert!(other.error().is_some_and(|error| error.syntax().is_none()));
        if *name == "ErrorMessage" {
            let read = Answer::<T>::read(*status, r#"{"message": "No"}"#);
            let error = read.into_result().expect_err("a failure");
            assert_eq!(error.to_string(), format!("{status}: No"));
            assert_eq!(error.is_for_now(), *status == 429);
        }
    }
    for status in [100, 202, 302, 404, 418, 502] {
        if operation.answer(status).is_some() {
            continue;
        }
        for body in [&b""[..], b"<html>", b"\xff\xfe", b"{}"] {
            match Answer::<T>::read(status, body) {
                Answer::Unexpected(other) => {
                    assert!(other.error().is_none());
                    assert_eq!((other.status(), other.into_body()), (status, body.to_vec()));
                }
                known => panic!("{} {status}: {known:?}", operation.name),
            }
        }
    }
}

#[test]
fn answers_are_read_by_their_status() {
    is_read_by_status::<LeadOpportunityResponse>();
    is_read_by_status::<LeadCreated>();
    is_read_by_status::<LeadUpdated>();
    is_read_by_status::<LeadSearchResponse>();
    is_read_by_status::<OrderSearchResponse>();
    is_read_by_status::<OrderResponse>();
    is_read_by_status::<PriceListSearchResponse>();
    is_read_by_status::<AccreditationSearchResponse>();
    is_read_by_status::<PortfolioSearchResponse>();
    is_read_by_status::<NewApiKey>();
}

const REFUSED: &str = r#"{"data": [], "info": {"success": false, "statusCode": 400},
    "error": [{"type": "errors:3dx:resourceNotFound", "title": "Nothing is there"}]}"#;
const LEAD: &str = r#"{"info": {"success": false, "statusCode": 400},
    "error": {"code": "E", "message": "Not so"}, "data": null}"#;

#[test]
fn failures_have_their_status_and_their_words() {
    let order = |status| Answer::<OrderResponse>::read(status, REFUSED);
    assert!(matches!(order(404), Answer::Failure(Failure::NotFound(_))));
    assert!(matches!(
        order(400),
        Answer::Failure(Failure::RequestRefused(_))
    ));
    let lead = |status| Answer::<LeadOpportunityResponse>::read(status, LEAD);
    let away = LEAD.replace("\"data\": null", "\"more\": null");
    let away = Answer::<LeadOpportunityResponse>::read(503, away);
    for (answer, shown, for_now) in [
        (
            order(404).into_result().map(|_| ()),
            "404: Nothing is there",
            false,
        ),
        (lead(500).into_result().map(|_| ()), "500: Not so", false),
        (away.into_result().map(|_| ()), "503: Not so", true),
    ] {
        let error = answer.expect_err("a failure");
        assert_eq!(
            (error.to_string(), error.is_for_now()),
            (shown.to_owned(), for_now)
        );
        let Failed::Failure(failure) = &error else {
            panic!("{error:?}");
        };
        assert_eq!(failure.status(), error.status());
    }
}

#[test]
fn a_key_is_escaped_in_a_path() {
    let path = READ_ORDER.path_of("PO/1 ä?#%");
    assert_eq!(
        path,
        "/order/api4partners/v0/orders/PO%2F1%20%C3%A4%3F%23%25"
    );
}

/// The payloads of one answer, and whether they are read as a success.
fn published<T: Answered>(folder: &Path, operation: &str, seen: &mut usize) -> std::io::Result<()> {
    let start = format!("{operation}-response-");
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let Some(status) = name.strip_prefix(&start).and_then(|rest| rest.get(..3)) else {
            continue;
        };
        let status: u16 = status.parse().expect("a status");
        *seen += 1;
        match Answer::<T>::read(status, std::fs::read(&path)?) {
            Answer::Success(_) => assert_eq!(status / 100, 2, "{name}"),
            Answer::Failure(failure) => assert_eq!(failure.status(), status, "{name}"),
            Answer::Unexpected(other) => panic!("{name}: {other}"),
        }
    }
    Ok(())
}

#[test]
#[ignore = "needs ISOSCHEMA_UPSTREAM; .ci/run runs it"]
fn upstream_answers_are_read_by_their_status() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(&std::env::var("ISOSCHEMA_UPSTREAM")?).join("examples");
    let mut seen = 0;
    published::<LeadCreated>(&folder, "createLeadsOpportunities", &mut seen)?;
    published::<LeadOpportunityResponse>(&folder, "getLeadsOpportunities", &mut seen)?;
    published::<LeadSearchResponse>(&folder, "searchLeadsOpportunities", &mut seen)?;
    // The others are requests.
    assert_eq!(seen, 13);
    Ok(())
}
