//! The forms that keywords' values have, and what is said where they differ.

use super::{Lowering, Schema};
use crate::diagnostics::{Diagnostic, Kind};
use crate::load::{Decimal, Json, JsonKind};
use crate::lower::rule::{Count, NumberText, RuleId};

/// Exponents beyond this are not told apart by readers.
const FARTHEST: u128 = 1 << 62;

impl Lowering<'_> {
    /// Reports a keyword whose value has not the form that it should have.
    pub(super) fn wrong(
        &mut self,
        schema: &Schema<'_>,
        keyword: &str,
        at: &Json,
        wanted: &str,
        help: Option<&str>,
    ) {
        let reason = format!("`{keyword}` {wanted}, not {}", at.kind_name());
        self.refuse(schema, keyword, at, reason, help);
    }

    /// Reports a keyword for a reason of its own.
    pub(super) fn refuse(
        &mut self,
        schema: &Schema<'_>,
        keyword: &str,
        at: &Json,
        reason: String,
        help: Option<&str>,
    ) {
        let mut diagnostic = located(Kind::Keyword, schema, keyword, at, reason);
        diagnostic.help = help.map(str::to_owned);
        self.problems.push(diagnostic);
    }

    /// Reports a number that goes beyond a limit of the engine's.
    pub(super) fn beyond(
        &mut self,
        schema: &Schema<'_>,
        keyword: &str,
        at: &Json,
        reason: String,
        help: &str,
    ) {
        let diagnostic = located(Kind::Limit, schema, keyword, at, reason);
        self.problems.push(diagnostic.help(help));
    }

    /// A non-negative integer.
    pub(super) fn count(&mut self, schema: &Schema<'_>, keyword: &str) -> Option<Count> {
        let json = schema.get(keyword)?;
        let wanted = "is a whole number from 0 on";
        if let Some(token) = json.as_number() {
            let count = Decimal::parse(token).to_count();
            if count.is_none() {
                let reason = format!("`{keyword}` {wanted}, not {token}");
                self.refuse(schema, keyword, json, reason, None);
            }
            return count;
        }
        self.wrong(schema, keyword, json, wanted, quoted(json));
        None
    }

    /// A number.
    pub(super) fn number(&mut self, schema: &Schema<'_>, keyword: &str) -> Option<NumberText> {
        let json = schema.get(keyword)?;
        if let Some(token) = json.as_number() {
            let number = NumberText(token.into());
            if number.decimal().exponent.unsigned_abs() > FARTHEST {
                let reason = format!("`{keyword}` has an exponent of more than 18 digits");
                let help = "remove the keyword: no number that a document can hold is near it";
                self.beyond(schema, keyword, json, reason, help);
                return None;
            }
            return Some(number);
        }
        self.wrong(schema, keyword, json, "is a number", quoted(json));
        None
    }

    /// A text.
    pub(super) fn text(&mut self, schema: &Schema<'_>, keyword: &str) -> Option<String> {
        let json = schema.get(keyword)?;
        if let Some(text) = json.as_str() {
            return Some(text.to_owned());
        }
        self.wrong(schema, keyword, json, "is a string", None);
        None
    }

    /// A list of texts without repetitions.
    pub(super) fn names(
        &mut self,
        schema: &Schema<'_>,
        keyword: &str,
        json: &Json,
        help: Option<&str>,
    ) -> Vec<String> {
        let wanted = "is a list of member names";
        let Some(items) = json.as_array() else {
            self.wrong(schema, keyword, json, wanted, help);
            return Vec::new();
        };
        let mut names = indexmap::IndexSet::new();
        for item in items {
            match item.as_str() {
                Some(name) if names.insert(name.to_owned()) => {}
                Some(name) => self.repeated(schema, keyword, item, name),
                None => self.wrong(schema, keyword, item, wanted, None),
            }
        }
        names.into_iter().collect()
    }

    /// Reports a name that a list holds twice.
    pub(super) fn repeated(&mut self, schema: &Schema<'_>, keyword: &str, at: &Json, name: &str) {
        let reason = format!("`{keyword}` lists `{name}` twice");
        self.refuse(schema, keyword, at, reason, Some("remove one of the two"));
    }

    /// One schema.
    pub(super) fn single(&mut self, schema: &Schema<'_>, keyword: &str) -> Option<RuleId> {
        schema.get(keyword)?;
        self.inner(schema, &format!("/{keyword}"))
    }

    /// A list of schemas.
    pub(super) fn list(&mut self, schema: &Schema<'_>, keyword: &str) -> Vec<RuleId> {
        let Some(json) = schema.get(keyword) else {
            return Vec::new();
        };
        match json.as_array() {
            Some([]) if keyword != "prefixItems" && keyword != "items" => {
                let reason = format!("`{keyword}` is a list of at least one schema");
                self.refuse(schema, keyword, json, reason, Some("remove it"));
                Vec::new()
            }
            Some(items) => (0..items.len())
                .filter_map(|index| self.inner(schema, &format!("/{keyword}/{index}")))
                .collect(),
            None => {
                let help = matches!(json.kind, JsonKind::Object(_))
                    .then_some("put the schema into square brackets");
                self.wrong(schema, keyword, json, "is a list of schemas", help);
                Vec::new()
            }
        }
    }

    /// Schemas by name.
    pub(super) fn map(&mut self, schema: &Schema<'_>, keyword: &str) -> Vec<(String, RuleId)> {
        let Some(json) = schema.get(keyword) else {
            return Vec::new();
        };
        let Some(members) = json.as_object() else {
            self.wrong(
                schema,
                keyword,
                json,
                "is an object with a schema for each name",
                None,
            );
            return Vec::new();
        };
        let suffix = |name: &str| format!("/{keyword}/{}", crate::load::escape(name));
        members
            .keys()
            .filter_map(|name| Some((name.clone(), self.inner(schema, &suffix(name))?)))
            .collect()
    }
}

/// A diagnostic at a keyword's value.
fn located(
    kind: Kind,
    schema: &Schema<'_>,
    keyword: &str,
    at: &Json,
    reason: String,
) -> Diagnostic {
    let pointer = format!("{}/{}", schema.pointer, crate::load::escape(keyword));
    Diagnostic::at(kind, schema.text, at.span, reason).pointer(pointer)
}

fn quoted(json: &Json) -> Option<&'static str> {
    let text = json.as_str()?;
    let number = serde_json::from_str::<serde_json::Number>(text).is_ok();
    number.then_some("remove the quotes")
}
