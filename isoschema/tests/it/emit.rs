//! Crates that are written as a whole, as cargo sees them.

mod options;

use std::fs;

use isoschema::config::Config;

use crate::common::{cargo, files, folder, succeeded, write};

const CONFIGURATION: &str = r#"
[emit]
name = "emitted-orders"
version = "0.1.0"
description = "The vendor's orders, as \"exact\" types."
license = "MIT OR Apache-2.0"
copyright = "2026 The order people"
authors = ["A. Author <author@example.com>"]
repository = "https://example.com/emitted-orders"
keywords = ["orders"]
"#;

const ORDER: &str = r#"{
  "title": "An order",
  "type": "object",
  "required": ["id"],
  "properties": {
    "id": { "type": "string", "pattern": "^[A-Z]{3}$" },
    "status": { "enum": ["OPEN", "WON"] },
    "code": { "$ref": "code.json" }
  }
}
"#;

#[test]
fn a_crate_is_fit_to_publish() -> Result<(), Box<dyn std::error::Error>> {
    let root = folder("emit-publish")?;
    let (schemas, out) = (root.join("schemas"), root.join("crate"));
    fs::create_dir_all(&schemas)?;
    fs::write(schemas.join("isoschema.toml"), CONFIGURATION)?;
    fs::write(schemas.join("order.json"), ORDER)?;
    fs::write(schemas.join("code.json"), r#"{"type": "integer"}"#)?;
    write(&schemas, &out)?;
    let first = files(&out)?;
    let text = |path: &str| fs::read_to_string(out.join(path)).unwrap_or_default();
    for entry in [
        "name = \"emitted-orders\"",
        "version = \"0.1.0\"",
        "license = \"MIT OR Apache-2.0\"",
        "repository = \"https://example.com/emitted-orders\"",
        "authors = [\"A. Author <author@example.com>\"]",
        "keywords = [\"orders\"]",
    ] {
        assert!(text("Cargo.toml").contains(entry), "no {entry}");
    }
    assert!(text("LICENSE-MIT").contains("\nCopyright (c) 2026 The order people\n"));
    assert!(text("LICENSE-APACHE").contains("Version 2.0, January 2004"));
    assert!(text("README.md").contains("The vendor's orders, as \"exact\" types."));
    assert!(text("src/types.rs").contains("/// Schema: `order.json#`"));
    let log = text("CHANGELOG.md");
    assert!(
        log.ends_with("\n## 0.1.0\n\nThe first version, of 2 schemas.\n"),
        "{log}"
    );

    // Packaging compiles what is in the package.
    let output = cargo(&out, &["package", "--allow-dirty", "--color=never"])?;
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    assert!(errors.contains("Verifying emitted-orders"), "{errors}");
    assert!(!errors.contains("warning"), "{errors}");
    let list = cargo(&out, &["package", "--allow-dirty", "--list"])?;
    let list = succeeded(&list);
    for file in [
        "CHANGELOG.md",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "schemas/order.json",
        "src/lib.rs",
        "src/types.rs",
        "tests/proof.rs",
    ] {
        assert!(list.lines().any(|line| line == file), "no {file} in {list}");
    }
    assert!(!list.contains(".isoschema-files"), "{list}");

    // The same again is the same.
    fs::remove_file(out.join("Cargo.lock"))?;
    write(&schemas, &out)?;
    assert_eq!(files(&out)?, first);

    // The next version says what changed, and keeps what was said.
    fs::write(
        schemas.join("order.json"),
        ORDER.replace("\"WON\"", "\"WON\", \"LOST\""),
    )?;
    fs::write(
        schemas.join("isoschema.toml"),
        CONFIGURATION.replace("0.1.0", "0.2.0"),
    )?;
    write(&schemas, &out)?;
    let log = text("CHANGELOG.md");
    let (newer, older) = log.split_once("\n## 0.1.0\n").ok_or(log.clone())?;
    assert!(newer.contains("\n## 0.2.0\n"), "{log}");
    assert!(newer.contains("order"), "{log}");
    assert!(
        older.ends_with("The first version, of 2 schemas.\n"),
        "{log}"
    );
    if cfg!(feature = "compare") {
        assert!(newer.contains("`0.1.0` → `0.2.0`"), "{log}");
        assert!(newer.contains("| `order` | wider |"), "{log}");
        assert!(
            newer.contains("OrderStatus::Lost is a new variant"),
            "{log}"
        );
    }
    write(&schemas, &out)?;
    assert_eq!(text("CHANGELOG.md"), log);
    Ok(())
}

/// A crate with a type that stands for a schema.
const MONEY: &str = r"
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub enum Money { EUR, USD }
";

/// A document that only defines others is the README's example where there is
/// no other one; what the README shows is compiled as a test of the crate.
#[test]
fn a_readme_shows_code_that_compiles() -> Result<(), Box<dyn std::error::Error>> {
    let root = folder("emit-readme")?;
    let (schemas, out) = (root.join("schemas"), root.join("crate"));
    fs::create_dir_all(&schemas)?;
    fs::write(schemas.join("isoschema.toml"), CONFIGURATION)?;
    let parts = r#"{"$defs": {"Bolt": {"type": "object", "required": ["length"],
        "properties": {"length": {"type": "integer"}}}}}"#;
    fs::write(schemas.join("parts.json"), parts)?;
    let shown = |example: &str| -> Result<(), Box<dyn std::error::Error>> {
        write(&schemas, &out)?;
        let readme = fs::read_to_string(out.join("README.md"))?;
        assert!(readme.contains(example), "{readme}");
        let tests = succeeded(&cargo(&out, &["test", "--doc", "--color=never"])?);
        let is_compiled =
            |line: &str| line.contains("README.md") && line.ends_with("compile ... ok");
        assert!(tests.lines().any(is_compiled), "{tests}");
        Ok(())
    };
    shown("let document: emitted_orders::Bolt = ")?;
    fs::write(schemas.join("shelf.json"), r#"{"type": "array"}"#)?;
    shown("let document: emitted_orders::Shelf = ")
}

