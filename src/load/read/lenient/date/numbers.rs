//! Dates in digits.

use super::step::Step;
use crate::load::columns::DateOrder;
use crate::load::diagnostic::Code;
use crate::load::read::lenient::reason::Reason;
use crate::load::read::lenient::words::dates::ENGLISH;
use crate::model::Day;

/// The days that a spreadsheet counts from 1954 to 2119: fewer digits may be a year or a number.
const SERIALS: std::ops::RangeInclusive<u32> = 20_000..=80_000;

/// The day with this number in a spreadsheet. Day 1 is 1 January 1900, and they count a 29 February
/// 1900 that did not exist (ECMA-376, part 1, 18.17.4.1), so that day 0 is 30 December 1899.
fn day_of(serial: u32) -> Option<Day> {
    Some(Day::new(1899, 12, 30).ok()?.plus(i64::from(serial)))
}

fn serial(text: &str) -> Option<u32> {
    let (days, rest) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = days.len() == 5 && is_number(days) && is_number(rest);
    days.parse().ok().filter(|days| fits && SERIALS.contains(days))
}

pub(super) fn is_serial(text: &str) -> bool {
    serial(text).is_some()
}

pub(super) fn read(text: &str, order: Option<DateOrder>) -> Step {
    if let Some(day) = serial(text).and_then(day_of) {
        return Step::Is(day.to_string());
    }
    // The time of day is not used.
    let date = match text.split_once([' ', 'T']) {
        Some((date, time)) if is_time(time) => date,
        Some(_) | None => text,
    };
    // Chinese, Korean and Japanese name the parts: year, month, day.
    let named: String = date
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if matches!(c, '年' | '月' | '년' | '월') { '-' } else { c })
        .filter(|c| !matches!(c, '日' | '일'))
        .collect();
    let named = named.trim_end_matches('-');
    let parts: Vec<&str> = named.split(['/', '.', '-']).collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !parts.iter().all(is_number) {
        return Step::Not;
    }
    match parts.as_slice() {
        [all] if all.len() == 8 => match (all.get(..4), all.get(4..6), all.get(6..)) {
            (Some(year), Some(month), Some(day)) => Step::Is(format!("{year}-{month}-{day}")),
            _ => Step::Not,
        },
        // The years of a table, as with a long dash.
        [first, last] if first.len() == 4 && last.len() == 4 => Step::Is(format!("{first}/{last}")),
        [year, month] if year.len() == 4 && month.len() <= 2 => {
            Step::Is(format!("{year}-{month:0>2}"))
        }
        [month, year] if year.len() == 4 && month.len() <= 2 => {
            Step::Is(format!("{year}-{month:0>2}"))
        }
        [year, month, day]
            if year.len() == 4 && month.len() <= 2 && is_month(day) && has_two_signs(named) =>
        {
            Step::Refused(day_or_months(text, year, month, day))
        }
        [month, last, year]
            if year.len() == 4 && is_month(month) && is_month(last) && has_two_signs(named) =>
        {
            Step::Refused(day_or_months(text, year, month, last))
        }
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
            Step::Is(format!("{year}-{month:0>2}-{day:0>2}"))
        }
        [first, second, year] if year.len() == 4 && first.len() <= 2 && second.len() <= 2 => {
            by_order(text, first, second, year, order)
        }
        [a, b, c] if [a, b, c].iter().all(|part| part.len() <= 2) => {
            Step::Refused(short_year(text))
        }
        _ => Step::Not,
    }
}

/// Whether the parts of a date are separated by different signs, as in `2021-05/06`.
fn has_two_signs(text: &str) -> bool {
    ['/', '.', '-'].into_iter().filter(|sign| text.contains(*sign)).count() > 1
}

fn is_month(text: &str) -> bool {
    text.len() <= 2 && text.parse::<u8>().is_ok_and(|number| (1..=12).contains(&number))
}

