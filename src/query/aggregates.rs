//! All counts and figures for the chosen days and kinds, in one value that can be compared.

use super::{
    Certainty, Count, DayRange, Filter, KindCounts, PeopleTotal, Selection, Timeline,
    count_actions, destinations, headline, kind_counts_by_province, select,
};
use crate::model::{ActionKind, CountryCode, Dataset, ProvinceCode, RecordIndex, sorted};

/// How many figures are shown in large type. Lists and tables have all.
const FIGURES: usize = 4;

/// People sent from one country to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The country they were sent from.
    pub origin: CountryCode,
    /// The country they were sent to.
    pub country: CountryCode,
    /// How many, no one counted twice.
    pub total: PeopleTotal,
    /// Whether any of the records is certainly in range.
    pub certainty: Certainty,
}

/// The counts and figures for the chosen days and kinds.
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::query::{Aggregates, Count, Filter, Timeline};
/// let dataset = sample::dataset();
/// let timeline = Timeline::new(&dataset);
/// let all = Aggregates::new(&dataset, timeline.as_ref(), &Filter::default());
/// assert_eq!((all.local.certain, all.national.certain, all.largest()), (2, 1, 1));
/// assert_eq!(all.sent.first().map(|sent| sent.total.number), Some(70));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aggregates {
    /// Whether a record is in range, by [`RecordIndex`].
    records: Vec<Certainty>,
    /// The actions of each province.
    provinces: Vec<(ProvinceCode, KindCounts)>,
    /// The records of the [`headline`] figures, each with its parts.
    figures: Vec<(RecordIndex, Vec<RecordIndex>)>,
    /// The timeline, drawn around the chosen days.
    pub timeline: Option<Timeline>,
    /// The actions of the chosen kinds in each of its bars, whatever days are chosen.
    pub bars: Vec<Count>,
    /// The most actions in one bar, of any kind.
    pub most: usize,
    /// The people sent to each named country in range, the most people first.
    pub sent: Vec<Sent>,
    /// The records of each kind in the chosen days, of hidden kinds too.
    pub kinds: Vec<(ActionKind, Count)>,
    /// The actions in provinces.
    pub local: Count,
    /// The actions of or in the country as a whole.
    pub national: Count,
}

impl Aggregates {
    /// Computes them.
    #[must_use]
    pub fn new(dataset: &Dataset, timeline: Option<&Timeline>, filter: &Filter) -> Self {
        let selection = select(dataset, filter.range);
        let kinds = kinds(dataset).into_iter().map(|kind| {
            let of_kind = selection.records().filter(|one| one.item.kind == kind);
            let count = of_kind.map(|one| one.certainty).collect();
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

    /// The actions of a province; `None` if the dataset does not have it.
    #[must_use]
    pub fn kind_counts(&self, province: &ProvinceCode) -> Option<&KindCounts> {
        self.provinces.iter().find(|(code, _)| code == province).map(|(_, kind_counts)| kind_counts)
    }

    /// How many actions a province has.
    ///
    /// ```
    /// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
    /// use enforcement_map::model::{Day, ProvinceCode};
    /// use enforcement_map::query::{Aggregates, Count, DayRange, Filter};
    /// let until = DayRange::new(None, Day::new(2026, 1, 20).ok());
    /// let counts = Aggregates::new(&sample::dataset(), None, &Filter::from(until));
    /// let pailin = ProvinceCode::new("KH24")?;
    /// assert_eq!(counts.count(&pailin), Count { certain: 0, possible: 1 });
    /// # Ok::<(), enforcement_map::model::InvalidCode>(())
    /// ```
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

    /// The people sent from one country to another; `None` if there is no flow in range.
    #[must_use]
    pub fn sent(&self, origin: CountryCode, country: CountryCode) -> Option<&Sent> {
        self.sent.iter().find(|sent| (sent.origin, sent.country) == (origin, country))
    }

    /// Whether a record's figure is shown in large type: it is part of no other one in range, and among
    /// the largest.
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
