//! The keywords of a place → the kinds of values that they speak about.

use super::draw::{Drawer, Place};
use super::kind;

impl Drawer<'_, '_> {
    /// The kinds that the keywords speak about.
    pub(super) fn spoken(&self, place: &Place) -> u8 {
        const WORDS: [(u8, &[&str]); 4] = [
            (
                kind::INTEGER,
                &[
                    "minimum",
                    "maximum",
                    "exclusiveMinimum",
                    "exclusiveMaximum",
                    "multipleOf",
                ],
            ),
            (
                kind::STRING,
                &["minLength", "maxLength", "pattern", "format"],
            ),
            (
                kind::ARRAY,
                &[
                    "items",
                    "prefixItems",
                    "contains",
                    "minItems",
                    "maxItems",
                    "uniqueItems",
                    "unevaluatedItems",
                ],
            ),
            (
                kind::OBJECT,
                &[
                    "properties",
                    "patternProperties",
                    "additionalProperties",
                    "required",
                    "propertyNames",
                    "minProperties",
                    "maxProperties",
                    "dependentRequired",
                    "dependentSchemas",
                    "dependencies",
                    "unevaluatedProperties",
                ],
            ),
        ];
        WORDS
            .iter()
            .filter(|(_, words)| {
                self.nodes(place)
                    .any(|node| words.iter().any(|word| node.get(word).is_some()))
            })
            .fold(0, |all, (kind, _)| all | kind)
    }
}
