//! What a run of the generator gives.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::config::settings::Config;
use crate::diagnostics::Diagnostics;
use crate::emit::operations::OperationEntry;
use crate::emit::tree::Link;
use crate::emit::tree::Module;
use crate::load::document::Documents;
use crate::report::{Report, names};
use crate::resolve::graph::Assumptions;
use crate::rules::location::Location;
use crate::rules::standing::Standing;

/// What a run of the generator gives.
#[derive(Debug)]
#[non_exhaustive]
pub struct Generated {
    /// The text of the module, whole, whatever its layout.
    pub text: String,
    /// What became of each schema.
    pub report: Report,
    /// Every file and folder that the result depends on.
    pub inputs: Vec<PathBuf>,
    /// The documents that were read.
    pub documents: Documents,
    /// The configuration that was used.
    pub config: Config,
    /// What is allowed and should be looked at all the same.
    pub warnings: Option<Diagnostics>,
    /// The place and the name of each type.
    pub(crate) names: Vec<(String, String)>,
    /// The references that strictly read lead nowhere.
    pub(crate) assumed: Assumptions,
    /// Where each root stands, by its name.
    pub(crate) roots: Vec<(String, Location)>,
    /// How schemas are read that stand inside of documents.
    pub(crate) standing: HashMap<Location, Standing>,
    /// The module, and those inside it.
    pub(crate) module: Module,
}

impl Generated {
    /// The names of all types, each with the place of its schema, as the section
    /// `[names]` of an `isoschema.toml`: as it stands, it changes nothing, and
    /// what is edited there is the type's name.
    ///
    /// ```
    /// use isoschema::Generator;
    ///
    /// let generated = Generator::new()
    ///     .text("order.json", r#"{"type": "object", "properties": {"state": {"enum": ["A", "B"]}}}"#)
    ///     .generate()
    ///     .unwrap_or_else(|problems| panic!("{}", problems.render()));
    /// assert!(generated.names_to_toml().ends_with(
    ///     "[names]\n\"order\" = \"Order\"\n\"order#/properties/state\" = \"OrderState\"\n"
    /// ));
    /// ```
    #[must_use]
    pub fn names_to_toml(&self) -> String {
        names::to_toml(&self.names)
    }

    /// The operations of the documents that have some, each with the Rust types that it carries; the
    /// module has them as constants, in `operations`.
    ///
    /// ```
    /// use isoschema::Generator;
    ///
    /// let api = r##"{"openapi": "3.1.0", "paths": {"/pets": {"post": {
    ///     "operationId": "admitPet",
    ///     "requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}},
    ///     "responses": {"204": {"description": "It has a place now"}}}}}}"##;
    /// let generated = Generator::new()
    ///     .text("shop.json", api)
    ///     .generate()
    ///     .unwrap_or_else(|problems| panic!("{}", problems.render()));
    /// let [admit] = generated.operations() else { panic!("one") };
    /// assert_eq!((admit.method.as_str(), admit.path.as_str()), ("POST", "/pets"));
    /// assert_eq!(admit.request.as_deref(), Some("AdmitPetRequest"));
    /// assert_eq!(admit.responses, [("204".to_owned(), None)]);
    /// ```
    #[must_use]
    pub fn operations(&self) -> &[OperationEntry] {
        &self.report.operations
    }

    /// The files of the module by their paths: first that of the module
    /// itself, which is `root`, then those that it brings in, in the folder
    /// where rustc looks for them. A path is `/`-separated. What people read of
    /// a module's types is in its own file; what is implemented for them is
    /// beside it, in `impls.rs`.
    ///
    /// ```
    /// use isoschema::Generator;
    /// use isoschema::emit::Link;
    ///
    /// let generated = Generator::new()
    ///     .text("lead-status.json", r#"{"enum": ["OPEN", "WON"]}"#)
    ///     .generate()
    ///     .unwrap_or_else(|problems| panic!("{}", problems.render()));
    /// let files = generated.files("src/types.rs", Link::Mod);
    /// let paths: Vec<_> = files.iter().map(|(path, _)| path.to_str()).collect();
    /// assert_eq!(
    ///     paths,
    ///     [
    ///         Some("src/types.rs"),
    ///         Some("src/types/impls.rs"),
    ///         Some("src/types/support.rs"),
    ///     ]
    /// );
    /// ```
    #[must_use]
    pub fn files(&self, root: &str, link: Link) -> Vec<(PathBuf, String)> {
        self.module.files(root, link)
    }
}
