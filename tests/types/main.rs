//! What the types offer, beyond what the oracles judge: names, states,
//! accessors, conversions, builders.

mod builders;

use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::str::FromStr;

use dassault_schemas::support::AdditionalProperties;
use dassault_schemas::{
    Country, Currency, CustomerLegalEntity, ForecastCategory, LeadOpportunity,
    LeadOpportunityResponse, LeadOpportunityStatus, OfferLine, PartnerContact,
    PartnerLeadOpportunityId, ReasonLost, ReasonWon, ResponseInfo, RevenueType,
};
use serde::Deserialize as _;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

type Done = Result<(), Box<dyn std::error::Error>>;

/// The properties of `leadOpportunity`, as its schema names them.
fn properties() -> Result<Vec<String>, serde_json::Error> {
    let schema: Value = serde_json::from_str(include_str!(
        "../../schemas/200_get_leads-opportunities.json"
    ))?;
    let found = &schema["properties"]["data"]["properties"]["leadOpportunity"]["properties"];
    Ok(found
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, _)| name.clone())
        .collect())
}

/// The ones that are not nullable.
const NOT_NULLABLE: [&str; 5] = [
    "partnerLeadOpportunityId",
    "status",
    "forecastCategory",
    "currency",
    "customerLegalEntity",
];

fn lead(value: &Value) -> Result<LeadOpportunity, serde_json::Error> {
    LeadOpportunity::deserialize_value(value)
}

/// `from_value` by another name, so that each test reads in one direction.
trait DeserializeValue: DeserializeOwned {
    fn deserialize_value(value: &Value) -> Result<Self, serde_json::Error> {
        serde_json::from_value(value.clone())
    }
}
impl<T: DeserializeOwned> DeserializeValue for T {}

#[test]
fn a_lead_has_a_field_for_each_of_its_36_properties() -> Done {
    // A field more or less does not compile.
    let LeadOpportunity {
        partner_lead_opportunity_id: _,
        ds_lead_opportunity_id: _,
        name: _,
        ds_owner_email: _,
        status: _,
        forecast_category: _,
        close_date: _,
        comet_campaign_code: _,
        reason_won: _,
        reason_lost: _,
        competitors: _,
        reason_won_lost_comment: _,
        gtm_tactic_id: _,
        description: _,
        next_milestone: _,
        next_milestone_date: _,
        currency: _,
        approval_status: _,
        engagement_type: _,
        po_information: _,
        po_status: _,
        po_number: _,
        sbo_indicator: _,
        sbo_status: _,
        sbo_number: _,
        growth_type: _,
        lead_priority: _,
        level_of_interest: _,
        ds_comment: _,
        partner_import_mode: _,
        created_date: _,
        modified_date: _,
        offer_lines: _,
        customer_legal_entity: _,
        customer_contact: _,
        partner_contact: _,
        additional_properties,
    } = LeadOpportunity::default();
    assert!(additional_properties.is_empty());

    let properties = properties()?;
    assert_eq!(properties.len(), 36);
    let mut bag: AdditionalProperties<LeadOpportunity> = AdditionalProperties::new();
    for name in &properties {
        let refused = bag.insert(name.clone(), Value::Null);
        assert!(refused.is_err(), "{name} has no field");
    }
    Ok(())
}

#[test]
fn absent_null_and_value_stay_apart() -> Done {
    let mut nullable = 0;
    for name in properties()? {
        let null = json!({ name.clone(): null });
        let read = lead(&null);
        if NOT_NULLABLE.contains(&name.as_str()) {
            assert!(read.is_err(), "{name} took null");
            continue;
        }
        nullable += 1;
        let value = match name.as_str() {
            "reasonWon" | "reasonLost" | "competitors" | "offerLines" | "customerContact"
            | "partnerContact" => json!({ name.clone(): [] }),
            _ => json!({ name.clone(): "" }),
        };
        let read = [lead(&json!({}))?, read?, lead(&value)?];
        assert!(
            read[0] != read[1] && read[1] != read[2] && read[0] != read[2],
            "{name}"
        );
        for (read, written) in read.iter().zip([json!({}), null, value]) {
            assert_eq!(serde_json::to_value(read)?, written);
        }
    }
    assert_eq!(nullable, 31);
    Ok(())
}

#[test]
fn accessors_flatten_the_three_states() -> Done {
    for absent in [
        json!({}),
        json!({"name": null, "closeDate": null, "offerLines": null}),
    ] {
        let lead = lead(&absent)?;
        assert_eq!((lead.name(), lead.close_date()), (None, None));
        assert_eq!(lead.offer_lines(), None);
    }
    let lead = lead(&json!({"name": "A", "competitors": ["B"], "offerLines": []}))?;
    assert_eq!(lead.name(), Some("A"));
    assert_eq!(lead.competitors(), Some(&["B".to_owned()][..]));
    assert_eq!(lead.offer_lines(), Some(&[][..]));
    Ok(())
}

