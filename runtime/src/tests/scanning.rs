//! The scanner beside `serde_json`: the same verdicts, values and messages.

use super::*;

/// Texts in which most of what can go wrong in JSON is near.
const SEEDS: &[&str] = &[
    "null",
    r#"{"a":[1,-2,3.5,1e300,{"b":null,"c":true}],"ü":"x\ny","z":18446744073709551615}"#,
    r#" { "name" : "a long text without any escape, longer than the scanner looks at once" , "n" : 0 } "#,
    r#"["\u00e9\ud83d\ude00\"\\\/\b\f\n\r\t","\ud800","日本語","",-0,-0.0,0,1E+2,1e-7,12.50]"#,
    r"[9223372036854775807,9223372036854775808,-9223372036854775808,-9223372036854775809]",
    r"[999999999999999999,1000000000000000000,0.1,1e400,-1e400,123456789012345678901234567890]",
    "[0.1,-0.0,12.50,99999999999.9999,0.00000000000001,123456789.012345,1.,.5,00.5,-1.25e1]",
    r#"{"a":1,"b":{"a":1,"b":2},"c":[{"a":1},{"a":2}],"a2":false}"#,
    r#"{"repeated":1,"other":{"x":[[]]},"repeated":2}"#,
    r#"{"$serde_json::private::Number":"1.5"}"#,
];

/// What replaces a byte now and then.
const BYTES: &[u8] = b"\"\\{}[],:0123456789.eE+-nulltrf \n\t\x00\x01\x1f\x7fa";

fn by_serde(text: &str) -> Result<String, String> {
    from_json_by_serde(text)
        .map(|value: serde_json::Value| value.to_string())
        .map_err(|error| error.to_string())
}

fn by_scanner(text: &str) -> Result<String, String> {
    from_json(text)
        .map(|value: serde_json::Value| value.to_string())
        .map_err(|error| error.to_string())
}

/// The tape that the scanner fills, where the text is plain enough.
fn scan(text: &str) -> Option<Tape<'_>> {
    let mut scanner = Scanner::new(text);
    let end = scanner.value(scanner.at, scanner.levels)?;
    (space(scanner.bytes, end) == text.len()).then_some(scanner.tape)
}

fn same(text: &str) {
    assert_eq!(by_scanner(text), by_serde(text), "{text:?}");
    if let Some(tape) = scan(text) {
        let read = Tape::fill(&mut serde_json::Deserializer::from_str(text));
        let mut read = read.unwrap_or_else(|error| panic!("{text:?}: {error}"));
        assert!(read.round_numbers().is_none(), "{text:?}");
        assert_eq!(tape.nodes.len(), read.nodes.len(), "{text:?}");
        for at in 0..tape.nodes.len() {
            assert!(tape.kind(at) == read.kind(at), "{text:?} {at}");
            assert_eq!(tape.end(at), read.end(at), "{text:?} {at}");
            assert_eq!(tape.len(at), read.len(at), "{text:?} {at}");
            // Where `serde_json` keeps digits, it writes exponents in a way of its own.
            let number = |tape: &Tape<'_>| {
                let number = format!("{:?}", tape.number(at));
                number.to_lowercase().replace("e+", "e")
            };
            assert_eq!(number(&tape), number(&read), "{text:?} {at}");
        }
    }
}

#[test]
fn seeds_are_read_alike() {
    for seed in SEEDS {
        same(seed);
        for end in 0..seed.len() {
            if let Some(cut) = seed.get(..end) {
                same(cut);
            }
        }
    }
}

#[test]
fn changed_texts_are_read_alike() {
    let mut random = fastrand::Rng::with_seed(5);
    for _ in 0..60_000 {
        let seed = SEEDS[random.usize(..SEEDS.len())];
        let mut bytes = seed.as_bytes().to_vec();
        for _ in 0..random.usize(1..4) {
            let at = random.usize(..bytes.len());
            let byte = BYTES[random.usize(..BYTES.len())];
            match random.u8(..4) {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 if bytes.len() > 1 => drop(bytes.remove(at)),
                _ => {
                    let from = random.usize(..bytes.len());
                    let piece = bytes[from.min(at)..from.max(at)].to_vec();
                    bytes.splice(at..at, piece);
                }
            }
        }
        match std::str::from_utf8(&bytes) {
            Ok(text) => same(text),
            Err(_) => assert!(from_json_slice::<serde_json::Value>(&bytes).is_err()),
        }
    }
}

