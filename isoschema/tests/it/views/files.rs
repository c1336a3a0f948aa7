//! Forms of what stands in other files.

use std::fs;

use isoschema::Generator;
use isoschema::config::Config;

use super::fields;
use crate::common::folder;
use crate::openapi::lines;

/// A document in four files, which refer to one another.
const FILES: [(&str, &str); 4] = [
    (
        "api.yaml",
        r"
openapi: 3.0.3
paths:
  /orders: {$ref: paths/orders.yaml}
components:
  responses:
    One: {description: it, content: {application/json: {schema: {$ref: schemas/order.yaml}}}}
  schemas:
    Order: {$ref: schemas/order.yaml}
    Money: {type: object, required: [amount], properties: {amount: {type: number}, shown: {type: string, readOnly: true}}}
",
    ),
    (
        "paths/orders.yaml",
        r"
post:
  operationId: addOrder
  requestBody: {content: {application/json: {schema: {$ref: ../schemas/order.yaml}}}}
  responses:
    '201': {$ref: ../api.yaml#/components/responses/One}
get:
  operationId: listOrders
  responses:
    '200':
      description: all
      content:
        application/json:
          schema:
            type: object
            required: [secret, orders]
            properties:
              secret: {type: string, writeOnly: true}
              orders: {type: array, items: {$ref: ../schemas/order.yaml}}
",
    ),
    (
        "schemas/order.yaml",
        r"
type: object
required: [id, lines, total]
properties:
  id: {type: integer, format: int32, readOnly: true}
  key: {type: string, writeOnly: true}
  total: {$ref: ../api.yaml#/components/schemas/Money}
  count: {type: integer, format: int32}
  state: {$ref: common.yaml#/State}
  lines: {type: array, items: {$ref: common.yaml#/Line}}
",
    ),
    (
        "schemas/common.yaml",
        r##"
State: {type: string, enum: [open, paid]}
Line:
  type: object
  required: [sku, serial]
  properties: {sku: {type: string}, serial: {type: string, readOnly: true}, next: {$ref: "#/Line"}}
"##,
    ),
];

/// What a document refers to in other files has forms, too, in these files: by whatever way it is reached.
#[test]
fn what_other_files_hold_has_forms() -> Result<(), Box<dyn std::error::Error>> {
    let root = folder("views-files")?;
    for (file, text) in FILES {
        let path = root.join(file);
        fs::create_dir_all(path.parent().ok_or("no folder")?)?;
        fs::write(path, text)?;
    }
    let generator = Generator::new().openapi(root.join("api.yaml")).beside();
    let plain = generator.generate()?;
    assert_eq!(
        lines(&plain),
        [
            "POST /orders: Order -> 201 Order",
            "GET /orders: - -> 200 ListOrdersResponse",
        ]
    );
    assert_eq!(fields(&plain, "Order")[4], "pub state: Option<State>,");
    let generator = Generator::new().openapi(root.join("api.yaml")).beside();
    let generated = generator.configure(Config::new().views()).generate()?;
    assert_eq!(
        lines(&generated),
        [
            "POST /orders: OrderRequest -> 201 OrderResponse",
            "GET /orders: - -> 200 ListOrdersResponse",
        ]
    );
    assert!(generated.warnings.is_none());
    assert_eq!(
        fields(&generated, "OrderRequest")[..5],
        [
            "pub key: Option<String>,",
            "pub total: MoneyRequest,",
            "pub count: Option<i32>,",
            "pub state: Option<State>,",
            "pub lines: Vec<LineRequest>,",
        ]
    );
    assert_eq!(
        fields(&generated, "OrderResponse")[..2],
        ["pub id: i32,", "pub total: Money,"]
    );
    assert_eq!(
        fields(&generated, "LineRequest")[..2],
        ["pub sku: String,", "pub next: Option<Box<LineRequest>>,"]
    );
    assert_eq!(fields(&generated, "Line")[1], "pub serial: String,");
    assert_eq!(
        fields(&generated, "ListOrdersResponse")[0],
        "pub orders: Vec<OrderResponse>,"
    );
    // Each form is told of, with its file.
    let told = generated.report.corrections.iter();
    let told: Vec<&str> = told.map(|it| &*it.reason).collect();
    let form = "by `views`, what `Line` is in requests, without `serial`";
    assert!(told.contains(&form), "{told:?}");
    Ok(())
}
