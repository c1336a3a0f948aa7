//! What always stands at a position is known to the type: neither set nor stored.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shape = RootShape::from_json(r#"["point",1,2.5]"#)?;
    match &shape {
        RootShape::Point(it) => assert_eq!((it.second, it.third), (1.into(), 2.5.try_into()?)),
        RootShape::Circle(it) => assert!(it.third > 0),
        RootShape::Path(it) => assert!(it.rest.is_empty()),
        RootShape::Nothing(_) => {}
    }
    let made = RootShape::from(RootShapePoint { second: 1.into(), third: 2.into() });
    assert_eq!(made.to_json(), r#"["point",1,2]"#);
    let path = RootShape::from(RootShapePath { rest: vec![[0.into(), 1.into()].into()] });
    assert_eq!(path.to_json(), r#"["path",[0,1]]"#);
    assert_eq!(RootShape::from(RootShapeNothing::default()).to_json(), r#"["nothing",null]"#);
    assert_eq!(RootShape::from(RootShapeNothing::new()), RootShapeNothing {}.into());
    assert_eq!(RootShape::from(RootShapePath::default()).to_json(), r#"["path"]"#);

    let version = RootVersion { second: 3 };
    assert_eq!(version.to_json(), r#"["v",3,null,"rc"]"#);
    let many = RootMany::new(vec!["a".to_owned()])?;
    assert_eq!(many.to_json(), r#"[1,"a"]"#);
    assert!(RootMany::new(Vec::new()).is_err());

    let error = Root::from_json(r#"{"version":["v",3,null,"beta"]}"#).unwrap_err();
    assert_eq!(error.path(), Some("version[3]"), "{error}");
    let error = Root::from_json(r#"{"shape":["circle",[0,1],0]}"#).unwrap_err();
    assert_eq!(error.path(), Some("shape[2]"), "{error}");
    Ok(())
}
