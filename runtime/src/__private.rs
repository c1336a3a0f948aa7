//! What generated code calls, and nobody else.
//!
//! Generated code names the version that it was generated for, and in its line
//! says what to do where that one is not there. What is added comes under a new
//! name, and the older ones stay, as other names of it; with what is taken
//! away or changed, they go. What a feature adds is in a module of its own for
//! the same reason: one line tells that the feature is missing.

/// The texts that convert to a library's dates, and all around them.
macro_rules! with_dates {
    () => {
        #[cfg(feature = "chrono")]
        pub mod chrono {
            pub use super::*;
            pub use crate::chrono::*;
        }

        #[cfg(feature = "jiff")]
        pub mod jiff {
            pub use super::*;
            pub use crate::jiff::*;
        }

        #[cfg(feature = "time")]
        pub mod time {
            pub use super::*;
            pub use crate::time::*;
        }
    };
}

/// What generated code of the first version finds.
pub mod v1 {
    #[cfg(feature = "schemars")]
    pub use crate::derived;
    #[cfg(any(
        feature = "formats",
        feature = "chrono",
        feature = "jiff",
        feature = "time"
    ))]
    pub use crate::format_time::*;
    #[cfg(not(feature = "std"))]
    pub use crate::no_raw::*;
    pub use crate::{
        ahead::*, apply::*, attempts::*, automaton::*, bag::*, base64::*, big_number::*, borrow::*,
        build::*, bytes::*, collect::*, decimal::*, direct::*, entry::*, equal::*, error::*,
        fault::*, fill::*, fitting::*, fixed::*, given::*, integer::*, json::*, json_number::*,
        kinds::*, marks::*, near::*, never::*, number::*, numeral::*, operation::*, parsed::*,
        parses::*, place::*, positions::*, read::*, record::*, refused::*, runs::*, scan::*,
        since::*, sole::*, take::*, tape::*, text::*, text_access::*, verdicts::*, walk::*,
    };
    #[cfg(feature = "std")]
    pub use crate::{raw::*, text_writer::*};

    #[cfg(feature = "time")]
    pub use crate::moment::*;

    // What generated code is written in.
    pub use crate::{
        accessors, alternative, alternative_next, alternative_scan, arm, arms, array, bag,
        bag_setter, builder, builder_given, builder_kept, builder_require, builder_update,
        built_arms, built_list_arm, codes, codes_scan, collection, common_members, default,
        dispatch, document, document_parsed, document_value, document_written, flattened, form_arm,
        forms, forms_asked, forms_scan, found, from_arm, integer_codes, integer_into, integer_lent,
        integer_narrowed, integer_try_from, integer_widened, iterated, iterated_mut, json_schema,
        lend, likely_scan, list, list_arm, list_counted, list_lent, location, map, map_arm,
        map_counted, newtype, newtype_ahead, newtype_check, newtype_from, newtype_integer,
        newtype_number, newtype_place, newtype_read, newtype_scan, newtype_shown, newtype_tried,
        newtype_value, number_any, number_arm, number_compared, number_from, number_given,
        number_into, number_lent, number_made, of_members, of_pairs, open_codes, place, plain,
        position, position_scan, read_arms, record, record_around, record_asked, record_members,
        record_scan, setter, shown_arms, shown_parsed, text, text_any, text_arm, text_equal,
        text_lent, text_limited, told_later, tried_arm, tuple, tuple_scan, values, write_item,
        write_items, write_member, write_members, written,
    };

    /// The features by which types of other crates are read: one that is missing is the
    /// one name that is not there.
    pub mod types {
        #[cfg(feature = "chrono")]
        pub mod chrono {}
        #[cfg(feature = "email_address")]
        pub mod email_address {}
        #[cfg(feature = "jiff")]
        pub mod jiff {}
        #[cfg(feature = "time")]
        pub mod time {}
        #[cfg(feature = "url")]
        pub mod url {}
        #[cfg(feature = "uuid")]
        pub mod uuid {}
    }

    with_dates!();

    /// The same with regular expressions.
    #[cfg(feature = "patterns")]
    pub mod patterns {
        pub use super::*;
        pub use crate::pattern::*;

        with_dates!();

        /// The same with all formats.
        #[cfg(feature = "formats")]
        pub mod formats {
            pub use super::*;
            pub use crate::{format_idn::*, format_net::*, format_text::*};

            with_dates!();
        }
    }

    /// The same with the formats that need no regular expressions.
    #[cfg(feature = "formats")]
    pub mod formats {
        pub use super::*;
        pub use crate::{format_net::*, format_text::*};

        with_dates!();
    }
}

/// The name of the version that generated code of this release needs.
#[cfg(feature = "source")]
pub const VERSION: &str = "v1";
