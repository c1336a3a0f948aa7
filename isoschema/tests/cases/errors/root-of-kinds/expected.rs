// The types of schema.json, without what is implemented for them.

pub enum Root {
    String(String),
    Array(Vec<Root>),
}
