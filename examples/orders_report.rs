//! The orders of a period as a table, with sums by currency: from a payload of
//! 2,000 orders, one after the other, so that no more than one is in memory.
//!
//! `cargo run --example orders_report [COUNT]`
//!
//! The payload is made by this example; a server's answer would be read the same way.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, Read, Write};

use dassault_schemas::{Currency, Order};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

#[path = "support/payload.rs"]
mod payload;

fn main() -> Result<(), Box<dyn Error>> {
    let count = std::env::args()
        .nth(1)
        .map_or(Ok(2_000), |count| count.parse())?;
    let mut report = Report::new(io::stdout().lock());
    report.read(payload::Payload::new(count)?)?;
    report.finish()?;
    Ok(())
}

/// What is written of the orders, and what they sum up to.
struct Report<W> {
    out: W,
    orders: usize,
    sums: BTreeMap<Currency, (usize, f64)>,
}

impl<W: Write> Report<W> {
    fn new(out: W) -> Self {
        Self {
            out,
            orders: 0,
            sums: BTreeMap::new(),
        }
    }

    /// Reads an answer to [`READ_ORDER`](dassault_schemas::operations::READ_ORDER)
    /// from wherever it comes.
    fn read(&mut self, payload: impl Read) -> Result<(), Box<dyn Error>> {
        let mut reader = serde_json::Deserializer::from_reader(io::BufReader::new(payload));
        reader.deserialize_map(Answer(self))?;
        reader.end()?;
        Ok(())
    }

    fn add(&mut self, order: &Order) -> io::Result<()> {
        let lines = order.license_charge_conditions.iter().flatten();
        let charges = lines.flat_map(|line| line.license_charge_breakdown.iter().flatten());
        let sum: f64 = charges
            .filter_map(|charge| charge.bill_to_net_amount)
            .map(f64::from)
            .sum();
        let total = self.sums.entry(order.currency.clone()).or_default();
        *total = (total.0 + 1, total.1 + sum);
        self.orders += 1;
        let transaction = &order.transaction;
        writeln!(
            self.out,
            "{:<14} {:<18} {:<30} {sum:>12.2} {}",
            transaction.id.as_deref().unwrap_or("-"),
            transaction.status.map_or("-", |status| status.as_str()),
            order.sold_to_site.name,
            order.currency,
        )
    }

    fn finish(&mut self) -> io::Result<()> {
        writeln!(self.out, "\n{} orders", self.orders)?;
        for (currency, (count, sum)) in &self.sums {
            writeln!(self.out, "{count:>6} in {currency} {sum:>16.2}")?;
        }
        Ok(())
    }
}

/// The answer, of which `data` is looked at.
struct Answer<'r, W>(&'r mut Report<W>);

impl<'de, W: Write> Visitor<'de> for Answer<'_, W> {
    type Value = ();

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("an answer with orders")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<String>()? {
            if name == "data" {
                members.next_value_seed(Orders(&mut *self.0))?;
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// The orders, each of which is added and dropped.
struct Orders<'r, W>(&'r mut Report<W>);

impl<'de, W: Write> DeserializeSeed<'de> for Orders<'_, W> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, orders: D) -> Result<(), D::Error> {
        orders.deserialize_seq(self)
    }
}

impl<'de, W: Write> Visitor<'de> for Orders<'_, W> {
    type Value = ();

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a list of orders")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut orders: A) -> Result<(), A::Error> {
        while let Some(order) = orders.next_element::<Order>()? {
            self.0.add(&order).map_err(serde::de::Error::custom)?;
        }
        Ok(())
    }
}
