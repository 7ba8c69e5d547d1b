//! Dates as people and spreadsheets write them. A date with one meaning is read; one with two is
//! refused, and the diagnostic names both.

mod numbers;
mod step;
mod unix;
mod words;

use self::step::Step;
use super::reason::Reason;
use super::words::dates::{APPROXIMATE, PARTLY, VAGUE};
use crate::load::columns::DateOrder;
use crate::load::diagnostic::Code;
use crate::load::text::visible;
use crate::model::{Day, Period};

/// A date that was read.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) period: Period,
    /// How it was read, where it is not EDTF.
    pub(crate) note: Option<Code>,
}

/// The usual advice.
pub(crate) const REMEDY: &str = "write it as 2026-01-18, 2026-01, 2025/2026, or with ~ where it is approximate (EDTF, ISO 8601-2)";

/// What to do about a note on a date that was read.
pub(crate) fn remedy(code: Code, text: &str) -> String {
    match (code, two_years(text.trim())) {
        (Code::DateSpan, Some((year, _))) => format!(
            "nothing needs to be done if the month is meant; for the years write {year}/{}",
            year + 1
        ),
        (Code::DateUtc | Code::DateUnix, _) => {
            "write the day in the country; in America it may be the day before".to_owned()
        }
        _ => "nothing needs to be done if that is right".to_owned(),
    }
}

/// Reads a date; `order` is what the column's header says of its days and months.
pub(crate) fn period(text: &str, order: Option<DateOrder>) -> Result<Reading, Reason> {
    if let Ok(period) = text.parse::<Period>() {
        let note = is_also_a_span(text).then_some(Code::DateSpan);
        return Ok(Reading { period, note });
    }
    let shown = with_hyphens(&visible(text));
    let (about, plain) = approximate(&shown);
    let plain = whole_number(plain);
    if let Some(reason) = span(text, plain) {
        return Err(reason);
    }
    let unix = unix::in_utc(plain);
    let is_unix = unix.is_some();
    let plain = unix.as_deref().unwrap_or(plain);
    if let Some(reason) = numbers::other_day(text, plain) {
        return Err(reason);
    }
    let is_serial = numbers::is_serial(plain);
    let edtf = match one(plain, order) {
        Step::Not if plain.len() == 4 && plain.parse::<Period>().is_ok() => {
            format!("{plain}{}", if about { "~" } else { "" })
        }
        Step::Is(edtf) if about && !edtf.contains('/') => format!("{edtf}~"),
        Step::Is(edtf) => edtf,
        Step::Refused(reason) => return Err(reason),
        Step::Not => match interval(plain, order)? {
            Some(interval) => interval,
            None => return Err(unreadable(text, plain)),
        },
    };
    match edtf.parse::<Period>() {
        Ok(period) => Ok(Reading {
            period,
            note: Some(match () {
                () if is_unix => Code::DateUnix,
                () if is_serial => Code::DateSerial,
                () if numbers::may_be_day_before(plain) => Code::DateUtc,
                () => Code::DateRead,
            }),
        }),
        Err(_) => Err(impossible(text, &edtf)),
    }
}

/// The two years of `2021-22`, `2021/22` and `2021/2`: the first, and the last as it is written out.
fn two_years(text: &str) -> Option<(i32, i32)> {
    let (year, rest) = text.split_once(['-', '/', '–'])?;
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = year.len() == 4 && is_digits(year) && is_digits(rest);
    let years = match rest.len() {
        1 => 10,
        2 => 100,
        _ => return None,
    };
    let (year, second): (i32, i32) = (year.parse().ok()?, rest.parse().ok()?);
    let last = year - year % years + second;
    Some((year, if last < year { last + years } else { last })).filter(|_| fits)
}

/// Whether `2011-12` may be the years 2011 to 2012 as well as December 2011.
fn is_also_a_span(text: &str) -> bool {
    two_years(text.trim()).is_some_and(|(year, last)| year + 1 == last)
}

