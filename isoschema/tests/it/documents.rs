//! Documents that hold schemas, beside OpenAPI's: Swagger 2.0, AsyncAPI, Kubernetes, lines of schemas.

use isoschema::Generator;

use crate::openapi::{generated, lines, roots};

#[test]
fn swagger_2_0() {
    let generated = generated(
        "old.json",
        r##"{"swagger": "2.0", "produces": ["application/json"],
        "paths": {"/pets": {
            "get": {"operationId": "listPets", "parameters": [{"$ref": "#/parameters/Limit"}],
                "responses": {"200": {"schema": {"type": "array", "items": {"$ref": "#/definitions/Pet"}}},
                    "default": {"$ref": "#/responses/Error"}}},
            "post": {"operationId": "addPet", "consumes": ["application/xml"], "produces": ["image/png"],
                "parameters": [{"in": "body", "name": "pet", "schema": {"type": "object"}}],
                "responses": {"200": {"schema": {"type": "file"}}}},
            "put": {"operationId": "putPet", "parameters": [{"in": "body", "name": "pet", "required": true,
                "schema": {"type": "object", "properties": {"name": {"type": "string", "x-nullable": true}}}}],
                "responses": {"204": {"description": "done"}}}}},
        "parameters": {"Limit": {"in": "query", "name": "limit", "type": "integer"}},
        "responses": {"Error": {"schema": {"type": "object", "required": ["code"]}}},
        "definitions": {"Pet": {"type": "object", "properties": {"id": {"type": "integer", "format": "int64"},
            "port": {"type": "string", "format": "int-or-string", "x-nullable": true}}}}}"##,
    );
    assert_eq!(
        lines(&generated),
        [
            "GET /pets: - -> 200 ListPetsResponse, default ErrorResponse",
            "POST /pets: - -> 200",
            "PUT /pets: PutPetRequest -> 204",
        ]
    );
    assert_eq!(
        roots(&generated),
        ["ErrorResponse", "ListPetsResponse", "Pet", "PutPetRequest"]
    );
    assert!(generated.text.contains("pub id: Option<i64>"));
    assert!(
        generated
            .text
            .contains("pub port: Option<Option<IntegerOrText>>")
    );
    assert!(generated.text.contains("pub name: Option<Option<String>>"));
}

#[test]
fn messages_of_asyncapi() {
    let old = r##"
asyncapi: 2.6.0
channels:
  user/signedup:
    subscribe:
      operationId: onSignup
      message: {oneOf: [{$ref: "#/components/messages/SignedUp"}, {name: Left, payload: {type: object}}]}
    publish:
      message:
        headers: {type: object, required: [trace]}
        payload: {type: object, required: [id]}
components:
  messages:
    SignedUp: {payload: {$ref: "#/components/schemas/User"}}
    Raw: {schemaFormat: "application/vnd.apache.avro;version=1.9.0", payload: {type: record}}
    Old: {schemaFormat: "application/vnd.oai.openapi;version=3.0.0", payload: {type: string, nullable: true}}
  schemas:
    User: {type: object, properties: {email: {type: string}}}
"##;
    let new = r##"
asyncapi: 3.0.0
channels:
  signups:
    address: user/signedup
    messages:
      signedUp: {$ref: "#/components/messages/SignedUp"}
      left: {payload: {schemaFormat: "application/schema+json;version=draft-07", schema: {type: object, required: [at]}}}
components:
  messages:
    SignedUp: {payload: {type: object, required: [id]}}
"##;
    for (text, types) in [
        (
            old,
            &[
                "Left",
                "Old",
                "User",
                "UserSignedupPublish",
                "UserSignedupPublishHeaders",
            ][..],
        ),
        (new, &["Left", "SignedUp"]),
    ] {
        let generated = generated("events.yaml", text);
        assert_eq!(roots(&generated), types);
    }
}

#[test]
fn resources_of_kubernetes() {
    let text = r"
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
spec:
  group: example.com
  names: {kind: Bakery, plural: bakeries}
  versions:
    - name: v1alpha1
      schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object}}}}
    - name: v1
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                port: {x-kubernetes-int-or-string: true}
                hosts: {type: array, items: {type: string}, x-kubernetes-list-type: set}
                raw: {type: object, x-kubernetes-preserve-unknown-fields: true}
                note: {type: string, nullable: true}
---
";
    let generated = generated("crds.yaml", text);
    assert_eq!(roots(&generated), ["Bakery", "BakeryV1alpha1"]);
    assert!(generated.text.contains("pub note: Option<Option<String>>"));
    assert!(generated.operations().is_empty());
    for told in ["it is an integer or a text", "no item stands in it twice"] {
        let mut corrections = generated.report.corrections.iter();
        assert!(corrections.any(|it| it.reason.contains(told)), "{told}");
    }
    // Other streams are no document.
    let told = Generator::new().text("two.yaml", "type: string\n---\ntype: string\n");
    let told = told.generate().expect_err("two").to_string();
    assert!(told.contains("two.yaml:2:1"), "{told}");
    assert!(told.contains("a second document begins here"), "{told}");
}

