//! A type takes a document exactly when the validator of the `jsonschema`
//! crate does: on drawn documents, half of them valid, half with one fault.

use std::sync::atomic::{AtomicUsize, Ordering};

#[path = "../isoschema/proof/mod.rs"]
mod proof;
mod support;

/// The `type`s that no document can break alone: those of alternatives that
/// `schemas/corrections.toml` gives one, beside the same `type`.
const UNBREAKABLE: &[&str] = &[
    "/$defs/order_line/properties/waiver/oneOf/",
    "/$defs/orders_search_req/anyOf/",
    "/$defs/orders_search_req/properties/bookingDateTime/anyOf/",
    "/$defs/orders_search_req/properties/creationDateTime/anyOf/",
    "/$defs/orders_search_req/properties/lastUpdateDateTime/anyOf/",
    "/$defs/post_leads-opportunities_search/properties/data/items/anyOf/",
];

#[test]
fn types_and_validator_agree() {
    let [tried, refused, beyond] = [const { AtomicUsize::new(0) }; 3];
    support::every(|subject, sources| {
        let found = proof::accept(subject, sources, support::documents(), 1)?;
        tried.fetch_add(found.documents, Ordering::Relaxed);
        refused.fetch_add(found.invalid, Ordering::Relaxed);
        beyond.fetch_add(found.beyond, Ordering::Relaxed);
        if !found.passed() {
            return Err(found.report());
        }
        if found.documents < support::documents() {
            return Err(format!("only {} documents were tried", found.documents));
        }
        let mut missed = found.coverage.missed();
        missed.retain(|key| {
            let mut known = UNBREAKABLE.iter();
            !(key.ends_with("/type") && known.any(|known| key.starts_with(known)))
        });
        if missed.is_empty() {
            Ok(())
        } else {
            Err(format!("no document breaks {missed:?} alone"))
        }
    });
    println!(
        "{} documents tried, {} of them invalid, {} beyond the stated limits of numbers, 0 disagreed on",
        tried.load(Ordering::Relaxed),
        refused.load(Ordering::Relaxed),
        beyond.load(Ordering::Relaxed),
    );
}

#[test]
fn repeated_members_are_refused() {
    support::every(|subject, sources| {
        let found = proof::duplicates(subject, sources, support::documents() / 4, 3)?;
        if found.passed() {
            Ok(())
        } else {
            Err(found.report())
        }
    });
}