/// Why `2021-22` is not read: a financial year in yearbooks, a season in ISO 8601-2. `2025/26`
/// has a month's form only where the second number is one.
fn span(text: &str, plain: &str) -> Option<Reason> {
    let (year, last) = two_years(plain)?;
    let second: u8 = plain.rsplit(['-', '/', '–']).next()?.parse().ok()?;
    if second <= 12 && !is_also_a_span(plain) {
        return None;
    }
    let season = match second {
        1..=12 => format!("the month {year}-{second:02}"),
        21 => format!("the spring of {year} (ISO 8601-2)"),
        22 => format!("the summer of {year} (ISO 8601-2)"),
        23 => format!("the autumn of {year} (ISO 8601-2)"),
        24 => format!("the winter of {year} (ISO 8601-2)"),
        _ => format!("{second} as a month that does not exist"),
    };
    let (message, remedy) = match last - year {
        0 => (
            format!("\"{text}\" is the year twice, or {season}"),
            format!("write {year}, or the first and the last month, such as {year}-03/{year}-05"),
        ),
        1 => (
            format!(
                "\"{text}\" can be a financial or school year of {year} and {last}, the years {year} to {last}, or {season}"
            ),
            format!(
                "write {year}/{last} for both years, or for a financial year its first and last day as the source defines it, such as {year}-07-01/{last}-06-30"
            ),
        ),
        _ => (
            format!("\"{text}\" can be the years {year} to {last}, or {season}"),
            format!("write {year}/{last} for the years"),
        ),
    };
    Some(Reason { code: Code::DateAmbiguous, message, remedy })
}

/// A date with the hyphens of a keyboard instead of those of typesetting; a long dash stays where it
/// may stand between two dates.
fn with_hyphens(text: &str) -> String {
    let text = text.replace(['\u{2010}', '\u{2011}', '\u{2012}', '\u{2212}'], "-");
    let is_one_date = text.matches('\u{2013}').count() == 2
        && text.chars().all(|c| c.is_ascii_digit() || c == '\u{2013}');
    if is_one_date { text.replace('\u{2013}', "-") } else { text }
}

/// `2026.0`, which programs write for a year in a column with gaps.
fn whole_number(text: &str) -> &str {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    let is_date = [4, 8].contains(&whole.len()) && whole.bytes().all(|byte| byte.is_ascii_digit());
    if is_date { whole } else { text }
}

/// `about`, `c.` and the like before a date.
fn approximate(text: &str) -> (bool, &str) {
    for word in APPROXIMATE {
        let (start, rest) = text.split_at_checked(word.len()).unwrap_or(("", text));
        if start.eq_ignore_ascii_case(word) {
            return (true, rest.trim());
        }
    }
    (false, text)
}

/// Why a year such as 2569 is not read: the Buddhist calendar counts 543 years more in Thailand, Laos
/// and Cambodia, the Islamic ones some 580 or 620 less.
pub(crate) fn of_another_calendar(text: &str, period: &Period) -> Option<Reason> {
    let year =
        [period.earliest(), period.latest()].into_iter().flatten().map(|day| day.year()).max()?;
    let (calendar, here) = match year {
        2400..=2700 => ("the Buddhist calendar", (year - 543).to_string()),
        1300..=1420 => ("the Persian calendar", format!("{} or {}", year + 621, year + 622)),
        1421..=1500 => ("the Islamic calendar", format!("{} or {}", year + 578, year + 579)),
        _ => return None,
    };
    let first: String = here.chars().take(4).collect();
    Some(Reason::new(
        Code::DateAmbiguous,
        format!("\"{text}\" can be the year {year}, or of {calendar}: {here} in the Gregorian one"),
        format!("write the year of the Gregorian calendar, such as {first}"),
    ))
}

fn one(text: &str, order: Option<DateOrder>) -> Step {
    for read in [numbers::read, words::read] {
        match read(text, order) {
            Step::Not => {}
            step => return step,
        }
    }
    Step::Not
}

/// Two dates with a word or sign between them.
fn interval(text: &str, order: Option<DateOrder>) -> Result<Option<String>, Reason> {
    for between in [" to ", " until ", " - ", " – ", " — ", "–", " au ", " / ", "/"] {
        let Some((from, to)) = text.split_once(between) else { continue };
        let (from, to) = (from.trim(), to.trim());
        let open = |side: &str| ["..", ""].contains(&side);
        if open(from) && open(to) {
            continue;
        }
        let side = |text: &str| -> Result<Option<String>, Reason> {
            if text.is_empty() {
                return Ok(Some("..".to_owned()));
            }
            if text == ".." || (text.parse::<Period>().is_ok() && !text.contains('/')) {
                return Ok(Some(text.to_owned()));
            }
            match one(text, order) {
                Step::Is(edtf) if !edtf.contains('/') => Ok(Some(edtf)),
                Step::Refused(reason) => Err(reason),
                _ => Ok(None),
            }
        };
        if let (Some(from), Some(to)) = (side(from)?, side(to)?) {
            return Ok(Some(format!("{from}/{to}")));
        }
    }
    Ok(None)
}

