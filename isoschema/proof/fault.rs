//! A document at a site → the same document with one fault there.
//!
//! Each keyword has several faults, taken in turn. A keyword that is not known
//! here gets a random change; the validator says whether it is a fault.

use serde_json::Value;

use super::draw::{Drawer, Place};
use super::fault_values::{between, misformatted, other_kind, outside, shorter};
use super::kind;
use super::number::Decimal;
use super::scalar;
use super::site::Site;
use super::text::Doc;

/// Documents of more items or characters than this are drawn a few times only.
pub(super) const LARGE: usize = 2_000;

impl Drawer<'_, '_> {
    pub(super) fn spoil(
        &mut self,
        doc: Doc,
        roots: &[usize],
        place: &Place,
        site: &Site,
        turn: usize,
        depth: usize,
    ) -> Doc {
        let graph = self.graph;
        let node = &graph.nodes[site.node];
        if turn > 7 && node.count(site.keyword).is_some_and(|count| count > LARGE) {
            return doc;
        }
        let own = node.get(site.keyword);
        match site.keyword {
            // Where `false` speaks about the value itself, any value is at fault.
            "false" if turn.is_multiple_of(2) => doc,
            "false" => scalar::any(2, &mut self.rng),
            "unevaluated" => other_kind(doc, self.graph.kinds(site.node, 0), turn),
            "type" => {
                let kinds = own.map_or(kind::ALL, kind::of_type);
                other_kind(doc, kinds, turn)
            }
            "required" => without(doc, &[&site.detail]),
            "enum" | "const" => self.other_value(own, turn),
            "minLength" => shorter(doc, node.count("minLength").unwrap_or(1), turn),
            "maxLength" => self.longer(&doc, node.count("maxLength").unwrap_or(0), turn),
            "pattern" => self.mismatch(doc, own, turn),
            "format" => Doc::Text(misformatted(doc, turn)),
            "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum" => {
                let whole = self.kinds(place) & kind::FRACTION == 0;
                let down = site.keyword.ends_with("inimum");
                // Draft 4 writes the exclusive bound as a boolean beside.
                let strict = site.keyword.starts_with("exclusive")
                    || node.get(if down {
                        "exclusiveMinimum"
                    } else {
                        "exclusiveMaximum"
                    }) == Some(&Value::Bool(true));
                outside(own, down, strict, whole, turn).map_or(doc, Doc::Number)
            }
            "multipleOf" => {
                let whole = self.kinds(place) & kind::FRACTION == 0;
                between(&doc, own, whole, turn).map_or(doc, Doc::Number)
            }
            "minItems" => {
                let least = node.count("minItems").unwrap_or(1);
                let mut items = as_list(doc);
                items.truncate(if turn % 3 == 2 {
                    0
                } else {
                    least.saturating_sub(1)
                });
                Doc::List(items)
            }
            "maxItems" => self.items(roots, node.count("maxItems").unwrap_or(0) + 1, depth),
            "uniqueItems" => self.repeat_item(doc, place, turn, depth),
            "contains" | "minContains" => match turn % 5 {
                0 => Doc::List(Vec::new()),
                1 => Doc::List(vec![Doc::Null]),
                2 => Doc::List(vec![Doc::Text("x".to_owned()), Doc::Bool(true)]),
                3 => Doc::List(vec![Doc::Object(Vec::new())]),
                _ => Doc::List(vec![Doc::Number("0".to_owned())]),
            },
            "maxContains" => {
                let hit: Vec<usize> = node.contains.into_iter().collect();
                let length = node.count("maxContains").unwrap_or(0) + 1;
                Doc::List(
                    (0..length)
                        .map(|_| self.value(&hit, None, depth + 1))
                        .collect(),
                )
            }
            "minProperties" => {
                self.fewer_members(doc, place, node.count("minProperties").unwrap_or(1))
            }
            "maxProperties" => {
                self.more_members(doc, place, node.count("maxProperties").unwrap_or(0), depth)
            }
            "dependentRequired" | "dependencies" => {
                let rules = node.dependents();
                if rules.is_empty() {
                    return doc;
                }
                let (name, others) = &rules[turn % rules.len()];
                let doc = self.with_member(doc, place, name, depth);
                let out = others
                    .get(turn / rules.len() % others.len().max(1))
                    .copied()
                    .unwrap_or("");
                without(doc, &[out])
            }
            "not" => self.with_roots(roots, &node.not.into_iter().collect::<Vec<_>>(), depth),
            "anyOf" => self.no_arm(doc, &node.any, turn),
            "oneOf" if site.detail == "none" => self.no_arm(doc, &node.one, turn),
            "oneOf" => self.both_arms(doc, roots, place, &node.one, turn, depth),
            _ => scalar::any(1, &mut self.rng),
        }
    }

