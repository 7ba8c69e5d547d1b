//! Everything that the chosen days and kinds decide, in one value that can be compared with the last one.

use super::{
    Certainty, Count, DayRange, Filter, KindCounts, PeopleTotal, Selection, Timeline,
    count_actions, destinations, headline, kind_counts_by_province, select,
};
use crate::model::{ActionKind, CountryCode, Dataset, ProvinceCode, RecordIndex, sorted};

/// How many figures are put in large type: with more, none is. Lists and tables have all.
const FIGURES: usize = 4;

/// People sent from one country to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    /// From where.
    pub origin: CountryCode,
    /// To where.
    pub country: CountryCode,
    /// How many, no one counted twice.
    pub total: PeopleTotal,
    /// Whether any of the records is certainly in range.
    pub certainty: Certainty,
}

/// What the reader wants to see, worked out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aggregates {
    /// For each row of the dataset.
    records: Vec<Certainty>,
    /// The actions by province.
    provinces: Vec<(ProvinceCode, KindCounts)>,
    /// The [`headline`] figures' rows, each with those of its parts.
    figures: Vec<(RecordIndex, Vec<RecordIndex>)>,
    /// The time that the data cover, drawn so that the chosen days are seen best.
    pub timeline: Option<Timeline>,
    /// For each bar of it its actions of the chosen kinds, whatever the chosen days.
    pub bars: Vec<Count>,
    /// The most actions, of whatever kind, in one bar.
    pub most: usize,
    /// The flows in range whose destination was named, those of the most people first.
    pub sent: Vec<Sent>,
    /// For each kind that there is its records in the chosen days, whether it is let in or not.
    pub kinds: Vec<(ActionKind, Count)>,
    /// The actions in provinces.
    pub local: Count,
    /// The actions of or in the country as a whole.
    pub national: Count,
}

impl Aggregates {
    /// Works them out.
    #[must_use]
    pub fn new(dataset: &Dataset, timeline: Option<&Timeline>, filter: &Filter) -> Self {
        let selection = select(dataset, filter.range);
        let kinds = kinds(dataset).into_iter().map(|kind| {
            let such = selection.records().filter(|one| one.item.kind == kind);
            let count = such.map(|one| one.certainty).collect();
            (kind, count)
        });
        let kinds = kinds.collect();
        let selection = selection.filtered(filter);
        let timeline = timeline.map(|timeline| timeline.around(filter.drawn));
        let everything = || select(dataset, DayRange::ALL);
        let counts = |selection: &Selection<'_>| {
            timeline.as_ref().map_or_else(Vec::new, |timeline| timeline.counts(selection))
        };
        let bars = counts(&everything().filtered(filter));
        let most = counts(&everything()).iter().map(|count| count.all()).max().unwrap_or_default();
        let mut records: Vec<_> = dataset.records().map(|_| Certainty::Outside).collect();
        for one in selection.records() {
            if let Some(certainty) = records.get_mut(one.index.0) {
                *certainty = one.certainty;
            }
        }
        let figures = headline(dataset, &selection).into_iter().take(FIGURES);
        let sent = destinations(dataset, &selection).into_iter().map(|figure| Sent {
            origin: figure.origin,
            country: figure.country,
            total: figure.total,
            certainty: figure.certainty(),
        });
        let codes = dataset.provinces.iter().map(|province| province.code.clone());
        Self {
            records,
            bars,
            most,
            sent: sent.collect(),
            timeline,
            kinds,
            provinces: codes.zip(kind_counts_by_province(dataset, &selection)).collect(),
            figures: figures.map(|figure| (figure.index, figure.part_indices())).collect(),
            local: count_actions(&selection, |action| action.province().is_some()),
            national: count_actions(&selection, |action| action.province().is_none()),
        }
    }

    /// Whether a record is in the range.
    #[must_use]
    pub fn certainty(&self, index: RecordIndex) -> Certainty {
        self.records.get(index.0).copied().unwrap_or(Certainty::Outside)
    }

    /// The actions of a province; none for one that the dataset does not have.
    #[must_use]
    pub fn kind_counts(&self, province: &ProvinceCode) -> Option<&KindCounts> {
        self.provinces.iter().find(|(code, _)| code == province).map(|(_, kind_counts)| kind_counts)
    }

    /// How many actions a province has.
    #[must_use]
    pub fn count(&self, province: &ProvinceCode) -> Count {
        self.kind_counts(province).map(|kind_counts| kind_counts.count).unwrap_or_default()
    }

    /// The largest number of actions that one province has.
    #[must_use]
    pub fn largest(&self) -> usize {
        self.provinces
            .iter()
            .map(|(_, kind_counts)| kind_counts.count.all())
            .max()
            .unwrap_or_default()
    }

    /// What is known of the people sent from one country to another.
    #[must_use]
    pub fn sent(&self, origin: CountryCode, country: CountryCode) -> Option<&Sent> {
        self.sent.iter().find(|sent| (sent.origin, sent.country) == (origin, country))
    }

    /// Whether a record's figure stands for itself, being part of no other in the range, and is one
    /// of the largest.
    #[must_use]
    pub fn is_figure(&self, index: RecordIndex) -> bool {
        self.figures.iter().any(|(figure, _)| *figure == index)
    }

    /// Whether a record is shown under another's figure.
    #[must_use]
    pub fn is_part(&self, part: RecordIndex, figure: RecordIndex) -> bool {
        self.figures.iter().any(|(index, parts)| *index == figure && parts.contains(&part))
    }
}

/// The kinds that a dataset's records have, in the order of kinds.
fn kinds(dataset: &Dataset) -> Vec<ActionKind> {
    let mut kinds =
        sorted(dataset.records().map(|record| record.kind.clone()).collect(), ActionKind::cmp);
    kinds.dedup();
    kinds
}
