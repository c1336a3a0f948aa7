//! One run: its modules, what they answer, and what is found.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::draw::Set;
use super::judge;
use super::meaning::{Document, Meaning, documents};
use super::module::{Module, Refusal, name};
use super::programs;
use super::settings::{PROGRAMS, Settings};
use crate::Failure;
use crate::programs::ask::{self, Answer};
use crate::programs::parallel;

/// How many documents are shown of a module that they find something in.
const SHOWN: usize = 3;

/// A run of the matrix.
pub(crate) struct Run {
    work: PathBuf,
    sets: Vec<Set>,
    modules: Vec<Module>,
    /// How many documents were judged.
    judged: usize,
    /// How many sets the engine refuses, by the reason's first line.
    refused: BTreeMap<String, usize>,
    /// How many configurations of sets that it does not refuse.
    configurations: BTreeMap<String, usize>,
    findings: Vec<String>,
}

/// The documents of each type of a set under a configuration.
type Documents = Vec<(String, Vec<Document>)>;

impl Run {
    pub(crate) fn new(work: &Path, sets: Vec<Set>) -> Self {
        Self {
            work: work.to_owned(),
            sets,
            modules: Vec::new(),
            judged: 0,
            refused: BTreeMap::new(),
            configurations: BTreeMap::new(),
            findings: Vec::new(),
        }
    }

    /// Adds the modules of a set, the default's first.
    pub(crate) fn add(
        &mut self,
        set: usize,
        made: Vec<(Settings, usize, Result<Module, Refusal>)>,
    ) {
        let mut by_default = true;
        for (index, (settings, program, made)) in made.into_iter().enumerate() {
            match made {
                Ok(_) if !by_default => self.found(
                    set,
                    &settings,
                    program,
                    "taken, though the default is refused",
                ),
                Ok(module) => self.modules.push(module),
                Err(refusal) if refusal.fault => {
                    self.found(set, &settings, program, &refusal.shown);
                }
                Err(refusal) if index == 0 => {
                    by_default = false;
                    count(&refusal, &mut self.refused);
                }
                Err(_) if !by_default => {}
                Err(refusal) if refusal.configuration => count(&refusal, &mut self.configurations),
                Err(refusal) => {
                    let shown = format!("refused, though the default is not: {}", refusal.shown);
                    self.found(set, &settings, program, &shown);
                }
            }
        }
    }

    /// Compiles the modules.
    pub(crate) fn build(&mut self) -> Result<(), Failure> {
        programs::build(&self.work, &mut self.modules)?;
        for module in 0..self.modules.len() {
            let faults = std::mem::take(&mut self.modules[module].faults);
            if !faults.is_empty() {
                self.found_in(module, &faults.concat());
            }
        }
        Ok(())
    }

    /// Has the types judge documents, and compares what they say.
    pub(crate) fn judge(&mut self, most: usize) -> Result<(), Failure> {
        let mut wanted: Vec<(usize, Meaning)> = self
            .modules
            .iter()
            .map(|module| (module.set, module.settings.meaning.clone()))
            .collect();
        wanted.sort();
        wanted.dedup();
        let drawn = parallel::each("drawing", &wanted, |(set, meaning)| {
            let set = &self.sets[*set];
            set.documents
                .iter()
                .map(|(name, _)| Ok((name.clone(), documents(set, meaning, name, most)?)))
                .collect::<Result<Documents, String>>()
        });
        let mut known: HashMap<(usize, Meaning), Documents> = HashMap::new();
        for ((set, meaning), documents) in wanted.into_iter().zip(drawn) {
            match documents {
                Ok(documents) => _ = known.insert((set, meaning), documents),
                Err(reason) => {
                    *self
                        .refused
                        .entry(format!("the validator: {reason}"))
                        .or_default() += 1;
                }
            }
        }
        let answers = self.ask(&known)?;
        // The first one of each set is the default's.
        let default: HashMap<usize, usize> = (0..self.modules.len())
            .rev()
            .filter(|&module| self.modules[module].program == 0)
            .map(|module| (self.modules[module].set, module))
            .collect();
        let mut found = Vec::new();
        for (number, module) in self.modules.iter().enumerate() {
            let Some(documents) = known.get(&(module.set, module.settings.meaning.clone())) else {
                continue;
            };
            let by_default = default
                .get(&module.set)
                .filter(|_| module.settings.meaning == Meaning::default());
            let (mut index, mut shown) = (0, Vec::new());
            let set = &self.sets[module.set];
            for (schema, documents) in documents {
                let derived = module.derived(number, schema, &answers);
                for document in documents {
                    let default = by_default.and_then(|default| answers.get(&(*default, index)));
                    let common = &PROGRAMS[module.program];
                    let wrong = answers.get(&(number, index)).and_then(|answer| {
                        judge::wrong(document, &module.settings, common, answer, default).or_else(
                            || {
                                derived
                                    .as_ref()
                                    .and_then(|derived| judge::contradicted(set, document, derived))
                            },
                        )
                    });
                    if let Some(wrong) = wrong {
                        shown.push(format!("{schema}: {}\n  {wrong}\n", document.text));
                    }
                    index += 1;
                }
            }
            if !shown.is_empty() {
                let more = shown.len().saturating_sub(SHOWN);
                shown.truncate(SHOWN);
                found.push((number, format!("{}({more} more documents)", shown.concat())));
            }
        }
        self.judged = answers.len();
        for (module, text) in found {
            self.found_in(module, &text);
        }
        Ok(())
    }

