//! What [`shape`](super::shape) gives for each form, and that it scales.

use super::*;
use proc_macro2::{Ident, Span};

fn ident(name: &str) -> Ident {
    syn::parse_str(name).unwrap_or_else(|_| Ident::new_raw(name, Span::call_site()))
}

fn text(item: syn::Item) -> String {
    prettyplease::unparse(&syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    })
}

fn members(members: &[(&str, &str, &str)]) -> Vec<Member> {
    let member = |(name, doc, ty): &(&str, &str, &str)| Member {
        name: ident(name),
        doc: (*doc).to_owned(),
        ty: syn::parse_str(ty).expect("a type"),
    };
    members.iter().map(member).collect()
}

fn units(names: &[&str]) -> Vec<Unit> {
    let unit = |name: &&str| Unit {
        name: ident(name),
        doc: format!("Written `{name}`."),
    };
    names.iter().map(unit).collect()
}

fn outline(name: &str, body: Body) -> Outline {
    Outline {
        name: ident(name),
        doc: String::new(),
        body,
    }
}

/// The item is the one that is wanted, and these names had to be put back.
fn same(outline: &Outline, wanted: syn::Item, restored: &[&str]) {
    let (item, renamed) = shape(outline).expect("typify shapes it");
    assert_eq!(text(item), text(wanted));
    let renamed: Vec<String> = renamed.iter().map(ToString::to_string).collect();
    assert_eq!(renamed, restored);
}

#[test]
fn struct_keeps_names_types_documentation_and_order() {
    let fields = members(&[
        ("zeta", "The last.\n\nOf all.", "Option<Option<String>>"),
        ("kind", "", "super::A<'a, B>"),
        ("alpha", "The first: \"*/\" [`A`].", "::std::vec::Vec<Self>"),
    ]);
    let outline = Outline {
        doc: "A lead.\n\nSchema: `lead.json#`.".to_owned(),
        ..outline("Lead", Body::Struct(fields))
    };
    let wanted = syn::parse_quote! {
        /// A lead.
        ///
        /// Schema: `lead.json#`.
        pub struct Lead {
            /// The last.
            ///
            /// Of all.
            pub zeta: Option<Option<String>>,
            pub kind: super::A<'a, B>,
            /// The first: "*/" [`A`].
            pub alpha: ::std::vec::Vec<Self>
        }
    };
    same(&outline, wanted, &[]);
}

#[test]
fn more_than_ten_fields_stay_in_order() {
    let names: Vec<String> = (0..120).map(|index| format!("m{}", 120 - index)).collect();
    let fields: Vec<_> = names.iter().map(|name| (&**name, "", "u8")).collect();
    let outline = outline("Wide", Body::Struct(members(&fields)));
    let Ok((syn::Item::Struct(item), _)) = shape(&outline) else {
        panic!("no struct")
    };
    let found: Vec<String> = item
        .fields
        .iter()
        .filter_map(|field| field.ident.as_ref().map(ToString::to_string))
        .collect();
    assert_eq!(found, names);
}

#[test]
fn structs_of_few_fields() {
    let wanted = syn::parse_quote! { pub struct Empty {} };
    same(&outline("Empty", Body::Struct(Vec::new())), wanted, &[]);
    let one = members(&[("only", "", "[u8; 4]")]);
    let wanted = syn::parse_quote! {
        pub struct One {
            pub only: [u8; 4],
        }
    };
    same(&outline("One", Body::Struct(one)), wanted, &[]);
}

#[test]
fn enums_of_units() {
    let wanted = syn::parse_quote! { pub enum Code {} };
    same(&outline("Code", Body::Enum(Vec::new())), wanted, &[]);
    let wanted = syn::parse_quote! {
        pub enum Code {
            /// Written `A`.
            A,
        }
    };
    same(&outline("Code", Body::Enum(units(&["A"]))), wanted, &[]);
    let wanted = syn::parse_quote! {
        pub enum Code {
            /// Written `Open`.
            Open,
            /// Written `A1`.
            A1,
            /// Written `Closed`.
            Closed,
        }
    };
    let outline = outline("Code", Body::Enum(units(&["Open", "A1", "Closed"])));
    same(&outline, wanted, &[]);
}

#[test]
fn unions_of_values() {
    let wanted = syn::parse_quote! { pub enum Either {} };
    same(&outline("Either", Body::Union(Vec::new())), wanted, &[]);
    let only = members(&[("Only", "One alone.", "Box<Either>")]);
    let wanted = syn::parse_quote! {
        pub enum Either {
            /// One alone.
            Only(Box<Either>),
        }
    };
    same(&outline("Either", Body::Union(only)), wanted, &[]);
    let three = members(&[
        ("Text", "A text.", "String"),
        ("Null", "", "()"),
        ("Also", "Another.", "String"),
    ]);
    let wanted = syn::parse_quote! {
        pub enum Either {
            /// A text.
            Text(String),
            Null(()),
            /// Another.
            Also(String),
        }
    };
    same(&outline("Either", Body::Union(three)), wanted, &[]);
}

#[test]
fn newtype() {
    let outline = Outline {
        doc: "3 capital letters.".to_owned(),
        ..outline(
            "Currency",
            Body::Newtype(Box::new(syn::parse_quote!(::std::string::String))),
        )
    };
    let wanted = syn::parse_quote! {
        /// 3 capital letters.
        pub struct Currency(pub ::std::string::String);
    };
    same(&outline, wanted, &[]);
}

/// Names that typify reserves, writes in another way, or would make one of.
#[test]
fn names_that_typify_changes_are_put_back() {
    let fields = members(&[
        ("slot1", "", "crate::Slot1"),
        ("slot0", "", "Slot0"),
        ("type", "", "u8"),
        ("type_", "", "u8"),
        ("gen", "", "u8"),
        ("a__b", "", "u8"),
        ("a_b", "", "u8"),
    ]);
    let wanted = syn::parse_quote! {
        pub struct V2_0 {
            pub slot1: crate::Slot1,
            pub slot0: Slot0,
            pub r#type: u8,
            pub type_: u8,
            pub gen: u8,
            pub a__b: u8,
            pub a_b: u8,
        }
    };
    let (item, renamed) = shape(&outline("V2_0", Body::Struct(fields))).expect("typify shapes it");
    let item = text(item);
    let wanted: syn::Item = wanted;
    assert_eq!(item, text(wanted));
    let to: Vec<String> = renamed.iter().map(ToString::to_string).collect();
    assert_eq!(
        to,
        ["V2_0", "slot1", "slot0", "r#type", "type_", "gen", "a__b"]
    );
    let outline = outline(
        "Slot0",
        Body::Enum(units(&["V2_0", "V20", "URL", "Url", "Slot1", "Slot0"])),
    );
    let Ok((syn::Item::Enum(item), _)) = shape(&outline) else {
        panic!("no enum")
    };
    let found: Vec<String> = item
        .variants
        .iter()
        .map(|it| it.ident.to_string())
        .collect();
    assert_eq!(found, ["V2_0", "V20", "URL", "Url", "Slot1", "Slot0"]);
}

#[test]
fn large_enums() {
    let names: Vec<String> = (0..3_000).map(|index| format!("C{index}")).collect();
    let names: Vec<&str> = names.iter().map(|name| &**name).collect();
    let Ok((syn::Item::Enum(item), _)) = shape(&outline("Codes", Body::Enum(units(&names)))) else {
        panic!("no enum")
    };
    assert_eq!(item.variants.len(), 3_000);
}
