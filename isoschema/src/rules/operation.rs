//! An operation of an API: where it is, and the schemas of what it carries.

use super::location::Location;

/// The members of a path item that are operations.
pub(crate) const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// An operation; `S` stands for a schema: a node of the graph, then a rule.
#[derive(Debug, Clone)]
pub struct Operation<S> {
    /// Where it stands.
    pub location: Location,
    /// Its `operationId`, or else its method and its path.
    pub name: String,
    /// The method, in capitals.
    pub method: String,
    /// The path, with its parameters in braces.
    pub path: String,
    /// What it is for, in a line.
    pub summary: Option<String>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// What it is sorted by, the first one first.
    pub tags: Vec<String>,
    /// The schemas of its parameters that have a type, by their names.
    pub parameters: Vec<(String, S)>,
    /// The schema of what goes there.
    pub request: Option<S>,
    /// The schemas of what comes back, by status; none where that is nothing in JSON.
    pub responses: Vec<(String, Option<S>)>,
    /// What a caller has to know beside these.
    pub asks: Asks,
}

/// What an operation asks for and gives, whether it has a type or not.
#[derive(Debug, Clone, Default)]
pub struct Asks {
    /// All parameters.
    pub parameters: Vec<Parameter>,
    /// What goes there, where something may.
    pub body: Option<Content>,
    /// What comes back, by status.
    pub responses: Vec<(String, Content)>,
}

/// A parameter.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Where it stands: `query`, `path`, `header`, `cookie`.
    pub within: String,
    /// Whether it has to be there.
    pub is_required: bool,
    /// Where its schema stands.
    pub schema: Option<Location>,
}

/// A body.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// Whether it has to be there.
    pub is_required: bool,
    /// Its media types, without their parameters, and where the schema of each stands.
    pub medias: Vec<(String, Option<Location>)>,
}

impl<S> Operation<S> {
    /// The same with other schemas.
    pub(crate) fn map<T>(&self, mut schema: impl FnMut(&S) -> T) -> Operation<T> {
        let parameters = self.parameters.iter();
        let responses = self.responses.iter();
        Operation {
            location: self.location.clone(),
            name: self.name.clone(),
            method: self.method.clone(),
            path: self.path.clone(),
            summary: self.summary.clone(),
            deprecated: self.deprecated,
            tags: self.tags.clone(),
            parameters: parameters
                .map(|(name, it)| (name.clone(), schema(it)))
                .collect(),
            request: self.request.as_ref().map(&mut schema),
            responses: responses
                .map(|(status, it)| (status.clone(), it.as_ref().map(&mut schema)))
                .collect(),
            asks: self.asks.clone(),
        }
    }
}
