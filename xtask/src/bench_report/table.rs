//! Criterion's estimates → tables of ratios.

use std::fmt::Write as _;
use std::path::PathBuf;

use isoschema::read;

/// A group of measurements, as a table.
pub(super) struct Group {
    /// Criterion's name of it.
    pub(super) name: &'static str,
    /// What to say above the table.
    pub(super) about: Option<&'static str>,
    /// The rows.
    pub(super) ways: &'static [&'static str],
    /// The columns.
    pub(super) payloads: &'static [&'static str],
    /// The ways to which ratios are given.
    pub(super) bases: &'static [&'static str],
}

/// What criterion found in one run.
pub(super) struct Results {
    /// Criterion's folder.
    pub(super) folder: PathBuf,
}

impl Results {
    /// The estimated time of one measurement, in nanoseconds.
    pub(super) fn time(&self, group: &str, way: &str, payload: &str) -> Option<f64> {
        let path = self.folder.join(group).join(way).join(payload);
        let text = read::text(path.join("new/estimates.json"), read::LIMIT).ok()?;
        let estimates: serde_json::Value = serde_json::from_str(&text).ok()?;
        estimates["median"]["point_estimate"].as_f64()
    }

    /// What was measured one way, by name.
    pub(super) fn payloads(&self, group: &str, way: &str) -> Vec<String> {
        let folder = self.folder.join(group).join(way);
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<String> = names.filter(|name| name != "report").collect();
        names.sort();
        names
    }

    /// The table of a group; nothing where nothing of it was measured. Many
    /// payloads are rows, and the ways columns.
    pub(super) fn table(&self, title: &str, group: &Group) -> String {
        let measured = |way: &str, payload: &str| self.time(group.name, way, payload);
        if !group.ways.iter().any(|way| {
            group
                .payloads
                .iter()
                .any(|payload| measured(way, payload).is_some())
        }) {
            return String::new();
        }
        let mut out = format!("\n### {title}\n\n");
        if let Some(about) = group.about {
            let _ = writeln!(out, "{about}\n");
        }
        if group.payloads.len() > MOST_COLUMNS {
            self.ways_across(&mut out, group);
        } else {
            self.payloads_across(&mut out, group);
        }
        out
    }

    fn payloads_across(&self, out: &mut String, group: &Group) {
        let mut columns = Vec::new();
        for payload in group.payloads {
            columns.push((*payload).to_owned());
            columns.extend(group.bases.iter().map(|base| format!("to {base}")));
        }
        head(out, "way", &columns);
        for way in group.ways {
            let times: Vec<Option<f64>> = group
                .payloads
                .iter()
                .map(|payload| self.time(group.name, way, payload))
                .collect();
            if times.iter().all(Option::is_none) {
                continue;
            }
            let _ = write!(out, "| {way} |");
            for (payload, time) in group.payloads.iter().zip(times) {
                let _ = write!(out, " {} |", time.map_or(NONE.to_owned(), shown));
                for base in group.bases {
                    let base = self.time(group.name, base, payload);
                    let _ = write!(out, " {} |", quotient(time, base));
                }
            }
            out.push('\n');
        }
    }

    /// Times, and the ratios of the last way.
    fn ways_across(&self, out: &mut String, group: &Group) {
        let mut columns: Vec<String> = group.ways.iter().map(|way| (*way).to_owned()).collect();
        let last = group.ways.last().copied().unwrap_or_default();
        columns.extend(group.bases.iter().map(|base| format!("{last} to {base}")));
        head(out, "payload", &columns);
        for payload in group.payloads {
            let _ = write!(out, "| {payload} |");
            for way in group.ways {
                let time = self.time(group.name, way, payload);
                let _ = write!(out, " {} |", time.map_or(NONE.to_owned(), shown));
            }
            for base in group.bases {
                let time = self.time(group.name, last, payload);
                let base = self.time(group.name, base, payload);
                let _ = write!(out, " {} |", quotient(time, base));
            }
            out.push('\n');
        }
    }

    /// The times of generation: count, typify's, the engine's.
    pub(super) fn generation(&self) -> Vec<(u32, [Option<f64>; 2])> {
        [10, 100, 1000]
            .into_iter()
            .map(|count| {
                let time = |way| self.time("generate", way, &count.to_string());
                (count, [time("typify"), time("engine")])
            })
            .collect()
    }
}

/// With more payloads than this the payloads are rows.
const MOST_COLUMNS: usize = 3;

/// What was not measured.
const NONE: &str = "–";

/// The first lines of a table of figures.
pub(super) fn head(out: &mut String, first: &str, columns: &[String]) {
    let _ = write!(
        out,
        "| {first} | {} |\n|---|{}\n",
        columns.join(" | "),
        "---:|".repeat(columns.len())
    );
}

fn quotient(time: Option<f64>, base: Option<f64>) -> String {
    ratio(time.zip(base).map(|(time, base)| time / base))
}

/// A ratio as tables show it.
pub(super) fn ratio(ratio: Option<f64>) -> String {
    ratio.map_or(NONE.to_owned(), |ratio| format!("{ratio:.2}"))
}

/// A time in a unit that reads well.
pub(super) fn shown(nanoseconds: f64) -> String {
    if nanoseconds < 1e6 {
        format!("{:.2} µs", nanoseconds / 1e3)
    } else if nanoseconds < 1e9 {
        format!("{:.1} ms", nanoseconds / 1e6)
    } else {
        format!("{:.2} s", nanoseconds / 1e9)
    }
}
