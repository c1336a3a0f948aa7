//! Valid documents, with the validator's verdict on each.

use fastrand::Rng;
use serde_json::Value;

use super::draw::Drawer;
use super::graph::{Graph, Hop};
use super::site::Site;
use super::text::{Doc, Style};

/// A document in each form that a check needs.
#[derive(Debug)]
pub struct Drawn {
    /// The tree.
    pub doc: Doc,
    /// The text.
    pub text: String,
    /// What the validator sees.
    pub value: Value,
    /// What the validator says.
    pub valid: bool,
}

impl Drawn {
    /// Writes a tree and asks the validator; `None` where the text is one that
    /// `serde_json` cannot read.
    pub fn judged(doc: Doc, style: Style, validator: &jsonschema::Validator) -> Option<Self> {
        let text = doc.to_text(style);
        let value = serde_json::from_str(&text).ok()?;
        let valid = validator.is_valid(&value);
        Some(Self {
            doc,
            text,
            value,
            valid,
        })
    }
}

/// A source of documents that strive to be valid: at random, on the way to
/// each schema in turn, and at the edge of each constraint in turn.
#[derive(Debug)]
pub struct Valid<'v, 'g, 'a> {
    /// Draws them.
    pub drawer: Drawer<'g, 'a>,
    /// The ways to the schemas.
    pub routes: Vec<Option<Vec<Hop>>>,
    /// The constraints.
    pub sites: Vec<Site>,
    validator: &'v jsonschema::Validator,
    styles: Rng,
    number: usize,
}

impl<'v, 'g, 'a> Valid<'v, 'g, 'a> {
    /// The documents of a graph, the same ones for the same seed.
    pub fn new(graph: &'g Graph<'a>, validator: &'v jsonschema::Validator, seed: u64) -> Self {
        Self {
            drawer: Drawer::new(graph, seed),
            routes: graph.routes(),
            sites: graph.sites(),
            validator,
            styles: Rng::with_seed(seed ^ 0x5717),
            number: 0,
        }
    }

    /// The way to a site.
    pub fn route(&self, site: &Site) -> &[Hop] {
        self.routes[site.node].as_deref().unwrap_or_default()
    }

    /// One of the three styles, compact in most cases.
    pub fn style(&mut self) -> Style {
        match self.styles.u8(..10) {
            0 => Style::Spaced,
            1..=2 => Style::Escaped,
            _ => Style::Compact,
        }
    }

    /// A document with a fault at a site.
    pub fn faulty(&mut self, site: usize, turn: usize) -> Option<Drawn> {
        let site = &self.sites[site];
        let route = self.routes[site.node].as_deref().unwrap_or_default();
        let doc = self.drawer.faulty(route, site, turn);
        let style = self.style();
        Drawn::judged(doc, style, self.validator)
    }

    /// The next document, valid where a few tries find one.
    pub fn draw(&mut self) -> Option<Drawn> {
        let style = self.style();
        let number = self.number;
        self.number += 1;
        let mut doc = match number % 4 {
            0 if !self.sites.is_empty() => {
                let site = &self.sites[number / 4 % self.sites.len()];
                let turn = number / 4 / self.sites.len();
                let route = self.routes[site.node].as_deref().unwrap_or_default();
                self.drawer.edge(route, site, turn)
            }
            1 => {
                let route = self.routes[number / 4 % self.routes.len()].as_deref();
                self.drawer.valid(route)
            }
            _ => self.drawer.valid(None),
        };
        for _ in 0..6 {
            match Drawn::judged(doc, style, self.validator) {
                Some(drawn) if drawn.valid => return Some(drawn),
                _ => doc = self.drawer.valid(None),
            }
        }
        Drawn::judged(doc, style, self.validator)
    }
}
