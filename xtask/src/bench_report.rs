//! Criterion's estimates → the table of ratios in `docs/performance.md`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Failure;
use crate::cli::BenchReport;

/// The lines between which the report is written.
const BEGIN: &str = "<!-- bench-report begins -->";
const END: &str = "<!-- bench-report ends -->";

/// Runs the benches and writes what they found.
pub(crate) fn bench_report(command: &BenchReport) -> Result<(), Failure> {
    if !command.no_run {
        let status = Command::new("cargo")
            .args(["bench", "--package", "benches"])
            .status()?;
        if !status.success() {
            return Err("the benches failed".into());
        }
    }
    let folder = estimates_folder();
    let table = Table { folder: &folder };
    let text = std::fs::read_to_string(&command.out)?;
    let written = between(&text, &table.text())
        .ok_or("the report has no place in the file: it goes between two marks")?;
    std::fs::write(&command.out, written)?;
    let points = table.generation();
    if points
        .iter()
        .any(|(_, times)| times.iter().any(Option::is_some))
    {
        std::fs::write(command.out.with_file_name("generation.svg"), plot(&points))?;
    }
    Ok(())
}

fn estimates_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| PathBuf::from("target"), PathBuf::from)
        .join("criterion")
}

/// The text with the report in its place.
fn between(text: &str, report: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n\n{report}\n{END}{after}"))
}

struct Table<'a> {
    folder: &'a Path,
}

impl Table<'_> {
    /// The estimated time of one measurement, in nanoseconds.
    fn time(&self, group: &str, way: &str, payload: &str) -> Option<f64> {
        let path = self.folder.join(group).join(way).join(payload);
        let text = std::fs::read_to_string(path.join("new/estimates.json")).ok()?;
        let estimates: serde_json::Value = serde_json::from_str(&text).ok()?;
        estimates["median"]["point_estimate"].as_f64()
    }

    fn text(&self) -> String {
        let mut out = format!("Measured on {}.\n", machine());
        for (group, ways, payloads, bases) in [
            (
                "read",
                &[
                    "scan",
                    "value",
                    "plain",
                    "typify",
                    "value-validate-convert",
                    "corvus",
                    "serde",
                    "from_json",
                ][..],
                &["lead", "order"][..],
                &["value", "plain"][..],
            ),
            (
                "write",
                &["value", "plain", "engine"],
                &["lead", "order"],
                &["plain"],
            ),
            (
                "refuse",
                &["accept", "refuse"],
                &["lead", "order"],
                &["accept"],
            ),
            (
                "scale",
                &["value", "plain", "serde", "from_json"],
                &["100kB", "10MB"],
                &["value", "plain"],
            ),
            (
                "generate",
                &["typify", "engine"],
                &["10", "100", "1000"],
                &["typify"],
            ),
        ] {
            let _ = write!(out, "\n### {group}\n\n| way |");
            for payload in payloads {
                let _ = write!(out, " {payload} |");
                for base in bases {
                    let _ = write!(out, " to {base} |");
                }
            }
            let _ = writeln!(
                out,
                "\n|---|{}",
                "---:|".repeat(payloads.len() * (1 + bases.len()))
            );
            for way in ways {
                if payloads
                    .iter()
                    .all(|payload| self.time(group, way, payload).is_none())
                {
                    continue;
                }
                let _ = write!(out, "| {way} |");
                for payload in payloads {
                    let time = self.time(group, way, payload);
                    let _ = write!(out, " {} |", time.map_or("–".to_owned(), shown));
                    for base in bases {
                        let ratio = time
                            .zip(self.time(group, base, payload))
                            .map(|(time, base)| format!("{:.2}", time / base));
                        let _ = write!(out, " {} |", ratio.unwrap_or("–".to_owned()));
                    }
                }
                out.push('\n');
            }
        }
        out
    }

    /// The times of generation: count, typify's, the engine's.
    fn generation(&self) -> Vec<(u32, [Option<f64>; 2])> {
        [10, 100, 1000]
            .into_iter()
            .map(|count| {
                let time = |way| self.time("generate", way, &count.to_string());
                (count, [time("typify"), time("engine")])
            })
            .collect()
    }
}

/// A time in a unit that reads well.
fn shown(nanoseconds: f64) -> String {
    if nanoseconds < 1e6 {
        format!("{:.2} µs", nanoseconds / 1e3)
    } else if nanoseconds < 1e9 {
        format!("{:.1} ms", nanoseconds / 1e6)
    } else {
        format!("{:.2} s", nanoseconds / 1e9)
    }
}

/// The processor, how many of it there are, and the compiler.
fn machine() -> String {
    let processor = std::fs::read_to_string("/proc/cpuinfo")
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

/// Time against definitions, both logarithmic.
fn plot(points: &[(u32, [Option<f64>; 2])]) -> String {
    const WIDTH: f64 = 480.0;
    const HEIGHT: f64 = 300.0;
    const EDGE: f64 = 60.0;
    let x = |count: u32| EDGE + (f64::from(count).log10() - 1.0) / 2.0 * (WIDTH - 2.0 * EDGE);
    // From 100 microseconds to 10 seconds.
    let y = |time: f64| HEIGHT - EDGE - (time.log10() - 5.0) / 5.0 * (HEIGHT - 2.0 * EDGE);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         font-family=\"sans-serif\" font-size=\"11\">\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"white\"/>\n\
         <text x=\"{EDGE}\" y=\"20\">Time to generate, against definitions of ten properties</text>\n"
    );
    for power in 5..=10 {
        let height = y(10_f64.powi(power));
        let _ = writeln!(
            out,
            "<path d=\"M{EDGE} {height:.1}H{:.1}\" stroke=\"#ddd\"/>\
             <text x=\"4\" y=\"{:.1}\">{}</text>",
            WIDTH - EDGE,
            height + 4.0,
            shown(10_f64.powi(power)),
        );
    }
    for (count, _) in points {
        let _ = writeln!(
            out,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{count}</text>",
            x(*count),
            HEIGHT - EDGE + 18.0,
        );
    }
    for (index, (name, colour)) in [("typify", "#888"), ("isoschema", "#06c")]
        .iter()
        .enumerate()
    {
        let line: Vec<String> = points
            .iter()
            .filter_map(|(count, times)| Some(format!("{:.1},{:.1}", x(*count), y(times[index]?))))
            .collect();
        let _ = writeln!(
            out,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            line.join(" "),
        );
        if let Some((place, (count, time))) = points
            .iter()
            .filter_map(|(count, times)| Some((count, times[index]?)))
            .next_back()
            .map(|last| (index, last))
        {
            let shift = if place == 0 { 14.0 } else { -6.0 };
            let _ = writeln!(
                out,
                "<text x=\"{:.1}\" y=\"{:.1}\" fill=\"{colour}\">{name}</text>",
                x(*count) - 20.0,
                y(time) + shift,
            );
        }
    }
    out.push_str("</svg>\n");
    out
}
