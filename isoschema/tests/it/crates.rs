//! Several crates of generated types with one runtime: what they share is the
//! same type in all of them; and what is missing is told in one place.

use std::error::Error;
use std::fs;
use std::path::Path;

use isoschema::Generator;
use isoschema::config::{Config, Integers, Support};

use crate::common::{cargo, folder, succeeded};

const ORDER: &str = r#"{
    "type": "object",
    "properties": { "total": { "type": "number" }, "count": { "type": "integer" } },
    "required": ["total", "count"]
}"#;

const INVOICE: &str = r#"{
    "type": "object",
    "properties": {
        "amount": { "type": "number" },
        "items": { "type": "integer" },
        "code": { "type": "string", "pattern": "^(A|B)\\1[0-9]+$" }
    },
    "required": ["amount", "items"]
}"#;

/// A crate whose module is generated from one schema.
fn package(root: &Path, name: &str, schema: &str, features: &str) -> Result<(), Box<dyn Error>> {
    let generated = Generator::new()
        .text(format!("{name}.json"), schema)
        .configure(Config::new().integers(Integers::Exact))
        .support(Support::Crate)
        .generate()
        .map_err(|problems| problems.render())?;
    member(root, name, features, &generated.text)
}

fn member(root: &Path, name: &str, features: &str, text: &str) -> Result<(), Box<dyn Error>> {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
    fs::create_dir_all(root.join(name).join("src"))?;
    fs::write(
        root.join(name).join("Cargo.toml"),
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
             [dependencies]\nserde = \"1\"\n\
             serde_json = {{ version = \"1\", features = [\"float_roundtrip\"] }}\n\
             isoschema-runtime = {{ path = '{}', features = [{features}] }}\n",
            runtime.display()
        ),
    )?;
    fs::write(root.join(name).join("src/lib.rs"), text)?;
    Ok(())
}

const MAIN: &str = r##"//! Two crates of generated types.

use invoice::Invoice;
use isoschema_runtime::{BuildError, Error, Integer, Json, Number};
use order::Order;

/// Documents of any generated type.
fn all<T: for<'de> Json<'de>>(texts: &[&str]) -> Result<Vec<T>, Error> {
    texts.iter().map(|text| T::from_json(text)).collect()
}

fn invoiced(order: &Order) -> Result<Invoice, BuildError> {
    let total: Number = order.total.clone();
    let count: Integer = order.count.clone();
    Invoice::builder().amount(total).items(count).build()
}

fn run() -> Result<(), Error> {
    let orders: Vec<Order> = all(&[r#"{"total":1.50,"count":2}"#])?;
    let invoice = invoiced(&orders[0]).expect("all is given");
    println!("{}", invoice.to_json());
    let error: Error = all::<Invoice>(&[r#"{"amount":"1"}"#]).unwrap_err();
    println!("{error}");
    Vec::<Order>::from_json("[1]").map(|_| ())
}

fn main() {
    println!("{}", run().unwrap_err());
}
"##;

#[test]
fn crates_pass_one_error_and_one_number_between_them() -> Result<(), Box<dyn Error>> {
    let root = folder("crates")?;
    package(&root, "order", ORDER, "")?;
    package(&root, "invoice", INVOICE, "'patterns'")?;
    member(&root, "both", "", "")?;
    fs::remove_file(root.join("both/src/lib.rs"))?;
    fs::write(root.join("both/src/main.rs"), MAIN)?;
    let manifest = fs::read_to_string(root.join("both/Cargo.toml"))?;
    let others = "order = { path = '../order' }\ninvoice = { path = '../invoice' }\n";
    fs::write(root.join("both/Cargo.toml"), manifest + others)?;
    let members = "[workspace]\nmembers = ['both', 'invoice', 'order']\nresolver = '3'\n";
    fs::write(root.join("Cargo.toml"), members)?;
    let shown = succeeded(&cargo(&root, &["run", "--quiet", "--color=never"])?);
    assert_eq!(
        shown,
        "{\"amount\":1.5,\"items\":2}\n\
         amount: \"1\" is a string, not a number [invoice.json#/properties/amount/type]\n\
         [0]: 1 is an integer, not an object [order.json#/type]\n"
    );

    // A feature that is missing, a version that is another one, and a module
    // that needs a crate: one error each, with the line that says so.
    let text = fs::read_to_string(root.join("invoice/src/lib.rs"))?;
    let pasted = Generator::new()
        .text("invoice.json", INVOICE)
        .support(Support::Pasted)
        .generate()?;
    let line = "as support; // isoschema-runtime 0.1.0, feature patterns";
    for (text, told) in [
        (text.clone(), line),
        (text.replace("::v1::", "::v0::"), line),
        (
            pasted.text,
            "use ::regress::Regex; // the crate `regress`, version 0.12",
        ),
    ] {
        member(&root, "invoice", "", &text)?;
        let output = cargo(
            &root,
            &["check", "--quiet", "--color=never", "--package", "invoice"],
        )?;
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(errors.matches("error[").count(), 1, "{errors}");
        assert!(errors.contains(told), "{errors}");
    }
    Ok(())
}
