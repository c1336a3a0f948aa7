//! A number with limits compares with the numbers that it is one of, and becomes one.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::builder().percent(50).depth(-300).step(15).build()?;
    let percent = root.percent.ok_or("no percentage")?;
    assert!(percent > 49 && percent < 51 && percent == 50 && percent != 51 && 49 < percent);
    assert_eq!((percent.get(), *percent, percent.into_inner()), (50, 50, 50));
    assert_eq!((u8::from(percent), i64::from(percent), f64::from(percent)), (50, 50, 50.0));
    assert_eq!((RootPercent::MINIMUM, RootPercent::MAXIMUM), (0, 100));
    assert_eq!((RootDepth::MINIMUM, RootDepth::MAXIMUM), (-11_999, 0));
    assert_eq!((RootStep::MINIMUM, percent.to_string()), (10, "50".to_owned()));
    assert_eq!(RootPercent::try_from(50i64)?, RootPercent::try_new(50)?);
    for (refused, reason) in [
        (RootPercent::try_from(300).unwrap_err(), "above 100"),
        (RootPercent::try_from(101u8).unwrap_err(), "above 100"),
        (RootPercent::try_from(-1).unwrap_err(), "-1 is below 0"),
        (RootDepth::try_from(100_000i64).unwrap_err(), "above 0"),
        (RootDepth::try_from(-100_000).unwrap_err(), "not above -12000"),
        (RootStep::try_from(11).unwrap_err(), "multiple of 5"),
    ] {
        assert!(refused.to_string().contains(reason), "{refused}");
    }
    let depth = root.depth.ok_or("no depth")?;
    assert!(depth <= RootDepth::MAXIMUM && depth.abs() == 300 && i32::from(depth) == -300);
    assert!([depth, RootDepth::try_new(-1)?].iter().max() > Some(&depth));
    assert!(Root::builder().percent(101).build().is_err());
    Ok(())
}
