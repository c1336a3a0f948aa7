// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub n51c0ffee00112233445566778899aabb: Option<Root51c0ffee00112233445566778899aabb>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct Root51c0ffee00112233445566778899aabb {
    pub parts: Option<Root51c0ffee00112233445566778899aabbParts>,
    pub additional_properties: support::AdditionalProperties<
        Root51c0ffee00112233445566778899aabb,
    >,
}
pub struct Root51c0ffee00112233445566778899aabbParts {
    pub n7d0000000000000000000000000000d7: Option<T7d0000000000000000000000000000d7>,
    pub additional_properties: support::AdditionalProperties<
        Root51c0ffee00112233445566778899aabbParts,
    >,
}
pub struct T7d0000000000000000000000000000d7 {
    pub parts: Option<T7d0000000000000000000000000000d7Parts>,
    pub additional_properties: support::AdditionalProperties<
        T7d0000000000000000000000000000d7,
    >,
}
pub struct T7d0000000000000000000000000000d7Parts {
    pub n9e11111111111111111111111111119e: Option<
        T7d0000000000000000000000000000d7Parts9e11111111111111111111111111119e,
    >,
    pub additional_properties: support::AdditionalProperties<
        T7d0000000000000000000000000000d7Parts,
    >,
}
pub struct T7d0000000000000000000000000000d7Parts9e11111111111111111111111111119e {
    pub parts: Option<Parts>,
    pub additional_properties: support::AdditionalProperties<
        T7d0000000000000000000000000000d7Parts9e11111111111111111111111111119e,
    >,
}
pub struct Parts {
    pub label: Option<String>,
    pub additional_properties: support::AdditionalProperties<Parts>,
}
