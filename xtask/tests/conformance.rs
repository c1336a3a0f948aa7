//! The official JSON Schema Test Suite, all five drafts. The environment says
//! where it is: `JSON_SCHEMA_TEST_SUITE`.

use std::path::Path;
use std::process::Command;

#[test]
#[ignore = "needs JSON_SCHEMA_TEST_SUITE; .ci/run runs it"]
fn suite_passed_by_generated_types() {
    let suite = std::env::var_os("JSON_SCHEMA_TEST_SUITE").expect("the suite's folder");
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let done = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["conformance", "--optional", "--borrowed", "--suite"])
        .arg(suite)
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
