//! An object that has just one of some members is an enum by them; beside the other forms of a value, too.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let step = RootStep::from_json(r#"{"name":"n","run":"make"}"#)?;
    match &step {
        RootStep::Uses(it) => assert_eq!(it.uses, "checkout"),
        RootStep::Run(it) => assert_eq!(it.run, "make"),
    }
    assert_eq!(step.name(), Some("n"));
    let made: RootStep = RootStepUses::builder().uses("checkout").build()?.into();
    assert_eq!(made.to_json(), r#"{"uses":"checkout"}"#);
    let root = Root::builder()
        .step(RootStepRun::builder().run("make"))
        .value(RootValue::Text("t".into()))
        .principal(RootPrincipal::Group(vec!["g".into()]))
        .build()?;
    assert_eq!(
        root.to_json(),
        r#"{"step":{"run":"make"},"value":{"text":"t"},"principal":{"group":["g"]}}"#
    );
    assert!(matches!(RootPrincipal::from_json(r#"{"anybody":true}"#)?, RootPrincipal::Anybody));
    assert!(RootTitled::from_json(r#"{"id":1}"#)?.as_by_its_number().is_some());
    // Of several members that belong together, too.
    match RootSets::from_json(r#"{"host":"h","port":1}"#)? {
        RootSets::Host(it) => assert_eq!((it.host.as_str(), it.port), ("h", 1)),
        RootSets::Socket(it) => panic!("{}", it.socket()),
    }
    assert!(RootSetsSocket::builder().socket("s").host("h").port(1).build().is_err());
    let login = RootLogin::from(RootLoginUser::builder().user("u").password("p").build()?);
    assert_eq!(login.to_json(), r#"{"user":"u","password":"p"}"#);
    let login = RootLogin::from_json(r#"{"key_id":"k","key_secret":"s","user":"u"}"#)?;
    assert_eq!(login.as_key_id().map(|it| (it.key_secret(), it.user())), Some(("s", Some("u"))));
    match RootAsset::from_json(r#"{"name":"n","path":"p"}"#)? {
        RootAsset::Path(it) => assert_eq!((it.name.as_str(), it.path.as_str()), ("n", "p")),
        RootAsset::Url(it) => panic!("{}", it.url),
    }

    fn comparisons(rule: &Rule) -> usize {
        match rule {
            Rule::All(rules) | Rule::Any(rules) => rules.iter().map(comparisons).sum(),
            Rule::Comparison(_) => 1,
        }
    }
    let comparison = Comparison::builder().field("age").op(ComparisonOp::Eq).value(18).build()?;
    let rule = Rule::All(vec![comparison.into(), Rule::Any(Vec::new())]);
    assert_eq!(comparisons(&rule), 1);
    let error = Root::from_json(r#"{"rule":{"all":[{"any":[{"field":"f"}]}]}}"#).unwrap_err();
    assert_eq!(error.path(), Some("rule.all[0].any[0]"), "{error}");
    let error = RootStep::from_json(r#"{"uses":"a","run":"b"}"#).unwrap_err();
    assert!(error.to_string().contains("run") || error.to_string().contains("uses"), "{error}");
    Ok(())
}
