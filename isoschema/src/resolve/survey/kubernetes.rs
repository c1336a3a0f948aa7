//! Custom resource definitions of Kubernetes: a schema for each version.

use super::Survey;
use super::place::Place;
use crate::load::format::{is_definition, resources};

impl Survey<'_> {
    pub(super) fn kubernetes(&mut self, document: &Place) {
        let definitions: Vec<String> = resources(&document.held.json)
            .filter(|(_, json)| is_definition(json))
            .map(|(pointer, _)| pointer)
            .collect();
        for pointer in definitions {
            let place = Place {
                pointer,
                ..document.clone()
            };
            self.resource(&place);
        }
    }

    fn resource(&mut self, definition: &Place) {
        let Some(spec) = definition.step("spec") else {
            return;
        };
        let named = spec.step("names");
        let kind = named.and_then(|it| it.text("kind").map(str::to_owned));
        let kind = kind.unwrap_or_else(|| "Resource".to_owned());
        // `v1beta1` may have one schema for all versions.
        let shared = spec.step("validation");
        let versions = spec.each("versions").into_iter();
        let versions = versions.filter_map(|(_, version)| {
            let schema = version.step("schema")?.step("openAPIV3Schema")?;
            Some((version, schema))
        });
        let versions: Vec<_> = versions.collect();
        let stored = |version: &Place| {
            let storage = version.json()?.get("storage")?;
            storage.as_bool().filter(|it| *it)
        };
        for (version, schema) in &versions {
            // The version that is stored is the one that people mean.
            let name = match version.text("name") {
                Some(number) if versions.len() > 1 && stored(version).is_none() => {
                    format!("{kind} {number}")
                }
                _ => kind.clone(),
            };
            self.schema(schema, &name, "Resource");
        }
        if let Some(schema) = shared.and_then(|it| it.step("openAPIV3Schema")) {
            self.schema(&schema, &kind, "Resource");
        }
    }
}
