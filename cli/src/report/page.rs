//! The types → the page that shows them.

use isoschema::Generated;
use isoschema::samples::Miss;
use maud::{Markup, html};

use crate::page::Page;

use super::map::{HEIGHT, Map, WIDTH};
use super::types::Type;

/// The page.
pub(super) fn page(title: &str, generated: &Generated, types: &[Type<'_>]) -> String {
    Page {
        title: &format!("Types of {title}"),
        noun: "type",
        list: types
            .iter()
            .map(|it| (it.name, it.name.to_owned()))
            .collect(),
        main: html! {
            (summary(generated, types))
            (drawn(types))
            @for it in types { (section(it, types)) }
            (warnings(generated))
        },
        script: include_str!("map.js"),
    }
    .text()
}

fn summary(generated: &Generated, types: &[Type<'_>]) -> Markup {
    let report = &generated.report;
    let missing = types.iter().map(|it| it.misses.len()).sum::<usize>();
    html! {
        section #summary {
            dl {
                dt { "Types" } dd { (types.len()) }
                dt { "Places with a Rust type" } dd { (report.typed) " of " (report.shapes) }
                dt { "Raw values" } dd { (report.values.len()) }
                dt { "Weakened promises" } dd { (report.weakened.len()) }
                dt { "Constraints with a document that misses them" } dd { (missing) }
            }
            @if !report.undecided.is_empty() {
                p { "Only drawn documents judge what a comparison of derived schemas cannot:" }
                ul { @for it in &report.undecided { li { code { (it.schema) } ": " (it.reason) } } }
            }
        }
    }
}

fn drawn(types: &[Type<'_>]) -> Markup {
    let map = Map::of(types);
    html! {
        section #map aria-label="Map of the types" {
            h2 { "Map" }
            p { "What a type holds stands to the right of it. Zoom with the wheel or + and −, move with the arrows, 0 shows all." }
            svg #drawing tabindex="0" role="group" aria-label="Map"
                viewBox={ "0 0 " (map.width) " " (map.height) }
                data-width=(map.width) data-height=(map.height) {
                @for arrow in &map.arrows {
                    path d=(map.path(*arrow)) data-from=(types[arrow.0].name) data-to=(types[arrow.1].name) {}
                }
                @for (it, (x, y)) in types.iter().zip(&map.boxes) {
                    a href={ "#" (it.name) } data-type=(it.name) {
                        title { (it.name) }
                        rect x=(x) y=(y) width=(WIDTH) height=(HEIGHT) rx="5" {}
                        text x=(x + 10) y=(y + 20) { (short(it.name)) }
                    }
                }
            }
        }
    }
}

/// A name that fits into a box.
fn short(name: &str) -> String {
    if name.chars().count() <= 26 {
        return name.to_owned();
    }
    let start: String = name.chars().take(25).collect();
    start + "…"
}

fn section(it: &Type<'_>, types: &[Type<'_>]) -> Markup {
    html! {
        section.type id=(it.name) tabindex="-1" {
            h2 { (it.name) " " small { code { (it.place) } } }
            @for (head, text) in &it.notes { p.note { b { (head) } ": " (text) } }
            div.both {
                figure { figcaption { "Rust" } pre { code { (it.rust) } } }
                figure { figcaption { "Schema" } pre { code { (it.schema) } } }
            }
            @if !it.holds.is_empty() {
                p { "Holds "
                    @for (index, held) in it.holds.iter().enumerate() {
                        @if index > 0 { ", " }
                        a href={ "#" (types[*held].name) } { (types[*held].name) }
                    }
                }
            }
            @if let Some(fitting) = it.fitting {
                details { summary { "A document that fits" } pre { code { (fitting) } } }
            }
            @for miss in &it.misses { (missed(miss)) }
        }
    }
}

fn missed(miss: &Miss) -> Markup {
    html! {
        details.miss {
            summary { (miss.error) }
            p { "Refused by " code { (miss.schema) } }
            pre { code { (miss.document) } }
        }
    }
}

fn warnings(generated: &Generated) -> Markup {
    html! {
        section #warnings {
            h2 { "Warnings" }
            @if let Some(warnings) = &generated.warnings {
                ul { @for warning in warnings { li { pre { (warning.to_string()) } } } }
            } @else {
                p { "None." }
            }
        }
    }
}
