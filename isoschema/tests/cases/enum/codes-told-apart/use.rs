//! Codes that differ in a symbol or in the case of a letter: the names say in which.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    assert_eq!("x86-64".parse::<RootArch>()?, RootArch::X86Dash64);
    assert_eq!("x86_64".parse::<RootArch>()?, RootArch::X86_64);
    assert_eq!(RootUnit::M.as_str(), "M");
    assert_eq!(RootUnit::LowerM.as_str(), "m");
    assert_eq!(RootPath::AColonB.as_str(), "a:b");
    assert_eq!(RootPath::AB.as_str(), "a b");
    Ok(())
}
