//! A correction's text → [`Overlay`], every mistake at once.

use std::path::Path;
use std::sync::Arc;

use super::overlaid::{Change, Overlay};
use super::patch::{Operation, Step};
use super::place::is_pointer;
use crate::diagnostics::text::{Span, Text};
use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind};
use crate::load::json::{Json, escape};
use crate::load::parse::parse_text;
use crate::names::nearest::nearest;
use crate::read;

impl Overlay {
    /// Reads a file with one correction or a list of them.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, and all that is wrong with what it holds.
    pub fn read(path: impl AsRef<Path>) -> Result<Vec<Self>, Diagnostics> {
        let path = path.as_ref();
        let content =
            read::text(path, read::LIMIT).map_err(|error| read::unreadable(path, &error))?;
        Self::parse(&path.display().to_string(), &content)
    }

    /// Reads a text with one correction or a list of them.
    ///
    /// # Errors
    ///
    /// All that is wrong with the text.
    ///
    /// ```
    /// use isoschema::overlay::Overlay;
    ///
    /// let text = r#"{"schema": "order", "reason": "sent empty", "merge": {"minLength": 0}}"#;
    /// let overlays = Overlay::parse("overlays/order.json", text)?;
    /// assert_eq!(overlays[0].schema(), "order");
    /// # Ok::<(), isoschema::diagnostics::Diagnostics>(())
    /// ```
    pub fn parse(name: &str, content: &str) -> Result<Vec<Self>, Diagnostics> {
        let (json, text) = parse_text(name, content)?;
        let mut problems = Collector::default();
        let mut reader = Reader {
            text: &text,
            problems: &mut problems,
        };
        let overlays = match json.as_array() {
            Some(items) => items
                .iter()
                .enumerate()
                .filter_map(|(index, item)| reader.overlay(item, &format!("/{index}")))
                .collect(),
            None => reader.overlay(&json, "").into_iter().collect(),
        };
        problems.finish(overlays)
    }
}

/// Reads corrections out of JSON values of one text.
pub(crate) struct Reader<'a> {
    pub(crate) text: &'a Arc<Text>,
    pub(crate) problems: &'a mut Collector,
}

