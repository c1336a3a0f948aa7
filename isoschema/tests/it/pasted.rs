//! Modules that bring along what they use of the runtime: it is all that they use, says what the
//! crate says, and is short.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use isoschema::config::Support;
use isoschema::{Generator, SchemarsFeature};
use serde_json::Value;

use crate::common::{cargo, files, folder, succeeded};

/// Cases that together use most parts of the runtime.
const PASTED: [&str; 14] = [
    "boolean/true",
    "enum/mixed-kinds",
    "errors/integer-ranges",
    "errors/one-arm-left",
    "errors/without-values",
    "format/asserted",
    "items/closed-positions-draft4",
    "multipleOf/tiny",
    "oneOf/told-by-a-member",
    "pattern/ecma-classes",
    "propertyNames/codes",
    "type/every-kind",
    "unevaluatedProperties/typed",
    "uniqueItems/by-value",
];

/// Documents that are no usual ones.
const ODD: [&str; 7] = [
    r#""a\u0007b\u00e9""#,
    "-0",
    "1e400",
    "123456789012345678901234567890",
    "1.00000000000000000000001",
    r#"{"a b":[{"c":"long long long long long long long long long long long long long"}]}"#,
    r#"{"$serde_json::private::Number":"1"}"#,
];

/// Texts that are no documents. The crate need not read to the end what it refuses, and may say
/// so of a value before the place that is broken.
const BROKEN: [&str; 7] = [
    "",
    "{",
    "[1,]",
    "1 2",
    r#""\ud800""#,
    r#"{"a":1,"a":2}"#,
    r#"[{"b":{"a":1,"a":2}}]"#,
];

/// What the crates of both tests depend on.
fn manifest() -> String {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
    format!(
        "[package]\nname = \"pasted\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n\
         [features]\ndefault = [\"schemars\"]\nschemars = [\"dep:schemars\"]\n\
         [dependencies]\nregress = \"0.12\"\nserde = \"1\"\n\
         isoschema-runtime = {{ path = '{}', features = ['formats', 'patterns', 'schemars'] }}\n\
         schemars = {{ version = \"1\", default-features = false, features = [\"derive\", \"std\"], optional = true }}\n\
         serde_json = {{ version = \"1\", features = [\"float_roundtrip\"] }}\n",
        runtime.display()
    )
}

#[test]
fn what_is_pasted_is_all_that_is_used() -> Result<(), Box<dyn Error>> {
    let root = folder("pasted")?;
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut library = String::from("//! What is pasted.\n");
    let mut compared = String::new();
    fs::create_dir_all(root.join("src"))?;
    let mut add = |name: String, text: String| {
        let _ = writeln!(library, "#[allow(dead_code)]\nmod {name};");
        fs::write(root.join(format!("src/{name}.rs")), text)
    };
    for (index, case) in PASTED.into_iter().enumerate() {
        // Both forms of each would take long.
        let pasted = generated(&cases.join(case), index % 2 == 0, Support::Pasted)?;
        add(format!("case_{index}"), pasted)?;
        let of_crate = generated(&cases.join(case), false, Support::Crate)?;
        add(format!("crate_{index}"), of_crate)?;
        let _ = writeln!(
            compared,
            "    same!(texts, broken, case_{index}, crate_{index});"
        );
    }
    fs::write(
        root.join("src/main.rs"),
        format!("{library}\n{MAIN}{compared}    Ok(())\n}}\n"),
    )?;
    fs::write(root.join("texts.json"), texts(&cases)?)?;
    fs::write(root.join("Cargo.toml"), manifest())?;
    succeeded(&cargo(&root, &["run", "--color=never"])?);
    Ok(())
}

/// The programs of the cases, which run with the types that they are written for elsewhere.
#[test]
fn what_is_pasted_has_all_that_programs_call() -> Result<(), Box<dyn Error>> {
    let root = folder("pasted-used")?;
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut library = String::from("//! Programs with what is pasted.\n#![allow(dead_code)]\n");
    fs::create_dir_all(root.join("src"))?;
    let mut add = |name: String, text: String| {
        let _ = writeln!(library, "pub mod {name};");
        fs::write(root.join(format!("src/{name}.rs")), text)
    };
    let programs = programs(&cases)?;
    assert!(programs.len() > 20, "{} programs", programs.len());
    for (index, (path, program)) in programs.into_iter().enumerate() {
        let case = path.parent().ok_or("a file is in a folder")?;
        let text = generated(case, false, Support::Pasted)?;
        add(format!("used_{index}"), text)?;
        let used = format!("use crate::used_{index}::");
        let program = program.replace("use types::", &used);
        let program = program.replace("use crate::support", &format!("{used}support"));
        add(format!("use_{index}"), program)?;
    }
    fs::write(root.join("src/lib.rs"), library)?;
    fs::write(root.join("Cargo.toml"), manifest())?;
    succeeded(&cargo(&root, &["check", "--color=never"])?);
    Ok(())
}

