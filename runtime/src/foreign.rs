//! Texts → types from elsewhere that a format can have, for modules that use this crate: only
//! it, or their own crate, can say how they are read.
use super::*;

macro_rules! parsed_as {
    ($($(#[$feature:meta])? $ty:ty;)*) => {
        $(
            $(#[$feature])?
            impl Read<'_> for $ty {
                #[inline]
                fn read(
                    tape: &Tape<'_>,
                    at: usize,
                    place: &'static Place,
                ) -> Result<Self, Fault> {
                    parsed::parsed(tape, at, place)
                }
            }
        )*
    };
}

parsed_as! {
    ::core::net::Ipv4Addr;
    ::core::net::Ipv6Addr;
    #[cfg(feature = "chrono")] ::chrono::NaiveDate;
    #[cfg(feature = "chrono")] ::chrono::NaiveTime;
    #[cfg(feature = "chrono")] ::chrono::DateTime<::chrono::FixedOffset>;
    #[cfg(feature = "email_address")] ::email_address::EmailAddress;
    #[cfg(feature = "jiff")] ::jiff::civil::Date;
    #[cfg(feature = "jiff")] ::jiff::civil::Time;
    #[cfg(feature = "jiff")] ::jiff::SignedDuration;
    #[cfg(feature = "jiff")] ::jiff::Timestamp;
    #[cfg(feature = "time")] ::time::Date;
    #[cfg(feature = "url")] ::url::Url;
    #[cfg(feature = "uuid")] ::uuid::Uuid;
}
