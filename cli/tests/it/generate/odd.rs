//! What lies in people's folders, and is not what a page shows: documents without schemas, other
//! line ends, links, new folders, places in a stream.

use std::fs;

use super::folder::Folder;
use crate::Outcome;

#[test]
fn a_document_that_holds_no_schema_is_told_of() -> Outcome {
    let folder = Folder::new("generate-none")?;
    for (name, text, what) in [
        (
            "api.json",
            r#"{"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}}"#,
            "this OpenAPI document holds no schema",
        ),
        (
            "empty.yaml",
            "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents: {schemas: {}}\n",
            "this OpenAPI document holds no schema",
        ),
        (
            "old.yaml",
            "swagger: '2.0'\ninfo: {title: t, version: '1'}\npaths: {}\n",
            "this Swagger document holds no schema",
        ),
        (
            "events.yaml",
            "asyncapi: 2.6.0\ninfo: {title: t, version: '1'}\nchannels: {}\n",
            "this AsyncAPI document holds no schema",
        ),
        (
            "resource.yaml",
            "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec: {names: {kind: X}, versions: []}\n",
            "this custom resource definition holds no schema",
        ),
    ] {
        folder.write(name, text)?;
        let run = folder.run(&format!("generate {name}"))?;
        assert_eq!(run.status, Some(0), "{name}: {}", run.err);
        assert!(
            run.err.contains(&format!("warning: {what}")),
            "{name}: {}",
            run.err
        );
        assert!(
            run.err.contains(&format!("--> {name}:1:1")),
            "{name}: {}",
            run.err
        );
        assert!(run.err.contains("FILE#/POINTER"), "{name}: {}", run.err);
        let run = folder.run(&format!("lint {name} --deny"))?;
        assert_eq!(run.status, Some(1), "{name}: {}", run.err);
    }
    // One of a folder is told of as well; what holds a schema is not.
    folder.write(
        "all/api.yaml",
        "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents: {schemas: {Id: {type: string}}}\n",
    )?;
    folder.write(
        "all/none.yaml",
        "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\n",
    )?;
    let run = folder.run("generate all")?;
    assert_eq!(run.err.matches("holds no schema").count(), 1, "{}", run.err);
    assert!(run.err.contains("none.yaml"), "{}", run.err);
    folder.write("all/isoschema.toml", "[lints]\nno-schema = \"allow\"\n")?;
    assert_eq!(folder.run("generate all")?.err, "");
    Ok(())
}

#[test]
fn line_ends_and_marks_change_nothing() -> Outcome {
    let folder = Folder::new("generate-ends")?;
    folder.write(
        "a.yaml",
        "\u{feff}type: object\r\nproperties:\r\n  a: {type: string}\r\n",
    )?;
    folder.write(
        "b.json",
        "\u{feff}{\r\n  \"type\": \"string\",\r\n  \"requird\": []\r\n}\r\n",
    )?;
    let run = folder.run("generate a.yaml")?;
    assert_eq!(
        (run.status, run.types()),
        (Some(0), vec!["A"]),
        "{}",
        run.err
    );
    let run = folder.run("generate b.json")?;
    assert!(run.err.contains("b.json:3:14"), "{}", run.err);

    // Version control may have given a file the ends of lines that the machine has.
    assert_eq!(folder.run("generate a.yaml --out a.rs")?.status, Some(0));
    let text = fs::read_to_string(folder.0.join("a.rs"))?;
    folder.write("a.rs", &text.replace('\n', "\r\n"))?;
    let run = folder.run("generate a.yaml --out a.rs --check")?;
    assert_eq!((run.status, run.out.as_str()), (Some(0), ""));
    Ok(())
}

#[test]
fn a_place_in_a_stream_needs_no_separator() -> Outcome {
    let folder = Folder::new("generate-stream")?;
    let text = r#"{"$defs": {"Id": {"type": "string", "maxLength": 3}}}"#;
    let run = folder.given("generate -#/$defs/Id", text)?;
    assert_eq!(
        (run.status, run.types()),
        (Some(0), vec!["Id"]),
        "{}",
        run.err
    );
    let run = folder.given("explain -#/$defs/* /$defs/Id", text)?;
    assert!(
        run.out.contains("at most 3 characters"),
        "{} {}",
        run.out,
        run.err
    );
    folder.write("payload.json", r#""abcd""#)?;
    let run = folder.given("check payload.json --schema -#/$defs/Id", text)?;
    assert_eq!(run.status, Some(1), "{}", run.err);
    assert!(
        run.out.contains("has 4 characters, more than 3"),
        "{}",
        run.out
    );
    let run = folder.run("generate -x")?;
    assert_eq!(run.status, Some(2));
    assert!(run.err.contains("unexpected argument '-x'"), "{}", run.err);
    Ok(())
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_has_the_name_of_the_link() -> Outcome {
    let folder = Folder::new("generate-link")?;
    folder.write(
        "store/0f3a.json",
        r#"{"type": "object", "properties": {"id": {"$ref": "id.json"}}}"#,
    )?;
    folder.write("id.json", r#"{"type": "string", "maxLength": 3}"#)?;
    std::os::unix::fs::symlink("store/0f3a.json", folder.0.join("order.json"))?;
    let run = folder.run("generate order.json")?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert_eq!(run.types(), ["Order", "Id"]);
    Ok(())
}

#[test]
fn watch_sees_what_comes_in_a_new_folder() -> Outcome {
    let folder = Folder::new("generate-watch-folder")?;
    folder.write("schemas/a.json", r#"{"enum": ["X"]}"#)?;
    let holds =
        |name: &str| fs::read_to_string(folder.0.join("a.rs")).is_ok_and(|it| it.contains(name));
    folder.watched("generate schemas --out a.rs --watch", |next| {
        next()?;
        folder.write("schemas/more/b.json", r#"{"enum": ["Seen"]}"#)?;
        while !holds("Seen,") {
            next()?;
        }
        folder.write("schemas/more/b.json", r#"{"enum": ["Later"]}"#)?;
        while !holds("Later,") {
            next()?;
        }
        Ok(())
    })
}
