//! What each format takes.

use crate::__private::v1::patterns::formats::*;

#[test]
fn formats() {
    type Format = (
        fn(&str) -> bool,
        &'static [&'static str],
        &'static [&'static str],
    );
    let formats: [Format; 13] = [
        (
            is_date,
            &["2024-02-29", "2000-02-29"],
            &["2023-02-29", "1900-02-29", "2024-2-1", "2024-13-01"],
        ),
        (
            is_time,
            &["23:59:60Z", "01:29:60+01:30", "08:30:06.28+23:59"],
            &["23:58:60Z", "24:00:00Z", "08:30:06", "08:30:06.Z"],
        ),
        (
            is_date_time,
            &["1998-12-31t15:59:60.123-08:00"],
            &["1998-12-31 15:59:59Z", "1998-12-31T15:59:60Z"],
        ),
        (
            is_duration,
            &["P4Y2M1DT3H", "PT36H", "P2W"],
            &["P", "PT", "P1Y2W", "P1Y1D", "PT1H1S", "1D", "P1"],
        ),
        (
            is_email,
            &["a.b@example.com", "\"a b\"@[127.0.0.1]", "x@[IPv6:::1]"],
            &[".a@b", "a..b@c", "a@-b", "ä@b", "a"],
        ),
        (
            is_hostname,
            &["a-1.example"],
            &["-a", "a-", "a..b", "a_b", ""],
        ),
        (is_ipv4, &["1.2.3.4"], &["01.2.3.4", "1.2.3", "256.1.1.1"]),
        (
            is_ipv6,
            &["::", "::ffff:1.2.3.4"],
            &["1", "::1%eth0", ":::1"],
        ),
        (
            is_uri,
            &["http://a.b:8/c?d#e", "urn:x:y", "http://[::1]/"],
            &["//a", "a b:c", "http://a b", "http://ä", "x:%zz", "1a:b"],
        ),
        (is_iri_reference, &["/ä?ö#ü", "", "a/b:c"], &["\\a", "a b"]),
        (is_json_pointer, &["", "/a~0b~1c"], &["a", "/~2", "/~"]),
        (
            is_uri_template,
            &["/a{?b,c*,d:3}", "{+x.y}"],
            &["{", "}", "{a b}", "{}", "{a:0}"],
        ),
        (
            is_uuid,
            &["2eb8aa08-aa98-11ea-b4aa-73b441d16380"],
            &["2eb8aa08aa9811eab4aa73b441d16380"],
        ),
    ];
    for (check, good, bad) in formats {
        for text in good {
            assert!(check(text), "{text}");
        }
        for text in bad {
            assert!(!check(text), "{text}");
        }
    }
    assert!(is_hostname("xn--ihqwcrb4cv8a8dqg056pqjye.example") && !is_hostname("xn--X"));
    assert!(is_idn_hostname("실례.테스트") && is_idn_hostname("l·l。faß.de"));
    assert!(!is_idn_hostname("a·l") && !is_idn_hostname("〮실례") && !is_idn_hostname("Ä"));
    assert!(!is_idn_hostname(&"ü".repeat(64)) && !is_idn_hostname("-ü"));
    assert!(is_relative_json_pointer("1/a") && is_relative_json_pointer("0#"));
    assert!(!is_relative_json_pointer("01/a") && !is_relative_json_pointer("/a"));
    assert_eq!(decode_base64("eyJhIjoxfQ==").unwrap(), b"{\"a\":1}");
    assert!(decode_base64("eyJ%").is_none() && decode_base64("abc").is_none());
    assert!(is_regex("^a{2}$") && !is_regex("(") && !is_regex("\\a"));
}
