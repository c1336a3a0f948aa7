//! The table of operations, and how the answers of each are read.

use super::{Method, Operation};
use crate::{
    AccreditationSearchResponse, Answered, ErrorMessage, Failure, LeadCreateRequest, LeadCreated,
    LeadNotAcceptable, LeadOpportunityResponse, LeadOpportunityServerError, LeadRefused,
    LeadSearchRequest, LeadSearchResponse, LeadUpdateRefused, LeadUpdateRequest, LeadUpdated,
    NewApiKey, OrderResponse, OrderSearchRequest, OrderSearchResponse, PortfolioSearchRefused,
    PortfolioSearchResponse, PriceListSearchResponse, RequestRefused, ServiceUnavailable, support,
};

/// The name of a type that there is.
macro_rules! name_of {
    ($ty:ident) => {{
        // A name that is no type's does not compile.
        const _: Option<&$ty> = None;
        stringify!($ty)
    }};
}

/// The type of a request's body, or `()`.
macro_rules! request {
    (()) => {
        None
    };
    ($ty:ident) => {
        Some(name_of!($ty))
    };
}

/// Operations, each told once: its row of the table, and how its answers are read.
/// What every operation answers to a caller that it does not serve goes without saying.
macro_rules! operations {
    ($(
        $(#[$about:meta])*
        $constant:ident = $name:literal $method:ident $path:literal,
        is_paged: $paged:literal,
        request: $request:tt,
        $success:literal: $ty:ident
        $(, $status:literal: $failure:ident($body:ident))*;
    )*) => {
        /// All operations.
        pub const ALL: &[Operation] = &[$($constant),*];

        $(
            $(#[$about])*
            pub const $constant: Operation = Operation {
                name: $name,
                method: Method::$method,
                path: $path,
                is_paged: $paged,
                request: request!($request),
                answers: &[
                    ($success, name_of!($ty)),
                    $(($status, name_of!($body)),)*
                    (401, name_of!(ErrorMessage)),
                    (403, name_of!(ErrorMessage)),
                    (429, name_of!(ErrorMessage)),
                ],
            };

            impl Answered for $ty {
                const OPERATION: Operation = $constant;

                #[inline]
                fn success(body: &[u8]) -> Result<Self, support::Error> {
                    Self::from_json_slice(body)
                }

                #[inline]
                fn failure(status: u16, body: &[u8]) -> Option<Result<Failure, support::Error>> {
                    Some(match status {
                        $($status => $body::from_json_slice(body).map(Failure::$failure),)*
                        401 => ErrorMessage::from_json_slice(body).map(Failure::Unauthorized),
                        403 => ErrorMessage::from_json_slice(body).map(Failure::Forbidden),
                        429 => ErrorMessage::from_json_slice(body).map(Failure::TooManyRequests),
                        _ => return None,
                    })
                }
            }
        )*
    };
}

operations! {
    /// Reads a lead or opportunity by its Dassault Systèmes key.
    #[doc(alias = "getLeadsOpportunities")]
    READ_LEAD = "read_lead" Get "/sales/api4partners/v0/leads-opportunities/{id}",
    is_paged: false,
    request: (),
    200: LeadOpportunityResponse,
    500: ServerError(LeadOpportunityServerError),
    503: Unavailable(ServiceUnavailable);

    /// Creates a lead or opportunity.
    #[doc(alias = "createLeadsOpportunities")]
    CREATE_LEAD = "create_lead" Post "/sales/api4partners/v0/leads-opportunities",
    is_paged: false,
    request: LeadCreateRequest,
    201: LeadCreated,
    400: LeadRefused(LeadRefused),
    406: NotAcceptable(LeadNotAcceptable),
    503: Unavailable(ServiceUnavailable);

    /// Changes a lead or opportunity: what the request leaves out stays as it is.
    #[doc(alias = "updateLeadOpportunitiesDetails")]
    CHANGE_LEAD = "change_lead" Patch "/sales/api4partners/v0/leads-opportunities/{id}",
    is_paged: false,
    request: LeadUpdateRequest,
    200: LeadUpdated,
    400: ChangeRefused(LeadUpdateRefused),
    406: NotAcceptable(LeadNotAcceptable),
    503: Unavailable(ServiceUnavailable);

    /// Looks for leads by when they were changed, and by the partner's keys.
    #[doc(alias = "searchLeadsOpportunities")]
    SEARCH_LEADS = "search_leads" Post "/sales/api4partners/v0/leads-opportunities/search",
    is_paged: false,
    request: LeadSearchRequest,
    200: LeadSearchResponse,
    400: LeadRefused(LeadRefused),
    503: Unavailable(ServiceUnavailable);

    /// Looks for orders, by when they were entered, booked or changed, and by their keys.
    #[doc(alias = "searchOrders")]
    SEARCH_ORDERS = "search_orders" Post "/order/api4partners/v0/orders/search",
    is_paged: true,
    request: OrderSearchRequest,
    200: OrderSearchResponse,
    400: RequestRefused(RequestRefused);

    /// Reads an order with all its lines.
    #[doc(alias = "getOrderDetails")]
    READ_ORDER = "read_order" Get "/order/api4partners/v0/orders/{id}",
    is_paged: false,
    request: (),
    200: OrderResponse,
    400: RequestRefused(RequestRefused),
    404: NotFound(RequestRefused);

    /// Lists the caller's price lists.
    #[doc(alias = "searchPriceList")]
    LIST_PRICE_LISTS = "list_price_lists" Get "/order/api4partners/v0/price-lists/search",
    is_paged: false,
    request: (),
    200: PriceListSearchResponse;

    /// Lists what the caller is accredited to sell.
    #[doc(alias = "searchAccreditations")]
    LIST_ACCREDITATIONS = "list_accreditations" Get "/order/api4partners/v0/accreditations/search",
    is_paged: true,
    request: (),
    200: AccreditationSearchResponse,
    400: RequestRefused(RequestRefused);

    /// Lists what the offer of a lead can name.
    #[doc(alias = "searchPortfolioItems")]
    LIST_PORTFOLIO = "list_portfolio" Get "/sales/api4partners/v0/portfolio-items/search",
    is_paged: true,
    request: (),
    200: PortfolioSearchResponse,
    400: PortfolioSearchRefused(PortfolioSearchRefused);

    /// Makes a new API key, and its hash.
    #[doc(alias = "generateApiKey")]
    MAKE_API_KEY = "make_api_key" Post "/order/api4partners/v0/apikeys",
    is_paged: false,
    request: (),
    200: NewApiKey;
}
