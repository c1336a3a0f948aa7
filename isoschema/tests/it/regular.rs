//! Languages of patterns, judged by the engine that types match them with: on
//! drawn patterns and texts both say the same of each text.

use std::time::Instant;

use fastrand::Rng;
use isoschema::regular::{
    Combination, Irregular, Language, Table, TooMuch, combinations, is_exponential, outside, runs,
};
use isoschema_runtime::__private::v1::{Automaton, Run, Runs, Ways};
use regress::Regex;

/// As schemas' patterns are compiled.
fn compiled(source: &str) -> Option<Regex> {
    let unicode = Regex::with_flags(source, "u");
    unicode.or_else(|_| Regex::new(source)).ok()
}

/// Characters at which classes and words begin and end.
const LETTERS: [&str; 26] = [
    "a", "b", "z", "A", "Z", "0", "9", "_", "-", " ", "\t", "\n", "\r", "\u{b}", "\u{85}",
    "\u{a0}", "\u{2028}", "\u{feff}", "\u{180e}", "é", "ß", "ſ", "K", "\u{d7ff}", "\u{e000}", "😀",
];

fn letter(rng: &mut Rng) -> &'static str {
    LETTERS[rng.usize(..LETTERS.len())]
}

fn text(rng: &mut Rng) -> String {
    (0..rng.usize(..6)).map(|_| letter(rng)).collect()
}

/// A pattern as anybody could write it.
fn pattern(rng: &mut Rng, depth: usize) -> String {
    let atoms = [
        r"\d",
        r"\w",
        r"\s",
        r"\D",
        r"\W",
        r"\S",
        ".",
        "^",
        "$",
        r"\b",
        r"\B",
        r"\n",
        r"\x41",
        r"\u00e9",
        r"\u{1F600}",
        r"\uD83D\uDE00",
        r"\.",
        r"\/",
        "",
        "[a-z]",
        "[^a-z]",
        r"[\d_]",
        r"[^\s\w]",
        "[]",
        "[^]",
        r"[\b\-z]",
        r"[\w-.]",
        r"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDBFF-\uDC00\uDFFF]",
        r"[\d-\s_]",
        r"[a\s-_-z]",
        "[A-]",
        "[-a]",
        r"\-",
        "{",
        "a{,2}",
        r"\_",
    ];
    let mut out = String::new();
    for _ in 0..rng.usize(1..4) {
        let before = out.len();
        match rng.u8(..10) {
            0 if depth > 0 => out += &["(", &pattern(rng, depth - 1), ")"].concat(),
            1 if depth > 0 => out += &["(?:", &pattern(rng, depth - 1), ")"].concat(),
            2 if depth > 0 => {
                let arms = [pattern(rng, depth - 1), pattern(rng, depth - 1)];
                out += &["(", &arms.join("|"), ")"].concat();
            }
            3..=6 => out += atoms[rng.usize(..atoms.len())],
            _ => out += ["a", "b", "0", "é", "😀", "_"][rng.usize(..6)],
        }
        // Of what is repeated within something repeated, an engine that goes
        // back and forth does not come to an end.
        if !out[before..].contains(['*', '+', '?', '{']) {
            out += ["", "", "", "*", "+", "?", "{2}", "{1,2}", "{0,}", "*?"][rng.usize(..10)];
        }
    }
    match rng.u8(..8) {
        7 => format!("^{out}(?<!{})$", pattern(rng, 0)),
        6 => format!("{out}(?<={})$", pattern(rng, 0)),
        5 => format!("(?!{})(?={})(^{out})", pattern(rng, 0), pattern(rng, 0)),
        4 => format!("^(?!{})(?={}){out}", pattern(rng, 0), pattern(rng, 0)),
        0 => format!("^{out}$"),
        1 => format!("^(?:{out}|{})$", pattern(rng, 0)),
        _ => out,
    }
}

