//! What a body is made of: the media types that hold JSON.

use super::super::graph::NodeId;
use super::Survey;
use super::place::Place;

/// Whether a media type holds JSON, or may.
pub(super) fn is_json(media: &str) -> bool {
    let media = media.split(';').next().unwrap_or(media).trim();
    let media = media.to_ascii_lowercase();
    matches!(
        media.as_str(),
        "application/json" | "text/json" | "application/*" | "*/*"
    ) || media.ends_with("+json")
}

/// Whether a media type holds one JSON value after the other.
fn is_sequence(media: &str) -> bool {
    let media = media.split(';').next().unwrap_or(media).trim();
    let media = media.to_ascii_lowercase();
    matches!(
        media.as_str(),
        "application/jsonl"
            | "application/x-jsonlines"
            | "application/ndjson"
            | "application/x-ndjson"
            | "application/json-seq"
    ) || media.ends_with("+json-seq")
}

impl Survey<'_> {
    /// The schemas of a body by its `content`. The first has the body's name, others that of their
    /// media type, too; gives the first.
    pub(super) fn content(&mut self, body: &Place, name: &str) -> Option<NodeId> {
        let mut medias = body.each("content");
        medias.retain(|(media, _)| is_json(media) || is_sequence(media));
        // What is plain JSON is the first.
        medias.sort_by_key(|(media, _)| media != "application/json");
        let mut first: Option<(Place, NodeId)> = None;
        for (media, place) in medias {
            let Some((place, _)) = self.followed(place) else {
                continue;
            };
            let inner = [("schema", ""), ("itemSchema", " item")];
            for (key, behind) in inner {
                // Of values one after the other, `schema` is about all of them.
                let is_whole = key == "schema";
                let Some(schema) = place.step(key).filter(|_| is_whole == is_json(&media)) else {
                    continue;
                };
                let name = match &first {
                    None => format!("{name}{behind}"),
                    Some((other, _)) if is_same(other, &schema) => continue,
                    Some(_) => format!("{name} {}{behind}", subtype(&media)),
                };
                let node = self.schema(&schema, &name, "Body");
                if let (None, Some(node)) = (&first, node) {
                    first = Some((schema, node));
                }
            }
        }
        first.map(|(_, node)| node)
    }
}

fn is_same(one: &Place, other: &Place) -> bool {
    match (one.json(), other.json()) {
        (Some(one), Some(other)) => one.same_value(other),
        _ => false,
    }
}

/// The part of a media type that tells it from others.
fn subtype(media: &str) -> &str {
    let media = media.split(';').next().unwrap_or(media).trim();
    let own = media.split_once('/').map_or(media, |(_, own)| own);
    own.strip_suffix("+json").unwrap_or(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_that_hold_json() {
        for media in [
            "application/json",
            "application/json; charset=utf-8",
            "application/problem+json",
            "Text/JSON",
            "*/*",
        ] {
            assert!(is_json(media), "{media}");
        }
        for media in [
            "application/xml",
            "text/plain",
            "image/png",
            "application/jsonl",
        ] {
            assert!(!is_json(media), "{media}");
        }
        assert_eq!(
            subtype("application/vnd.github.raw+json; v=1"),
            "vnd.github.raw"
        );
    }
}
