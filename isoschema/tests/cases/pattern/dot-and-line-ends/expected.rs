// The types of schema.json, without what is implemented for them.

pub struct Root(String);
