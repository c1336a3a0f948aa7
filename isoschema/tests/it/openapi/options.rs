//! OpenAPI documents as the configuration wants them: `nullable`, floats, a module for each
//! tag or operation.

use isoschema::Generator;
use isoschema::config::{Config, Layout, Nullable, Numbers};

use super::generated;

/// A `nullable` beside what refuses null: strictly it lets none through, which is told.
#[test]
fn nullable_as_it_is_meant() {
    let api = r##"
openapi: 3.0.3
components:
  schemas:
    Owner: {type: object, required: [name]}
    Either: {nullable: true, oneOf: [{type: string}, {type: integer}]}
    Pet:
      type: object
      properties:
        all: {nullable: true, description: whose it is, allOf: [{$ref: "#/components/schemas/Owner"}]}
        sole: {$ref: "#/components/schemas/Owner", nullable: true}
        typed: {type: object, nullable: true, allOf: [{$ref: "#/components/schemas/Owner"}]}
        code: {type: string, nullable: true, enum: [cat, dog]}
        either: {$ref: "#/components/schemas/Either"}
        plain: {type: string, nullable: true}
"##;
    let strict = generated("api.yaml", api);
    for field in [
        "pub all: Option<Owner>",
        "pub sole: Option<Owner>",
        "pub code: Option<PetCode>",
        "pub plain: Option<Option<String>>",
    ] {
        assert!(strict.text.contains(field), "{field}");
    }
    let told = strict.warnings.expect("warnings").render();
    for (place, count) in [("`nullable`", 3), ("refused-null", 2)] {
        assert!(told.matches(place).count() >= count, "{place}: {told}");
    }
    let config = Config::new().nullable(Nullable::Meant);
    let generator = Generator::new().text("api.yaml", api).configure(config);
    let meant = generator
        .generate()
        .unwrap_or_else(|problems| panic!("{}", problems.render()));
    for field in [
        "    /// whose it is\n    pub all: Option<Option<Owner>>",
        "pub sole: Option<Option<Owner>>",
        "pub typed: Option<Option<Owner>>",
        "pub code: Option<Option<PetCode>>",
        "pub either: Option<Option<EitherValue>>",
        "pub plain: Option<Option<String>>",
    ] {
        assert!(meant.text.contains(field), "{field}\n{}", meant.text);
    }
    assert!(meant.warnings.is_none());
    assert_eq!(meant.report.corrections.len(), 5);
}

/// `float` and `double` are the types that they name, and what that weakens is listed.
#[test]
fn formats_of_floats() {
    let api = r#"
openapi: 3.1.0
components:
  schemas:
    Point:
      type: object
      required: [x]
      properties:
        x: {type: number, format: double}
        y: {type: number, format: float}
        share: {type: number, format: float, minimum: 0, maximum: 1}
        all: {type: array, items: {type: [number, "null"], format: float}}
        any: {type: number, format: decimal}
        text: {type: string, format: double}
        z: {type: number}
"#;
    let generator = Generator::new().text("api.yaml", api);
    let generated = generator.generate().unwrap_or_else(|it| panic!("{it}"));
    for part in [
        "#[derive(Debug, Clone, PartialEq)]\npub struct Point {",
        "pub x: f64,",
        "pub y: Option<f32>,",
        "pub struct PointShare(f64);",
        "pub all: Option<Vec<Option<f32>>>,",
        "pub any: Option<support::Number>,",
        "pub text: Option<String>,",
    ] {
        assert!(generated.text.contains(part), "{part}\n{}", generated.text);
    }
    let weakened = &generated.report.weakened;
    let of = |place: &str| {
        let mut entries = weakened.iter();
        entries.any(|it| it.schema.ends_with(place) && it.promise == "lossless")
    };
    assert!(of("/x") && of("/y") && of("/share") && !of("/any"));
    // A schema is none of OpenAPI, and every digit counts where it is asked for.
    let schema =
        r#"{"type": "object", "properties": {"x": {"type": "number", "format": "double"}}}"#;
    let generated = Generator::new().text("point.json", schema).generate();
    let generated = generated.unwrap_or_else(|it| panic!("{it}"));
    assert!(generated.text.contains("pub x: Option<support::Number>,"));
    let config = Config::new().numbers(Numbers::Exact);
    let exact = generator.configure(config).generate();
    let exact = exact.unwrap_or_else(|it| panic!("{it}"));
    assert!(exact.text.contains("pub x: support::BigNumber,"));
}

