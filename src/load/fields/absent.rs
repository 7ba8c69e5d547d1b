//! Words that stand for a missing value.

/// Words of R, Python, SQL and JSON for a value that is missing, in lower case.
const WORDS: [&str; 11] =
    ["na", "nan", "null", "none", "nil", "\\n", "<na>", "(null)", "(blank)", "undefined", "nat"];

/// Signs and words of tables for a value that is missing, in lower case: in fields that may be empty
/// they are no value.
const SIGNS: [&str; 31] = [
    "-",
    "–",
    "—",
    "−",
    "--",
    "---",
    "..",
    "...",
    "…",
    "·",
    ":",
    "n/d",
    "nd",
    "n.d.",
    "k.a.",
    "k. a.",
    "s.d.",
    "s/d",
    "s/o",
    "b.d.",
    "n.v.t.",
    "tbd",
    "tba",
    "tbc",
    "missing",
    "no data",
    "нет данных",
    "н/д",
    "없음",
    "không rõ",
    "មិនដឹង",
];

/// The same in columns of figures: marks for what was suppressed, and numbers that are codes. Each may
/// stand for nobody, for a figure that is not published, or for a record that is not about people.
const NO_FIGURES: [&str; 31] = [
    "-", "–", "—", "−", "--", "---", "..", "...", "…", "·", ":", "x", "xx", "xxx", "z", "zz",
    "zzz", "c", "*", "**", "s/o", "n.v.t.", "-1", "-9", "-99", "-999", "-9999", "-88", "-888",
    "-77", "-777",
];

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
        "id" => false,
        // `None` may be a kind, and the error of a formula is none.
        "kind" => ERRORS.contains(&&*text),
        "place" | "origin" | "destination" if text == "na" => false,
        // "n/a" in `people` says that no number was published.
        "people" => [&WORDS[..], &ERRORS, &NO_FIGURES].iter().any(|words| words.contains(&&*text)),
        // `..` is an open end.
        "date_end" if text == ".." => false,
        "date_end" | "places" | "lat" | "lon" | "url" | "part_of" | "attributed_to"
        | "reported_by" | "summary"
            if SIGNS.contains(&&*text) =>
        {
            true
        }
        _ => text == "n/a" || WORDS.contains(&&*text) || ERRORS.contains(&&*text),
    }
}
