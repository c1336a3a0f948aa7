//! OpenAPI documents: which types they have, what these are called, and the table of
//! operations.

mod options;

use isoschema::{Generated, Generator, OperationEntry};

/// The types of the roots, by their names.
pub(crate) fn roots(generated: &Generated) -> Vec<&str> {
    let mut roots: Vec<&str> = generated.report.roots.iter().map(|it| &*it.rust).collect();
    roots.sort_unstable();
    roots
}

pub(crate) fn generated(name: &str, text: &str) -> Generated {
    Generator::new()
        .text(name, text)
        .generate()
        .unwrap_or_else(|problems| panic!("{}", problems.render()))
}

/// An operation as a line: `POST /pets: NewPet -> 201 Pet, 404`.
fn line(operation: &OperationEntry) -> String {
    let responses = operation.responses.iter();
    let responses: Vec<String> = responses
        .map(|(status, ty)| match ty {
            Some(ty) => format!("{status} {ty}"),
            None => status.clone(),
        })
        .collect();
    let request = operation.request.as_deref().unwrap_or("-");
    let (method, path) = (&operation.method, &operation.path);
    format!("{method} {path}: {request} -> {}", responses.join(", "))
}

pub(crate) fn lines(generated: &Generated) -> Vec<String> {
    generated.operations().iter().map(line).collect()
}

const API: &str = r##"
openapi: 3.0.3
info: {title: things, version: "1"}
paths:
  /things/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string, pattern: "^[a-z]+$"}}
      - {name: plain, in: query, schema: {type: integer, format: int32, default: 3}}
    get:
      summary: One thing
      responses:
        "200":
          description: it
          headers:
            X-Rate: {schema: {type: integer, minimum: 0}}
          content:
            application/json: {schema: {type: object, properties: {at: {type: string, nullable: true}}}}
            application/vnd.short+json: {schema: {type: array, items: {type: string}}}
            text/plain: {schema: {type: string}}
        "202":
          description: later
          content: {application/json: {schema: {$ref: "#/components/schemas/Job"}}}
        4XX: {$ref: "#/components/responses/Bad"}
        default: {description: none}
    put:
      operationId: putThing
      deprecated: true
      parameters:
        - {name: mode, in: query, schema: {type: string, enum: [fast, safe]}}
      requestBody: {$ref: "#/components/requestBodies/Thing"}
      responses:
        "204": {description: done}
      callbacks:
        ready:
          "{$request.body#/url}":
            post:
              requestBody: {content: {application/json: {schema: {type: object, properties: {ok: {type: boolean}}}}}}
              responses: {"200": {description: ok}}
    post:
      operationId: makeJob
      requestBody: {content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: string}}}}}}
      responses:
        "201":
          description: it
          content: {"application/json; charset=utf-8": {schema: {type: object}}}
        "200": {description: nothing}
components:
  responses:
    Bad: {description: bad, content: {application/problem+json: {schema: {type: object, properties: {title: {type: string}}}}}}
  requestBodies:
    Thing: {content: {application/json: {schema: {type: object, minProperties: 1}}}}
  parameters:
    PageSize: {name: size, in: query, schema: {type: integer, minimum: 1}}
  schemas:
    Job: {type: object, properties: {next: {$ref: "#/components/schemas/Job"}}}
    MakeJobResponse: {type: string, enum: [a]}
"##;

