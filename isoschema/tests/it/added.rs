//! What the configuration adds to types, in a crate that others use.

use std::fs;

use crate::common::{cargo, clippy, folder, succeeded, write};
use isoschema::Generator;
use isoschema::config::Config;

const PARCEL: &str = r#"{
  "type": "object",
  "required": ["id"],
  "properties": {
    "id": { "type": "string", "minLength": 1 },
    "state": { "enum": ["SENT", "LOST"] },
    "size": { "oneOf": [{ "type": "integer" }, { "type": "string" }] },
    "sender": { "type": "object", "properties": { "city": { "type": "string" } } },
    "checked": { "type": "object", "properties": { "a": { "type": "integer" } }, "minProperties": 1 }
  },
  "minProperties": 1
}"#;

const CONFIGURATION: &str = r##"
[emit]
name = "parcels"
dependencies = { marker = { path = "../marker" } }
[types]
non-exhaustive = true
[types.derives]
all = ["marker::Seen"]
ParcelState = ["marker::Marked", "marker::Marked", "marker::Seen"]
ParcelSender = ["marker::Marked"]
[types.attributes]
ParcelSender = ["#[must_use]", "#[cfg_attr(not(windows), derive(marker::Listed))]", "#[marked(well)]"]
"##;

/// Derives that a crate would bring.
const MARKER: &str = r#"
use proc_macro::{TokenStream, TokenTree};

fn constant(item: TokenStream, text: &str) -> TokenStream {
    let mut words = item.into_iter().skip_while(|tree| {
        !matches!(tree, TokenTree::Ident(word) if ["struct", "enum"].contains(&word.to_string().as_str()))
    });
    words.next();
    let name = words.next().unwrap();
    format!("impl {name} {{ #[doc = \"Set.\"] pub const {text}: bool = true; }}").parse().unwrap()
}

#[proc_macro_derive(Seen)]
pub fn seen(item: TokenStream) -> TokenStream {
    constant(item, "SEEN")
}

#[proc_macro_derive(Marked, attributes(marked))]
pub fn marked(item: TokenStream) -> TokenStream {
    constant(item, "MARKED")
}

#[proc_macro_derive(Listed)]
pub fn listed(item: TokenStream) -> TokenStream {
    constant(item, "LISTED")
}
"#;

/// Another crate: it would not compile if its `_` could not be reached.
const USE: &str = r#"
#![deny(unreachable_patterns)]

use parcels::*;

#[test]
fn others_do_without_all_variants() {
    let parcel = Parcel::builder()
        .id("P-1")
        .state(ParcelState::Sent)
        .sender(ParcelSender::builder().city("Narvik"))
        .size(7)
        .build()
        .unwrap();
    match parcel.state() {
        Some(ParcelState::Sent) => {}
        Some(ParcelState::Lost) | None => panic!(),
        Some(_) => panic!(),
    }
    match parcel.size() {
        Some(ParcelSize::Integer(7)) => {}
        _ => panic!(),
    }
    assert_eq!(ParcelSize::from(7).as_integer(), Some(7));
    let mut sender = ParcelSender::default();
    sender.city = Some("Narvik".to_owned());
    let ParcelSender { city, .. } = &sender;
    assert_eq!(city.as_deref(), Some("Narvik"));
    assert_eq!(parcel.sender(), Some(&sender));
    assert!(ParcelState::MARKED && ParcelSender::MARKED && ParcelSender::LISTED);
    assert!(Parcel::SEEN && ParcelId::SEEN && ParcelState::SEEN && ParcelSize::SEEN);
}
"#;

#[test]
fn types_have_what_is_added_to_them() -> Result<(), Box<dyn std::error::Error>> {
    let root = folder("added")?;
    let (schemas, out) = (root.join("schemas"), root.join("crate"));
    fs::create_dir_all(&schemas)?;
    fs::create_dir_all(root.join("marker/src"))?;
    fs::write(root.join("marker/src/lib.rs"), MARKER)?;
    fs::write(
        root.join("marker/Cargo.toml"),
        "[package]\nname = \"marker\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n\
         [lib]\nproc-macro = true\n",
    )?;
    fs::write(schemas.join("parcel.json"), PARCEL)?;
    fs::write(schemas.join("isoschema.toml"), CONFIGURATION)?;
    write(&schemas, &out)?;
    fs::write(out.join("tests/types.rs"), USE)?;
    clippy(&out)?;
    let shown = succeeded(&cargo(&out, &["test", "--color=never"])?);
    for test in ["others_do_without_all_variants", "accept", "round_trip"] {
        assert!(shown.contains(&format!("{test} ... ok")), "{shown}");
    }
    Ok(())
}

fn generated(config: Config) -> Result<String, String> {
    Generator::new()
        .text("parcel.json", PARCEL)
        .configure(config)
        .generate()
        .map(|generated| generated.text)
        .map_err(|problems| problems.render())
}

#[test]
fn code_says_the_same_as_the_file() -> Result<(), String> {
    let text = generated(
        Config::new()
            .derive("marker::Seen")
            .derive_for("ParcelState", "marker::Marked")
            .attribute_for("ParcelSender", "#[must_use]")
            .attribute("#[doc(hidden)]")
            .non_exhaustive("ParcelSender")
            .non_exhaustive_enums(),
    )?;
    for lines in [
        "marker::Seen,\n    marker::Marked\n)]\n#[doc(hidden)]\n#[non_exhaustive]\npub enum ParcelState",
        "#[must_use]\n#[doc(hidden)]\n#[non_exhaustive]\npub struct ParcelSender",
        "#[doc(hidden)]\npub struct ParcelId(String)",
    ] {
        assert!(text.contains(lines), "no {lines} in {text}");
    }
    // A struct whose members are not public has nothing to exhaust.
    assert!(text.contains("#[doc(hidden)]\npub struct ParcelChecked"));
    Ok(())
}

#[test]
fn what_a_type_has_is_not_derived_again() {
    let refused = |config: Config| generated(config).err().unwrap_or_default();
    for (derive, ty, has) in [
        ("derive_more::Display", "ParcelState", "has `Display`"),
        ("strum::EnumString", "ParcelState", "has `FromStr`"),
        ("strum::AsRefStr", "ParcelState", "has `AsRef<str>`"),
        ("derive_more::Deref", "ParcelId", "has `Deref`"),
        ("derive_more::From", "ParcelSize", "has `From`"),
        ("enum_as_inner::EnumAsInner", "ParcelSize", "has `as_…`"),
        ("bon::Builder", "ParcelSender", "has a builder"),
    ] {
        let told = refused(Config::new().derive_for(ty, derive));
        assert!(
            told.contains(has) && told.contains("[types.derives]"),
            "{derive}: {told}"
        );
    }
    // Where it has not, it is derived.
    for config in [
        Config::new().derive_for("ParcelSender", "derive_more::Display"),
        Config::new().derive_for("ParcelSender", "rkyv::Serialize"),
        Config::new()
            .derive_for("ParcelSender", "bon::Builder")
            .without_builders(),
    ] {
        assert_eq!(refused(config), "");
    }
    let near = refused(Config::new().derive_for("ParcelSendr", "a::B"));
    assert!(near.contains("did you mean `ParcelSender`?"), "{near}");
    assert!(refused(Config::new().derive("Default")).contains("where nothing is required"));
    assert!(refused(Config::new().attribute("must_use")).contains("is not an attribute"));
    assert!(refused(Config::new().attribute("#[cfg(x)]")).contains("leave `cfg` out"));
    assert!(refused(Config::new().non_exhaustive("ParcelId")).contains("nobody can exhaust it"));
}
