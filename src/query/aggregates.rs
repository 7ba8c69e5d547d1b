//! All counts and figures for the chosen days and kinds, in one value that can be compared.

use std::cmp::Reverse;
use std::sync::Arc;

use super::{
    Cells, Certainty, Count, Counts, DayRange, Filter, PeopleSum, PeopleTotal, Place, Span,
    Timeline,
};
use crate::model::{ActionKind, CountryCode, Day, ProvinceCode, RecordIndex, sorted};

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

/// The counts of as many days before the chosen ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// How many days.
    pub days: usize,
    /// The actions in provinces.
    pub local: Count,
    /// The actions of or in the country as a whole.
    pub national: Count,
    /// Those of each province, in the order of the dataset.
    provinces: Vec<Count>,
}

/// The counts and figures for the chosen days and kinds.
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::query::{Aggregates, Count, Filter, Index, Timeline};
/// let index = Index::new(&sample::dataset());
/// let timeline = Timeline::new(&index);
/// let all = Aggregates::new(&index, timeline.as_ref(), &Filter::default());
/// assert_eq!((all.local.certain, all.national.certain, all.counts()[0].all()), (2, 1, 1));
/// assert_eq!(all.sent.first().map(|sent| sent.total.number), Some(70));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aggregates {
    cells: Arc<Cells>,
    /// The actions of each province and kind in the chosen days; none of hidden kinds.
    by_cell: Vec<Count>,
    /// The actions of each province, in the order of the dataset.
    provinces: Vec<Count>,
    /// The records whose figures are shown in large type, each with its parts.
    figures: Vec<(RecordIndex, Vec<RecordIndex>)>,
    /// The timeline, drawn around the chosen days.
    pub timeline: Option<Timeline>,
    /// The records of the chosen kinds that are certainly in each of its bars, whatever days are
    /// chosen.
    pub bars: Vec<usize>,
    /// The most records in one bar, of all kinds.
    pub most: usize,
    /// The records of the chosen kinds that are known too roughly for one bar.
    pub spans: Vec<Span>,
    /// The people sent to each named country in range, the most people first.
    pub sent: Vec<Sent>,
    /// The records of each kind in the chosen days, of hidden kinds too.
    pub kinds: Vec<(ActionKind, Count)>,
    /// The people of each shown kind that has people in the dataset, in the order of kinds. They are
    /// never added up: the same people may have been arrested and deported.
    pub people: Vec<(ActionKind, PeopleSum)>,
    /// The actions in provinces.
    pub local: Count,
    /// The actions of or in the country as a whole.
    pub national: Count,
    /// The same for as many days before; `None` where the data do not go that far back.
    pub before: Option<Before>,
}

impl Aggregates {
    /// Computes them.
    #[must_use]
    pub fn new(counts: &dyn Counts, timeline: Option<&Timeline>, filter: &Filter) -> Self {
        let cells = Arc::clone(counts.cells());
        let shown: Vec<bool> = cells.kinds.iter().map(|kind| filter.shows(kind)).collect();
        let shows = |kind: usize| shown.get(kind).copied().unwrap_or_default();
        let mut by_kind: Vec<Count> = shown.iter().map(|_| Count::default()).collect();
        let mut by_cell: Vec<Count> = Vec::with_capacity(cells.len());
        for cell in 0..cells.len() {
            let (kind, count) = (cells.kind_of(cell), counts.count(cell, filter.range));
            if let Some(sum) = by_kind.get_mut(kind) {
                *sum += count;
            }
            by_cell.push(if shows(kind) { count } else { Count::default() });
        }
        let of_place = |place| {
            let mut sum = Count::default();
            by_cell.get(cells.of_place(place)).unwrap_or_default().iter().for_each(|c| sum += *c);
            sum
        };
        let provinces: Vec<Count> =
            (0..cells.provinces()).map(|number| of_place(Place::Province(number))).collect();
        let mut local = of_place(Place::Elsewhere);
        provinces.iter().for_each(|count| local += *count);
        let timeline = timeline.map(|timeline| timeline.around(filter.drawn));
        let bars = |shows: &dyn Fn(usize) -> bool| {
            timeline.as_ref().map_or_else(Vec::new, |line| line.counts(counts, shows))
        };
        let people = counts.people_by_kind(filter.range).into_iter().enumerate();
        let people = people.filter(|(kind, _)| shows(*kind));
        let people = people.filter_map(|(kind, sum)| cells.kinds.get(kind).cloned().zip(sum));
        Self {
            people: people.collect(),
            bars: bars(&shows),
            most: bars(&|_| true).into_iter().max().unwrap_or_default(),
            spans: timeline.as_ref().map_or_else(Vec::new, |line| line.spans(counts, &shows)),
            sent: sent(counts, filter.range, &shows, &by_cell),
            timeline,
            kinds: cells.kinds.iter().cloned().zip(by_kind).collect(),
            figures: counts.figures(filter).into_iter().take(FIGURES).collect(),
            local,
            national: of_place(Place::National),
            before: before(counts, filter.range, &shows),
            provinces,
            by_cell,
            cells,
        }
    }

