//! What became of operations: each change of an API, and whom it breaks.

use isoschema::diff::{About, Audience, Diff, Question, Side, Verdict, diff};
use serde_json::{Value, json};

fn side(api: &Value) -> Side {
    Side::texts([("api.json", api.to_string())]).expect("an API")
}

fn compared(old: &Value, new: &Value) -> Diff {
    diff(
        &side(old),
        &side(new),
        Question::default().about(About::Values),
    )
}

/// Changes as lines: `POST /a: … [r]`, with `r` and `w` for whom they break.
fn lines(found: &Diff) -> Vec<String> {
    let mut lines = Vec::new();
    for one in &found.operations {
        for change in &one.changes {
            let readers = if change.breaks_readers { "r" } else { "" };
            let writers = if change.breaks_writers { "w" } else { "" };
            lines.push(format!(
                "{}: {} [{readers}{writers}]",
                one.operation, change.what
            ));
        }
    }
    lines
}

fn api() -> Value {
    json!({
        "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
        "paths": {"/a/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
            "post": {
                "operationId": "make",
                "parameters": [
                    {"name": "q", "in": "query", "schema": {"type": "string"}},
                    {"name": "X-Trace", "in": "header", "required": true, "schema": {"type": "string"}}
                ],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/C"}}}},
                "responses": {
                    "200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/C"}}}},
                    "404": {"description": ""}
                }
            }
        }},
        "components": {"schemas": {
            "C": {"type": "object", "properties": {"k": {"type": "string"}}},
            "D": {"type": "object", "required": ["k"], "properties": {"k": {"type": "string"}}}
        }}
    })
}

#[test]
fn each_change_of_an_operation_is_told_with_whom_it_breaks() {
    const POST: &str = "/paths/~1a~1{id}/post";
    let at = |inner: &str| format!("{POST}{inner}");
    let body = at("/requestBody");
    let responses = at("/responses");
    for (place, value, said) in [
        (
            at("/parameters/0/required"),
            json!(true),
            &["the query parameter `q` has to be there now [w]"][..],
        ),
        (
            at("/parameters/1/required"),
            json!(false),
            &["the header parameter `X-Trace` may be left out now [r]"],
        ),
        (
            at("/parameters/0"),
            json!({"name": "p", "in": "query", "schema": {"type": "string"}}),
            &[
                "the query parameter `p` may be there now []",
                "the query parameter `q` is gone [w]",
            ],
        ),
        (
            at("/parameters/0/schema"),
            json!({"type": "string", "enum": ["a", "b"]}),
            &["the query parameter `q` has narrower values [w]"],
        ),
        (
            at("/parameters/0/schema/type"),
            json!("integer"),
            &["the query parameter `q` has narrower and wider values [rw]"],
        ),
        (
            format!("{body}/required"),
            json!(true),
            &["the body has to be there now [w]"],
        ),
        (
            format!("{body}/content"),
            json!({"application/json; charset=utf-8": {"schema": {"$ref": "#/components/schemas/D"}}}),
            &["the body has narrower values: `D` and not `C` [w]"],
        ),
        (
            format!("{body}/content"),
            json!({"application/xml": {"schema": {"type": "object"}}}),
            &[
                "the body is `application/json` no more [w]",
                "the body may be `application/xml` now []",
            ],
        ),
        (
            format!("{responses}/200/content/application~1json/schema/$ref"),
            json!("#/components/schemas/D"),
            &["the response 200 has narrower values: `D` and not `C` [w]"],
        ),
        (
            responses.clone(),
            json!({"201": {"description": ""}, "404": {"description": ""}}),
            &[
                "the response 201 is new [r]",
                "the response 200 is gone [rw]",
            ],
        ),
        (
            "/paths/~1a~1{id}/parameters/0/schema/pattern".to_owned(),
            json!("^[0-9]+$"),
            &["the path parameter `id` has narrower values [w]"],
        ),
    ] {
        let old = api();
        let mut new = api();
        let (around, key) = place.rsplit_once('/').expect("a pointer");
        match new.pointer_mut(around).expect(&place) {
            Value::Object(members) => _ = members.insert(key.replace("~1", "/"), value),
            Value::Array(items) => items[key.parse::<usize>().expect("an index")] = value,
            _ => panic!("{place}"),
        }
        let found = compared(&old, &new);
        let said: Vec<String> = said
            .iter()
            .map(|it| format!("POST /a/{{id}}: {it}"))
            .collect();
        assert_eq!(lines(&found), said, "{place}");
        let breaks = said.iter().any(|it| !it.ends_with("[]"));
        assert_eq!(found.verdict == Verdict::Breaking, breaks, "{place}");
        assert!(found.to_text(false).contains("\nOperations\n"), "{place}");
        assert!(found.to_markdown().contains("### Operations"), "{place}");
        // Whom it does not break, it is only new for.
        let readers = diff(&side(&old), &side(&new), Audience::Readers);
        let breaks = found.operations[0]
            .changes
            .iter()
            .any(|it| it.breaks_readers);
        assert_eq!(readers.verdict == Verdict::Breaking, breaks, "{place}");
    }
}

