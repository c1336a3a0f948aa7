//! The predicates of `predicates.schema.json`; generated, BLESS=1 renews them.

use isoschema_runtime::__private::v1::patterns::formats as support;
#[allow(clippy::too_many_lines)]
pub(super) fn check_0(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    tape.expect(at, support::Kinds::OBJECT, "schema.json#/type")?;
    if let Some(members) = tape.members(at) {
        if members.len() > 20 {
            return Err(
                support::Fault::new(
                    at,
                    "schema.json#/maxProperties",
                    support::Reason::MaxProperties(20),
                ),
            );
        }
        for (name, value) in members {
            match name {
                "text" => check_3(tape, value)?,
                "number" => check_4(tape, value)?,
                "code" => check_5(tape, value)?,
                "fixed" => check_6(tape, value)?,
                "list" => check_7(tape, value)?,
                "tree" => check_8(tape, value)?,
                "rest" => check_9(tape, value)?,
                "closed" => check_10(tape, value)?,
                "union" => check_11(tape, value)?,
                "exclusive" => check_12(tape, value)?,
                "expression" => check_2(tape, value)?,
                "if" => check_14(tape, value)?,
                "not" => check_15(tape, value)?,
                "never" => {
                    return Err(
                        support::Fault::new(
                            value,
                            "schema.json#/properties/never",
                            support::Reason::NotAllowed,
                        ),
                    );
                }
                "date" => check_17(tape, value)?,
                _ => {}
            }
            if PATTERN_0.matches(name) {
                tape.expect(
                    value,
                    support::Kinds::INTEGER,
                    "schema.json#/patternProperties/^x-/type",
                )?;
            }
        }
    }
    for (_, value) in tape.each_member(at) {
        check_20(tape, value - 1)?;
    }
    if let Some(pair) = tape.dependent(at, &[["card", "address"]]) {
        return Err(
            support::Fault::new(
                at,
                "schema.json#/dependentRequired",
                support::Reason::Dependent(pair),
            ),
        );
    }
    if tape.member(at, "card").is_some() {
        support::told_since(tape, &[], "it has \"card\"", check_21(tape, at))?;
    }
    Ok(())
}
fn check_3(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    tape.expect(at, support::Kinds::STRING, "schema.json#/properties/text/type")?;
    if let Some(text) = tape.string(at) {
        text_3(text).map_err(|refused| refused.at(at))?;
    }
    Ok(())
}
/// `schema.json#/properties/number`
fn check_4(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    if let Some(number) = tape.number(at) {
        number_4(number).map_err(|refused| refused.at(at))?;
    }
    Ok(())
}
fn check_5(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    if !tape.is_text_of(at, &["A", "B"]) {
        if !tape.is_one_of(at, &[support::Constant::Integer(1), support::Constant::Null])
        {
            return Err(
                support::Fault::new(
                    at,
                    "schema.json#/properties/code/enum",
                    support::Reason::Code("\"A\", \"B\", 1, null"),
                ),
            );
        }
    }
    Ok(())
}
fn check_6(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    tape.expect_constant(
        at,
        &support::Constant::Object(
            &[
                ("a", support::Constant::Boolean(true)),
                ("b", support::Constant::Array(&[support::Constant::Number("1.5")])),
            ],
        ),
        "schema.json#/properties/fixed/const",
        "{\"b\":[1.5],\"a\":true}",
    )
}
fn check_7(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    if let Some(items) = tape.items(at) {
        if items.len() < 1 {
            return Err(
                support::Fault::new(
                    at,
                    "schema.json#/properties/list/minItems",
                    support::Reason::MinItems(1),
                ),
            );
        }
        if items.len() > 5 {
            return Err(
                support::Fault::new(
                    at,
                    "schema.json#/properties/list/maxItems",
                    support::Reason::MaxItems(5),
                ),
            );
        }
        for (position, item) in items.enumerate() {
            if position == 0 {
                tape.expect(
                    item,
                    support::Kinds::STRING,
                    "schema.json#/properties/list/prefixItems/0/type",
                )?;
            } else {
                tape.expect(
                    item,
                    support::Kinds::INTEGER,
                    "schema.json#/properties/list/items/type",
                )?;
            }
        }
    }
    if let Some((first, second)) = tape.repeated_items(at) {
        return Err(
            support::Fault::new(
                at,
                "schema.json#/properties/list/uniqueItems",
                support::Reason::Repeated(first, second),
            ),
        );
    }
    if let Some(items) = tape.items(at) {
        let found = items.filter(|item| tape.fits(*item, check_27)).count();
        if found < 1 {
            return Err(
                support::Fault::new(
                    at,
                    "schema.json#/properties/list/contains",
                    support::Reason::MinContains(1),
                ),
            );
        }
        if found > 3 {
            return Err(
                support::Fault::new(
                    at,
                    "schema.json#/properties/list/maxContains",
                    support::Reason::MaxContains(3),
                ),
            );
        }
    }
    Ok(())
}
fn check_8(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    let mut own = support::Marks::new(tape, at);
    evaluated_8(tape, at, &mut own)?;
    if let Some(members) = tape.members(at) {
        for (position, (_, value)) in members.enumerate() {
            if !own.has(position) {
                return Err(
                    support::Fault::new(
                        value,
                        "schema.json#/properties/tree/unevaluatedProperties",
                        support::Reason::NotAllowed,
                    ),
                );
            }
        }
    }
    Ok(())
}
fn check_9(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    let mut own = support::Marks::new(tape, at);
    evaluated_9(tape, at, &mut own)?;
    if let Some(items) = tape.items(at) {
        for (position, item) in items.enumerate() {
            if !own.has(position) {
                tape.expect(
                    item,
                    support::Kinds::NULL,
                    "schema.json#/properties/rest/unevaluatedItems/type",
                )?;
            }
        }
    }
    Ok(())
}
fn check_10(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    for (name, value) in tape.each_member(at) {
        match name {
            "a" => {}
            "b" => {
                tape.expect(
                    value,
                    support::Kinds::INTEGER,
                    "schema.json#/properties/closed/properties/b/type",
                )?
            }
            _ => {
                return Err(
                    support::Fault::new(
                        value,
                        "schema.json#/properties/closed/additionalProperties",
                        support::Reason::Undeclared(&["a", "b"]),
                    ),
                );
            }
        }
    }
    Ok(())
}
fn check_11(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    support::any_of(
        tape,
        at,
        "schema.json#/properties/union/anyOf",
        &[("Amount", check_1), ("anyOf/1", check_38)],
    )
}
fn check_12(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    support::one_of(
        tape,
        at,
        "schema.json#/properties/exclusive/oneOf",
        &[("oneOf/0", check_39), ("oneOf/1", check_40)],
    )
}
/// `schema.json#/$defs/expression`
fn check_2(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    tape.remember_arm(2, at, arm_2)
}
/// `schema.json#/properties/if`
fn check_14(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    if tape.fits(at, check_41) {
        support::told_since(
            tape,
            &[],
            support::Words::ByMember(at, &[(Some("kind"), "kind is \"a\"")]),
            check_42(tape, at),
        )?;
    } else {
        support::told_since(
            tape,
            &[],
            "it is not so that kind is \"a\"",
            check_43(tape, at),
        )?;
    }
    Ok(())
}
fn check_15(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    if tape.fits(at, check_44) {
        return Err(
            support::Fault::new(
                at,
                "schema.json#/properties/not/not",
                support::Reason::Forbidden("it is 0"),
            ),
        );
    }
    Ok(())
}
/// `schema.json#/properties/date`
fn check_17(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    if let Some(text) = tape.string(at) {
        text_17(text).map_err(|refused| refused.at(at))?;
    }
    Ok(())
}
/// `schema.json#/propertyNames`
fn check_20(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    if let Some(text) = tape.string(at) {
        text_20(text).map_err(|refused| refused.at(at))?;
    }
    Ok(())
}
fn check_21(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    tape.require(at, &["address"], "schema.json#/dependentSchemas/card/required")
}
fn text_3(text: &str) -> Result<(), support::Refused> {
    support::min_length(text, 3, "schema.json#/properties/text/minLength")?;
    support::max_length(text, 10, "schema.json#/properties/text/maxLength")?;
    PATTERN_1.require(text, "schema.json#/properties/text/pattern")
}
fn number_4(number: &support::Num) -> Result<(), support::Refused> {
    if number.compare_text("-1.5").is_le() {
        return Err(
            support::Refused::new(
                "schema.json#/properties/number/exclusiveMinimum",
                support::Reason::ExclusiveMinimum("-1.5"),
            ),
        );
    }
    if number.compare_integer(9_007_199_254_740_992).is_gt() {
        return Err(
            support::Refused::new(
                "schema.json#/properties/number/maximum",
                support::Reason::Maximum("9007199254740992"),
            ),
        );
    }
    if !number.is_multiple_of(25, -2) {
        return Err(
            support::Refused::new(
                "schema.json#/properties/number/multipleOf",
                support::Reason::MultipleOf("0.25"),
            ),
        );
    }
    Ok(())
}
fn check_27(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    tape.expect(
        at,
        support::Kinds::NUMBER,
        "schema.json#/properties/list/contains/type",
    )?;
    if let Some(number) = tape.number(at) {
        number_27(number).map_err(|refused| refused.at(at))?;
    }
    Ok(())
}
/// `schema.json#/properties/tree`
fn evaluated_8(
    tape: &support::Tape<'_>,
    at: usize,
    marks: &mut support::Marks,
) -> support::Checked {
    mark_28(tape, at, marks)
}
fn evaluated_9(
    tape: &support::Tape<'_>,
    at: usize,
    marks: &mut support::Marks,
) -> support::Checked {
    if tape.is(at, support::Kinds::ARRAY) {
        marks.mark_first(1);
    }
    support::any_of_marking(
        tape,
        at,
        marks,
        "schema.json#/properties/rest/anyOf",
        &[("anyOf/0", mark_31), ("anyOf/1", mark_32)],
    )
}
fn check_1(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    tape.expect(at, support::Kinds::INTEGER, "schema.json#/$defs/amount/type")
}
fn check_38(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    tape.expect(at, support::Kinds::STRING, "schema.json#/properties/union/anyOf/1/type")
}
fn check_39(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    tape.expect(
        at,
        support::Kinds::STRING,
        "schema.json#/properties/exclusive/oneOf/0/type",
    )
}
/// `schema.json#/properties/exclusive/oneOf/1`
fn check_40(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    if let Some(text) = tape.string(at) {
        text_40(text).map_err(|refused| refused.at(at))?;
    }
    Ok(())
}
/// `schema.json#/$defs/expression`
fn arm_2(tape: &support::Tape<'_>, at: usize) -> Result<usize, support::Fault> {
    support::one_arm(
        tape,
        at,
        "schema.json#/$defs/expression/oneOf",
        &[("oneOf/0", check_22), ("oneOf/1", check_23), ("oneOf/2", check_24)],
    )
}
fn check_42(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    tape.require(at, &["size"], "schema.json#/properties/if/then/required")
}
fn check_43(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    if let Some(members) = tape.members(at) {
        if members.len() > 3 {
            return Err(
                support::Fault::new(
                    at,
                    "schema.json#/properties/if/else/maxProperties",
                    support::Reason::MaxProperties(3),
                ),
            );
        }
    }
    Ok(())
}
fn check_41(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    for (name, value) in tape.each_member(at) {
        if name == "kind" {
            tape.expect_constant(
                value,
                &support::Constant::Text("a"),
                "schema.json#/properties/if/if/properties/kind/const",
                "\"a\"",
            )?;
        }
    }
    Ok(())
}
fn check_44(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    tape.expect_constant(
        at,
        &support::Constant::Integer(0),
        "schema.json#/properties/not/not/const",
        "0",
    )
}
fn text_17(text: &str) -> Result<(), support::Refused> {
    if !support::is_date(text) {
        return Err(
            support::Refused::new(
                "schema.json#/properties/date/format",
                support::Reason::Format("date"),
            ),
        );
    }
    Ok(())
}
fn text_20(text: &str) -> Result<(), support::Refused> {
    PATTERN_2.require(text, "schema.json#/propertyNames/pattern")
}
fn number_27(number: &support::Num) -> Result<(), support::Refused> {
    if number.compare_integer(1).is_lt() {
        return Err(
            support::Refused::new(
                "schema.json#/properties/list/contains/minimum",
                support::Reason::Minimum("1"),
            ),
        );
    }
    Ok(())
}
/// `schema.json#/properties/tree/allOf/0`
fn mark_28(
    tape: &support::Tape<'_>,
    at: usize,
    marks: &mut support::Marks,
) -> support::Checked {
    if let Some(members) = tape.members(at) {
        for (position, (name, value)) in members.enumerate() {
            if name != "tree" {
                continue;
            }
            check_8(tape, value)?;
            marks.mark(position);
        }
    }
    Ok(())
}
fn mark_31(
    tape: &support::Tape<'_>,
    at: usize,
    marks: &mut support::Marks,
) -> support::Checked {
    if let Some(items) = tape.items(at) {
        for (position, item) in items.enumerate() {
            if position == 1 {
                tape.expect(
                    item,
                    support::Kinds::STRING,
                    "schema.json#/properties/rest/anyOf/0/prefixItems/1/type",
                )?;
            }
        }
        marks.mark_first(2);
    }
    Ok(())
}
fn mark_32(
    tape: &support::Tape<'_>,
    at: usize,
    marks: &mut support::Marks,
) -> support::Checked {
    if let Some(items) = tape.items(at) {
        let mut found = 0;
        for (position, item) in items.enumerate() {
            if tape.fits(item, check_50) {
                marks.mark(position);
                found += 1;
            }
        }
        if found < 1 {
            return Err(
                support::Fault::new(
                    at,
                    "schema.json#/properties/rest/anyOf/1/contains",
                    support::Reason::MinContains(1),
                ),
            );
        }
    }
    Ok(())
}
fn text_40(text: &str) -> Result<(), support::Refused> {
    support::min_length(text, 2, "schema.json#/properties/exclusive/oneOf/1/minLength")
}
fn check_22(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    tape.expect(
        at,
        support::Kinds::INTEGER,
        "schema.json#/$defs/expression/oneOf/0/type",
    )
}
fn check_23(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    tape.expect(
        at,
        support::Kinds::OBJECT,
        "schema.json#/$defs/expression/oneOf/1/type",
    )?;
    for (name, value) in tape.each_member(at) {
        if name == "left" {
            check_2(tape, value)?;
        }
    }
    Ok(())
}
fn check_24(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    tape.expect(
        at,
        support::Kinds::OBJECT,
        "schema.json#/$defs/expression/oneOf/2/type",
    )?;
    tape.require(at, &["operator"], "schema.json#/$defs/expression/oneOf/2/required")?;
    for (name, value) in tape.each_member(at) {
        if name == "left" {
            check_2(tape, value)?;
        }
    }
    Ok(())
}
fn check_50(tape: &support::Tape<'_>, at: usize) -> support::Checked {
    tape.expect_constant(
        at,
        &support::Constant::Integer(1),
        "schema.json#/properties/rest/anyOf/1/contains/const",
        "1",
    )
}
pub(super) static PATTERN_0: support::Automaton = support::Automaton::new(
    "^x-",
    &[&[("xx", 1)], &[("--", 2)]],
    &[],
);
pub(super) static PATTERN_1: support::Runs = support::Runs::new(
    "^[a-z]+$",
    &[
        support::Run {
            ranges: "az",
            least: 1,
            most: usize::MAX,
        },
    ],
);
pub(super) static PATTERN_2: support::Automaton = support::Automaton::new(
    "^[a-z]",
    &[&[("az", 1)]],
    &[],
);
