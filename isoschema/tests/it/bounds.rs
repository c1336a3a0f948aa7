//! Schemas drawn with bounds that cross, that lie beyond every Rust integer,
//! or on the edges of one: their modules compile without a warning, and take
//! what the `jsonschema` validator and the judge take.

mod draw;
mod program;

use crate::common;
use std::error::Error;

use isoschema::config::{Config, Integers, Support};
use isoschema::diagnostics::Severity;
use isoschema::front::rules;
use isoschema::judge::Judge;
use isoschema::lint::Level;
use isoschema::load::{Decimal, Json, JsonKind, Source, parse_text};
use isoschema::{Generated, Generator};

use self::draw::{Draw, documents, schema};
use self::program::Program;

/// How many schemas are drawn.
const SCHEMAS: usize = 160;

/// Every third module has integers of any size.
fn has_any_size(index: usize) -> bool {
    index.is_multiple_of(3)
}

fn config(index: usize) -> Config {
    let config = Config::new().borrowed();
    if has_any_size(index) {
        config.integers(Integers::Exact)
    } else {
        config.integers(Integers::Wide)
    }
}

fn generated(schema: &str, config: Config) -> Result<Generated, Box<dyn Error>> {
    let generator = Generator::new()
        .text("schema.json", schema)
        .root_name("Root")
        .support(Support::Module("crate::support".to_owned()))
        .configure(config);
    let refused = |problems: isoschema::diagnostics::Diagnostics| {
        format!("{schema}: {}", problems.render()).into()
    };
    generator.generate().map_err(refused)
}

#[test]
fn types_take_what_the_validator_takes() -> Result<(), Box<dyn Error>> {
    let mut draw = Draw::new(9);
    let schemas: Vec<String> = (0..SCHEMAS).map(|_| schema(&mut draw)).collect();
    let mut program = Program::new();
    let mut never = 0;
    for (index, schema) in schemas.iter().enumerate() {
        let generated = generated(schema, config(index))?;
        never += usize::from(generated.warnings.is_some());
        program.add(&generated.text);
    }
    // Enough of both: what nothing fits, and what something does.
    assert!((20..SCHEMAS - 20).contains(&never), "{never}");
    let asked: Vec<Vec<String>> = schemas.iter().map(|schema| documents(schema)).collect();
    let answers = program.answers(&asked)?;
    let (mut judged, mut validated, mut accepted) = (0, 0, 0);
    for (index, schema) in schemas.iter().enumerate() {
        let validator = validator(schema);
        let source = Source::texts([("schema.json".to_owned(), schema.clone())]);
        let (_, rules, _) = rules(&source, &config(index)).map_err(|p| p.render())?;
        let judge = Judge::new(&rules).configured(&config(index));
        for (document, written) in asked[index].iter().zip(&answers[index]) {
            let (json, _) = parse_text("document", document).map_err(|p| p.render())?;
            let fits = written.is_some();
            let verdict = judge.judge(rules.roots[0].rule, &json);
            // Which of the integers of any size got a narrower type, and take no
            // exponent far from zero, the judge does not know.
            if has_any_size(index) && !is_within_limits(&json) {
                continue;
            }
            assert_eq!(fits, verdict.fits(), "{schema}\n{document}\n{verdict:?}");
            judged += 1;
            if let Some(validator) = validator.as_ref().filter(|_| is_within_limits(&json)) {
                let value = serde_json::from_str(document)?;
                assert_eq!(fits, validator.is_valid(&value), "{schema}\n{document}");
                validated += 1;
            }
            if let Some(written) = written {
                let (back, _) = parse_text("written", written).map_err(|p| p.render())?;
                assert!(
                    !is_exact(&json) || back.same_value(&json),
                    "{document} {written}"
                );
                accepted += 1;
            }
        }
    }
    println!("{judged} documents, {validated} validated, {accepted} accepted");
    assert!(validated > 3_000 && accepted > 1_000 && judged - accepted > 1_000);
    Ok(())
}

/// A validator, where `serde_json` holds every number of the schema.
fn validator(schema: &str) -> Option<jsonschema::Validator> {
    let (json, _) = parse_text("schema", schema).ok()?;
    if !is_exact(&json) {
        return None;
    }
    jsonschema::validator_for(&serde_json::from_str(schema).ok()?).ok()
}

