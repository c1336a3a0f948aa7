//! What [`shape`](super::shape) gives for each form, and that it scales.

use super::*;
use proc_macro2::Span;

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

fn text(item: syn::Item) -> String {
    prettyplease::unparse(&syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    })
}

fn same(outline: &Outline, item: &syn::Item) {
    assert_eq!(
        Shaper::default().shape(outline).map(text),
        Ok(text(item.clone()))
    );
}

#[test]
fn struct_keeps_names_types_and_order() {
    let fields = vec![
        (ident("zeta"), syn::parse_quote!(Option<Option<String>>)),
        (
            Ident::new_raw("type", Span::call_site()),
            syn::parse_quote!(super::A<'a, B>),
        ),
        (ident("alpha"), syn::parse_quote!(::std::vec::Vec<Self>)),
    ];
    let name = ident("Lead");
    same(
        &Outline::Struct { name, fields },
        &syn::parse_quote! {
            pub struct Lead {
                pub zeta: Option<Option<String>>,
                pub r#type: super::A<'a, B>,
                pub alpha: ::std::vec::Vec<Self>
            }
        },
    );
}

#[test]
fn more_than_ten_fields_stay_in_order() {
    let names: Vec<String> = (0..120).map(|index| format!("m{}", 120 - index)).collect();
    let fields = names
        .iter()
        .map(|name| (ident(name), syn::parse_quote!(u8)))
        .collect();
    let item = Shaper::default().shape(&Outline::Struct {
        name: ident("Wide"),
        fields,
    });
    let Ok(syn::Item::Struct(item)) = item else {
        panic!("{:?}", item.map(text))
    };
    let found: Vec<String> = item
        .fields
        .iter()
        .filter_map(|field| field.ident.as_ref().map(ToString::to_string))
        .collect();
    assert_eq!(found, names);
}

#[test]
fn struct_without_fields() {
    let outline = Outline::Struct {
        name: ident("Empty"),
        fields: Vec::new(),
    };
    same(
        &outline,
        &syn::parse_quote!(
            pub struct Empty {}
        ),
    );
}

#[test]
fn struct_with_one_field() {
    let outline = Outline::Struct {
        name: ident("One"),
        fields: vec![(ident("only"), syn::parse_quote!([u8; 4]))],
    };
    let wanted = syn::parse_quote!(
        pub struct One {
            pub only: [u8; 4],
        }
    );
    same(&outline, &wanted);
}

#[test]
fn enums_of_units() {
    let outline = |variants: &[&str]| Outline::Enum {
        name: ident("Code"),
        variants: variants.iter().map(|name| ident(name)).collect(),
    };
    same(
        &outline(&[]),
        &syn::parse_quote!(
            pub enum Code {}
        ),
    );
    same(
        &outline(&["A"]),
        &syn::parse_quote!(
            pub enum Code {
                A,
            }
        ),
    );
    same(
        &outline(&["Open", "A1", "Closed"]),
        &syn::parse_quote!(
            pub enum Code {
                Open,
                A1,
                Closed,
            }
        ),
    );
}

#[test]
fn unions_of_values() {
    let outline = |variants: &[(&str, &str)]| Outline::Union {
        name: ident("Either"),
        variants: variants
            .iter()
            .map(|(name, ty)| (ident(name), syn::parse_str(ty).expect("a type")))
            .collect(),
    };
    same(
        &outline(&[]),
        &syn::parse_quote!(
            pub enum Either {}
        ),
    );
    same(
        &outline(&[("Only", "Box<Either>")]),
        &syn::parse_quote!(
            pub enum Either {
                Only(Box<Either>),
            }
        ),
    );
    same(
        &outline(&[("Text", "String"), ("Null", "()"), ("Also", "String")]),
        &syn::parse_quote!(
            pub enum Either {
                Text(String),
                Null(()),
                Also(String),
            }
        ),
    );
}

#[test]
fn newtype() {
    let outline = Outline::Newtype {
        name: ident("Currency"),
        inner: syn::parse_quote!(::std::string::String),
    };
    let wanted = syn::parse_quote!(
        pub struct Currency(pub ::std::string::String);
    );
    same(&outline, &wanted);
}

/// Names that typify or the surrogates use themselves.
#[test]
fn surrogate_names_are_free_for_use() {
    let outline = Outline::Struct {
        name: ident("T"),
        fields: vec![
            (ident("f1"), syn::parse_quote!(crate::S1)),
            (ident("f0"), syn::parse_quote!(T)),
        ],
    };
    same(
        &outline,
        &syn::parse_quote!(
            pub struct T {
                pub f1: crate::S1,
                pub f0: T,
            }
        ),
    );
}

#[test]
fn panic_messages_are_kept() {
    assert_eq!(panic_message(&"static"), "static");
    assert_eq!(panic_message(&"owned".to_owned()), "owned");
    assert_eq!(panic_message(&1_u8), "no message");
}

#[test]
fn large_enums() {
    let variants = (0..3_000)
        .map(|index| ident(&format!("C{index}")))
        .collect();
    let item = Shaper::default().shape(&Outline::Enum {
        name: ident("Codes"),
        variants,
    });
    let Ok(syn::Item::Enum(item)) = item else {
        panic!("no enum")
    };
    assert_eq!(item.variants.len(), 3_000);
}
