//! The cells of a record's row.

use crate::model::{Period, Record, RecordIndex};
use crate::query::Certainty;
use crate::view::messages::MessageId;
use crate::view::state::Scene;

/// What a cell shows, and what it is sorted by.
pub(super) struct Cell {
    pub(super) lines: Vec<String>,
    pub(super) sort_key: SortKey,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SortKey {
    Text(String),
    /// A missing number comes after all that have one.
    Number(bool, i64),
}

/// The cells, one for each column.
pub(super) fn cells(
    scene: &Scene,
    (index, record): (RecordIndex, &Record),
    certainty: Certainty,
    place: String,
) -> [Cell; 6] {
    let words = &scene.words;
    let language = words.language.as_str();
    let text = |text: String| Cell { sort_key: SortKey::Text(text.clone()), lines: vec![text] };
    let mut date = vec![words.period(&record.period)];
    if certainty == Certainty::Possible {
        date.push(words.say(MessageId::Possible));
    }
    let title = record.title.get(language).to_owned();
    let mut known = vec![title.clone(), record.summary.get(language).to_owned()];
    let whole = scene.index.whole(index).and_then(|whole| scene.dataset().record_at(whole));
    known.extend(
        whole.map(|whole| {
            words.fill(MessageId::IncludedIn, &[("whole", whole.title.get(language))])
        }),
    );
    let number = record.people.and_then(|people| people.number());
    let number = number.map(|number| i64::try_from(number).unwrap_or(i64::MAX));
    let said = [&record.attributed_to, &record.reported_by].map(|who| who.get(language).to_owned());
    [
        Cell { lines: date, sort_key: when(&record.period) },
        text(place),
        text(words.kind(&record.kind)),
        Cell { lines: known, sort_key: SortKey::Text(title) },
        Cell {
            lines: record.people.map(|people| words.number(people)).into_iter().collect(),
            sort_key: SortKey::Number(number.is_none(), number.unwrap_or_default()),
        },
        Cell { sort_key: SortKey::Text(said.join(" ")), lines: said.to_vec() },
    ]
}

/// Sorts by the last day, since the start can be open.
fn when(period: &Period) -> SortKey {
    SortKey::Text(period.latest().map_or_else(|| "9999".to_owned(), |day| day.to_string()))
}
