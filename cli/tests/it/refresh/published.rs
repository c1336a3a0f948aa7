//! The vendor's schemas as published: a crate is emitted for all of them, and
//! its own proof and the vendor's example payloads run in it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use isoschema::Generator;
use isoschema::emit::Crate;

use crate::Outcome;
use crate::apart::apart;

/// How many schemas are published.
pub(crate) const SCHEMAS: usize = 77;

/// The first words of an example's file name, and the schema it belongs to.
const EXAMPLES: &[(&str, &str)] = &[
    (
        "createLeadsOpportunities-response-201",
        "201_post_leads-opportunities",
    ),
    (
        "getLeadsOpportunities-response-200",
        "200_get_leads-opportunities",
    ),
    (
        "getLeadsOpportunities-response-401",
        "401_basic_unauthorized",
    ),
    ("getLeadsOpportunities-response-403", "403_basic_forbidden"),
    (
        "getLeadsOpportunities-response-429",
        "429_too_many_requests",
    ),
    (
        "getLeadsOpportunities-response-500",
        "500_get_leads-opportunities",
    ),
    (
        "getLeadsOpportunities-response-503",
        "503_leads-opportunities",
    ),
    (
        "searchLeadsOpportunities-request",
        "post_leads-opportunities_search",
    ),
    (
        "searchLeadsOpportunities-response-200",
        "200_post_leads-opportunities_search",
    ),
    (
        "searchLeadsOpportunities-response-400",
        "400_post_leads-opportunities",
    ),
    (
        "searchLeadsOpportunities-response-401",
        "401_basic_unauthorized",
    ),
    (
        "searchLeadsOpportunities-response-403",
        "403_basic_forbidden",
    ),
    (
        "searchLeadsOpportunities-response-429",
        "429_too_many_requests",
    ),
    (
        "searchLeadsOpportunities-response-503",
        "503_leads-opportunities",
    ),
];

/// The schema that an example belongs to, by its file's name.
pub(crate) fn schema_of(name: &str) -> Result<&'static str, String> {
    let mut known = EXAMPLES.iter();
    let found = known.find(|(start, _)| name.starts_with(start));
    found
        .map(|(_, schema)| *schema)
        .ok_or_else(|| format!("{name}: of no known operation"))
}

/// The test of the payloads, behind its table.
const PAYLOADS: &str = r#"
mod kit;

use kit::{Sources, Subject};

macro_rules! payload {
    ($file:literal, $schema:literal, $rust:ident) => {
        (
            $file,
            Subject {
                name: $schema,
                rust: stringify!($rust),
                rewrite: |text| {
                    let value: upstream_types::$rust =
                        serde_json::from_str(text).map_err(|error| error.to_string())?;
                    serde_json::to_string(&value).map_err(|error| error.to_string())
                },
                derived: || schemars::schema_for!(upstream_types::$rust).to_value(),
            },
        )
    };
}

#[test]
fn payloads() {
    let sources = Sources::from_folder("schemas".as_ref()).unwrap();
    for (file, subject) in PAYLOADS {
        let text = std::fs::read_to_string(file).unwrap();
        match kit::payload(subject, &sources, &text) {
            Ok(true) => println!("valid, survives: {file}"),
            Ok(false) => println!("refused by both: {file}"),
            Err(error) => panic!("{file} as {}: {error}", subject.name),
        }
    }
}
"#;

/// Generates, compiles and compares the types of a folder of schemas, and tries
/// a folder of examples.
pub(crate) fn prove(schemas: &Path, examples: &Path) -> Outcome {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("upstream");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let generated = Crate::new("upstream-types")
        .generator(Generator::new().schemas(schemas))
        .write(&folder)
        .map_err(|problems| problems.render())?;
    assert_eq!(generated.report.roots.len(), SCHEMAS);

    let mut table = "const PAYLOADS: &[(&str, Subject)] = &[\n".to_owned();
    let mut examples: Vec<PathBuf> = fs::read_dir(examples)?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<_>>()?;
    examples.sort();
    for path in &examples {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let schema = schema_of(&name)?;
        let root = generated
            .report
            .roots
            .iter()
            .find(|root| root.schema == schema)
            .ok_or_else(|| format!("{schema}: no such schema"))?;
        let file = path.canonicalize()?.display().to_string();
        writeln!(table, "    payload!({file:?}, {schema:?}, {}),", root.rust)?;
    }
    table.push_str("];\n");
    fs::write(
        folder.join("tests/payloads.rs"),
        format!("{PAYLOADS}\n{table}"),
    )?;
    // The versions that are there already.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock"))?;

    let mut cargo = Command::new(env!("CARGO"));
    apart(&mut cargo)
        .args(["test", "--offline", "--", "--nocapture", "--test-threads=2"])
        .current_dir(&folder);
    let output = cargo.output()?;
    let shown = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{shown}\n{errors}");
    // Generated code is free of warnings too.
    assert!(!errors.contains("warning"), "{errors}");
    assert_eq!(shown.matches("\ntest result: ok.").count(), 4, "{shown}");
    // The comparison may not have passed by listed exceptions.
    assert!(!shown.contains("undecided, as listed"), "{shown}");
    let payloads: Vec<&str> = shown
        .lines()
        .filter(|line| line.starts_with("valid, survives") || line.starts_with("refused by both"))
        .collect();
    assert_eq!(payloads.len(), examples.len());
    println!("{SCHEMAS} of {SCHEMAS} schemas are equal to their types in both directions");
    println!("{}", payloads.join("\n"));
    Ok(())
}
