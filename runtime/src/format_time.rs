//! Dates and times (RFC 3339).

/// Splits a number of exactly so many digits off a text.
fn leading(text: &str, count: usize) -> Option<(u32, &str)> {
    let (number, rest) = text.split_at_checked(count)?;
    let plain = number.bytes().all(|byte| byte.is_ascii_digit());
    Some((number.parse().ok().filter(|_| plain)?, rest))
}

/// `date`: a day of the calendar.
pub fn is_date(text: &str) -> bool {
    fn read(text: &str) -> Option<bool> {
        let (year, rest) = leading(text, 4)?;
        let (month, rest) = leading(rest.strip_prefix('-')?, 2)?;
        let (day, rest) = leading(rest.strip_prefix('-')?, 2)?;
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        Some(rest.is_empty() && (1..=last).contains(&day))
    }
    read(text).unwrap_or(false)
}

/// `time`: a time of the day with its offset. A leap second is the last of a
/// day in UTC.
pub fn is_time(text: &str) -> bool {
    fn read(text: &str) -> Option<bool> {
        let (hour, rest) = leading(text, 2)?;
        let (minute, rest) = leading(rest.strip_prefix(':')?, 2)?;
        let (second, mut rest) = leading(rest.strip_prefix(':')?, 2)?;
        if let Some(fraction) = rest.strip_prefix('.') {
            rest = fraction.trim_start_matches(|digit: char| digit.is_ascii_digit());
            if rest.len() == fraction.len() {
                return None;
            }
        }
        let offset = if matches!(rest, "Z" | "z") {
            0
        } else {
            let (sign, rest) = match rest.split_at_checked(1)? {
                ("+", rest) => (1, rest),
                ("-", rest) => (-1, rest),
                _ => return None,
            };
            let (hours, rest) = leading(rest, 2)?;
            let (minutes, rest) = leading(rest.strip_prefix(':')?, 2)?;
            if hours > 23 || minutes > 59 || !rest.is_empty() {
                return None;
            }
            sign * (i64::from(hours) * 60 + i64::from(minutes))
        };
        let utc = (i64::from(hour) * 60 + i64::from(minute) - offset).rem_euclid(24 * 60);
        let leap = second == 60 && utc == 24 * 60 - 1;
        Some(hour < 24 && minute < 60 && (second < 60 || leap))
    }
    read(text).unwrap_or(false)
}

/// `date-time`: a date and a time, with `T` between them.
pub fn is_date_time(text: &str) -> bool {
    text.split_once(['T', 't'])
        .is_some_and(|(date, time)| is_date(date) && is_time(time))
}

/// `duration`: `P1Y2M3DT4H5M6S`, or weeks alone (RFC 3339, appendix A).
/// Between two units none may be left out.
pub fn is_duration(text: &str) -> bool {
    fn units(mut text: &str, units: &str) -> bool {
        let mut next = None;
        while !text.is_empty() {
            let rest = text.trim_start_matches(|digit: char| digit.is_ascii_digit());
            let Some(unit) = rest.chars().next() else {
                return false;
            };
            let Some(position) = units.find(unit) else {
                return false;
            };
            if rest.len() == text.len() || next.is_some_and(|next| next != position) {
                return false;
            }
            next = Some(position + 1);
            text = &rest[unit.len_utf8()..];
        }
        next.is_some()
    }
    let Some(text) = text.strip_prefix('P') else {
        return false;
    };
    match text.split_once('T') {
        Some(("", time)) => units(time, "HMS"),
        Some((date, time)) => units(date, "YMD") && units(time, "HMS"),
        None => units(text, "YMD") || units(text, "W"),
    }
}
