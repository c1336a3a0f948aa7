//! Programs and the groups' documents → answers.

use std::path::Path;

use super::modules::{Made, Modules};
use super::scratch::Program;
use super::suite::Group;
use crate::Failure;
use crate::programs::ask::{self, Answered};
use crate::programs::progress;

/// The place of the derived schema among the answers for a group's tests.
pub(crate) const SCHEMA: usize = usize::MAX;

/// The place of what the program says that uses the types.
pub(crate) const USE: usize = usize::MAX - 1;

/// Has every test of the groups in these programs tried.
pub(crate) fn run(
    work: &Path,
    programs: &[Program],
    derived: bool,
    groups: &[Group],
    modules: &Modules,
) -> Result<Vec<Answered>, Failure> {
    let mut answers = Vec::new();
    let bar = progress::bar("reading", programs.len());
    for program in programs {
        let mut open = Vec::new();
        for (number, (group, made)) in groups.iter().zip(&modules.made).enumerate() {
            let Made::Module { index, .. } = made else {
                continue;
            };
            let module = &modules.modules[*index];
            if module.fault.is_some() || !program.modules.contains(index) {
                continue;
            }
            if derived {
                open.push(((number, SCHEMA), format!("{}\tnull\n", module.name)));
            }
            if group.program.is_some() {
                open.push(((number, USE), format!("use {}\tnull\n", module.name)));
            }
            for (place, test) in group.tests.iter().enumerate() {
                let text = serde_json::to_string(&test.data)?;
                open.push(((number, place), format!("{}\t{text}\n", module.name)));
            }
        }
        answers.append(&mut ask::answers(work, &program.path, &open)?);
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(answers)
}