fn unreadable(text: &str, plain: &str) -> Reason {
    let lower = plain.to_lowercase();
    if PARTLY.iter().any(|word| lower.starts_with(word)) {
        return Reason {
            code: Code::DateVague,
            message: format!("where \"{text}\" begins and ends is not said"),
            remedy: "write the whole, as 2026 or 2026-01, or its ends as the source means them, as 2026-01~/2026-03~".to_owned(),
        };
    }
    if !plain.is_empty() && plain.chars().all(|c| c == '#') {
        return Reason {
            code: Code::DateUnreadable,
            message: "the date was lost: the column was too narrow to show it when the sheet was exported".to_owned(),
            remedy: "make the column wider and export the sheet again".to_owned(),
        };
    }
    if VAGUE.iter().any(|word| lower.contains(word)) {
        return Reason {
            code: Code::DateVague,
            message: format!("which days \"{text}\" means depends on when it was written"),
            remedy: "work them out: 2026-01-12~/2026-01-18~ for about that week, 2026-01~ for about that month, ../2026-01 for some time up to then".to_owned(),
        };
    }
    let edtf_error = plain.parse::<Period>().err().map(|error| error.reason);
    if let Some((from, to)) = plain.split_once('/')
        && let (Ok(from), Ok(to)) = (from.parse::<Period>(), to.parse::<Period>())
        && from.earliest() > to.latest()
    {
        return reversed(text, &format!("{to}/{from}"));
    }
    if looks_like_a_date(plain) {
        return impossible(text, plain);
    }
    let reason = edtf_error.filter(|_| plain.starts_with(|c: char| c.is_ascii_digit()));
    Reason {
        code: Code::DateUnreadable,
        message: match reason {
            Some(reason) => format!("\"{text}\" is not a date: {reason}"),
            None => format!("\"{text}\" is not a date"),
        },
        remedy: REMEDY.to_owned(),
    }
}

pub(crate) fn reversed(text: &str, right: &str) -> Reason {
    Reason {
        code: Code::DateReversed,
        message: format!("\"{text}\" ends before it starts"),
        remedy: format!("check both dates in the source; the other way round it is {right}"),
    }
}

/// Whether a text has the form of a date: in `2026-02-30` a day or month must be wrong.
fn looks_like_a_date(text: &str) -> bool {
    let form: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    ["0000-00-00", "0000-00"].contains(&form.as_str())
}

fn impossible(text: &str, edtf: &str) -> Reason {
    let mut parts = edtf.split('/').next().unwrap_or(edtf).split('-');
    let mut number = || {
        parts.next().and_then(|part| {
            part.parse::<u8>().ok().or_else(|| part.parse::<u16>().ok().map(|_| 0))
        })
    };
    let year = edtf.get(..4).and_then(|year| year.parse::<i32>().ok());
    let (_, month, _) = (number(), number(), number());
    if edtf.contains('/')
        && let Some((from, to)) = edtf.split_once('/')
        && let (Ok(first), Ok(last)) = (from.parse::<Period>(), to.parse::<Period>())
        && first.earliest() > last.latest()
    {
        return reversed(text, &format!("{to}/{from}"));
    }
    let length = year.zip(month).and_then(|(year, month)| Day::new(year, month, 1).ok());
    let message = match length {
        Some(first) => format!(
            "\"{text}\" is not in the calendar: {:04}-{:02} has {} days",
            first.year(),
            first.month(),
            first.month_end().day()
        ),
        None => format!("\"{text}\" is not in the calendar: months are 01 to 12"),
    };
    Reason {
        code: Code::DateImpossible,
        message,
        remedy:
            "look the day up in the source; where only the month is known, write the month alone"
                .to_owned(),
    }
}
