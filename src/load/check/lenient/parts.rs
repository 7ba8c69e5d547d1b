//! Parts that are larger than their whole.

use std::collections::HashMap;

use crate::load::check::entry::Entry;
use crate::load::check::file::File;
use crate::load::check::ids::Ids;
use crate::load::diagnostic::{Code, Diagnostic};
use crate::model::{People, RecordId};

/// The largest number that a figure can stand for; `None` where it has no upper bound.
fn most(people: People) -> Option<u64> {
    match people {
        People::Exactly(number) => Some(number),
        // "About 260" may be 270.
        People::About(number) => Some(number.saturating_add(number / 10)),
        People::AtLeast(_) | People::NotPublished => None,
    }
}

pub(super) fn check(
    entries: &[Entry],
    ids: &Ids<'_>,
    files: &[File],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut sums: HashMap<&RecordId, (u64, Vec<&Entry>)> = HashMap::new();
    for part in entries {
        let (Some(number), Some(whole)) =
            (part.figures.people.and_then(People::number), ids.whole(part))
        else {
            continue;
        };
        let Some(limit) = whole.figures.people.and_then(most) else { continue };
        if whole.id == part.id {
            continue;
        }
        if number > limit {
            diagnostics.push(part.diagnostic(
                files,
                (Code::PartLarger, "people"),
                format!(
                    "this part ({}) is larger than its whole \"{}\" ({})",
                    figure(part),
                    whole.id,
                    figure(whole)
                ),
                "correct one of the figures, or leave part_of empty",
            ));
        } else {
            let (sum, parts) = sums.entry(&whole.id).or_default();
            *sum = sum.saturating_add(number);
            parts.push(part);
        }
    }
    let mut large: Vec<(&Entry, u64, Vec<&Entry>)> = sums
        .into_iter()
        .filter_map(|(id, (sum, parts))| Some((ids.find(id)?, sum, parts)))
        .filter(|(whole, sum, _)| {
            whole.figures.people.and_then(most).is_some_and(|limit| *sum > limit)
        })
        .collect();
    large.sort_by_key(|(whole, ..)| (whole.file, whole.number));
    for (whole, sum, parts) in large {
        let names: Vec<String> =
            parts.iter().take(3).map(|part| format!("\"{}\"", part.id)).collect();
        let more =
            if parts.len() > 3 { format!(" and {} more", parts.len() - 3) } else { String::new() };
        diagnostics.push(whole.diagnostic(
            files,
            (Code::PartsLarger, "people"),
            format!(
                "the parts {}{more} together ({sum}) are larger than their whole ({})",
                names.join(", "),
                figure(whole)
            ),
            "correct the figures, or make those that overlap parts of each other",
        ));
    }
}

fn figure(entry: &Entry) -> String {
    entry.figures.people.map(|people| people.to_string()).unwrap_or_default()
}
