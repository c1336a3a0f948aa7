//! What it costs to compile generated types → a table in Markdown.
//!
//! `compile [--out FILE.md]` prints the table, or puts it into a file between two
//! marks. With `ISOSCHEMA_UPSTREAM` set, the types that are checked are those of
//! the vendor's published schemas, else those of `schemas/`.

mod cost;
mod crates;
mod derived;
#[path = "../../typify_types.rs"]
mod typify_types;

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use cost::{cargo, seconds};

/// How often each is measured; the least counts.
const ROUNDS: usize = 3;

/// Where the programs begin among the builds.
const PROGRAMS: usize = 5;

/// The lines between which the table is written.
const BEGIN: &str = "<!-- compile begins -->";
const END: &str = "<!-- compile ends -->";

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let out = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => None,
        ["--out", file] => Some(PathBuf::from(file)),
        _ => return Err("compile [--out FILE.md]".into()),
    };
    let work = std::env::temp_dir().join(format!("isoschema-compile-{}", std::process::id()));
    let report = report(&work);
    let _ = fs::remove_dir_all(&work);
    let report = report?;
    let Some(out) = out else {
        print!("{report}");
        return Ok(());
    };
    let text = fs::read_to_string(&out)?;
    let around = text.split_once(BEGIN).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(END)?;
        Some((before, after))
    });
    let (before, after) = around.ok_or("the table goes between two marks, which are missing")?;
    fs::write(&out, format!("{before}{BEGIN}\n\n{report}\n{END}{after}"))?;
    Ok(())
}

fn report(work: &Path) -> Result<String, Box<dyn Error>> {
    let own = crates::package().join("schemas");
    let upstream = std::env::var_os("ISOSCHEMA_UPSTREAM");
    let schemas = upstream.map_or_else(
        || own.clone(),
        |folder| Path::new(&folder).join("json-schema"),
    );
    let count = fs::read_dir(&schemas)?
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "json"))
        .count();
    let mut out = String::new();
    writeln!(
        out,
        "`cargo check` of the types of {count} schemas, their dependencies being checked:\n"
    )?;
    checks(&schemas, work, &mut out)?;
    writeln!(
        out,
        "\n`cargo build` with an empty target folder, the types of `schemas/`:\n"
    )?;
    builds(&own, work, &mut out)?;
    Ok(out)
}

/// One thing to measure.
struct Way {
    name: &'static str,
    folder: PathBuf,
    words: Vec<&'static str>,
    /// The least that it took.
    best: f64,
}

impl Way {
    fn new(name: &'static str, folder: PathBuf, words: &[&'static str]) -> Self {
        Self {
            name,
            folder,
            words: words.to_vec(),
            best: f64::INFINITY,
        }
    }
}

fn checks(schemas: &Path, work: &Path, out: &mut String) -> Result<(), Box<dyn Error>> {
    let typify = crates::write(work, "typify-types", &crates::typify(schemas)?)?;
    let engine = crates::write(work, "engine-types", &crates::engine(schemas, true)?)?;
    let without = crates::write(
        work,
        "engine-without-builders",
        &crates::engine(schemas, false)?,
    )?;
    let mut ways = [
        Way::new("typify's types", typify, &["check"]),
        Way::new("the engine's", engine.clone(), &["check"]),
        Way::new("without builders", without, &["check"]),
        Way::new(
            "with the feature `schemars`",
            engine,
            &["check", "--features", "schemars"],
        ),
    ];
    let target = work.join("checked");
    for round in 0..=ROUNDS {
        for way in &mut ways {
            // Makes cargo check this crate again, and it alone.
            let source = way.folder.join("src/lib.rs");
            fs::write(&source, fs::read(&source)?)?;
            let took = seconds(cargo(&way.folder, &target, &way.words))?;
            eprintln!("check, {}: {took:.2} s", way.name);
            // The first round checks the dependencies too.
            if round > 0 {
                way.best = way.best.min(took);
            }
        }
    }
    writeln!(
        out,
        "| types | lines | processor time | to typify |\n|---|---:|---:|---:|"
    )?;
    for way in &ways {
        let lines = fs::read_to_string(way.folder.join("src/lib.rs"))?
            .lines()
            .count();
        let Way { name, best, .. } = way;
        writeln!(
            out,
            "| {name} | {lines} | {best:.2} s | {:.2} |",
            best / ways[0].best
        )?;
    }
    Ok(())
}

