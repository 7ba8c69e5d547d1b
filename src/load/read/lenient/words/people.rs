//! Words beside numbers of people.

/// Words before a number that make it a lower bound.
pub(in crate::load::read::lenient) const MORE: [&str; 23] = [
    "over ",
    "at least ",
    "more than ",
    "minimum ",
    "min. ",
    "plus de ",
    "au moins ",
    "over",
    "+",
    "mehr als ",
    "mindestens ",
    "über ",
    "más de ",
    "al menos ",
    "至少",
    "超过",
    "超過",
    "逾",
    "최소",
    "ជាង",
    "យ៉ាងហោចណាស់",
    "hơn ",
    "ít nhất ",
];
/// Characters behind a number that make it a lower bound: "or more" in Chinese, Japanese, Korean.
pub(in crate::load::read::lenient) const OR_MORE: [&str; 6] =
    ["以上", "多", "余", "餘", "이상", "여"];
/// Words before a number that make it approximate.
pub(in crate::load::read::lenient) const NEAR: [&str; 24] = [
    "nearly ",
    "almost ",
    "etwa ",
    "rund ",
    "près de ",
    "unos ",
    "cerca de ",
    "約",
    "约",
    "大约",
    "大約",
    "近",
    "약",
    "ប្រហែល",
    "ប្រមាណ",
    "about ",
    "around ",
    "some ",
    "approximately ",
    "approx. ",
    "approx ",
    "circa ",
    "environ ",
    "ca. ",
];
/// Ways to write that no number was published.
pub(in crate::load::read::lenient) const UNKNOWN: [&str; 8] =
    ["n.a.", "n/d", "nd", "not known", "unspecified", "undisclosed", "inconnu", "unk"];
/// Words that stand for a number that was not published.
pub(in crate::load::read::lenient) const VAGUE: [&str; 12] = [
    "dozen", "score", "hundred", "thousand", "million", "several", "many", "few", "some",
    "centaine", "millier", "dizaine",
];
/// Words behind a number for the people that it counts.
pub(in crate::load::read::lenient) const UNITS: [&str; 20] = [
    "人",
    "名",
    "人次",
    "명",
    "នាក់",
    "คน",
    "người",
    "personen",
    "people",
    "persons",
    "person",
    "suspects",
    "suspect",
    "foreigners",
    "nationals",
    "personnes",
    "individuals",
    "workers",
    "victims",
    "arrested",
];
