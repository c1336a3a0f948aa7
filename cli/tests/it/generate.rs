//! Every kind of input, and every way to write.

mod folder;
mod odd;

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Outcome;
use folder::Folder;

const ORDER: &str = "# An order.\ntype: object\nrequired: [id]\nproperties:\n  id: {type: integer}\n  customer: {$ref: customer.yaml}\n";
const CUSTOMER: &str = "type: object\nproperties:\n  name: {type: string, maxLength: 9}\n";
const EVENTS: &str = r##"
asyncapi: 2.6.0
components:
  messages:
    placed: {payload: {type: object, properties: {id: {$ref: "#/components/schemas/Id"}}}}
    gone: {payload: {type: object, required: [why], properties: {why: {type: string}}}}
  schemas:
    Id: {type: string, minLength: 1}
    Unused: {type: object}
"##;

#[test]
fn every_kind_of_input() -> Outcome {
    let folder = Folder::new("generate-inputs")?;
    folder.write("order.yaml", ORDER)?;
    folder.write("customer.yaml", CUSTOMER)?;
    folder.write("events.yaml", EVENTS)?;
    folder.write("schemas/a.json", r#"{"type": "string", "enum": ["x"]}"#)?;
    folder.write("schemas/b.json", r#"{"type": "integer", "enum": [1]}"#)?;
    folder.write(
        "noted.jsonc",
        "// Größe\n{\n  /* of a thing */ \"type\": \"string\", // a text\n  \"enum\": [\"S\", \"L\",],\n}\n",
    )?;
    for (line, types) in [
        (
            "generate order.yaml",
            &["Order", "Customer", "CustomerName"][..],
        ),
        ("generate noted.jsonc", &["Noted"]),
        ("generate schemas", &["A", "B"]),
        ("generate schemas/a.json --root-name Letter", &["Letter"]),
        ("generate --schema schemas/a.json", &["A"]),
        (
            "generate events.yaml#/components/messages/*/payload",
            &["Gone", "Placed", "Id"],
        ),
        ("generate events.yaml#/components/schemas/Id", &["Id"]),
        (
            "generate events.yaml#/components/schemas/Id --root-name Key",
            &["Key"],
        ),
    ] {
        let run = folder.run(line)?;
        assert_eq!(run.status, Some(0), "{line}: {}", run.err);
        let mut found = run.types();
        let mut types = types.to_vec();
        found.sort_unstable();
        types.sort_unstable();
        assert_eq!(found, types, "{line}");
    }
    let run = folder.given(
        "generate - --root-name Thing",
        "{\"type\": \"string\", \"enum\": [\"a\"]}",
    )?;
    assert_eq!(run.types(), ["Thing"], "{}", run.err);
    let run = folder.given("generate -", CUSTOMER)?;
    assert_eq!(run.types(), ["Input", "InputName"], "{}", run.err);
    let run = folder.given("generate -- -#/components/schemas/Id", EVENTS)?;
    assert_eq!(run.types(), ["Id"], "{}", run.err);
    for (line, said) in [
        (
            "generate events.yaml#/components/schema/Id",
            "did you mean `/components/schemas`?",
        ),
        ("generate nowhere.yaml", "nowhere.yaml: cannot be read"),
        ("generate schemas#/a", "schemas is a folder"),
        ("generate", "required"),
        ("generate a.json --watch --check", "cannot be used with"),
        ("generate schemas --check", "name a file by `--out`"),
        ("generate noted.jsonc#/enum", "a schema is an object"),
    ] {
        let run = folder.run(line)?;
        assert_eq!(run.status, Some(2), "{line}: {run:?}");
        assert!(run.err.contains(said), "{line}: {}", run.err);
    }
    Ok(())
}

#[test]
fn a_place_in_jsonc_is_where_it_stands() -> Outcome {
    let folder = Folder::new("generate-jsonc")?;
    folder.write(
        "a.jsonc",
        "/* Größe */ {\n  // x\n  \"type\": \"strin\",\n}\n",
    )?;
    let run = folder.run("generate a.jsonc")?;
    assert!(run.err.contains("a.jsonc:3:11"), "{}", run.err);
    folder.write("b.jsonc", "{ /* never closed\n")?;
    let run = folder.run("generate b.jsonc")?;
    assert_eq!(run.status, Some(2), "{}", run.err);
    Ok(())
}

#[test]
fn a_folder_gets_a_file_for_each_module() -> Outcome {
    let folder = Folder::new("generate-folder")?;
    folder.write("order.yaml", ORDER)?;
    folder.write("customer.yaml", CUSTOMER)?;
    let run = folder.run("generate order.yaml --out types/")?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    let text = fs::read_to_string(folder.0.join("types/mod.rs"))?;
    assert!(text.contains("mod support;"), "{text}");
    assert!(folder.0.join("types/support.rs").exists());
    let run = folder.run("generate order.yaml --out types --check")?;
    assert_eq!((run.status, run.out.as_str()), (Some(0), ""), "{}", run.err);
    // Of the crate's support, none is left.
    let run = folder.run("generate order.yaml --out types --support crate")?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(!folder.0.join("types/support.rs").exists());
    Ok(())
}

#[test]
fn check_says_what_would_change() -> Outcome {
    let folder = Folder::new("generate-check")?;
    folder.write("a.json", r#"{"enum": ["X", "Y"]}"#)?;
    let check = "generate a.json --out a.rs --check";
    let run = folder.run(check)?;
    assert_eq!(run.status, Some(1), "nothing is there: {}", run.err);
    assert!(!folder.0.join("a.rs").exists());
    assert_eq!(folder.run("generate a.json --out a.rs")?.status, Some(0));
    let run = folder.run(check)?;
    assert_eq!((run.status, run.out.as_str()), (Some(0), ""));
    folder.write("a.json", r#"{"enum": ["X", "Y", "Z"]}"#)?;
    let run = folder.run(check)?;
    assert_eq!(run.status, Some(1));
    assert!(
        run.out.starts_with("--- a.rs\n+++ a.rs (generated)\n"),
        "{}",
        run.out
    );
    assert!(run.out.lines().any(|line| line == "+    Z,"), "{}", run.out);
    Ok(())
}

#[test]
fn watch_generates_again_at_each_change() -> Outcome {
    let folder = Folder::new("generate-watch")?;
    folder.write("a.json", r#"{"enum": ["X"]}"#)?;
    let text = || fs::read_to_string(folder.0.join("a.rs"));
    folder.watched("generate a.json --out a.rs --watch", |next| {
        let told = |wanted: &str| -> Result<(), String> {
            while !next()
                .map_err(|_| format!("it does not say `{wanted}`"))?
                .contains(wanted)
            {}
            Ok(())
        };
        told("generated; waiting")?;
        assert!(!text()?.contains("    Z,"));
        // What is wrong is told, and it goes on.
        folder.write("a.json", r#"{"enum": "#)?;
        told("error: not JSON")?;
        folder.write("a.json", r#"{"enum": ["Z"]}"#)?;
        told("generated; waiting")?;
        assert!(text()?.contains("    Z,"));
        Ok(())
    })
}

#[test]
fn names_are_listed_and_taken_back() -> Outcome {
    let folder = Folder::new("generate-names")?;
    let petstore = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/petstore.yaml");
    fs::copy(petstore, folder.0.join("petstore.yaml"))?;
    let run = folder.run("generate petstore.yaml --names --out names.toml")?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    let names = fs::read_to_string(folder.0.join("names.toml"))?;
    let place = "\"petstore#/components/schemas/Problem/properties/code\" = ";
    assert!(
        names.contains(&format!("{place}\"ProblemCode\"\n")),
        "{names}"
    );
    let plain = folder.run("generate petstore.yaml")?;
    let same = folder.run("generate petstore.yaml --config names.toml")?;
    assert_eq!(plain.types(), same.types());
    folder.write("names.toml", &names.replace("\"ProblemCode\"", "\"Fault\""))?;
    let other = folder.run("generate petstore.yaml --config names.toml")?;
    assert!(other.types().contains(&"Fault"), "{}", other.err);
    Ok(())
}

#[test]
fn explain_says_what_became_of_a_place() -> Outcome {
    let folder = Folder::new("explain")?;
    folder.write(
        "order.json",
        r#"{"type": "object", "properties": {
            "id": {"type": "string", "maxLength": 3},
            "any": {},
            "odd": {"type": "integer", "not": {"multipleOf": 2}}}}"#,
    )?;
    folder.write(
        "untyped.json",
        r#"{"properties": {"id": {"type": "string"}}}"#,
    )?;
    for (line, status, said) in [
        (
            "explain order.json",
            0,
            "order.json#/properties/id: OrderId\n",
        ),
        (
            "explain order.json /properties/id",
            0,
            "pub struct OrderId(String);",
        ),
        (
            "explain order.json /properties/id",
            0,
            "A text, at most 3 characters.",
        ),
        (
            "explain order.json /properties/idd",
            2,
            "did you mean order.json#/properties/id?",
        ),
        (
            "explain order.json order.json#/properties/odd",
            0,
            "checked: `not`, by a predicate",
        ),
        (
            "explain order.json /properties/any",
            0,
            "the schema says nothing of the value",
        ),
        (
            "explain untyped.json",
            0,
            "`imply-type = true` below [generate] reads its keywords as one",
        ),
        (
            "explain order.json /properties/ix",
            2,
            "there is nothing at order.json#/properties/ix",
        ),
    ] {
        let run = folder.run(line)?;
        assert_eq!(run.status, Some(status), "{line}: {}", run.err);
        assert!(
            (run.out.clone() + &run.err).contains(said),
            "{line}: {}{}",
            run.out,
            run.err
        );
    }
    Ok(())
}

#[test]
fn lint_warns_and_denies() -> Outcome {
    let folder = Folder::new("lint")?;
    folder.write("good.json", r#"{"type": "string"}"#)?;
    folder.write(
        "odd.json",
        "{\n  \"type\": \"object\",\n  \"requird\": [\"id\"]\n}\n",
    )?;
    folder.write("deny.toml", "[lints]\nmisspelt-keyword = \"deny\"\n")?;
    folder.write("allow.toml", "[lints]\nmisspelt-keyword = \"allow\"\n")?;
    let petstore = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/petstore.yaml");
    fs::copy(petstore, folder.0.join("petstore.yaml"))?;
    for (line, status, said) in [
        ("lint petstore.yaml --deny", 0, ""),
        ("lint good.json", 0, ""),
        ("lint good.json --deny", 0, ""),
        ("lint odd.json", 0, "did you mean `required`?"),
        ("lint odd.json --deny", 1, "odd.json:3:14"),
        ("lint odd.json --config deny.toml", 1, "misspelt-keyword"),
        ("lint odd.json --config allow.toml --deny", 0, ""),
        (
            "lint odd.json --format json",
            0,
            "\"lint\": \"misspelt-keyword\"",
        ),
        (
            "lint odd.json --format github --deny",
            1,
            "::error file=odd.json,line=3,title=misspelt-keyword::",
        ),
        ("lint nowhere.json", 2, "cannot be read"),
        (
            "generate odd.json --out odd.rs --config deny.toml",
            2,
            "did you mean `required`?",
        ),
    ] {
        let run = folder.run(line)?;
        assert_eq!(run.status, Some(status), "{line}: {run:?}");
        let all = run.out + &run.err;
        assert!(all.contains(said), "{line}: {all}");
        assert!(
            !said.is_empty() || !all.contains("warning"),
            "{line}: {all}"
        );
    }
    Ok(())
}

#[test]
fn shells_and_manuals() -> Outcome {
    let folder = Folder::new("shells")?;
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = folder.run(&format!("completions {shell}"))?;
        assert_eq!(run.status, Some(0), "{}", run.err);
        assert!(
            run.out.contains("isoschema") && run.out.contains("generate"),
            "{shell}"
        );
    }
    assert!(folder.run("man")?.out.contains(".TH isoschema 1"));
    assert_eq!(folder.run("man --out .")?.status, Some(0));
    assert!(fs::read_to_string(folder.0.join("isoschema-generate.1"))?.contains("remote"));
    // As cargo calls it.
    let run = Command::new(env!("CARGO_BIN_EXE_cargo-isoschema"))
        .args(["isoschema", "--version"])
        .output()?;
    assert!(run.stdout.starts_with(b"isoschema "));
    assert_eq!(folder.run("generat")?.status, Some(2));
    Ok(())
}
