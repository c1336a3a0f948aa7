//! Codes that are numbers are any integer that holds all of them.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let high = Root::from_json("2")?;
    assert_eq!((u8::from(high), i32::from(high), i64::from(high)), (2, 2, 2));
    assert_eq!(Root::try_from(1)?, Root::Low);
    Ok(())
}
