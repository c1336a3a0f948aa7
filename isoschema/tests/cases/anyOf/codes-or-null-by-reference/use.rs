//! A definition that only lists codes is one type, also where null fits beside it.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::builder().state(State::Open).before(Some("closed")).all([Some(State::Closed), None]).grade(Grade::High);
    let root = root.either(RootEither::Lost).own(RootOwn::X).build()?;
    let text = r#"{"state":"open","before":"closed","all":["closed",null],"grade":2,"either":"lost","own":"x"}"#;
    assert_eq!(root.to_json(), text);
    let states: Vec<State> = [root.state(), root.before()].into_iter().flatten().collect();
    assert_eq!(states, [State::Open, State::Closed]);
    Ok(())
}