/// A document of another kind, whose schemas refer to each other.
const API: &str = r##"
openapi: 3.0.3
paths:
  /orders:
    post:
      operationId: sendOrder
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [lines]
              properties:
                lines: {type: array, minItems: 1, items: {$ref: "#/components/schemas/Line"}}
                note: {type: string, nullable: true, maxLength: 9}
                first: {$ref: "#/components/schemas/Line/properties/amount"}
                marks: {type: array, items: {type: integer, format: uint32}}
                total: {type: integer, format: int64}
      responses:
        "200":
          description: those before
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Line"}}}}
components:
  schemas:
    Line:
      type: object
      properties:
        amount: {type: integer, format: int32, minimum: 0, exclusiveMinimum: true}
        const: {const: 5}
        next: {$ref: "#/components/schemas/Line"}
"##;

#[test]
fn what_options_weaken_is_no_part_of_the_proof() -> Result<(), Box<dyn std::error::Error>> {
    let root = folder("emit-weakened")?;
    let (schemas, out) = (root.join("schemas"), root.join("crate"));
    fs::create_dir_all(&schemas)?;
    fs::create_dir_all(root.join("money/src"))?;
    fs::write(root.join("money/src/lib.rs"), MONEY)?;
    fs::write(
        root.join("money/Cargo.toml"),
        "[package]\nname = \"money\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n\
         [dependencies]\nserde = { version = \"1\", features = [\"derive\"] }\n\
         schemars = { version = \"1\", default-features = false, features = [\"derive\", \"std\"] }\n",
    )?;
    let configuration = format!(
        "{CONFIGURATION}\n[emit.dependencies]\nmoney = {{ path = \"../money\" }}\n\
         [types]\nbuilders = false\n[types.replace]\n\"code\" = \"money::Money\"\n\
         [generate]\nnumbers = \"f64\"\n"
    );
    fs::write(schemas.join("isoschema.toml"), &configuration)?;
    fs::write(schemas.join("order.json"), ORDER)?;
    fs::write(schemas.join("code.json"), r#"{"type": "string"}"#)?;
    fs::write(schemas.join("size.json"), r#"{"type": "number"}"#)?;
    // What stands in other documents is.
    fs::write(schemas.join("api.yaml"), API)?;
    write(&schemas, &out)?;
    let proof = fs::read_to_string(out.join("tests/proof.rs"))?;
    for name in ["Line", "SendOrderRequest", "SendOrderResponse"] {
        assert!(
            proof.contains(&format!("subject!({name:?}, {name})")),
            "{proof}"
        );
    }
    let readme = fs::read_to_string(out.join("README.md"))?;
    for line in ["- `money::Money`\n", "- `Order`\n", "- `Size`\n"] {
        assert!(readme.contains(line), "no {line} in {readme}");
    }
    assert!(!fs::read_to_string(out.join("tests/proof.rs"))?.contains("subject!(\"order\""));
    fs::write(
        out.join("tests/types.rs"),
        "#[test]\nfn a_type_from_elsewhere_is_read() {\n    \
         let order = emitted_orders::Order::from_json(r#\"{\"id\":\"ABC\",\"code\":\"EUR\"}\"#);\n    \
         assert_eq!(order.unwrap().code, Some(money::Money::EUR));\n}\n",
    )?;
    let shown = succeeded(&cargo(&out, &["test", "--color=never"])?);
    assert!(
        shown.contains("a_type_from_elsewhere_is_read ... ok"),
        "{shown}"
    );

    let hidden = configuration.replace("builders = false", "visibility = \"pub(crate)\"");
    fs::write(schemas.join("isoschema.toml"), hidden)?;
    let Err(told) = write(&schemas, &out) else {
        return Err("nothing would be public".into());
    };
    assert!(told.contains("gives nobody anything"), "{told}");
    assert!(told.contains("leave `visibility` out"), "{told}");
    assert!(told.contains("isoschema.toml:"), "{told}");
    assert!(!told.contains("vendor-schemas"), "{told}");
    Ok(())
}

#[test]
fn a_crate_needs_a_name_and_a_version() -> Result<(), Box<dyn std::error::Error>> {
    let root = folder("emit-nameless")?;
    fs::write(root.join("a.json"), "{}")?;
    let Err(told) = write(&root, &root.join("out")) else {
        return Err("there is no name".into());
    };
    assert!(told.contains("the crate has no name"), "{told}");
    let wrong = "[emit]\nversion = \"1\"\nlicence = \"MIT\"\ndependencies = { a = 1 }\n\
                 [types]\nvisibility = \"private\"\nbuilder = true\nmaps = \"Map\"\nderives = [\"Clone\", \"a b\"]\n\
                 replace = { \"a\" = \"Currency\" }\n[generate]\nintegers = \"i8\"\n";
    let Err(problems) = Config::parse("isoschema.toml", wrong) else {
        return Err("all of it is wrong".into());
    };
    let told = problems.to_string();
    for line in [
        "isoschema.toml:2:11: a version is three numbers",
        "isoschema.toml:3:1: the key `licence` is not known",
        "isoschema.toml:4:22: a version, or a table",
        "isoschema.toml:6:14: visibility is",
        "isoschema.toml:7:1: the key `builder` is not known",
        "isoschema.toml:8:8: maps are `BTreeMap`, `HashMap` or `IndexMap`",
        "isoschema.toml:9:21: `a b` is not the path",
        "isoschema.toml:10:19: `Currency` is not the full path",
        "isoschema.toml:12:12: integers are",
    ] {
        assert!(told.contains(line), "no {line:?} in\n{told}");
    }
    Ok(())
}
