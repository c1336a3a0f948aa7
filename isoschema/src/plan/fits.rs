//! Whether a given value fits, decided while generating.

use std::sync::LazyLock;

use crate::evaluate::run::Run;
use crate::keywords::conditional::Conditional;
use crate::keywords::evaluation::Judging as _;
use crate::keywords::keyword::Role;
use crate::keywords::table::Assertion;
use crate::load::json::{Json, JsonKind};
use crate::rules::id::RuleId;

use super::atoms::Atom;
use super::model::{Check, Part};
use super::planner::Planner;

/// Both of them.
static BOOLEANS: LazyLock<[Json; 2]> =
    LazyLock::new(|| [false, true].map(|value| Json::new(JsonKind::Bool(value))));

/// Null.
static NULL: LazyLock<Json> = LazyLock::new(|| Json::new(JsonKind::Null));

impl Planner<'_> {
    /// Whether null fits every atom. It is asked for again and again, so that
    /// what rules say of it is kept.
    pub(super) fn fits_null(&self, atoms: &[Atom]) -> bool {
        let mut atoms = atoms.iter();
        atoms.all(|atom| self.fits_atom(&self.about_null, &NULL, *atom))
    }

    /// Whether `false` and `true` fit every atom; the same holds.
    pub(super) fn fit_booleans(&self, atoms: &[Atom]) -> [bool; 2] {
        let fits = |(run, value): (&Run<'_, 'static>, &'static Json)| {
            atoms.iter().all(|atom| self.fits_atom(run, value, *atom))
        };
        let [no, yes] = &self.about_booleans;
        [(no, &BOOLEANS[0]), (yes, &BOOLEANS[1])].map(fits)
    }

    /// Whether a value fits every atom.
    pub(super) fn fits(&self, value: &Json, atoms: &[Atom]) -> bool {
        let run = Run::new(self.ground);
        atoms.iter().all(|atom| self.fits_atom(&run, value, *atom))
    }

    fn fits_atom<'d>(&self, run: &Run<'_, 'd>, value: &'d Json, atom: Atom) -> bool {
        let of_shape = |it: &Assertion| match it.word().role() {
            Role::Kinds | Role::Values | Role::Shape => true,
            Role::Joined | Role::Union | Role::Rest | Role::Predicate => false,
        };
        match atom {
            Atom::Own(rule) => run.fits(rule, value, of_shape),
            Atom::Union(..) | Atom::Rest(..) | Atom::Check(_) => {
                self.fits_check(run, value, atom.check())
            }
        }
    }

    fn fits_check<'d>(&self, run: &Run<'_, 'd>, value: &'d Json, check: Check) -> bool {
        let whole = |rule: RuleId| run.ask(rule, value).valid;
        match check.part {
            // What members match by their names' patterns, the rest of the rule
            // says, too; what is left over, nothing says without the rest.
            Part::Whole | Part::Patterns => whole(check.rule),
            Part::Keyword(word) if word.role() == Role::Rest => whole(check.rule),
            Part::Keyword(word) => run.fits(check.rule, value, |it| it.word() == word),
            Part::Unless => {
                let conditional = self.rules.get(check.rule).get::<Conditional>();
                conditional.is_none_or(|it| !whole(it.condition))
            }
        }
    }
}