#[test]
fn schemas_on_lines() {
    let generated = generated(
        "tools.jsonl",
        "{\"title\": \"Search\", \"type\": \"object\", \"required\": [\"text\"]}\n\n\
         {\"$id\": \"https://example.com/order.schema.json\", \"type\": \"object\"}\n\
         {\"$schema\": \"http://json-schema.org/draft-04/schema#\", \"type\": \"integer\", \"minimum\": 1, \"exclusiveMinimum\": true}\n",
    );
    assert_eq!(roots(&generated), ["OrderSchema", "Search", "Tools2"]);
    let told = Generator::new().text(
        "tools.jsonl",
        "{\"type\": \"string\"}\n{\"type\": \"strin\"}\n",
    );
    let told = told.generate().expect_err("a type").to_string();
    assert!(told.contains("tools.jsonl:2:10"), "{told}");
}

/// Each line is a document of its own: what it refers to by `#/…` stands on it.
#[test]
fn lines_refer_to_themselves() {
    let generated = generated(
        "lines.jsonl",
        "{\"title\": \"short\", \"$ref\": \"#/$defs/code\", \"$defs\": {\"code\": {\"type\": \"string\", \"maxLength\": 3}}}\n\
         {\"title\": \"whole\", \"$ref\": \"#/$defs/code\", \"$defs\": {\"code\": {\"type\": \"integer\"}}}\n\
         {\"$schema\": \"http://json-schema.org/draft-04/schema#\", \"id\": \"https://example.com/count.json\", \"type\": \"integer\"}\n\
         {\"title\": \"counts\", \"type\": \"array\", \"items\": {\"$ref\": \"https://example.com/count.json\"}}\n",
    );
    assert_eq!(roots(&generated), ["Count", "Counts", "Short", "Whole"]);
    for told in ["pub struct Code(String);", "pub struct WholeCode(pub i64);"] {
        assert!(generated.text.contains(told), "{told}");
    }
}

/// AsyncAPI 3: components whose format stands beside them, and what refers to these.
#[test]
fn components_with_their_formats() {
    let events = r##"
asyncapi: 3.0.0
channels:
  made: {messages: {made: {payload: {$ref: "#/components/schemas/Made"}}}}
  raw: {messages: {raw: {payload: {$ref: "#/components/schemas/Raw"}}}}
components:
  schemas:
    Made:
      schemaFormat: application/vnd.oai.openapi;version=3.0.0
      schema: {type: object, properties: {by: {type: string, nullable: true}, at: {$ref: "#/components/schemas/Time"}}}
    Time: {schemaFormat: application/schema+yaml;version=draft-07, schema: {type: string, minLength: 10}}
    Raw: {schemaFormat: application/vnd.apache.avro;version=1.9.0, schema: {type: record, name: Raw}}
"##;
    let generated = generated("events.yaml", events);
    assert_eq!(roots(&generated), ["Made", "Time"]);
    for told in [
        "pub by: Option<Option<String>>",
        "pub at: Option<Time>",
        "pub struct Time(String);",
    ] {
        assert!(generated.text.contains(told), "{told}");
    }
    assert!(generated.warnings.is_none());
}

/// A schema that stands in no other one says its draft itself, and what it refers to may stand in it.
#[test]
fn schemas_inside_of_documents_speak_for_themselves() {
    let api = r#"{"openapi": "3.1.0", "paths": {}, "components": {"schemas": {
        "Pair": {"$schema": "http://json-schema.org/draft-07/schema#", "type": "array",
            "items": [{"type": "string"}, {"type": "integer"}], "additionalItems": false, "minItems": 2}}}}"#;
    let pair = generated("api.json", api);
    assert!(pair.text.contains("pub first: String"), "{}", pair.text);
    let tools = r##"{"tools": [
        {"name": "find", "inputSchema": {"type": "object", "properties": {"by": {"$ref": "#/$defs/key"}},
            "$defs": {"key": {"enum": ["name", "date"]}}}},
        {"name": "add", "inputSchema": {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
            "properties": {"to": {"$ref": "#/definitions/key"}, "more": {"$ref": "#/shared/note"}},
            "definitions": {"key": {"type": "integer"}}}}],
        "shared": {"note": {"type": "string", "maxLength": 9}}}"##;
    let tools = Generator::new()
        .text("tools.json", tools)
        .at("/tools/*/inputSchema");
    let tools = tools
        .generate()
        .unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(roots(&tools), ["Add", "Find"]);
    for told in [
        "pub by: Option<Key>",
        "pub enum Key {",
        "pub more: Option<Note>",
    ] {
        assert!(tools.text.contains(told), "{told}");
    }
    // What stands around is no schema, and nobody said so.
    assert!(tools.warnings.is_none());
}

