//! One schema object, as keywords read it.

use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Kind};
use crate::formats::{self, widths};
use crate::keywords::own::CustomKeyword;
use crate::keywords::reading::Source;
use crate::keywords::regex::Pattern;
use crate::keywords::table;
use crate::load::json::{Json, escape};
use crate::resolve::dialect::Dialect;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::Rule;
use crate::rules::temporal::Temporal;

use super::elsewhere;
use super::lowering::Lowering;
use super::schema::Schema;

/// A schema object with the rules that are being made.
pub(super) struct Reader<'l, 'a> {
    lowering: &'l mut Lowering<'a>,
    schema: Schema<'a>,
    /// Whether it is nothing but its `$ref`.
    is_bare: bool,
}

impl<'a> Lowering<'a> {
    /// Reads all keywords of a schema object.
    pub(super) fn keywords(&mut self, schema: Schema<'a>, rule: &mut Rule) {
        schema.notes(rule);
        let mut reader = Reader::new(self, schema);
        for assertion in table::read(&mut reader) {
            rule.assert(assertion);
        }
        reader.of_draft_3();
        rule.temporal = reader.temporal(rule);
        rule.parsed = reader.parsed(rule);
        rule.width = reader.number_format().and_then(widths::of);
        let has_fractions = rule.types().is_some_and(|it| it.contains(Kinds::FRACTION));
        let float = reader.number_format().filter(|_| has_fractions);
        rule.float = float.and_then(widths::Float::of);
    }
}

impl<'l, 'a> Reader<'l, 'a> {
    pub(super) fn new(lowering: &'l mut Lowering<'a>, schema: Schema<'a>) -> Self {
        Self {
            lowering,
            schema,
            is_bare: schema.dialect.is_bare_reference(schema.json),
        }
    }

    /// What a text means, where it is to convert to a date.
    pub(super) fn temporal(&self, rule: &Rule) -> Option<Temporal> {
        let format = self.format_of_texts(rule)?;
        self.lowering.config.types.dates.temporal(format)
    }

    /// The type that texts are read as.
    pub(super) fn parsed(&self, rule: &Rule) -> Option<String> {
        let format = self.format_of_texts(rule)?;
        let types = &self.lowering.config.types.formats;
        types.get(format).map(|setting| setting.value.clone())
    }

    /// The format, which names a type of numbers in an OpenAPI document.
    fn number_format(&self) -> Option<&str> {
        let documents = &self.lowering.graph.documents;
        let is_plain = documents.get(self.schema.document).format.is_plain();
        let format = self.get("format").filter(|_| !is_plain)?;
        format.as_str()
    }

    /// The format, where it is one of texts: without `type`, more than texts may
    /// stand there.
    fn format_of_texts(&self, rule: &Rule) -> Option<&str> {
        let format = self.get("format")?.as_str()?;
        let is_text = rule.types().is_some_and(|it| it.contains(Kinds::STRING));
        (is_text || self.asserts_format(format)).then_some(format)
    }

    /// Keywords that draft 3 had and draft 4 has no more, in a schema that
    /// names draft 3: they would be lost silently.
    pub(super) fn of_draft_3(&mut self) {
        if !self.schema.dialect.draft3 {
            return;
        }
        for (keyword, instead) in [
            ("extends", "`allOf`"),
            ("disallow", "`not`"),
            ("divisibleBy", "`multipleOf`"),
        ] {
            if let Some(json) = self.get(keyword) {
                let reason = format!("`{keyword}` is of draft 3, which is not supported");
                let help = format!("use {instead} and name a later draft in `$schema`");
                self.refuse(Kind::Keyword, keyword, json, reason, Some(&help));
            }
        }
    }
}

impl<'a> Source<'a> for Reader<'_, 'a> {
    fn get(&self, keyword: &str) -> Option<&'a Json> {
        let known = !self.is_bare || keyword == "$ref";
        known.then(|| self.schema.json.get(keyword)).flatten()
    }

    fn dialect(&self) -> Dialect {
        self.schema.dialect
    }

    fn subschema(&mut self, suffix: &str) -> Option<RuleId> {
        let pointer = format!("{}{suffix}", self.schema.pointer);
        let id = self.lowering.graph.at(self.schema.document, &pointer)?;
        Some(self.lowering.rule(id, self.schema.scope))
    }

    fn references(&mut self) -> Vec<RuleId> {
        let graph = self.lowering.graph;
        let references = graph.node(self.schema.id).references.iter();
        references
            .map(|reference| {
                let dynamic = reference.dynamic.as_deref();
                let scopes = &self.lowering.scopes;
                let found = dynamic.and_then(|name| scopes.find(self.schema.scope, name));
                let target = found.unwrap_or(reference.target);
                self.lowering.rule(target, self.schema.scope)
            })
            .collect()
    }

    fn pattern(&mut self, source: &str, suffix: &str, at: &Json, key: bool) -> Option<Pattern> {
        let known = self.lowering.patterns.entry(source.to_owned());
        let error = match known.or_insert_with(|| Pattern::new(source)) {
            Ok(pattern) => return Some(pattern.clone()),
            Err(error) => error.clone(),
        };
        let span = if key { at.key_span() } else { at.span };
        let reason = format!("`{source}` is not a regular expression of ECMA-262: {error}");
        let diagnostic = Diagnostic::at(Kind::Pattern, self.schema.text, span, reason)
            .pointer(format!("{}{suffix}", self.schema.pointer))
            .help(elsewhere::help(source));
        self.lowering.problems.push(diagnostic);
        None
    }

    fn refuse(&mut self, kind: Kind, keyword: &str, at: &Json, reason: String, help: Option<&str>) {
        let pointer = format!("{}/{}", self.schema.pointer, escape(keyword));
        let mut diagnostic = Diagnostic::at(kind, self.schema.text, at.span, reason);
        diagnostic.help = help.map(str::to_owned);
        self.lowering.problems.push(diagnostic.pointer(pointer));
    }

    fn opened(&self) -> Option<String> {
        let opened = self.lowering.places.open.get(&self.schema.id);
        opened.map(|setting| setting.value.clone())
    }

    fn custom(&self) -> Vec<Arc<dyn CustomKeyword>> {
        self.lowering.config.keywords.clone()
    }

    fn asserts_format(&self, format: &str) -> bool {
        let required = self.schema.dialect.format_assertion && formats::known(format).is_some();
        required || self.lowering.config.formats.asserts(format)
    }

    fn asserts_content(&self) -> bool {
        self.lowering.config.assert_content
    }
}
