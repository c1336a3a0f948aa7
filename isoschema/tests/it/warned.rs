//! What is allowed and surely not meant: each lint on a schema that gets it and
//! on one that does not.

mod cases;

use std::collections::BTreeSet;

use isoschema::Generator;
use isoschema::config::Config;
use isoschema::lint::{Level, names};

use cases::CASES;

fn generator(schema: &str) -> Generator {
    Generator::new().text("it.json", schema)
}

/// What a lint says of a schema.
fn told(lint: &str, schema: &str) -> Vec<String> {
    let config = Config::new().lint(lint, Level::Warn);
    let generated = generator(schema).configure(config).generate();
    let generated = generated.unwrap_or_else(|problems| panic!("{schema}\n{problems}"));
    let warnings = generated.warnings.into_iter().flatten();
    let own = warnings.filter(|warning| warning.lint == Some(lint));
    own.map(|warning| warning.to_string()).collect()
}

#[test]
fn each_lint_finds_what_it_is_about_and_no_more() {
    for (lint, wrong, said, right) in CASES {
        let found = told(lint, wrong);
        assert!(
            found.iter().any(|it| it.contains(said)),
            "{lint}: {wrong}: {found:?}"
        );
        assert!(
            found.iter().all(|it| it.starts_with("it.json:")),
            "{lint}: {found:?}"
        );
        assert_eq!(told(lint, right), [""; 0], "{lint}: {right}");
    }
}

#[test]
fn every_lint_has_a_case() {
    let tried: BTreeSet<&str> = CASES.iter().map(|case| case.0).collect();
    assert_eq!(tried, names().collect());
    let listed: Vec<&str> = names().collect();
    assert!(listed.is_sorted());
}

/// Enums are meant to be closed, unless somebody asks.
#[test]
fn closed_enums_are_told_of_when_asked() {
    let generated = generator(r#"{"enum": ["x", "y"]}"#).generate();
    assert!(generated.is_ok_and(|it| it.warnings.is_none()));
}

#[test]
fn the_configuration_allows_and_denies() {
    for (lint, wrong, said, _) in CASES {
        let with = |level| {
            generator(wrong)
                .configure(Config::new().lint(lint, level))
                .generate()
        };
        let allowed = with(Level::Allow).unwrap_or_else(|problems| panic!("{problems}"));
        let left = allowed.warnings.into_iter().flatten();
        assert!(left.into_iter().all(|it| it.lint != Some(lint)), "{lint}");
        let denied = with(Level::Deny).expect_err(lint);
        assert!(denied.to_string().contains(said), "{lint}: {denied}");
        // In a file as in code.
        let text = format!("[lints]\n{lint} = \"deny\"\n");
        let config = Config::parse("isoschema.toml", &text).expect("a configuration");
        assert!(
            generator(wrong).configure(config).generate().is_err(),
            "{lint}"
        );
    }
    for (text, said) in [
        (
            "[lints]\nmisspelt-keywords = \"warn\"\n",
            "did you mean `misspelt-",
        ),
        (
            "[lints]\nno-value = \"error\"\n",
            "`allow`, `warn` or `deny`",
        ),
    ] {
        let problem = Config::parse("isoschema.toml", text)
            .unwrap_err()
            .to_string();
        assert!(
            problem.starts_with("isoschema.toml:2:") && problem.contains(said),
            "{problem}"
        );
    }
}
