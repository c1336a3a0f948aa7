//! Variants are called by what tells them apart: a namespace that all share says nothing.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = r#"{"event":{"type":"org.example.room.message","body":{"kind":"m.image","url":"u"}}}"#;
    let root: Root = text.parse()?;
    match &root.event {
        RootEvent::RoomMessage(message) => match &message.body {
            Body::Text(plain) => return Err(plain.text.clone().into()),
            Body::Image(image) => assert_eq!(image.url, "u"),
        },
        RootEvent::RoomJoinedOrRoomLeft(moved) => return Err(moved.who.clone().into()),
        RootEvent::CallInvite(invite) => match &invite.version {
            Some(Version::V1_0(_) | Version::V1_1(_)) | None => return Err("a call".into()),
        },
    }
    assert_eq!(root.to_json(), text);
    Ok(())
}
