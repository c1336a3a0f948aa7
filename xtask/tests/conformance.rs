//! The official JSON Schema Test Suite, all five drafts, where the environment
//! says where it is: `JSON_SCHEMA_TEST_SUITE`, from the workspace's folder.

use std::path::Path;
use std::process::Command;

#[test]
fn generated_types_pass_the_official_suite() {
    let Some(suite) = std::env::var_os("JSON_SCHEMA_TEST_SUITE") else {
        println!("skipped: JSON_SCHEMA_TEST_SUITE is not set");
        return;
    };
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
