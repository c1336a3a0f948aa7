//! A refresh that is killed leaves the old set or the new one, and a build
//! that reads meanwhile sees the old set or the new one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use isoschema::Generator;
use isoschema::refresh::{Event, Refresh, check};

use super::folder::{Project, files};
use crate::Outcome;

/// Where the child that kills itself finds its task.
const TASK: &str = "ISOSCHEMA_TEST_REFRESH";

/// About as many as a refresh of these schemas has.
const STEPS: u64 = 24;

/// Two states of a vendor's schemas: every file differs, one comes, one goes.
fn two_states() -> std::io::Result<Project> {
    let order = |ty: &str, other: &str| {
        format!(r#"{{"properties": {{"a": {{"$ref": "{other}.json"}}, "b": {{"type": "{ty}"}}}}}}"#)
    };
    let project = Project::new(&[
        ("a/order.json", &order("string", "alpha")),
        ("a/alpha.json", r#"{"type": "string"}"#),
        ("a/both.json", r#"{"maxLength": 1}"#),
        ("b/order.json", &order("integer", "beta")),
        ("b/beta.json", r#"{"type": "integer"}"#),
        ("b/both.json", r#"{"maxLength": 2}"#),
        (
            "schemas/isoschema.toml",
            "[upstream]\nbase = \"https://example.invalid/{name}.json\"\nroots = [\"order\", \"both\"]\n",
        ),
        (
            "schemas/overlays/both.json",
            r#"{"schema": "both", "reason": "r", "merge": {"title": "T"}}"#,
        ),
        ("schemas/own/mine.json", r#"{"type": "null"}"#),
    ])?;
    Ok(project)
}

/// The files of each state but for the times in the lock.
fn state(schemas: &Path) -> std::io::Result<BTreeMap<String, String>> {
    let mut files = files(schemas)?;
    if let Some(lock) = files.get_mut("isoschema.lock") {
        *lock = lock
            .lines()
            .filter(|line| !line.starts_with("fetched = "))
            .collect::<Vec<_>>()
            .join("\n");
    }
    Ok(files)
}

fn go(project: &Project, to: &str) -> Outcome {
    Refresh::new(project.schemas())
        .from(project.0.join(to).display().to_string())
        .run(&mut |_| {})?;
    Ok(())
}

#[test]
fn killed_two_hundred_times() -> Outcome {
    let project = two_states()?;
    let schemas = project.schemas();
    let start = Instant::now();
    go(&project, "a")?;
    let a = state(&schemas)?;
    go(&project, "b")?;
    let b = state(&schemas)?;
    assert_ne!(a, b);
    // A killed child runs about as long as one of these, and starts up first.
    let longest = start.elapsed() / 2 + Duration::from_millis(30);
    let mut random = Random(0x5eed);
    let (mut old, mut new, mut finished) = (0, 0, 0);
    let mut round: u64 = 0;
    while old + new < 200 {
        assert!(round < 400, "old {old}, new {new}, finished {finished}");
        round += 1;
        let before = state(&schemas)?;
        let to = if before == a { "b" } else { "a" };
        let from = project.0.join(to);
        let killed = if round.is_multiple_of(2) {
            // Each step has its turn, however busy the machine is.
            at_a_step(&schemas, &from, round / 2 % STEPS)?
        } else {
            let nanos = u64::try_from(longest.as_nanos())?;
            after(&schemas, &from, Duration::from_nanos(random.below(nanos)))?
        };
        let found = state(&schemas)?;
        assert!(found == a || found == b, "round {round}: {found:#?}");
        check(&schemas)?;
        match (killed, found == before) {
            (true, true) => old += 1,
            (true, false) => new += 1,
            (false, _) => finished += 1,
        }
    }
    println!("old {old}, new {new}, finished {finished}");
    assert!(
        old >= 40 && new >= 3,
        "old {old}, new {new}, finished {finished}"
    );
    // Run again, it finishes, and nothing is left behind.
    go(&project, "a")?;
    assert_eq!(state(&schemas)?, a);
    let left: Vec<_> = fs::read_dir(&project.0)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with('.'))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    Ok(())
}

/// Lets a child abort at its n-th step. Gives whether it got that far.
fn at_a_step(schemas: &Path, from: &Path, step: u64) -> Result<bool, Box<dyn std::error::Error>> {
    let task = format!("{step}\n{}\n{}", schemas.display(), from.display());
    let status = Command::new(std::env::current_exe()?)
        .args(["--exact", "refresh::kills::child", "--ignored"])
        .env(TASK, task)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    Ok(!status.success())
}

/// Kills the command after a time. Gives whether it was still running.
fn after(schemas: &Path, from: &Path, time: Duration) -> Result<bool, Box<dyn std::error::Error>> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_isoschema"))
        .arg("refresh")
        .arg("--schemas")
        .arg(schemas)
        .arg("--from")
        .arg(from)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    std::thread::sleep(time);
    let running = child.try_wait()?.is_none();
    child.kill()?;
    child.wait()?;
    Ok(running)
}

#[test]
#[ignore = "the child of another test"]
fn child() -> Outcome {
    let Ok(task) = std::env::var(TASK) else {
        return Ok(());
    };
    let mut lines = task.lines();
    let mut next = || lines.next().unwrap_or_default();
    let mut steps: u64 = next().parse()?;
    let (schemas, from) = (next(), next());
    Refresh::new(schemas).from(from).run(&mut |_| {
        if steps == 0 {
            std::process::abort();
        }
        steps -= 1;
    })?;
    Ok(())
}

#[test]
fn a_reader_sees_the_old_set_or_the_new_one() -> Outcome {
    let project = two_states()?;
    let schemas = project.schemas();
    let generate = || {
        let generated = Generator::new().schemas(&schemas).generate();
        generated
            .map(|generated| generated.text)
            .map_err(|problems| problems.to_string())
    };
    go(&project, "a")?;
    let a = generate()?;
    go(&project, "b")?;
    let b = generate()?;
    assert_ne!(a, b);
    let mut seen = (0, 0);
    std::thread::scope(|scope| -> Outcome {
        let writer = scope.spawn(|| {
            for round in 0..40 {
                let to = if round % 2 == 0 { "a" } else { "b" };
                go(&project, to).map_err(|error| error.to_string())?;
            }
            Ok::<_, String>(())
        });
        while !writer.is_finished() {
            match generate()? {
                text if text == a => seen.0 += 1,
                text if text == b => seen.1 += 1,
                text => panic!("a mixture: {text}"),
            }
        }
        writer.join().map_err(|_| "the writer has panicked")??;
        Ok(())
    })?;
    assert!(seen.0 > 0 && seen.1 > 0, "{seen:?}");
    Ok(())
}

#[test]
fn between_two_renames_the_next_run_puts_the_folder_back() -> Outcome {
    let project = two_states()?;
    let schemas = project.schemas();
    go(&project, "a")?;
    let a = state(&schemas)?;
    // As it is where folders cannot be exchanged, after the first rename.
    project.write(".schemas.refresh-mark", "")?;
    fs::create_dir(project.0.join(".schemas.refresh"))?;
    fs::write(project.0.join(".schemas.refresh/order.json"), "half")?;
    fs::rename(&schemas, project.0.join(".schemas.refresh-old"))?;
    go(&project, "a")?;
    assert_eq!(state(&schemas)?, a);
    // After the second one.
    project.write(".schemas.refresh-mark", "")?;
    fs::create_dir(project.0.join(".schemas.refresh-old"))?;
    go(&project, "b")?;
    assert!(!project.0.join(".schemas.refresh-old").exists());
    assert!(!project.0.join(".schemas.refresh").exists());
    assert!(!project.0.join(".schemas.refresh-mark").exists());
    Ok(())
}

#[test]
fn what_is_saved_meanwhile_is_carried_over() -> Outcome {
    let project = two_states()?;
    go(&project, "a")?;
    Refresh::new(project.schemas())
        .from(project.0.join("b").display().to_string())
        .run(&mut |event| {
            if matches!(event, Event::Ready { .. }) {
                // As editors do: a new file in the place of the old one.
                let own = project.schemas().join("own/mine.json");
                let _ = fs::remove_file(&own);
                let _ = fs::write(&own, "{}");
                let _ = project.write("schemas/overlays/new.json", "[]");
            }
        })?;
    let files = files(&project.schemas())?;
    assert_eq!(files["own/mine.json"], "{}");
    assert_eq!(files["overlays/new.json"], "[]");
    assert!(files.contains_key("beta.json") && !files.contains_key("alpha.json"));
    Ok(())
}

#[test]
fn one_refresh_at_a_time() -> Outcome {
    let project = two_states()?;
    let mut second = None;
    Refresh::new(project.schemas())
        .from(project.0.join("a").display().to_string())
        .run(&mut |_| {
            if second.is_none() {
                second = Some(go(&project, "b").map_err(|error| error.to_string()));
            }
        })?;
    let second = second.ok_or("no event")?;
    let reason = second.err().ok_or("two at a time")?;
    assert!(
        reason.contains("another `refresh` or `emit` is at work"),
        "{reason}"
    );
    Ok(())
}

/// Numbers that are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end.max(1)
    }
}
