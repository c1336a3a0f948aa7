//! Internationalised host names (IDNA 2008: RFC 5890 to 5893).
//!
//! The properties of characters are those of the regular expression crate's
//! Unicode version.
use super::*;

/// Letters, marks and digits that stay as they are under case folding and
/// normalisation (RFC 5892, section 2).
static ALLOWED: Pattern = Pattern::new(
    "^(?![\\u0640\\u07fa\\u302e\\u302f\\u3031-\\u3035\\u303b\\u1100-\\u11ff\\ua960-\\ua97c\\ud7b0-\\ud7fb])\
     (?:[-a-z0-9\\u00df\\u03c2\\u06fd\\u06fe\\u0f0b\\u3007\\u00b7\\u0375\\u05f3\\u05f4\\u30fb\\u200c\\u200d]\
     |(?!\\p{CWKCF}|\\p{DI}|\\p{White_Space})[\\p{Ll}\\p{Lo}\\p{Lm}\\p{Mn}\\p{Mc}\\p{Nd}])$",
);
static MARK: Pattern = Pattern::new("^\\p{M}");
static NONSPACING: Pattern = Pattern::new("^\\p{Mn}");
static GREEK: Pattern = Pattern::new("^\\p{Script=Greek}$");
static HEBREW: Pattern = Pattern::new("^\\p{Script=Hebrew}$");
static KANA_OR_HAN: Pattern =
    Pattern::new("[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}]");
/// The characters of the canonical combining class "virama".
static VIRAMA: Pattern = Pattern::new(
    "^[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d3b\\u0d3c\\u0d4d\\u0dca\\u0e3a\
     \\u0eba\\u0f84\\u1039\\u103a\\u1714\\u1734\\u17d2\\u1a60\\u1b44\\u1baa\\u1bab\\u1bf2\\u1bf3\
     \\u2d7f\\ua806\\ua82c\\ua8c4\\ua953\\ua9c0\\uaaf6\\uabed\\u{10a3f}\\u{11046}\\u{1107f}\
     \\u{110b9}\\u{11133}\\u{11134}\\u{111c0}\\u{11235}\\u{112ea}\\u{1134d}\\u{11442}\\u{114c2}\
     \\u{115bf}\\u{1163f}\\u{116b6}\\u{1172b}\\u{11839}\\u{119e0}\\u{11a34}\\u{11a47}\\u{11a99}\
     \\u{11c3f}\\u{11d44}\\u{11d45}\\u{11d97}]$",
);
/// Letters of scripts that join, on both sides of a non-joiner.
static JOINED: Pattern = Pattern::new(
    "[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Nko}]\\p{Mn}*\\u200c\
     \\p{Mn}*[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Nko}]",
);

/// `hostname` (RFC 1123), its encoded labels checked.
pub fn is_hostname(text: &str) -> bool {
    is_ascii_hostname(text)
        && text.split('.').all(|label| match encoded(label) {
            Some(punycode) => is_encoded(punycode),
            None => true,
        })
        && has_direction(text.split('.'))
}

/// `idn-hostname` (RFC 5890): labels in ASCII, encoded or not, or in Unicode.
pub fn is_idn_hostname(text: &str) -> bool {
    let labels = || text.split(['.', '\u{3002}', '\u{ff0e}', '\u{ff61}']);
    let mut length = 0;
    let fit = labels().all(|label| {
        let own = if label.is_ascii() {
            label.len()
        } else {
            encoded_length(label)
        };
        length += own + 1;
        let fits = if label.is_ascii() {
            let marked = label.get(2..4) == Some("--");
            is_hostname(label) && (!marked || encoded(label).is_some())
        } else {
            is_unicode_label(label)
        };
        fits && own <= 63
    });
    fit && length <= 254 && has_direction(labels())
}

/// What stands behind a label's `xn--`.
fn encoded(label: &str) -> Option<&str> {
    let (prefix, punycode) = label.split_at_checked(4)?;
    prefix.eq_ignore_ascii_case("xn--").then_some(punycode)
}

/// The rule for names with letters that are written from right to left
/// (RFC 5893, section 2).
fn has_direction<'t>(labels: impl Iterator<Item = &'t str>) -> bool {
    let labels: Vec<String> = labels
        .map(|label| {
            encoded(label)
                .and_then(decode)
                .unwrap_or_else(|| label.to_owned())
        })
        .collect();
    let directions = |label: &str| -> Vec<Direction> {
        label
            .chars()
            .map(Direction::of)
            .filter(|direction| *direction != Direction::Mark)
            .collect()
    };
    let turned =
        |direction: &Direction| matches!(direction, Direction::Left | Direction::ArabicDigit);
    if !labels
        .iter()
        .any(|label| directions(label).iter().any(turned))
    {
        return true;
    }
    labels.iter().all(|label| {
        let all = directions(label);
        let has = |wanted| all.contains(&wanted);
        match (all.first(), all.last()) {
            (Some(Direction::Left), Some(last)) => {
                !has(Direction::Right)
                    && *last != Direction::Neutral
                    && !(has(Direction::Digit) && has(Direction::ArabicDigit))
            }
            (Some(Direction::Right), Some(last)) => {
                !all.iter().any(turned) && *last != Direction::Neutral
            }
            _ => false,
        }
    })
}

