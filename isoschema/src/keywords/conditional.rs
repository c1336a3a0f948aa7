//! `if` with `then` and `else`: what a value fits, by whether it fits a
//! condition (draft 2020-12, core, section 10.2.2).

use super::prelude::*;
/// A condition and what it decides; at least one of the two is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conditional {
    /// The condition.
    pub condition: RuleId,
    /// Applies where the condition holds.
    pub then: Option<RuleId>,
    /// Applies where it does not.
    pub otherwise: Option<RuleId>,
    /// Says of an object just that the condition does not hold, where a rule can: it has a shape, and asks nothing
    /// that the condition has not asked.
    pub fails: Option<RuleId>,
}

impl Keyword for Conditional {
    fn subschemas(&self, visit: &mut dyn FnMut(Applies, RuleId)) {
        visit(Applies::Condition, self.condition);
        for rule in self.then.iter().chain(&self.otherwise) {
            visit(Applies::Branch, *rule);
        }
    }

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        let held = on.probe(self.condition);
        let next = if held.valid {
            on.saw(&held);
            self.then
        } else {
            self.otherwise
        };
        if let Some(next) = next {
            let outcome = on.ask(next);
            let since = if held.valid {
                Since::Holds(self.condition)
            } else {
                Since::Fails(self.condition)
            };
            on.join_since(&outcome, since);
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let mode = code.mode();
        let holds = code.emitter().words(self.condition);
        let fails = [Said::denied(&holds)];
        let mut branch = |rule: Option<RuleId>, since: &[Said]| {
            rule.map(|rule| code.emitter().apply_since(rule, mode, since))
                .unwrap_or_default()
        };
        let (then, otherwise) = (branch(self.then, &holds), branch(self.otherwise, &fails));
        if mode == Mode::Check && then.is_empty() && otherwise.is_empty() {
            return TokenStream::new();
        }
        let alternative = (!otherwise.is_empty()).then(|| quote!(else { #otherwise }));
        let condition = code.emitter().function(self.condition, mode);
        match mode {
            Mode::Mark => quote! {
                let mut condition = marks.fresh();
                if tape.quietly(|| #condition(tape, at, &mut condition)).is_ok() {
                    marks.merge(&condition);
                    #then
                } #alternative
            },
            Mode::Check if then.is_empty() => {
                quote!(if !tape.fits(at, #condition) { #otherwise })
            }
            Mode::Check => quote!(if tape.fits(at, #condition) { #then } #alternative),
        }
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        // A second condition would take the branches of the first.
        schema.beside(&["if", "then", "else"], |schema| {
            schema.schema("if", self.condition)?;
            if let Some(then) = self.then {
                schema.schema("then", then)?;
            }
            self.otherwise
                .map_or(Some(()), |rule| schema.schema("else", rule))
        })
    }

    fn describe(&self) -> Option<Phrase> {
        None
    }
}

impl Conditional {
    /// The statements that refuse where the condition holds.
    pub fn denied(&self, code: &mut Emission<'_>) -> TokenStream {
        let check = code.emitter().function(self.condition, Mode::Check);
        let words = code.emitter().words(self.condition);
        let refuse = code.refuse("if", &Said::forbidden(&words));
        quote!(if tape.fits(at, #check) { #refuse })
    }
}

impl Read for Conditional {
    const NAME: &'static str = "if";
    const KINDS: Kinds = Kinds::ALL;
    const SUBJECT: Subject = Subject::Node;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Union;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] = &[
        Spelling::new("if", Vocabulary::Applicator, Holds::Schema)
            .since(Draft::Draft7)
            .in_place(),
        Spelling::new("then", Vocabulary::Applicator, Holds::Schema)
            .since(Draft::Draft7)
            .in_place(),
        Spelling::new("else", Vocabulary::Applicator, Holds::Schema)
            .since(Draft::Draft7)
            .in_place(),
    ];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let condition = schema.schema("if");
        let mut then = schema.schema("then");
        let otherwise = schema.schema("else");
        // Alone, a condition asserts nothing, but what it looks at counts as
        // evaluated. Taking it twice says so.
        if schema.dialect().unevaluated && then.is_none() && otherwise.is_none() {
            then = condition;
        }
        condition
            .filter(|_| then.is_some() || otherwise.is_some())
            .map(|condition| Self {
                condition,
                then,
                otherwise,
                fails: None,
            })
    }
}