    /// Asks every program.
    fn ask(
        &self,
        known: &HashMap<(usize, Meaning), Documents>,
    ) -> Result<HashMap<(usize, usize), Answer>, Failure> {
        let mut answers = HashMap::new();
        for (program, common) in PROGRAMS.iter().enumerate() {
            let mut open = Vec::new();
            for (number, module) in self.modules.iter().enumerate() {
                if module.program != program || !module.compiles {
                    continue;
                }
                let Some(documents) = known.get(&(module.set, module.settings.meaning.clone()))
                else {
                    continue;
                };
                let mut index = 0;
                for (schema, documents) in documents {
                    let root = module.roots.iter().position(|root| root.schema == *schema);
                    let root = root.ok_or_else(|| format!("no type for {schema}"))?;
                    let to = format!("{}.{root}", name(module.number));
                    if common.schemars {
                        open.push(((number, usize::MAX - root), format!("{to}\tnull\n")));
                    }
                    for document in documents {
                        let text = serde_json::to_string(&document.text)?;
                        open.push(((number, index), format!("{to}\t{text}\n")));
                        index += 1;
                    }
                }
            }
            if !open.is_empty() {
                answers.extend(ask::answers(
                    &self.work,
                    &programs::path(&self.work, program),
                    &open,
                )?);
            }
        }
        Ok(answers)
    }

    fn found_in(&mut self, module: usize, what: &str) {
        let module = &self.modules[module];
        let (set, settings, program) = (module.set, module.settings.clone(), module.program);
        self.found(set, &settings, program, what);
    }

    fn found(&mut self, set: usize, settings: &Settings, program: usize, what: &str) {
        let (set, common) = (&self.sets[set], &PROGRAMS[program]);
        let mut out = format!(
            "seed {}, program {program} of edition {}{}{}\n",
            set.seed,
            common.edition,
            if common.extremes {
                ", all of serde_json's features"
            } else {
                ""
            },
            if common.schemars {
                ", derived schemas"
            } else {
                ""
            },
        );
        for (name, text) in set.texts() {
            let _ = writeln!(out, "{name}: {text}");
        }
        out.push_str(&settings.toml(common));
        out.push_str(what);
        self.findings.push(out);
    }

    /// What was found.
    #[cfg(test)]
    pub(crate) fn findings(&self) -> &[String] {
        &self.findings
    }

    /// Shows what was found; that there is something is a failure.
    pub(crate) fn conclude(&self) -> Result<(), Failure> {
        for (number, finding) in self.findings.iter().enumerate() {
            println!("finding {number}: {finding}\n");
        }
        for (reason, times) in &self.refused {
            println!("{times} sets are refused: {reason}");
        }
        for (reason, times) in &self.configurations {
            println!("{times} configurations are refused: {reason}");
        }
        println!(
            "{} sets, {} modules, {} answers, {} findings",
            self.sets.len(),
            self.modules.len(),
            self.judged,
            self.findings.len()
        );
        if self.findings.is_empty() {
            Ok(())
        } else {
            Err("configurations do what they must not".into())
        }
    }
}

fn count(refusal: &Refusal, counts: &mut BTreeMap<String, usize>) {
    let first = refusal.shown.lines().next().unwrap_or_default();
    *counts.entry(first.to_owned()).or_default() += 1;
}

impl Module {
    /// The validator of the schema that is derived from a root's type.
    fn derived(
        &self,
        number: usize,
        schema: &str,
        answers: &HashMap<(usize, usize), Answer>,
    ) -> Option<jsonschema::Validator> {
        let root = self.roots.iter().position(|root| root.schema == schema)?;
        let Answer::Derived(text) = answers.get(&(number, usize::MAX - root))? else {
            return None;
        };
        jsonschema::options()
            .should_validate_formats(self.settings.meaning.formats)
            .build(&serde_json::from_str(text).ok()?)
            .ok()
    }
}
