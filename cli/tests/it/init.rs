//! What `isoschema init` makes builds, and leaves alone what is there.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::apart::apart;

#[test]
fn what_it_makes_builds() -> crate::Outcome {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    // Outside of any workspace.
    let folder = std::env::temp_dir().join(format!("isoschema-init-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let init = || {
        Command::new(env!("CARGO_BIN_EXE_isoschema"))
            .args(["init", "contracts"])
            .current_dir(&folder)
            .output()
    };
    let made = init()?;
    let said = String::from_utf8(made.stdout)?;
    assert_eq!(made.status.code(), Some(0), "{said}");
    assert_eq!(said.matches("written  ").count(), 5, "{said}");
    let again = String::from_utf8(init()?.stdout)?;
    assert_eq!(again.matches("kept     ").count(), 4, "{again}");
    assert!(again.contains("isoschema-runtime = {"), "{again}");
    let manifest = fs::read_to_string(folder.join("Cargo.toml"))?;
    assert!(manifest.contains("name = \"isoschema-init-"), "{manifest}");
    let library = fs::read_to_string(folder.join("src/lib.rs"))?;
    let test = "\n#[test]\nfn reads() {\n    let order = Order::from_json(r#\"{\"id\": \"A1\", \"state\": \"SENT\"}\"#).unwrap();\n    \
                assert_eq!(order.state, Some(OrderState::Sent));\n}\n";
    fs::write(folder.join("src/lib.rs"), library + test)?;
    fs::copy(repository.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    let built = apart(&mut Command::new("cargo"))
        .args(["test", "--quiet", "--offline"])
        .current_dir(&folder)
        .output()?;
    let said = String::from_utf8_lossy(&built.stderr).into_owned();
    assert!(built.status.success(), "{said}");
    assert!(!said.contains("warning"), "{said}");
    fs::remove_dir_all(&folder)?;
    Ok(())
}
