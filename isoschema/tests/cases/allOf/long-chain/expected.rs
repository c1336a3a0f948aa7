// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub step0: Option<Extension0>,
    pub step1: Option<Extension1>,
    pub step2: Option<Extension2>,
    pub step3: Option<Extension3>,
    pub step4: Option<Extension4>,
    pub step5: Option<Extension5>,
    pub step6: Option<Extension6>,
    pub step7: Option<Extension7>,
    pub step8: Option<Extension8>,
    pub step9: Option<Extension9>,
    pub step10: Option<Extension10>,
    pub step11: Option<Extension11>,
    pub step12: Option<Extension12>,
    pub step13: Option<Extension13>,
    pub step14: Option<Extension14>,
    pub step15: Option<Extension15>,
    pub step16: Option<Extension16>,
    pub step17: Option<Extension17>,
    pub step18: Option<Extension18>,
    pub step19: Option<Extension19>,
    pub step20: Option<Extension20>,
    pub step21: Option<Extension21>,
    pub step22: Option<Extension22>,
    pub step23: Option<Extension23>,
    pub step24: Option<Extension24>,
    pub step25: Option<Extension25>,
    pub step26: Option<Extension26>,
    pub step27: Option<Extension27>,
    pub step28: Option<Extension28>,
    pub step29: Option<Extension29>,
    pub step30: Option<Extension30>,
    pub step31: Option<Extension31>,
    pub step32: Option<Extension32>,
    pub step33: Option<Extension33>,
    pub step34: Option<Extension34>,
    pub step35: Option<Extension35>,
    pub step36: Option<Extension36>,
    pub step37: Option<Extension37>,
    pub step38: Option<Extension38>,
    pub step39: Option<Extension39>,
    pub step40: Option<Extension40>,
    pub step41: Option<Extension41>,
    pub step42: Option<Extension42>,
    pub step43: Option<Extension43>,
    pub step44: Option<Extension44>,
    pub step45: Option<Extension45>,
    pub step46: Option<Extension46>,
    pub step47: Option<Extension47>,
    pub step48: Option<Extension48>,
    pub step49: Option<Extension49>,
    pub step50: Option<Extension50>,
    pub step51: Option<Extension51>,
    pub step52: Option<Extension52>,
    pub step53: Option<Extension53>,
    pub step54: Option<Extension54>,
    pub step55: Option<Extension55>,
    pub step56: Option<Extension56>,
    pub step57: Option<Extension57>,
    pub step58: Option<Extension58>,
    pub step59: Option<Extension59>,
    pub step60: Option<Extension60>,
    pub step61: Option<Extension61>,
    pub step62: Option<Extension62>,
    pub step63: Option<Extension63>,
    pub step64: Option<Extension64>,
    pub step65: Option<Extension65>,
    pub step66: Option<Extension66>,
    pub step67: Option<Extension67>,
    pub step68: Option<Extension68>,
    pub step69: Option<Extension69>,
    pub step70: Option<Extension70>,
    pub step71: Option<Extension71>,
    pub step72: Option<Extension72>,
    pub step73: Option<Extension73>,
    pub step74: Option<Extension74>,
    pub step75: Option<Extension75>,
    pub step76: Option<Extension76>,
    pub step77: Option<Extension77>,
    pub step78: Option<Extension78>,
    pub step79: Option<Extension79>,
    pub step80: Option<Extension80>,
    pub step81: Option<Extension81>,
    pub step82: Option<Extension82>,
    pub step83: Option<Extension83>,
    pub step84: Option<Extension84>,
    pub step85: Option<Extension85>,
    pub step86: Option<Extension86>,
    pub step87: Option<Extension87>,
    pub step88: Option<Extension88>,
    pub step89: Option<Extension89>,
    pub step90: Option<Extension90>,
    pub step91: Option<Extension91>,
    pub step92: Option<Extension92>,
    pub step93: Option<Extension93>,
    pub step94: Option<Extension94>,
    pub step95: Option<Extension95>,
    pub step96: Option<Extension96>,
    pub step97: Option<Extension97>,
    pub step98: Option<Extension98>,
    pub step99: Option<Extension99>,
    pub step100: Option<Extension100>,
    pub step101: Option<Extension101>,
    pub step102: Option<Extension102>,
    pub step103: Option<Extension103>,
    pub step104: Option<Extension104>,
    pub step105: Option<Extension105>,
    pub step106: Option<Extension106>,
    pub step107: Option<Extension107>,
    pub step108: Option<Extension108>,
    pub step109: Option<Extension109>,
    pub step110: Option<Extension110>,
    pub step111: Option<Extension111>,
    pub step112: Option<Extension112>,
    pub step113: Option<Extension113>,
    pub step114: Option<Extension114>,
    pub step115: Option<Extension115>,
    pub step116: Option<Extension116>,
    pub step117: Option<Extension117>,
    pub step118: Option<Extension118>,
    pub step119: Option<Extension119>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct Extension0(pub ::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct Extension1(pub ::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct Extension2(pub ::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct Extension3(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct Extension4(pub Extension3);
pub struct Extension5(pub Extension3);
pub struct Extension6(pub Extension3);
pub struct Extension7(pub Extension3);
pub struct Extension8(pub Extension3);
pub struct Extension9(pub Extension3);
pub struct Extension10(pub Extension3);
pub struct Extension11(pub Extension3);
pub struct Extension12(pub Extension3);
pub struct Extension13(pub Extension3);
pub struct Extension14(pub Extension3);
pub struct Extension15(pub Extension3);
pub struct Extension16(pub Extension3);
pub struct Extension17(pub Extension3);
pub struct Extension18(pub Extension3);
pub struct Extension19(pub Extension3);
pub struct Extension20(pub Extension3);
pub struct Extension21(pub Extension3);
pub struct Extension22(pub Extension3);
pub struct Extension23(pub Extension3);
pub struct Extension24(pub Extension3);
pub struct Extension25(pub Extension3);
pub struct Extension26(pub Extension3);
pub struct Extension27(pub Extension3);
pub struct Extension28(pub Extension3);
pub struct Extension29(pub Extension3);
pub struct Extension30(pub Extension3);
pub struct Extension31(pub Extension3);
pub struct Extension32(pub Extension3);
pub struct Extension33(pub Extension3);
pub struct Extension34(pub Extension3);
pub struct Extension35(pub Extension3);
pub struct Extension36(pub Extension3);
pub struct Extension37(pub Extension3);
pub struct Extension38(pub Extension3);
pub struct Extension39(pub Extension3);
pub struct Extension40(pub Extension3);
pub struct Extension41(pub Extension3);
pub struct Extension42(pub Extension3);
pub struct Extension43(pub Extension3);
pub struct Extension44(pub Extension3);
pub struct Extension45(pub Extension3);
pub struct Extension46(pub Extension3);
pub struct Extension47(pub Extension3);
pub struct Extension48(pub Extension3);
pub struct Extension49(pub Extension3);
pub struct Extension50(pub Extension3);
pub struct Extension51(pub Extension3);
pub struct Extension52(pub Extension3);
pub struct Extension53(pub Extension3);
pub struct Extension54(pub Extension3);
pub struct Extension55(pub Extension3);
pub struct Extension56(pub Extension3);
pub struct Extension57(pub Extension3);
pub struct Extension58(pub Extension3);
pub struct Extension59(pub Extension3);
pub struct Extension60(pub Extension3);
pub struct Extension61(pub Extension3);
pub struct Extension62(pub Extension3);
pub struct Extension63(pub Extension3);
pub struct Extension64(pub Extension3);
pub struct Extension65(pub Extension3);
pub struct Extension66(pub Extension3);
pub struct Extension67(pub Extension3);
pub struct Extension68(pub Extension3);
pub struct Extension69(pub Extension3);
pub struct Extension70(pub Extension3);
pub struct Extension71(pub Extension3);
pub struct Extension72(pub Extension3);
pub struct Extension73(pub Extension3);
pub struct Extension74(pub Extension3);
pub struct Extension75(pub Extension3);
pub struct Extension76(pub Extension3);
pub struct Extension77(pub Extension3);
pub struct Extension78(pub Extension3);
pub struct Extension79(pub Extension3);
pub struct Extension80(pub Extension3);
pub struct Extension81(pub Extension3);
pub struct Extension82(pub Extension3);
pub struct Extension83(pub Extension3);
pub struct Extension84(pub Extension3);
pub struct Extension85(pub Extension3);
pub struct Extension86(pub Extension3);
pub struct Extension87(pub Extension3);
pub struct Extension88(pub Extension3);
pub struct Extension89(pub Extension3);
pub struct Extension90(pub Extension3);
pub struct Extension91(pub Extension3);
pub struct Extension92(pub Extension3);
pub struct Extension93(pub Extension3);
pub struct Extension94(pub Extension3);
pub struct Extension95(pub Extension3);
pub struct Extension96(pub Extension3);
pub struct Extension97(pub Extension3);
pub struct Extension98(pub Extension3);
pub struct Extension99(pub Extension3);
pub struct Extension100(pub Extension3);
pub struct Extension101(pub Extension3);
pub struct Extension102(pub Extension3);
pub struct Extension103(pub Extension3);
pub struct Extension104(pub Extension3);
pub struct Extension105(pub Extension3);
pub struct Extension106(pub Extension3);
pub struct Extension107(pub Extension3);
pub struct Extension108(pub Extension3);
pub struct Extension109(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct Extension110(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct Extension111(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct Extension112(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct Extension113(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct Extension114(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct Extension115(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct Extension116 {
    east: i128,
    additional_properties: support::AdditionalProperties<Extension116>,
}
pub struct Extension117 {
    west: Option<String>,
    additional_properties: support::AdditionalProperties<Extension117, NumberOrString>,
}
pub enum NumberOrString {
    Integer(i128),
    String(String),
}
pub struct Extension118 {
    east: Option<Extension118East>,
    north: Option<String>,
    additional_properties: support::AdditionalProperties<Extension118>,
}
pub enum Extension118East {
    Null,
    Boolean(bool),
    Number(Extension118EastNumber),
    String(String),
    Array(Vec<::serde_json::Value>),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}
pub struct Extension118EastNumber(::serde_json::Number);
pub struct Extension119(::std::collections::BTreeMap<String, ::serde_json::Value>);
