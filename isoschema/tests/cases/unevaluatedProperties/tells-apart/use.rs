//! What `unevaluatedProperties` closes is told from what asks for another member: no newtype around the forms.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let user = User::builder().id("a").build()?;
    let group = Root::from(Group::builder().id("g").members([user.clone()]).build()?);
    match &group {
        Root::User(user) => println!("{}", user.id),
        Root::Group(group) => assert_eq!(group.members[0].id, "a"),
    }
    assert!(Root::from(user).as_user().is_some());
    Ok(())
}
