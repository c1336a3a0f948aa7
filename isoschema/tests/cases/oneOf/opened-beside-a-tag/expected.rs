// The types of schema.json, without what is implemented for them.

pub enum Root {
    Lamp(RootLamp),
    Door(RootDoor),
}
pub struct RootLamp {
    pub kind: RootLampKind,
    pub colour: Option<RootLampColour>,
    pub additional_properties: support::AdditionalProperties<RootLamp>,
}
pub enum RootLampKind {
    Lamp,
}
pub enum RootLampColour {
    Red,
    White,
    Other(RootLampColourOther),
}
pub struct RootLampColourOther(String);
pub struct RootDoor {
    pub kind: RootDoorKind,
    pub colour: Option<RootDoorColour>,
    pub additional_properties: support::AdditionalProperties<RootDoor>,
}
pub enum RootDoorKind {
    Door,
    Gate,
}
pub enum RootDoorColour {
    Grey,
}
