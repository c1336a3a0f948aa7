// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub a: Option<X>,
    pub b: Option<Y>,
    pub c: Option<Z>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct X(pub i128);
pub struct Y(pub String);
pub struct Z(pub ());
