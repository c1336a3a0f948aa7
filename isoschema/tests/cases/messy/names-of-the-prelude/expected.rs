// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub o: ::core::option::Option<Option>,
    pub r: ::core::option::Option<Result>,
    pub s: ::core::option::Option<String>,
    pub v: ::core::option::Option<Vec>,
    pub b: ::core::option::Option<Box>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct Option {
    pub some: ::core::option::Option<::std::boxed::Box<Option>>,
    pub v: ::core::option::Option<Vec>,
    pub additional_properties: support::AdditionalProperties<Option>,
}
pub struct String(::std::string::String);
pub struct Vec(pub ::std::vec::Vec<String>);
pub enum Result {
    Ok,
    Err,
}
pub struct Box {
    pub default: i128,
    pub additional_properties: support::AdditionalProperties<Box>,
}
