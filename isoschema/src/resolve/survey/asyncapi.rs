//! AsyncAPI 2.x and 3.x: what messages carry, and their headers.

use super::super::beside::{Spoken, spoken, wrapped};
use super::Survey;
use super::openapi::behind;
use super::place::Place;

impl Survey<'_> {
    pub(super) fn asyncapi(&mut self, document: &Place) {
        if let Some(components) = document.step("components") {
            for (name, message) in components.each("messages") {
                self.message(message, &name);
            }
            for (name, part) in components.each("messageTraits") {
                if let Some(headers) = part.step("headers") {
                    self.carried(headers, None, &behind(&name, "headers"));
                }
            }
            for (name, channel) in components.each("channels") {
                self.channel(channel, &name);
            }
        }
        for (name, channel) in document.each("channels") {
            self.channel(channel, &name);
        }
    }

    fn channel(&mut self, channel: Place, name: &str) {
        let Some((channel, _)) = self.followed(channel) else {
            return;
        };
        // 3.x.
        for (key, message) in channel.each("messages") {
            self.message(message, &key);
        }
        // 2.x.
        for kind in ["publish", "subscribe"] {
            let Some((operation, _)) = channel.step(kind).and_then(|it| self.followed(it)) else {
                continue;
            };
            let id = operation.text("operationId").map(str::to_owned);
            let name = id.unwrap_or_else(|| format!("{name} {kind}"));
            let Some(message) = operation.step("message") else {
                continue;
            };
            let several = message.each("oneOf");
            let is_one = several.is_empty();
            for (index, message) in several {
                self.message(message, &format!("{name} {index}"));
            }
            if is_one {
                self.message(message, &name);
            }
        }
    }

    /// What a message carries.
    fn message(&mut self, message: Place, name: &str) {
        let Some((message, other)) = self.followed(message) else {
            return;
        };
        let own = message.text("name").or(message.text("messageId"));
        let name = other
            .or_else(|| own.map(str::to_owned))
            .unwrap_or_else(|| name.to_owned());
        let format = message.text("schemaFormat").map(str::to_owned);
        if let Some(payload) = message.step("payload") {
            self.carried(payload, format.as_deref(), &name);
        }
        if let Some(headers) = message.step("headers") {
            self.carried(headers, None, &behind(&name, "headers"));
        }
    }

    /// A schema, or one with its format beside it, as 3.x has it.
    fn carried(&mut self, place: Place, format: Option<&str>, name: &str) {
        // What is referred to may have its format beside it.
        let place = match self.there(place.clone()) {
            Some(end) if end.json().and_then(wrapped).is_some() => end,
            _ => place,
        };
        let beside = place.json().and_then(wrapped);
        let beside = beside.map(|(format, _)| format.to_owned());
        let place = match &beside {
            Some(_) => place.step("schema").unwrap_or(place),
            None => place,
        };
        let Some(json) = place.json() else {
            return;
        };
        let spoken = spoken(beside.as_deref().or(format), json);
        if spoken == Spoken::Other {
            return;
        }
        if let Some(node) = self.schema(&place, name, "Message")
            && let Spoken::By(dialect) = spoken
        {
            self.builder.speaks(node, dialect);
        }
    }
}
