//! What the benches found → the tables in `docs/performance.md`.

mod allocations;
mod corpora;
mod many;
mod plot;
mod table;

use std::path::{Path, PathBuf};
use std::process::Command;

use isoschema::read;
use isoschema::write::write_if_changed;

use crate::Failure;
use crate::cli::BenchReport;

use table::{Group, Results};

/// The lines between which the report is written.
const BEGIN: &str = "<!-- bench-report begins -->";
const END: &str = "<!-- bench-report ends -->";

const GROUPS: [Group; 7] = [
    Group {
        name: "read",
        about: None,
        ways: &[
            "scan",
            "value",
            "plain",
            "typify",
            "value-validate-convert",
            "serde",
            "from_json",
        ],
        payloads: &["lead", "order"],
        bases: &["value", "plain"],
    },
    Group {
        name: "shapes",
        about: Some(
            "The shapes that serde is slow at: unions told apart by a constant member and by what \
             is required, members that nobody declared, codes of forty, an object of two hundred \
             members, sixty objects in one another, maps, lists of numbers.",
        ),
        ways: &["value", "plain", "typify", "serde", "from_json"],
        payloads: &SHAPES,
        bases: &["value", "plain", "typify"],
    },
    Group {
        name: "borrow",
        about: Some(
            "The forms that borrow their texts beside those that own them. *plain-borrowed* are \
             the plain types with borrowed texts.",
        ),
        ways: &[
            "plain",
            "plain-borrowed",
            "serde",
            "serde-borrowed",
            "from_json",
            "from_json-borrowed",
        ],
        payloads: &["lead", "order"],
        bases: &["plain", "serde", "from_json"],
    },
    Group {
        name: "write",
        about: None,
        ways: &["value", "plain", "engine"],
        payloads: &["lead", "order"],
        bases: &["plain"],
    },
    Group {
        name: "refuse",
        about: None,
        ways: &["accept", "refuse"],
        payloads: &["lead", "order"],
        bases: &["accept"],
    },
    Group {
        name: "scale",
        about: None,
        ways: &["value", "plain", "serde", "from_json"],
        payloads: &["100kB", "10MB"],
        bases: &["value", "plain"],
    },
    Group {
        name: "generate",
        about: None,
        ways: &["typify", "engine"],
        payloads: &["10", "100", "1000"],
        bases: &["typify"],
    },
];

const SHAPES: [&str; 8] = [
    "tagged",
    "untagged",
    "flattened",
    "codes",
    "wide",
    "deep",
    "maps",
    "numbers",
];

/// Of a run with the feature `corvus`, which slows `Value` down.
const VALIDATORS: Group = Group {
    name: "read",
    about: Some(
        "The same with the feature `corvus`, in a run of its own: ratios hold inside of this \
         table. *corvus* only validates, and gives no value.",
    ),
    ways: &["value", "plain", "corvus", "serde", "from_json"],
    payloads: &["lead", "order"],
    bases: &["value", "corvus"],
};

/// Runs the benches and writes what they found.
pub(crate) fn bench_report(command: &BenchReport) -> Result<(), Failure> {
    let target = target()?;
    let (plain, corvus) = (target.join("criterion"), target.join("criterion-corvus"));
    if !command.no_run {
        cargo(&["bench", "--package", "benches"], &plain)?;
        let with_corvus = ["--bench", "read", "--features", "corvus"];
        cargo(
            &[&["bench", "--package", "benches"][..], &with_corvus].concat(),
            &corvus,
        )?;
        let counted = ["--release", "--test", "allocations"];
        cargo(
            &[&["test", "--package", "benches"][..], &counted].concat(),
            &plain,
        )?;
        many::measure(&plain)?;
    }
    let results = Results { folder: plain };
    let many = many::table(&results.folder);
    let mut report = format!("Measured on {}.\n", machine());
    for group in &GROUPS {
        report.push_str(&results.table(group.name, group));
        if group.name == "read" {
            let results = Results {
                folder: corvus.clone(),
            };
            report.push_str(&results.table("read beside corvus-json-schema", &VALIDATORS));
        }
    }
    let corpora = corpora::rows(&results);
    report.push_str(&corpora::table(&corpora));
    report.push_str(&many);
    report.push_str(&allocations::table(&target.join("tmp/allocations.json"))?);
    let text = read::text(&command.out, read::LIMIT)?;
    let written = between(&text, &report)
        .ok_or("the report has no place in the file: it goes between two marks")?;
    write_if_changed(&command.out, &written)?;
    if !corpora.is_empty() {
        write_if_changed(
            &command.out.with_file_name("corpora.svg"),
            &corpora::plot(&corpora),
        )?;
    }
    let points = results.generation();
    if points
        .iter()
        .any(|(_, times)| times.iter().any(Option::is_some))
    {
        write_if_changed(
            &command.out.with_file_name("generation.svg"),
            &plot::plot(&points),
        )?;
    }
    Ok(())
}

/// Runs cargo; criterion leaves what it finds in the folder.
fn cargo(arguments: &[&str], criterion: &Path) -> Result<(), Failure> {
    let status = Command::new("cargo")
        .args(arguments)
        .env("CRITERION_HOME", criterion)
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("cargo {} failed", arguments.join(" ")).into())
    }
}

/// Cargo's folder, absolute: benches run in their package's folder.
fn target() -> Result<PathBuf, Failure> {
    let folder =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    Ok(std::path::absolute(folder)?)
}

/// The text with the report in its place.
fn between(text: &str, report: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n\n{report}\n{END}{after}"))
}

/// The processor, how many of it there are, and the compiler.
fn machine() -> String {
    let processor = read::text("/proc/cpuinfo", read::LIMIT)
        .ok()
        .and_then(|text| {
            let line = text.lines().find(|line| line.starts_with("model name"))?;
            Some(line.split_once(':')?.1.trim().to_owned())
        })
        .unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let count = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let compiler = Command::new("rustc")
        .arg("--version")
        .output()
        .ok()
        .and_then(|output| String::from_utf8(output.stdout).ok())
        .unwrap_or_default();
    format!("{processor}, {count} of them, {}", compiler.trim())
}
