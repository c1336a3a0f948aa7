//! Strings and numbers for which everything holds that the schemas say.

use std::cmp::Ordering;

use serde_json::Value;

use super::draw::{Drawer, Place};
use super::graph::Node;
use super::number::{Decimal, integer_form};
use super::pattern;
use super::scalar;

impl<'a> Drawer<'_, 'a> {
    pub(super) fn number(&mut self, place: &Place, whole: bool) -> String {
        let low = self.bound(place, "minimum", "exclusiveMinimum", Ordering::is_ge);
        let high = self.bound(place, "maximum", "exclusiveMaximum", Ordering::is_le);
        let step = self
            .nodes(place)
            .find_map(|node| decimal(node, "multipleOf"));
        if low.is_none() && high.is_none() && step.is_none() {
            return scalar::number(whole, &mut self.rng);
        }
        let units = ["1", "0.5", "0.01", "0.000001"];
        let first = if whole { 0 } else { self.rng.usize(..3) };
        let unit = step.or_else(|| Decimal::parse(units[first]));
        unit.and_then(|unit| self.multiple(unit, low, high))
            .or_else(|| self.multiple(Decimal::parse("0.000001")?, low, high))
            .map_or_else(|| "0".to_owned(), |value| self.dress(&value.token()))
    }

    /// The tightest of the bounds, and whether it is outside itself.
    fn bound(
        &self,
        place: &Place,
        plain: &str,
        exclusive: &str,
        tighter: fn(Ordering) -> bool,
    ) -> Option<(Decimal, bool)> {
        let mut found: Option<(Decimal, bool)> = None;
        for node in self.nodes(place) {
            // Draft 4 writes the exclusive bound as a boolean beside.
            let strict = node.get(exclusive) == Some(&Value::Bool(true));
            for (keyword, strict) in [(plain, strict), (exclusive, true)] {
                if let Some(limit) = decimal(node, keyword)
                    && found.is_none_or(|(known, _)| limit.order(known).is_some_and(tighter))
                {
                    found = Some((limit, strict));
                }
            }
        }
        found
    }

    fn multiple(
        &mut self,
        unit: Decimal,
        low: Option<(Decimal, bool)>,
        high: Option<(Decimal, bool)>,
    ) -> Option<Decimal> {
        let edge = |bound: Decimal, strict: bool| -> Option<i128> {
            let steps = bound.steps_up(unit)?;
            let on = unit.times(steps)?.order(bound)?.is_eq();
            Some(steps + i128::from(strict && on))
        };
        let from = match low {
            Some((bound, strict)) => Some(edge(bound, strict)?),
            None => None,
        };
        let to = match high {
            Some((bound, strict)) => Some(-edge(Decimal::whole(0).minus(bound)?, strict)?),
            None => None,
        };
        let (from, to) = match (from, to) {
            (Some(from), Some(to)) => (from, to),
            (Some(from), None) => (from, from + 1_000),
            (None, Some(to)) => (to - 1_000, to),
            (None, None) => (-1_000, 1_000),
        };
        if from > to {
            return None;
        }
        let chosen = match self.rng.u8(..5) {
            0 => from,
            1 => to,
            2 => (from + 1).min(to),
            _ => self.rng.i128(from..=to),
        };
        unit.times(chosen)
    }

    /// Sometimes another spelling of the same number.
    fn dress(&mut self, token: &str) -> String {
        if !integer_form(token) {
            return token.to_owned();
        }
        match self.rng.u8(..12) {
            0 => format!("{token}.0"),
            1 => format!("{token}e0"),
            _ => token.to_owned(),
        }
    }

    pub(super) fn text(&mut self, place: &Place) -> String {
        let least = self
            .nodes(place)
            .filter_map(|node| node.count("minLength"))
            .max()
            .unwrap_or(0);
        let most = self
            .nodes(place)
            .filter_map(|node| node.count("maxLength"))
            .min();
        let mut samples: Vec<&'a str> = Vec::new();
        let mut patterns: Vec<&'a str> = Vec::new();
        for node in self.nodes(place) {
            for keyword in ["example", "default"] {
                samples.extend(node.get(keyword).and_then(Value::as_str));
            }
            samples.extend(
                node.get("examples")
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str),
            );
            patterns.extend(node.get("pattern").and_then(Value::as_str));
            samples.extend(format_samples(node.get("format").and_then(Value::as_str)));
        }
        let fits = |text: &str| {
            let length = text.chars().count();
            length >= least && most.is_none_or(|most| length <= most)
        };
        let asserted =
            self.graph.formats && self.nodes(place).any(|node| node.get("format").is_some());
        if !samples.is_empty() && (asserted || self.rng.u8(..3) == 0) {
            let sample = samples[self.rng.usize(..samples.len())];
            if fits(sample) && patterns.iter().all(|pattern| self.matches(pattern, sample)) {
                return sample.to_owned();
            }
        }
        if patterns.is_empty() {
            return scalar::text(least, most, &mut self.rng);
        }
        let mut drawn = String::new();
        for _ in 0..12 {
            drawn = pattern::draw(patterns[self.rng.usize(..patterns.len())], &mut self.rng);
            if fits(&drawn) && patterns.iter().all(|pattern| self.matches(pattern, &drawn)) {
                break;
            }
        }
        drawn
    }
}

fn decimal(node: &Node<'_>, keyword: &str) -> Option<Decimal> {
    let value = node.get(keyword).filter(|value| value.is_number())?;
    Decimal::parse(&value.to_string())
}

/// Texts for a format, in more spellings than it allows: as an annotation it
/// must leave every one of them alone.
fn format_samples(format: Option<&str>) -> &'static [&'static str] {
    match format {
        Some("date-time" | "date" | "time" | "duration") => &[
            "2025-06-30T12:00:00Z",
            "2024-02-29T23:59:59.123+02:00",
            "2024-02-29t23:59:59.100z",
            "2025-06-30T12:00:00",
            "2025-06-30 12:00:00-00:00",
            "2025-06-30",
            "2024-02-29",
            "12:00:00Z",
            "12:00:00.5+01:00",
            "P1DT2H",
        ],
        Some("email" | "idn-email") => &["someone@example.org", "Someone@EXAMPLE.org"],
        Some("uuid") => &[
            "0188f3f0-9d4c-7e61-8f66-0b8f1b9f6c11",
            "0188F3F0-9D4C-7E61-8F66-0B8F1B9F6C11",
        ],
        Some("uri" | "uri-reference" | "iri") => {
            &["https://example.org/a?b#c", "HTTP://EXAMPLE.org", "a/../b"]
        }
        Some("hostname") => &["example.org"],
        Some("ipv4" | "ipv6") => &["192.0.2.1", "2001:db8::1", "2001:0DB8::0001"],
        Some("idn-hostname") => &["example.org", "münchen.example"],
        Some("iri-reference") => &["https://example.org/é", "é#x"],
        Some("uri-template") => &["https://example.org/{user}{?q}", "plain"],
        Some("json-pointer") => &["", "/a~1b/0"],
        Some("relative-json-pointer") => &["0", "1/a", "2#"],
        Some("regex") => &["^a+$", "[0-9]{2}"],
        _ => &[],
    }
}
