//! Formats with ready names: their types, with the crates that they are from.

use std::fs;
use std::path::Path;

use crate::common::{cargo, clippy, folder, succeeded, write};
use isoschema::Generator;
use isoschema::config::{Config, Support};

const FORMATS: [&str; 12] = [
    "uuid",
    "date",
    "time",
    "date-time",
    "duration",
    "ipv4",
    "ipv6",
    "uri",
    "email",
    "byte",
    "base64",
    "ip",
];

/// Each format where a member, a list, a map, an alternative and a definition has it, and null.
fn schema() -> String {
    let text = |format: &str| format!(r#"{{"type": "string", "format": "{format}"}}"#);
    let members: Vec<String> = FORMATS
        .iter()
        .map(|format| format!("{format:?}: {}", text(format)))
        .collect();
    let (uuid, date) = (text("uuid"), text("date"));
    format!(
        r##"{{"type": "object", "required": ["uuid", "ipv4"], "properties": {{{},
            "all": {{"type": "array", "items": {uuid}}},
            "none": {{"anyOf": [{uuid}, {{"type": "null"}}]}},
            "by": {{"type": "object", "additionalProperties": {date}}},
            "either": {{"oneOf": [{{"type": "integer"}}, {date}]}},
            "pair": {{"type": "array", "prefixItems": [{uuid}, {date}], "items": false, "minItems": 2}},
            "own": {{"$ref": "#/$defs/own"}},
            "bag": {{"type": "object", "properties": {{"a": {uuid}}}, "additionalProperties": {uuid}}}
        }}, "$defs": {{"own": {uuid}}}}}"##,
        members.join(", ")
    )
}

const JIFF: &str = r#"
[formats]
uuid = "uuid"
date = "jiff"
time = "jiff"
date-time = "jiff"
duration = "jiff"
ipv4 = "std"
ipv6 = "std"
uri = "url"
email = "email_address"
byte = "bytes"
base64 = "bytes"
ip = { parse = "std::net::IpAddr" }
"#;

/// The same, each value as it is written.
const DOCUMENT: &str = r#"{
  "uuid": "67e55044-10b1-426f-9247-bb680e5fe0c8", "date": "2024-02-29", "time": "12:30:05",
  "date-time": "2024-02-29T12:30:05Z", "duration": "PT1H30M", "ipv4": "127.0.0.1", "ipv6": "::1",
  "uri": "https://example.com/a?b=c", "email": "ann@example.com", "byte": "aGk=", "base64": "AAEC",
  "ip": "::1",
  "all": ["67e55044-10b1-426f-9247-bb680e5fe0c8"], "none": null, "by": {"x": "2024-03-01"},
  "either": "2024-03-01", "pair": ["67e55044-10b1-426f-9247-bb680e5fe0c8", "2024-03-01"],
  "own": "67e55044-10b1-426f-9247-bb680e5fe0c8",
  "bag": {"a": "67e55044-10b1-426f-9247-bb680e5fe0c8", "b": "67e55044-10b1-426f-9247-bb680e5fe0c8"}
}"#;

