//! What one writes by hand with serde for the odd shapes: nothing checked, and
//! unknown members kept only where the schema speaks of them.
#![allow(missing_docs, clippy::pedantic)]

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Tagged {
    pub events: Vec<Event>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Event {
    OrderPlaced {
        order: String,
        customer: String,
        lines: i64,
    },
    OrderPaid {
        order: String,
        amount: f64,
        currency: String,
    },
    OrderShipped {
        order: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        carrier: Option<String>,
        parcels: Vec<String>,
    },
    OrderReturned {
        order: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        refunded: bool,
    },
    #[serde(rename_all = "camelCase")]
    CustomerMoved {
        customer: String,
        city: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        postal_code: Option<String>,
    },
    NoteAdded {
        author: String,
        text: String,
    },
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Untagged {
    pub payments: Vec<Payment>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Payment {
    #[serde(rename_all = "camelCase")]
    Card {
        amount: f64,
        card_number: String,
        expires: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        holder: Option<String>,
    },
    Transfer {
        amount: f64,
        iban: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        reference: Option<String>,
    },
    #[serde(rename_all = "camelCase")]
    Voucher {
        amount: f64,
        voucher_code: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        left: Option<f64>,
    },
    Cash {
        amount: f64,
        drawer: i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        cashier: Option<String>,
    },
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Flattened {
    pub contacts: Vec<Contact>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Contact {
    pub id: String,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    #[serde(flatten)]
    pub rest: BTreeMap<String, Value>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Codes {
    pub locales: Vec<Locale>,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
pub enum Locale {
    #[serde(rename = "ar-EG")]
    ArEg,
    #[serde(rename = "bg-BG")]
    BgBg,
    #[serde(rename = "bs-BA")]
    BsBa,
    #[serde(rename = "cs-CZ")]
    CsCz,
    #[serde(rename = "da-DK")]
    DaDk,
    #[serde(rename = "de-AT")]
    DeAt,
    #[serde(rename = "de-CH")]
    DeCh,
    #[serde(rename = "de-DE")]
    DeDe,
    #[serde(rename = "el-GR")]
    ElGr,
    #[serde(rename = "en-AU")]
    EnAu,
    #[serde(rename = "en-CA")]
    EnCa,
    #[serde(rename = "en-GB")]
    EnGb,
    #[serde(rename = "en-IE")]
    EnIe,
    #[serde(rename = "en-NZ")]
    EnNz,
    #[serde(rename = "en-US")]
    EnUs,
    #[serde(rename = "es-AR")]
    EsAr,
    #[serde(rename = "es-ES")]
    EsEs,
    #[serde(rename = "es-MX")]
    EsMx,
    #[serde(rename = "et-EE")]
    EtEe,
    #[serde(rename = "fi-FI")]
    FiFi,
    #[serde(rename = "fr-BE")]
    FrBe,
    #[serde(rename = "fr-CA")]
    FrCa,
    #[serde(rename = "fr-CH")]
    FrCh,
    #[serde(rename = "fr-FR")]
    FrFr,
    #[serde(rename = "he-IL")]
    HeIl,
    #[serde(rename = "hr-HR")]
    HrHr,
    #[serde(rename = "hu-HU")]
    HuHu,
    #[serde(rename = "is-IS")]
    IsIs,
    #[serde(rename = "it-CH")]
    ItCh,
    #[serde(rename = "it-IT")]
    ItIt,
    #[serde(rename = "ja-JP")]
    JaJp,
    #[serde(rename = "ko-KR")]
    KoKr,
    #[serde(rename = "lt-LT")]
    LtLt,
    #[serde(rename = "lv-LV")]
    LvLv,
    #[serde(rename = "nb-NO")]
    NbNo,
    #[serde(rename = "nl-BE")]
    NlBe,
    #[serde(rename = "nl-NL")]
    NlNl,
    #[serde(rename = "pl-PL")]
    PlPl,
    #[serde(rename = "pt-BR")]
    PtBr,
    #[serde(rename = "pt-PT")]
    PtPt,
}

macro_rules! wide {
    (required { $($required:ident)* } $($kind:ty { $($member:ident)* })*) => {
        #[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
        #[serde(rename_all = "camelCase")]
        pub struct Wide {
            $(pub $required: String,)*
            $($(
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $member: Option<$kind>,
            )*)*
        }
    };
}

wide! {
    required { billing_name shipping_name primary_name legal_name }
    String {
    billing_street billing_city billing_postal_code billing_country billing_phone
    billing_mail billing_reference billing_language billing_comment shipping_street
    shipping_city shipping_postal_code shipping_country shipping_phone shipping_mail
    shipping_reference shipping_language shipping_comment primary_street primary_city
    primary_postal_code primary_country primary_phone primary_mail primary_reference
    primary_language primary_comment secondary_name secondary_street secondary_city
    secondary_postal_code secondary_country secondary_phone secondary_mail
    secondary_reference secondary_language secondary_comment legal_street legal_city
    legal_postal_code legal_country legal_phone legal_mail legal_reference legal_language
    legal_comment support_name support_street support_city support_postal_code
    support_country support_phone support_mail support_reference support_language
    support_comment sales_name sales_street sales_city sales_postal_code sales_country
    sales_phone sales_mail sales_reference sales_language sales_comment partner_name
    partner_street partner_city partner_postal_code partner_country partner_phone
    partner_mail partner_reference partner_language partner_comment vendor_name
    vendor_street vendor_city vendor_postal_code vendor_country vendor_phone vendor_mail
    vendor_reference vendor_language vendor_comment tenant_name tenant_street tenant_city
    tenant_postal_code tenant_country tenant_phone tenant_mail tenant_reference
    tenant_language tenant_comment
    }
    i64 {
    billing_number billing_priority billing_count billing_version billing_year
    shipping_number shipping_priority shipping_count shipping_version shipping_year
    primary_number primary_priority primary_count primary_version primary_year
    secondary_number secondary_priority secondary_count secondary_version secondary_year
    legal_number legal_priority legal_count legal_version legal_year support_number
    support_priority support_count support_version support_year sales_number sales_priority
    sales_count sales_version sales_year partner_number partner_priority partner_count
    partner_version partner_year vendor_number vendor_priority vendor_count vendor_version
    vendor_year tenant_number tenant_priority tenant_count tenant_version tenant_year
    }
    f64 {
    billing_rate billing_amount shipping_rate shipping_amount primary_rate primary_amount
    secondary_rate secondary_amount legal_rate legal_amount support_rate support_amount
    sales_rate sales_amount partner_rate partner_amount vendor_rate vendor_amount
    tenant_rate tenant_amount
    }
    bool {
    billing_active billing_verified billing_hidden shipping_active shipping_verified
    shipping_hidden primary_active primary_verified primary_hidden secondary_active
    secondary_verified secondary_hidden legal_active legal_verified legal_hidden
    support_active support_verified support_hidden sales_active sales_verified sales_hidden
    partner_active partner_verified partner_hidden vendor_active vendor_verified
    vendor_hidden tenant_active tenant_verified tenant_hidden
    }
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Deep {
    pub root: Node,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Node {
    pub name: String,
    pub value: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Box<Node>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right: Option<Box<Node>>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Maps {
    pub stock: BTreeMap<String, i64>,
    pub sites: BTreeMap<String, Site>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Site {
    pub city: String,
    pub zones: BTreeMap<String, String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Numbers {
    pub samples: Vec<f64>,
    pub counts: Vec<i64>,
}
