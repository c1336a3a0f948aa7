//! What a case's file is, if it is no regular one: nobody waits for it.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn a_case_that_is_a_fifo_is_refused() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("case-fifo");
    let _ = fs::remove_dir_all(&folder);
    let case = folder.join("cases/type/seat");
    fs::create_dir_all(&case)?;
    fs::write(case.join("accepted.json"), r#"["12F"]"#)?;
    fs::write(case.join("refused.json"), "[12]")?;
    let made = Command::new("mkfifo")
        .arg(case.join("schema.json"))
        .status()?;
    assert!(made.success());
    let done = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["conformance", "--cases", "cases"])
        .current_dir(&folder)
        .output()?;
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert!(said.contains("it is a FIFO, not a regular file"), "{said}");
    fs::remove_dir_all(folder)?;
    Ok(())
}