#[test]
fn what_operations_carry_is_named_by_them() {
    let generated = generated("api.yaml", API);
    assert_eq!(
        roots(&generated),
        [
            "BadResponse",
            "GetThingsIdResponse200",
            "GetThingsIdResponse200VndShort",
            "GetThingsIdResponse200XRate",
            "Job",
            "MakeJobRequest",
            "MakeJobResponse",
            "MakeJobResponseBody",
            "PageSizeParameter",
            "PostReadyRequest",
            "PutThingMode",
            "ThingRequest",
            "ThingsIdId",
        ]
    );
    assert_eq!(
        lines(&generated),
        [
            "GET /things/{id}: - -> 200 GetThingsIdResponse200, 202 Job, 4XX BadResponse, default",
            "PUT /things/{id}: ThingRequest -> 204",
            "POST /things/{id}: MakeJobRequest -> 201 MakeJobResponseBody, 200",
        ]
    );
    let put = &generated.operations()[1];
    assert!(put.deprecated);
    let named = |name: &str, ty: &str| (name.to_owned(), ty.to_owned());
    assert_eq!(
        put.parameters,
        [named("mode", "PutThingMode"), named("id", "ThingsIdId")]
    );
    for told in [
        "    /// `GET /things/{id}`: One thing.\n    ///\n    /// - 200: [`GetThingsIdResponse200`]",
        "    pub const PUT_THING: Operation = Operation::new(\"putThing\", \"PUT\", \"/things/{id}\", \
         Some(\"ThingRequest\"), &[(\"204\", None)]);\n",
        "    pub const ALL: &[Operation] = &[\n        GET_THINGS_ID,\n",
    ] {
        assert!(generated.text.contains(told), "{told}");
    }
    assert!(generated.text.contains("pub at: Option<Option<String>>"));
}

/// A pointer to a path, or to an operation, takes its operations alone, with what they refer to.
#[test]
fn some_operations_alone() {
    let at = |pointer: &str| {
        let generator = Generator::new().text("api.yaml", API).at(pointer);
        generator
            .generate()
            .unwrap_or_else(|problems| panic!("{}", problems.render()))
    };
    let one = at("/paths/~1things~1{id}/put");
    assert_eq!(lines(&one), ["PUT /things/{id}: ThingRequest -> 204"]);
    let types = [
        "PostReadyRequest",
        "PutThingMode",
        "ThingRequest",
        "ThingsIdId",
    ];
    assert_eq!(roots(&one), types);
    assert!(!one.text.contains("pub struct Job"));
    for pointer in ["/paths/*", "/paths/~1things~1{id}/*"] {
        let all = at(pointer);
        assert_eq!(all.operations().len(), 3, "{pointer}");
        assert!(all.text.contains("pub struct Job"), "{pointer}");
    }
    let schema = at("/paths/*/*/parameters/0/schema");
    assert_eq!(schema.report.roots.len(), 1);
}

/// What is called as what holds values is is read as all else.
#[test]
fn the_default_response() {
    let api = r"
openapi: 3.0.3
paths:
  /a:
    get:
      operationId: getA
      responses:
        default:
          description: any
          content: {application/json: {schema: {type: object, properties: {n: {type: integer, format: int32}}}}}
components:
  schemas:
    default: {type: object, properties: {n: {type: integer, format: uint8}}}
    values: {type: object, properties: {responses: {type: object, default: {x: {type: integer, format: int8}}}}}
";
    let generated = generated("api.yaml", api);
    assert_eq!(
        roots(&generated),
        ["Default", "GetAResponseDefault", "Values"]
    );
    assert!(generated.text.contains("pub n: Option<i32>"));
    assert!(generated.text.contains("pub n: Option<u8>"));
    assert_eq!(generated.report.corrections.len(), 2);
}

#[test]
fn what_has_no_operations_has_no_table() {
    let api =
        r#"{"openapi": "3.1.0", "components": {"schemas": {"Operation": {"type": "object"}}}}"#;
    let generated = generated("api.json", api);
    assert!(generated.operations().is_empty());
    assert!(!generated.text.contains("Operation::new"));
}

#[test]
fn a_webhook_has_types_and_no_path() {
    let generated = generated(
        "hooks.yaml",
        "openapi: 3.1.0\nwebhooks:\n  order.placed:\n    post:\n      requestBody:\n        content:\n          \
         application/json: {schema: {type: object, properties: {id: {type: integer}}}}\n",
    );
    assert_eq!(roots(&generated), ["PostOrderPlacedRequest"]);
    assert!(generated.operations().is_empty());
}