#[test]
fn operations_come_and_go_by_method_and_path() {
    let old = api();
    let mut new = api();
    let paths = new["paths"].as_object_mut().expect("paths");
    let mut item = paths.remove("/a/{id}").expect("a path");
    item["parameters"][0]["name"] = json!("key");
    item["get"] = json!({"responses": {"default": {"description": ""}}});
    paths.insert("/a/{key}".to_owned(), item);
    // What a parameter in a path is called says nothing.
    let found = compared(&old, &new);
    assert_eq!(lines(&found), ["GET /a/{key}: is new []"]);
    assert_eq!(found.verdict, Verdict::Compatible);
    let found = compared(&new, &old);
    assert_eq!(lines(&found), ["GET /a/{key}: is gone [rw]"]);
    assert_eq!(found.verdict, Verdict::Breaking);
    // A status that `default` was said of is no news, and where things stand is none.
    let mut more = new.clone();
    more["paths"]["/a/{key}"]["get"]["responses"]["503"] = json!({"description": ""});
    assert_eq!(
        lines(&compared(&new, &more)),
        ["GET /a/{key}: the response 503 is new []"]
    );
    let mut moved = old.clone();
    let body = moved["paths"]["/a/{id}"]["post"]["requestBody"].take();
    moved["paths"]["/a/{id}"]["post"]["requestBody"] =
        json!({"$ref": "#/components/requestBodies/B"});
    moved["components"]["requestBodies"] = json!({"B": body});
    assert_eq!(compared(&old, &moved).verdict, Verdict::Equal);
}

/// What has a name by its place alone is told of by the operation.
#[test]
fn a_body_that_moves_to_the_components_breaks_nobody() {
    let mut old = api();
    let body = "/paths/~1a~1{id}/post/requestBody/content/application~1json/schema";
    *old.pointer_mut(body).expect("a schema") = json!({"type": "object", "required": ["n"]});
    let mut new = old.clone();
    let schema = new.pointer_mut(body).expect("a schema").take();
    *new.pointer_mut(body).expect("a schema") = json!({"$ref": "#/components/schemas/New"});
    new["components"]["schemas"]["New"] = schema;
    assert_eq!(compared(&old, &new).verdict, Verdict::Compatible);
    new["components"]["schemas"]["New"]["required"] = json!(["n", "m"]);
    let found = compared(&old, &new);
    assert_eq!(
        lines(&found),
        ["POST /a/{id}: the body has narrower values [w]"]
    );
}

#[test]
fn swagger_is_compared_alike() {
    let old = json!({
        "swagger": "2.0", "info": {"title": "t", "version": "1"}, "consumes": ["application/json"],
        "paths": {"/p": {"post": {
            "parameters": [
                {"in": "body", "name": "b", "schema": {"$ref": "#/definitions/P"}},
                {"in": "query", "name": "q", "type": "string"}
            ],
            "responses": {"200": {"description": "", "schema": {"$ref": "#/definitions/P"}}}
        }}},
        "definitions": {"P": {"type": "object"}, "Q": {"type": "object", "required": ["a"]}}
    });
    for (inner, value, said) in [
        (
            "/parameters/0/required",
            json!(true),
            "the body has to be there now [w]",
        ),
        (
            "/parameters/1/required",
            json!(true),
            "the query parameter `q` has to be there now [w]",
        ),
        (
            "/parameters/1/type",
            json!("integer"),
            "the query parameter `q` has narrower and wider values [rw]",
        ),
        (
            "/parameters/0/schema/$ref",
            json!("#/definitions/Q"),
            "the body has narrower values: `Q` and not `P` [w]",
        ),
        (
            "/responses/200/schema/$ref",
            json!("#/definitions/Q"),
            "the response 200 has narrower values: `Q` and not `P` [w]",
        ),
    ] {
        let mut new = old.clone();
        let place = format!("/paths/~1p/post{inner}");
        let (around, key) = place.rsplit_once('/').expect("a pointer");
        let around = new.pointer_mut(around).expect(inner);
        around[key] = value;
        assert_eq!(
            lines(&compared(&old, &new)),
            [format!("POST /p: {said}")],
            "{inner}"
        );
    }
}
