//! Dates with the month in words: English, French, Khmer, Vietnamese.

use super::step::Step;
use crate::load::columns::DateOrder;
use crate::load::diagnostic::Code;
use crate::load::read::lenient::reason::Reason;
use crate::load::read::lenient::words::dates::{ENGLISH, FILLERS, FRENCH, KHMER, WEEKDAYS};
use crate::load::text::folded;

/// The number of a month by its name, or the beginning of it.
fn month(word: &str) -> Option<usize> {
    let word = folded(word);
    let length = word.chars().count();
    let is_it = |name: &&str| {
        let name = folded(name);
        name == word || (length >= 3 && name.is_ascii() && name.starts_with(&word))
    };
    // The beginning must be that of one name only: in French `jui` is that of two.
    let found = |names: &[&str; 12]| {
        let mut all = names.iter().enumerate().filter(|(_, name)| is_it(name));
        match (all.next(), all.next()) {
            (Some((index, _)), None) => Some(index + 1),
            _ => None,
        }
    };
    found(&ENGLISH)
        .or_else(|| found(&FRENCH))
        .or_else(|| found(&KHMER))
        .or((word == "sept").then_some(9))
}

pub(super) fn read(text: &str, _: Option<DateOrder>) -> Step {
    let lower = text.to_lowercase();
    // "18 tháng 1 năm 2026": without the words, day, month and year remain in this order.
    if lower.contains("tháng") {
        let digits = |c: char| !c.is_ascii_digit();
        return match lower
            .split(digits)
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .as_slice()
        {
            [day, month, year] if year.len() == 4 => {
                Step::Is(format!("{year}-{month:0>2}-{day:0>2}"))
            }
            [month, year] if year.len() == 4 => Step::Is(format!("{year}-{month:0>2}")),
            _ => Step::Not,
        };
    }
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | '-' | '.' | '/');
    let is_filler = |word: &&str| {
        let word = word.to_lowercase();
        !FILLERS.contains(&word.as_str()) && !is_weekday(&word)
    };
    let words: Vec<&str> =
        text.split(is_between).filter(|word| !word.is_empty()).filter(is_filler).collect();
    let number = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        let ending = word.get(digits.len()..).unwrap_or_default().to_lowercase();
        let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        (plain && ["", "st", "nd", "rd", "th", "er"].contains(&ending.as_str()))
            .then(|| digits.to_owned())
    };
    let is_day = |digits: &String| digits.len() <= 2;
    let is_year = |digits: &String| digits.len() == 4;
    let date = |day: Option<String>, name: &str, year: String| match (month(name), day) {
        (Some(month), Some(day)) => Step::Is(format!("{year}-{month:02}-{day:0>2}")),
        (Some(month), None) => Step::Is(format!("{year}-{month:02}")),
        (None, _) => Step::Not,
    };
    match words.as_slice() {
        // 18 January 2026, 18-Jan-2026
        [day, name, year] if month(name).is_some() => match (number(day), number(year)) {
            (Some(day), Some(year)) if is_day(&day) && is_year(&year) => {
                date(Some(day), name, year)
            }
            // 2026 January 18
            (Some(year), Some(day)) if is_day(&day) && is_year(&year) => {
                date(Some(day), name, year)
            }
            (Some(_), Some(_)) => Step::Refused(short_year(text)),
            _ => Step::Not,
        },
        // January 18, 2026
        [name, day, year] if month(name).is_some() => match (number(day), number(year)) {
            (Some(day), Some(year)) if is_day(&day) && is_year(&year) => {
                date(Some(day), name, year)
            }
            (Some(_), Some(_)) => Step::Refused(short_year(text)),
            _ => Step::Not,
        },
        // January 2026, and `Jan-26`, which spreadsheets make of a day or of a month
        [name, year] if month(name).is_some() => match number(year) {
            Some(year) if is_year(&year) => date(None, name, year),
            Some(_) => Step::Refused(no_year(text)),
            None => Step::Not,
        },
        [day, name] if month(name).is_some() => match number(day) {
            Some(year) if is_year(&year) => date(None, name, year),
            Some(_) => Step::Refused(no_year(text)),
            None => Step::Not,
        },
        _ => Step::Not,
    }
}

fn is_weekday(word: &str) -> bool {
    WEEKDAYS
        .iter()
        .any(|day| *day == word || (word.len() == 3 && day.starts_with(word) && word != "mar"))
}

fn short_year(text: &str) -> Reason {
    Reason {
        code: Code::DateAmbiguous,
        message: format!(
            "\"{text}\" has a year of two digits, so that the day and the year can be taken for each other"
        ),
        remedy: "write the year with four digits and first, as 2026-01-18".to_owned(),
    }
}

fn no_year(text: &str) -> Reason {
    Reason {
        code: Code::DateAmbiguous,
        message: format!(
            "\"{text}\" can be a day without its year, or a month of a year of two digits"
        ),
        remedy:
            "write the year with four digits and first: 2026-01-26 for a day, 2026-01 for a month"
                .to_owned(),
    }
}
