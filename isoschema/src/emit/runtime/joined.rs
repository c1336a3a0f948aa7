//! The runtime's lines → fewer and longer ones, as the machinery of a module has them: what fits
//! stands on one line, and blank lines part items alone.

/// The columns that lines are filled up to.
const WIDTH: usize = 120;

/// How many lines are looked at for the end of what one begins.
const AHEAD: usize = 16;

/// A text as rustfmt sets it out, with the lines together that have room.
pub(super) fn joined(text: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    loop {
        let before = lines.len();
        lines = pass(lines);
        if lines.len() == before {
            break;
        }
    }
    let mut out = String::with_capacity(text.len());
    for (at, line) in lines.iter().enumerate() {
        let is_blank = line.is_empty();
        let next = lines.get(at + 1).map_or("", String::as_str);
        let last = at.checked_sub(1).map_or("", |last| &lines[last]);
        if is_blank && (next.starts_with(' ') || is_whole(last) && is_whole(next)) {
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// Whether a line is an item of its own.
fn is_whole(line: &str) -> bool {
    line.starts_with(|first: char| first.is_alphabetic()) && line.ends_with([';', '}'])
}

fn pass(lines: Vec<String>) -> Vec<String> {
    let mut out = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let rest = &lines[at..lines.len().min(at + AHEAD)];
        let together = is_code(&rest[0])
            .then(|| {
                chain(rest)
                    .or_else(|| bracket(rest))
                    .or_else(|| choice(rest))
            })
            .flatten();
        match together.filter(|(line, _)| line.chars().count() <= WIDTH) {
            Some((line, count)) => {
                out.push(line);
                at += count;
            }
            None => {
                out.push(rest[0].clone());
                at += 1;
            }
        }
    }
    out
}

fn is_code(line: &str) -> bool {
    let line = line.trim_start();
    // A text that goes on has its own lines.
    !line.is_empty() && !line.starts_with("//") && !line.starts_with("#[") && !line.ends_with('\\')
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn ends_open(line: &str) -> bool {
    line.ends_with(['{', '(', '['])
}

/// Calls one after another, and bounds: a line and those that go on with it.
fn chain(lines: &[String]) -> Option<(String, usize)> {
    let first = &lines[0];
    let next = lines.get(1)?;
    if next.trim_start() == "where" {
        let end = lines.iter().position(|line| line.trim_start() == "{")?;
        let bounds = lines[2..end].iter().map(|line| line.trim());
        let bounds: Vec<&str> = bounds.collect();
        let bounds = bounds.join(" ");
        return Some((
            format!("{first} where {} {{", bounds.trim_end_matches(',')),
            end + 1,
        ));
    }
    let goes_on = |line: &&String| {
        line.trim_start().starts_with('.') && indent(line) == indent(next) && !ends_open(line)
    };
    let more: Vec<&String> = lines[1..].iter().take_while(goes_on).collect();
    let behind = lines.get(more.len() + 1);
    let is_all = behind.is_none_or(|line| !line.trim_start().starts_with(['.', '}', ')']) || indent(line) < indent(next));
    if more.is_empty() || !is_all || ends_open(first) || indent(next) <= indent(first) && !first.trim_start().starts_with(['}', ')']) {
        return None;
    }
    let line = more
        .iter()
        .fold(first.clone(), |line, more| line + more.trim_start());
    Some((line, more.len() + 1))
}

/// A bracket that is opened at the end of a line, up to the line that closes it.
fn bracket(lines: &[String]) -> Option<(String, usize)> {
    let first = &lines[0];
    let opens = first.chars().last().filter(|_| ends_open(first))?;
    if first.trim_start().starts_with('}') || first.ends_with("{{") {
        return None;
    }
    let closes = match opens {
        '{' => '}',
        '(' => ')',
        _ => ']',
    };
    let end = 1 + lines[1..]
        .iter()
        .position(|line| !line.is_empty() && indent(line) <= indent(first))?;
    let inner = &lines[1..end];
    let last = lines[end].trim_start();
    let is_level = |line: &String| is_code(line) && indent(line) == indent(first) + 4;
    if inner.is_empty() || !last.starts_with(closes) || indent(&lines[end]) != indent(first) {
        return None;
    }
    if !inner.iter().all(is_level) || inner.iter().any(|line| ends_open(line)) {
        return None;
    }
    let said: Vec<&str> = inner.iter().map(|line| line.trim_start()).collect();
    let are_listed = said.iter().all(|line| line.ends_with(','));
    let all = said.join(" ");
    let all = if are_listed { all.trim_end_matches(',') } else { &all };
    let line = if opens != '{' {
        format!("{first}{all}{last}")
    } else if ends_open(last) {
        return None;
    } else if are_listed && !all.contains("=>") || said.len() == 1 && !are_listed {
        let is_arm = first.ends_with("=> {") && matches!(last, "}" | "},");
        match is_arm && !all.ends_with(';') {
            true => format!("{}{all},", first.trim_end_matches('{')),
            false => format!("{first} {all} {last}"),
        }
    } else {
        return None;
    };
    Some((line, end + 1))
}

/// One thing or another.
fn choice(lines: &[String]) -> Option<(String, usize)> {
    let [first, one, other_wise, other, last, ..] = lines else {
        return None;
    };
    let is_choice = first.ends_with('{')
        && other_wise.trim_start() == "} else {"
        && last.trim_start().starts_with('}')
        && !ends_open(last)
        && [other_wise, last].iter().all(|line| indent(line) == indent(first))
        && is_code(one)
        && is_code(other);
    let [one, other, last] = [one, other, last].map(|line| line.trim_start());
    is_choice.then(|| (format!("{first} {one} }} else {{ {other} {last}"), 5))
}