const USE_JIFF: &str = r##"
#[test]
fn formats_are_types() {
    let document: serde_json::Value = serde_json::from_str(DOCUMENT).unwrap();
    let event = Event::from_json(DOCUMENT).unwrap();
    assert_eq!(serde_json::to_value(&event).unwrap(), document);
    let id: uuid::Uuid = event.uuid;
    let date: Option<jiff::civil::Date> = event.date;
    let moment: Option<jiff::Timestamp> = event.date_time;
    let duration: Option<jiff::SignedDuration> = event.duration;
    let host: std::net::Ipv4Addr = event.ipv4;
    let bytes: &[u8] = event.byte.as_deref().unwrap();
    // It has traits of serde, which nothing asks for.
    let ip: Option<&std::net::IpAddr> = event.ip.as_deref();
    assert_eq!(ip.map(|it| it.is_loopback()), Some(true));
    assert_eq!((date.unwrap().year(), moment.unwrap().as_second()), (2024, 1_709_209_805));
    assert_eq!((duration.unwrap().as_mins(), host.is_loopback(), bytes), (90, true, &b"hi"[..]));
    assert_eq!(event.uri.as_ref().and_then(url::Url::host_str), Some("example.com"));
    assert_eq!(event.email.as_ref().map(|it| it.domain()), Some("example.com"));
    assert_eq!(event.all.unwrap(), [id]);
    assert_eq!(event.bag.unwrap().additional_properties.get("b"), Some(&id));

    let built = Event::builder().uuid(id).ipv4([10, 0, 0, 1]).byte(vec![0, 1, 2])
        .ip(std::net::IpAddr::from([10, 0, 0, 1])).build().unwrap();
    assert_eq!(built.ip.as_ref().map(ToString::to_string).as_deref(), Some("10.0.0.1"));
    assert_eq!(built.byte.map(Vec::from), Some(vec![0, 1, 2]));
    for (text, at) in [
        (r#"{"uuid":"x","ipv4":"1.2.3.4"}"#, "uuid"),
        (r#"{"uuid":"67e55044-10b1-426f-9247-bb680e5fe0c8","ipv4":"1.2.3.4","byte":"aGk"}"#, "byte"),
        (r#"{"uuid":"67e55044-10b1-426f-9247-bb680e5fe0c8","ipv4":"1.2.3.4","byte":"aGl="}"#, "byte"),
        (r#"{"uuid":"67e55044-10b1-426f-9247-bb680e5fe0c8","ipv4":"1.2.3.4","byte":3}"#, "byte"),
        (r#"{"uuid":"67e55044-10b1-426f-9247-bb680e5fe0c8","ipv4":"1.2.3.4","date":"2024-02-30"}"#, "date"),
        (r#"{"uuid":"67e55044-10b1-426f-9247-bb680e5fe0c8","ipv4":"1.2.3.4","ip":"1.2.3"}"#, "ip"),
        (r#"{"uuid":"67e55044-10b1-426f-9247-bb680e5fe0c8","ipv4":"1.2.3.4","ip":3}"#, "ip"),
    ] {
        assert_eq!(Event::from_json(text).unwrap_err().path(), Some(at), "{text}");
    }
}
"##;

#[test]
fn an_emitted_crate_has_the_crates_of_its_formats() -> Result<(), Box<dyn std::error::Error>> {
    let root = folder("ready-jiff")?;
    let (schemas, out) = (root.join("schemas"), root.join("crate"));
    fs::create_dir_all(&schemas)?;
    fs::write(schemas.join("event.json"), schema())?;
    fs::write(
        schemas.join("isoschema.toml"),
        format!("[emit]\nname = \"events\"\n{JIFF}"),
    )?;
    write(&schemas, &out)?;
    let manifest = fs::read_to_string(out.join("Cargo.toml"))?;
    for entry in ["jiff = {", "url = {", "uuid = {", "email_address = "] {
        assert_eq!(
            manifest.matches(&format!("\n{entry}")).count(),
            1,
            "{manifest}"
        );
    }
    assert!(
        !manifest.contains("chrono") && !manifest.contains("\ntime = "),
        "{manifest}"
    );
    fs::write(
        out.join("tests/types.rs"),
        format!("use events::*;\n\nconst DOCUMENT: &str = r#\"{DOCUMENT}\"#;\n{USE_JIFF}"),
    )?;
    clippy(&out)?;
    let shown = succeeded(&cargo(&out, &["test", "--color=never"])?);
    assert!(shown.contains("formats_are_types ... ok"), "{shown}");
    Ok(())
}

const MAIN: &str = r##"
#[rustfmt::skip]
#[allow(dead_code, unused_imports)]
mod jiff_types;
#[rustfmt::skip]
#[allow(dead_code, unused_imports)]
mod chrono_types;
#[rustfmt::skip]
#[allow(dead_code, unused_imports)]
mod time_types;

fn main() {
    let document: serde_json::Value = serde_json::from_str(DOCUMENT).unwrap();
    let read = jiff_types::Event::from_json(DOCUMENT).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), document);
    let read = chrono_types::Event::from_json(DOCUMENT).unwrap();
    let moment: Option<chrono::DateTime<chrono::FixedOffset>> = read.date_time;
    assert_eq!(moment.map(|it| it.timestamp()), Some(1_709_209_805));
    assert_eq!(serde_json::to_value(&read).unwrap(), document);
    let read = time_types::Event::from_json(DOCUMENT).unwrap();
    let date: Option<time::Date> = read.date;
    assert_eq!(date.map(|it| it.year()), Some(2024));
    let moment: Option<time::OffsetDateTime> = read.date_time.map(Into::into);
    assert_eq!(moment.map(time::OffsetDateTime::unix_timestamp), Some(1_709_209_805));
    assert_eq!(read.ip.as_deref(), Some(&std::net::IpAddr::from(std::net::Ipv6Addr::LOCALHOST)));
    let built = time_types::Event::builder().uuid("a").ipv4("1.2.3.4").date_time(moment.unwrap());
    assert_eq!(built.build().unwrap().to_json(), r#"{"uuid":"a","date-time":"2024-02-29T12:30:05Z","ipv4":"1.2.3.4"}"#);
    // RFC 3339 has no offset with seconds: it would have to write one.
    let odd = time::UtcOffset::from_hms(1, 0, 1).unwrap();
    assert!(isoschema_runtime::OffsetDateTime::try_from(moment.unwrap().to_offset(odd)).is_err());
    assert_eq!(serde_json::to_value(&read).unwrap(), document);
    // One crate, one error.
    let error: isoschema_runtime::Error = chrono_types::Event::from_json("7").unwrap_err();
    assert!(!error.to_string().is_empty());
    println!("kept");
}
"##;

#[test]
fn the_runtime_reads_them_as_a_crate() -> Result<(), Box<dyn std::error::Error>> {
    let root = folder("ready-crate")?;
    fs::create_dir_all(root.join("src"))?;
    for (name, toml) in [
        ("jiff", JIFF),
        (
            "chrono",
            "[formats]\ndate = \"chrono\"\ntime = \"chrono\"\ndate-time = \"chrono\"\n",
        ),
        (
            "time",
            "[formats]\ndate = \"time\"\ndate-time = \"time\"\nip = { parse = \"std::net::IpAddr\" }\n",
        ),
    ] {
        // `ip` is a name of this test's own.
        let toml = format!("{toml}[lints]\nunknown-format = \"allow\"\n");
        let config = Config::parse("isoschema.toml", &toml).map_err(|it| it.to_string())?;
        let generated = Generator::new()
            .text("event.json", schema())
            .configure(config)
            .support(Support::Crate)
            .generate()
            .map_err(|problems| problems.render())?;
        let line = format!("v1::types::{name} as _; // isoschema-runtime 0.1.0, feature {name}\n");
        assert!(generated.text.contains(&line), "{}", generated.text);
        assert!(
            generated.warnings.iter().flatten().count() == 0
                && !generated.text.contains("mod support {")
        );
        fs::write(root.join(format!("src/{name}_types.rs")), generated.text)?;
    }
    fs::write(
        root.join("src/main.rs"),
        format!("const DOCUMENT: &str = r#\"{DOCUMENT}\"#;\n{MAIN}"),
    )?;
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
    fs::write(
        root.join("Cargo.toml"),
        format!(
            "[package]\nname = \"ready-crate\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n\
             [dependencies]\nserde = \"1\"\nserde_json = {{ version = \"1\", features = [\"float_roundtrip\"] }}\n\
             isoschema-runtime = {{ path = {runtime:?}, features = [\"chrono\", \"email_address\", \
             \"jiff\", \"time\", \"url\", \"uuid\"] }}\n\
             chrono = {{ version = \"0.4\", default-features = false }}\n\
             email_address = \"0.2.9\"\njiff = {{ version = \"1\", default-features = false }}\n\
             time = {{ version = \"0.3\", default-features = false }}\nurl = \"2\"\n\
             uuid = {{ version = \"1\", default-features = false }}\n",
        ),
    )?;
    assert_eq!(
        succeeded(&cargo(&root, &["run", "--color=never"])?),
        "kept\n"
    );
    Ok(())
}

#[test]
fn a_missing_crate_is_named_in_one_line() -> Result<(), String> {
    let config = Config::new().format("uuid", "uuid").format("byte", "bytes");
    let generated = Generator::new()
        .text("event.json", schema())
        .configure(config)
        .generate()
        .map_err(|problems| problems.render())?;
    let line =
        "use ::uuid as _; // Cargo.toml: uuid = { version = \"1\", features = [\"serde\"] }\n";
    assert_eq!(
        generated.text.matches(line).count(),
        1,
        "{}",
        generated.text
    );
    assert!(!generated.text.contains("use ::bytes"));
    Ok(())
}
