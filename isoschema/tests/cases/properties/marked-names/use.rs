//! A mark before a name is left out of it, unless it tells the name apart from another one.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = r##"{"@context":"https://schema.org","@type":"Event","@id":"e","id":1,"#text":"t"}"##;
    let event: Root = text.parse()?;
    assert_eq!(event.context, Some(RootContext::HttpsSchemaOrg));
    assert_eq!(
        (event.r#type.as_str(), event.at_id.as_deref(), event.id),
        ("Event", Some("e"), Some(1))
    );
    assert_eq!(event.text.as_deref(), Some("t"));
    let next = Root::builder()
        .r#type("Page")
        .odata_next_link("/2")
        .to_recipients_at_odata_count(3)
        .number_1(true)
        .audience(RootAudience::Here)
        .build()?;
    assert_eq!(
        next.to_json(),
        r##"{"@type":"Page","@odata.nextLink":"/2","toRecipients@odata.count":3,"#1":true,"audience":"@here"}"##
    );
    Ok(())
}
