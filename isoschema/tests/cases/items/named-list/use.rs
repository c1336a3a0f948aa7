//! A name for any list is a list: it is collected, extended and changed as one.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut list: Root = ["a", "b"].into_iter().map(str::to_owned).collect();
    list.push("c".to_owned());
    list.extend(["d".to_owned()]);
    list[0].push('!');
    for item in &mut list {
        item.push('.');
    }
    list.retain(|item| item != "b.");
    assert_eq!(list, ["a!.", "c.", "d."]);
    assert_eq!(serde_json::to_string(&list)?, r#"["a!.","c.","d."]"#);
    assert_eq!((&list).into_iter().map(String::len).sum::<usize>(), 7);
    assert_eq!(Root::from(["x".to_owned()]), Root::from(vec!["x".to_owned()]));
    assert!(Root::default().is_empty());
    let (inner, all): (Vec<String>, Vec<String>) = (list.clone().into_inner(), list.into_iter().collect());
    assert_eq!(inner, all);
    Ok(())
}
