//! What a check found → text for people.

use std::fmt::Write as _;

use crate::keywords::fault::Fault;
use crate::words::{counted, one_or_more, quoted, shown};

use super::fix::Corrected;
use super::outcome::Outcome;
use super::proposal::Suggestion;
use super::tally::SeenCodes;

/// How many lines of alternatives one fault gets.
const MOST_LINES: usize = 12;

/// How many corrected payloads are told of.
const MOST_CORRECTED: usize = 20;

/// How much of each payload is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// So many faults.
    pub most: usize,
    /// Whether the faults of every alternative, too.
    pub all: bool,
}

impl From<usize> for Shown {
    fn from(most: usize) -> Self {
        Self { most, all: false }
    }
}

impl Outcome {
    /// The text for people: at most so many faults of each payload, and the
    /// summary.
    #[must_use]
    pub fn to_text(&self, shown_of: impl Into<Shown>, colour: bool) -> String {
        text(self, shown_of.into(), colour)
    }

    /// The codes beyond the schema, for people.
    #[must_use]
    pub fn codes_to_text(&self) -> String {
        codes(&self.codes())
    }

    /// What is proposed, for people: the payloads as they were probably meant
    /// first, then an overlay for what is left.
    #[must_use]
    pub fn suggest_to_text(&self) -> String {
        let mut out = corrections(&self.corrected());
        out.push_str(&suggestion(&self.suggest(), self.checked()));
        out
    }
}

/// The faults of each payload, then the summary.
fn text(outcome: &Outcome, shown_of: Shown, colour: bool) -> String {
    let paint = |code: &str, text: &str| {
        if colour {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    };
    let mut out = String::new();
    for payload in outcome.payloads() {
        let _ = writeln!(out, "{}", paint("1", &shown(&payload.name)));
        for fault in payload.faults.iter().take(shown_of.most) {
            for told in fault.told().iter().take(MOST_LINES) {
                let _ = writeln!(out, "  {}", told.line());
            }
            if shown_of.all {
                let mut room = MOST_LINES;
                arms(fault, 2, &mut room, &mut out);
            }
        }
        if payload.faults.len() > shown_of.most {
            let _ = writeln!(out, "  and {} more", payload.faults.len() - shown_of.most);
        }
    }
    let told = outcome.payloads().len();
    if told < outcome.misfits() {
        let _ = writeln!(
            out,
            "and {} more",
            counted(outcome.misfits() - told, "payload")
        );
    }
    let groups = outcome.groups();
    if !groups.is_empty() {
        let _ = writeln!(out, "\n{}", paint("1", "By kind"));
        let width = groups[0].count.to_string().len();
        for group in &groups {
            // What no schema refuses is no payload at all.
            let what = match (group.keyword, group.location.as_str()) {
                ("", "") => "not readable".to_owned(),
                ("", location) => format!("false {location}"),
                (keyword, location) => format!("{keyword} {location}"),
            };
            let what = shown(&what);
            let _ = writeln!(
                out,
                "  {:>width$}x {what}, in {}, first {}",
                group.count,
                counted(group.payloads, "payload"),
                shown(&group.first)
            );
        }
        out.push('\n');
    }
    let (all, misfits) = (outcome.checked(), outcome.misfits());
    let fits = all - misfits;
    let [fit, do_not] = [
        one_or_more(fits, "fits", "fit"),
        one_or_more(misfits, "does", "do"),
    ];
    let line = format!(
        "{} checked against {}: {fits} {fit}, {misfits} {do_not} not",
        counted(all, "payload"),
        shown(&outcome.ground.schema),
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
            let near = seen.near.get(code);
            let near = near.map_or_else(String::new, |near| {
                format!(": did you mean {}?", quoted(near))
            });
            let payloads = counted(*count, "payload");
            let _ = writeln!(out, "    {}, in {payloads}{near}", shown(code));
        }
    }
    let closed: Vec<&SeenCodes> = list
        .iter()
        .filter(|seen| seen.opens && !seen.open && seen.near.len() < seen.codes.len())
        .collect();
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

/// The payloads as they were probably meant.
fn corrections(payloads: &[Corrected]) -> String {
    if payloads.is_empty() {
        return String::new();
    }
    let mut out = String::from("Payloads as they were probably meant (--fix FOLDER writes them)\n");
    for payload in payloads.iter().take(MOST_CORRECTED) {
        let fits = if payload.fits { ", fits then" } else { "" };
        let _ = writeln!(out, "  {}{fits}", shown(&payload.name));
        for change in &payload.changes {
            let _ = writeln!(out, "    {}", shown(&change.line()));
        }
    }
    if payloads.len() > MOST_CORRECTED {
        let more = counted(payloads.len() - MOST_CORRECTED, "payload");
        let _ = writeln!(out, "  and {more} more");
    }
    out.push('\n');
    out
}

/// The proposed overlay.
fn suggestion(suggestion: &Suggestion, payloads: usize) -> String {
    if suggestion.overlays.is_empty() {
        return "No overlay to propose.\n".to_owned();
    }
    let (fit, as_meant) = (
        payloads - suggestion.misfits,
        payloads - suggestion.misfits_as_meant,
    );
    let as_meant = if as_meant > fit {
        format!(", and {as_meant} as they were probably meant")
    } else {
        String::new()
    };
    format!(
        "With this overlay, {fit} of {} fit{as_meant}:\n\n{}",
        counted(payloads, "payload"),
        suggestion.to_text()
    )
}
