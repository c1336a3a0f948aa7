//! Lists and maps with limits are changed in place, and stay as they were where they would not fit.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut root = Root::builder().queue(["b", "a"]).ports([("http", 80)]).build()?;
    root.queue.update(|all| all.sort())?;
    assert_eq!(root.queue, ["a", "b"]);
    assert_eq!(root.queue.pop()?.as_deref(), Some("b"));
    assert!(root.queue.pop().is_err(), "one has to stay");
    assert!(root.queue.update(|all| all.extend(["a".to_owned()])).is_err());
    assert_eq!(root.queue, ["a"]);
    let before = root.ports.update(|all| all.get_mut("http").map(|port| std::mem::replace(port, *port)))?;
    assert_eq!(before.map(|port| port.get()), Some(80));
    assert!(root.ports.insert("HTTP", 81).is_err());
    assert_eq!(root.ports.len(), 1);
    Ok(())
}
