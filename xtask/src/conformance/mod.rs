//! The official JSON Schema Test Suite → generated types → verdicts.
//!
//! 1. `suite` reads the groups.
//! 2. `modules` generates one module for each.
//! 3. `scratch` compiles them all, and sets aside the ones that do not compile.
//! 4. `trial` has every test read and written back.
//! 5. `score` says what passed; `table` and `record` show it, `baseline`
//!    compares it.

mod baseline;
mod modules;
mod progress;
mod record;
mod score;
mod scratch;
mod suite;
mod table;
mod trial;

use crate::Failure;
use crate::cli::Conformance;

/// Runs the suite.
pub(crate) fn conformance(command: &Conformance) -> Result<(), Failure> {
    let groups = suite::read(command)?;
    if groups.is_empty() {
        return Err("no group of the suite is selected".into());
    }
    let mut modules = modules::generate(&groups, &command.suite)?;
    let work = scratch::folder(command.work.as_deref())?;
    let mut verdicts = Vec::new();
    for digits in [false, true] {
        let programs = scratch::build(&work, digits, &mut modules)?;
        verdicts.extend(trial::run(&work, &programs, &groups, &modules)?);
    }
    let scores = score::of(&groups, &modules, verdicts);
    print!("{}", table::failures(&scores));
    print!("{}", table::table(&scores));
    print!("{}", table::untyped(&scores));
    if let Some(path) = &command.json {
        record::write(path, &scores)?;
    }
    if command.bless {
        baseline::record(&scores)?;
    }
    let missed = baseline::missed(&scores)?;
    if missed.is_empty() {
        Ok(())
    } else {
        Err(format!("below the baseline:\n{}", missed.join("\n")).into())
    }
}
