//! Numbers of people as people write them.

use super::reason::Reason;
use super::words::people::{MORE, NEAR, OR_MORE, UNITS, UNKNOWN, VAGUE};
use crate::load::diagnostic::Code;
use crate::load::read::missing;
use crate::load::text::visible;
use crate::model::People;

/// Reads a number of people.
pub(crate) fn people(text: &str) -> Result<People, Reason> {
    if missing::is_no_figure(text.trim()) {
        return Err(Reason::new(
            Code::PeopleSentinel,
            format!("\"{text}\" is what statistics programs write where there is no figure"),
            format!(
                "write unknown if no number was published; if it was that very number, write it with a comma: {}",
                grouped(text.trim())
            ),
        ));
    }
    if let Some(number) = text.trim().strip_prefix('+').and_then(|rest| plain(rest.trim())) {
        return Err(Reason::new(
            Code::PeopleAmbiguous,
            format!("\"{text}\" can be {number} or at least {number}"),
            format!("write {number}, or >={number}"),
        ));
    }
    if let Ok(people) = text.parse() {
        return Ok(people);
    }
    // The apostrophe of Swiss type, and the commas of Arabic and of Chinese.
    let shown = visible(text).to_lowercase().replace('’', "'").replace(['٬', '，'], ",");
    let lower = without_unit(&shown);
    if UNKNOWN.contains(&lower) {
        return Ok(People::NotPublished);
    }
    if let Ok(people) = lower.parse() {
        return Ok(people);
    }
    let after = |words: &[&str]| {
        words.iter().find_map(|word| lower.strip_prefix(word)).and_then(|rest| plain(rest.trim()))
    };
    if let Some(number) = after(&MORE) {
        return Ok(People::AtLeast(number));
    }
    if let Some(number) = after(&NEAR) {
        return Ok(People::About(number));
    }
    let or_more = OR_MORE.iter().find_map(|word| lower.strip_suffix(word)).map(without_unit);
    if let Some(number) = or_more.and_then(|rest| plain(rest.trim())) {
        return Ok(People::AtLeast(number));
    }
    if let Some(number) = plain(lower) {
        return Ok(People::Exactly(number));
    }
    Err(refusal(text, lower))
}

/// Digits in groups of three.
fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The text without its unit, as in `73 people`.
fn without_unit(text: &str) -> &str {
    let unit = UNITS.iter().find_map(|unit| text.strip_suffix(unit)).map(str::trim_end);
    let is_number = |number: &&str| {
        number.ends_with(|c: char| c.is_ascii_digit() || c == '+')
            || OR_MORE.iter().any(|word| number.ends_with(word))
    };
    unit.filter(is_number).unwrap_or(text)
}

/// What a number in thousands, in scientific notation and the like comes to, rounded as it is:
/// `13k`, `1.3E+04`, `1.3万`.
fn abbreviated(lower: &str) -> Option<u64> {
    let lower = without_unit(lower);
    let (digits, factor) = [
        ("million", 1e6),
        ("thousand", 1e3),
        ("k", 1e3),
        ("千", 1e3),
        ("m", 1e6),
        ("mio", 1e6),
        ("万", 1e4),
        ("萬", 1e4),
        ("만", 1e4),
        ("亿", 1e8),
    ]
    .into_iter()
    .find_map(|(word, factor)| Some((lower.strip_suffix(word)?.trim(), factor)))
    .unwrap_or((lower, 1.0));
    let number = digits.parse::<f64>().ok()? * factor;
    let is_known = factor > 1.0 || digits.contains("e+");
    let whole = number.round();
    // Written out and read again, since no conversion of floats to integers is checked.
    (is_known && (1.0..1e15).contains(&whole)).then(|| format!("{whole:.0}").parse().ok())?
}

/// A whole number as a spreadsheet may write it: `73.0`.
fn plain(text: &str) -> Option<u64> {
    let whole = text.strip_suffix(".0").or_else(|| text.strip_suffix(".00")).unwrap_or(text);
    match whole.parse() {
        Ok(People::Exactly(number)) => Some(number),
        _ => None,
    }
}

