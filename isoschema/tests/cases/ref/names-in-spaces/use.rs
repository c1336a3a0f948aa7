//! Of a name in spaces, there is as much as tells it apart.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::builder()
        .pod(Pod::builder())
        .old(V1Job::builder().run("a"))
        .new(V2Job::builder().runs(2))
        .order(Order::builder().total(1).paid(0.5))
        .limits([("a", 1)])
        .any(Pod::default())
        .build()?;
    let limits: Option<LimitsV1> = root.limits.clone();
    assert_eq!(limits.map(|all| all["a"]), Some(1));
    let order = root.order.as_ref().ok_or("no order")?;
    let (total, paid): (Money, Option<ShopMoney>) = (order.total, order.paid);
    assert!(total == 1 && paid.is_some_and(|paid| paid < 1));
    match root.any.as_ref().ok_or("none")? {
        RootAny::Pod(_) => {}
        RootAny::Order(order) => println!("{}", order.total),
    }
    Ok(())
}
