//! A program and documents → answers.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use isoschema::read;
use isoschema::write::write_if_changed;

use crate::Failure;

/// How long one document may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a generated type did with a document.
#[derive(Debug, Clone)]
pub(crate) enum Answer {
    /// It was read and written back so.
    Accepted(String),
    /// It was refused with this error.
    Refused(String),
    /// The schema that is derived from the type.
    Derived(String),
    /// Something that must not be.
    Torn(String),
}

/// An answer, with what it is an answer to.
pub(crate) type Answered = ((usize, usize), Answer);

/// Has a program answer every line: `module`, a tab, and the document as a
/// JSON string, or `null` for the schema that is derived from the type.
pub(crate) fn answers(
    work: &Path,
    program: &Path,
    open: &[((usize, usize), String)],
) -> Result<Vec<Answered>, Failure> {
    let mut answers = Vec::new();
    while answers.len() < open.len() {
        let rest = &open[answers.len()..];
        let (mut got, ending) = speak(work, program, rest)?;
        answers.append(&mut got);
        if let Some((key, _)) = open.get(answers.len()) {
            answers.push((*key, Answer::Torn(ending)));
        }
    }
    Ok(answers)
}

/// Runs a program until it ends; says how, should it end early.
fn speak(
    work: &Path,
    program: &Path,
    open: &[((usize, usize), String)],
) -> Result<(Vec<Answered>, String), Failure> {
    let lines: String = open.iter().map(|(_, line)| line.as_str()).collect();
    let input = work.join("documents.txt");
    write_if_changed(&input, &lines)?;
    let mut child = Command::new(program)
        .stdin(read::open(&input)?)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let Some(output) = child.stdout.take() else {
        return Err("no output of the program".into());
    };
    let (sender, receiver) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    let mut got = Vec::new();
    let mut ending = None;
    for (key, _) in open {
        match receiver.recv_timeout(PATIENCE) {
            Ok(line) => got.push((*key, answer(&line)?)),
            Err(mpsc::RecvTimeoutError::Timeout) => {
                ending = Some(format!("takes longer than {} s", PATIENCE.as_secs()));
                break;
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
    }
    // It has answered all, has ended by itself, or takes too long.
    if ending.is_some() {
        child.kill()?;
    }
    let status = child.wait()?;
    drop(reader.join());
    Ok((
        got,
        ending.unwrap_or_else(|| format!("ends the program: {status}")),
    ))
}

fn answer(line: &str) -> Result<Answer, Failure> {
    let (kind, text) = line.split_once('\t').ok_or("an answer without a kind")?;
    let text: String = serde_json::from_str(text)?;
    Ok(match kind {
        "accepted" => Answer::Accepted(text),
        "refused" => Answer::Refused(text),
        "derived" => Answer::Derived(text),
        "torn" => Answer::Torn(text),
        _ => return Err(format!("an unknown answer: {line}").into()),
    })
}
