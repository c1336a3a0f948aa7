//! The runtime's lines → fewer and longer ones, as the machinery of a module has them: what fits
//! stands on one line, and blank lines part items alone.

/// The columns that lines are filled up to.
const WIDTH: usize = 120;

/// How many lines are looked at for the end of what one begins.
const AHEAD: usize = 32;

/// A text as rustfmt sets it out, with the lines together that have room.
pub(super) fn joined(text: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    loop {
        let before = lines.len();
        lines = pass(&lines);
        if lines.len() == before {
            break;
        }
    }
    let mut out = String::with_capacity(text.len());
    for (at, line) in lines.iter().enumerate() {
        let is_blank = line.is_empty();
        let next = lines.get(at + 1).map_or("", String::as_str);
        let last = at.checked_sub(1).map_or("", |last| &lines[last]);
        let is_near = next.starts_with([' ', '}']) || next.starts_with("impl");
        if is_blank && (is_near || is_whole(last) && is_whole(next)) {
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

fn pass(lines: &[String]) -> Vec<String> {
    let mut out = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let rest = &lines[at..lines.len().min(at + AHEAD)];
        let together = if is_code(&rest[0]) {
            let own = bounds(rest);
            let own =
                own.map(|(line, count)| (format!("{:1$}{line}", "", indent(&rest[0])), count));
            own.or_else(|| chain(rest))
                .or_else(|| bracket(rest))
                .or_else(|| choice(rest))
        } else {
            attribute(rest)
        };
        let together = together.filter(|(line, _)| line.chars().count() <= WIDTH);
        if let Some((line, count)) = together {
            out.push(line);
            at += count;
        } else if let Some((list, count)) = filled(rest) {
            out.extend(list);
            at += count;
        } else {
            out.push(rest[0].clone());
            at += 1;
        }
    }
    out
}

fn is_code(line: &str) -> bool {
    let line = line.trim_start();
    // A text that goes on has its own lines.
    let is_attribute = line.starts_with("#[") && line.ends_with(']');
    !line.is_empty() && !line.starts_with("//") && !is_attribute && !line.ends_with('\\')
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn ends_open(line: &str) -> bool {
    line.ends_with(['{', '(', '['])
}

/// An attribute, and what it is one of.
fn attribute(lines: &[String]) -> Option<(String, usize)> {
    let [first, next, ..] = lines else {
        return None;
    };
    let is_one = first.trim_start().starts_with("#[") && first.ends_with(']');
    let next = next.trim_start();
    (is_one && (is_code(next) || next.starts_with("#["))).then(|| (format!("{first} {next}"), 2))
}

/// Calls one after another, and bounds: a line and those that go on with it.
fn chain(lines: &[String]) -> Option<(String, usize)> {
    let first = &lines[0];
    let next = lines.get(1)?;
    if let Some((bounds, count)) = bounds(&lines[1..]) {
        return Some((format!("{first} {bounds}"), count + 1));
    }
    if next.trim_start() == "{"
        && indent(next) == indent(first)
        && !first.ends_with([';', '}', ','])
    {
        return Some((format!("{first} {{"), 2));
    }
    let goes_on = |line: &&String| {
        let begins = line.trim_start();
        let is_more =
            begins.starts_with('.') || begins.starts_with("&& ") || begins.starts_with("|| ");
        is_more && indent(line) == indent(next) && !ends_open(line)
    };
    let more: Vec<&String> = lines[1..].iter().take_while(goes_on).collect();
    let behind = lines.get(more.len() + 1);
    let is_all = behind.is_none_or(|line| {
        !line.trim_start().starts_with(['.', '}', ')']) || indent(line) < indent(next)
    });
    if more.is_empty()
        || !is_all
        || ends_open(first)
        || indent(next) <= indent(first) && !first.trim_start().starts_with(['}', ')'])
    {
        return None;
    }
    let mut line = first.clone();
    for more in &more {
        let more = more.trim_start();
        line.push_str(if more.starts_with('.') { "" } else { " " });
        line.push_str(more);
    }
    Some((line, more.len() + 1))
}

/// What parameters have to be, up to the brace behind.
fn bounds(lines: &[String]) -> Option<(String, usize)> {
    let (first, rest) = lines.split_first()?;
    if !first.ends_with("where") || first.trim_start() != "where" {
        return None;
    }
    let all = rest.iter().map(|line| line.trim_start());
    let all: Vec<&str> = all.take_while(|line| *line != "{").collect();
    let count = all.len() + 2;
    let all = all.join(" ");
    (count <= lines.len()).then(|| (format!("where {} {{", all.trim_end_matches(',')), count))
}

/// A bracket that is opened at the end of a line, up to the line that closes it.
fn bracket(lines: &[String]) -> Option<(String, usize)> {
    let first = &lines[0];
    let opens = first.chars().last().filter(|_| ends_open(first))?;
    let begins = first.trim_start();
    if begins.starts_with('}') || begins == "{" || first.ends_with("{{") {
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
    // What macros take and give, they take with each comma.
    let of_macro = ["!(", "![", "! {", "$(", "$["]
        .iter()
        .any(|it| first.ends_with(it));
    let is_kept = of_macro || first.trim_start() == "(";
    let all = if are_listed && !is_kept {
        all.trim_end_matches(',')
    } else {
        &all
    };
    let line = if opens != '{' {
        format!("{first}{all}{last}")
    } else if ends_open(last) {
        return None;
    } else if are_listed && !all.contains("=>") || said.len() == 1 {
        let is_arm = first.ends_with("=> {") && matches!(last, "}" | "},");
        if is_arm && !all.contains(';') {
            format!("{}{all},", first.trim_end_matches('{'))
        } else {
            format!("{first} {all} {last}")
        }
    } else {
        return None;
    };
    Some((line, end + 1))
}

/// Variants or items that have not room on one line, on as few as will do.
fn filled(lines: &[String]) -> Option<(Vec<String>, usize)> {
    let first = &lines[0];
    let is_list = first.ends_with('[') || first.ends_with('{') && first.contains("enum ");
    let inside = indent(first) + 4;
    let said = lines[1..].iter().take_while(|line| {
        is_code(line) && indent(line) == inside && line.ends_with(',') && !line.contains("=>")
    });
    let said: Vec<&str> = said.map(|line| line.trim_start()).collect();
    let last = lines.get(said.len() + 1)?;
    if !is_list || said.len() < 3 || indent(last) != indent(first) || ends_open(last) {
        return None;
    }
    let mut out = vec![first.clone()];
    let mut line = String::new();
    for said in &said {
        if !line.is_empty() && inside + line.chars().count() + 1 + said.chars().count() > WIDTH {
            out.push(format!("{:inside$}{line}", ""));
            line.clear();
        }
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(said);
    }
    out.push(format!("{:inside$}{line}", ""));
    (out.len() <= said.len()).then_some((out, said.len() + 1))
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
        && [other_wise, last]
            .iter()
            .all(|line| indent(line) == indent(first))
        && is_code(one)
        && is_code(other);
    let [one, other, last] = [one, other, last].map(|line| line.trim_start());
    is_choice.then(|| (format!("{first} {one} }} else {{ {other} {last}"), 5))
}
