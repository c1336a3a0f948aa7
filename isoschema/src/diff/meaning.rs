//! Differences → what they mean for a release.

use super::{ApiDiff, Audience, OperationDiff, Relation, SchemaDiff, Step, Verdict};

/// What differences mean.
pub(super) struct Meaning {
    pub(super) verdict: Verdict,
    /// The release that they ask for: none is known where something that could
    /// ask for more is undecided.
    pub(super) step: Option<Step>,
    pub(super) undecided: Vec<String>,
}

/// The outcome as a whole, and the release that it asks for.
pub(super) fn of(
    schemas: &[SchemaDiff],
    operations: &[OperationDiff],
    api: &ApiDiff,
    audience: Audience,
) -> Meaning {
    let changes = || operations.iter().flat_map(|it| &it.changes);
    let of_operations = changes().map(|it| {
        if is_broken(audience, it.breaks_readers, it.breaks_writers) {
            Step::Major
        } else if it.doubt.is_some() {
            Step::None
        } else {
            Step::Minor
        }
    });
    let steps = schemas.iter().map(|schema| step_of(schema, audience));
    let step = steps.chain(of_operations).fold(api.step, Step::max);
    let mut undecided: Vec<String> = schemas
        .iter()
        .filter(|schema| schema.relation == Relation::Unknown)
        .flat_map(doubts)
        .collect();
    undecided.extend(operations.iter().flat_map(|one| {
        let doubts = one.changes.iter().filter_map(|it| it.doubt.as_ref());
        doubts.map(|doubt| format!("{}: {doubt}", one.operation))
    }));
    undecided.extend(api.doubt.clone());
    let verdict = match step {
        Step::Major => Verdict::Breaking,
        _ if !undecided.is_empty() => Verdict::Undecided,
        Step::Minor => Verdict::Compatible,
        Step::None | Step::Patch => Verdict::Equal,
    };
    Meaning {
        verdict,
        step: (verdict != Verdict::Undecided).then_some(step),
        undecided,
    }
}

/// What is in doubt in a schema: where, and why.
fn doubts(schema: &SchemaDiff) -> Vec<String> {
    let locations = schema.locations.iter();
    locations
        .filter_map(|location| {
            let doubt = location.doubt.as_ref()?;
            Some(format!("{}: {doubt}", location.location))
        })
        .collect()
}

fn is_broken(audience: Audience, readers: bool, writers: bool) -> bool {
    match audience {
        Audience::Readers => readers,
        Audience::Writers => writers,
        Audience::Everyone => readers || writers,
    }
}

fn step_of(schema: &SchemaDiff, audience: Audience) -> Step {
    let breaks = is_broken(audience, schema.breaks_readers, schema.breaks_writers);
    let added = schema.definitions.iter();
    let is_added = added.clone().any(|it| it.relation == Relation::Added);
    match schema.relation {
        _ if breaks => Step::Major,
        Relation::Equal if is_added => Step::Minor,
        Relation::Equal if schema.notes.is_empty() => Step::None,
        Relation::Equal => Step::Patch,
        Relation::Unknown => Step::None,
        _ => Step::Minor,
    }
}