/// What generated code makes of a table.
fn automaton(table: &Table) -> Automaton {
    let ways = |ways: &Vec<(String, usize)>| -> Ways {
        let ways = ways
            .iter()
            .map(|(ranges, next)| -> (&'static str, usize) { (ranges.clone().leak(), *next) });
        ways.collect::<Vec<_>>().leak()
    };
    let states: Vec<Ways> = table.states.iter().map(ways).collect();
    Automaton::new("", states.leak(), table.ends.clone().leak())
}

/// What generated code makes of runs.
fn told(runs: Vec<isoschema::regular::Run>) -> Runs {
    let runs = runs.into_iter().map(|run| Run {
        ranges: run.ranges.leak(),
        least: run.least,
        most: run.most.unwrap_or(usize::MAX),
    });
    Runs::new("", runs.collect::<Vec<_>>().leak())
}

#[test]
fn a_language_has_the_texts_in_which_its_pattern_is_found() {
    let mut rng = Rng::with_seed(14);
    let (mut patterns, mut found, mut tables, mut simple) = (0, 0, 0, 0);
    while patterns < 1_500 {
        let source = pattern(&mut rng, 2);
        let Some(regex) = compiled(&source) else {
            continue;
        };
        let language = match Language::of_pattern(&source) {
            Ok(language) => language,
            Err(Irregular::Construct(_)) => continue,
            Err(other) => panic!("{source}: {other}"),
        };
        patterns += 1;
        let automaton = language.table().map(|table| automaton(&table));
        tables += usize::from(automaton.is_some());
        let runs = runs(&source).map(told);
        simple += usize::from(runs.is_some());
        for _ in 0..30 {
            let text = text(&mut rng);
            let is_found = regex.find(&text).is_some();
            assert_eq!(language.has(&text), is_found, "{source:?} in {text:?}");
            if let Some(automaton) = &automaton {
                let matches = automaton.matches(&text);
                assert_eq!(matches, is_found, "{source:?} in {text:?}");
            }
            if let Some(runs) = &runs {
                let matches = runs.matches(&text);
                assert_eq!(matches, is_found, "{source:?} in {text:?}");
            }
            found += usize::from(is_found);
        }
    }
    assert!(found > 5_000, "{found}");
    assert!(tables > 1_490, "{tables}");
    assert!(simple > 100, "{simple}");
}

#[test]
fn combinations_are_those_of_the_texts_that_there_are() {
    let mut rng = Rng::with_seed(41);
    let mut kinds = 0;
    for _ in 0..1_400 {
        let sources: Vec<String> = (0..3).map(|_| pattern(&mut rng, 1)).collect();
        let regexes: Vec<Regex> = sources.iter().filter_map(|it| compiled(it)).collect();
        let languages = sources.iter().map(|it| Language::of_pattern(it));
        let Ok(mut languages) = languages.collect::<Result<Vec<_>, _>>() else {
            continue;
        };
        let (least, most) = (rng.usize(..3), rng.usize(2..5));
        languages.push(Language::of_lengths(least, Some(most)));
        let of = |text: &str| {
            let mut of: Vec<bool> = regexes.iter().map(|it| it.find(text).is_some()).collect();
            of.push((least..=most).contains(&text.chars().count()));
            of
        };
        let all: Vec<&Language> = languages.iter().collect();
        let found = combinations(&all).expect("small enough");
        for Combination { of: told, text } in &found {
            assert_eq!(*told, of(text), "{sources:?}: {text:?}");
        }
        for _ in 0..60 {
            let text = text(&mut rng);
            let of = of(&text);
            let known = found.iter().any(|found| found.of == of);
            assert!(known, "{sources:?}: {text:?}");
        }
        kinds += found.len();
    }
    assert!(kinds > 500, "{kinds}");
}

#[test]
fn what_one_pattern_has_and_another_has_not() {
    let of = |source: &str| Language::of_pattern(source).expect("regular");
    for (these, those, witness) in [
        (r"^\d+$", "^[0-9]+$", None),
        ("^[a-y]+$", "^[a-z]+$", None),
        ("^[a-z]+$", "^[a-y]+$", Some("z")),
        ("^[a-z]*$", "^[a-z]+$", Some("")),
        (".", "[^\n\r\u{2028}\u{2029}]", None),
        (
            r"\s",
            r"[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]",
            None,
        ),
        ("^a$", "^a\n?$", None),
        (r"^\p{Lu}+$", r"^\p{L}+$", None),
        (r"^\P{L}$", r"^[^\p{L}]$", None),
        (r"\ba\b", "a", None),
        (r"^(?:ab|a)$", "^ab?$", None),
        ("^(a+)+$", "^a+$", None),
        (r"^[\w-]+$", r"^[A-Za-z0-9_\-]+$", None),
        (r"^\uD83D\uDE00$", "^😀$", None),
        ("^(?!x)[a-z]$", "^[a-wyz]$", None),
        ("^[a-wyz]$", "^(?!x)[a-z]$", None),
        (
            r"^(?=.*\d)(?=.*[A-Z])\w{2}$",
            r"^(?:\d[A-Z]|[A-Z]\d)$",
            None,
        ),
        (
            "^(?!FORBIDDEN-XYZ)",
            "^(?!FORBIDDEN-XYW)",
            Some("FORBIDDEN-XYW"),
        ),
        ("^\u{1}[a-z]$", "^[a-z]", Some("\u{1}a")),
    ] {
        let found = outside(&[&of(these)], &[&of(those)]);
        assert_eq!(found, Ok(witness.map(str::to_owned)), "{these} and {those}");
    }
    let (three, four) = (of("^[A-Z]{3}$"), of("^[A-Z]{3,4}$"));
    let most = Language::of_lengths(0, Some(3));
    assert_eq!(
        outside(&[&three], &[&Language::of_lengths(3, None)]),
        Ok(None)
    );
    assert_eq!(outside(&[&four, &most], &[&three]), Ok(None));
    let listed = Language::of_texts(["EUR", "usd"]).expect("few");
    assert_eq!(outside(&[&listed], &[&three]), Ok(Some("usd".to_owned())));
}

#[test]
fn what_is_not_regular_or_too_large_says_so() {
    for source in [
        "a(?=a)b",
        "(?!a)",
        "^(?=a)|b",
        "^((?=a)b)",
        "(?<=a)b",
        "(?<!a)b",
        r"(a)\1",
        r"(?<x>a)\k<x>",
    ] {
        let found = Language::of_pattern(source);
        assert!(
            matches!(found, Err(Irregular::Construct(_))),
            "{source}: {found:?}"
        );
    }
    for source in [
        "(?:a{1000}){1000}",
        "a{30000}",
        "^(?:(?:){20000}){20000}a{99999}$",
    ] {
        let found = Language::of_pattern(source).map(|_| ());
        assert_eq!(found, Err(Irregular::Large), "{source}");
    }
    assert!(matches!(
        Language::of_pattern("("),
        Err(Irregular::Invalid(_))
    ));
    // 2^20 states: not looked at, and soon.
    let start = Instant::now();
    let long = Language::of_pattern("[ab]*a[ab]{20}$").expect("regular");
    let other = Language::of_pattern("^[ab]+$").expect("regular");
    assert_eq!(outside(&[&other], &[&long]), Err(TooMuch));
    assert!(start.elapsed().as_secs() < 60);
}

#[test]
fn what_going_back_doubles() {
    for pattern in [
        "^(a+)+$",
        "^(a*)*b",
        r"^(\d+\.?)+$",
        "^(a|a)*$",
        "^(a|ab|b)*$",
        r"^(\s*\w+\s*)+$",
        r"^([a-z0-9]+[._-]?)*@x$",
        "^(x{1,3})+$",
        "(.*)*;",
        r"^(\.([a-z]+)?)+/$",
        r"^(?=.*x)(\.[a-z]([a-z-]*[a-z])?)+/$",
        // References back are what they refer to, again.
        r"^(a+)+\1$",
        r"^(?:(?<a>x)|y\k<a>*)+(x|y)*$",
        r"^(a+)(\1)*(\1a)*$",
    ] {
        assert!(is_exponential(pattern), "{pattern}");
    }
}

#[test]
fn what_going_back_does_not_double() {
    for pattern in [
        "^[A-Z]{3}$",
        "^[a-z]+(-[a-z]+)*$",
        "^([0-9a-f]{2})*$",
        "^([A-Z]{2,3}){2}$",
        "^(a?)*$",
        "(a+)+",
        "^(a|b)*$",
        r"^\s*\w+\s*$",
        r"^(\d+\.)+$",
        r"^([a-z0-9]+[._-])*[a-z0-9]+$",
        "^.*.*$",
        r"^(\.(ab)?)+/$",
        r"^(\.([a-z]+)?)+",
        r"^([a-z]+)?(-[a-z]+)?$",
        r#"^(["']).*\1$"#,
        r"^(?<tag>[a-z]+)(,\k<tag>)*$",
        r"^(\d)\1+$",
        r"^\1(a)+$",
    ] {
        assert!(!is_exponential(pattern), "{pattern}");
    }
    // Each part is twice as large as the one before it.
    let parts = (1..60).map(|number| format!(r"(\{number}\{number})"));
    for first in ["(a)", "()"] {
        let pattern = format!("^{first}{}", parts.clone().collect::<String>());
        assert!(!is_exponential(&pattern), "{pattern}");
    }
}

#[test]
fn simple_patterns_are_runs() {
    for (pattern, shown) in [
        ("^[A-Z]{3}$", "AZ 3-3"),
        (r"^\d{4}-\d{2}$", "09 4-4, -- 1-1, 09 2-2"),
        ("^[a-z0-9_-]+$", "--09__az 1-"),
        (r"^[\w.]*$", "..09AZ__az 0-"),
        ("^v?[0-9]+$", "vv 0-1, 09 1-"),
        ("^$", ""),
        ("^(?:[A-Z])(b)$", "AZ 1-1, bb 1-1"),
        ("^(?:a){2}$", "aa 2-2"),
        ("^a+?$", "aa 1-"),
        ("^é$", "éé 1-1"),
        ("^[^/]{1,600}$", "\0.0\u{10ffff} 1-600"),
        (
            "^.{1,256}$",
            "\0\t\u{b}\u{c}\u{e}\u{2027}\u{202a}\u{10ffff} 1-256",
        ),
    ] {
        let found = runs(pattern).unwrap_or_else(|| panic!("{pattern}"));
        let shown_run = |run: &isoschema::regular::Run| {
            let most = run.most.map_or_else(String::new, |it| it.to_string());
            format!("{} {}-{most}", run.ranges, run.least)
        };
        let found: Vec<String> = found.iter().map(shown_run).collect();
        assert_eq!(found.join(", "), shown, "{pattern}");
    }
    for pattern in [
        "[A-Z]", "^a", "a$", "^a|b$", r"^\w+\d$", "^a*a$", "^a?b*a$", "^(ab)*$", "^(a|b)$",
        "^(?=a)a$", r"^a\b$", r"^(a)\1$", "^a$$", "^[a$", r"^\p{L}$",
    ] {
        assert_eq!(runs(pattern), None, "{pattern}");
    }
}