/// What goes through the texts: whether both modules take them, what they write then, and what
/// they say otherwise.
const MAIN: &str = r#"
macro_rules! same {
    ($texts:expr, $broken:expr, $one:ident, $other:ident) => {
        for text in $texts.iter().chain(&$broken) {
            let one = <$one::Root as $one::support::Json>::from_json(text);
            let other = <$other::Root as $other::support::Json>::from_json(text);
            let one = one.map(|it| serde_json::to_string(&it).unwrap()).map_err(|it| it.to_string());
            let other = other.map(|it| serde_json::to_string(&it).unwrap()).map_err(|it| it.to_string());
            if $broken.contains(text) {
                assert_eq!(one.ok(), other.ok(), "{}: {text}", stringify!($one));
            } else {
                assert_eq!(one, other, "{}: {text}", stringify!($one));
            }
            // The crate reads the text of the value, and counts from where that begins. Of a broken
            // one, it may refuse a value before it meets the broken place, and has other words.
            let said = |error: serde_json::Error| error.to_string().replace(" of the value", "");
            let one = serde_json::from_str::<$one::Root>(text).map_err(said);
            let other = serde_json::from_str::<$other::Root>(text).map_err(said);
            if $broken.contains(text) {
                assert!(one.is_err() && other.is_err(), "{}: {text}", stringify!($one));
            } else {
                assert_eq!(one.err(), other.err(), "{}: {text}", stringify!($one));
            }
        }
    };
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (texts, broken): (Vec<String>, Vec<String>) = serde_json::from_str(include_str!("../texts.json"))?;
    assert!(texts.len() > 100);
"#;

/// The programs of the cases.
fn programs(cases: &Path) -> Result<Vec<(PathBuf, String)>, Box<dyn Error>> {
    let mut programs = files(cases)?;
    programs.retain(|(path, _)| path.ends_with("use.rs"));
    for (_, program) in &mut programs {
        *program = program.replace("\nfn main(", "\npub(crate) fn main(");
    }
    Ok(programs)
}

/// The documents of the compared cases with the odd ones, and what is no document.
fn texts(cases: &Path) -> Result<String, Box<dyn Error>> {
    let mut texts: Vec<String> = ODD.map(str::to_owned).into();
    for case in PASTED {
        for name in ["accepted.json", "refused.json"] {
            let file = cases.join(case).join(name);
            if file.exists() {
                let documents: Vec<Value> = serde_json::from_str(&fs::read_to_string(file)?)?;
                texts.extend(documents.iter().map(Value::to_string));
            }
        }
    }
    Ok(serde_json::to_string(&(texts, BROKEN))?)
}

/// The module of a case, with what it uses.
fn generated(case: &Path, borrowed: bool, support: Support) -> Result<String, Box<dyn Error>> {
    let mut generator = Generator::new()
        .schema(case.join("schema.json"))
        .root_name("Root")
        .schemars(SchemarsFeature::Named("schemars".to_owned()))
        .support(support);
    if case.join("isoschema.toml").exists() {
        generator = generator.config(case.join("isoschema.toml"));
    }
    if borrowed {
        generator = generator.borrowed();
    }
    Ok(generator.generate().map_err(|it| it.render())?.text)
}

/// An ordinary order: texts, numbers, lists and codes.
const ORDER: &str = r#"{
    "type": "object",
    "properties": {
        "id": { "type": "string", "minLength": 1, "maxLength": 36 },
        "customer": {
            "type": "object",
            "properties": { "name": { "type": "string" }, "email": { "type": "string" } },
            "required": ["name"],
            "additionalProperties": false
        },
        "status": { "enum": ["OPEN", "PAID", "SENT"] },
        "note": { "type": "string" },
        "total": { "type": "number", "minimum": 0 },
        "lines": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "sku": { "type": "string" },
                    "quantity": { "type": "integer", "minimum": 1 },
                    "price": { "type": "number" }
                },
                "required": ["sku", "quantity"]
            }
        },
        "tags": { "type": "array", "items": { "type": "string" } }
    },
    "required": ["id", "status", "total", "lines"]
}"#;

/// Two members.
const PAIR: &str = r#"{
    "type": "object",
    "properties": { "total": { "type": "number" }, "count": { "type": "integer" } },
    "required": ["total", "count"]
}"#;

#[test]
fn what_is_pasted_is_short() -> Result<(), Box<dyn Error>> {
    for (schema, most) in [
        (r#"{ "type": "string" }"#, 916),
        (PAIR, 2_021),
        (ORDER, 2_716),
    ] {
        let generated = Generator::new()
            .text("thing.json", schema)
            .support(Support::Pasted)
            .generate()?;
        let (_, support) = generated
            .text
            .split_once("mod support {")
            .unwrap_or_default();
        let lines = support.lines().count();
        assert!(lines <= most, "{lines} lines for {schema}");
    }
    Ok(())
}
