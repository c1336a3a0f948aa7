//! The project's own cases: generated, compiled, tried, and what is generated
//! compared with what is recorded.

use std::path::Path;
use std::process::Command;

/// The types and their borrowing forms.
#[test]
fn generated_types_pass_the_cases() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let done = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["conformance", "--borrowed"])
        .args(["--cases", "isoschema/tests/cases", "--work"])
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("cases"))
        .current_dir(workspace)
        .output()
        .expect("the command runs");
    println!("{}", String::from_utf8_lossy(&done.stdout));
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
}
