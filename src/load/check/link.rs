//! Ids that are used twice, and references that lead nowhere.

use super::entry::Entry;
use super::file::File;
use super::ids::Ids;
use super::mode::compare::nearest;
use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::mode::{LENIENT, say, words};
use crate::model::{RecordId, sorted};

const REMEDY: &str = "name the record whose figure includes this one's, or leave it empty";

/// For how many unknown references the most similar id is looked for: each compares all of them.
const OFFERS: usize = 20;

/// What the records lose: the indices of those that repeat an id, and of those whose reference
/// leads nowhere, each in order.
#[derive(Debug, Default)]
pub(crate) struct Lost {
    pub(crate) records: Vec<usize>,
    pub(crate) references: Vec<usize>,
}

/// Finds ids that are used twice and references that lead nowhere. The ids of records that could
/// not be read count too.
pub(crate) fn link(
    entries: &[Entry],
    unread: &[Entry],
    files: &[File],
    diagnostics: &mut Vec<Diagnostic>,
) -> Lost {
    let ids = Ids::new(entries);
    let unread = if LENIENT { Ids::new(unread) } else { Ids::none() };
    if LENIENT {
        repeated(&ids, &unread, files, diagnostics);
    }
    let mut lost = Lost::default();
    for (index, first) in &ids.again {
        lost.records.push(*index);
        if let (Some(entry), Some(first)) = (entries.get(*index), entries.get(*first)) {
            diagnostics.push(entry.diagnostic(
                files,
                (Code::IdDuplicate, "id"),
                same_id(first, files, "; the first one is shown"),
                "give each record an id of its own",
            ));
        }
    }
    lost.records = sorted(lost.records, Ord::cmp);
    let circles = ids.circles();
    let mut offers = 0..OFFERS;
    for (index, entry) in entries.iter().enumerate() {
        let Some(id) = entry.part_of.as_ref() else { continue };
        if lost.records.binary_search(&index).is_ok() {
            continue;
        }
        let (code, message, remedy) = match ids.find(id) {
            None if LENIENT && unread.find(id).is_some() => (
                Code::PartUnknown,
                say!("the record \"{id}\" has errors and could not be read"),
                words(REMEDY),
            ),
            None => (
                Code::PartUnknown,
                say!("there is no record \"{id}\""),
                offer(id, &ids, offers.next().is_some()),
            ),
            Some(whole) if circles.get(index).copied().unwrap_or_default() => {
                (Code::PartLoop, circle(&ids, entry, whole), words(REMEDY))
            }
            Some(_) => continue,
        };
        lost.references.push(index);
        diagnostics.push(entry.diagnostic(files, (code, "part_of"), message, remedy));
    }
    lost
}

/// Offers the id that is most like the one that is not there.
fn offer(id: &RecordId, ids: &Ids<'_>, is_compared: bool) -> String {
    match if is_compared { nearest(id, ids) } else { None } {
        Some(near) => say!("did you mean \"{near}\"? Else {REMEDY}"),
        None => words(REMEDY),
    }
}

/// The way round a circle, as far as it can be shown.
fn circle<'a>(ids: &Ids<'a>, entry: &'a Entry, whole: &'a Entry) -> String {
    const MOST: usize = 6;
    if !LENIENT {
        return String::new();
    }
    if whole.id == entry.id {
        return "the record is said to be part of itself".to_owned();
    }
    let mut way = format!("\"{}\" is part of \"{}\"", entry.id, whole.id);
    let mut at = whole;
    for _ in 0..MOST {
        let Some(next) = ids.whole(at) else { break };
        way.push_str(&format!(", which is part of \"{}\"", next.id));
        if next.id == entry.id {
            return way;
        }
        at = next;
    }
    way + " ..."
}

/// Finds records that could not be read and have the id of another.
fn repeated(ids: &Ids<'_>, unread: &Ids<'_>, files: &[File], diagnostics: &mut Vec<Diagnostic>) {
    let mut pairs: Vec<(&Entry, &Entry)> = Vec::new();
    for (index, first) in &unread.again {
        pairs.extend(unread.entries.get(*index).zip(unread.entries.get(*first)));
    }
    for entry in unread.order.iter().filter_map(|index| unread.entries.get(*index)) {
        if let Some(other) = ids.find(&entry.id) {
            let is_later = (entry.file, entry.number) > (other.file, other.number);
            pairs.push(if is_later { (entry, other) } else { (other, entry) });
        }
    }
    for (entry, first) in pairs {
        diagnostics.push(entry.diagnostic(
            files,
            (Code::IdDuplicate, "id"),
            same_id(first, files, ""),
            "give each record an id of its own",
        ));
    }
}

/// Says which record has the id.
fn same_id(first: &Entry, files: &[File], end: &str) -> String {
    let file = files.get(usize::from(first.file));
    let (unit, source) = file.map_or(("feature", ""), |file| (file.unit(), &*file.source));
    say!("{unit} {} of {source} has the same id{end}", first.number)
}