/// The types of one tag, or of one operation, are in its module; what several use is in the outermost one.
#[test]
fn modules_of_tags_and_operations() {
    let api = r##"
openapi: 3.1.0
paths:
  /pets:
    get:
      tags: [pet care, other]
      operationId: listPets
      responses: {"200": {description: a, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}}}
    post:
      tags: [pet care]
      operationId: addPet
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      responses: {default: {description: b, content: {application/json: {schema: {$ref: "#/components/schemas/Error"}}}}}
  /orders:
    post:
      tags: [std]
      operationId: order
      requestBody: {content: {application/json: {schema: {type: object, required: [pet], properties: {pet: {type: string}}}}}}
      responses: {default: {description: b, content: {application/json: {schema: {$ref: "#/components/schemas/Error"}}}}}
  /free:
    get:
      operationId: free
      responses: {"200": {description: a, content: {application/json: {schema: {type: object, properties: {n: {type: integer}}}}}}}
components:
  schemas:
    Pet: {type: object, properties: {kind: {$ref: "#/components/schemas/Kind"}}}
    Kind: {enum: [cat, dog]}
    Error: {type: object, properties: {why: {type: string}}}
    Unused: {type: object, properties: {why: {$ref: "#/components/schemas/Kind"}}}
"##;
    let laid_out = |layout| {
        let config = Config::new().layout(layout);
        let generator = Generator::new().text("api.yaml", api).configure(config);
        generator
            .generate()
            .unwrap_or_else(|problems| panic!("{}", problems.render()))
    };
    let tags = laid_out(Layout::Tags);
    for said in [
        "/// What operations tagged `pet care` carry.\npub mod pet_care {",
        "pub use self::pet_care::{Kind, ListPetsResponse, Pet, PetBuilder};",
        "/// What operations tagged `std` carry.\npub mod std_ {",
        "pub use self::std_::{OrderRequest, OrderRequestBuilder};",
        "\npub struct Error {",
        "\npub struct FreeResponse {",
        "\npub struct Unused {",
        "    pub const ADD_PET: Operation",
    ] {
        assert!(tags.text.contains(said), "{said}\n{}", tags.text);
    }
    let operations = laid_out(Layout::Operations);
    for said in [
        "/// What `GET /pets` carries.\npub mod list_pets {",
        "pub use self::list_pets::ListPetsResponse;",
        "pub use self::order::{OrderRequest, OrderRequestBuilder};",
        "pub use self::free::{FreeResponse, FreeResponseBuilder};",
        "\npub struct Pet {",
        "\npub struct Error {",
    ] {
        assert!(
            operations.text.contains(said),
            "{said}\n{}",
            operations.text
        );
    }
    assert!(!operations.text.contains("pub mod add_pet"));
    // Each module brings in what it uses of the outermost one, which has what others have.
    let list = operations
        .text
        .find("pub mod list_pets {")
        .expect("a module");
    let list = &operations.text[list..list + 400];
    assert!(list.contains("    use super::{Pet"), "{list}");
    let config = Config::new().layout(Layout::Tags).borrowed();
    let generator = Generator::new().text("api.yaml", api).configure(config);
    let borrowed = generator
        .generate()
        .unwrap_or_else(|problems| panic!("{}", problems.render()));
    assert!(
        borrowed
            .text
            .contains("pub use super::pet_care::borrowed::{")
    );
    assert!(!borrowed.text.contains("\n    use super::borrowed::"));
}
