//! The change of a schema after which it accepts what one of its keywords
//! refused, as the operations of a JSON Patch (RFC 6902).

use serde_json::{Map, Value, json};

use crate::load::json::escape;

use super::fault::Fault;

/// What changes a schema object for one fault.
pub type Mend = fn(&mut Mending<'_>) -> Option<()>;

/// The keyword goes.
pub fn drop_keyword(mending: &mut Mending<'_>) -> Option<()> {
    mending.drop_keyword()
}

/// A schema object that is changed for one fault.
pub struct Mending<'a> {
    /// What its keyword refused.
    pub fault: &'a Fault,
    /// Whether null is allowed by `nullable`, as in OpenAPI 3.0.
    pub has_nullable: bool,
    schema: &'a mut Map<String, Value>,
    /// The JSON Pointer of the schema object.
    at: &'a str,
    operations: Vec<Value>,
}

impl<'a> Mending<'a> {
    /// Nothing is changed yet.
    #[must_use]
    pub fn new(
        fault: &'a Fault,
        schema: &'a mut Map<String, Value>,
        at: &'a str,
        has_nullable: bool,
    ) -> Self {
        Self {
            fault,
            has_nullable,
            schema,
            at,
            operations: Vec::new(),
        }
    }

    /// What was done.
    #[must_use]
    pub fn operations(self) -> Vec<Value> {
        self.operations
    }

    /// What the keyword states.
    #[must_use]
    pub fn stated(&self) -> Option<&Value> {
        self.schema.get(self.fault.keyword)
    }

    /// The keyword goes.
    pub fn drop_keyword(&mut self) -> Option<()> {
        self.schema.remove(self.fault.keyword)?;
        self.note("remove", &[self.fault.keyword], None);
        Some(())
    }

    /// The keyword states something else.
    pub fn replace(&mut self, value: Value) {
        self.note("replace", &[self.fault.keyword], Some(&value));
        self.schema.insert(self.fault.keyword.to_owned(), value);
    }

    /// What the keyword, which states a map, states under a name is something
    /// else.
    pub fn replace_under(&mut self, name: &str, value: Value) -> Option<()> {
        self.note("replace", &[self.fault.keyword, name], Some(&value));
        let stated = self.schema.get_mut(self.fault.keyword)?;
        stated.as_object_mut()?.insert(name.to_owned(), value);
        Some(())
    }

    /// Another keyword comes.
    pub fn add(&mut self, keyword: &str, value: Value) {
        self.note("add", &[keyword], Some(&value));
        self.schema.insert(keyword.to_owned(), value);
    }

    /// The keyword, which states a list, has one more thing in it.
    pub fn push(&mut self, value: &Value) -> Option<()> {
        let stated = self.schema.get_mut(self.fault.keyword)?;
        let list = stated.as_array_mut()?;
        if list.contains(value) {
            return None;
        }
        list.push(value.clone());
        self.note("add", &[self.fault.keyword, "-"], Some(value));
        Some(())
    }

    fn note(&mut self, op: &str, path: &[&str], value: Option<&Value>) {
        let path: Vec<String> = path.iter().map(|step| escape(step)).collect();
        let path = format!("{}/{}", self.at, path.join("/"));
        self.operations.push(match value {
            Some(value) => json!({ "op": op, "path": path, "value": value }),
            None => json!({ "op": op, "path": path }),
        });
    }
}
