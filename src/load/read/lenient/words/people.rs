//! Words beside numbers of people.

/// Words before a number that make it a lower bound.
pub(in crate::load::read::lenient) const MORE: [&str; 9] =
    ["over ", "at least ", "more than ", "minimum ", "min. ", "plus de ", "au moins ", "over", "+"];
/// Words before a number that make it approximate.
pub(in crate::load::read::lenient) const NEAR: [&str; 9] = [
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
pub(in crate::load::read::lenient) const UNITS: [&str; 12] = [
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
