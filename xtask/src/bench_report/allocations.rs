//! What the test of allocations found → a table.

use std::fmt::Write as _;
use std::path::Path;

use isoschema::read;
use serde_json::Value;

use crate::Failure;

use super::table::head;

/// What is counted for each payload, and the columns' names.
const COUNTED: [(&str, &str, &str); 6] = [
    ("from_json", "allocations", "from_json"),
    ("from_json", "kept", "of which kept"),
    ("plain", "allocations", "plain"),
    ("plain", "kept", "of which kept"),
    ("value", "allocations", "value"),
    ("from_json", "bytes", "from_json, bytes"),
];

/// The table; nothing where nothing was counted.
pub(super) fn table(path: &Path) -> Result<String, Failure> {
    let Ok(text) = read::text(path, read::LIMIT) else {
        return Ok(String::new());
    };
    let rows: Vec<Value> = serde_json::from_str(&text)?;
    let mut out = "\n### allocations\n\n\
        How many allocations reading one document makes, on a thread that has read it before, and \
        how many of them the value keeps.\n\n"
        .to_owned();
    head(
        &mut out,
        "payload",
        &COUNTED.map(|(_, _, name)| name.to_owned()),
    );
    let mut payloads: Vec<&Value> = rows.iter().map(|row| &row["payload"]).collect();
    payloads.dedup();
    for payload in payloads {
        let _ = write!(out, "| {} |", payload.as_str().unwrap_or_default());
        for (way, what, _) in COUNTED {
            let row = rows
                .iter()
                .find(|row| &row["payload"] == payload && row["way"] == way);
            let _ = write!(out, " {} |", row.map_or(&Value::Null, |row| &row[what]));
        }
        out.push('\n');
    }
    Ok(out)
}
