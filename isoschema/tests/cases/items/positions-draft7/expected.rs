// The types of schema.json, without what is implemented for them.

pub struct Root {
    first: Option<String>,
    second: Option<i128>,
    rest: Vec<bool>,
}
