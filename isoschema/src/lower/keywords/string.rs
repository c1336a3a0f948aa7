//! `minLength`, `maxLength`, `pattern`, `format` and the content keywords.

use super::{Lowering, Schema};
use crate::config::FORMATS;
use crate::lower::rule::{Kinds, Rule};
use crate::resolve::Draft;

impl Lowering<'_> {
    pub(super) fn strings(&mut self, schema: &Schema<'_>, rule: &mut Rule) {
        rule.min_length = self.count(schema, "minLength");
        rule.max_length = self.count(schema, "maxLength");
        if let Some(json) = schema.get("pattern")
            && let Some(pattern) = self.text(schema, "pattern")
            && self.pattern(schema, &pattern, "/pattern", json, false)
        {
            rule.pattern = Some(pattern);
        }
    }

    pub(super) fn formats(&mut self, schema: &Schema<'_>, rule: &mut Rule) {
        if let Some(format) = self.text(schema, "format") {
            let required = schema.dialect.format_assertion && FORMATS.contains(&format.as_str());
            let asserted = required || self.config.formats.asserts(&format);
            rule.format = asserted.then(|| format.clone());
            // Without `type`, more than texts may stand there.
            let is_text = rule
                .types
                .is_some_and(|types| types.contains(Kinds::STRING));
            if asserted || is_text {
                rule.temporal = self.config.types.dates.temporal(&format);
            }
            rule.notes.format = Some(format);
        }
        if schema.since(Draft::Draft7) && self.config.assert_content {
            rule.content_encoding = self.text(schema, "contentEncoding");
            rule.content_media_type = self.text(schema, "contentMediaType");
        }
    }
}
