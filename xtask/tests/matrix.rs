//! A small part of the matrix: the same seeds each time. All of it is
//! `cargo xtask matrix`.

use std::path::Path;
use std::process::Command;

#[test]
fn no_configuration_does_what_it_must_not() {
    let work = Path::new(env!("CARGO_TARGET_TMPDIR")).join("matrix");
    let done = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["matrix", "--seed", "2", "--schemas", "2"])
        .args(["--configurations", "2", "--programs", "3", "--work"])
        .arg(work)
        .output()
        .expect("the command runs");
    println!("{}", String::from_utf8_lossy(&done.stdout));
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
}
