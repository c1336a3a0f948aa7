//! An answer with many orders, made piece by piece as it is read.

use std::io::{self, Read};

use dassault_schemas::support::BuildError;
use dassault_schemas::{
    Agreement, BusinessUnit, LegalEntity, Order, OrderCharge, OrderLine, OrderStatus, Transaction,
    TransactionType,
};

/// The text of an answer with so many orders.
pub(crate) struct Payload {
    count: usize,
    next: usize,
    /// The piece that is being read, and how far it is.
    piece: io::Cursor<Vec<u8>>,
}

impl Payload {
    pub(crate) fn new(count: usize) -> io::Result<Self> {
        let mut piece = br#"{"info":{"success":true,"statusCode":200},"data":["#.to_vec();
        if count > 0 {
            piece.extend(text(0)?.into_bytes());
        }
        Ok(Self {
            count,
            next: 1,
            piece: io::Cursor::new(piece),
        })
    }
}

impl Read for Payload {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.piece.read(into)?;
            if read > 0 || self.next > self.count.max(1) {
                return Ok(read);
            }
            let piece = if self.next < self.count {
                format!(",{}", text(self.next)?)
            } else {
                "]}".to_owned()
            };
            self.next += 1;
            self.piece = io::Cursor::new(piece.into_bytes());
        }
    }
}

fn text(index: usize) -> io::Result<String> {
    let order = order(index).map_err(io::Error::other)?;
    Ok(order.to_json())
}

/// An order, another one for each index.
fn order(index: usize) -> Result<Order, BuildError> {
    let company = |name: &str| {
        LegalEntity::builder()
            .id("100000000000001")
            .name(name)
            .location_id(1u8)
    };
    let customers = [
        "Grünwald Fördertechnik",
        "Officine Bellini",
        "Northgate Pumps",
        "北浜製作所",
    ];
    let lines = (0..=index % 3).map(|line| {
        let charge = OrderCharge::builder()
            .quantity(1 + u64::try_from(index % 7).unwrap_or(0))
            .bill_to_net_amount(1_000 + 250 * i64::try_from(line).unwrap_or(0));
        OrderLine::builder().license_charge_breakdown([charge])
    });
    let lines: Vec<_> = lines.collect();
    Order::builder()
        .transaction(
            Transaction::builder()
                .id(format!("PO_{index:09}"))
                .r#type(TransactionType::Po)
                .status(OrderStatus::ALL[index % OrderStatus::ALL.len()]),
        )
        .business_unit(
            BusinessUnit::builder()
                .id("BU001")
                .name("North")
                .local_timezone("CET"),
        )
        .bill_to_site(company("Reseller & Partners"))
        .sold_to_site(company(customers[index % customers.len()]))
        .agreement(Agreement::builder().r#type("General"))
        .creation_date_time("2026-03-02T08:00:00Z")
        .currency(["EUR", "USD", "GBP", "JPY"][index % 4])
        .license_charge_conditions(lines)
        .build()
}
