//! A seed → documents of the odd shapes, a few kilobytes each.

use fastrand::Rng;

use crate::subject::{Codes, Subject};

/// A document of the odd shape with this name, the same one each time, without
/// white space, its members in the order of the schema.
///
/// # Panics
///
/// If there is no such shape.
#[must_use]
pub fn shape(name: &str) -> String {
    let mut draw = Draw(Rng::with_seed(5));
    match name {
        "tagged" => object([("events", draw.list(40, Draw::event))]),
        "untagged" => object([("payments", draw.list(40, Draw::payment))]),
        "flattened" => object([("contacts", draw.list(20, Draw::contact))]),
        "codes" => {
            let codes = codes();
            let locale = |draw: &mut Draw| quoted(&codes[draw.0.usize(..codes.len())]);
            object([("locales", draw.list(400, locale))])
        }
        "wide" => draw.wide(),
        "deep" => object([("root", draw.node(60))]),
        "maps" => object([
            ("stock", draw.map(80, Draw::whole)),
            ("sites", draw.map(20, Draw::site)),
        ]),
        "numbers" => object([
            ("samples", draw.list(300, Draw::amount)),
            ("counts", draw.list(300, Draw::whole)),
        ]),
        _ => panic!("there is no shape {name}"),
    }
}

/// The codes of the enum of forty.
fn codes() -> Vec<String> {
    let schema: serde_json::Value = serde_json::from_str(Codes::SCHEMA).expect("JSON");
    let codes = schema["definitions"]["locale"]["enum"].as_array();
    let codes = codes.into_iter().flatten();
    codes
        .filter_map(|code| code.as_str().map(str::to_owned))
        .collect()
}

/// A JSON string of a text that needs no escapes.
fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// An object of members with their values in JSON.
fn object<N: AsRef<str>>(members: impl IntoIterator<Item = (N, String)>) -> String {
    let members: Vec<String> = members
        .into_iter()
        .map(|(name, value)| format!("\"{}\":{value}", name.as_ref()))
        .collect();
    format!("{{{}}}", members.join(","))
}

const WORDS: [&str; 12] = [
    "harbour", "quay", "crane", "pilot", "anchor", "ledger", "cargo", "beacon", "mooring", "tide",
    "wharf", "manifest",
];

/// Whose members the object of two hundred has.
const OWNERS: [&str; 10] = [
    "billing",
    "shipping",
    "primary",
    "secondary",
    "legal",
    "support",
    "sales",
    "partner",
    "vendor",
    "tenant",
];

/// Values in JSON.
struct Draw(Rng);

