// The types of schema.json, without what is implemented for them.

pub struct Root(RootForm);
pub enum RootForm {
    Integer(i128),
    Number(RootNumber),
}
pub struct RootNumber(::serde_json::Number);
