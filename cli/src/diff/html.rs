//! What changed → a page with both sides.

use isoschema::diff::{Diff, Evidence, LocationDiff, SchemaDiff, Side, Step};
use maud::{Markup, html};
use serde_json::Value;
use similar::{ChangeTag, TextDiff};

use crate::page::Page;

/// The page.
pub(super) fn page(found: &Diff, old: &Side, new: &Side) -> String {
    let told: Vec<&SchemaDiff> = found.schemas.iter().filter(|it| it.is_told()).collect();
    let names = told.iter().map(|it| it.name.as_str());
    Page {
        title: &format!("Schemas: {}", found.verdict),
        noun: "schema",
        list: names.zip((0..).map(place)).collect(),
        main: html! {
            (summary(found))
            @for (index, schema) in told.iter().enumerate() {
                section id=(place(index)) tabindex="-1" { (section(found, schema, old, new)) }
            }
            (operations(found))
            (rust(found))
        },
        script: "",
    }
    .text()
}

/// Names may have anything in them.
fn place(index: usize) -> String {
    format!("schema-{index}")
}

fn summary(found: &Diff) -> Markup {
    html! {
        section #summary {
            p { code { (found.old) } " → " code { (found.new) } }
            p { (found.summary()) "." }
            @if !found.next.is_empty() {
                h2 { "What to do next" }
                ul { @for step in &found.next { li { (step) } } }
            }
            @if !found.moves.is_empty() {
                h2 { "Moved or renamed, as it seems" }
                table {
                    tr { th { "was" } th { "is" } th { "schemas" } th { "names" } th { "values" } }
                    @for one in &found.moves {
                        tr {
                            td { code { (one.old) } }
                            td { code { (one.new) } }
                            td { (one.similarity) " % the same" }
                            td { (one.names) " %" }
                            td { (one.relation.word()) }
                        }
                    }
                }
            }
        }
    }
}

fn section(found: &Diff, schema: &SchemaDiff, old: &Side, new: &Side) -> Markup {
    let breaks = schema.breaks();
    html! {
        h2 { (schema.name) " " small { (schema.relation.word()) } }
        @if let (Some(earlier), Some(percent)) = (&schema.renamed_from, schema.similarity) {
            p { "was " code { (earlier) } ", " (percent) " % the same" }
        }
        @if !breaks.is_empty() { p.breaks { "breaks " (breaks) } }
        @for location in schema.locations.iter().filter(|it| it.is_cause()) {
            (location_of(found, location, old, new))
        }
        @let referred = schema.locations.iter().filter(|it| !it.is_cause());
        @let referred: Vec<&str> = referred.map(|it| it.location.as_str()).collect();
        @if !referred.is_empty() {
            details {
                summary { "By what is inside or referred to" }
                ul { @for location in referred { li { code { (location) } } } }
            }
        }
        @if !schema.locations.iter().any(LocationDiff::is_cause) {
            @if let Some(first) = schema.locations.first() { (examples(first)) }
        }
        @for note in &schema.notes {
            p.note { "note: " code { (note.location) " " (note.to_string()) } }
        }
    }
}

fn location_of(found: &Diff, location: &LocationDiff, old: &Side, new: &Side) -> Markup {
    let was = location.was.as_ref().unwrap_or(&location.location);
    let text =
        |schema: Option<&Value>| schema.map_or_else(String::new, |schema| format!("{schema:#}\n"));
    let (before, after) = (text(old.schema(was)), text(new.schema(&location.location)));
    html! {
        h3 { (location.relation.word()) " " code { (location.place()) } }
        @if !location.changes.is_empty() {
            ul { @for change in &location.changes { li { code { (change.to_string()) } } } }
        }
        div.both {
            figure { figcaption { "Old" } pre { code { (lines(&before, &after, ChangeTag::Delete)) } } }
            figure { figcaption { "New" } pre { code { (lines(&before, &after, ChangeTag::Insert)) } } }
        }
        @if let Some(doubt) = location.doubted(found) { p.breaks { (doubt) } }
        (examples(location))
    }
}

/// The lines of one side, those that it has alone marked.
fn lines(before: &str, after: &str, own: ChangeTag) -> Markup {
    let compared = TextDiff::from_lines(before, after);
    html! {
        @for change in compared.iter_all_changes() {
            @if change.tag() == ChangeTag::Equal { (change.value()) }
            @else if change.tag() == own {
                @if own == ChangeTag::Delete { del { (change.value()) } }
                @else { ins { (change.value()) } }
            }
        }
    }
}

fn examples(location: &LocationDiff) -> Markup {
    html! {
        @if let Some(lost) = &location.lost {
            (example("Accepted before, refused now", lost))
        }
        @if let Some(gained) = &location.gained {
            (example("Refused before, accepted now", gained))
        }
    }
}

/// A document with the place that one side refuses marked.
fn example(head: &str, evidence: &Evidence) -> Markup {
    let Some(document) = evidence.document() else {
        return html! {};
    };
    html! {
        p { (head) @if let Some(why) = &evidence.refused { ": it " (why) } }
        pre { code {
            @for (index, line) in document.lines.iter().enumerate() {
                @if let Some((at, start, length)) = document.mark && at == index {
                    @let part = |from: usize, most: usize| line.chars().skip(from).take(most).collect::<String>();
                    (part(0, start)) mark { (part(start, length)) } (part(start + length, line.len()))
                } @else { (line) }
                "\n"
            }
        } }
    }
}

fn operations(found: &Diff) -> Markup {
    html! {
        @if !found.operations.is_empty() {
            section #operations {
                h2 { "Operations" }
                table {
                    @for one in &found.operations {
                        @for change in &one.changes {
                            tr {
                                td { (mark(change.is_breaking())) }
                                td { code { (one.operation) } }
                                td { (change.to_string()) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn mark(breaks: bool) -> Markup {
    html! { @if breaks { span.breaks { "breaks" } } @else { "fits" } }
}

fn rust(found: &Diff) -> Markup {
    html! {
        @if !found.api.changes.is_empty() || found.api.doubt.is_some() {
            section #rust {
                h2 { "Rust types" }
                @if let Some(doubt) = &found.api.doubt { p.breaks { (doubt) } }
                table {
                    @for change in &found.api.changes {
                        tr {
                            td { (mark(change.step == Step::Major)) }
                            td { code { (change.to_string()) } }
                        }
                    }
                }
            }
        }
    }
}
