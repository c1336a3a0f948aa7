//! Forms for requests and responses: `views = true`.

mod files;

use std::fs;

use isoschema::config::Config;
use isoschema::{Generated, Generator};

use crate::common::{cargo, files, folder, succeeded, write};
use crate::openapi::{lines, roots};

fn viewed(name: &str, text: &str) -> Generated {
    let generator = Generator::new().text(name, text);
    generator
        .configure(Config::new().views())
        .generate()
        .unwrap_or_else(|problems| panic!("{}", problems.render()))
}

/// The lines of a struct's fields.
fn fields<'t>(generated: &'t Generated, name: &str) -> Vec<&'t str> {
    let text = &generated.text;
    let start = text.find(&format!("pub struct {name} {{")).expect(name);
    let end = start + text[start..].find("\n}").expect("its end");
    let lines = text[start..end].lines().map(str::trim);
    lines
        .filter(|line| line.starts_with("pub ") && line.ends_with(','))
        .collect()
}

const API: &str = r##"
openapi: 3.0.3
paths:
  /pets:
    post:
      operationId: addPet
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      responses:
        "201": {description: it, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      callbacks:
        added:
          "{$request.body#/url}":
            post:
              requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
              responses: {}
    put:
      operationId: putPets
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [at, pets]
              properties:
                at: {type: string, readOnly: true}
                key: {type: string, writeOnly: true}
                pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}
      responses:
        default: {$ref: "#/components/responses/Owned"}
components:
  responses:
    Owned: {description: whose, content: {application/json: {schema: {$ref: "#/components/schemas/Owner"}}}}
  schemas:
    Pet:
      type: object
      required: [id, name, owner]
      properties:
        id: {$ref: "#/components/schemas/Id"}
        name: {type: string}
        status: {description: how it is, type: string, enum: [sold, free]}
        size: {type: object, properties: {cm: {type: integer}}}
        owner: {$ref: "#/components/schemas/Owner"}
        tag: {$ref: "#/components/schemas/Tag"}
    Id: {type: string, minLength: 1, readOnly: true}
    Owner:
      type: object
      properties: {name: {type: string}, password: {type: string, writeOnly: true}, pet: {$ref: "#/components/schemas/Pet"}}
    Tag: {type: object, properties: {text: {type: string}}}
    Puppy:
      allOf:
        - {$ref: "#/components/schemas/Pet"}
        - {type: object, required: [id, months], properties: {months: {type: integer}}}
    Kept: {type: object, properties: {pets: {type: array, items: {$ref: "#/components/schemas/Tag"}}}}
    OwnerRequest: {type: object, properties: {a: {type: string}}}
"##;

#[test]
fn only_what_differs_has_forms() {
    let generated = viewed("api.yaml", API);
    assert_eq!(
        roots(&generated),
        [
            "Id",
            "Kept",
            "Owner",
            "OwnerRequest",
            "OwnerRequestForm",
            "OwnerResponse",
            "Pet",
            "PetRequest",
            "PetResponse",
            "Puppy",
            "PuppyRequest",
            "PuppyResponse",
            "PutPetsRequest",
            "Tag",
        ]
    );
    assert_eq!(
        lines(&generated),
        [
            "POST /pets: PetRequest -> 201 PetResponse",
            "PUT /pets: PutPetsRequest -> default OwnerResponse",
        ]
    );
    assert_eq!(
        fields(&generated, "PetRequest"),
        [
            "pub name: String,",
            "pub status: Option<PetStatus>,",
            "pub size: Option<PetSize>,",
            "pub owner: Box<OwnerRequestForm>,",
            "pub tag: Option<Tag>,",
            "pub additional_properties: support::AdditionalProperties<PetRequest>,",
        ]
    );
    assert_eq!(fields(&generated, "PetResponse")[0], "pub id: Id,");
    // What has no member of its own to lose holds one that has.
    let puppy = fields(&generated, "PuppyRequest");
    assert!(puppy.contains(&"pub months: i64,"), "{puppy:?}");
    assert!(
        !puppy.iter().any(|it| it.starts_with("pub id")),
        "{puppy:?}"
    );
    let put = fields(&generated, "PutPetsRequest");
    assert_eq!(
        put[..2],
        ["pub key: Option<String>,", "pub pets: Vec<PetRequest>,"]
    );
    let owner = fields(&generated, "OwnerResponse");
    assert!(!owner.iter().any(|it| it.contains("password")), "{owner:?}");
    // All of it is listed.
    let told: Vec<&str> = generated
        .report
        .corrections
        .iter()
        .map(|it| &*it.reason)
        .collect();
    let form = "by `views`, what `Owner` is in responses, without `password`";
    assert!(told.contains(&form), "{told:?}");
    assert!(
        told.contains(&"by `views`, the form for requests, without `at`"),
        "{told:?}"
    );
}

