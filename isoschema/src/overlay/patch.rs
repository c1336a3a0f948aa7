//! JSON Patch, RFC 6902: one step at a time.

use super::place::{Failed, depth, find, find_mut, index, settle, shown, split};
use crate::diagnostics::text::Span;
use crate::load::json::{Json, JsonKind, is_below};
use crate::load::parse::NESTING;
use crate::words::counted;

/// One operation.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) operation: Operation,
    /// What it is about in the document.
    pub(super) path: String,
    /// Its place in the correction's text.
    pub(super) span: Span,
    /// Its JSON Pointer in the correction's text.
    pub(super) pointer: String,
}

/// What an operation does.
#[derive(Debug, Clone)]
pub(super) enum Operation {
    Add(Json),
    Remove,
    Replace(Json),
    Move(String),
    Copy(String),
    Test(Json),
}

impl Step {
    /// The pointers of what the step changes.
    pub(super) fn changes(&self) -> Vec<&str> {
        match &self.operation {
            Operation::Test(_) => Vec::new(),
            Operation::Move(from) => vec![from, &self.path],
            _ => vec![&self.path],
        }
    }

    /// Does what it says.
    pub(super) fn apply(&self, root: &mut Json) -> Result<(), Failed> {
        match &self.operation {
            Operation::Add(value) => add(root, &self.path, value.clone()),
            Operation::Remove => remove(root, &self.path).map(drop),
            Operation::Replace(value) => replace(root, &self.path, value.clone()),
            Operation::Copy(from) => {
                let value = find(root, from)?.clone();
                add(root, &self.path, value)
            }
            Operation::Move(from) => {
                if from == &self.path {
                    return find(root, from).map(drop);
                }
                if is_below(&self.path, from) {
                    let reason = format!("`{from}` cannot be moved into itself");
                    return Err(Failed::new(reason));
                }
                let value = remove(root, from)?;
                add(root, &self.path, value)
            }
            Operation::Test(wanted) => {
                let found = find(root, &self.path)?;
                if found.same_value(wanted) {
                    return Ok(());
                }
                Err(Failed {
                    reason: format!(
                        "the test fails: at `{}` there is {}, not {}",
                        self.path,
                        shown(found),
                        shown(wanted)
                    ),
                    help: None,
                })
            }
        }
    }
}

fn add(root: &mut Json, path: &str, mut value: Json) -> Result<(), Failed> {
    let Some((parent, token)) = split(path) else {
        return replace(root, path, value);
    };
    fits(path, &value)?;
    let container = find_mut(root, parent)?;
    let span = container.key_span();
    settle(&mut value, span, None);
    match &mut container.kind {
        JsonKind::Object(members) => {
            if let Some(old) = members.get(&token) {
                settle(&mut value, old.span, old.key);
            }
            members.insert(token, value);
            Ok(())
        }
        JsonKind::Array(items) => {
            let end = items.len();
            let at = if token == "-" {
                Some(end)
            } else {
                index(&token, end)
            };
            let Some(at) = at else {
                let reason = format!(
                    "nothing can be added at `{path}`: the array `{parent}` has {}",
                    counted(end, "item")
                );
                return Err(Failed {
                    reason,
                    help: Some("`-` stands for the end of an array".to_owned()),
                });
            };
            // These keywords hold sets: once more says nothing new.
            let set = ["/enum", "/required", "/type"];
            if set.iter().any(|keyword| parent.ends_with(keyword))
                && items.iter().any(|item| item.same_value(&value))
            {
                return Err(Failed {
                    reason: format!("`{parent}` has {} already", shown(&value)),
                    help: None,
                });
            }
            items.insert(at, value);
            Ok(())
        }
        _ => Err(Failed::new(format!(
            "nothing can be added at `{path}`: `{parent}` is {}",
            container.kind_name()
        ))),
    }
}

fn remove(root: &mut Json, path: &str) -> Result<Json, Failed> {
    let Some((parent, token)) = split(path) else {
        return Err(Failed::new("the whole schema cannot be removed"));
    };
    find(root, path)?;
    let container = find_mut(root, parent)?;
    let removed = match &mut container.kind {
        JsonKind::Object(members) => members.shift_remove(&token),
        JsonKind::Array(items) => index(&token, items.len())
            .filter(|at| *at < items.len())
            .map(|at| items.remove(at)),
        _ => None,
    };
    removed.ok_or_else(|| Failed::new(format!("there is nothing at `{path}`")))
}

fn replace(root: &mut Json, path: &str, mut value: Json) -> Result<(), Failed> {
    fits(path, &value)?;
    let old = find_mut(root, path)?;
    settle(&mut value, old.span, old.key);
    *old = value;
    Ok(())
}

/// Refuses what would nest too deep for the stages that follow.
fn fits(path: &str, value: &Json) -> Result<(), Failed> {
    if path.matches('/').count() + depth(value) <= NESTING {
        return Ok(());
    }
    let reason = format!("with this, the schema would have more than {NESTING} levels of nesting");
    Err(Failed::new(reason))
}
