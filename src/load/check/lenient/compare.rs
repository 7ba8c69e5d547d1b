//! Leniently, figures are compared too, and an unknown id is compared with those that there are.

use super::{parts, totals};
use crate::load::check::entry::Entry;
use crate::load::check::file::File;
use crate::load::check::ids::Ids;
use crate::load::diagnostic::Diagnostic;
use crate::load::text::likeness;
use crate::model::RecordId;

/// Above this many records, comparing each would take longer than reading them.
const MOST: usize = 20_000;

/// The id that is most like one that no record has.
pub(crate) fn nearest<'a>(id: &RecordId, ids: &Ids<'a>) -> Option<&'a RecordId> {
    if ids.order.len() > MOST {
        return None;
    }
    let likeness = |index: &usize| {
        let other = &ids.entries.get(*index)?.id;
        let likeness = likeness(&id.as_str().to_lowercase(), &other.as_str().to_lowercase());
        (likeness > 0.6).then_some((likeness, other))
    };
    let best = ids.order.iter().filter_map(likeness).max_by(|(a, _), (b, _)| a.total_cmp(b));
    best.map(|(_, id)| id)
}

/// Compares the figures of all records.
pub(crate) fn figures(entries: &[Entry], files: &[File], diagnostics: &mut Vec<Diagnostic>) {
    let ids = Ids::new(entries);
    parts::check(entries, &ids, files, diagnostics);
    totals::check(entries, &ids, files, diagnostics);
}
