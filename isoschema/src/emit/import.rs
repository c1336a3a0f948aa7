//! `use` of generated names, as rustfmt writes and sorts it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

/// A line of generated code is no longer than this.
const WIDTH: usize = 100;

/// A name, to be sorted by the numbers in it, as rustfmt does.
pub(super) fn counted(name: &str) -> String {
    let mut key = String::new();
    let mut digits = String::new();
    for letter in name.chars().chain(['\0']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
        } else {
            if !digits.is_empty() {
                let _ = write!(key, "{digits:0>20}");
                digits.clear();
            }
            key.push(letter);
        }
    }
    key
}

/// The `use` of names in a module, as rustfmt writes it.
pub(super) fn import(visibility: &str, path: &str, names: &BTreeSet<&str>, out: &mut String) {
    let mut names: Vec<&str> = names.iter().copied().collect();
    names.sort_by_cached_key(|name| counted(name));
    if let [name] = names[..] {
        let _ = writeln!(out, "{visibility}use {path}::{name};");
        return;
    }
    let line = format!("{visibility}use {path}::{{{}}};", names.join(", "));
    // rustfmt leaves room for two more.
    if line.len() + 2 <= WIDTH {
        out.push_str(&line);
        out.push('\n');
        return;
    }
    let _ = write!(out, "{visibility}use {path}::{{");
    let mut width = WIDTH;
    for name in names {
        if width + name.len() + 2 >= WIDTH {
            out.push_str("\n   ");
            width = 3;
        }
        let _ = write!(out, " {name},");
        width += name.len() + 2;
    }
    out.push_str("\n};\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_formatted() {
        let shown = |names: &[&str]| {
            let mut out = String::new();
            import("", "super", &names.iter().copied().collect(), &mut out);
            out
        };
        assert_eq!(shown(&["A"]), "use super::A;\n");
        assert_eq!(
            shown(&["support", "A10", "A9"]),
            "use super::{A9, A10, support};\n"
        );
        let long = ["LongName".repeat(5), "LongName".repeat(6), "Z".to_owned()];
        let long: Vec<&str> = long.iter().map(String::as_str).collect();
        let (first, second) = (long[0], long[1]);
        assert_eq!(
            shown(&long),
            format!("use super::{{\n    {first}, {second}, Z,\n}};\n")
        );
        let longer = "LongName".repeat(8);
        assert_eq!(
            shown(&[first, &longer]),
            format!("use super::{{\n    {first},\n    {longer},\n}};\n")
        );
    }
}