fn day_or_months(text: &str, year: &str, month: &str, last: &str) -> Reason {
    let day = format!("{year}-{month:0>2}-{last:0>2}");
    Reason {
        code: Code::DateAmbiguous,
        message: format!(
            "\"{text}\" has two signs: it can be {}, or the months {month} to {last} of {year}",
            in_words(&day)
        ),
        remedy: format!("write {day}, or {year}-{month:0>2}/{year}-{last:0>2} for the months"),
    }
}

/// Why the day of a time in UTC is not read where it is the next day in the east. Software in
/// Asia writes midnight of 18 January as 17 January, 17:00 UTC; from 10:00 on there is such a zone.
pub(super) fn other_day(text: &str, plain: &str) -> Option<Reason> {
    let (date, time) = in_utc(plain)?;
    let hour: u8 = time.get(..2)?.parse().ok()?;
    let day: Day = date.parse().ok()?;
    (hour >= 10).then(|| Reason {
        code: Code::DateAmbiguous,
        message: format!(
            "\"{text}\" is a time in UTC: {} there, and {} in the east of it",
            in_words(date),
            in_words(&day.plus(1).to_string())
        ),
        remedy: format!("write the day in the country: {date} or {}", day.plus(1)),
    })
}

/// Whether the day of a time in UTC may be the day before in the west. Midnight itself is what
/// software makes of a day without a time.
pub(super) fn may_be_day_before(plain: &str) -> bool {
    in_utc(plain).is_some_and(|(_, time)| time.bytes().any(|byte| (b'1'..=b'9').contains(&byte)))
}

/// The day and the time of a time in UTC.
fn in_utc(plain: &str) -> Option<(&str, &str)> {
    let (date, time) = plain.split_once(['T', ' '])?;
    let clock = ["Z", "z", "+00:00", "+0000", "+00"].iter().find_map(|end| time.strip_suffix(end));
    Some((date, clock?.trim())).filter(|_| is_time(time))
}

fn is_time(text: &str) -> bool {
    let text = text.trim_end_matches(['Z', 'z']);
    let clock = text.split_once(['+', '-', ' ']).map_or(text, |(clock, _)| clock);
    clock.contains(':') && clock.bytes().all(|b| b.is_ascii_digit() || b == b':' || b == b'.')
}

fn by_order(text: &str, first: &str, second: &str, year: &str, order: Option<DateOrder>) -> Step {
    let (Ok(a), Ok(b)) = (first.parse::<u8>(), second.parse::<u8>()) else { return Step::Not };
    let (day_first, month_first) =
        (format!("{year}-{b:02}-{a:02}"), format!("{year}-{a:02}-{b:02}"));
    match order {
        Some(DateOrder::DayFirst) => Step::Is(day_first),
        Some(DateOrder::MonthFirst) => Step::Is(month_first),
        None if a == b || (a > 12 && b <= 12) => Step::Is(day_first),
        None if b > 12 && a <= 12 => Step::Is(month_first),
        None if a > 12 => Step::Refused(Reason {
            code: Code::DateImpossible,
            message: format!("\"{text}\" is not in the calendar: neither {a} nor {b} is a month"),
            remedy: "look the day up in the source".to_owned(),
        }),
        None => Step::Refused(Reason {
            code: Code::DateAmbiguous,
            message: format!(
                "\"{text}\" can be {} or {}",
                in_words(&day_first),
                in_words(&month_first)
            ),
            remedy: format!(
                "write {day_first} or {month_first}; or, if all of the column is so, name it \"date (dd/mm/yyyy)\" or \"date (mm/dd/yyyy)\""
            ),
        }),
    }
}

fn short_year(text: &str) -> Reason {
    Reason {
        code: Code::DateAmbiguous,
        message: format!(
            "\"{text}\" has a year of two digits, so that which part is the year, the month and the day is open"
        ),
        remedy: "write the year with four digits and first, as 2026-01-18".to_owned(),
    }
}

/// `2026-04-03` as 3 April 2026.
fn in_words(date: &str) -> String {
    match date.parse::<Day>() {
        Ok(day) => {
            let month = ENGLISH.get(usize::from(day.month()).saturating_sub(1));
            format!("{} {} {}", day.day(), month.unwrap_or(&""), day.year())
        }
        Err(_) => date.to_owned(),
    }
}
