//! The project's own cases: generated, compiled, tried, and what is generated
//! compared with what is recorded.

use std::path::Path;
use std::process::Command;

fn passes_the_cases(work: &str, more: &[&str]) {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let done = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["conformance", "--cases", "isoschema/tests/cases", "--work"])
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join(work))
        .args(more)
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

#[test]
fn generated_types_pass_the_cases() {
    passes_the_cases("cases", &[]);
}

/// The borrowing forms take, write and say what the owned ones do.
#[test]
fn borrowing_forms_pass_the_cases() {
    passes_the_cases("cases-borrowed", &["--borrowed"]);
}
