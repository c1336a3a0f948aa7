//! For each lint schemas that get it, and schemas that do not.

/// A lint, a schema that gets it, what is said of it, and one that does not.
pub(super) const CASES: [(&str, &str, &str, &str); 57] = [
    (
        "closed-enum",
        r#"{"type": "object", "properties": {"a": {"enum": ["x", "y"]}}}"#,
        "(#/properties/a/enum): these 2 codes are all that fits: of one more, no document is read\n    help: `\"it#/properties/a\" = \"why\"` below [open-enums]",
        r#"{"enum": ["x"]}"#,
    ),
    (
        "foreign-pattern",
        r#"{"type": "string", "pattern": "\\A[a-z]+\\z"}"#,
        r"(#/pattern): `\z` in `\A[a-z]+\z` is the letter z to ECMA-262",
        r#"{"type": "string", "pattern": "^\\\\A[a-z]+$"}"#,
    ),
    (
        "foreign-pattern",
        r#"{"type": "object", "patternProperties": {"^[[:alpha:]]+$": true}}"#,
        "is a set of these letters to ECMA-262",
        r#"{"type": "object", "patternProperties": {"^[a-z:]+$": true}}"#,
    ),
    (
        "ignored-keyword",
        r#"{"$schema": "http://json-schema.org/draft-07/schema#", "prefixItems": [true]}"#,
        "(#/prefixItems): `prefixItems` says nothing in draft 7",
        r#"{"prefixItems": [true]}"#,
    ),
    (
        "ignored-keyword",
        r##"{"$schema": "http://json-schema.org/draft-07/schema#",
            "properties": {"a": {"$ref": "#/definitions/a", "maxLength": 2}},
            "definitions": {"a": {"type": "string"}}}"##,
        "(#/properties/a/maxLength): `maxLength` says nothing beside `$ref` in draft 7",
        r##"{"$schema": "https://json-schema.org/draft/2019-09/schema",
            "properties": {"a": {"$ref": "#/$defs/a", "maxLength": 2}},
            "$defs": {"a": {"type": "string"}}}"##,
    ),
    (
        "ignored-keyword",
        r##"{"$schema": "http://json-schema.org/draft-07/schema#",
            "properties": {"a": {"$ref": "#/definitions/a", "type": ["string", "null"]}},
            "definitions": {"a": {"type": "string"}}}"##,
        "(#/properties/a/type): `type` says nothing beside `$ref` in draft 7",
        r##"{"$schema": "http://json-schema.org/draft-07/schema#",
            "properties": {"a": {"$ref": "#/definitions/a", "type": "string"}},
            "definitions": {"a": {"type": "string"}}}"##,
    ),
    (
        "ignored-keyword",
        r#"{"type": "string", "nullable": true}"#,
        "help: it is OpenAPI 3.0's; add \"null\" to `type`",
        r#"{"openapi": "3.0.3", "components": {"schemas": {"a": {"type": "string", "nullable": true}}}}"#,
    ),
    (
        "ignored-keyword",
        r##"{"openapi": "3.0.3", "components": {"schemas": {
            "a": {"nullable": true, "allOf": [{"$ref": "#/components/schemas/b"}]}, "b": {"type": "string"}}}}"##,
        "`nullable` says nothing where no `type` stands beside it",
        r##"{"openapi": "3.0.3", "components": {"schemas": {
            "a": {"nullable": false, "allOf": [{"$ref": "#/components/schemas/b"}]}, "b": {"type": "string"}}}}"##,
    ),
    (
        "misspelt-keyword",
        r#"{"type": "object", "requird": ["a"]}"#,
        "(#/requird): no draft knows the keyword `requird`: it says nothing\n    help: did you mean `required`?",
        r#"{"type": "object", "required": ["a"], "properties": {"requird": true}}"#,
    ),
    (
        "misspelt-keyword",
        r#"{"type": "integer", "minimun": 1}"#,
        "did you mean `minimum`?",
        r#"{"type": "integer", "x-minimun": 1, "$$minimum": ["of"], "_minimum": 2}"#,
    ),
    (
        "misspelt-keyword",
        r#"{"type": "object", "additionalproperties": false}"#,
        "did you mean `additionalProperties`?",
        r#"{"type": "object", "additionalProperties": false, "note": "form"}"#,
    ),
    (
        "misspelt-keyword",
        r#"{"type": "array", "item": {"type": "string"}}"#,
        "did you mean `items`?",
        r#"{"type": "array", "items": {"type": "string"}, "unit": "each", "order": 3}"#,
    ),
    (
        "misspelt-member",
        r#"{"type": "object", "required": ["nmae"], "properties": {"name": {"type": "string"}}}"#,
        "(#/required/0): the required member `nmae` is not declared",
        r#"{"type": "object", "required": ["type", "types"], "properties": {"type": {"type": "string"}}}"#,
    ),
    (
        "no-schema",
        r#"{"lockfileVersion": 3, "packages": {}}"#,
        "no keyword of a schema is in this file: every document fits it",
        r#"{"title": "Anything", "description": "Whatever it is."}"#,
    ),
    (
        "no-schema",
        r#"{"$defs": {}}"#,
        "(#/$defs): no schema is in `$defs`, nor a keyword beside it: every document fits",
        r#"{"$defs": {}, "type": "string"}"#,
    ),
    (
        "no-schema",
        r#"{"$schema": "http://json-schema.org/draft-07/schema#", "definitions": {}, "title": "Later"}"#,
        "no schema is in `definitions`",
        r#"{"$defs": {}, "definitions": {"a": {"type": "string"}}}"#,
    ),
    (
        "no-value",
        r#"{"type": "object", "properties": {"a": {"type": "integer", "minimum": 3, "maximum": 2}}}"#,
        "no value fits",
        r#"{"type": "object", "properties": {"a": {"type": "integer", "minimum": 2, "maximum": 2}}}"#,
    ),
    (
        "no-value",
        r#"{"type": "object", "properties": {"a": {"type": "string", "enum": [1, 2]}}}"#,
        "no value fits",
        r#"{"type": "object", "properties": {"a": {"type": "integer", "enum": [1, 2]}}}"#,
    ),
    (
        "refused-member",
        r##"{"type": "object", "properties": {"a": {"allOf": [{"$ref": "#/$defs/base"},
            {"type": "object", "required": ["y"], "properties": {"y": {"type": "integer"}}}]}},
            "$defs": {"base": {"type": "object", "properties": {"x": true}, "additionalProperties": false}}}"##,
        "(#/properties/a/allOf): no object fits: `y` is required, and `additionalProperties: false` refuses it [it.json#/$defs/base/additionalProperties]",
        r##"{"type": "object", "properties": {"a": {"allOf": [{"$ref": "#/$defs/base"},
            {"type": "object", "required": ["y"], "properties": {"y": {"type": "integer"}}}]}},
            "$defs": {"base": {"type": "object", "properties": {"x": true}}}}"##,
    ),
    (
        "refused-member",
        r#"{"type": "object", "allOf": [{"properties": {"a": true}, "additionalProperties": false},
            {"properties": {"x": true, "y": true}}]}"#,
        "(#/allOf): `x` and `y` are declared, and `additionalProperties: false` beside refuses them",
        r#"{"type": "object", "allOf": [{"properties": {"a": true}, "unevaluatedProperties": true},
            {"properties": {"x": true, "y": true}}]}"#,
    ),
    (
        "refused-member",
        r#"{"type": "object", "properties": {"x": {"type": "string"}}, "allOf": [
            {"type": "object", "properties": {"y": true}, "additionalProperties": false}]}"#,
        "(#/allOf): `x` is declared, and `additionalProperties: false` beside refuses it",
        r#"{"type": "object", "properties": {"x": {"type": "string"}}, "allOf": [
            {"type": "object", "properties": {"x": true, "y": true}, "additionalProperties": false}]}"#,
    ),
    (
        "refused-null",
        r#"{"type": ["string", "null"], "enum": ["a", "b"]}"#,
        "null is among the types, and never fits",
        r#"{"type": ["string", "null"], "enum": ["a", null]}"#,
    ),
    (
        "repeated-code",
        r#"{"enum": ["a", "b", "a"]}"#,
        "(#/enum/2): \"a\" stands here twice",
        r#"{"enum": ["a", "A", 1, "1"]}"#,
    ),
    (
        "repeated-code",
        r#"{"enum": [1, 1.0]}"#,
        "stands here twice",
        r#"{"enum": [1, 1.5]}"#,
    ),
    (
        "slow-pattern",
        r#"{"type": "string", "pattern": "^([a-z]+-?)+\\p{L}$"}"#,
        "(#/pattern): `^([a-z]+-?)+\\p{L}$` reads some texts in very many ways",
        // An automaton never goes back.
        r#"{"type": "string", "pattern": "^([a-z]+-?)+$"}"#,
    ),
    (
        "slow-pattern",
        r#"{"type": "object", "patternProperties": {"^(a|a)*\\p{L}$": true}}"#,
        "(#/patternProperties/^(a|a)*\\p{L}$): ",
        r#"{"type": "object", "patternProperties": {"^(?=a)(a|a)*$": true}}"#,
    ),
    (
        "slow-pattern",
        r#"{"type": "string", "pattern": "^(\\.([a-z]+)?)+\\p{L}$"}"#,
        "(#/pattern): `^(\\.([a-z]+)?)+\\p{L}$` reads some texts in very many ways",
        r#"{"type": "string", "pattern": "^(\\.(ab)?)+\\p{L}$"}"#,
    ),
    (
        "swallowed-arm",
        r#"{"oneOf": [{"type": "integer"}, {"type": "number"}]}"#,
        "(#/oneOf/0): whatever fits this arm fits that at oneOf/1, too: `oneOf` lets none of it through",
        r#"{"anyOf": [{"type": "integer"}, {"type": "number"}]}"#,
    ),
    (
        "swallowed-arm",
        r##"{"oneOf": [{"$ref": "#/$defs/base"}, {"$ref": "#/$defs/more"}], "$defs": {
            "base": {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}},
            "more": {"allOf": [{"$ref": "#/$defs/base"}], "required": ["b"]}}}"##,
        "(#/oneOf/1): whatever fits this arm fits that at oneOf/0",
        r##"{"oneOf": [{"$ref": "#/$defs/base"}, {"$ref": "#/$defs/more"}], "$defs": {
            "base": {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}},
            "more": {"type": "object", "required": ["b"]}}}"##,
    ),
    (
        "swallowed-arm",
        r#"{"oneOf": [{"type": "object", "required": ["k"], "properties": {"k": {"enum": ["a", "b"]}}},
            {"type": "object", "required": ["k", "n"], "properties": {"k": {"const": "a"}}}]}"#,
        "(#/oneOf/1)",
        r#"{"oneOf": [{"type": "object", "required": ["k"], "properties": {"k": {"enum": ["a", "b"]}}},
            {"type": "object", "required": ["k", "n"], "properties": {"k": {"const": "c"}}}]}"#,
    ),
    (
        "swallowed-arm",
        r#"{"anyOf": [{"type": "string"}, {"type": "string"}]}"#,
        "(#/anyOf/1): this arm is the same as that at anyOf/0",
        r#"{"anyOf": [{"type": "string"}, {"type": "string", "enum": ["known"]}]}"#,
    ),
    (
        "swallowed-arm",
        r#"{"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date"}]}"#,
        "(#/anyOf/1)",
        r#"{"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]}"#,
    ),
    (
        "unfit-code",
        r#"{"type": "string", "enum": ["a", null]}"#,
        "(#/enum): null never fits: what stands beside `enum` refuses it",
        r#"{"type": ["string", "null"], "enum": ["a", null]}"#,
    ),
    (
        "unfit-code",
        r#"{"type": "string", "maxLength": 2, "enum": ["ab", "abc"]}"#,
        "\"abc\" never fits",
        r#"{"type": "string", "maxLength": 3, "enum": ["ab", "abc"]}"#,
    ),
    (
        "unfit-default",
        r#"{"type": "object", "properties": {"a": {"type": "integer", "default": "1"}}}"#,
        "(#/properties/a/default): the default \"1\" does not fit its schema",
        r#"{"type": "object", "properties": {"a": {"type": "integer", "default": 1}}}"#,
    ),
    (
        "unfit-default",
        r##"{"type": "object", "properties": {"a": {"$ref": "#/$defs/code", "default": "z"}},
            "$defs": {"code": {"enum": ["x", "y"]}}}"##,
        "the default \"z\" does not fit its schema",
        r##"{"type": "object", "properties": {"a": {"$ref": "#/$defs/code", "default": "x"}},
            "$defs": {"code": {"enum": ["x", "y"]}}}"##,
    ),
    (
        "unfit-example",
        r#"{"type": "string", "maxLength": 2, "examples": ["ab", "abc"]}"#,
        "the example \"abc\" does not fit its schema",
        r#"{"type": "string", "maxLength": 3, "examples": ["ab", "abc"]}"#,
    ),
    (
        "unfit-example",
        r#"{"openapi": "3.0.3", "components": {"schemas": {"a": {"type": "string", "example": 5}}}}"#,
        "the example 5 does not fit its schema",
        r#"{"openapi": "3.0.3", "components": {"schemas": {"a": {"type": "string", "example": "5"}}}}"#,
    ),
    (
        "unknown-dialect",
        r#"{"$schema": "https://json-schema.org/draft/2021-01/schema", "type": "string"}"#,
        "is the dialect of no draft: the schema is read as of draft 2020-12",
        r#"{"$schema": "http://json-schema.org/draft-04/schema", "type": "string"}"#,
    ),
    (
        "unknown-format",
        r#"{"type": "string", "format": "datetime"}"#,
        "help: did you mean `date-time`?",
        r#"{"type": "string", "format": "date-time"}"#,
    ),
    (
        "unknown-format",
        r#"{"type": "string", "format": "shoe-size"}"#,
        "nobody knows the format `shoe-size`: it says nothing",
        r#"{"type": "integer", "format": "int32"}"#,
    ),
    (
        "unknown-format",
        r#"{"type": "string", "format": "int-or-string"}"#,
        "`int-or-string` lets no integer through where the `type` is `string`",
        r#"{"swagger": "2.0", "paths": {}, "definitions": {"a": {"type": "string", "format": "int-or-string"}}}"#,
    ),
    (
        "misspelt-keyword",
        r#"{"allOf": [{"type": "string"}], "oneof": [{"maxLength": 2}]}"#,
        "did you mean `oneOf`?",
        r#"{"allOf": [{"type": "string"}], "oneOf": [{"maxLength": 2}]}"#,
    ),
    (
        "no-value",
        r##"{"$ref": "#/$defs/node", "$defs": {
            "node": {"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#/$defs/node"}}}}}"##,
        "(#/$defs/node): no value fits: each would have to hold another one that fits here, as its member `next`, without end",
        r##"{"$ref": "#/$defs/node", "$defs": {
            "node": {"type": "object", "required": ["next"], "properties": {
                "next": {"anyOf": [{"$ref": "#/$defs/node"}, {"type": "null"}]}}}}}"##,
    ),
    (
        "no-value",
        r##"{"type": "object", "required": ["b"], "properties": {"b": {
            "type": "object", "required": ["a"], "properties": {"a": {"$ref": "#"}}}}}"##,
        "(#): no value fits: each would have to hold another one",
        r##"{"type": "object", "required": ["b"], "properties": {"b": {
            "type": "object", "properties": {"a": {"$ref": "#"}}}}}"##,
    ),
    (
        "no-value",
        r##"{"type": "array", "minItems": 1, "items": {"$ref": "#"}}"##,
        "as one of its items",
        r##"{"type": "array", "items": {"$ref": "#"}}"##,
    ),
    (
        "no-value",
        r##"{"oneOf": [{"type": "array", "contains": {"$ref": "#"}},
            {"type": "object", "required": ["x"], "additionalProperties": {"$ref": "#"}}]}"##,
        "(#): no value fits: each would have to hold another one that fits here, by each alternative, without end",
        r##"{"oneOf": [{"type": "array", "contains": {"$ref": "#"}, "minContains": 0},
            {"type": "object", "required": ["x"], "additionalProperties": {"$ref": "#"}}]}"##,
    ),
    (
        "no-value",
        r##"{"allOf": [{"$ref": "#/$defs/base"}], "properties": {"inner": {"$ref": "#"}}, "$defs": {
            "base": {"type": "object", "required": ["inner"]}}}"##,
        "(#): no value fits: each would have to hold another one that fits here, as its member `inner`",
        r##"{"allOf": [{"$ref": "#/$defs/base"}], "properties": {"inner": {"$ref": "#/$defs/base"}}, "$defs": {
            "base": {"type": "object", "required": ["outer"]}}}"##,
    ),
    (
        "no-value",
        r#"{"type": "object", "required": ["c"], "properties": {"a": {}}, "additionalProperties": false}"#,
        "(#/required): no value fits: `c` is required, and refused [it.json#/additionalProperties]",
        r#"{"type": "object", "required": ["c"], "patternProperties": {"^c": {}}, "additionalProperties": false}"#,
    ),
    (
        "no-value",
        r#"{"type": "object", "required": ["a"], "properties": {"a": {"not": {}}}}"#,
        "`a` is required, and refused [it.json#/properties/a]",
        r#"{"type": "object", "properties": {"a": {"not": {}}}, "required": ["b"]}"#,
    ),
    (
        "no-value",
        r#"{"type": "object", "required": ["id"], "propertyNames": {"pattern": "^x-"}}"#,
        "`id` is required, and refused [propertyNames]",
        r#"{"type": "object", "required": ["x-id"], "propertyNames": {"pattern": "^x-"}}"#,
    ),
    (
        "no-value",
        r#"{"type": "array", "items": {"type": "integer"}, "contains": {"type": "string"}}"#,
        "(#/contains): no value fits: `contains` asks for an item that the list cannot have",
        r#"{"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}, "contains": {"type": "string"}}"#,
    ),
    (
        "closed-enum",
        r#"{"type": "integer", "enum": [1, 2]}"#,
        "(#/enum): these 2 codes are all that fits",
        r#"{"anyOf": [{"enum": ["a", "b"]}, {"type": "string"}]}"#,
    ),
    (
        "ignored-keyword",
        r#"{"type": "string", "then": {"maxLength": 2}}"#,
        "(#/then): `then` says nothing where no `if` stands beside it",
        r#"{"type": "string", "if": {"pattern": "^a"}, "then": {"maxLength": 2}}"#,
    ),
    (
        "ignored-keyword",
        r#"{"type": "array", "minContains": 2}"#,
        "`minContains` says nothing where no `contains` stands beside it",
        r#"{"type": "array", "contains": {"const": 1}, "minContains": 2}"#,
    ),
    (
        "misspelt-member",
        r#"{"type": "object", "required": ["adress2"], "properties": {"address2": {}}}"#,
        "did you mean `address2`?",
        r#"{"type": "object", "required": ["line1", "line2"], "properties": {"line1": {}, "line3": {}}}"#,
    ),
    (
        "swallowed-arm",
        r#"{"oneOf": [{"const": "a"}, {"const": "b"}, {"const": "a"}]}"#,
        "(#/oneOf/2)",
        r#"{"oneOf": [{"const": 1}, {"const": "1"}, {"const": true}]}"#,
    ),
];
