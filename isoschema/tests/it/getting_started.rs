//! The page `docs/getting-started.md`, run from its first line to its last.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::common::apart;

/// What a fence of the page is for.
#[derive(Debug)]
enum Step {
    /// A file, and its text.
    Write(String, String),
    /// A command, and the exit status that it has.
    Run(String, i32),
    /// What the commands before have printed.
    Printed(Vec<String>),
}

/// The fences of the page, in their order.
fn steps(page: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut file = None;
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix('`').and_then(|it| it.strip_suffix("`:")) {
            file = Some(name.to_owned());
            continue;
        }
        let Some(language) = line.strip_prefix("```") else {
            if !line.is_empty() {
                file = None;
            }
            continue;
        };
        let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        match (file.take(), language) {
            (Some(name), _) => steps.push(Step::Write(name, text.join("\n") + "\n")),
            (None, "sh") => {
                steps.extend(text.into_iter().map(
                    |line| match line.split_once("# exit status ") {
                        Some((command, status)) => {
                            Step::Run(command.trim().to_owned(), status.parse().unwrap_or(-1))
                        }
                        None => Step::Run(line.to_owned(), 0),
                    },
                ));
            }
            (None, "text") => {
                steps.push(Step::Printed(text.into_iter().map(str::to_owned).collect()));
            }
            (None, _) => {}
        }
    }
    steps
}

/// A folder that no workspace is around, removed at the end.
struct Place(PathBuf);

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_page_does_what_it_says() -> Result<(), Box<dyn Error>> {
    let engine = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(engine.join("../docs/getting-started.md"))?;
    let name = format!("isoschema-getting-started-{}", std::process::id());
    let place = Place(std::env::temp_dir().join(name));
    fs::create_dir_all(&place.0)?;
    let mut folder = place.0.clone();
    let mut printed = String::new();
    let mut commands = 0;
    for step in steps(&page) {
        match step {
            Step::Write(file, mut text) => {
                if file.ends_with("Cargo.toml") {
                    // The repository is beside the crate in the page.
                    let (there, here) = ("{ path = \"", format!("{{ path = {engine:?}"));
                    for path in ["../isoschema/isoschema", "../../isoschema/isoschema"] {
                        text = text.replace(&format!("{there}{path}\""), &here);
                    }
                    let runtime = format!("{{ path = {:?}", engine.join("../runtime"));
                    text = text.replace("{ path = \"../isoschema/runtime\"", &runtime);
                    assert!(!text.contains("isoschema = \""), "no release is there yet");
                }
                if file == "Cargo.toml" {
                    // The versions that are there already.
                    fs::copy(engine.join("../Cargo.lock"), folder.join("Cargo.lock"))?;
                }
                let path = folder.join(file);
                fs::create_dir_all(path.parent().unwrap_or(&folder))?;
                fs::write(path, text)?;
            }
            Step::Run(command, status) => {
                if let Some(inner) = command.strip_prefix("cd ") {
                    folder = folder.join(inner);
                    continue;
                }
                let mut shell = Command::new("sh");
                apart(&mut shell)
                    .args(["-c", &command])
                    .current_dir(&folder);
                shell.env("CARGO_NET_OFFLINE", "true");
                let output = shell.output()?;
                let shown = String::from_utf8_lossy(&output.stdout);
                let errors = String::from_utf8_lossy(&output.stderr);
                assert_eq!(
                    output.status.code(),
                    Some(status),
                    "{command}\n{shown}\n{errors}"
                );
                assert!(!errors.contains("warning"), "{command}\n{errors}");
                printed.push_str(&shown);
                commands += 1;
            }
            Step::Printed(lines) => {
                for line in lines {
                    assert!(printed.contains(&line), "no {line:?} in\n{printed}");
                }
                printed.clear();
            }
        }
    }
    assert!(commands > 10, "{commands}");
    Ok(())
}