/// A member by which alternatives are told apart is no less in a request.
#[test]
fn what_tells_apart_stays() {
    let generated = viewed(
        "api.json",
        r##"{"openapi": "3.1.0", "components": {"schemas": {
            "Animal": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
                "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat", "dog": "Dog"}}},
            "Cat": {"type": "object", "properties": {"kind": {"type": "string", "readOnly": true}, "id": {"type": "integer", "readOnly": true}}},
            "Dog": {"type": "object", "properties": {"kind": {"type": "string", "readOnly": true}, "barks": {"type": "boolean"}}}
        }}}"##,
    );
    assert_eq!(
        roots(&generated),
        ["Animal", "AnimalRequest", "Cat", "CatRequest", "Dog"]
    );
    assert!(
        generated.text.contains("Cat(CatRequest),"),
        "{}",
        generated.text
    );
    assert!(generated.text.contains("Dog(Dog),"));
}

/// A schema's own forms stand among its definitions.
#[test]
fn schemas_of_a_folder() {
    let generated = viewed(
        "line-item.json",
        r##"{"type": "object", "required": ["id"],
            "properties": {
                "id": {"type": "integer", "readOnly": true},
                "parts": {"type": "array", "items": {"$ref": "#"}},
                "unit": {"$ref": "#/$defs/unit"},
                "note": {"$ref": "#/$defs/note"}},
            "$defs": {
                "unit": {"enum": ["m", "kg"]},
                "note": {"type": "object", "required": ["by", "text"],
                    "properties": {"by": {"type": "string", "readOnly": true}, "text": {"type": "string"}}}}}"##,
    );
    let request = fields(&generated, "LineItemRequest");
    assert_eq!(
        request,
        [
            "pub parts: Option<Vec<LineItemRequest>>,",
            "pub unit: Option<Unit>,",
            "pub note: Option<NoteRequest>,",
            "pub additional_properties: support::AdditionalProperties<LineItemRequest>,",
        ]
    );
    assert_eq!(fields(&generated, "NoteRequest")[0], "pub text: String,");
    assert_eq!(fields(&generated, "Note")[0], "pub by: String,");
    assert_eq!(fields(&generated, "LineItem")[0], "pub id: i64,");
}

/// What a reference leads to inside of another schema has a form where it stands for itself.
#[test]
fn a_reference_into_a_schema() {
    let generated = viewed(
        "api.json",
        r##"{"openapi": "3.1.0", "components": {"schemas": {
            "Pet": {"type": "object", "properties": {
                "id": {"type": "integer", "readOnly": true},
                "size": {"type": "object", "properties": {"cm": {"type": "integer", "minimum": 1}, "at": {"type": "string", "readOnly": true}}}}},
            "Cage": {"type": "object", "properties": {
                "least": {"$ref": "#/components/schemas/Pet/properties/size"},
                "of": {"$ref": "#/components/schemas/Pet/properties/size/properties/cm"},
                "pet": {"$ref": "#/components/schemas/Pet/properties/id"}}}
        }}}"##,
    );
    let cage = fields(&generated, "CageRequest");
    assert_eq!(cage[0], "pub least: Option<PetSizeRequest>,");
    assert!(cage[1].starts_with("pub of: "), "{cage:?}");
    let size = fields(&generated, "PetSizeRequest");
    assert!(!size.iter().any(|it| it.contains("at: ")), "{size:?}");
}