/// Whether every number is the same in `serde_json`.
fn is_exact(json: &Json) -> bool {
    match &json.kind {
        JsonKind::Number(token) => serde_json::from_str::<serde_json::Number>(token)
            .is_ok_and(|number| Decimal::parse(&number.to_string()) == Decimal::parse(token)),
        JsonKind::Array(items) => items.iter().all(is_exact),
        JsonKind::Object(members) => members.values().all(is_exact),
        _ => true,
    }
}

/// Whether types read every number as it stands there, as an integer too: the
/// validator takes integers that only the judge knows to be refused.
fn is_within_limits(json: &Json) -> bool {
    match &json.kind {
        JsonKind::Number(token) => {
            let has_64_bits = token.parse::<u64>().is_ok() || token.parse::<i64>().is_ok();
            let is_small = || {
                token
                    .parse::<f64>()
                    .is_ok_and(|value| value.abs() <= 9_007_199_254_740_992.0)
            };
            let is_integer = Decimal::parse(token).is_integer();
            is_exact(json) && (has_64_bits || !is_integer || is_small())
        }
        JsonKind::Array(items) => items.iter().all(is_within_limits),
        JsonKind::Object(members) => members.values().all(is_within_limits),
        _ => true,
    }
}

/// The warnings of a schema, each as text, but for those of a `type` that is not said.
fn warnings(schema: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let generated = generated(schema, Config::new().lint("no-type", Level::Allow))?;
    let warnings = generated.warnings.iter().flatten();
    Ok(warnings
        .inspect(|warning| assert_eq!(warning.severity, Severity::Warning))
        .map(|warning| {
            warning
                .to_string()
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned()
        })
        .collect())
}

#[test]
fn what_nothing_fits_is_told_with_its_place() -> Result<(), Box<dyn Error>> {
    let schema = r#"{
  "properties": {
    "crossed": {"type": "integer", "minimum": 2, "maximum": 1},
    "merged": {"allOf": [{"type": "string", "minLength": 4}, {"maxLength": 3}]},
    "endless": {"type": "array", "minItems": 99999999999},
    "beyond": {"type": "integer", "minimum": 1e40},
    "kinds": {"type": "string", "enum": [1]},
    "part": {"minItems": 2, "maxItems": 1},
    "said": false,
    "arms": {
      "type": "integer",
      "minimum": 5,
      "anyOf": [{"maximum": 4}, {"maximum": 9}]
    }
  }
}"#;
    assert_eq!(
        warnings(schema)?,
        [
            "schema.json:3:47 (#/properties/crossed/minimum): no value fits: `minimum: 2` and `maximum: 1` exclude each other",
            "schema.json:4:58 (#/properties/merged/allOf/0/minLength): no value fits: `minLength: 4` and `maxLength: 3` [schema.json#/properties/merged/allOf/1] exclude each other",
            "schema.json:5:46 (#/properties/endless/minItems): no value fits: `minItems: 99999999999` is more than any document has",
            "schema.json:6:46 (#/properties/beyond/minimum): no value fits: `minimum: 1e40` leaves no integer that the Rust type holds",
            "schema.json:7:14 (#/properties/kinds): no value fits: what the schema asks for excludes each other",
            "schema.json:8:26 (#/properties/part/minItems): no value fits: `minItems: 2` and `maxItems: 1` exclude each other",
        ]
    );
    Ok(())
}