/// Programs that read and write a lead and an order: of types by hand, of all types by hand, of
/// typify's, of those that are carried.
fn dependents(
    work: &Path,
    by_hand: &Path,
    all_by_hand: &Path,
    typify: &Path,
    own: &Path,
) -> Result<[PathBuf; 4], Box<dyn Error>> {
    let program = |package, at, types: [&str; 2]| crates::dependent(work, package, at, &types);
    Ok([
        program("types-by-hand", by_hand, ["LeadResponse", "OrderResponse"])?,
        program(
            "all-by-hand",
            all_by_hand,
            ["LeadOpportunityResponse", "OrderResponse"],
        )?,
        program(
            "typify-types",
            typify,
            ["X200GetLeadsOpportunities", "X200GetOrders"],
        )?,
        program(
            "dassault-schemas",
            own,
            ["LeadOpportunityResponse", "OrderResponse"],
        )?,
    ])
}

fn builds(schemas: &Path, work: &Path, out: &mut String) -> Result<(), Box<dyn Error>> {
    let by_hand = crates::by_hand(work)?;
    let own = crates::package();
    let carried = own.join("src/generated/types");
    let all_by_hand = crates::write(work, "all-by-hand", &derived::text(&carried)?)?;
    let typify = crates::write(work, "typify-types", &crates::typify(schemas)?)?;
    let dependents = dependents(work, &by_hand, &all_by_hand, &typify, &own)?;
    let mut table = Vec::new();
    for release in [false, true] {
        let mut ways = [
            Way::new(
                "a lead and an order by hand, with serde's derives",
                by_hand.clone(),
                &["build"],
            ),
            Way::new("the same types by hand", all_by_hand.clone(), &["build"]),
            Way::new("typify's types", typify.clone(), &["build"]),
            Way::new(
                "carried (`default-features = false`)",
                own.clone(),
                &["build", "--no-default-features"],
            ),
            Way::new("generated", own.clone(), &["build"]),
            Way::new(
                "a program that reads and writes leads and orders, of these two by hand",
                dependents[0].clone(),
                &["build"],
            ),
            Way::new("of all by hand", dependents[1].clone(), &["build"]),
            Way::new("of typify's types", dependents[2].clone(), &["build"]),
            Way::new("of the carried ones", dependents[3].clone(), &["build"]),
        ];
        for _ in 0..ROUNDS {
            for way in &mut ways {
                let target = work.join("cold");
                if target.exists() {
                    fs::remove_dir_all(&target)?;
                }
                let mut command = cargo(&way.folder, &target, &way.words);
                if release {
                    command.arg("--release");
                }
                let took = seconds(command)?;
                eprintln!("build, {}: {took:.1} s", way.name);
                way.best = way.best.min(took);
            }
        }
        table.push(ways);
    }
    writeln!(
        out,
        "| types | dev | to the same by hand | release | to the same by hand |\n|---|---:|---:|---:|---:|"
    )?;
    // Libraries are compared with the library of all types by hand, programs with its program.
    for (index, (dev, release)) in table[0].iter().zip(&table[1]).enumerate() {
        let base = if index < PROGRAMS { 1 } else { PROGRAMS + 1 };
        writeln!(
            out,
            "| {} | {:.1} s | {:.2} | {:.1} s | {:.2} |",
            dev.name,
            dev.best,
            dev.best / table[0][base].best,
            release.best,
            release.best / table[1][base].best,
        )?;
    }
    Ok(())
}
