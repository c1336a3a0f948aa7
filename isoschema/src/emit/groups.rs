//! Operations → the module of each type: that of the one tag, or of the one operation, that uses it.

use std::collections::HashMap;

use crate::config::kinds::Layout;
use crate::plan::model::{Model, TypeId};
use crate::rules::id::RuleId;

/// What types have a module for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Group {
    /// What the module is called after.
    pub(super) name: String,
    /// What is said of the module.
    pub(super) doc: String,
}

/// Who uses a type.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Used {
    ByNone,
    By(usize),
    BySeveral,
}

impl Used {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::ByNone, only) | (only, Self::ByNone) => only,
            (one, two) if one == two => one,
            _ => Self::BySeveral,
        }
    }
}

/// The group of each type; none for what several use, or nothing, and in other layouts.
pub(super) fn groups(model: &Model, layout: Layout) -> (Vec<Group>, Vec<Option<usize>>) {
    let mut used = vec![Used::ByNone; model.types.len()];
    let mut groups: Vec<Group> = Vec::new();
    if !matches!(layout, Layout::Tags | Layout::Operations) {
        return (groups, vec![None; model.types.len()]);
    }
    let roots = model.rules.roots.iter().zip(&model.roots);
    let types: HashMap<RuleId, TypeId> = roots.map(|(root, ty)| (root.rule, ty.id)).collect();
    let mut known: HashMap<Group, usize> = HashMap::new();
    let mut open = Vec::new();
    for operation in &model.rules.operations {
        let group = match layout {
            Layout::Tags => operation.tags.first().map(|tag| Group {
                name: tag.clone(),
                doc: format!("What operations tagged `{}` carry.", plain(tag)),
            }),
            _ => Some(Group {
                name: operation.name.clone(),
                doc: format!(
                    "What `{} {}` carries.",
                    operation.method,
                    plain(&operation.path)
                ),
            }),
        };
        // One without a tag is an owner, too, of what goes to the outermost module.
        let own = group.map_or(Used::BySeveral, |group| {
            let index = *known.entry(group.clone()).or_insert_with(|| {
                groups.push(group);
                groups.len() - 1
            });
            Used::By(index)
        });
        let parameters = operation.parameters.iter().map(|(_, rule)| rule);
        let responses = operation
            .responses
            .iter()
            .filter_map(|(_, rule)| rule.as_ref());
        for rule in operation.request.iter().chain(parameters).chain(responses) {
            open.extend(types.get(rule).map(|id| (*id, own)));
        }
    }
    // What a type is used by changes twice at most.
    while let Some((id, own)) = open.pop() {
        let index = id.0 as usize;
        let both = used[index].and(own);
        if both != used[index] {
            used[index] = both;
            open.extend(model.types[index].shape.named().map(|inner| (inner, both)));
        }
    }
    let group = |used: Used| match used {
        Used::By(group) => Some(group),
        Used::ByNone | Used::BySeveral => None,
    };
    (groups, used.into_iter().map(group).collect())
}

/// A text as it stands in backquotes.
fn plain(text: &str) -> String {
    crate::words::shown(text).replace('`', "'")
}