#[test]
fn a_divisor_without_a_multiple_between_the_bounds_is_told() -> Result<(), Box<dyn Error>> {
    for (schema, at, sides) in [
        (
            r#"{"type": "integer", "minimum": 1, "maximum": 5, "multipleOf": 7}"#,
            "#/multipleOf",
            "`multipleOf: 7`, `minimum: 1` and `maximum: 5`",
        ),
        (
            r#"{"type": "integer", "exclusiveMinimum": 7, "exclusiveMaximum": 14, "multipleOf": 7}"#,
            "#/multipleOf",
            "`multipleOf: 7`, `exclusiveMinimum: 7` and `exclusiveMaximum: 14`",
        ),
        (
            r#"{"type": "integer", "minimum": -4, "maximum": -1, "multipleOf": 2.5}"#,
            "#/multipleOf",
            "`multipleOf: 2.5`, `minimum: -4` and `maximum: -1`",
        ),
        (
            r#"{"type": "number", "exclusiveMinimum": 0, "maximum": 0.009, "multipleOf": 1e-2}"#,
            "#/multipleOf",
            "`multipleOf: 1e-2`, `exclusiveMinimum: 0` and `maximum: 0.009`",
        ),
        (
            r#"{"minimum": 1, "maximum": 5, "multipleOf": 7}"#,
            "#/multipleOf",
            "`multipleOf: 7`, `minimum: 1` and `maximum: 5`",
        ),
        (
            r#"{"type": "number", "minimum": 1, "allOf": [{"maximum": 29, "multipleOf": 3e1}]}"#,
            "#/allOf/0/multipleOf",
            "`multipleOf: 3e1`, `minimum: 1` [schema.json#] and `maximum: 29`",
        ),
        (
            r#"{"$schema": "http://json-schema.org/draft-04/schema#", "type": "integer",
                "minimum": 8, "exclusiveMinimum": true, "maximum": 12, "exclusiveMaximum": true, "multipleOf": 4}"#,
            "#/multipleOf",
            "`multipleOf: 4`, `minimum: 8` and `maximum: 12`",
        ),
    ] {
        let told = warnings(schema)?;
        let [told] = told.as_slice() else {
            return Err(format!("{schema}: {told:?}").into());
        };
        let said = format!("({at}): no value fits: {sides} exclude each other");
        assert!(told.ends_with(&said), "{told}");
    }
    for schema in [
        r#"{"type": "integer", "minimum": -1, "maximum": 5, "multipleOf": 7}"#,
        r#"{"type": "integer", "minimum": 7, "maximum": 7, "multipleOf": 7}"#,
        r#"{"type": "integer", "exclusiveMinimum": 4, "maximum": 5, "multipleOf": 2.5}"#,
        r#"{"type": "integer", "minimum": 1, "multipleOf": 7}"#,
        r#"{"type": "number", "minimum": 0.3, "maximum": 0.3, "multipleOf": 0.1}"#,
        r#"{"type": "number", "exclusiveMinimum": -0.5, "exclusiveMaximum": 0.5, "multipleOf": 2}"#,
        // Beyond what is decided: each value is still checked.
        r#"{"type": "number", "minimum": 1e-300, "maximum": 1e30, "multipleOf": 1e40}"#,
    ] {
        assert_eq!(warnings(schema)?, Vec::<String>::new(), "{schema}");
    }
    Ok(())
}

#[test]
fn a_build_script_warns_and_goes_on() -> Result<(), Box<dyn Error>> {
    let folder = common::folder("bounds-build")?;
    let schema = r#"{"type": "integer", "minimum": 1, "maximum": 0}"#;
    let build = isoschema::build::Build::new(Generator::new().text("count.json", schema));
    let (mut cargo, mut shown) = (Vec::new(), Vec::new());
    assert!(build.tell(Some(&folder), &mut cargo, &mut shown)?);
    let cargo = String::from_utf8(cargo)?;
    let warning = "cargo::warning=count.json:1:32 (#/minimum): no value fits: `minimum: 1` and `maximum: 0` exclude each other; ";
    assert!(
        cargo.lines().any(|line| line.starts_with(warning)),
        "{cargo}"
    );
    assert!(folder.join("types.rs").exists() && shown.is_empty());
    Ok(())
}

#[test]
fn a_divisor_of_more_digits_than_readers_divide_by_is_refused() {
    for schema in [
        r#"{"multipleOf": 1.234567890123456789012345678901234567891}"#,
        r#"{"type": "number", "multipleOf": 1234567890123456789012345678901234567891}"#,
        r#"{"type": "integer", "multipleOf": 0.1234567890123456789012345678901234567891}"#,
    ] {
        let generator = Generator::new().text("schema.json", schema);
        let problems = generator.generate().expect_err("more than 38 digits");
        let problem = problems.iter().next().expect("a problem");
        assert!(problem.reason.contains("more than 38 digits"), "{problem}");
        assert_eq!(problem.pointer.as_deref(), Some("/multipleOf"));
        assert!(problem.line == 1 && problem.help.is_some(), "{problem}");
    }
    let far = r#"{"maximum": 1e99999999999999999999}"#;
    let generator = Generator::new().text("schema.json", far);
    let problems = generator
        .generate()
        .expect_err("an exponent beyond 64 bits");
    assert_eq!(
        problems.to_string().lines().next(),
        Some("schema.json:1:13 (#/maximum): `maximum` has an exponent of more than 18 digits")
    );
}