impl Reader<'_> {
    /// One correction.
    pub(crate) fn overlay(&mut self, json: &Json, pointer: &str) -> Option<Overlay> {
        const KNOWN: [&str; 4] = ["schema", "reason", "patch", "merge"];
        let before = self.problems.len();
        let Some(members) = json.as_object() else {
            let reason = format!("a correction is an object, not {}", json.kind_name());
            self.push(json.span, pointer, reason, None);
            return None;
        };
        for (name, value) in members {
            if !KNOWN.contains(&name.as_str()) {
                let help = nearest(name, KNOWN).map_or_else(
                    || format!("known here: {}", KNOWN.join(", ")),
                    |near| format!("did you mean `{near}`?"),
                );
                let inner = format!("{pointer}/{}", escape(name));
                let reason = format!("the member `{name}` is not known");
                self.push(value.key_span(), &inner, reason, Some(&help));
            }
        }
        let schema = self.text(json, "schema", pointer, "names the schema to correct");
        let reason = self.text(json, "reason", pointer, "says why the schema is corrected");
        let change = match (json.get("patch"), json.get("merge")) {
            (Some(patch), None) => self.patch(patch, &format!("{pointer}/patch")),
            (None, Some(merge)) if merge.as_object().is_some() => {
                Some(Change::Merge(merge.clone()))
            }
            (None, Some(merge)) => {
                let reason = format!("`merge` is an object, not {}", merge.kind_name());
                self.push(merge.span, &format!("{pointer}/merge"), reason, None);
                None
            }
            (Some(_), Some(merge)) => {
                let reason = "a correction has `patch` or `merge`, not both";
                let help = Some("make it two corrections");
                self.push(merge.key_span(), pointer, reason.to_owned(), help);
                None
            }
            (None, None) => {
                let reason = "a correction has `patch` (a JSON Patch) or `merge` (a merge patch)";
                self.push(json.key_span(), pointer, reason.to_owned(), None);
                None
            }
        };
        let named = json.get("schema").map_or(json.span, |value| value.span);
        let overlay = Overlay {
            schema: schema?,
            reason: reason?,
            change: change?,
            text: Arc::clone(self.text),
            span: json.key_span(),
            named,
            pointer: pointer.to_owned(),
        };
        (self.problems.len() == before).then_some(overlay)
    }

    fn patch(&mut self, json: &Json, pointer: &str) -> Option<Change> {
        let Some(items) = json.as_array() else {
            let reason = format!(
                "`patch` is an array of operations, not {}",
                json.kind_name()
            );
            self.push(json.span, pointer, reason, None);
            return None;
        };
        let steps: Vec<Option<Step>> = items
            .iter()
            .enumerate()
            .map(|(index, item)| self.step(item, &format!("{pointer}/{index}")))
            .collect();
        steps.into_iter().collect::<Option<_>>().map(Change::Patch)
    }

    fn step(&mut self, json: &Json, pointer: &str) -> Option<Step> {
        const KNOWN: [&str; 6] = ["add", "remove", "replace", "move", "copy", "test"];
        let name = self.text(json, "op", pointer, "says what is done")?;
        let path = self.place(json, "path", pointer);
        let operation = match name.as_str() {
            "add" => Operation::Add(self.value(json, pointer)?),
            "remove" => Operation::Remove,
            "replace" => Operation::Replace(self.value(json, pointer)?),
            "move" => Operation::Move(self.place(json, "from", pointer)?),
            "copy" => Operation::Copy(self.place(json, "from", pointer)?),
            "test" => Operation::Test(self.value(json, pointer)?),
            _ => {
                let near = nearest(&name, KNOWN);
                let help = near.map_or_else(
                    || format!("the operations are {}", KNOWN.join(", ")),
                    |near| format!("did you mean `{near}`?"),
                );
                let span = json.get("op").map_or(json.span, |value| value.span);
                let reason = format!("`{name}` is no operation of a JSON Patch");
                self.push(span, &format!("{pointer}/op"), reason, Some(&help));
                return None;
            }
        };
        Some(Step {
            operation,
            path: path?,
            span: json.get("path").map_or(json.span, |value| value.span),
            pointer: pointer.to_owned(),
        })
    }

    fn value(&mut self, json: &Json, pointer: &str) -> Option<Json> {
        let value = json.get("value").cloned();
        if value.is_none() {
            let reason = "this operation needs a `value`";
            self.push(json.span, pointer, reason.to_owned(), None);
        }
        value
    }

    fn place(&mut self, json: &Json, member: &str, pointer: &str) -> Option<String> {
        let path = self.text(json, member, pointer, "is a JSON Pointer")?;
        if is_pointer(&path) {
            return Some(path);
        }
        let help = if path.starts_with(['#', '/']) {
            "in a JSON Pointer, `~` is written `~0`, and no `#` stands before it".to_owned()
        } else {
            format!("a JSON Pointer begins with `/`: `/{path}`")
        };
        let span = json.get(member).map_or(json.span, |value| value.span);
        let reason = format!("`{path}` is no JSON Pointer");
        self.push(span, &format!("{pointer}/{member}"), reason, Some(&help));
        None
    }

    /// A member that is a text; only `path` and `from` may be empty.
    fn text(&mut self, json: &Json, member: &str, pointer: &str, what: &str) -> Option<String> {
        let value = json.get(member);
        let text = value.and_then(Json::as_str);
        let may_be_empty = matches!(member, "path" | "from");
        if let Some(text) = text.filter(|text| may_be_empty || !text.trim().is_empty()) {
            return Some(text.to_owned());
        }
        let span = value.map_or(json.key_span(), |value| value.span);
        let reason = format!("a text `{member}` that {what} is needed here");
        self.push(span, pointer, reason, None);
        None
    }

    fn push(&mut self, span: Span, pointer: &str, reason: String, help: Option<&str>) {
        let mut problem = Diagnostic::at(Kind::Overlay, self.text, span, reason).pointer(pointer);
        problem.help = help.map(str::to_owned);
        self.problems.push(problem);
    }
}
