//! Marks of footnotes behind a value, as tables of yearbooks and encyclopaedias have them.

/// A text without the mark of a footnote behind it, and the mark: `[1]`, `[note 1]`, `(a)`, `*`, `†`, `²`.
pub(super) fn without(text: &str) -> (&str, Option<&str>) {
    let whole = text.trim();
    let is_sign = |c: char| matches!(c, '*' | '†' | '‡' | '§' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
    let plain = whole.trim_end_matches(is_sign).trim_end();
    let plain = bracketed(plain, '[', ']').or_else(|| bracketed(plain, '(', ')')).unwrap_or(plain);
    match whole.strip_prefix(plain) {
        Some(mark) if !plain.is_empty() && !mark.is_empty() => (plain, Some(mark.trim())),
        _ => (text, None),
    }
}

/// What stands before one letter, or up to two digits in square brackets.
fn bracketed(text: &str, open: char, close: char) -> Option<&str> {
    let (plain, mark) = text.strip_suffix(close)?.rsplit_once(open)?;
    let lower = mark.trim().to_lowercase();
    let named = ["note", "nb", "fn", "ref", "n"].iter().find_map(|word| lower.strip_prefix(word));
    let mark = match named.map(|number| number.trim_start_matches(['.', ' '])) {
        Some(number) if open == '[' && !number.is_empty() => number,
        _ => lower.as_str(),
    };
    let is_letter = mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_number =
        open == '[' && (1..=2).contains(&mark.len()) && mark.bytes().all(|b| b.is_ascii_digit());
    (is_letter || is_number).then(|| plain.trim_end())
}
