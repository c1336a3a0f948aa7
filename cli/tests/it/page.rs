//! The pages that show commands: their files are written, the commands run, and
//! what is shown is what they say.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder that is removed at the end.
struct Place(PathBuf);

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a fence of the page is for.
enum Step {
    /// A file, and its text.
    Write(String, String),
    /// A command, and what it prints.
    Run(String, String),
}

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
        if let Some(name) = file.take() {
            steps.push(Step::Write(name, text.join("\n") + "\n"));
        } else if language == "sh" || language == "text" {
            let mut commands: Vec<(String, Vec<&str>)> = Vec::new();
            for line in text {
                let command = match language {
                    "sh" => Some(line),
                    _ => line.strip_prefix("$ "),
                };
                match (command, commands.last_mut()) {
                    (Some(command), _) => commands.push((command.to_owned(), Vec::new())),
                    (None, Some((_, printed))) => printed.push(line),
                    (None, None) => {}
                }
            }
            let commands = commands
                .into_iter()
                .filter(|(line, _)| line.contains("isoschema ") || line.starts_with("git "));
            steps.extend(commands.map(|(line, printed)| Step::Run(line, printed.join("\n"))));
        }
    }
    steps
}

/// Whether a text is what the page shows, in which `…` on a line stands for
/// any lines.
fn is_shown(text: &str, shown: &str) -> bool {
    let mut rest = text.trim_end();
    let parts: Vec<&str> = shown.split("…").map(str::trim).collect();
    let whole = parts.len() == 1;
    for (index, part) in parts.iter().enumerate() {
        let Some(at) = rest.find(part) else {
            return false;
        };
        if index == 0 && at > 0 {
            return false;
        }
        rest = &rest[at + part.len()..];
    }
    let ends_open = parts.last().is_some_and(|last| last.is_empty());
    rest.is_empty() || !whole && ends_open
}

#[test]
fn the_pages_show_what_commands_say() -> Result<(), Box<dyn Error>> {
    for (page, least) in [
        ("check", 1),
        ("commands", 10),
        ("diff", 1),
        ("kubernetes", 1),
        ("openapi", 2),
        ("vendor-change", 9),
    ] {
        let commands = followed(page)?;
        assert!(commands >= least, "{page}: {commands}");
    }
    Ok(())
}

/// Copies the schemas of this repository.
fn whole_set(repository: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(repository.join("schemas"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "json") {
            let name = path.file_name().unwrap_or_default();
            fs::write(to.join(name), fs::read(&path)?)?;
        }
    }
    Ok(())
}

/// Does what a page says; how many commands that are.
fn followed(name: &str) -> Result<usize, Box<dyn Error>> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let page = fs::read_to_string(repository.join(format!("docs/{name}.md")))?;
    let place = Place(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("page-{name}")));
    let _ = fs::remove_dir_all(&place.0);
    fs::create_dir_all(place.0.join("examples"))?;
    fs::create_dir_all(place.0.join("schemas"))?;
    fs::copy(
        repository.join("examples/petstore.yaml"),
        place.0.join("examples/petstore.yaml"),
    )?;
    let currency = fs::read(repository.join("schemas/currency.json"))?;
    fs::write(place.0.join("schemas/currency.json"), currency)?;
    if page.contains("`published/") {
        fs::remove_file(place.0.join("schemas/currency.json"))?;
        whole_set(&repository, &place.0.join("published"))?;
    } else if page.contains("this repository's `schemas/`") {
        whole_set(&repository, &place.0.join("schemas"))?;
    }
    let bin = Path::new(env!("CARGO_BIN_EXE_isoschema"));
    let folder = bin.parent().ok_or("no folder of the command")?;
    let path = format!("{}:{}", folder.display(), std::env::var("PATH")?);
    let mut commands = 0;
    for step in steps(&page) {
        match step {
            Step::Write(name, text) => {
                let path = place.0.join(name);
                fs::create_dir_all(path.parent().unwrap_or(&place.0))?;
                fs::write(path, text)?;
            }
            Step::Run(line, shown) => {
                let (command, status) = line.split_once("# exit status ").unwrap_or((&line, "0"));
                let output = Command::new("sh")
                    .args(["-c", &format!("{command} 2>&1")])
                    .current_dir(&place.0)
                    .env("PATH", &path)
                    .envs(["AUTHOR", "COMMITTER"].map(|it| (format!("GIT_{it}_NAME"), "t")))
                    .envs(
                        ["AUTHOR", "COMMITTER"]
                            .map(|it| (format!("GIT_{it}_EMAIL"), "t@example.com")),
                    )
                    .output()?;
                let said = String::from_utf8_lossy(&output.stdout).into_owned();
                let found = output.status.code().map(|it| it.to_string());
                assert_eq!(found.as_deref(), Some(status.trim()), "{command}\n{said}");
                let is_shown = shown.is_empty() || is_shown(&said, &shown);
                assert!(is_shown, "{command}\nsays\n{said}\nand the page\n{shown}");
                commands += 1;
            }
        }
    }
    Ok(commands)
}