/// A code of an enum, in all the ways that it can be written and read.
fn code<T>(value: T, text: &str) -> Done
where
    T: Copy + Debug + Display + Ord + Hash + FromStr + Serialize + DeserializeOwned + AsRef<str>,
    T: for<'a> TryFrom<&'a str> + TryFrom<String>,
{
    assert_eq!(value.to_string(), text);
    assert_eq!(value.as_ref(), text);
    assert_eq!(text.parse::<T>().ok(), Some(value));
    assert_eq!(T::try_from(text).ok(), Some(value));
    assert_eq!(T::try_from(text.to_owned()).ok(), Some(value));
    assert_eq!(serde_json::to_value(value)?, json!(text));
    assert_eq!(T::deserialize_value(&json!(text))?, value);
    for wrong in ["", "won", " WON", "NONE"] {
        assert!(wrong.parse::<T>().is_err(), "{wrong:?}");
    }
    Ok(())
}

#[test]
fn codes_are_enums_with_readable_names() -> Done {
    code(LeadOpportunityStatus::LeadOpen, "LEAD_OPEN")?;
    code(LeadOpportunityStatus::OppyOpen, "OPPY_OPEN")?;
    code(ForecastCategory::Won, "WON")?;
    code(ReasonWon::PrtnrSkillAndExprt, "PRTNR_SKILL_&_EXPRT")?;
    code(RevenueType::SupportServices, "SUPPORT_SERVICES")?;
    for reason in ReasonLost::ALL {
        code(reason, reason.as_str())?;
    }
    assert_eq!(LeadOpportunityStatus::ALL.len(), 8);
    let error = "NEARLY".parse::<LeadOpportunityStatus>().unwrap_err();
    assert!(error.reason().contains("\"LEAD_OPEN\"") && error.reason().contains("\"LOST\""));
    assert_eq!(error.schema(), Some("lead-opportunity-status.json#/enum"));
    Ok(())
}

#[test]
fn a_currency_is_three_capitals() -> Done {
    let euro = Currency::try_from("EUR")?;
    assert_eq!((euro.as_str(), euro.to_string()), ("EUR", "EUR".to_owned()));
    let pattern = "does not match the pattern ^[A-Z]{3}$";
    // What is built is told as what is read.
    for (text, reason, keyword) in [
        ("eur", pattern, "pattern"),
        ("EU1", pattern, "pattern"),
        ("EURO", "has 4 characters, more than 3", "maxLength"),
        ("EU", "has 2 characters, fewer than 3", "minLength"),
    ] {
        let refused = Currency::try_from(text).unwrap_err();
        assert_eq!(refused.reason(), reason);
        let stated = format!("currency.json#/{keyword}");
        assert_eq!(refused.schema(), Some(&*stated));
        let error = Currency::from_json(&format!("{text:?}")).unwrap_err();
        assert_eq!(
            (error.reason(), error.schema()),
            (Some(reason), refused.schema())
        );
    }
    Ok(())
}

#[test]
fn name_city_and_country_are_required_and_nullable() -> Done {
    let nulls = json!({"name": null, "city": null, "country": null});
    let entity = CustomerLegalEntity::deserialize_value(&nulls)?;
    assert_eq!(
        (&entity.name, &entity.city, &entity.country),
        (&None, &None, &None)
    );
    assert_eq!(serde_json::to_value(&entity)?, nulls);
    for name in ["name", "city", "country"] {
        let mut without = nulls.clone();
        without
            .as_object_mut()
            .and_then(|members| members.remove(name));
        let error = CustomerLegalEntity::from_json(&without.to_string()).unwrap_err();
        assert_eq!(error.schema(), Some("customerLegalEntity.json#/required"));
        assert!(error.reason().is_some_and(|reason| reason.contains(name)));
    }
    Ok(())
}

const LEAST: &str = r#"{"data": {}, "info": {}}"#;

