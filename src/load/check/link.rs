//! Ids that are used twice, and references that lead nowhere.

use super::{Entry, File};
use crate::load::problem::say;
use crate::load::{Code, Layer, Problem};
use crate::model::{Province, RecordId, sorted};

/// Keeps the first province of each code.
pub(crate) fn provinces(
    provinces: Vec<(usize, Province)>,
    source: &str,
    problems: &mut Vec<Problem>,
) -> Vec<Province> {
    let mut seen = Vec::new();
    let mut first = |feature: usize, province: &Province| {
        let is_first = !seen.contains(&province.code);
        seen.push(province.code.clone());
        if !is_first {
            problems.push(Problem {
                feature: Some(feature),
                id: Some(province.code.to_string()),
                field: Some("id".to_owned()),
                ..Problem::of_file(
                    Layer::Provinces,
                    source,
                    Code::IdDuplicate,
                    "another province has the same code; the first one is shown",
                    "give each province a code of its own",
                )
            });
        }
        is_first
    };
    let kept = provinces.into_iter().filter(|(feature, province)| first(*feature, province));
    kept.map(|(_, province)| province).collect()
}

/// The places of records in their list, in the order of the ids.
pub(crate) struct Ids<'a> {
    entries: &'a [Entry],
    /// The first of each id.
    order: Vec<usize>,
    /// The others, with the first of their id.
    again: Vec<(usize, usize)>,
}

impl<'a> Ids<'a> {
    pub(crate) fn new(entries: &'a [Entry]) -> Self {
        let id = |place: usize| entries.get(place).map(|entry| &entry.id);
        // The first of each id comes first, since the sort keeps the order of equals.
        let all = sorted((0..entries.len()).collect(), |a: &usize, b| id(*a).cmp(&id(*b)));
        let (mut order, mut again): (Vec<usize>, Vec<_>) = (Vec::new(), Vec::new());
        for place in all {
            match order.last() {
                Some(first) if id(*first) == id(place) => again.push((place, *first)),
                _ => order.push(place),
            }
        }
        Self { entries, order, again }
    }

    /// The record with this id.
    pub(crate) fn find(&self, id: &RecordId) -> Option<&'a Entry> {
        let compare =
            |place: &usize| self.entries.get(*place).map(|entry| &entry.id).cmp(&Some(id));
        let found = self.order.binary_search_by(compare).ok()?;
        self.entries.get(*self.order.get(found)?)
    }

    /// What a record is part of.
    pub(crate) fn whole(&self, entry: &Entry) -> Option<&'a Entry> {
        self.find(entry.part_of.as_ref()?)
    }

    /// Whether following `part_of` from one record comes to another.
    pub(crate) fn leads_to(&self, from: &'a Entry, to: &RecordId) -> bool {
        let mut at = Some(from);
        // No chain without a circle is longer than there are records.
        for _ in 0..=self.order.len() {
            match at {
                Some(entry) if entry.id == *to => return true,
                Some(entry) => at = self.whole(entry),
                None => return false,
            }
        }
        // It goes round without this record: that is said of the records in the circle.
        false
    }
}

/// What the records lose: the places of those that repeat an id, and of those whose reference
/// leads nowhere, each in order.
#[derive(Debug, Default)]
pub(crate) struct Lost {
    pub(crate) records: Vec<usize>,
    pub(crate) references: Vec<usize>,
}

/// Finds ids used twice and references that lead nowhere.
///
/// Ids of records that could not be read are taken, too.
pub(crate) fn link(
    entries: &[Entry],
    #[cfg(feature = "sheets")] broken: &[Entry],
    files: &[File],
    problems: &mut Vec<Problem>,
) -> Lost {
    let ids = Ids::new(entries);
    #[cfg(feature = "sheets")]
    let unread = Ids::new(broken);
    #[cfg(feature = "sheets")]
    repeated(&ids, &unread, files, problems);
    let mut lost = Lost::default();
    for (place, first) in &ids.again {
        lost.records.push(*place);
        if let (Some(entry), Some(first)) = (entries.get(*place), entries.get(*first)) {
            problems.push(entry.problem(
                files,
                (Code::IdDuplicate, "id"),
                again(first, files),
                "give each record an id of its own",
            ));
        }
    }
    lost.records = sorted(lost.records, Ord::cmp);
    for (place, entry) in entries.iter().enumerate() {
        let Some(id) = entry.part_of.as_ref() else { continue };
        if lost.records.binary_search(&place).is_ok() {
            continue;
        }
        let (code, message) = match ids.find(id) {
            #[cfg(feature = "sheets")]
            None if unread.find(id).is_some() => {
                (Code::PartUnknown, say!("the record \"{id}\" has errors and could not be read"))
            }
            None => (Code::PartUnknown, say!("there is no record \"{id}\"")),
            Some(whole) if ids.leads_to(whole, &entry.id) => {
                (Code::PartLoop, round(&ids, entry, whole))
            }
            Some(_) => continue,
        };
        lost.references.push(place);
        #[cfg(feature = "sheets")]
        let remedy = remedy(code, id, &ids, unread.find(id).is_some());
        #[cfg(not(feature = "sheets"))]
        let remedy = REMEDY;
        problems.push(entry.problem(files, (code, "part_of"), message, remedy));
    }
    lost
}

