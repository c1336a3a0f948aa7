//! The examples, run as a person runs them, and the payload that they ship.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

#[path = "../isoschema/tests/it/common/apart.rs"]
mod apart;
#[path = "../isoschema/proof/mod.rs"]
mod proof;
mod support;

use apart::apart;

const LEAD: &str = include_str!("../examples/lead.json");

/// Builds an example with this test's own features, and runs it.
fn example(name: &str, arguments: &[&Path]) -> std::io::Result<Output> {
    let mut build = Command::new(env!("CARGO"));
    apart(&mut build)
        .args(["build", "--quiet", "--offline", "--example", name])
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    // Of the whole workspace, what it needs is built already.
    build.arg("--workspace");
    if cfg!(feature = "__serde-json-extremes") {
        build.args(["--features", "dassault-schemas/__serde-json-extremes"]);
    }
    let Some(target) = target() else {
        return Err(std::io::Error::other("cargo has no target folder"));
    };
    let done = build.output()?;
    if !done.status.success() {
        return Ok(done);
    }
    Command::new(target.join("debug/examples").join(name))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
}

/// The target folder that this test was built in.
fn target() -> Option<&'static Path> {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent()
}

fn read_lead(name: &str, text: impl AsRef<[u8]>) -> std::io::Result<Output> {
    let path: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text)?;
    example("read_lead", &[&path])
}

#[test]
fn the_shipped_payload_is_valid_and_survives() {
    support::every(|subject, sources| {
        if subject.rust != "LeadOpportunityResponse" {
            return Ok(());
        }
        if proof::payload(subject, sources, LEAD)? {
            Ok(())
        } else {
            Err("the validator refuses examples/lead.json".to_owned())
        }
    });
}

#[test]
fn read_lead_shows_the_shipped_payload() -> std::io::Result<()> {
    let output = example("read_lead", &[])?;
    let (shown, errors) = texts(&output);
    assert!(output.status.success(), "{errors}");
    for part in [
        "Digitaler Zwilling für die Förderanlage, Phase 1 (NRD-2026-00417)",
        "SOLUTION_FUNCT, PRTNR_SKILL_&_EXPRT",
        " 10000 EUR  UPFRONT",
        " 4875.25 EUR  SUPPORT_SERVICES",
        "Sören Größ <soeren.groess@example.com>",
        "Null:   comet_campaign_code, engagement_type, po_information, po_status\n",
        "Absent: gtm_tactic_id, po_number, sbo_status, sbo_number, partner_import_mode\n",
        "data.leadOpportunity.interestScore = 0.8125",
        "Nothing was lost.",
    ] {
        assert!(shown.contains(part), "no {part:?} in\n{shown}");
    }
    Ok(())
}