#[test]
fn depth_is_limited_alike() {
    for depth in [126, 127, 128, 129] {
        same(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        let text = format!("{}null{}", "{\"a\":".repeat(depth), "}".repeat(depth));
        same(&text);
    }
}

#[test]
fn most_texts_need_no_second_reading() {
    for seed in &SEEDS[..3] {
        assert!(scan(seed).is_some(), "{seed}");
    }
}

#[test]
fn many_names_are_told_apart() {
    for count in [1, 4, 5, 63, 64, 65, 300] {
        let mut members: Vec<String> = (0..count).map(|at| format!("\"m{at}\":{at}")).collect();
        same(&format!("{{{}}}", members.join(",")));
        for again in [0, count / 2, count - 1] {
            members.push(format!("\"m{again}\":0"));
            let text = format!("{{{}}}", members.join(","));
            assert!(
                by_scanner(&text)
                    .unwrap_err()
                    .contains("stands there twice")
            );
            same(&text);
            members.pop();
        }
    }
}

#[test]
fn the_memory_of_a_tape_is_used_again() {
    let mut tape = scan(SEEDS[1]).unwrap();
    let memory = tape.nodes.as_ptr().cast::<u8>();
    tape.recycle();
    let mut tape = Tape::new();
    tape.reuse();
    assert_eq!(tape.nodes.as_ptr().cast::<u8>(), memory);
    assert!(tape.nodes.is_empty());
}

#[test]
fn short_fractions_are_the_nearest_doubles() {
    let mut random = fastrand::Rng::with_seed(6);
    for _ in 0..100_000 {
        let below = 10_u64.pow(random.u32(1..17));
        let digits = random.u64(..below);
        let text = format!("{digits:02}");
        let dot = random.usize(1..text.len());
        let token = format!("{}.{}", &text[..dot], &text[dot..]);
        let number = Scanner::new(&token).number(0);
        let expected = serde_json::from_str::<f64>(&token).ok();
        let read = number.map(|(number, _)| number.to_f64());
        assert_eq!(
            read.map(f64::to_bits),
            expected.map(f64::to_bits),
            "{token}"
        );
    }
}

/// Where the texts of a text end, byte by byte, each with whether something unusual is in it.
fn ends(text: &[u8]) -> Vec<(usize, bool)> {
    let (mut ends, mut inside) = (Vec::new(), None);
    let mut bytes = text.iter().enumerate();
    while let Some((at, byte)) = bytes.next() {
        inside = match (inside, *byte) {
            (None, b'"') => Some(false),
            (Some(is_unusual), b'"') => {
                ends.push((at, is_unusual));
                None
            }
            (Some(_), b'\\') => {
                bytes.next();
                Some(true)
            }
            (Some(_), ..0x20) => Some(true),
            (inside, _) => inside,
        };
    }
    ends
}

#[test]
fn the_ends_of_texts_are_found() {
    let mut random = fastrand::Rng::with_seed(11);
    for round in 0..20_000 {
        // Many of them, or few among much else.
        let most = [4, 40, 200][round % 3];
        let text: Vec<u8> = (0..random.usize(..300))
            .map(|_| match random.usize(..most) {
                0 | 1 => b'"',
                2 => b'\\',
                3 => b'\n',
                _ => b'a',
            })
            .collect();
        let mut quotes = Quotes::new();
        find_quotes(&text, &mut quotes);
        let found = quotes.iter().map(|quote| {
            let at = (quote & !UNUSUAL) as usize;
            (at, quote & UNUSUAL != 0)
        });
        let found: Vec<_> = found.collect();
        assert_eq!(found, ends(&text), "{:?}", String::from_utf8_lossy(&text));
    }
}

/// A value with what may be taken for the end of another one.
fn value(random: &mut fastrand::Rng, depth: usize) -> serde_json::Value {
    let count = random.usize(..12);
    match random.u8(..6) {
        0 if depth > 0 => (0..count).map(|_| value(random, depth - 1)).collect(),
        1 if depth > 0 => serde_json::Value::Object(
            (0..count)
                .map(|at| (format!("]{at}\""), value(random, depth - 1)))
                .collect(),
        ),
        2 => "[{\"".repeat(count).into(),
        3 => random.bool().into(),
        4 => random.i32(..).into(),
        _ => (f64::from(random.i16(..)) / 8.0).into(),
    }
}

#[test]
fn what_is_passed_in_a_look_ahead_is_the_whole_value() {
    let mut random = fastrand::Rng::with_seed(12);
    for _ in 0..5_000 {
        let inside = value(&mut random, 6);
        let shown = if random.bool() {
            inside.to_string()
        } else {
            serde_json::to_string_pretty(&inside).unwrap()
        };
        let text = format!("{{\"a\":{shown},\"b\":\"told\"}}");
        let mut scanner = Scanner::new(&text);
        // A text as long as this may be passed four times.
        let tape = scanner.look_ahead("b");
        let told = tape.and_then(|tape| Some(tape.string(tape.root()?)?.to_owned()));
        assert_eq!(told.as_deref(), Some("told"), "{text}");
    }
}

#[test]
fn a_thread_keeps_little_memory() {
    let kept = |count: usize| {
        let text = format!("[{}\"\"]", "\"\",".repeat(count - 1));
        let read: Vec<String> = from_json(&text).unwrap();
        assert_eq!(read.len(), count);
        spare_quotes().capacity()
    };
    let (of_few, of_many) = (kept(10), kept(50_000));
    assert!((10..1 << 15).contains(&of_few), "{of_few}");
    assert!(of_many < 1 << 15, "{of_many}");
}

/// What no double reaches is no JSON, or refused before all else, where digits are kept.
#[test]
fn what_no_double_reaches_is_refused_alike() {
    for text in ["[true,1e400]", "[1,-1e400]", "[1e400,true]"] {
        let direct = from_json::<Vec<i64>>(text).map_err(|error| error.to_string());
        let by_tape = from_json_by_serde::<Vec<i64>>(text).map_err(|error| error.to_string());
        assert!(direct.is_err() && by_tape.is_err(), "{text}");
        if keeps_digits() {
            assert_eq!(direct, by_tape, "{text}");
        }
    }
}

#[test]
fn items_that_differ_are_told_without_a_tape() {
    let distinct = |text: &str| {
        let mut scanner = Scanner::new(text);
        scanner.distinct();
        let place = <serde_json::Value as Read>::PLACE;
        scanner
            .read_items::<serde_json::Value>(place, |_| {})
            .is_some()
    };
    assert!(distinct("[]") && distinct(r#"["a", "b","c"]"#));
    let many: Vec<String> = (0..120)
        .map(|number| format!("{:?}", number.to_string()))
        .collect();
    for separator in [",", ", ", ",\n\t"] {
        let mut texts = many.clone();
        assert!(distinct(&format!("[\n{}]", texts.join(separator))));
        for place in [0, 1, 60, 118] {
            texts[119] = many[place].clone();
            assert!(
                !distinct(&format!("[\n{}]", texts.join(separator))),
                "{place}"
            );
        }
    }
    for text in [
        r#"["a", 1, ["a", "a"]]"#,
        r#"[{"a": "b"}, {"a": "c"}, {"b": "b"}, {"c": "a"}]"#,
        r#"[{"a": 1}, {"b": 1}]"#,
    ] {
        assert!(distinct(text), "{text}");
    }
    // What is equal is told before what does not fit.
    let mut scanner = Scanner::new("[1, 1]");
    scanner.distinct();
    let items = scanner.read_items::<std::string::String>(&Place::At("#"), |_| {});
    assert!(items.is_none() && matches!(scanner.stop, Stop::No));
    // A tape tells.
    for text in [
        r#"["\u0061", "a"]"#,
        r#"[{"a": 1, "b": 2}, {"b": 2, "a": 1.0}]"#,
        r#"[{"a": "b", "c": "d"}, {"a": "d", "c": "b"}]"#,
        "[1, 2]",
        r#"["a""#,
        "{}",
        "1",
    ] {
        assert!(!distinct(text), "{text}");
    }
}