/// Parameters and headers of Swagger 2.0 are schemas themselves.
#[test]
fn parameters_of_swagger() {
    let api = r##"{"swagger": "2.0", "consumes": ["application/json"], "produces": ["application/json"],
        "parameters": {
            "Limit": {"name": "limit", "in": "query", "type": "integer", "minimum": 1, "required": true},
            "Pet": {"name": "body", "in": "body", "required": true, "schema": {"$ref": "#/definitions/Pet"}}},
        "paths": {"/pets": {
            "parameters": [{"name": "status", "in": "query", "type": "string"}],
            "get": {"operationId": "listPets", "parameters": [
                {"name": "status", "in": "query", "required": true, "type": "array", "collectionFormat": "multi",
                    "items": {"type": "string", "enum": ["free", "sold"]}},
                {"$ref": "#/parameters/Limit"},
                {"name": "plain", "in": "header", "type": "string"},
                {"name": "file", "in": "formData", "type": "string", "enum": ["a"]}],
            "responses": {"200": {"description": "all",
                "headers": {"X-Total": {"type": "integer", "minimum": 0}, "X-Plain": {"type": "string"}},
                "schema": {"type": "array", "items": {"$ref": "#/definitions/Pet"}}}}},
            "post": {"operationId": "addPet", "parameters": [{"$ref": "#/parameters/Pet"}],
                "responses": {"201": {"description": "it", "schema": {"$ref": "#/definitions/Pet"}}}}}},
        "definitions": {"Pet": {"type": "object", "required": ["name"], "properties": {
            "in": {"type": "string"}, "required": {"type": "boolean"}, "name": {"type": "string", "x-nullable": true}}}}}"##;
    let generated = generated("old.json", api);
    assert_eq!(
        roots(&generated),
        [
            "LimitParameter",
            "ListPetsResponse",
            "ListPetsResponseXTotal",
            "ListPetsStatus",
            "Pet"
        ]
    );
    assert_eq!(
        lines(&generated),
        [
            "GET /pets: - -> 200 ListPetsResponse",
            "POST /pets: Pet -> 201 Pet"
        ]
    );
    let named = |name: &str, ty: &str| (name.to_owned(), ty.to_owned());
    assert_eq!(
        generated.operations()[0].parameters,
        [
            named("status", "ListPetsStatus"),
            named("limit", "LimitParameter")
        ]
    );
    assert!(generated.text.contains("pub name: Option<String>"));
    assert!(generated.warnings.is_none());
}

/// A file of definitions alone has a type for each, and none for itself.
#[test]
fn definitions_alone() {
    let schema = r##"{"$schema": "http://json-schema.org/draft-07/schema#", "title": "Messages",
        "definitions": {"Ping": {"type": "object", "required": ["id"], "properties": {"id": {"$ref": "#/definitions/Id"}}},
            "Id": {"type": ["string", "integer"]}}}"##;
    let alone = generated("messages.json", schema);
    assert_eq!(roots(&alone), ["Id", "Ping"]);
    assert!(!alone.text.contains("Messages"));
    // In a folder, too, where no other document or definition has the name.
    let folder = |other: &str| {
        let texts = Generator::new()
            .text("messages.json", schema)
            .text("more.json", other);
        texts
            .generate()
            .unwrap_or_else(|problems| panic!("{}", problems.render()))
    };
    let all = folder(
        r#"{"$defs": {"Pong": {"$ref": "messages.json#/definitions/Ping"}, "Tag": {"enum": ["a"]}}}"#,
    );
    assert_eq!(roots(&all), ["Id", "Ping", "Pong", "Tag"]);
    assert!(!all.text.contains("struct Messages") && !all.text.contains("struct More"));
    let all = folder(r#"{"$defs": {"Ping": {"enum": ["a"]}}}"#);
    assert_eq!(roots(&all), ["Messages", "More"]);
    assert!(all.text.contains("pub enum MorePing {"));
    // What says something itself is a document.
    let more = schema.replace("\"title\"", "\"type\": \"object\", \"title\"");
    assert_eq!(roots(&generated("messages.json", &more)), ["Messages"]);
}

/// Whatever the files are called.
#[test]
fn what_extends_another_document_is_described_by_its_own_words() {
    let base = r#"{"description": "The base.", "type": "object", "properties": {"a": {"type": "string"}}}"#;
    for (base_name, name) in [("a", "b"), ("b", "a")] {
        let extension = format!(
            r#"{{"description": "The extension.", "required": ["a"], "allOf": [{{"$ref": "{base_name}.json"}},
            {{"properties": {{"b": {{"type": "string"}}}}}}]}}"#
        );
        let generated = Generator::new()
            .text(format!("{base_name}.json"), base)
            .text(format!("{name}.json"), extension)
            .generate()
            .expect("it generates");
        let told = format!("/// The extension.\n///\n/// Schema: `{name}.json#`.\n");
        assert!(generated.text.contains(&told), "{}", generated.text);
    }
}
