//! Very many payloads, a line each: JSON Lines → judged by all cores, a few at
//! a time.

use std::io::{self, BufRead, Read as _};
use std::num::NonZero;
use std::thread;

use super::{Check, Read, unread};
use crate::diagnostics::Diagnostics;
use crate::judge::{Judge, Judged};
use crate::keywords::fault::Fault;
use crate::load::parse::parse_text;
use crate::rules::id::RuleId;
use crate::stack::on_large_stack;
use crate::words::counted;

/// So many lines for each core are read at a time, or so many bytes.
const LINES: usize = 500;
const BYTES: usize = 4 << 20;

/// A line: its number and its text, or why it has none.
type Line = (usize, Result<String, String>);

impl Check {
    /// Judges each line of a text that is not blank: JSON Lines.
    pub fn lines(&mut self, name: &str, text: &str) {
        // A text does not fail.
        let _ = self.stream(name, text.as_bytes());
    }

    /// The same of a stream, of which only a few lines are held at a time. A line
    /// of more bytes than [`Source::max_size`](crate::load::Source::max_size)
    /// says of the schemas does not fit.
    ///
    /// # Errors
    ///
    /// What the stream says.
    pub fn stream(&mut self, name: &str, mut stream: impl BufRead) -> io::Result<()> {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let mut number = 0;
        loop {
            let mut lines: Vec<Line> = Vec::new();
            let mut bytes = 0;
            let mut is_end = false;
            while lines.len() < LINES * cores && bytes < BYTES && !is_end {
                let line = next(&mut stream, self.limit())?;
                is_end = line.is_none();
                number += 1;
                let line = line.filter(|line| !line.as_ref().is_ok_and(|it| it.trim().is_empty()));
                bytes += line
                    .as_ref()
                    .map_or(0, |line| line.as_ref().map_or(0, String::len));
                lines.extend(line.map(|line| (number, line)));
            }
            for ((number, _), read) in lines.iter().zip(self.judged(&lines, cores)) {
                self.add_line(format!("{name}:{number}"), Some(*number), read);
            }
            if is_end {
                return Ok(());
            }
        }
    }

    /// Each line, judged by a core of its own.
    fn judged(&self, lines: &[Line], cores: usize) -> Vec<Read> {
        let share = lines.len().div_ceil(cores).max(1);
        let work = |lines: &[Line]| {
            let judge = self.ground.judge();
            let judged = lines
                .iter()
                .map(|(_, line)| one(&judge, self.ground.root, line));
            Ok(judged.collect::<Vec<Read>>())
        };
        let failed = |problems: Diagnostics, lines: &[Line]| {
            let failed = |_: &Line| (unread(&problems, true), None);
            lines.iter().map(failed).collect()
        };
        let on_core = |lines| {
            let done: Result<Vec<Read>, _> = on_large_stack(|| work(lines));
            done.unwrap_or_else(|problems| failed(problems, lines))
        };
        thread::scope(|scope| {
            let parts = lines.chunks(share);
            let running: Vec<_> = parts
                .map(|part| (part, scope.spawn(move || on_core(part))))
                .collect();
            let mut out = Vec::with_capacity(lines.len());
            for (part, thread) in running {
                // What it ran has caught what could end it; nothing is said to fit unasked.
                out.extend(thread.join().unwrap_or_else(|_| {
                    let lost = |_: &Line| refused("could not be judged".to_owned());
                    part.iter().map(lost).collect()
                }));
            }
            out
        })
    }
}

fn one(judge: &Judge<'_>, root: RuleId, line: &Result<String, String>) -> Read {
    match line {
        Ok(text) => match parse_text("line", text) {
            Ok((json, _)) => (judge.judge_here(root, &json), Some(json)),
            Err(problems) => (unread(&problems, true), None),
        },
        Err(why) => refused(why.clone()),
    }
}

/// A line that cannot be read.
fn refused(why: String) -> Read {
    let mut judged = Judged::default();
    judged.faults.push(Fault::of_document(why));
    (judged, None)
}

/// The next line, without its end; `None` behind the last.
fn next(stream: &mut impl BufRead, limit: u64) -> io::Result<Option<Result<String, String>>> {
    let mut line = Vec::new();
    let room = limit.saturating_add(1);
    stream.by_ref().take(room).read_until(b'\n', &mut line)?;
    if line.is_empty() {
        return Ok(None);
    }
    if line.last() != Some(&b'\n') && u64::try_from(line.len()).is_ok_and(|len| len > limit) {
        stream.skip_until(b'\n')?;
        return Ok(Some(Err(format!(
            "has more than {}",
            counted(limit, "byte")
        ))));
    }
    let text = String::from_utf8(line).map_err(|_| "is not in UTF-8".to_owned());
    Ok(Some(text))
}
