//! What is written, and where it is broken.

use quote::quote;
use syn::visit_mut::VisitMut;

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

/// Takes the braces from closures' bodies of one expression, where the printer adds them and leaves them out.
struct Unbraced;

impl VisitMut for Unbraced {
    fn visit_expr_closure_mut(&mut self, closure: &mut syn::ExprClosure) {
        while let (syn::ReturnType::Default, syn::Expr::Block(block)) =
            (&closure.output, &mut *closure.body)
            && let [syn::Stmt::Expr(only, None)] = &block.block.stmts[..]
        {
            *closure.body = only.clone();
        }
        syn::visit_mut::visit_expr_closure_mut(self, closure);
    }
}

/// Every construct that is broken over lines, over the width: the same to Rust as its tokens.
#[test]
#[expect(clippy::too_many_lines, reason = "most of it is a list")]
fn what_is_broken_means_the_same() {
    let long = |stem: &str, count: usize| -> Vec<proc_macro2::Ident> {
        (0..count)
            .map(|index| quote::format_ident!("{stem}_with_a_long_name_{index}"))
            .collect()
    };
    let ty = quote! {
        support::Map<support::Map<FirstOfTheParameters, SecondOfTheParameters>, support::Map<ThirdOfTheParameters, FourthOfTheParameters>>
    };
    let (names, others) = (long("a_name", 5), long("another", 3));
    let wide = quote! { #(#names)||* };
    let call = quote! { a_function_of_a_long_name(#(#names),*) };
    let one = quote! { an_argument_that_is_long_enough_for_a_line_of_its_own_and_then_some_more_of_it_until_it_is_wide };
    let types = [
        quote! { [#ty] },
        quote! { [#ty; 4] },
        quote! { &'static [#ty] },
        quote! { Pair<[#ty], u8> },
        quote! { [[#ty; 2]] },
        quote! { (#ty,) },
        quote! { (#ty, #ty) },
        quote! { #ty },
        quote! { Option<Box<dyn Fn(#ty) -> #ty>> },
    ];
    let patterns = [
        quote! { [#(#names),*] },
        quote! { [first, .., #(#names),*] },
        quote! { (#(#names),*) },
        quote! { (#one,) },
        quote! { Some(#one) },
        quote! { Named { #(#names),* } },
    ];
    let expressions = [
        quote! { [#(#names),*] },
        quote! { [#one] },
        quote! { [#call] },
        quote! { [#call; 2] },
        quote! { [#one; 2] },
        quote! { (#one,) },
        quote! { (#call,) },
        quote! { (#call, #one) },
        quote! { (#wide) && other },
        quote! { !(#wide) },
        quote! { (#call)(#wide) },
        quote! { [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28] },
        quote! { vec![#call; 2] },
        quote! { vec![#(#names),*] },
        quote! { a_macro!(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25) },
        quote! { a_macro![1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25] },
        quote! { matches!(value, #(Kind::#names)|*) },
        quote! { json!({ "name": (#wide) }) },
        quote! { <[#ty] as Trait>::call(#(#names),*) },
        quote! { call::<[#ty; 2]>(#(#names),*) },
        quote! { |#(#names),*| #call },
        quote! { |one| (#call,) },
        quote! { move |one: [#ty; 2]| { let two = #call; two } },
        quote! { value.map(|(#(#names),*)| (#one,)).filter(|one| [#call; 2]) },
        quote! { Named { first: [#call; 2], second: (#one,), #(#others),* } },
        quote! { if #wide { #call } else { (#one,) } },
        quote! { match (#one,) { (found,) if #wide && (#call) => (#one,), [#(#names),*] => [#call; 2], #(Kind::#names)|* => { #call } } },
        quote! { match value { Some(#one) if (#wide) => #call, _ => |one| (#one,) } },
        quote! { return (#one,) },
        quote! { &mut [#call; 2] },
        quote! { (#call?,) },
        quote! { f((#one,), (#wide)) },
        quote! { f((#one,)) },
        quote! { f((#wide)) },
        quote! { f([#one; 3]) },
    ];
    let mut all = vec![
        quote! { fn f<T>(#(#names: [#ty; 2]),*) -> Result<[#ty; 2], #ty> where T: Trait<[#ty; 2]>, [#ty]: Sized { #call } },
        quote! { fn f<#(#others: Into<[#ty; 2]>),*>(one: (#ty,)) { let (#one,) = (#call,); } },
        quote! { impl<'de, T> SomeTrait<[#ty; 2]> for SomeTypeOfALongName<[#ty; 2], T> where T: Trait<(#ty,)> { fn f() {} } },
        quote! { pub struct S { a: [#ty; 2], b: (#ty,), c: Option<[#ty; 2]>, d: &'static [#ty] } },
        quote! { pub struct S(pub [#ty; 2], (#ty,)); },
        quote! { pub struct S([#ty; 2]); },
        quote! { pub enum E { One([#ty; 2]), Two((#ty,)) } },
        quote! { static S: [#ty; 2] = [#(#names),*]; },
        quote! { const C: (#ty,) = (#one,); },
    ];
    for ty in &types {
        all.push(quote! { type T = #ty; });
        all.push(quote! { impl A for B { type Target = #ty; } });
    }
    for pattern in &patterns {
        all.push(quote! { fn f() { let #pattern = value; } });
        all.push(quote! { fn f() { let #pattern = value else { return }; } });
        all.push(quote! { fn f() { for #pattern in #call { g(); } } });
        all.push(quote! { fn f() { match value { #pattern => 1, } } });
    }
    for value in &expressions {
        all.push(quote! { fn f() -> T { #value } });
        all.push(quote! { fn f() { let it = #value; } });
        all.push(quote! { fn f() { g(#value); } });
        all.push(quote! { fn f() { g(one, #value); } });
        all.push(quote! { fn f() { it.field = #value; } });
        all.push(quote! { fn f() { it.call(#value).other()?; } });
        all.push(quote! { const C: T = #value; });
    }
    let shown = |text: &str| {
        let mut file = syn::parse_file(text)?;
        Unbraced.visit_file_mut(&mut file);
        Ok::<_, syn::Error>(prettyplease::unparse(&file))
    };
    let mut faults: Vec<String> = Vec::new();
    for tokens in all {
        let text = written(tokens.clone());
        match (shown(&tokens.to_string()), shown(&text)) {
            (Ok(meant), Ok(said)) if meant == said => {}
            (Err(error), _) => faults.push(format!("no Rust at all, {error}: {tokens}")),
            (_, Err(error)) => faults.push(format!("{error}: {text}")),
            (Ok(meant), Ok(said)) => faults.push(format!("{meant}\nbecame\n{said}")),
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
