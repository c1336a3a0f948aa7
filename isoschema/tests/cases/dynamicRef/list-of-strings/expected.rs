// The types of schema.json, without what is implemented for them.

pub struct Element(pub String);
pub struct List(pub Vec<Element>);
pub struct Root(pub Vec<Element>);
