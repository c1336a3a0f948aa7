//! A graph → the sites where a document can be at fault.

use serde_json::Value;

use super::bundle::Draft;
use super::graph::{Graph, Hop, Node};

/// A constraint that a document can miss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The schema that states it.
    pub node: usize,
    /// Its keyword; `false` for the schema `false`, `unevaluated` for what
    /// stands under `unevaluatedProperties` or `unevaluatedItems`.
    pub keyword: &'static str,
    /// Which part of it: the name that is required, `none` or `several` for
    /// `oneOf`; empty for the others.
    pub detail: String,
    /// The site's name: the pointer of the keyword, `#` and the detail.
    pub key: String,
}

impl Site {
    fn new(index: usize, node: &Node<'_>, keyword: &'static str, detail: &str) -> Self {
        let hash = if detail.is_empty() { "" } else { "#" };
        // Draft 4's boolean beside the bound is what the validator names.
        let strict = |exclusive| node.get(exclusive) == Some(&Value::Bool(true));
        let stated = match keyword {
            "minimum" if strict("exclusiveMinimum") => "exclusiveMinimum",
            "maximum" if strict("exclusiveMaximum") => "exclusiveMaximum",
            keyword => keyword,
        };
        let key = match keyword {
            "false" | "unevaluated" => node.pointer.clone(),
            _ => format!("{}/{stated}{hash}{detail}", node.pointer),
        };
        Self {
            node: index,
            keyword,
            detail: detail.to_owned(),
            key,
        }
    }
}

impl Graph<'_> {
    /// Whether two arms of a `oneOf` share a kind of values.
    fn arms_meet(&self, node: &Node<'_>) -> bool {
        let mut taken = 0;
        node.one.iter().any(|arm| {
            let kinds = self.kinds(*arm, 0);
            let meets = taken & kinds != 0;
            taken |= kinds;
            meets
        })
    }

    /// Every constraint of the nodes that have a route.
    pub fn sites(&self) -> Vec<Site> {
        let routes = self.routes();
        let mut sites = Vec::new();
        for (index, node) in self.nodes.iter().enumerate() {
            let Some(route) = &routes[index] else {
                continue;
            };
            let unevaluated = |hop: &Hop| {
                let from = &self.nodes[hop.from];
                from.unevaluated == Some(hop.to) || from.unevaluated_items == Some(hop.to)
            };
            match route.iter().position(unevaluated) {
                // The validator says of what is unevaluated only that it is.
                Some(at) if at + 1 < route.len() => {}
                Some(_) if !node.is_false() && !node.is_true() => {
                    sites.push(Site::new(index, node, "unevaluated", ""));
                }
                _ => self.node_sites(index, node, &mut sites),
            }
        }
        sites
    }

    fn node_sites(&self, index: usize, node: &Node<'_>, sites: &mut Vec<Site>) {
        let mut add = |keyword, detail: &str| sites.push(Site::new(index, node, keyword, detail));
        let Some(schema) = node.schema else {
            return;
        };
        if node.is_false() {
            add("false", "");
        }
        if self.draft <= Draft::Seven && schema.get("$ref").is_some() {
            return;
        }
        for name in node.required() {
            add("required", name);
        }
        for keyword in [
            "type",
            "enum",
            "const",
            "pattern",
            "multipleOf",
            "minimum",
            "maximum",
            "not",
        ] {
            if schema.get(keyword).is_some() {
                add(keyword, "");
            }
        }
        if self.formats && schema.get("format").is_some_and(is_known_format) {
            add("format", "");
        }
        if schema.get("contains").is_some() {
            let limits = ["minContains", "maxContains"].map(|keyword| node.count(keyword));
            match limits {
                [None, None] => add("contains", ""),
                [least, most] => {
                    if least.is_some_and(|least| least > 0) {
                        add("minContains", "");
                    }
                    if most.is_some_and(|most| most < 1_000) {
                        add("maxContains", "");
                    }
                }
            }
        }
        for keyword in ["exclusiveMinimum", "exclusiveMaximum"] {
            if schema.get(keyword).is_some_and(Value::is_number) {
                add(keyword, "");
            }
        }
        for keyword in ["minLength", "minItems", "minProperties"] {
            if node.count(keyword).is_some_and(|count| count > 0) {
                add(keyword, "");
            }
        }
        for keyword in ["maxLength", "maxItems", "maxProperties"] {
            // A longer document than this is not drawn.
            if node.count(keyword).is_some_and(|count| count < 100_000) {
                add(keyword, "");
            }
        }
        if schema.get("uniqueItems") == Some(&Value::Bool(true)) {
            add("uniqueItems", "");
        }
        let open = |arms: &[usize]| arms.iter().any(|arm| self.nodes[*arm].is_true());
        if !node.any.is_empty() && !open(&node.any) {
            add("anyOf", "");
        }
        if !node.one.is_empty() && !open(&node.one) {
            add("oneOf", "none");
        }
        if self.arms_meet(node) {
            add("oneOf", "several");
        }
        for keyword in ["dependentRequired", "dependencies"] {
            let lists = schema.get(keyword).and_then(Value::as_object);
            if lists.is_some_and(|lists| {
                lists
                    .values()
                    .any(|list| list.as_array().is_some_and(|list| !list.is_empty()))
            }) {
                add(keyword, "");
            }
        }
    }
}

/// Whether the validator knows a format, and so asserts it.
fn is_known_format(format: &Value) -> bool {
    const KNOWN: [&str; 19] = [
        "date-time",
        "date",
        "time",
        "duration",
        "email",
        "idn-email",
        "hostname",
        "idn-hostname",
        "ipv4",
        "ipv6",
        "uri",
        "uri-reference",
        "iri",
        "iri-reference",
        "uuid",
        "uri-template",
        "json-pointer",
        "relative-json-pointer",
        "regex",
    ];
    format.as_str().is_some_and(|name| KNOWN.contains(&name))
}
