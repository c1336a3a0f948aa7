//! Differences → what they mean for a release.

use super::{ApiDiff, Audience, Relation, SchemaDiff, Step, Verdict};

/// The outcome as a whole, and the release that it asks for.
pub(super) fn of(schemas: &[SchemaDiff], api: &ApiDiff, audience: Audience) -> (Verdict, Step) {
    let mut step = api.step;
    let mut undecided = api.doubt.is_some();
    for schema in schemas {
        step = step.max(step_of(schema, audience));
        undecided |= schema.relation == Relation::Unknown;
    }
    let verdict = match step {
        Step::Major => Verdict::Breaking,
        _ if undecided => Verdict::Undecided,
        Step::Minor => Verdict::Compatible,
        Step::None | Step::Patch => Verdict::Equal,
    };
    (verdict, step)
}

fn step_of(schema: &SchemaDiff, audience: Audience) -> Step {
    let breaks = match audience {
        Audience::Readers => schema.breaks_readers,
        Audience::Writers => schema.breaks_writers,
        Audience::Everyone => schema.breaks_readers || schema.breaks_writers,
    };
    match schema.relation {
        _ if breaks => Step::Major,
        Relation::Equal if schema.notes.is_empty() => Step::None,
        Relation::Equal => Step::Patch,
        Relation::Unknown => Step::None,
        _ => Step::Minor,
    }
}
