//! A number with limits compares with doubles and integers, and is made from them.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::builder().rate(0.25).radius(3).build()?;
    let rate = root.rate.ok_or("no rate")?;
    let radius = root.radius.ok_or("no radius")?;
    assert!(rate > 0.2 && rate < 0.3 && rate == 0.25 && 0.5 > rate && rate <= 1 && rate < radius.get());
    assert!(radius == 3 && radius > 2 && radius == 3.0);
    assert_eq!((f64::from(rate), rate.to_string(), radius.to_string()), (0.25, "0.25".to_owned(), "3".to_owned()));
    assert_eq!(rate.get(), rate.into_inner());
    assert_eq!(RootRate::try_from(0.25)?, rate);
    assert_eq!(RootRate::try_new(1u8)?, RootRate::try_from(1.0)?);
    let refused = RootRate::try_new(1.5).unwrap_err();
    assert!(refused.to_string().contains("above 1"), "{refused}");
    assert!(RootRate::try_from(f64::NAN).is_err() && RootRadius::try_from(0).is_err());
    assert!(Root::builder().rate(-1).build().is_err());
    Ok(())
}
