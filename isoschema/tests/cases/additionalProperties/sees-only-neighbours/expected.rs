// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub b: Option<i128>,
    pub a: Option<support::Never>,
}
