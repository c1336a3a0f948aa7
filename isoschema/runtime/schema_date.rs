//! The schemas of texts that mean a date: those of any text.
use super::*;

macro_rules! text_schemas {
    ($($name:ident)*) => {
        $(
            impl ::schemars::JsonSchema for super::$name {
                fn inline_schema() -> bool {
                    true
                }

                fn schema_name() -> ::std::borrow::Cow<'static, str> {
                    ::std::stringify!($name).into()
                }

                fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                    ::schemars::json_schema!({ "type": "string" })
                }
            }
        )*
    };
}
