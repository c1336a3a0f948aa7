//! Null among the values of a member is a variant as the others are, and no variant is of what cannot be.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let all = Root::from_json(
        r#"{"payment": {"method": null, "reason": "none"}, "grade": {"of": "x", "by": 2}, "fixed": {"a": 1, "b": 2}}"#,
    )?;
    let Some(RootPayment::Null(payment)) = &all.payment else {
        panic!("{:?}", all.payment);
    };
    assert_eq!(payment.reason, "none");
    let made = RootPayment::from(RootPaymentNull::builder().reason("none").build()?);
    assert_eq!(Some(made), all.payment);
    let Some(RootGrade::X(grade)) = &all.grade else {
        panic!("{:?}", all.grade);
    };
    assert_eq!(grade.by, 2);
    assert_eq!(all.fixed.and_then(|it| it.b), Some(2));
    Ok(())
}
