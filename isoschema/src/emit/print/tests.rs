//! What is written, and where it is broken.

use quote::quote;

use super::*;

fn items(tokens: TokenStream, taken: &[&str], visibility: Visibility) -> String {
    let prelude = Prelude::without(taken.iter().copied());
    Printer::new(&prelude, 0)
        .items(tokens, visibility)
        .to_owned()
}

fn written(tokens: TokenStream) -> String {
    items(tokens, &[], Visibility::Public)
}

fn shortened(taken: &[&str], tokens: &TokenStream) -> String {
    let text = items(quote! { type X = #tokens; }, taken, Visibility::Public);
    text.trim()
        .trim_start_matches("type X = ")
        .trim_end_matches(';')
        .to_owned()
}

#[test]
fn nothing_is_a_module_too() {
    assert_eq!(written(quote! {}), "");
}

#[test]
fn the_prelude_needs_no_path() {
    let path = quote! { ::core::option::Option<::std::string::String> };
    assert_eq!(shortened(&[], &path), "Option<String>");
    assert_eq!(
        shortened(&["String"], &path),
        "Option<::std::string::String>"
    );
    assert_eq!(
        shortened(&["Option"], &path),
        "::core::option::Option<String>"
    );
    let ok = quote! { ::core::result::Result::Ok };
    assert_eq!(shortened(&[], &ok), "Ok");
    assert_eq!(shortened(&["Result"], &ok), "Ok");
    assert_eq!(shortened(&["Ok"], &ok), "Result::Ok");
    let value = quote! { ::serde_json::Value };
    assert_eq!(shortened(&[], &value), "::serde_json::Value");
}

#[test]
fn a_trait_of_the_prelude_stays_a_trait() {
    let call = quote! { <T as ::core::default::Default>::default() };
    assert_eq!(shortened(&[], &call), "<T as Default>::default()");
}

#[test]
fn marks_of_several_meanings() {
    let text = written(quote! {
        fn f<T>(a: &mut T, b: &'static str) -> bool {
            let c = |x, y| x < y && !*a || -1 > 2;
            for (_, value) in [1..=2, 3..4] {
                if value < Self::MOST { return matches!(b, "a" | "b"); }
            }
            c(&1, &<Vec<Vec<u8>> as ::x::Y>::z()?)
        }
    });
    let expected = r#"
fn f<T>(a: &mut T, b: &'static str) -> bool {
    let c = |x, y| x < y && !*a || -1 > 2;
    for (_, value) in [1..=2, 3..4] {
        if value < Self::MOST {
            return matches!(b, "a" | "b");
        }
    }
    c(&1, &<Vec<Vec<u8>> as ::x::Y>::z()?)
}
"#;
    assert_eq!(text, expected);
}

#[test]
fn documentation_is_text_again() {
    let text = written(quote! {
        #[doc = " Of \"a\", a \\ and \u{e9}."]
        #[doc = ""]
        #[doc = " More."]
        #[derive(Debug)]
        pub struct A {
            #[doc = " One."]
            pub b: u8,
        }
    });
    let expected = r#"
/// Of "a", a \ and é.
///
/// More.
#[derive(Debug)]
pub struct A {
    /// One.
    pub b: u8,
}
"#;
    assert_eq!(text, expected);
}

#[test]
fn types_of_a_crate_s_own() {
    let text = items(
        quote! {
            pub struct A(pub u8);
            impl A { pub fn a() {} }
            impl B for A { const C: u8 = 1; type D = (); fn e() {} }
        },
        &[],
        Visibility::Crate,
    );
    let expected = "
#[allow(dead_code)]
pub(crate) struct A(pub(crate) u8);

#[allow(dead_code)]
impl A {
    pub(crate) fn a() {}
}

impl B for A {
    const C: u8 = 1;
    type D = ();

    fn e() {}
}
";
    assert_eq!(text, expected);
    assert!(written(quote! { pub(super) fn a() {} }).contains("pub(super) fn a()"));
}

#[test]
fn what_does_not_fit_is_broken() {
    let text = written(quote! {
        fn long(first_parameter: FirstParameter, second_parameter: SecondParameter, third: u8) -> Result<(), E> {
            let value = Some(support::read(tape, value, "schema.json#/properties/one/properties/two")?);
            self.additional_properties.as_ref().and_then(Option::as_deref).map(|value| value.to_owned());
            match value {
                Some(one) => { one }
                Some(two) => value = support::read(tape, value, "schema.json#/properties/one/two/three/four"),
                None => return Err(support::Fault::new(at, "schema.json#/one", support::Reason::Missing)),
            }
        }
    });
    let expected = r#"
fn long(
    first_parameter: FirstParameter,
    second_parameter: SecondParameter,
    third: u8,
) -> Result<(), E> {
    let value = Some(support::read(
        tape,
        value,
        "schema.json#/properties/one/properties/two",
    )?);
    self.additional_properties
        .as_ref()
        .and_then(Option::as_deref)
        .map(|value| value.to_owned());
    match value {
        Some(one) => one,
        Some(two) => {
            value = support::read(tape, value, "schema.json#/properties/one/two/three/four");
        }
        None => {
            return Err(support::Fault::new(
                at,
                "schema.json#/one",
                support::Reason::Missing,
            ));
        }
    }
}
"#;
    assert_eq!(text, expected);
}
