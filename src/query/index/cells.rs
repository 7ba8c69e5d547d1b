//! The places and kinds by which records are counted.

use crate::model::{
    Action, ActionKind, CountryCode, Dataset, Destination, Flow, Location, Lookup, ProvinceCode,
    sorted, sorted_by_number,
};

/// A place at which records are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The province with this number in the order of the dataset.
    Province(usize),
    /// A province that the dataset does not have.
    Elsewhere,
    /// The country as a whole.
    National,
    /// Flows to countries that were not named.
    Several,
    /// Flows from one country to another, by their number in [`Cells::pairs`].
    Pair(usize),
}

/// The cells in which records are counted: each is a place and a kind that occurs there. All records
/// are in one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    provinces: Vec<ProvinceCode>,
    by_code: Lookup,
    /// The kinds that records have, in the order of kinds.
    pub kinds: Vec<ActionKind>,
    /// From and to which countries people were sent, where they are named.
    pub pairs: Vec<(CountryCode, CountryCode)>,
    /// The first cell of each place, and at the end how many there are.
    places: Vec<u32>,
    /// The kind of each cell.
    cell_kinds: Vec<u32>,
}

impl Cells {
    /// The cells of a dataset, and the cell of each record.
    pub(super) fn new(dataset: &Dataset) -> (Self, Vec<u32>) {
        let provinces: Vec<_> =
            dataset.provinces.iter().map(|province| province.code.clone()).collect();
        let code = |number: usize| provinces.get(number).map(ProvinceCode::as_str);
        let by_code = Lookup::new(provinces.len(), &code, &mut |_, _| {});
        let mut pairs = sorted(dataset.flows.iter().filter_map(pair).collect(), Ord::cmp);
        pairs.dedup();
        let mut cells =
            Self { provinces, by_code, kinds: kinds(dataset), pairs, ..Self::default() };
        let place_of_action = |action: &Action| match &action.location {
            Location::Province(code) => {
                cells.province(code).map_or(Place::Elsewhere, Place::Province)
            }
            Location::Country(_) => Place::National,
        };
        let place_of_flow = |flow: &Flow| {
            let found = pair(flow).and_then(|pair| cells.pairs.binary_search(&pair).ok());
            found.map_or(Place::Several, Place::Pair)
        };
        let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let actions = dataset.actions.iter().map(|action| cells.number(place_of_action(action)));
        let flows = dataset.flows.iter().map(|flow| cells.number(place_of_flow(flow)));
        let places: Vec<u32> = actions.chain(flows).map(small).collect();
        let kinds = dataset.records().map(|record| cells.kind(&record.kind).unwrap_or_default());
        let kinds: Vec<u32> = kinds.map(small).collect();
        let of = |list: &[u32], record: u32| {
            let found = usize::try_from(record).ok().and_then(|record| list.get(record));
            found.copied().unwrap_or_default()
        };
        let order = sorted_by_number((0..small(places.len())).collect(), &|one| of(&kinds, one));
        let order = sorted_by_number(order, &|one| of(&places, one));
        let mut cell_of = vec![0; order.len()];
        let mut starts = vec![0_u32; cells.number(Place::Pair(cells.pairs.len())) + 1];
        let key = |record: u32| (of(&places, record), of(&kinds, record));
        for same in order.chunk_by(|a, b| key(*a) == key(*b)) {
            let (place, kind) = key(same.first().copied().unwrap_or_default());
            let cell = small(cells.cell_kinds.len());
            cells.cell_kinds.push(kind);
            let next = usize::try_from(place).ok().and_then(|place| starts.get_mut(place + 1));
            if let Some(next) = next {
                *next += 1;
            }
            for record in same {
                let place = usize::try_from(*record).ok().and_then(|i| cell_of.get_mut(i));
                if let Some(place) = place {
                    *place = cell;
                }
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        cells.places = starts;
        (cells, cell_of)
    }

    /// How many provinces there are.
    #[must_use]
    pub fn provinces(&self) -> usize {
        self.provinces.len()
    }

    /// The number of a province in the order of the dataset.
    #[must_use]
    pub fn province(&self, code: &ProvinceCode) -> Option<usize> {
        let text = |number: usize| self.provinces.get(number).map(ProvinceCode::as_str);
        self.by_code.find(code.as_str(), &text)
    }

    /// The number of a kind in [`Self::kinds`].
    #[must_use]
    pub fn kind(&self, kind: &ActionKind) -> Option<usize> {
        self.kinds.binary_search(kind).ok()
    }

    fn number(&self, place: Place) -> usize {
        let provinces = self.provinces.len();
        match place {
            Place::Province(number) => number,
            Place::Elsewhere => provinces,
            Place::National => provinces + 1,
            Place::Several => provinces + 2,
            Place::Pair(number) => provinces + 3 + number,
        }
    }

    /// The numbers of a place's cells.
    #[must_use]
    pub fn of_place(&self, place: Place) -> std::ops::Range<usize> {
        let number = self.number(place);
        self.start(number)..self.start(number + 1)
    }

    /// The cells of all actions.
    #[must_use]
    pub fn of_actions(&self) -> std::ops::Range<usize> {
        0..self.start(self.number(Place::Several))
    }

    /// The cells of all flows.
    #[must_use]
    pub fn of_flows(&self) -> std::ops::Range<usize> {
        self.start(self.number(Place::Several))..self.len()
    }

    fn start(&self, place: usize) -> usize {
        let start = self.places.get(place).and_then(|start| usize::try_from(*start).ok());
        start.unwrap_or(self.cell_kinds.len())
    }

    /// How many cells there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cell_kinds.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cell_kinds.is_empty()
    }

    /// The number of a cell's kind in [`Self::kinds`].
    #[must_use]
    pub fn kind_of(&self, cell: usize) -> usize {
        self.cell_kinds.get(cell).and_then(|kind| usize::try_from(*kind).ok()).unwrap_or_default()
    }

    /// The cell of a place and a kind, if the kind occurs there.
    #[must_use]
    pub fn cell(&self, place: Place, kind: &ActionKind) -> Option<usize> {
        let kind = u32::try_from(self.kind(kind)?).ok()?;
        let range = self.of_place(place);
        let found = self.cell_kinds.get(range.clone())?.binary_search(&kind).ok()?;
        Some(range.start + found)
    }
}

fn pair(flow: &Flow) -> Option<(CountryCode, CountryCode)> {
    match flow.destination {
        Destination::Country(country) => Some((flow.origin, country)),
        Destination::Several(_) => None,
    }
}

/// The kinds that a dataset's records have, in the order of kinds.
fn kinds(dataset: &Dataset) -> Vec<ActionKind> {
    let mut others: Vec<&ActionKind> = Vec::new();
    let mut known = ActionKind::KNOWN.map(|kind| (kind, false));
    for kind in dataset.records().map(|record| &record.kind) {
        match known.iter_mut().find(|(known, _)| known == kind) {
            Some((_, occurs)) => *occurs = true,
            // A sheet may have one word in a million rows.
            None if others.last() != Some(&kind) => others.push(kind),
            None => {}
        }
    }
    let known = known.into_iter().filter(|(_, occurs)| *occurs).map(|(kind, _)| kind);
    let mut others = sorted(others, |a, b| a.cmp(b));
    others.dedup();
    known.chain(others.into_iter().cloned()).collect()
}
