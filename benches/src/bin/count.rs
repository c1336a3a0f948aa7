//! One measurement alone, for `valgrind --tool=callgrind`: the instruction
//! counts are repeatable where times are not.
//!
//! `count WHAT PAYLOAD TIMES`, such as `count serde lead 1000`.

use std::hint::black_box;

use benches::{LEAD, ORDER, lead, order, plain, schemas, typify_lead, typify_order};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [what, payload, times] = words.as_slice() else {
        eprintln!("count WHAT PAYLOAD TIMES");
        std::process::exit(2);
    };
    let times: usize = times.parse().unwrap_or(1);
    if what == "generate" || what == "typify-generate" {
        let schema = schemas::definitions(payload.parse().unwrap_or(100));
        for _ in 0..times {
            black_box(if what == "generate" {
                schemas::engine(&schema)
            } else {
                schemas::typify(&schema)
            });
        }
        return;
    }
    let is_lead = payload == "lead";
    let text = if is_lead { LEAD } else { ORDER };
    macro_rules! reading {
        ($lead:ty, $order:ty) => {
            for _ in 0..times {
                if is_lead {
                    black_box(serde_json::from_str::<$lead>(black_box(text)).is_ok());
                } else {
                    black_box(serde_json::from_str::<$order>(black_box(text)).is_ok());
                }
            }
        };
    }
    macro_rules! writing {
        ($lead:ty, $order:ty) => {
            if is_lead {
                let value: $lead = serde_json::from_str(text).expect("a lead");
                for _ in 0..times {
                    black_box(serde_json::to_string(black_box(&value)).is_ok());
                }
            } else {
                let value: $order = serde_json::from_str(text).expect("an order");
                for _ in 0..times {
                    black_box(serde_json::to_string(black_box(&value)).is_ok());
                }
            }
        };
    }
    match what.as_str() {
        "scan" => reading!(serde::de::IgnoredAny, serde::de::IgnoredAny),
        "value" => reading!(serde_json::Value, serde_json::Value),
        "plain" => reading!(plain::LeadResponse, plain::OrderResponse),
        "typify" => reading!(typify_lead::LeadOpportunityResponse, typify_order::Orders),
        "serde" => reading!(lead::LeadOpportunityResponse, order::Orders),
        "json" => {
            for _ in 0..times {
                if is_lead {
                    black_box(lead::LeadOpportunityResponse::from_json(black_box(text)).is_ok());
                } else {
                    black_box(order::Orders::from_json(black_box(text)).is_ok());
                }
            }
        }
        "write" => writing!(lead::LeadOpportunityResponse, order::Orders),
        "write-plain" => writing!(plain::LeadResponse, plain::OrderResponse),
        "write-value" => writing!(serde_json::Value, serde_json::Value),
        _ => eprintln!("there is no measurement {what}"),
    }
}