#[test]
fn error_and_trace_id_are_only_ever_null() -> Done {
    let least = LeadOpportunityResponse::from_json(LEAST)?;
    assert_eq!((least.error, least.info.trace_id), (None, None));
    let text = r#"{"data":{},"info":{"traceId":null},"error":null}"#;
    let nulls = LeadOpportunityResponse::from_json(text)?;
    assert_eq!((nulls.error, nulls.info.trace_id), (Some(()), Some(())));
    assert_eq!(serde_json::to_string(&nulls)?, text);
    for (wrong, path) in [
        (r#"{"data": {}, "info": {}, "error": ""}"#, "error"),
        (r#"{"data": {}, "info": {"traceId": 0}}"#, "info.traceId"),
    ] {
        let error = LeadOpportunityResponse::from_json(wrong).unwrap_err();
        assert_eq!(error.path(), Some(path));
    }
    Ok(())
}

#[test]
fn numbers_keep_value_and_form() -> Done {
    let info = ResponseInfo::deserialize_value(&json!({"statusCode": 200.0}))?;
    assert_eq!(info.status_code, Some(200));
    assert!(ResponseInfo::deserialize_value(&json!({"statusCode": 200.5})).is_err());
    for amount in [
        "10000",
        "10000.0",
        "4875.25",
        "-0.1",
        "0",
        "9007199254740993",
    ] {
        let text = format!(r#"{{"amount":{amount},"offerNameId":""}}"#);
        let line = OfferLine::from_json(&text)?;
        assert_eq!(serde_json::to_string(&line)?, text);
    }
    Ok(())
}

#[test]
fn unknown_members_are_kept_at_every_level() -> Done {
    let text = json!({
        "data": {
            "leadOpportunity": {
                "offerLines": [{"offerNameId": "", "x": 1}],
                "customerLegalEntity": {"name": null, "city": null, "country": null, "x": 2},
                "customerContact": [{"email": "", "firstName": "", "lastName": "", "x": 3}],
                "x": {"y": [null]},
            },
            "x": 4,
        },
        "info": {"x": 5},
        "x": null,
    });
    let mut response = LeadOpportunityResponse::deserialize_value(&text)?;
    assert_eq!(serde_json::to_value(&response)?, text);
    let lead = response.data.lead_opportunity.as_mut().ok_or("no lead")?;
    assert_eq!(
        lead.additional_properties.get("x"),
        Some(&json!({"y": [null]}))
    );
    assert_eq!(
        lead.offer_lines().unwrap_or_default()[0]
            .additional_properties
            .len(),
        1
    );
    // What has a field of its own cannot be written twice.
    let refused = lead
        .additional_properties
        .insert("status", json!("WON"))
        .unwrap_err();
    assert!(refused.to_string().contains("status"));
    lead.additional_properties.insert("z", json!(6))?;
    assert_eq!(
        serde_json::to_value(&response)?["data"]["leadOpportunity"]["z"],
        6
    );
    Ok(())
}

#[test]
fn errors_say_where_what_and_why() {
    let text = r#"{"data": {"leadOpportunity": {"currency": "eur"}}, "info": {}}"#;
    let error = LeadOpportunityResponse::from_json(text).unwrap_err();
    assert_eq!(error.path(), Some("data.leadOpportunity.currency"));
    assert_eq!(error.found(), Some("\"eur\""));
    assert_eq!(
        error.reason(),
        Some("does not match the pattern ^[A-Z]{3}$")
    );
    assert_eq!(error.schema(), Some("currency.json#/pattern"));
    let same = serde_json::from_str::<LeadOpportunityResponse>(text).unwrap_err();
    assert!(
        same.to_string().contains("data.leadOpportunity.currency"),
        "{same}"
    );
    let error = LeadOpportunityResponse::from_json("{").unwrap_err();
    assert!(error.syntax().is_some() && error.path().is_none());
}

#[test]
fn every_way_in_and_out_gives_the_same() -> Done {
    let text = include_str!("../../examples/lead.json");
    let value: Value = serde_json::from_str(text)?;
    let lead = LeadOpportunityResponse::from_json(text)?;
    let ways = [
        LeadOpportunityResponse::from_json_slice(text.as_bytes())?,
        serde_json::from_str(text)?,
        serde_json::from_slice(text.as_bytes())?,
        serde_json::from_reader(text.as_bytes())?,
        LeadOpportunityResponse::deserialize(&value)?,
        serde_json::from_value(value.clone())?,
    ];
    for other in ways {
        assert_eq!(other, lead);
    }
    assert_eq!(serde_json::to_value(&lead)?, value);
    assert_eq!(
        serde_json::from_str::<Value>(&serde_json::to_string(&lead)?)?,
        value
    );
    Ok(())
}

#[test]
fn every_type_has_the_usual_traits() {
    fn all<T: Debug + Clone + PartialEq + Eq + Hash + Serialize + DeserializeOwned>() {}
    fn derived<T: schemars::JsonSchema>() {}
    fn default<T: Default>() {}
    fn text<T: Ord + Display + AsRef<str>>() {}
    all::<LeadOpportunityResponse>();
    all::<LeadOpportunity>();
    all::<PartnerContact>();
    all::<OfferLine>();
    all::<Currency>();
    all::<Country>();
    derived::<LeadOpportunityResponse>();
    default::<LeadOpportunity>();
    text::<Currency>();
    text::<PartnerLeadOpportunityId>();
    text::<ReasonWon>();
}