    fn other_value(&mut self, own: Option<&Value>, turn: usize) -> Doc {
        let listed: Vec<Value> = match own {
            Some(Value::Array(values)) => values.clone(),
            Some(value) => vec![value.clone()],
            None => Vec::new(),
        };
        if listed.is_empty() {
            return scalar::any(0, &mut self.rng);
        }
        let model = &listed[self.rng.usize(..listed.len())];
        match model {
            Value::String(code) => {
                let mut shorter = code.clone();
                shorter.pop();
                Doc::Text(match turn % 8 {
                    0 => format!("{code}_"),
                    1 => code.to_lowercase(),
                    2 => "NO_SUCH_CODE".to_owned(),
                    3 => format!(" {code}"),
                    4 => shorter,
                    5 => String::new(),
                    6 => code.to_uppercase(),
                    _ => code.replace(['_', '-', ' ', '&'], ""),
                })
            }
            Value::Number(number) => {
                let step = if turn.is_multiple_of(2) { "1" } else { "-1" };
                let moved = Decimal::parse(&number.to_string())
                    .zip(Decimal::parse(step))
                    .and_then(|(value, step)| value.plus(step));
                Doc::Number(moved.map_or_else(|| "12345".to_owned(), Decimal::token))
            }
            Value::Bool(value) => Doc::Bool(!value),
            Value::Null => scalar::any(2, &mut self.rng),
            Value::Array(_) if turn.is_multiple_of(2) => {
                let mut items = as_list(Doc::from_value(model));
                if items.pop().is_none() || turn.is_multiple_of(4) {
                    items.push(Doc::Null);
                }
                Doc::List(items)
            }
            Value::Object(_) if turn.is_multiple_of(2) => {
                let mut members = as_members(Doc::from_value(model));
                members.push(("extra".to_owned(), Doc::Null));
                Doc::Object(members)
            }
            _ => scalar::any(0, &mut self.rng),
        }
    }

    fn longer(&mut self, doc: &Doc, most: usize, turn: usize) -> Doc {
        let length = if turn % 4 == 3 { most + 17 } else { most + 1 };
        if let (Doc::Text(text), true) = (doc, turn.is_multiple_of(2))
            && let Some(last) = text.chars().last()
        {
            let have = text.chars().count();
            let more = last.to_string().repeat(length.saturating_sub(have));
            return Doc::Text(format!("{text}{more}"));
        }
        Doc::Text(scalar::exactly(length, &mut self.rng))
    }

    fn mismatch(&mut self, doc: Doc, own: Option<&Value>, turn: usize) -> Doc {
        let pattern = own.and_then(Value::as_str).unwrap_or_default();
        let text = match doc {
            Doc::Text(text) => text,
            _ => String::new(),
        };
        for more in 0..12 {
            let tail: String = text.chars().skip(1).collect();
            let candidate = match (turn + more) % 12 {
                0 => text.to_lowercase(),
                1 => text
                    .chars()
                    .map(|c| if c.is_ascii_digit() { 'x' } else { '7' })
                    .collect(),
                // `$` must not match before a final line break.
                2 => format!("{text}\n"),
                3 => tail,
                4 => format!("{text}é"),
                5 => format!(" {text}"),
                6 => text.to_uppercase(),
                7 => text.chars().rev().collect(),
                8 => text.chars().map(|_| '٣').collect(),
                9 => text.chars().map(|_| '_').collect(),
                10 => String::new(),
                _ => scalar::text(0, None, &mut self.rng),
            };
            if !self.matches(pattern, &candidate) {
                return Doc::Text(candidate);
            }
        }
        Doc::Text(text)
    }

