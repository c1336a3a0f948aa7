//! What one writes by hand with serde: the same members, nothing checked, and
//! unknown members dropped. Texts are `T`: owned, or borrowed.
#![allow(missing_docs, clippy::pedantic)]

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A text that is borrowed wherever it stands: serde borrows a `Cow` in a field
/// of its own, but none inside of an `Option` or a `Vec`.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Text<'text>(#[serde(borrow)] pub Cow<'text, str>);

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct LeadResponse<T = String> {
    pub data: LeadData<T>,
    pub info: LeadInfo<T>,
    pub error: (),
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LeadData<T = String> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_opportunity: Option<Lead<T>>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LeadInfo<T = String> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub success: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_code: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_stamp: Option<T>,
    pub trace_id: Option<()>,
}

macro_rules! optional_texts {
    ($(#[$meta:meta])* $name:ident { $($text:ident)* ; $($rest:tt)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name<T = String> {
            $(
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $text: Option<T>,
            )*
            $($rest)*
        }
    };
}

mod order;

pub use order::*;

optional_texts! { Lead {
    partner_lead_opportunity_id ds_lead_opportunity_id name ds_owner_email close_date
    comet_campaign_code reason_won_lost_comment gtm_tactic_id description next_milestone
    next_milestone_date currency approval_status engagement_type po_information po_status po_number
    sbo_indicator sbo_status sbo_number growth_type lead_priority level_of_interest ds_comment
    partner_import_mode created_date modified_date;
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forecast_category: Option<Forecast>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason_won: Option<Vec<ReasonWon>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason_lost: Option<Vec<T>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub competitors: Option<Vec<T>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer_lines: Option<Vec<OfferLine<T>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_legal_entity: Option<LegalEntity<T>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_contact: Option<Vec<CustomerContact<T>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner_contact: Option<Vec<PartnerContact<T>>>,
} }

#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Status {
    LeadOpen,
    Qualified,
    Accepted,
    OppyOpen,
    Validated,
    Established,
    Won,
    Lost,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Forecast {
    Upside,
    Commit,
    Safe,
    Won,
    Lost,
    Longshot,
    Empty,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ReasonWon {
    SolutionFunct,
    StrngValProp,
    LwrCstOfOwnrship,
    LwrImplCost,
    GoodCstmrRefer,
    OffrTrmCondn,
    LwrSftwrCosts,
    StrongClientRelation,
    DsSkillsExpertise,
    #[serde(rename = "PRTNR_SKILL_&_EXPRT")]
    PrtnrSkillExprt,
    PrtnrReltnship,
    SaleOppAct,
    ItDrvnAct,
    Empty,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OfferLine<T = String> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
    pub offer_name_id: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue_type: Option<RevenueType>,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RevenueType {
    Upfront,
    RentalBooking,
    SupportServices,
    ServicesSigning,
    Empty,
}

optional_texts! { LegalEntity {
    id duns_number vat_number registration_id address_line1 state_prefecture address_line2 zip_code
    website_url;
    pub name: Option<T>,
    pub city: Option<T>,
    pub country: Option<T>,
} }

optional_texts! { CustomerContact {
    phone_number salutation job_title;
    pub email: T,
    pub first_name: T,
    pub last_name: T,
} }

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PartnerContact<T = String> {
    pub sales_rep_email: T,
    pub sales_rep_first_name: T,
    pub sales_rep_last_name: T,
}
