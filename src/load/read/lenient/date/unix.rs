//! Times as numbers since the start of 1970 in UTC.

use crate::model::Day;

/// The seconds in a day.
const DAY: u64 = 86_400;

/// The seconds that are read: 9 September 2001 to the end of 2029. Later ones look like the hour
/// 2026011012, and earlier ones have fewer digits.
const SECONDS: std::ops::Range<u64> = 1_000_000_000..1_893_456_000;

/// A time since 1970 as `2026-01-10T17:00:00Z`, if a number is one: in seconds (10 digits),
/// milliseconds (13), microseconds (16) or nanoseconds (19).
pub(super) fn in_utc(text: &str) -> Option<String> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let in_a_second = match whole.len() {
        10 => 1,
        13 => 1_000,
        16 => 1_000_000,
        19 => 1_000_000_000,
        _ => return None,
    };
    let seconds = whole.parse::<u64>().ok()?.checked_div(in_a_second)?;
    if !SECONDS.contains(&seconds) {
        return None;
    }
    let day = Day::new(1970, 1, 1).ok()?.plus(i64::try_from(seconds / DAY).ok()?);
    let rest = seconds % DAY;
    Some(format!("{day}T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60))
}
