//! What a person sees of `corrections` and `open-codes`; `features.rs` turns them on.
#![cfg(all(feature = "corrections", feature = "open-codes"))]

use dassault_schemas::{ErrorKind, OnlineConsentStatus, PartnerContact, PriceList};

#[test]
fn a_code_that_nobody_lists_is_kept_and_written() {
    let kind = ErrorKind::from_json("\"errors:3dx:tooLate\"").unwrap();
    assert_eq!(kind.as_str(), "errors:3dx:tooLate");
    assert!(matches!(kind, ErrorKind::Other(_)));
    assert_eq!(kind.to_json(), "\"errors:3dx:tooLate\"");
    assert_eq!(
        ErrorKind::from_json("\"errors:3dx:invalidRequest\"").unwrap(),
        ErrorKind::ALL[0]
    );
    assert!(OnlineConsentStatus::from_json("7").is_err());
}

#[test]
fn corrected_types_are_as_they_are_meant() {
    let text = r#"{"salesRepEmail":"a","salesRepFirstName":"b","salesRepLastName":"c"}"#;
    let contact: PartnerContact = text.parse().unwrap();
    assert_eq!(contact.sales_rep_first_name, "b");
    assert!(PartnerContact::from_json("null").is_err());
    let list = PriceList::from_json(r#"{"effectiveDate": null}"#).unwrap();
    assert_eq!(
        (list.effective_date(), list.to_json()),
        (None, r#"{"effectiveDate":null}"#.to_owned())
    );
}
