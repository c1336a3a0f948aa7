//! Derived schemas, where no derive says them.

/// `JsonSchema`, under a feature:
///
/// ```text
/// support::json_schema! { "schemars" Count(generator) => u8::json_schema(generator); }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! json_schema {
    ($feature:literal $name:ident($generator:pat) => $schema:expr;) => {
        #[cfg(feature = $feature)]
        impl ::schemars::JsonSchema for $name {
            #[inline]
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                ::core::stringify!($name).into()
            }

            #[inline]
            fn json_schema($generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                $schema
            }
        }
    };
}
