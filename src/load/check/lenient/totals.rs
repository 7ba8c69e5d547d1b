//! Totals that may count the same people twice: a record covers a longer time or the whole country,
//! and other records of the same kind are within it.

use std::collections::BTreeMap;

use super::nested::Nested;
use crate::load::check::entry::Entry;
use crate::load::check::file::File;
use crate::load::check::ids::Ids;
use crate::load::diagnostic::{Code, Diagnostic};
use crate::model::People;

/// The records that a record covers: how many, and the first few.
#[derive(Default)]
struct Covered<'a> {
    count: usize,
    first: Vec<&'a Entry>,
}

pub(super) fn check(
    entries: &[Entry],
    ids: &Ids<'_>,
    files: &[File],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut counted: Vec<&Entry> = entries
        .iter()
        .filter(|entry| {
            entry.figures.people.and_then(People::number).is_some_and(|number| number > 0)
        })
        .collect();
    // Within a group by place, then the longest of those that begin together first.
    counted.sort_unstable_by_key(|entry| {
        (
            entry.figures.group,
            entry.figures.place,
            entry.figures.days.0,
            std::cmp::Reverse(entry.figures.days.1),
            entry.file,
            entry.number,
        )
    });
    // Also of those without a figure: each counts as an action.
    let mut all: Vec<&Entry> = entries.iter().collect();
    all.sort_unstable_by_key(|entry| {
        (entry.figures.group, entry.figures.place, entry.figures.days, entry.file, entry.number)
    });
    repeated(&all, files, diagnostics);
    let none = Nested::new(std::iter::empty());
    let mut covered: BTreeMap<(u16, u32), (&Entry, Covered<'_>)> = BTreeMap::new();
    for group in counted.chunk_by(|a, b| a.figures.group == b.figures.group) {
        let wide = group.iter().copied().filter(|entry| entry.figures.place == 0);
        let wide = Nested::new(wide);
        for place in group.chunk_by(|a, b| a.figures.place == b.figures.place) {
            let is_wide = place.first().is_some_and(|entry| entry.figures.place == 0);
            sweep(if is_wide { &none } else { &wide }, place, ids, &mut covered);
        }
    }
    for (entry, covered) in covered.into_values() {
        let names: Vec<String> =
            covered.first.iter().map(|one| format!("\"{}\"", one.id)).collect();
        let more = covered.count - covered.first.len();
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let (is, them) = if covered.count == 1 { ("lies", "it is") } else { ("lie", "they are") };
        diagnostics.push(entry.diagnostic(
            files,
            (Code::CountedTwice, "people"),
            format!("{}{more} {is} within the time and place of this record, so a total may count people twice", names.join(", ")),
            format!("if {them} in this figure, write part_of = \"{}\" there; if these are other people, leave it", entry.id),
        ));
    }
}

/// Finds for each record of one place the innermost one around it: that is enough, since it has its own
/// diagnostic about what is around it.
fn sweep<'a>(
    above: &Nested<'a>,
    place: &[&'a Entry],
    ids: &Ids<'a>,
    covered: &mut BTreeMap<(u16, u32), (&'a Entry, Covered<'a>)>,
) {
    let longer = |entry: &&&Entry| entry.figures.days.0 < entry.figures.days.1;
    let beside = Nested::new(place.iter().filter(longer).copied());
    for &entry in place {
        let days = entry.figures.days;
        let mut own = beside
            .around(days)
            .filter(|(other_days, other)| *other_days != days && !related(ids, other, entry));
        let mut wide =
            above.around((days.0, days.1)).filter(|(_, other)| !related(ids, other, entry));
        // Of two, the one that begins later; of those that begin together, the one of the same place.
        let around = match (own.next(), wide.next()) {
            (Some((own, entry)), Some((wide, _))) if own.0 >= wide.0 => Some(entry),
            (own, None) => own.map(|(_, entry)| entry),
            (_, Some((_, entry))) => Some(entry),
        };
        if let Some(other) = around {
            let (_, covered) = covered
                .entry((other.file, other.number))
                .or_insert_with(|| (other, Covered::default()));
            covered.count += 1;
            if covered.first.len() < 3 {
                covered.first.push(entry);
            }
        }
    }
}

/// Whether one is part of the other, or both are parts of one.
fn related<'a>(ids: &Ids<'a>, a: &'a Entry, b: &'a Entry) -> bool {
    ids.leads_to(a, &b.id)
        || ids.leads_to(b, &a.id)
        || (a.part_of.is_some() && a.part_of == b.part_of)
}

/// Finds records that are the same under several ids.
fn repeated(counted: &[&Entry], files: &[File], diagnostics: &mut Vec<Diagnostic>) {
    let is_same = |a: &&Entry, b: &&Entry| {
        a.figures.group == b.figures.group
            && a.figures.place == b.figures.place
            && a.figures.days == b.figures.days
    };
    for same in counted.chunk_by(is_same).filter(|same| same.len() > 1) {
        let mut seen: std::collections::HashMap<(Option<People>, u32), &Entry> = Default::default();
        for entry in same {
            match seen.get(&(entry.figures.people, entry.figures.title)) {
                Some(first) if first.id != entry.id => diagnostics.push(entry.diagnostic(
                    files,
                    (Code::RecordRepeated, "id"),
                    format!("\"{}\" has the same date, place, kind, people and title", first.id),
                    "if both are one event, remove one; else give them titles that tell them apart",
                )),
                Some(_) => {}
                None => {
                    seen.insert((entry.figures.people, entry.figures.title), entry);
                }
            }
        }
    }
}