/// In which direction a character is written.
#[derive(Clone, Copy, PartialEq)]
enum Direction {
    /// From right to left.
    Left,
    /// From left to right.
    Right,
    Digit,
    ArabicDigit,
    Mark,
    Neutral,
}

impl Direction {
    fn of(character: char) -> Self {
        match character {
            '0'..='9' | '\u{6f0}'..='\u{6f9}' => Self::Digit,
            '\u{660}'..='\u{669}' | '\u{10e60}'..='\u{10e7e}' => Self::ArabicDigit,
            '-' | '\u{200c}' | '\u{200d}' => Self::Neutral,
            other if NONSPACING.matches(other.encode_utf8(&mut [0; 4])) => Self::Mark,
            '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}' => Self::Left,
            _ => Self::Right,
        }
    }
}

/// Whether a label is what it should be after `xn--`.
fn is_encoded(punycode: &str) -> bool {
    // An empty part in ASCII has no hyphen behind it.
    !punycode.starts_with('-')
        && decode(punycode).is_some_and(|label| !label.is_ascii() && is_unicode_label(&label))
}

fn is_unicode_label(label: &str) -> bool {
    let characters: Vec<char> = label.chars().collect();
    let outer = label.starts_with('-') || label.ends_with('-');
    let hyphens = outer || characters.get(2..4) == Some(&['-', '-']);
    let single = |at: usize, pattern: &Pattern| {
        characters
            .get(at)
            .is_some_and(|character| pattern.matches(character.encode_utf8(&mut [0; 4])))
    };
    let arabic = |range: ::core::ops::RangeInclusive<char>| {
        let mut letters = characters.iter();
        letters.any(|letter| range.contains(letter))
    };
    let mixed = arabic('\u{660}'..='\u{669}') && arabic('\u{6f0}'..='\u{6f9}');
    !hyphens
        && !mixed
        && !MARK.matches(label)
        && characters.iter().enumerate().all(|(at, character)| {
            let before = at.wrapping_sub(1);
            let in_context = match character {
                '\u{b7}' => {
                    characters.get(before) == Some(&'l') && characters.get(at + 1) == Some(&'l')
                }
                '\u{375}' => single(at + 1, &GREEK),
                '\u{5f3}' | '\u{5f4}' => single(before, &HEBREW),
                '\u{30fb}' => KANA_OR_HAN.matches(&label.replace('\u{30fb}', "")),
                '\u{200c}' => single(before, &VIRAMA) || JOINED.matches(label),
                '\u{200d}' => single(before, &VIRAMA),
                _ => true,
            };
            in_context && single(at, &ALLOWED)
        })
}

/// The steps of Punycode between two characters (RFC 3492, section 6.1).
fn adapt(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut bias = 0;
    while delta > 455 {
        delta /= 35;
        bias += 36;
    }
    bias + 36 * delta / (delta + 38)
}

/// The label that a text in Punycode stands for (RFC 3492, section 6.2).
fn decode(text: &str) -> Option<String> {
    let (plain, mut digits) = text.rsplit_once('-').unwrap_or(("", text));
    let mut label: Vec<char> = plain.chars().collect();
    let (mut code, mut at, mut bias) = (128_u32, 0_u32, 72_u32);
    while !digits.is_empty() {
        let start = at;
        let mut weight = 1_u32;
        for step in (1_u32..).map(|step| step * 36) {
            let digit = match digits.bytes().next()? {
                letter @ (b'a'..=b'z' | b'A'..=b'Z') => letter.to_ascii_lowercase() - b'a',
                digit @ b'0'..=b'9' => digit - b'0' + 26,
                _ => return None,
            };
            digits = &digits[1..];
            at = at.checked_add(u32::from(digit).checked_mul(weight)?)?;
            let threshold = step.saturating_sub(bias).clamp(1, 26);
            if u32::from(digit) < threshold {
                break;
            }
            weight = weight.checked_mul(36 - threshold)?;
        }
        let count = u32::try_from(label.len()).ok()? + 1;
        bias = adapt(at - start, count, start == 0);
        code = code.checked_add(at / count)?;
        at %= count;
        label.insert(at as usize, char::from_u32(code)?);
        at += 1;
    }
    Some(label.into_iter().collect())
}

/// How long a label is with `xn--` and in Punycode (RFC 3492, section 6.3).
fn encoded_length(label: &str) -> usize {
    let mut points: Vec<u32> = label.chars().map(u32::from).collect();
    let plain = points.iter().filter(|point| **point < 128).count();
    let mut length = 4 + plain + usize::from(plain > 0);
    let (mut code, mut delta, mut bias) = (128_u32, 0_u32, 72_u32);
    let mut done = small(plain);
    let all = points.clone();
    points.sort_unstable();
    points.dedup();
    for point in points.into_iter().filter(|point| *point >= 128) {
        delta = delta.saturating_add((point - code).saturating_mul(done + 1));
        code = point;
        for other in &all {
            if *other < code {
                delta = delta.saturating_add(1);
            }
            if *other == code {
                let mut rest = delta;
                for step in (1_u32..).map(|step| step * 36) {
                    let threshold = step.saturating_sub(bias).clamp(1, 26);
                    length += 1;
                    if rest < threshold {
                        break;
                    }
                    rest = (rest - threshold) / (36 - threshold);
                }
                bias = adapt(delta, done + 1, done == small(plain));
                delta = 0;
                done += 1;
            }
        }
        delta = delta.saturating_add(1);
        code += 1;
    }
    length
}
