//! What a check found → text for people.

use std::fmt::Write as _;

use crate::keywords::fault::Fault;
use crate::words::{counted, quoted, shown};

use super::outcome::{Outcome, SeenCodes};
use super::proposal::Suggestion;

/// How many lines of alternatives one fault gets.
const MOST_LINES: usize = 12;

impl Outcome {
    /// The text for people: at most so many faults of each payload, and the
    /// summary.
    #[must_use]
    pub fn to_text(&self, most: usize, colour: bool) -> String {
        text(self, most, colour)
    }

    /// The codes beyond the schema, for people.
    #[must_use]
    pub fn codes_to_text(&self) -> String {
        codes(&self.codes())
    }

    /// The overlay that is proposed, with a line about it, for people.
    #[must_use]
    pub fn suggest_to_text(&self) -> String {
        suggestion(&self.suggest(), self.payloads().len())
    }
}

/// The faults of each payload, then the summary.
fn text(outcome: &Outcome, most: usize, colour: bool) -> String {
    let paint = |code: &str, text: &str| {
        if colour {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    };
    let mut out = String::new();
    for payload in outcome.payloads().iter().filter(|p| !p.faults.is_empty()) {
        let _ = writeln!(out, "{}", paint("1", &shown(&payload.name)));
        for fault in payload.faults.iter().take(most) {
            let _ = writeln!(out, "  {}", fault.line());
            let mut room = MOST_LINES;
            arms(fault, 2, &mut room, &mut out);
        }
        if payload.faults.len() > most {
            let _ = writeln!(out, "  and {} more", payload.faults.len() - most);
        }
    }
    let groups = outcome.groups();
    if !groups.is_empty() {
        let _ = writeln!(out, "\n{}", paint("1", "By kind"));
        let width = groups[0].count.to_string().len();
        for group in &groups {
            // What no schema refuses is no JSON.
            let what = match (group.keyword, group.location.as_str()) {
                ("", "") => "not JSON".to_owned(),
                ("", location) => format!("false {location}"),
                (keyword, location) => format!("{keyword} {location}"),
            };
            let what = shown(&what);
            let _ = writeln!(
                out,
                "  {:>width$}x {what}, in {}",
                group.count,
                counted(group.payloads, "payload")
            );
        }
        out.push('\n');
    }
    let (all, misfits) = (outcome.payloads().len(), outcome.misfits());
    let line = format!(
        "{} checked against {}: {} fit, {misfits} do not",
        counted(all, "payload"),
        shown(&outcome.ground.schema),
        all - misfits
    );
    let _ = writeln!(
        out,
        "{}",
        paint(if misfits == 0 { "32" } else { "31" }, &line)
    );
    out
}

fn arms(fault: &Fault, depth: usize, room: &mut usize, out: &mut String) {
    for arm in &fault.arms {
        for inner in arm.faults.iter() {
            if *room == 0 {
                return;
            }
            *room -= 1;
            let _ = writeln!(out, "{:1$}{2}", "", depth * 2, inner.line());
            arms(inner, depth + 1, room, out);
        }
    }
}

/// The codes beyond the schema, and the lines for the configuration.
fn codes(list: &[SeenCodes]) -> String {
    if list.is_empty() {
        return "No code beyond the schema was seen.\n".to_owned();
    }
    let mut out = String::from("Codes beyond the schema\n");
    for seen in list {
        let open = if seen.open { " (open)" } else { "" };
        let _ = writeln!(out, "  {}{open}", shown(&seen.location));
        for (code, count) in &seen.codes {
            let _ = writeln!(
                out,
                "    {}, in {}",
                quoted(code),
                counted(*count, "payload")
            );
        }
    }
    let closed: Vec<&SeenCodes> = list.iter().filter(|seen| !seen.open).collect();
    if !closed.is_empty() {
        out.push_str("\nTo take any text there, in isoschema.toml:\n\n[open-enums]\n");
        for seen in closed {
            let place = seen.location.replacen(".json#", "#", 1);
            let place = place.strip_suffix('#').unwrap_or(&place);
            let _ = writeln!(
                out,
                "{} = \"codes beyond the schema were seen\"",
                quoted(place)
            );
        }
    }
    out
}

/// The proposed overlay.
fn suggestion(suggestion: &Suggestion, payloads: usize) -> String {
    if suggestion.overlays.is_empty() {
        return "No overlay to propose.\n".to_owned();
    }
    format!(
        "With this overlay, {} of {} fit:\n\n{}",
        payloads - suggestion.misfits,
        counted(payloads, "payload"),
        suggestion.to_text()
    )
}