/// What 3.2 adds: other methods, and values one after the other.
#[test]
fn openapi_3_2() {
    let generated = generated(
        "log.yaml",
        r##"
openapi: 3.2.0
paths:
  /log:
    query:
      operationId: searchLog
      requestBody: {content: {application/json: {schema: {type: object, required: [text]}}}}
      responses:
        "200":
          description: lines
          content: {application/jsonl: {itemSchema: {type: object, required: [at]}}}
    additionalOperations:
      COPY:
        operationId: copyLog
        requestBody: {content: {application/json: {$ref: "#/components/mediaTypes/Place"}}}
        responses: {}
components:
  mediaTypes:
    Place: {schema: {type: object, required: [to]}}
"##,
    );
    assert_eq!(
        lines(&generated),
        [
            "QUERY /log: SearchLogRequest -> 200 SearchLogResponseItem",
            "COPY /log: CopyLogRequest -> ",
        ]
    );
}

/// Components that differ in a symbol or in the case of letters have a type each, wherever they are.
#[test]
fn components_that_nearly_have_one_name() {
    let generated = generated(
        "api.yaml",
        r##"
openapi: 3.0.3
components:
  schemas:
    dateRange: {type: object, properties: {from: {$ref: "#/components/schemas/flag"}}}
    date_range: {type: object, properties: {to: {type: string}}}
    flag: {type: boolean}
    Flag: {type: string, maxLength: 1}
    get_ids_schema: {type: array, items: {type: integer}}
    GetIdsSchema: {type: object, properties: {ids: {$ref: "#/components/schemas/get_ids_schema"}}}
"##,
    );
    assert_eq!(
        roots(&generated),
        [
            "DateRange",
            "DateUnderscoreRange",
            "Flag",
            "GetIdsSchema",
            "LowerFlag",
            "LowerGetIdsSchema",
        ]
    );
    let said = "pub from: Option<LowerFlag>,";
    assert!(generated.text.contains(said), "{}", generated.text);
}

/// A document that is split into files speaks one dialect, and its parts have
/// the names that they have there.
#[test]
fn a_document_in_several_files() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("openapi-files");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("schemas"))?;
    let files = [
        (
            "api.yaml",
            "openapi: 3.0.3\npaths:\n  /pets: {$ref: \"./paths.yaml#/pets\"}\n",
        ),
        (
            "paths.yaml",
            r#"
pets:
  get:
    operationId: listPets
    responses:
      "200":
        description: pets
        content: {application/json: {schema: {$ref: "schemas/pet.yaml"}}}
      "400": {$ref: "./answers.json#/Refused"}
"#,
        ),
        (
            "schemas/pet.yaml",
            "type: object\nproperties:\n  name: {type: string, nullable: true}\n  \
             age: {type: integer, minimum: 0, exclusiveMinimum: true}\n",
        ),
        (
            "answers.json",
            r#"{"Refused": {"content": {"application/json": {"schema": {"type": "object", "required": ["why"]}}}}}"#,
        ),
    ];
    for (name, text) in files {
        std::fs::write(folder.join(name), text)?;
    }
    let generator = Generator::new().openapi(folder.join("api.yaml"));
    let generated = generator.generate().map_err(|it| it.render())?;
    assert_eq!(
        lines(&generated),
        ["GET /pets: - -> 200 Pet, 400 RefusedResponse"]
    );
    assert!(generated.text.contains("pub name: Option<Option<String>>"));
    for (name, _) in files {
        let file = folder.join(name);
        assert!(generated.inputs.contains(&file), "{name}");
    }
    // What leads nowhere is told where it stands, in the file that it stands in.
    let paths = folder.join("paths.yaml");
    let text = std::fs::read_to_string(&paths)?;
    std::fs::write(&paths, text.replace("#/Refused", "#/Refusal"))?;
    let told = generator.generate().expect_err("nowhere").to_string();
    assert!(told.contains("paths.yaml:9:21"), "{told}");
    assert!(told.contains("did you mean `#/Refused`?"), "{told}");
    // A schema is no document.
    let schema = Generator::new().openapi(folder.join("schemas/pet.yaml"));
    let told = schema.generate().expect_err("a schema").to_string();
    assert!(told.contains("this is no OpenAPI document"), "{told}");
    Ok(())
}