    /// How many actions a province has.
    ///
    /// ```
    /// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
    /// use enforcement_map::model::{Day, ProvinceCode};
    /// use enforcement_map::query::{Aggregates, Count, DayRange, Filter, Index};
    /// let until = DayRange::new(None, Day::new(2026, 1, 20).ok());
    /// let counts = Aggregates::new(&Index::new(&sample::dataset()), None, &Filter::from(until));
    /// let pailin = ProvinceCode::new("KH24")?;
    /// assert_eq!(counts.count(&pailin), Count { certain: 0, possible: 1 });
    /// # Ok::<(), enforcement_map::model::InvalidCode>(())
    /// ```
    #[must_use]
    pub fn count(&self, province: &ProvinceCode) -> Count {
        let number = self.cells.province(province);
        number.and_then(|number| self.provinces.get(number)).copied().unwrap_or_default()
    }

    /// How many actions of a kind a province has.
    #[must_use]
    pub fn kind_count(&self, province: &ProvinceCode, kind: &ActionKind) -> Count {
        let place = self.cells.province(province).map(Place::Province);
        let cell = place.and_then(|place| self.cells.cell(place, kind));
        cell.and_then(|cell| self.by_cell.get(cell)).copied().unwrap_or_default()
    }

    /// How many actions a province had in as many days before; `None` where that is not known.
    #[must_use]
    pub fn count_before(&self, province: &ProvinceCode) -> Option<Count> {
        self.before.as_ref()?.provinces.get(self.cells.province(province)?).copied()
    }

    /// How many actions each province has, in the order of the dataset.
    #[must_use]
    pub fn counts(&self) -> &[Count] {
        &self.provinces
    }

    /// The people sent from one country to another; `None` if there is no flow in range.
    #[must_use]
    pub fn sent(&self, origin: CountryCode, country: CountryCode) -> Option<&Sent> {
        self.sent.iter().find(|sent| (sent.origin, sent.country) == (origin, country))
    }

    /// The records whose figures are shown in large type: each is part of no other one in range, and
    /// among the largest. There are none if the dataset has more than a few records.
    pub fn figures(&self) -> impl Iterator<Item = RecordIndex> {
        self.figures.iter().map(|(figure, _)| *figure)
    }

    /// Whether a record's figure is shown in large type.
    #[must_use]
    pub fn is_figure(&self, index: RecordIndex) -> bool {
        self.figures().any(|figure| figure == index)
    }

    /// Whether a record is shown under another's figure.
    #[must_use]
    pub fn is_part(&self, part: RecordIndex, figure: RecordIndex) -> bool {
        self.figures.iter().any(|(index, parts)| *index == figure && parts.contains(&part))
    }
}

/// The people sent to each named country: those with the largest figure first, then those without one.
fn sent(
    counts: &dyn Counts,
    range: DayRange,
    shows: &dyn Fn(usize) -> bool,
    by_cell: &[Count],
) -> Vec<Sent> {
    let cells = counts.cells();
    let mut all: Vec<Sent> = Vec::new();
    for (pair, (origin, country)) in cells.pairs.iter().enumerate() {
        let own = cells.of_place(Place::Pair(pair)).filter(|cell| shows(cells.kind_of(*cell)));
        let own: Vec<usize> = own.collect();
        let mut count = Count::default();
        for cell in &own {
            count += by_cell.get(*cell).copied().unwrap_or_default();
        }
        if count.all() > 0 {
            let certainty =
                if count.certain > 0 { Certainty::Certain } else { Certainty::Possible };
            let total = counts.people_of_cells(&own, range).all;
            all.push(Sent { origin: *origin, country: *country, total, certainty });
        }
    }
    let order = |sent: &Sent| (sent.total.published == 0, Reverse(sent.total.number), sent.country);
    sorted(all, |a, b| order(a).cmp(&order(b)))
}

/// The counts of as many days before a range. The range has a first day, and the last one or that of
/// the data.
fn before(counts: &dyn Counts, range: DayRange, shows: &dyn Fn(usize) -> bool) -> Option<Before> {
    let (first, last) = counts.calendar().extent()?;
    let (from, to) = (range.from()?, range.to().unwrap_or(last));
    let days = from.days_until(to) + 1;
    let (begin, end): (Day, Day) = (from.plus(-days), from.plus(-1));
    if days < 1 || begin < first || from > last {
        return None;
    }
    let (cells, range) = (counts.cells(), DayRange::new(Some(begin), Some(end)));
    let of_place = |place| {
        let mut sum = Count::default();
        for cell in cells.of_place(place).filter(|cell| shows(cells.kind_of(*cell))) {
            sum += counts.count(cell, range);
        }
        sum
    };
    let provinces: Vec<Count> =
        (0..cells.provinces()).map(|number| of_place(Place::Province(number))).collect();
    let mut local = of_place(Place::Elsewhere);
    provinces.iter().for_each(|count| local += *count);
    let days = usize::try_from(days).ok()?;
    Some(Before { days, local, national: of_place(Place::National), provinces })
}
