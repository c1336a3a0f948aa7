//! Schemas and configurations, drawn together: what a configuration does not
//! mean to change, it does not change.
//!
//! 1. `draw` makes sets of schemas from seeds.
//! 2. `settings` draws configurations for each, `module` generates a module
//!    for each, and one for the default.
//! 3. `programs` compiles them, in several editions and with several features.
//!    A warning is a fault.
//! 4. `meaning` draws documents and has the validator judge them.
//! 5. `judge` compares every answer with the validator's and the default's.

mod draw;
mod judge;
mod meaning;
mod module;
mod programs;
mod run;
mod settings;
#[cfg(test)]
mod tests;

#[expect(
    clippy::disallowed_methods,
    reason = "what tests alone read, without the engine"
)]
#[path = "../../../isoschema/proof/mod.rs"]
mod proof;

use crate::Failure;
use crate::cli::Matrix;
use crate::programs::{compile, parallel};

use draw::Set;
use run::Run;
use settings::{PROGRAMS, Settings};

/// Runs the matrix.
pub(crate) fn matrix(command: &Matrix) -> Result<(), Failure> {
    let work = compile::folder(command.work.as_deref(), "matrix")?;
    let seeds: Vec<u64> = (0..command.schemas as u64)
        .map(|index| command.seed.wrapping_add(index))
        .collect();
    let sets: Vec<Set> = seeds.iter().map(|seed| Set::draw(*seed)).collect();
    let numbers: Vec<usize> = (0..sets.len()).collect();
    let programs = command.programs.clamp(2, PROGRAMS.len());
    let made = parallel::each("generating", &numbers, |&number| {
        let set = &sets[number];
        let mut rng = fastrand::Rng::with_seed(set.seed ^ 0x5e77);
        let drawn = (0..command.configurations)
            .map(|_| (Settings::draw(set, &mut rng), rng.usize(1..programs)));
        let settings = std::iter::once((Settings::default(), 0)).chain(drawn);
        settings
            .enumerate()
            .map(|(index, (settings, program))| {
                let place = number * (command.configurations + 1) + index;
                let made = module::generate(set, number, &settings, program, place);
                (settings, program, made)
            })
            .collect::<Vec<_>>()
    });
    let mut run = Run::new(&work, sets);
    for (number, modules) in made.into_iter().enumerate() {
        run.add(number, modules);
    }
    run.build()?;
    run.judge(command.documents)?;
    run.conclude()
}
