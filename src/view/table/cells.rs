//! The cells of a record's row, and what they are sorted by.

use crate::model::{Period, Record, RecordIndex};
use crate::query::Certainty;
use crate::view::messages::MessageId;
use crate::view::state::Scene;

/// The columns, from 0.
pub(super) const DATE: usize = 0;
const PLACE: usize = 1;
const KIND: usize = 2;
const WHAT: usize = 3;
const PEOPLE: usize = 4;

#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SortKey {
    Text(String),
    /// A missing number comes after all that have one.
    Number(bool, i64),
}

/// The lines of the cells, one for each column.
pub(super) fn cells(
    scene: &Scene,
    (index, record): (RecordIndex, &Record),
    certainty: Certainty,
) -> [Vec<String>; 6] {
    let words = &scene.words;
    let language = words.language.as_str();
    let mut date = vec![words.period(&record.period)];
    if certainty == Certainty::Possible {
        date.push(words.say(MessageId::Possible));
    }
    let mut known =
        vec![record.title.get(language).to_owned(), record.summary.get(language).to_owned()];
    let whole = scene.index.whole(index).and_then(|whole| scene.dataset().record_at(whole));
    known.extend(
        whole.map(|whole| {
            words.fill(MessageId::IncludedIn, &[("whole", whole.title.get(language))])
        }),
    );
    [
        date,
        vec![place(scene, index)],
        vec![words.kind(&record.kind)],
        known,
        record.people.map(|people| words.number(people)).into_iter().collect(),
        said(scene, record).to_vec(),
    ]
}

/// What a record is sorted by in a column.
pub(super) fn sort_key(
    scene: &Scene,
    (index, record): (RecordIndex, &Record),
    column: usize,
) -> SortKey {
    SortKey::Text(match column {
        DATE => when(&record.period),
        PLACE => place(scene, index),
        KIND => scene.words.kind(&record.kind),
        WHAT => record.title.get(&scene.words.language).to_owned(),
        PEOPLE => {
            let number = record.people.and_then(|people| people.number());
            let number = number.map(|number| i64::try_from(number).unwrap_or(i64::MAX));
            return SortKey::Number(number.is_none(), number.unwrap_or_default());
        }
        _ => said(scene, record).join(" "),
    })
}

/// Where an action was, or where a flow goes.
fn place(scene: &Scene, index: RecordIndex) -> String {
    let dataset = scene.dataset();
    match (dataset.action(index), dataset.flow(index)) {
        (None, Some(flow)) => scene.destination(flow.destination),
        (action, _) => match action.and_then(|action| action.province()) {
            Some(code) => scene.province_name(code),
            None => scene.words.say(MessageId::National),
        },
    }
}

fn said(scene: &Scene, record: &Record) -> [String; 2] {
    let language = &scene.words.language;
    [&record.attributed_to, &record.reported_by].map(|who| who.get(language).to_owned())
}

/// Sorts by the last day, since the start can be open.
fn when(period: &Period) -> String {
    period.latest().map_or_else(|| "9999".to_owned(), |day| day.to_string())
}
