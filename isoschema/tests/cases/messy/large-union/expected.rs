// The types of schema.json, without what is implemented for them.

pub enum Root {
    Event0(RootEvent0),
    Event1(RootEvent1),
    Event2(RootEvent2),
    Event3(RootEvent3),
    Event4(RootEvent4),
    Event5(RootEvent5),
    Event6(RootEvent6),
    Event7(RootEvent7),
    Event8(RootEvent8),
    Event9(RootEvent9),
    Event10(RootEvent10),
    Event11(RootEvent11),
    Event12(RootEvent12),
    Event13(RootEvent13),
    Event14(RootEvent14),
    Event15(RootEvent15),
    Event16(RootEvent16),
    Event17(RootEvent17),
    Event18(RootEvent18),
    Event19(RootEvent19),
    Event20(RootEvent20),
    Event21(RootEvent21),
    Event22(RootEvent22),
    Event23(RootEvent23),
    Event24(RootEvent24),
    Event25(RootEvent25),
    Event26(RootEvent26),
    Event27(RootEvent27),
    Event28(RootEvent28),
    Event29(RootEvent29),
    Event30(RootEvent30),
    Event31(RootEvent31),
    Event32(RootEvent32),
    Event33(RootEvent33),
    Event34(RootEvent34),
    Event35(RootEvent35),
    Event36(RootEvent36),
    Event37(RootEvent37),
    Event38(RootEvent38),
    Event39(RootEvent39),
    Event40(RootEvent40),
    Event41(RootEvent41),
    Event42(RootEvent42),
    Event43(RootEvent43),
    Event44(RootEvent44),
    Event45(RootEvent45),
    Event46(RootEvent46),
    Event47(RootEvent47),
    Event48(RootEvent48),
    Event49(RootEvent49),
    Event50(RootEvent50),
    Event51(RootEvent51),
    Event52(RootEvent52),
    Event53(RootEvent53),
    Event54(RootEvent54),
    Event55(RootEvent55),
    Event56(RootEvent56),
    Event57(RootEvent57),
    Event58(RootEvent58),
    Event59(RootEvent59),
}
pub struct RootEvent0 {
    pub r#type: RootEvent0Type,
    pub field0: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent0>,
}
pub enum RootEvent0Type {
    Event0,
}
pub struct RootEvent1 {
    pub r#type: RootEvent1Type,
    pub field1: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent1>,
}
pub enum RootEvent1Type {
    Event1,
}
pub struct RootEvent2 {
    pub r#type: RootEvent2Type,
    pub field2: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent2>,
}
pub enum RootEvent2Type {
    Event2,
}
pub struct RootEvent3 {
    pub r#type: RootEvent3Type,
    pub field3: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent3>,
}
pub enum RootEvent3Type {
    Event3,
}
pub struct RootEvent4 {
    pub r#type: RootEvent4Type,
    pub field4: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent4>,
}
pub enum RootEvent4Type {
    Event4,
}
pub struct RootEvent5 {
    pub r#type: RootEvent5Type,
    pub field5: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent5>,
}
pub enum RootEvent5Type {
    Event5,
}
pub struct RootEvent6 {
    pub r#type: RootEvent6Type,
    pub field6: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent6>,
}
pub enum RootEvent6Type {
    Event6,
}
pub struct RootEvent7 {
    pub r#type: RootEvent7Type,
    pub field7: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent7>,
}
pub enum RootEvent7Type {
    Event7,
}
pub struct RootEvent8 {
    pub r#type: RootEvent8Type,
    pub field8: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent8>,
}
pub enum RootEvent8Type {
    Event8,
}
pub struct RootEvent9 {
    pub r#type: RootEvent9Type,
    pub field9: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent9>,
}
pub enum RootEvent9Type {
    Event9,
}
pub struct RootEvent10 {
    pub r#type: RootEvent10Type,
    pub field10: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent10>,
}
pub enum RootEvent10Type {
    Event10,
}
pub struct RootEvent11 {
    pub r#type: RootEvent11Type,
    pub field11: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent11>,
}
pub enum RootEvent11Type {
    Event11,
}
pub struct RootEvent12 {
    pub r#type: RootEvent12Type,
    pub field12: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent12>,
}
pub enum RootEvent12Type {
    Event12,
}
pub struct RootEvent13 {
    pub r#type: RootEvent13Type,
    pub field13: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent13>,
}
pub enum RootEvent13Type {
    Event13,
}
pub struct RootEvent14 {
    pub r#type: RootEvent14Type,
    pub field14: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent14>,
}
pub enum RootEvent14Type {
    Event14,
}
pub struct RootEvent15 {
    pub r#type: RootEvent15Type,
    pub field15: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent15>,
}
pub enum RootEvent15Type {
    Event15,
}
pub struct RootEvent16 {
    pub r#type: RootEvent16Type,
    pub field16: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent16>,
}
pub enum RootEvent16Type {
    Event16,
}
pub struct RootEvent17 {
    pub r#type: RootEvent17Type,
    pub field17: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent17>,
}
pub enum RootEvent17Type {
    Event17,
}
pub struct RootEvent18 {
    pub r#type: RootEvent18Type,
    pub field18: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent18>,
}
pub enum RootEvent18Type {
    Event18,
}
pub struct RootEvent19 {
    pub r#type: RootEvent19Type,
    pub field19: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent19>,
}
pub enum RootEvent19Type {
    Event19,
}
pub struct RootEvent20 {
    pub r#type: RootEvent20Type,
    pub field20: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent20>,
}
pub enum RootEvent20Type {
    Event20,
}
pub struct RootEvent21 {
    pub r#type: RootEvent21Type,
    pub field21: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent21>,
}
pub enum RootEvent21Type {
    Event21,
}
pub struct RootEvent22 {
    pub r#type: RootEvent22Type,
    pub field22: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent22>,
}
pub enum RootEvent22Type {
    Event22,
}
pub struct RootEvent23 {
    pub r#type: RootEvent23Type,
    pub field23: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent23>,
}
pub enum RootEvent23Type {
    Event23,
}
pub struct RootEvent24 {
    pub r#type: RootEvent24Type,
    pub field24: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent24>,
}
pub enum RootEvent24Type {
    Event24,
}
pub struct RootEvent25 {
    pub r#type: RootEvent25Type,
    pub field25: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent25>,
}
pub enum RootEvent25Type {
    Event25,
}
pub struct RootEvent26 {
    pub r#type: RootEvent26Type,
    pub field26: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent26>,
}
pub enum RootEvent26Type {
    Event26,
}
pub struct RootEvent27 {
    pub r#type: RootEvent27Type,
    pub field27: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent27>,
}
pub enum RootEvent27Type {
    Event27,
}
pub struct RootEvent28 {
    pub r#type: RootEvent28Type,
    pub field28: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent28>,
}
pub enum RootEvent28Type {
    Event28,
}
pub struct RootEvent29 {
    pub r#type: RootEvent29Type,
    pub field29: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent29>,
}
pub enum RootEvent29Type {
    Event29,
}
pub struct RootEvent30 {
    pub r#type: RootEvent30Type,
    pub field30: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent30>,
}
pub enum RootEvent30Type {
    Event30,
}
pub struct RootEvent31 {
    pub r#type: RootEvent31Type,
    pub field31: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent31>,
}
pub enum RootEvent31Type {
    Event31,
}
pub struct RootEvent32 {
    pub r#type: RootEvent32Type,
    pub field32: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent32>,
}
pub enum RootEvent32Type {
    Event32,
}
pub struct RootEvent33 {
    pub r#type: RootEvent33Type,
    pub field33: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent33>,
}
pub enum RootEvent33Type {
    Event33,
}
pub struct RootEvent34 {
    pub r#type: RootEvent34Type,
    pub field34: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent34>,
}
pub enum RootEvent34Type {
    Event34,
}
pub struct RootEvent35 {
    pub r#type: RootEvent35Type,
    pub field35: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent35>,
}
pub enum RootEvent35Type {
    Event35,
}
pub struct RootEvent36 {
    pub r#type: RootEvent36Type,
    pub field36: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent36>,
}
pub enum RootEvent36Type {
    Event36,
}
pub struct RootEvent37 {
    pub r#type: RootEvent37Type,
    pub field37: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent37>,
}
pub enum RootEvent37Type {
    Event37,
}
pub struct RootEvent38 {
    pub r#type: RootEvent38Type,
    pub field38: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent38>,
}
pub enum RootEvent38Type {
    Event38,
}
pub struct RootEvent39 {
    pub r#type: RootEvent39Type,
    pub field39: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent39>,
}
pub enum RootEvent39Type {
    Event39,
}
pub struct RootEvent40 {
    pub r#type: RootEvent40Type,
    pub field40: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent40>,
}
pub enum RootEvent40Type {
    Event40,
}
pub struct RootEvent41 {
    pub r#type: RootEvent41Type,
    pub field41: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent41>,
}
pub enum RootEvent41Type {
    Event41,
}
pub struct RootEvent42 {
    pub r#type: RootEvent42Type,
    pub field42: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent42>,
}
pub enum RootEvent42Type {
    Event42,
}
pub struct RootEvent43 {
    pub r#type: RootEvent43Type,
    pub field43: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent43>,
}
pub enum RootEvent43Type {
    Event43,
}
pub struct RootEvent44 {
    pub r#type: RootEvent44Type,
    pub field44: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent44>,
}
pub enum RootEvent44Type {
    Event44,
}
pub struct RootEvent45 {
    pub r#type: RootEvent45Type,
    pub field45: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent45>,
}
pub enum RootEvent45Type {
    Event45,
}
pub struct RootEvent46 {
    pub r#type: RootEvent46Type,
    pub field46: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent46>,
}
pub enum RootEvent46Type {
    Event46,
}
pub struct RootEvent47 {
    pub r#type: RootEvent47Type,
    pub field47: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent47>,
}
pub enum RootEvent47Type {
    Event47,
}
pub struct RootEvent48 {
    pub r#type: RootEvent48Type,
    pub field48: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent48>,
}
pub enum RootEvent48Type {
    Event48,
}
pub struct RootEvent49 {
    pub r#type: RootEvent49Type,
    pub field49: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent49>,
}
pub enum RootEvent49Type {
    Event49,
}
pub struct RootEvent50 {
    pub r#type: RootEvent50Type,
    pub field50: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent50>,
}
pub enum RootEvent50Type {
    Event50,
}
pub struct RootEvent51 {
    pub r#type: RootEvent51Type,
    pub field51: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent51>,
}
pub enum RootEvent51Type {
    Event51,
}
pub struct RootEvent52 {
    pub r#type: RootEvent52Type,
    pub field52: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent52>,
}
pub enum RootEvent52Type {
    Event52,
}
pub struct RootEvent53 {
    pub r#type: RootEvent53Type,
    pub field53: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent53>,
}
pub enum RootEvent53Type {
    Event53,
}
pub struct RootEvent54 {
    pub r#type: RootEvent54Type,
    pub field54: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent54>,
}
pub enum RootEvent54Type {
    Event54,
}
pub struct RootEvent55 {
    pub r#type: RootEvent55Type,
    pub field55: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent55>,
}
pub enum RootEvent55Type {
    Event55,
}
pub struct RootEvent56 {
    pub r#type: RootEvent56Type,
    pub field56: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent56>,
}
pub enum RootEvent56Type {
    Event56,
}
pub struct RootEvent57 {
    pub r#type: RootEvent57Type,
    pub field57: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent57>,
}
pub enum RootEvent57Type {
    Event57,
}
pub struct RootEvent58 {
    pub r#type: RootEvent58Type,
    pub field58: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent58>,
}
pub enum RootEvent58Type {
    Event58,
}
pub struct RootEvent59 {
    pub r#type: RootEvent59Type,
    pub field59: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootEvent59>,
}
pub enum RootEvent59Type {
    Event59,
}