#[test]
fn read_lead_takes_a_file() -> std::io::Result<()> {
    let text = LEAD.replace("\"statusCode\": 200", "\"statusCode\": 200.0");
    let output = read_lead("good.json", text)?;
    let (shown, errors) = texts(&output);
    assert!(output.status.success(), "{errors}");
    assert!(shown.contains("with status 200 ") && shown.contains("Nothing was lost."));

    let output = read_lead("least.json", r#"{"info": {}, "data": {}}"#)?;
    let (shown, errors) = texts(&output);
    assert!(output.status.success(), "{errors}");
    assert!(shown.contains("The response has no lead."));
    Ok(())
}

/// A file, and what the error must say: path, value, reason, schema.
fn refused(name: &str, text: impl AsRef<[u8]>, parts: &[&str]) -> std::io::Result<()> {
    let output = read_lead(name, text)?;
    let (shown, errors) = texts(&output);
    assert_eq!(output.status.code(), Some(1), "{shown}{errors}");
    for part in parts {
        assert!(errors.contains(part), "no {part:?} in\n{errors}");
    }
    assert!(!errors.contains("panicked"), "{errors}");
    Ok(())
}

#[test]
fn read_lead_says_what_does_not_fit() -> std::io::Result<()> {
    refused(
        "currency.json",
        LEAD.replace("\"EUR\"", "\"eur\""),
        &[
            "at      data.leadOpportunity.currency\n",
            "value   \"eur\"\n",
            "reason  does not match the pattern ^[A-Z]{3}$\n",
            "schema  schemas/currency.json#/pattern\n",
        ],
    )?;
    refused(
        "revenue.json",
        LEAD.replace("\"UPFRONT\"", "\"LATER\""),
        &[
            "at      data.leadOpportunity.offerLines[0].revenueType\n",
            "value   \"LATER\"\n",
            "\"SUPPORT_SERVICES\"",
            "schema  schemas/revenueType.json#/enum\n",
        ],
    )?;
    refused(
        "city.json",
        LEAD.replace("\"city\"", "\"town\""),
        &[
            "at      data.leadOpportunity.customerLegalEntity\n",
            "\"city\"",
            "schema  schemas/customerLegalEntity.json#/required\n",
        ],
    )?;
    refused(
        "null.json",
        LEAD.replace("\"currency\": \"EUR\"", "\"currency\": null"),
        &[
            "at      data.leadOpportunity.currency\n",
            "value   null\n",
            "schemas/currency.json#/type\n",
        ],
    )?;
    refused(
        "text.json",
        &LEAD[..100],
        &["is not a JSON document", "line 5"],
    )?;
    refused(
        "latin1.json",
        b"{\"data\": \"\xe9\"}",
        &["is not a JSON document"],
    )?;
    refused(
        "twice.json",
        "{\"error\": null, \"error\": null}",
        &["error"],
    )?;
    let missing = example("read_lead", &[Path::new("no-such-file.json")])?;
    assert_eq!(missing.status.code(), Some(1));
    Ok(())
}

// Members that the schema does not know keep what `serde_json` keeps.
#[test]
#[cfg(not(feature = "__serde-json-extremes"))]
fn read_lead_does_not_hide_a_lost_digit() -> std::io::Result<()> {
    refused(
        "digits.json",
        LEAD.replace("0.8125", "0.81250000000000000001"),
        &["was not written back equal", "numbers = \"exact\""],
    )
}

#[test]
fn create_lead_builds_and_tells_every_fault() -> std::io::Result<()> {
    let output = example("create_lead", &[])?;
    let (shown, errors) = texts(&output);
    assert!(output.status.success(), "{errors}");
    for part in [
        "\"amount\": 10000,",
        "\"country\": null",
        "email is missing",
        "lastName is missing",
        "status: ",
        "currency: ",
    ] {
        assert!(shown.contains(part), "no {part:?} in\n{shown}");
    }
    Ok(())
}

#[test]
fn sync_leads_gets_through_whatever_the_server_says() -> std::io::Result<()> {
    let output = example("sync_leads", &[])?;
    let (shown, errors) = texts(&output);
    assert!(output.status.success(), "{shown}{errors}");
    let lines = [
        "with a wrong key: 401: There is no such API key",
        "2026-03-01T00:00:00Z to 2026-03-08T00:00:00Z: 2 leads",
        "  later: 429: One request a second",
        "  9YEL-Y1: Conveyor, LEAD_OPEN",
        "  later: 503: Back in a moment",
        "  9YEL-Y1: update",
        "  9YEL-Y2: Press line, WON",
        "2026-03-08T00:00:00Z to 2026-03-15T00:00:00Z: 2 leads",
        "  9YEL-Y3: Test rig, LEAD_OPEN",
        "  9YEL-Y3: update",
        "  9YEL-Y4: 500: This lead is another partner's",
        "2026-03-22T00:00:00Z to 2026-03-15T00:00:00Z: 400: The week ends before it begins",
        "2 leads were moved on, 2 requests were tried again",
    ];
    assert_eq!(shown.lines().collect::<Vec<_>>(), lines);
    Ok(())
}

#[test]
fn orders_report_sums_two_thousand_orders_up() -> std::io::Result<()> {
    let output = example("orders_report", &[])?;
    let (shown, errors) = texts(&output);
    assert!(output.status.success(), "{errors}");
    let (rows, sums) = shown.split_once("\n\n").expect("sums behind the rows");
    assert_eq!(rows.lines().count(), 2_000);
    assert!(
        rows.starts_with("PO_000000000   Cancelled          Grünwald Fördertechnik "),
        "{}",
        &rows[..200]
    );
    // Orders have one to three lines, in turn, of 1,000, 1,250 and 1,500.
    let sum = |start: usize| -> usize {
        (start..2_000)
            .step_by(4)
            .map(|index| [1_000, 2_250, 3_750][index % 3])
            .sum()
    };
    let mut wanted = "2000 orders\n".to_owned();
    for (currency, start) in [("EUR", 0), ("GBP", 2), ("JPY", 3), ("USD", 1)] {
        let sum = format!("{}.00", sum(start));
        let _ = writeln!(wanted, "   500 in {currency} {sum:>16}");
    }
    assert_eq!(sums, wanted);

    let output = Command::new(
        target()
            .expect("a folder")
            .join("debug/examples/orders_report"),
    )
    .arg("0")
    .output()?;
    assert_eq!(texts(&output).0, "\n0 orders\n");
    Ok(())
}

fn texts(output: &Output) -> (String, String) {
    (
        String::from_utf8_lossy(&output.stdout).into_owned(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}
