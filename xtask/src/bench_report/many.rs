//! Thousands of definitions: time for each, and memory.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use isoschema::read;
use isoschema::write::write_if_changed;

use crate::Failure;

/// How many definitions, and how often they are generated.
const COUNTS: [(u32, u32); 3] = [(1_000, 5), (4_000, 3), (20_000, 1)];

/// Measures, each count in a process of its own, and keeps the results.
pub(crate) fn measure(folder: &Path) -> Result<(), Failure> {
    let folder = folder.join("many");
    std::fs::create_dir_all(&folder)?;
    for (count, times) in COUNTS {
        let output = Command::new("cargo")
            .args(["run", "--release", "--quiet", "--package", "benches"])
            .args(["--bin", "many", "--"])
            .args([count.to_string(), times.to_string()])
            .output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        let text = String::from_utf8(output.stdout)?;
        write_if_changed(&folder.join(format!("{count}.json")), &text)?;
    }
    Ok(())
}

/// The table of what was measured last; nothing where nothing was.
pub(crate) fn table(folder: &Path) -> String {
    let measured = |count: u32| {
        let path = folder.join("many").join(format!("{count}.json"));
        let text = read::text(path, read::LIMIT).ok()?;
        let value: serde_json::Value = serde_json::from_str(&text).ok()?;
        Some((value["seconds"].as_f64()?, value["peak"].as_f64()))
    };
    let mut rows = String::new();
    let base = measured(COUNTS[0].0).map(|(seconds, _)| seconds / f64::from(COUNTS[0].0));
    for (count, _) in COUNTS {
        let Some((seconds, peak)) = measured(count) else {
            continue;
        };
        let each = seconds / f64::from(count);
        let ratio = base.map_or("–".to_owned(), |base| format!("{:.2}", each / base));
        let memory = peak.map_or("–".to_owned(), |peak| format!("{:.0} MB", peak / 1024.0));
        let _ = writeln!(
            rows,
            "| {count} | {seconds:.2} s | {:.2} ms | {ratio} | {memory} |",
            each * 1e3
        );
    }
    if rows.is_empty() {
        return rows;
    }
    format!(
        "\n### many definitions\n\n\
         | definitions | time | for each | to 1000 | most memory |\n\
         |---:|---:|---:|---:|---:|\n{rows}"
    )
}
