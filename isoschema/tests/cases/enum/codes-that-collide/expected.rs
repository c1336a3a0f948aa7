// The types of schema.json, without what is implemented for them.

pub enum Root {
    AB,
    AB2,
    AB3,
    Empty,
    V1,
    Star,
    Type,
    SelfValue,
    A,
}
