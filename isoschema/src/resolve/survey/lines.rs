//! Schemas one after the other: each is named by its `$id` or its `title`.

use super::Survey;
use super::place::Place;
use crate::load::document::stem;

impl Survey<'_> {
    pub(super) fn lines(&mut self, document: &Place) {
        for (index, place) in document.all() {
            let id = place.text("$id").or_else(|| place.text("id"));
            let id = id.map(|id| id.trim_end_matches(['#', '/']));
            let id = id.map(|id| stem(id.rsplit('/').next().unwrap_or(id)));
            let name = id.or_else(|| place.text("title"));
            let name =
                name.map_or_else(|| format!("{} {index}", document.held.name), str::to_owned);
            self.schema(&place, &name, "Schema");
        }
    }
}
