//! What is written is what was given, on lines that people read.

use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::prelude::Prelude;
use super::{definition, machinery};
use crate::config::kinds::Visibility;
use crate::config::settings::Config;
use crate::enforce::{Enforcer, Features};
use crate::load::source::Source;
use crate::plan;

/// The tokens in a row, documentation as text, without the commas before a
/// closing bracket.
fn flat(tokens: TokenStream, out: &mut Vec<String>) {
    for tree in tokens {
        match tree {
            TokenTree::Group(group) => {
                let sign = format!("{:?}", group.delimiter());
                let is_visible = sign != "None";
                out.extend(is_visible.then(|| sign.clone()));
                flat(group.stream(), out);
                out.pop_if(|last| last == "," && is_visible);
                out.extend(is_visible.then(|| format!("end of {sign}")));
            }
            TokenTree::Literal(literal) => out.push(match syn::Lit::new(literal) {
                syn::Lit::Str(text) => format!("{:?}", text.value().trim_end()),
                other => quote! { #other }.to_string(),
            }),
            other => {
                let sign = other.to_string();
                out.pop_if(|last| last == "," && sign == ">");
                out.push(sign);
            }
        }
    }
}

fn tokens(tokens: TokenStream) -> Vec<String> {
    let mut out = Vec::new();
    flat(tokens, &mut out);
    out
}

/// Whether a text has these tokens; where not, the first that differs.
fn same(given: &TokenStream, text: &str) -> Result<(), String> {
    let read = text.parse::<TokenStream>();
    let read = read.map_err(|error| format!("{error}:\n{text}"))?;
    let (given, read) = (tokens(given.clone()), tokens(read));
    let at = given.iter().zip(&read).take_while(|(one, two)| one == two);
    let at = at.count();
    if at == given.len() && at == read.len() {
        return Ok(());
    }
    let near = |all: &[String]| all[at.saturating_sub(9)..all.len().min(at + 3)].join(" ");
    Err(format!(
        "{}\nbecame\n{}\nin\n{text}",
        near(&given),
        near(&read)
    ))
}

fn short(items: TokenStream, taken: &[&str], visibility: Visibility) -> String {
    let mut prelude = Prelude::without(taken.iter().copied(), visibility);
    machinery(prelude.shortened(items))
}

fn shortened(taken: &[&str], tokens: &TokenStream) -> String {
    let text = short(quote! { type X = #tokens; }, taken, Visibility::Public);
    text.trim()
        .trim_start_matches("type X = ")
        .trim_end_matches(';')
        .to_owned()
}

#[test]
fn nothing_is_a_module_too() {
    assert_eq!(machinery(quote! {}), "");
    assert_eq!(
        definition(quote! {}, Visibility::Public).unwrap_or_default(),
        ""
    );
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
    let call = quote! { <T as ::core::default::Default>::default() };
    assert_eq!(shortened(&[], &call), "<T as Default>::default()");
}

#[test]
fn what_is_imported_is_told() {
    let mut prelude = Prelude::without(["Cow"].into_iter(), Visibility::Public).importing();
    let cow = quote! { ::std::borrow::Cow<'de, str> };
    assert_eq!(prelude.shortened(cow.clone()).to_string(), cow.to_string());
    assert!(prelude.imported().is_empty());
    let mut prelude = Prelude::without([].into_iter(), Visibility::Public).importing();
    assert_eq!(machinery(prelude.shortened(cow)), "Cow<'de, str>\n");
    assert_eq!(prelude.imported(), ["std::borrow::Cow".to_owned()].into());
}

#[test]
fn items_of_a_crate_s_own() {
    let items = quote! { pub struct A(pub u8); impl A { pub(super) fn a() {} pub fn b() {} } };
    let expected = "\
pub(crate) struct A(pub(crate) u8);
impl A {
    pub(super) fn a() {}
    pub(crate) fn b() {}
}
";
    assert_eq!(short(items, &[], Visibility::Crate), expected);
}

#[test]
fn lines_are_where_people_break_them() {
    let text = machinery(quote! {
        #[doc = " Of \"a\", a \\ and \u{e9}."]
        #[doc = ""]
        #[derive(Debug)]
        pub struct A(u8);
        impl<'de, T> ::x::Read<'de> for A where T: Sized {
            const C: &'static [u8] = &[1, 2];
            fn f<U>(a: &mut U, b: &'static str,) -> bool {
                let c = |x, y| x < y && !*a || -1 > 2;
                for (_, value) in [1..=2, 3..4] {
                    if value < Self::MOST { return matches!(b, "a" | "b"); } else { c() }
                }
                support::check(&c, "a", |tape, at| { checks::a(tape, at)?; Ok(()) })?;
                match b.len() { 1 => a?.b, _ => { Self { a, b: 1 } } }
                c(&1, &<Vec<Vec<u8>> as ::x::Y>::z()?, (1,))
            }
        }
        support::record! { Name at "a.json#/x"; data: "data" => "/type", required "/required"; more: "more" }
    });
    let expected = r#"/// Of "a", a \ and é.
///
#[derive(Debug)]
pub struct A(u8);
impl<'de, T> ::x::Read<'de> for A where T: Sized {
    const C: &'static [u8] = &[1, 2];
    fn f<U>(a: &mut U, b: &'static str) -> bool {
        let c = |x, y| x < y && !*a || -1 > 2;
        for (_, value) in [1..=2, 3..4] {
            if value < Self::MOST {
                return matches!(b, "a" | "b");
            } else { c() }
        }
        support::check(&c, "a", |tape, at| {
            checks::a(tape, at)?;
            Ok(())
        })?;
        match b.len() {
            1 => a?.b,
            _ => { Self { a, b: 1 } }
        }
        c(&1, &<Vec<Vec<u8>> as ::x::Y>::z()?, (1,))
    }
}
support::record! {
    Name at "a.json#/x";
    data: "data" => "/type", required "/required";
    more: "more"
}
"#;
    assert_eq!(text, expected);
}

#[test]
fn no_line_is_endless() {
    let names: Vec<String> = (0..20_000).map(|index| format!("CODE_{index}")).collect();
    let idents = names.iter().map(|name| quote::format_ident!("{name}"));
    let idents: Vec<_> = idents.collect();
    let given = quote! {
        const ALL: [&str; 20_000] = [#(#names),*];
        fn f(text: &str) -> bool { matches!(text, #(#names)|*) && g(#(Some(#idents)),*) }
        a::list! { #(#names),* }
    };
    let text = machinery(given.clone());
    assert_eq!(same(&given, &text), Ok(()));
    let longest = text.lines().map(str::len).max();
    assert!(longest < Some(160), "{longest:?}");
}

/// The items of every own case, and the calls of predicates in them.
#[test]
fn what_is_written_has_the_tokens_that_were_given() -> Result<(), Box<dyn std::error::Error>> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut count = 0;
    for group in fs::read_dir(cases)? {
        let group = group?.path();
        for case in fs::read_dir(&group).into_iter().flatten() {
            let text = fs::read_to_string(case?.path().join("schema.json"))?;
            let source = Source::texts([("schema.json".to_owned(), text)]);
            let config = Config::new();
            // What refers to others is read by the conformance test.
            let Ok((_, mut rules, _)) = crate::front::rules(&source, &config) else {
                continue;
            };
            plan::desugar(&mut rules);
            let model = plan::plan(rules, &config).map_err(|problems| problems.render())?;
            let features = Features {
                schemars: Some("schemars".to_owned()),
                ..Features::default()
            };
            let mut enforcer = Enforcer::new(&model, features);
            let names = model.types.iter().map(|ty| ty.name.as_str());
            let mut prelude = Prelude::without(names, Visibility::Public);
            for index in 0..model.types.len() {
                let items = enforcer.items(index)?;
                let given = prelude.shortened(items.definition);
                same(&given, &definition(given.clone(), Visibility::Public)?)?;
                let given = prelude.shortened(items.machinery);
                same(&given, &machinery(given.clone()))?;
                count += 1;
            }
            for check in enforcer.finish().items {
                same(&check, &machinery(check.clone()))?;
            }
        }
    }
    assert!(count > 600, "only {count}");
    Ok(())
}

/// Every construct that generated code has, over the width.
#[test]
#[expect(clippy::too_many_lines, reason = "most of it is a list")]
fn what_is_long_is_the_same_tokens() {
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
    for given in all {
        assert_eq!(same(&given, &machinery(given.clone())), Ok(()));
    }
}
