//! A form that holds another value of its own type: `From` of that type is there already.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    fn holds(rule: &Rule) -> bool {
        match rule {
            Rule::Boolean(it) => *it,
            Rule::Var(name) => name == "yes",
            Rule::And(all) => all.iter().all(holds),
            Rule::Not(rule) => !holds(rule),
            Rule::Either(it) => holds(&it.first) != holds(&it.second),
        }
    }
    let made = Rule::Not(Box::new(Rule::And(vec![true.into(), "no".into()])));
    assert_eq!(made.to_json(), r#"{"not":{"and":[true,{"var":"no"}]}}"#);
    assert!(holds(&made));
    let filter = Root::builder().rule(made).build()?;
    assert!(filter.rule.as_not().is_some());
    let error = Root::from_json(r#"{"rule":{"and":[true,{"not":{"vra":"a"}}]}}"#).unwrap_err();
    assert_eq!(error.path(), Some("rule.and[1].not"), "{error}");
    Ok(())
}