/// What an extension refers to is not held, and an identifier would be there twice.
#[test]
fn what_has_no_forms() {
    let generated = viewed(
        "api.json",
        r##"{"openapi": "3.1.0", "components": {"schemas": {
            "Page": {"type": "object", "properties": {"n": {"type": "integer"}}, "x-of": {"$ref": "#/components/schemas/Pet"}},
            "Pet": {"type": "object", "properties": {"id": {"type": "integer", "readOnly": true}}},
            "Named": {"$id": "https://example.com/named", "type": "object",
                "properties": {"id": {"type": "integer", "readOnly": true}}}
        }}}"##,
    );
    assert_eq!(roots(&generated), ["Named", "Page", "Pet", "PetRequest"]);
    let told = generated.warnings.expect("a warning").to_string();
    let place = "(#/components/schemas/Named/properties/id)";
    assert!(told.contains(place), "{told}");
    assert!(told.contains("an identifier or an anchor"), "{told}");
}

/// A member without a name stays as it is, too.
#[test]
fn a_member_without_a_name() {
    let generated = viewed(
        "people.json",
        r#"{"$defs": {"Person": {"type": "object", "required": ["", "id"], "properties": {
            "": {"type": "integer", "minimum": 3}, "id": {"type": "integer", "readOnly": true}}}}}"#,
    );
    let (own, request) = (
        fields(&generated, "Person"),
        fields(&generated, "PersonRequest"),
    );
    assert_eq!(own.len(), request.len() + 1);
    assert_eq!(own[0], request[0]);
}

/// The forms are types as all others: an emitted crate proves them, too.
#[test]
fn forms_of_an_emitted_crate_are_proven() -> Result<(), Box<dyn std::error::Error>> {
    let root = folder("views-crate")?;
    let (schemas, out) = (root.join("schemas"), root.join("crate"));
    fs::create_dir_all(&schemas)?;
    fs::write(
        schemas.join("people.json"),
        r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {
            "Person": {"type": "object", "required": ["id", "name", "secret"], "additionalProperties": false, "properties": {
                "id": {"type": "integer", "readOnly": true}, "name": {"type": "string"},
                "secret": {"type": "string", "writeOnly": true}, "home": {"$ref": "#/$defs/Address"}}},
            "Address": {"type": "object", "properties": {"street": {"type": "string"}, "seen": {"type": "boolean", "readOnly": true}}}}}"##,
    )?;
    fs::write(
        schemas.join("isoschema.toml"),
        "[generate]\nviews = true\n[emit]\nname = \"people\"\n",
    )?;
    write(&schemas, &out)?;
    fs::write(
        out.join("tests/forms.rs"),
        r##"//! What each form takes.
use people::*;

#[test]
fn forms_leave_out_what_does_not_go_their_way() {
    let own = r#"{"id":1,"name":"ann","secret":"x"}"#;
    assert!(Person::from_json(own).is_ok());
    let request = PersonRequest::builder().name("ann").secret("x").build().unwrap();
    assert_eq!(request.to_json(), r#"{"name":"ann","secret":"x"}"#);
    assert!(PersonResponse::from_json(r#"{"id":1,"name":"ann","home":{"seen":true}}"#).is_ok());
    assert!(PersonResponse::from_json(own).is_err() && PersonRequest::from_json(own).is_err());
}
"##,
    )?;
    let shown = succeeded(&cargo(&out, &["test", "--color=never"])?);
    assert!(
        shown.contains("forms_leave_out_what_does_not_go_their_way ... ok"),
        "{shown}"
    );
    // Among its subjects are the forms.
    let all = files(&out.join("tests"))?;
    assert!(all.iter().any(|(_, text)| text.contains("PersonRequest")));
    Ok(())
}
