//! The official JSON Schema Test Suite → generated types → verdicts.
//!
//! 1. `suite` reads the groups, `cases` those of the project itself.
//! 2. `modules` generates one module for each.
//! 3. `scratch` compiles them all, and sets aside the ones that do not compile.
//! 4. `trial` has every test read and written back.
//! 5. `score` says what passed, with `locations` that errors name what refuses
//!    and lead nowhere that is not there; `table` and `record` show it, `baseline`
//!    compares it, `expected` compares what is generated for the project's own cases.

mod baseline;
mod cases;
mod expected;
mod locations;
mod modules;
mod record;
mod score;
mod scratch;
mod suite;
mod table;
mod trial;

use crate::Failure;
use crate::cli::Conformance;
use crate::programs::compile;

/// Runs the suite.
pub(crate) fn conformance(command: &Conformance) -> Result<(), Failure> {
    let groups = match (&command.suite, &command.cases) {
        (_, Some(folder)) => cases::read(folder, command)?,
        (Some(folder), None) => suite::read(folder, command)?,
        (None, None) => Vec::new(),
    };
    if groups.is_empty() {
        return Err("no group of the suite is selected".into());
    }
    let of = if command.cases.is_some() {
        "case"
    } else {
        "suite"
    };
    let mut modules = modules::generate(&groups, command.also);
    let work = compile::folder(command.work.as_deref(), "conformance")?;
    let mut verdicts = Vec::new();
    for digits in [false, true] {
        let programs = scratch::build(&work, of, digits, command.also.derived, &mut modules)?;
        verdicts.extend(trial::run(
            &work,
            &programs,
            command.also.derived,
            &groups,
            &modules,
        )?);
    }
    let scores = score::of(&groups, &modules, verdicts);
    print!("{}", table::failures(&scores));
    print!("{}", table::contradictions(&scores));
    print!("{}", table::table(&scores));
    print!("{}", table::untyped(&scores));
    if let Some(path) = &command.json {
        record::write(path, &scores)?;
    }
    let blesses = std::env::var_os("BLESS").is_some();
    if blesses {
        baseline::record(&scores)?;
    }
    let mut missed = baseline::missed(&scores)?;
    missed.extend(locations::missed(&groups, &modules));
    missed.extend(expected::missed(&groups, blesses)?);
    if missed.is_empty() {
        Ok(())
    } else {
        Err(format!("below the baseline:\n{}", missed.join("\n")).into())
    }
}
