//! Normal forms of text, so that spellings that a reader takes for the same compare as equal.

use unicode_normalization::UnicodeNormalization as _;

/// The letters and digits of a text in lower case, without accents, spaces, signs and the
/// invisible characters (U+200B) that separate Khmer words. Marks of scripts in which they are
/// vowels stay.
pub(crate) fn folded(text: &str) -> String {
    let is_accent = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    let lower = text.nfkd().filter(|c| !is_accent(c)).flat_map(char::to_lowercase);
    lower.filter(|c| c.is_alphanumeric() || is_mark(*c)).map(plain_letter).collect()
}

/// Marks that belong to a letter: those of Khmer and its neighbours.
fn is_mark(c: char) -> bool {
    ('\u{900}'..='\u{e7f}').contains(&c) || ('\u{1780}'..='\u{17d3}').contains(&c)
}

/// Letters that Unicode does not take apart.
fn plain_letter(c: char) -> char {
    match c {
        'đ' => 'd',
        'ø' => 'o',
        'ł' => 'l',
        'ı' => 'i',
        _ => c,
    }
}

/// How alike two texts are: 1 for equal ones, 0 for those with nothing in common
/// (Damerau-Levenshtein distance, divided by the length of the longer text).
pub(crate) fn likeness(a: &str, b: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(a, b)
}

/// The characters for 0 in scripts that write numbers as we do: Arabic, Persian, Devanagari,
/// Bengali, Thai, Lao, Burmese, Khmer, and full-width digits.
const ZEROS: [u32; 9] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10];

/// The text as a reader sees it: without invisible characters, with one space where there are
/// several, and with the digits of other scripts as 0 to 9.
pub(crate) fn visible(text: &str) -> String {
    let is_shown = |c: &char| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{202a}'..='\u{202e}');
    let digit = |c: char| {
        let value = |zero: &u32| u32::from(c).checked_sub(*zero).filter(|value| *value < 10);
        let value = ZEROS.iter().find_map(value).and_then(|value| char::from_digit(value, 10));
        value.unwrap_or(c)
    };
    let words: String = text.chars().filter(is_shown).map(digit).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