#[cfg(not(feature = "sheets"))]
fn round(_: &Ids<'_>, entry: &Entry, whole: &Entry) -> String {
    say!("\"{}\" is itself part of \"{}\"", whole.id, entry.id)
}

/// The way round, as far as it can be shown.
#[cfg(feature = "sheets")]
fn round<'a>(ids: &Ids<'a>, entry: &'a Entry, whole: &'a Entry) -> String {
    const MOST: usize = 6;
    if whole.id == entry.id {
        return "the record is said to be part of itself".to_owned();
    }
    let mut way = say!("\"{}\" is part of \"{}\"", entry.id, whole.id);
    let mut at = whole;
    for _ in 0..MOST {
        let Some(next) = ids.whole(at) else { break };
        way.push_str(&say!(", which is part of \"{}\"", next.id));
        if next.id == entry.id {
            return way;
        }
        at = next;
    }
    way + " ..."
}

/// Says which records that could not be read have the id of another.
#[cfg(feature = "sheets")]
fn repeated(ids: &Ids<'_>, unread: &Ids<'_>, files: &[File], problems: &mut Vec<Problem>) {
    let mut pairs: Vec<(&Entry, &Entry)> = Vec::new();
    for (place, first) in &unread.again {
        pairs.extend(unread.entries.get(*place).zip(unread.entries.get(*first)));
    }
    for entry in unread.order.iter().filter_map(|place| unread.entries.get(*place)) {
        if let Some(other) = ids.find(&entry.id) {
            let is_later = (entry.file, entry.number) > (other.file, other.number);
            pairs.push(if is_later { (entry, other) } else { (other, entry) });
        }
    }
    for (entry, first) in pairs {
        let file = files.get(usize::from(first.file));
        let unit = if file.is_some_and(|file| file.names.is_some()) { "row" } else { "feature" };
        let source = file.map_or("", |file| &file.source);
        problems.push(entry.problem(
            files,
            (Code::IdDuplicate, "id"),
            say!("{unit} {} of {source} has the same id", first.number),
            "give each record an id of its own",
        ));
    }
}

const REMEDY: &str = "name the record whose figure includes this one's, or leave it empty";

#[cfg(not(feature = "sheets"))]
fn again(_: &Entry, _: &[File]) -> &'static str {
    "another record has the same id; the first one is shown"
}

#[cfg(feature = "sheets")]
fn again(first: &Entry, files: &[File]) -> String {
    let file = files.get(usize::from(first.file));
    let unit = if file.is_some_and(|file| file.names.is_some()) { "row" } else { "feature" };
    let source = file.map_or("", |file| &file.source);
    say!("{unit} {} of {source} has the same id; the first one is shown", first.number)
}

/// Offers the ids that are most like the one that is not there.
#[cfg(feature = "sheets")]
fn remedy(code: Code, id: &RecordId, ids: &Ids<'_>, is_unread: bool) -> String {
    /// Above this many records, comparing each would take longer than reading them.
    const MOST: usize = 20_000;
    if code != Code::PartUnknown || is_unread || ids.order.len() > MOST {
        return REMEDY.to_owned();
    }
    let likeness = |place: &usize| {
        let other = &ids.entries.get(*place)?.id;
        let likeness = strsim::normalized_damerau_levenshtein(
            &id.as_str().to_lowercase(),
            &other.as_str().to_lowercase(),
        );
        (likeness > 0.6).then_some((likeness, other))
    };
    let best = ids.order.iter().filter_map(likeness).max_by(|(a, _), (b, _)| a.total_cmp(b));
    match best {
        Some((_, near)) => say!("did you mean \"{near}\"? Else {REMEDY}"),
        None => REMEDY.to_owned(),
    }
}
