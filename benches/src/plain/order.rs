//! Orders, as one writes them by hand.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct OrderResponse<T = String> {
    pub data: Vec<Order<T>>,
    pub info: OrderInfo,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Vec<Fault<T>>>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderInfo {
    pub success: bool,
    pub status_code: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub estimated_search_count: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Fault<T = String> {
    #[serde(rename = "type")]
    pub kind: T,
    pub title: T,
}

optional_texts! { Order {
    bill_to_contact ds_received_po_date booking_date_time bill_to_sales_representative
    bill_to_po_reference sbo_number customer_requested_arrival_date ds_sales_representative
    opportunity payment_terms;
    pub transaction: Transaction<T>,
    pub business_unit: BusinessUnit<T>,
    pub bill_to_site: Site<T>,
    pub sold_to_site: Site<T>,
    pub agreement: Agreement<T>,
    pub creation_date_time: T,
    pub currency: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub online_consent_status: Option<Consent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_multi_year: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_exit_clause: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recurring_charge_billing_cycle: Option<BillingCycle>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license_charge_conditions: Option<Vec<Line<T>>>,
} }

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Transaction<T = String> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<T>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<TransactionType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<OrderStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<T>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BusinessUnit<T = String> {
    pub id: T,
    pub name: T,
    pub local_timezone: TimeZone,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Site<T = String> {
    pub id: T,
    pub name: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local_name: Option<T>,
    pub location_id: i64,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Agreement<T = String> {
    #[serde(rename = "type")]
    pub kind: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<T>,
}

optional_texts! { Line {
    line_group online_instance_seat_id usage_scope;
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sequence_number: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_type: Option<OrderType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promotion: Option<Promotion<T>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiver: Option<Waiver<T>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license_charge_breakdown: Option<Vec<SubLine<T>>>,
} }

optional_texts! { Promotion { id name combination; } }

optional_texts! { Waiver {
    end_date;
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<i64>,
} }

optional_texts! { SubLine {
    installed_base_number portfolio release start_date end_date calculated_start_date
    calculated_end_date;
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sequence_number: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_order_type: Option<SubOrderType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue_type: Option<OrderRevenueType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<Product<T>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_list_price: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_list_price: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bill_to_net_amount: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bill_to_annual_amount: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bill_to_discount_percentage: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bill_to_margin_percentage: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year_number: Option<i64>,
} }

optional_texts! { Product {
    trigram number name;
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<ProductType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ds_offering: Option<Offering>,
} }

macro_rules! codes {
    ($($name:ident { $($variant:ident $code:literal)* })*) => {
        $(
            #[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
            pub enum $name {
                $(#[serde(rename = $code)] $variant,)*
            }
        )*
    };
}

codes! {
    TransactionType {
        Po "PO"
        Rn "RN"
    }
    OrderStatus {
        Cancelled "Cancelled"
        ClaimToBeManaged "Claim to be Managed"
        ConsentRefused "Consent Refused"
        Discarded "Discarded"
        Draft "Draft"
        Forecast "Forecast"
        OnHold "On Hold"
        Quote "Quote"
        DraftByVar "Draft by VAR"
        FinanceApproved "Finance Approved"
        FinanceRefused "Finance Refused"
        PendingConsent "Pending Consent"
        PendingCustomerConsent "Pending Customer Consent"
        QuoteRejected "Quote Rejected"
        SalesApproved "Sales Approved"
        SentBackToFinance "Sent Back to Finance"
        SentBackToSales "Sent Back to Sales"
        SentBackToQuote "Sent Back to Quote"
        SentBackToVar "Sent Back to VAR"
        SentBackToVarCentralAdmin "Sent Back to VAR Central Admin"
        SentToCreditManager "Sent to Credit Manager"
        SentToDsxFinance "Sent to DSx.Finance"
        SubmittedToSales "Submitted to Sales"
        SubmittedToVarCentralAdmin "Submitted to VAR Central Admin"
    }
    TimeZone {
        Acst "ACST"
        Aest "AEST"
        Akst "AKST"
        Ask "ASK"
        Ast "AST"
        Awst "AWST"
        Bri "BRI"
        Cet "CET"
        Chn "CHN"
        Cst "CST"
        Eet "EET"
        Est "EST"
        Esta "ESTA"
        Gmt "GMT"
        Haw "HAW"
        Hob "HOB"
        Hst "HST"
        Ist "IST"
        Jst "JST"
        Msk "MSK"
        Mst "MST"
        Msta "MSTA"
        Nst "NST"
        Pst "PST"
        Syd "SYD"
        Utc "UTC"
        Val "VAL"
        Wet "WET"
    }
    Consent {
        Accepted "Accepted"
        Expired "Expired"
        NotApplicable "Not Applicable"
        NotRequested "Not Requested"
        Refused "Refused"
        Requested "Requested"
    }
    BillingCycle {
        CalendarMonth "Calendar Month"
        CalendarQuarter "Calendar Quarter"
        CalendarSemester "Calendar Semester"
        CalendarYear "Calendar Year"
        FullAtDate "Full At Date"
        Immediate "Immediate"
        RollingMonth360 "Rolling Month 360"
        RollingQuarter360 "Rolling Quarter 360"
        RollingSemester360 "Rolling Semester 360"
        RollingYear360 "Rolling Year 360"
    }
    OrderType {
        ChangeOfChannel "Change of Channel"
        ChangeOfVar "Change of VAR"
        DsBrandDsAndMigration "DS Brand -> DS & Migration"
        DsBrandDsOtcPlatform "DS Brand -> DS OTC Platform"
        EppTraining "EPP Training"
        EvaluationLicense "Evaluation License"
        IbmDs "IBM -> DS"
        IbmDsAndMigration "IBM -> DS & Migration"
        IbmDsWithoutSupport "IBM -> DS without Support"
        IbmNalParallelUseDs "IBM NAL Parallel Use -> DS"
        IbmNalWithoutSupportDs "IBM NAL without Support -> DS"
        IntercompanyTransfer "Intercompany Transfer"
        MigrationNonStandard "Migration - Non Standard"
        MigrationStandard "Migration - Standard"
        ModuleExchangeNonStandard "Module Exchange - Non Standard"
        ModuleExchangeStandard "Module Exchange - Standard"
        New "New"
        OneTimeFee "One Time Fee"
        ParallelUseExtension "Parallel Use Extension"
        Renewal "Renewal"
        SpecialOrder "Special Order"
        Stop "Stop"
        StopAndParallelUse "Stop & Parallel Use"
        StopTransform "Stop - Transform"
        Suspension "Suspension"
        SuspensionReinstatement "Suspension Reinstatement"
        TosReinstatement "TOS Reinstatement"
        TerminationOfSupport "Termination Of Support"
        TransferParallelUse "Transfer Parallel Use"
        TransferWithoutSupport "Transfer without Support"
        VarUse "VAR Use"
    }
    SubOrderType {
        ChangeOfChannel "Change of Channel"
        ChangeOfVar "Change of VAR"
        EppTraining "EPP Training"
        EvaluationLicense "Evaluation License"
        TransferLicense "Transfer License"
        NewLicense "New License"
        OneTimeFee "One Time Fee"
        LicenseRenewal "License Renewal"
        StopNoParallelUse "Stop (NO Parallel Use)"
        StopTransform "Stop - Transform"
        StopLicense "Stop License"
        StopOfPu "Stop of PU"
        StopAndParallelUse "Stop & Parallel use"
        Suspension "Suspension"
        SuspensionReinstatement "Suspension Reinstatement"
        TosReinstatement "TOS Reinstatement"
        TerminationOfSupport "Termination Of Support"
        TransferWithoutSupport "Transfer without Support"
        VarUse "VAR Use"
    }
    OrderRevenueType {
        Alc "ALC"
        Asc "ASC"
        Elc "ELC"
        Plc "PLC"
        Psc "PSC"
        Qlc "QLC"
        Qsc "QSC"
        Slc "SLC"
        Ssc "SSC"
        Tbl2 "TBL2"
        Tbl3 "TBL3"
        Tsc2 "TSC2"
        Tsc3 "TSC3"
        Tsc5 "TSC5"
        Ulc "ULC"
        Usc "USC"
        Xlc "XLC"
        Xsc "XSC"
        Ylc "YLC"
        Ysc "YSC"
    }
    ProductType {
        AddOn "Add-On"
        Auxiliary "Auxiliary"
        CasualNamedUser "Casual Named User"
        Configuration "Configuration"
        Enterprise "Enterprise"
        MachineBased "Machine Based"
        MigrationPath "Migration Path"
        NamedUser "Named User"
        Offer "Offer"
        Package "Package"
        Service "Service"
        Shareable "Shareable"
        SingleAddOn "Single Add-On"
        System "System"
        TokenBased "Token-Based"
    }
    Offering {
        Auxiliary "Auxiliary"
        LicensedProgram "Licensed Program"
        NotApplicable "Not Applicable"
        OnlineServices "Online Services"
        PackagedOffering "Packaged Offering"
        Specific "Specific"
    }
}
