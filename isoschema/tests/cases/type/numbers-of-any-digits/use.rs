//! A number of any digits compares with doubles and integers, and is given by them.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::builder().price(9.99).rate(0.25).steps([1.0, 1.5]).either(RootEither::try_from(2.5)?).build()?;
    assert!(root.price == 9.99 && root.price > 9 && 10 > root.price && root.price <= 10.0);
    assert!(root.price < BigNumber::from(10) && root.price.to_string() == "9.99");
    assert!(f64::from(root.price.clone()) <= root.price.as_f64());
    let rate = root.rate.ok_or("no rate")?;
    assert!(rate == 0.25 && rate < 1 && *rate.get() == 0.25 && f64::from(rate) == 0.25);
    assert!(RootRate::try_from(1.5).is_err() && RootRate::try_from(1)? == 1);
    let highest = root.steps.iter().flat_map(|it| it.iter()).max();
    assert_eq!(highest, Some(&BigNumber::try_from(1.5)?));
    assert_eq!(root.either.and_then(|it| it.into_number()), Some(BigNumber::try_from(2.5)?));
    assert!(Root::builder().price(f64::NAN).build().is_err());
    let read = Root::from_json(r#"{"price": 1.0}"#)?;
    assert!(read.price == 1 && read.to_json() == r#"{"price":1.0}"#);
    Ok(())
}
