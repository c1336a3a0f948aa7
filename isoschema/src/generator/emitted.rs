//! A model → its items, a type at a time, and their text.

use indexmap::IndexSet;

use super::{Generator, SchemarsFeature};
use crate::config::kinds::Support;
use crate::config::settings::Config;
use crate::diagnostics::Diagnostics;
use crate::emit::module::{Emitter, Frame};
use crate::emit::tree::Module;
use crate::enforce::{Enforcer, Features, Restored, added};
use crate::plan::model::Model;

impl Generator {
    /// The module of a model, and the names that typify would have changed.
    pub(super) fn emitted(
        &self,
        model: &Model,
        config: &Config,
    ) -> Result<(Module, Vec<Restored>), Diagnostics> {
        let builders = !self.without_builders && !config.types.without_builders;
        let support = config.types.support.clone().unwrap_or(Support::Pasted);
        let features = Features {
            schemars: match &self.schemars {
                SchemarsFeature::Off => None,
                SchemarsFeature::Named(feature) => Some(feature.clone()),
            },
            builders,
            added: added::added(model, config, builders)?,
            visibility: config.types.visibility,
            borrowed: config.types.borrowed,
            dates: config.types.dates,
            support: support.clone(),
        };
        let roots = model.rules.roots.iter();
        // A document of several roots is named once.
        let documents: IndexSet<&str> = roots.map(|root| &*root.document).collect();
        let frame = Frame {
            inputs: documents.into_iter().map(str::to_owned).collect(),
            support,
            layout: config.types.layout,
            modules: config.types.modules.clone(),
            crates: config.crates(),
        };
        let mut emitter = Emitter::new(&frame, model, &features);
        let mut enforcer = Enforcer::new(model, features.clone());
        for index in 0..model.types.len() {
            emitter.owned(index, enforcer.items(index));
        }
        if features.borrowed {
            enforcer = enforcer.borrowing();
            for index in 0..model.types.len() {
                if enforcer.borrows(index) {
                    emitter.borrowing(index, enforcer.items(index));
                }
            }
        }
        let restored = enforcer.restored();
        Ok((emitter.finish(enforcer.finish())?, restored))
    }
}
