//! What is wrong with a correction is said, with what helps.

use super::{Folder, ORDER, Outcome};

#[test]
fn what_is_wrong_with_a_correction_is_said() -> Outcome {
    let mut wrong = Vec::new();
    for (overlay, wanted) in [
        (
            r#"{"schema": "order", "reason": "r", "patch": [{"op": "remove", "path": "/properties/statsu"}]}"#,
            "overlays/o.json:1:71 (#/patch/0): cannot correct `order`: there is nothing at \
             `/properties/statsu`: `/properties` has no member `statsu`\n    \
             help: did you mean `/properties/status`?",
        ),
        (
            r#"{"schema": "order", "reason": "the vendor forgot it", "patch": [{"op": "test", "path": "/required/0", "value": "state"}]}"#,
            "overlays/o.json:1:88 (#/patch/0): cannot correct `order`: the test fails: at \
             `/required/0` there is `\"status\"`, not `\"state\"`\n    \
             help: see whether the vendor has changed the schema, then adapt the correction or \
             remove it (it was made because: the vendor forgot it)",
        ),
        (
            r#"{"schema": "order", "reason": "needed", "merge": {"required": ["status"]}}"#,
            "overlays/o.json:1:1 (#): this correction of `order` no longer changes anything (it \
             was made because: needed)\n    \
             help: the schema says so by itself now: remove the correction",
        ),
        (
            r#"{"schema": "order", "reason": "needed", "patch": [
                {"op": "add", "path": "/x", "value": 1}, {"op": "remove", "path": "/x"}]}"#,
            "overlays/o.json:1:1 (#): this correction of `order` no longer changes anything (it \
             was made because: needed)\n    \
             help: the schema says so by itself now: remove the correction",
        ),
        (
            r#"{"schema": "oder", "reason": "r", "merge": {"title": "T"}}"#,
            "overlays/o.json:1:12 (#/schema): there is no schema `oder` to correct\n    \
             help: did you mean `order`?",
        ),
        (
            r#"{"schema": "order", "merge": {"title": "T"}}"#,
            "overlays/o.json:1:1 (#): a text `reason` that says why the schema is corrected is \
             needed here",
        ),
        (
            r#"{"schema": "order", "reason": "r", "pacth": []}"#,
            "overlays/o.json:1:1 (#): a correction has `patch` (a JSON Patch) or `merge` (a merge \
             patch)\noverlays/o.json:1:36 (#/pacth): the member `pacth` is not known\n    \
             help: did you mean `patch`?",
        ),
        (
            r#"{"schema": "order", "reason": "r", "patch": [{"op": "ad", "path": "title", "value": 1}]}"#,
            "overlays/o.json:1:53 (#/patch/0/op): `ad` is no operation of a JSON Patch\n    \
             help: did you mean `add`?\n\
             overlays/o.json:1:67 (#/patch/0/path): `title` is no JSON Pointer\n    \
             help: a JSON Pointer begins with `/`: `/title`",
        ),
        (
            r#"{"schema": "order", "reason": "r", "patch": [{"op": "add", "path": "/required/2", "value": 1}]}"#,
            "overlays/o.json:1:68 (#/patch/0): cannot correct `order`: nothing can be added at \
             `/required/2`: the array `/required` has 1 item\n    \
             help: `-` stands for the end of an array",
        ),
        (
            r#"{"schema": "order", "reason": "r", "patch": [{"op": "move", "from": "/properties", "path": "/properties/x"}]}"#,
            "overlays/o.json:1:92 (#/patch/0): cannot correct `order`: `/properties` cannot be \
             moved into itself\n    \
             help: see whether the vendor has changed the schema, then adapt the correction or \
             remove it (it was made because: r)",
        ),
        (
            r#"{"schema": "order", "reason": "the server sends it", "patch": [{"op": "add", "path": "/properties/status/enum/-", "value": "DONE"}]}"#,
            "overlays/o.json:1:86 (#/patch/0): cannot correct `order`: `/properties/status/enum` \
             has `\"DONE\"` already\n    \
             help: see whether the vendor has changed the schema, then adapt the correction or \
             remove it (it was made because: the server sends it)",
        ),
        (
            "[",
            "overlays/o.json:1:2: not JSON: the text ends where a JSON value is expected",
        ),
        // A fault in what was put in is shown where it was put.
        (
            r#"{"schema": "order", "reason": "r", "patch": [{"op": "replace", "path": "/properties/status/type", "value": 7}]}"#,
            "order.json:4:25 (#/properties/status/type): `type` is the name of a type, or a list of \
             names, not a number",
        ),
    ] {
        let folder = Folder::new(&[("order.json", ORDER), ("overlays/o.json", overlay)])?;
        let found = folder.problems();
        if found != wanted {
            wrong.push(format!("{overlay}\n  {found}\n  not\n  {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    Ok(())
}
