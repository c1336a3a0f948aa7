//! Any bytes as a schema: Rust or diagnostics, and the same each time.

use isoschema::config::{Config, Support};
use isoschema::diagnostics::Diagnostics;
use isoschema::resolve::Draft;
use isoschema::{Generator, SchemarsFeature};

use crate::draw_schema;

/// What the engine says where it, or typify under it, stopped at a panic.
const FAULTS: [&str; 2] = ["fault of its own", "typify panicked"];

/// Tries bytes as a schema's text, or as what one is drawn from.
///
/// A digit in front chooses the draft of a schema that names none, and other
/// settings: `0` to `4` the drafts from 4 to 2020-12, `5` to `9` the same with
/// formats and contents asserted and integers of any size.
///
/// # Panics
///
/// On a finding.
pub fn check(bytes: &[u8]) {
    let (setting, text) = match bytes.split_first() {
        Some((first @ 0x80.., rest)) => match draw_schema::schema(rest) {
            Ok(text) => (first % 10, text),
            Err(_) => return,
        },
        Some((first @ b'0'..=b'9', rest)) => {
            (first - b'0', String::from_utf8_lossy(rest).into_owned())
        }
        _ => (4, String::from_utf8_lossy(bytes).into_owned()),
    };
    let generator = generator(setting, &text);
    let first = generate(&generator, &text);
    let second = generate(&generator, &text);
    assert_eq!(first, second, "two runs differ: {text}");
    if let Ok(module) = first
        && let Err(error) = syn::parse_file(&module)
    {
        panic!("not Rust: {error}: {text}");
    }
}

fn generator(setting: u8, text: &str) -> Generator {
    let drafts = [
        Draft::Draft4,
        Draft::Draft6,
        Draft::Draft7,
        Draft::Draft2019,
        Draft::Draft2020,
    ];
    let mut config = Config::new().default_draft(drafts[usize::from(setting) % drafts.len()]);
    if setting >= 5 {
        config = config.assert_formats().assert_content().exact_integers();
    }
    Generator::new()
        .text("root.json", text)
        .configure(config)
        .schemars(SchemarsFeature::Named("schemars".to_owned()))
        .support(Support::Module("crate::support".to_owned()))
}

/// The module, or what is wrong with the schema.
fn generate(generator: &Generator, text: &str) -> Result<String, String> {
    match generator.generate() {
        Ok(generated) => Ok(generated.text),
        Err(problems) => Err(shown(&problems, text)),
    }
}

fn shown(problems: &Diagnostics, text: &str) -> String {
    let shown = problems.render();
    for fault in FAULTS {
        assert!(!shown.contains(fault), "{shown}: {text}");
    }
    shown
}
