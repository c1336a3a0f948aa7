//! Variants are called without the words that the names of all arms share with the enum, also where
//! a constant names the others.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    match Panel::from_json(r#"{"type":"timeseries"}"#)? {
        Panel::Graph(graph) => assert_eq!(graph.r#type, GraphPanelType::Timeseries),
        Panel::Row(_) | Panel::Text(_) => panic!("a graph"),
    }
    // Words at the other end of the enum's name are shared, too.
    match FallbackExports::from_json(r#"["a"]"#)? {
        FallbackExports::List(list) => assert_eq!(list.len(), 1),
        FallbackExports::Path(path) => panic!("{path}"),
    }
    assert!(matches!(Exports::from_json(r#""a""#)?, Exports::Path(_)));
    Ok(())
}