fn refusal(text: &str, lower: &str) -> Reason {
    let digits = lower.chars().filter(char::is_ascii_digit).count();
    let is_numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\'');
    let is_limit = ["<", "less than", "up to", "fewer"].iter().any(|word| lower.starts_with(word));
    if is_limit {
        return Reason::new(
            Code::PeopleRange,
            format!("\"{text}\" is an upper bound, and there is no figure to count"),
            "write about how many there were, as ~40, or unknown, and the bound in the summary"
                .to_owned(),
        );
    }
    if digits > 15 && lower.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '.')) {
        return Reason::new(
            Code::PeopleUnreadable,
            format!("\"{text}\" is more people than there ever were"),
            "look the number up in the source",
        );
    }
    if digits > 0 && lower.trim_start_matches(['~', '>', '=']).chars().all(is_numeric) {
        // The fraction of a spreadsheet where commas are decimal: `1.234,00`.
        let lower = lower.strip_suffix(",00").filter(|rest| rest.contains('.')).unwrap_or(lower);
        let bare: String = lower.chars().filter(char::is_ascii_digit).collect();
        let grouped = lower.rsplit(['.', ',']).next().is_some_and(|group| group.len() == 3);
        if grouped {
            let thousands = bare.parse::<u64>().unwrap_or_default();
            return Reason::new(
                Code::PeopleAmbiguous,
                format!("\"{text}\" can be {thousands} or a fraction"),
                format!("write {thousands} if that is meant"),
            );
        }
        return Reason::new(
            Code::PeopleAmbiguous,
            format!("\"{text}\" is a fraction, or its digits are grouped wrongly"),
            "write whole people, in digits only".to_owned(),
        );
    }
    let ends: Vec<u64> =
        lower.split(['-', '–', '—', ' ']).filter_map(|part| plain(part.trim())).collect();
    let has_between = ["-", "–", "—", " to ", " à "].iter().any(|sign| lower.contains(sign));
    if let ([low, high], true) = (ends.as_slice(), has_between)
        && low < high
    {
        return Reason::new(
            Code::PeopleRange,
            format!("\"{text}\" is a range, and one figure is counted"),
            format!("write >={low}, or ~{}, and both ends in the summary", low.midpoint(*high)),
        );
    }
    if ["-9", "-99", "-999", "-9999", "-1"].contains(&lower) {
        return Reason::new(
            Code::PeopleUnreadable,
            format!("\"{text}\" is a code for a missing value in many files"),
            "write unknown where people were affected and no number was published, else leave it empty",
        );
    }
    if lower.starts_with(['-', '−']) && digits > 0 {
        return Reason::new(
            Code::PeopleUnreadable,
            format!("\"{text}\" is negative"),
            "write the number without the sign, or ~ before it if it is approximate".to_owned(),
        );
    }
    if let Some(number) = abbreviated(lower) {
        return Reason::new(
            Code::PeopleUnreadable,
            format!("\"{text}\" is an abbreviated number, of which digits may be lost"),
            format!("write {number} if it is exact, or ~{number} if it is rounded"),
        );
    }
    if VAGUE.iter().any(|word| lower.contains(word)) {
        return Reason::new(
            Code::PeopleVague,
            format!("\"{text}\" is a word, not a figure"),
            "write unknown, and keep the word in the summary".to_owned(),
        );
    }
    if let Some(number) = lower
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .and_then(|inner| plain(inner.trim()))
    {
        return Reason::new(
            Code::PeopleAmbiguous,
            format!(
                "\"{text}\" is {number} in brackets, or minus {number} as accountants write it"
            ),
            format!("write {number} if that is meant"),
        );
    }
    if ["-", "–", "—", "none", "nil", "null", "no", "aucun"].contains(&lower) {
        return Reason::new(
            Code::PeopleUnreadable,
            format!("\"{text}\" can mean nobody, not known, or not about people"),
            "write 0, unknown, or leave the cell empty".to_owned(),
        );
    }
    if digits > 0 {
        return Reason::new(
            Code::PeopleUnreadable,
            format!("\"{text}\" is more than a number"),
            "write the number alone, as 73, >=13000 or ~260, and the rest in the summary"
                .to_owned(),
        );
    }
    Reason::new(
        Code::PeopleUnreadable,
        format!("\"{text}\" is not a number of people"),
        "write 73, >=13000, ~260, or unknown where no figure was published".to_owned(),
    )
}
