//! Patterns of other languages than ECMA-262, and what that has in place of them.

/// What other languages write, and what ECMA-262 has.
const FOREIGN: [(&str, &str); 9] = [
    ("(?i)", INLINE),
    ("(?s)", INLINE),
    ("(?m)", INLINE),
    (
        "(?x)",
        "ECMA-262 has no such flag: write the pattern without blanks and comments",
    ),
    (
        "(?P<",
        "ECMA-262 writes a group with a name as `(?<name>…)`",
    ),
    ("(?P=", "ECMA-262 refers to a group as `\\k<name>`"),
    ("(?>", POSSESSIVE),
    (
        "(?#",
        "ECMA-262 has no comments in a pattern: say it in `description`",
    ),
    ("++", POSSESSIVE),
];

const INLINE: &str = "ECMA-262 has flags of a group alone: `(?i:…)` for letters of either case, or list them, as in `[Aa]`";
const POSSESSIVE: &str = "ECMA-262 has no groups and repetitions that give nothing back: leave `?>` and the second `+` out";

/// What to write in place of a pattern of another language.
pub(super) fn help(pattern: &str) -> &'static str {
    let known = FOREIGN
        .iter()
        .find(|(foreign, _)| pattern.contains(foreign));
    known.map_or(
        "correct the pattern; JSON needs each backslash doubled",
        |(_, help)| help,
    )
}

#[cfg(test)]
mod tests {
    use super::help;
    use crate::keywords::regex::Pattern;

    #[test]
    fn what_is_named_is_no_pattern_and_what_is_said_is() {
        for foreign in ["(?i)ab", "(?P<a>b)", "(?>a)", "a++b", "(?#note)a", "(?x)a"] {
            assert!(Pattern::new(foreign).is_err(), "{foreign}");
            assert!(help(foreign).starts_with("ECMA-262"), "{foreign}");
        }
        for right in ["(?i:ab)", "(?<a>b)\\k<a>", "[Aa]"] {
            assert!(Pattern::new(right).is_ok(), "{right}");
        }
        assert!(help("(").starts_with("correct"));
    }
}
