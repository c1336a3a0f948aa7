//! Variants leave out the words that all of them share with their enum; builders become variants; what is a number
//! or a text is shown and parsed as that; a definition that says only kinds is a type of its own.

use std::collections::HashMap;

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let done = ReplyDone::builder().id(1).result(2.5).build()?;
    let replies: Root = vec![done.into(), ReplyMessage::try_from(ReplyFailed::builder().id("x").reason("late"))?].into();
    for reply in &replies {
        match reply {
            ReplyMessage::Done(done) => assert_eq!(done.id, Ticket::from(1)),
            ReplyMessage::Failed(failed) => assert_eq!(failed.id, Some("x".into())),
            ReplyMessage::Delayed(delayed) => println!("{}", delayed.until),
        }
    }
    assert!(replies[0].as_done().is_some() && replies[1].as_delayed().is_none());
    let refused = ReplyMessage::try_from(ReplyFailed::builder().id("x")).unwrap_err();
    assert_eq!(refused.to_string(), "reason is missing");

    let asked: HashMap<Ticket, &str> = [(1.into(), "first"), ("a".into(), "second")].into();
    assert_eq!(asked.get(&Ticket::from("a")), Some(&"second"));
    assert_eq!(Ticket::from(1_u8), Ticket::Integer(1));
    assert_eq!((Ticket::from(7).to_string(), Ticket::from("b").to_string()), ("7".to_owned(), "b".to_owned()));
    assert_eq!(("7".parse::<Ticket>()?, "b".parse::<Ticket>()?), (7.into(), "b".into()));
    let moment: Moment = "noon".into();
    assert_eq!(format!("{moment:>6}"), "  noon");

    let amount = Amount::from([("net", 1), ("gross", 2)]);
    assert_eq!(amount.to_json(), r#"{"gross":2,"net":1}"#);
    Ok(())
}