    pub(super) fn items(&mut self, roots: &[usize], length: usize, depth: usize) -> Doc {
        let mut items = Vec::new();
        for _ in 0..200 {
            let more = as_list(self.value(roots, None, depth.min(20)));
            if more.is_empty() {
                items.push(scalar::any(2, &mut self.rng));
            }
            for item in more {
                if length > 200 || !items.contains(&item) {
                    items.push(item);
                }
            }
            if items.len() >= length {
                break;
            }
        }
        for at in 0.. {
            match items.get(at) {
                Some(item) if items.len() < length => items.push(item.clone()),
                _ => break,
            }
        }
        items.truncate(length);
        Doc::List(items)
    }

    fn repeat_item(&mut self, doc: Doc, place: &Place, turn: usize, depth: usize) -> Doc {
        let mut items = as_list(doc);
        if items.is_empty() {
            let roots: Vec<usize> = place
                .nodes
                .iter()
                .filter_map(|index| self.graph.nodes[*index].items)
                .collect();
            items.push(if roots.is_empty() {
                Doc::Number("1".to_owned())
            } else {
                self.value(&roots, None, depth + 1)
            });
        }
        let copy = match (&items[turn % items.len()], turn % 3) {
            // Equal by value, written otherwise.
            (Doc::Number(token), 1) if super::number::integer_form(token) => {
                Doc::Number(format!("{token}.0"))
            }
            (Doc::Object(members), 1) => Doc::Object(members.iter().rev().cloned().collect()),
            (item, _) => item.clone(),
        };
        if turn.is_multiple_of(2) || items.len() < 2 {
            items.push(copy);
        } else {
            let at = (turn + 1) % items.len();
            items[at] = copy;
        }
        Doc::List(items)
    }

    fn fewer_members(&mut self, doc: Doc, place: &Place, least: usize) -> Doc {
        let mut members = as_members(doc);
        let graph = self.graph;
        members.sort_by_key(|(name, _)| {
            !place
                .nodes
                .iter()
                .any(|index| graph.nodes[*index].required().any(|needed| needed == name))
        });
        members.truncate(least.saturating_sub(1));
        Doc::Object(members)
    }

    fn more_members(&mut self, doc: Doc, place: &Place, most: usize, depth: usize) -> Doc {
        let mut doc = doc;
        for number in 0..most.saturating_add(200) {
            if as_members(doc.clone()).len() > most {
                break;
            }
            let known: Vec<String> = place
                .nodes
                .iter()
                .flat_map(|index| self.graph.nodes[*index].properties.keys().cloned())
                .collect();
            let name = known
                .get(number)
                .cloned()
                .unwrap_or_else(|| self.fresh_name(place));
            doc = self.with_member(doc, place, &name, depth);
        }
        doc
    }

    pub(super) fn with_member(&mut self, doc: Doc, place: &Place, name: &str, depth: usize) -> Doc {
        let mut members = as_members(doc);
        if members.iter().all(|(known, _)| known != name) {
            let roots = self.roots_of(place, name);
            let value = if roots.is_empty() {
                scalar::any(2, &mut self.rng)
            } else {
                self.value(&roots, None, depth + 1)
            };
            members.push((name.to_owned(), value));
        }
        Doc::Object(members)
    }

    pub(super) fn with_roots(&mut self, roots: &[usize], more: &[usize], depth: usize) -> Doc {
        let mut all = roots.to_vec();
        all.extend(more);
        // The schemas that must both hold come first, so that theirs are the
        // choices of arms.
        all.rotate_left(roots.len());
        self.value(&all, None, depth)
    }
}

pub(super) fn without(doc: Doc, names: &[&str]) -> Doc {
    let mut members = as_members(doc);
    members.retain(|(name, _)| !names.contains(&name.as_str()));
    Doc::Object(members)
}

fn as_members(doc: Doc) -> Vec<(String, Doc)> {
    match doc {
        Doc::Object(members) => members,
        _ => Vec::new(),
    }
}

fn as_list(doc: Doc) -> Vec<Doc> {
    match doc {
        Doc::List(items) => items,
        _ => Vec::new(),
    }
}
