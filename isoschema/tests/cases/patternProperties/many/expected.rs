// The types of schema.json, without what is implemented for them.

pub struct Root {
    id: Option<i128>,
    pattern_properties_1: support::AdditionalProperties<RootNames, RootPattern1>,
    pattern_properties_2: support::AdditionalProperties<RootNames2, RootPattern2>,
    pattern_properties_3: support::AdditionalProperties<RootNames3, RootPattern3>,
    pattern_properties_4: support::AdditionalProperties<RootNames4, RootPattern4>,
    pattern_properties_5: support::AdditionalProperties<RootNames5, RootPattern5>,
    pattern_properties_6: support::AdditionalProperties<RootNames6, RootPattern6>,
    pattern_properties_7: support::AdditionalProperties<RootNames7, RootPattern7>,
    pattern_properties_8: support::AdditionalProperties<RootNames8, RootPattern8>,
    pattern_properties_9: support::AdditionalProperties<RootNames9, RootPattern9>,
    pattern_properties_10: support::AdditionalProperties<RootNames10, RootPattern10>,
    pattern_properties_11: support::AdditionalProperties<RootNames11, RootPattern11>,
    additional_properties: support::AdditionalProperties<Root, bool>,
}
pub struct RootPattern1(String);
pub struct RootPattern2(String);
pub struct RootPattern3(String);
pub struct RootPattern4(String);
pub struct RootPattern5(String);
pub struct RootPattern6(String);
pub struct RootPattern7(String);
pub struct RootPattern8(String);
pub struct RootPattern9(String);
pub struct RootPattern10(String);
pub struct RootPattern11(String);
