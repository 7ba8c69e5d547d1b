//! Words that stand for a missing value.

/// Words of R, Python, SQL and JSON for a value that is missing, in lower case.
const WORDS: [&str; 11] =
    ["na", "nan", "null", "none", "nil", "\\n", "<na>", "(null)", "(blank)", "undefined", "nat"];

/// What spreadsheets show where a formula failed, in lower case.
const ERRORS: [&str; 11] = [
    "#n/a", "#n/a!", "#na", "#ref!", "#value!", "#name?", "#div/0!", "#num!", "#null!", "#error!",
    "#spill!",
];

/// Whether a value of this field is none. `NA` is Namibia too, so that countries and places are
/// read where the question can be asked; `None` as a kind or an id is one that somebody chose.
pub(crate) fn is_absent(field: &str, text: &str) -> bool {
    let text = text.trim().to_lowercase();
    match field {
        "id" | "kind" => false,
        "place" | "origin" | "destination" if text == "na" => false,
        // "n/a" in `people` says that no number was published.
        "people" => WORDS.contains(&&*text) || ERRORS.contains(&&*text),
        _ => text == "n/a" || WORDS.contains(&&*text) || ERRORS.contains(&&*text),
    }
}
