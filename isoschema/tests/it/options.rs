//! Options of a generator: what each says is heard, in any order, or refused.

use std::error::Error;
use std::fs;
use std::path::Path;

use isoschema::Generator;
use isoschema::config::Config;

#[test]
fn no_option_hides_another() {
    let new = Generator::new;
    let text = |generator: Generator| generator.text("a.json", "true");
    for (generator, told) in [
        (new().schemas("b").look_up("c"), "`schemas` and `look_up`"),
        (new().look_up("c").schemas("b"), "`schemas` and `look_up`"),
        (
            new().schemas("b").schema("a.json"),
            "`schemas` and `schema`",
        ),
        (text(new().schemas("b")), "`schemas` and `text`"),
        (text(new().schema("a.json")), "`schema` and `text`"),
        (new().look_up("c"), "no schema to look from"),
        (
            text(new()).config("a.toml").configure(Config::new()),
            "`config` and `configure`",
        ),
    ] {
        let shown = format!("{generator:?}");
        let problems = generator.generate().err().map(|it| it.to_string());
        let found = problems.as_deref().is_some_and(|it| it.contains(told));
        assert!(found, "{shown}: {problems:?}");
    }
}

#[test]
fn the_order_of_options_says_nothing() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("options");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("cage.json"), r#"{"maxLength": 3}"#)?;
    fs::write(folder.join("owl.json"), r#"{"$ref": "cage.json"}"#)?;
    let new = Generator::new;
    let owl = folder.join("owl.json");
    let text = r#"{"$ref": "cage.json"}"#;
    for (one, other) in [
        (
            new().schema(&owl).look_up(&folder),
            new().look_up(&folder).schema(&owl),
        ),
        (
            new().text("owl.json", text).look_up(&folder),
            new().look_up(&folder).text("owl.json", text),
        ),
    ] {
        assert_eq!(one.generate()?.text, other.generate()?.text);
    }
    Ok(())
}

#[test]
fn a_key_in_another_table_is_told_its_own() {
    for (text, help) in [
        ("layout = \"modules\"", "it stands below `[types]`"),
        ("[derives]\nall = []", "it stands below `[types]`"),
        (
            "[generate]\nlayout = \"modules\"",
            "it stands below `[types]`",
        ),
        ("[types]\nviews = true", "it stands below `[generate]`"),
        ("[types]\nimply_type = true", "it stands below `[generate]`"),
        ("[types]\nlicense = \"MIT\"", "it stands below `[emit]`"),
        (
            "[types]\nunknown-format = \"deny\"",
            "it stands below `[lints]`",
        ),
        (
            "[generate]\ndefault_draft = \"7\"",
            "did you mean `default-draft`?",
        ),
        ("[types]\nlayuot = \"modules\"", "did you mean `layout`?"),
    ] {
        let problems = Config::parse("isoschema.toml", text).expect_err(text);
        let told = problems.iter().next().and_then(|it| it.help.clone());
        assert_eq!(told.as_deref(), Some(help), "{text}");
    }
}
