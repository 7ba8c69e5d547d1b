//! Words in dates.

/// English months.
pub(in crate::load::read::lenient) const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// French months, without accents.
pub(in crate::load::read::lenient) const FRENCH: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];
/// Khmer months.
pub(in crate::load::read::lenient) const KHMER: [&str; 12] =
    ["មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"];

/// English and French days of the week.
pub(in crate::load::read::lenient) const WEEKDAYS: [&str; 14] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
];

/// Words within a date that say nothing: articles, and the Khmer words for day, month and year.
pub(in crate::load::read::lenient) const FILLERS: [&str; 8] =
    ["the", "of", "le", "de", "ថ្ងៃ", "ថ្ងៃទី", "ខែ", "ឆ្នាំ"];

/// Words before a date that make it approximate.
pub(in crate::load::read::lenient) const APPROXIMATE: [&str; 11] = [
    "about ", "around ", "circa ", "approx. ", "approx ", "ca. ", "ca ", "c. ", "vers ", "~ ", "~",
];

/// Words that mean something only on the day they are written.
pub(in crate::load::read::lenient) const VAGUE: [&str; 19] = [
    "today",
    "yesterday",
    "tomorrow",
    "last ",
    "this ",
    "recent",
    "ago",
    "soon",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "hier",
    "semaine",
    "dernier",
    "récemment",
];

/// Words for a part of a year or month without its ends.
pub(in crate::load::read::lenient) const PARTLY: [&str; 9] =
    ["early ", "late ", "mid-", "mid ", "sometime", "beginning of", "end of", "début", "fin "];
