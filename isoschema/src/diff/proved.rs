//! Two schemas → what the one takes and the other does not.

use std::cell::OnceCell;

use serde_json::{Value, json};

use crate::kit::comparison::{Direction, Pair, Rest};
use crate::kit::forms::Forms;
use crate::kit::inline::{Inlined, inline_up_to};

use super::recursion::covers;
use super::relaxed::{ranked, relaxed};

/// Larger schemas are tried on documents alone: proofs grow faster than what they are of.
const MOST: usize = 20_000;

/// Two schemas without references.
pub(super) struct Written([Result<Inlined, String>; 2]);

impl Written {
    /// The old one and the new one, each with whether it asserts formats.
    pub(super) fn of(sides: [&Value; 2], formats: [bool; 2]) -> Self {
        let [old, new] = sides;
        Self([
            inline_up_to(old, formats[0], MOST),
            inline_up_to(new, formats[1], MOST),
        ])
    }

    /// Both as texts, with the dialects that they were in: drafts differ in what one keyword means.
    pub(super) fn texts(&self, sides: [&Value; 2]) -> Option<[String; 2]> {
        let [Ok(old), Ok(new)] = &self.0 else {
            return None;
        };
        let text = |schema: &Value, inlined: &Inlined| {
            json!([schema.get("$schema"), ranked(inlined)]).to_string()
        };
        Some([text(sides[0], old), text(sides[1], new)])
    }
}

/// Two schemas, and what was made of them.
pub(super) struct Compared<'p> {
    pub(super) pair: Pair<'p>,
    written: &'p Written,
    /// Whether the sides assert formats; `None` where one does alone.
    formats: Option<bool>,
    forms: OnceCell<Forms>,
}

impl<'p> Compared<'p> {
    /// Two schemas, each with whether it asserts formats.
    pub(super) fn of(pair: Pair<'p>, written: &'p Written, formats: [bool; 2]) -> Self {
        let [old, new] = formats;
        Self {
            pair,
            written,
            formats: (old == new).then_some(old),
            forms: OnceCell::new(),
        }
    }

    /// What one side takes alone.
    pub(super) fn rest(&self, direction: Direction) -> Rest {
        match self.relaxed(direction) {
            None | Some(Rest::Unknown(_)) => {
                let forms = self.forms.get_or_init(|| self.forms(&self.pair));
                self.difference(&self.pair, forms, direction)
            }
            Some(rest) => rest,
        }
    }

    /// The same, where the other side asks for no more than it does alone.
    fn relaxed(&self, direction: Direction) -> Option<Rest> {
        self.formats?;
        let [Ok(old), Ok(new)] = &self.written.0 else {
            return None;
        };
        let (schema, taken) = match direction {
            Direction::Refuses => (new, old),
            Direction::Takes => (old, new),
        };
        let less = relaxed(schema, taken)?;
        let (source, derived) = match direction {
            Direction::Refuses => (self.pair.source, &less),
            Direction::Takes => (&less, self.pair.derived),
        };
        let pair = Pair {
            source,
            derived,
            taken: self.pair.taken.clone(),
            given: self.pair.given.clone(),
        };
        Some(self.difference(&pair, &self.forms(&pair), direction))
    }

    fn forms(&self, pair: &Pair<'_>) -> Forms {
        match (self.formats, &self.written.0) {
            (Some(formats), [Ok(_), Ok(_)]) => pair.forms("Root", formats),
            (Some(_), [Err(reason), _] | [_, Err(reason)]) => Forms::none(reason),
            (None, _) => Forms::none("one side asserts formats and the other does not"),
        }
    }

    fn difference(&self, pair: &Pair<'_>, forms: &Forms, direction: Direction) -> Rest {
        let formats = self.formats.unwrap_or_default();
        let within = |small: &Inlined, large: &Inlined| covers(large, small, formats);
        pair.difference(forms, direction, &within)
    }
}
