//! A document at a site → the same document that only just meets the
//! constraint there. Limits that are off by one, codes that are missing and
//! kinds that are forgotten show on these.

use serde_json::Value;

use super::draw::{Drawer, Place};
use super::fault::LARGE;
use super::kind;
use super::number::Decimal;
use super::scalar;
use super::site::Site;
use super::text::Doc;

impl Drawer<'_, '_> {
    pub(super) fn at_edge(
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
        let own = node.get(site.keyword);
        let count = node.count(site.keyword).unwrap_or(0);
        if turn > 3 && count > LARGE {
            return doc;
        }
        let kinds = self.kinds(place);
        match site.keyword {
            "type" => self.of_kind(own, turn).unwrap_or(doc),
            "enum" => match own {
                Some(Value::Array(values)) if !values.is_empty() => {
                    Doc::from_value(&values[turn % values.len()])
                }
                _ => doc,
            },
            // A length in bytes or UTF-16 units is longer, never shorter.
            "maxLength" | "minLength" if kinds & kind::STRING != 0 && !self.has_pattern(place) => {
                Doc::Text(match turn % 2 {
                    0 => "é𝒳".chars().cycle().take(count).collect(),
                    _ => scalar::exactly(count, &mut self.rng),
                })
            }
            "minimum" | "maximum" if kinds & kind::INTEGER != 0 => {
                let bound = own.and_then(|bound| Decimal::parse(&bound.to_string()));
                bound.map_or(doc, |bound| Doc::Number(bound.token()))
            }
            "exclusiveMinimum" | "exclusiveMaximum" if kinds & kind::INTEGER != 0 => {
                let step = if kinds & kind::FRACTION == 0 {
                    "1"
                } else {
                    "0.0001"
                };
                let moved = own
                    .and_then(|bound| Decimal::parse(&bound.to_string()))
                    .zip(Decimal::parse(step))
                    .and_then(|(bound, step)| {
                        if site.keyword == "exclusiveMinimum" {
                            bound.plus(step)
                        } else {
                            bound.minus(step)
                        }
                    });
                moved.map_or(doc, |moved| Doc::Number(moved.token()))
            }
            "maxItems" | "minItems" if kinds & kind::ARRAY != 0 => self.items(roots, count, depth),
            "uniqueItems" if kinds & kind::ARRAY != 0 && turn.is_multiple_of(2) => {
                self.nearly_equal(place)
            }
            _ => doc,
        }
    }

    fn of_kind(&mut self, own: Option<&Value>, turn: usize) -> Option<Doc> {
        let kinds = own.map_or(kind::ALL, kind::of_type);
        let all = [
            (kind::NULL, Doc::Null),
            (kind::BOOLEAN, Doc::Bool(turn.is_multiple_of(2))),
            (
                kind::INTEGER,
                Doc::Number(scalar::number(true, &mut self.rng)),
            ),
            (kind::FRACTION, Doc::Number("0.1".to_owned())),
            (kind::STRING, Doc::Text(String::new())),
            (kind::ARRAY, Doc::List(Vec::new())),
            (kind::OBJECT, Doc::Object(Vec::new())),
        ];
        let right: Vec<Doc> = all
            .into_iter()
            .filter(|(kind, _)| kinds & kind != 0)
            .map(|(_, doc)| doc)
            .collect();
        right.get(turn % right.len().max(1)).cloned()
    }

    /// Items that are alike without being equal.
    fn nearly_equal(&mut self, place: &Place) -> Doc {
        let graph = self.graph;
        let kinds = place
            .nodes
            .iter()
            .filter_map(|index| graph.nodes[*index].items)
            .map(|items| graph.kinds(items, 0))
            .fold(kind::ALL, |all, one| all & one);
        let one = || Doc::Number("1".to_owned());
        let all = [
            (kind::INTEGER, one()),
            (kind::STRING, Doc::Text("1".to_owned())),
            (kind::BOOLEAN, Doc::Bool(true)),
            (kind::STRING, Doc::Text("a".to_owned())),
            (kind::STRING, Doc::Text("A".to_owned())),
            (kind::STRING, Doc::Text("e\u{301}".to_owned())),
            (kind::STRING, Doc::Text("é".to_owned())),
            (kind::ARRAY, Doc::List(vec![one()])),
            (kind::OBJECT, Doc::Object(vec![("a".to_owned(), one())])),
            (
                kind::OBJECT,
                Doc::Object(vec![("a".to_owned(), Doc::Bool(true))]),
            ),
        ];
        Doc::List(
            all.into_iter()
                .filter(|(kind, _)| kinds & kind != 0)
                .map(|(_, doc)| doc)
                .collect(),
        )
    }
}
