// The types of schema.json, without what is implemented for them.

pub enum Root {
    N1,
    N2,
    N3,
}