/// A member's name, and how its value is drawn.
type Field = (&'static str, fn(&mut Draw) -> String);

impl Draw {
    fn list(&mut self, count: usize, item: impl Fn(&mut Self) -> String) -> String {
        let items: Vec<String> = (0..count).map(|_| item(self)).collect();
        format!("[{}]", items.join(","))
    }

    /// An object of so many members whose names are data.
    fn map(&mut self, count: usize, value: impl Fn(&mut Self) -> String) -> String {
        object((0..count).map(|index| {
            let word = WORDS[self.0.usize(..WORDS.len())];
            (format!("{word}-{index}"), value(self))
        }))
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count)
            .map(|_| WORDS[self.0.usize(..WORDS.len())])
            .collect();
        quoted(&words.join(" "))
    }

    fn word(&mut self) -> String {
        self.words(1)
    }

    fn id(&mut self) -> String {
        quoted(&format!("{:08}", self.0.u32(..100_000_000)))
    }

    fn whole(&mut self) -> String {
        self.0.u32(..100_000).to_string()
    }

    fn digit(&mut self) -> String {
        self.0.u32(1..10).to_string()
    }

    fn flag(&mut self) -> String {
        self.0.bool().to_string()
    }

    /// With two digits behind the point, as amounts are written.
    fn amount(&mut self) -> String {
        format!("{}.{:02}", self.0.u32(..10_000), self.0.u32(1..100))
    }

    fn event(&mut self) -> String {
        match self.0.u32(..6) {
            0 => object([
                ("kind", quoted("order-placed")),
                ("order", self.id()),
                ("customer", self.id()),
                ("lines", self.digit()),
            ]),
            1 => object([
                ("kind", quoted("order-paid")),
                ("order", self.id()),
                ("amount", self.amount()),
                ("currency", quoted("EUR")),
            ]),
            2 => object([
                ("kind", quoted("order-shipped")),
                ("order", self.id()),
                ("parcels", self.list(3, Self::id)),
            ]),
            3 => object([
                ("kind", quoted("order-returned")),
                ("order", self.id()),
                ("reason", self.words(3)),
                ("refunded", self.flag()),
            ]),
            4 => object([
                ("kind", quoted("customer-moved")),
                ("customer", self.id()),
                ("city", self.word()),
                ("postalCode", quoted("20457")),
            ]),
            _ => object([
                ("kind", quoted("note-added")),
                ("author", self.id()),
                ("text", self.words(8)),
            ]),
        }
    }

    fn payment(&mut self) -> String {
        let amount = ("amount", self.amount());
        match self.0.u32(..4) {
            0 => object([
                amount,
                ("cardNumber", quoted("4000001234567899")),
                ("expires", quoted("2031-04")),
                ("holder", self.words(2)),
            ]),
            1 => object([
                amount,
                ("iban", quoted("DE00500105175407324931")),
                ("reference", self.words(4)),
            ]),
            2 => object([amount, ("voucherCode", self.id()), ("left", self.amount())]),
            _ => object([amount, ("drawer", self.digit()), ("cashier", self.word())]),
        }
    }

    /// Half of its members are not declared.
    fn contact(&mut self) -> String {
        object([
            ("id", self.id()),
            ("name", self.words(2)),
            ("mail", self.word()),
            ("age", self.whole()),
            ("active", self.flag()),
            ("nickname", self.word()),
            ("score", self.amount()),
            ("favourite", self.flag()),
            ("labels", self.list(2, Self::word)),
        ])
    }

    fn wide(&mut self) -> String {
        let fields: [Field; 20] = [
            ("Name", Self::word),
            ("Street", Self::word),
            ("City", Self::word),
            ("PostalCode", Self::id),
            ("Country", Self::word),
            ("Phone", Self::id),
            ("Mail", Self::word),
            ("Reference", Self::id),
            ("Language", Self::word),
            ("Comment", |draw| draw.words(3)),
            ("Number", Self::whole),
            ("Priority", Self::digit),
            ("Count", Self::whole),
            ("Version", Self::digit),
            ("Year", Self::whole),
            ("Rate", Self::amount),
            ("Amount", Self::amount),
            ("Active", Self::flag),
            ("Verified", Self::flag),
            ("Hidden", Self::flag),
        ];
        let mut members = Vec::new();
        for owner in OWNERS {
            for (field, value) in fields {
                // One of ten is left out; those that are required are not.
                if field == "Name" || self.0.u32(..10) > 0 {
                    members.push((format!("{owner}{field}"), value(self)));
                }
            }
        }
        object(members)
    }

    /// So many nodes below one another, each with a small one beside the next.
    fn node(&mut self, depth: usize) -> String {
        let mut members = vec![("name", self.word()), ("value", self.whole())];
        if depth > 1 {
            let aside = object([("name", self.word()), ("value", self.whole())]);
            let down = self.node(depth - 1);
            if self.0.bool() {
                members.extend([("left", down), ("right", aside)]);
            } else {
                members.extend([("left", aside), ("right", down)]);
            }
        }
        object(members)
    }

    fn site(&mut self) -> String {
        object([
            ("city", self.word()),
            ("zones", self.map(4, |draw| draw.words(2))),
        ])
    }
}
