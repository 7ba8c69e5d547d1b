//! What is known to the day, day by day, and what is known only roughly.

use crate::model::{Dataset, DatePart, Day, Endpoint, Precision, RecordIndex, sorted_by_number};
use crate::query::certainty::{Bounds, Ends};
use crate::query::{DayRange, Unit};

/// The most different periods that are kept as they are: above that, those that no bar tells apart are
/// taken together.
const MOST: usize = 400;

/// In which units a period certainly lies: in one week, one month, one year. A number of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::query) struct Within(u8);

impl Within {
    const UNITS: [(Unit, u8); 3] = [(Unit::Week, 1), (Unit::Month, 2), (Unit::Year, 4)];

    fn of(first: Option<Day>, last: Option<Day>) -> Self {
        let Some((first, last)) = first.zip(last) else { return Self(0) };
        let is_in = |(unit, _): &(Unit, u8)| unit.start(first) == unit.start(last);
        Self(Self::UNITS.iter().filter(|unit| is_in(unit)).map(|(_, bit)| bit).sum())
    }

    pub(in crate::query) fn has(self, unit: Unit) -> bool {
        Self::UNITS.iter().any(|(one, bit)| *one == unit && self.0 & bit != 0)
    }
}

/// Records of one kind that are all of the same period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::query) struct Rough {
    pub(in crate::query) first: i32,
    pub(in crate::query) last: i32,
    /// The period in words.
    pub(in crate::query) part: DatePart,
    pub(in crate::query) within: Within,
    kind: usize,
    pub(in crate::query) count: usize,
    /// The first record of them.
    pub(in crate::query) record: RecordIndex,
}

/// The days of a dataset: how many records are of each day, and of each longer period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The first day of each kind's days, in the order of kinds, and at the end how many there are.
    kinds: Vec<usize>,
    /// Days with records, in order.
    days: Vec<i32>,
    /// How many records of the kind are of this day or an earlier one.
    until: Vec<usize>,
    /// Records that are not of one known day, by their periods.
    rough: Vec<Rough>,
    /// The first and the last day that a record is known to be on.
    exact: Option<(Day, Day)>,
    /// The first and the last day of all records.
    extent: Option<(Day, Day)>,
}

impl Calendar {
    pub(super) fn new(dataset: &Dataset, kinds: usize, kind: &dyn Fn(usize) -> usize) -> Self {
        let mut calendar = Self { extent: crate::query::range::extent(dataset), ..Self::default() };
        let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let large = |number: u32| usize::try_from(number).unwrap_or_default();
        let mut exact: Vec<(i32, usize)> = Vec::new();
        let mut rough: Vec<Rough> = Vec::new();
        for (number, record) in dataset.records().enumerate() {
            let bounds = Bounds::of(&record.period);
            if record.period.is_day() {
                exact.push((bounds.first, kind(number)));
            } else {
                rough.push(Rough::new(bounds, record.period.parts(), kind(number), number));
            }
        }
        let of = |item: u32| exact.get(large(item)).copied().unwrap_or_default();
        let order = sorted_by_number((0..small(exact.len())).collect(), &|item| {
            of(item).0.cast_unsigned() ^ 1 << 31
        });
        let ends = order.first().zip(order.last());
        calendar.exact = ends.and_then(|(first, last)| {
            Day::from_number(of(*first).0).zip(Day::from_number(of(*last).0))
        });
        let order = sorted_by_number(order, &|item| small(of(item).1));
        for same in order.chunk_by(|a, b| of(*a).1 == of(*b).1) {
            let kind = same.first().map(|item| of(*item).1).unwrap_or_default();
            calendar.kinds.resize(kind + 1, calendar.days.len());
            let mut sum = 0;
            for day in same.chunk_by(|a, b| of(*a).0 == of(*b).0) {
                sum += day.len();
                calendar.days.extend(day.first().map(|item| of(*item).0));
                calendar.until.push(sum);
            }
        }
        calendar.kinds.resize(kinds + 1, calendar.days.len());
        calendar.rough = together(rough);
        if periods(&calendar.rough) > MOST {
            let hulls = calendar.rough.into_iter().map(Rough::hull).collect();
            calendar.rough = together(hulls);
        }
        calendar
    }

    /// The first and the last day that a record is known to be on; `None` if there is none.
    #[must_use]
    pub fn exact(&self) -> Option<(Day, Day)> {
        self.exact
    }

    /// Whether some records are not of one known day.
    #[must_use]
    pub fn has_rough(&self) -> bool {
        !self.rough.is_empty()
    }

    /// The first and the last day of all records; `None` if none has a date.
    #[must_use]
    pub fn extent(&self) -> Option<(Day, Day)> {
        self.extent
    }

    /// How many records of a kind are known to be on a day of the range.
    pub(in crate::query) fn days(&self, kind: usize, range: DayRange) -> usize {
        let span = self.kinds.get(kind).zip(self.kinds.get(kind + 1));
        let span = span.map(|(start, end)| *start..*end).unwrap_or_default();
        let days = self.days.get(span.clone()).unwrap_or_default();
        let until = self.until.get(span).unwrap_or_default();
        let Ends { from, to } = Ends::of(range);
        let count = |before: usize| {
            before.checked_sub(1).and_then(|last| until.get(last)).copied().unwrap_or_default()
        };
        let end = count(days.partition_point(|day| *day <= to));
        end - count(days.partition_point(|day| *day < from))
    }

    /// What is known only roughly, of the kinds that are shown.
    pub(in crate::query) fn rough<'a>(
        &'a self,
        shows: &'a dyn Fn(usize) -> bool,
    ) -> impl Iterator<Item = &'a Rough> {
        self.rough.iter().filter(|rough| shows(rough.kind))
    }
}

impl Rough {
    fn new(bounds: Bounds, part: DatePart, kind: usize, record: usize) -> Self {
        let Bounds { first, last, before, after } = bounds;
        let within = Within::of(
            day(first).map(|day| day.plus(-i64::from(before))),
            day(last).map(|day| day.plus(i64::from(after))),
        );
        Self { first, last, part, within, kind, count: 1, record: RecordIndex(record) }
    }

    /// The same for all days that no bar tells apart from its own: those that lie in the same units; or
    /// else the years that it lies in.
    fn hull(self) -> Self {
        let ends = day(self.first).zip(day(self.last));
        let own = Within::UNITS.iter().filter(|(unit, _)| self.within.has(*unit));
        let mut units: Vec<Unit> = own.map(|(unit, _)| *unit).collect();
        if let (Some((first, last)), false) = (ends, units.is_empty()) {
            // The margins may lie in these units as well as the period itself.
            let from = units.iter().map(|unit| unit.start(first)).max().unwrap_or(first);
            let to = units.iter().map(|unit| unit.end(unit.start(last))).min().unwrap_or(last);
            return self.over(Some(from), Some(to));
        }
        units.clear();
        let from = day(self.first).map(|day| Unit::Year.start(day));
        let to = day(self.last).map(|day| Unit::Year.end(Unit::Year.start(day)));
        self.over(from, to)
    }

    /// The same for other days.
    pub(in crate::query) fn over(self, from: Option<Day>, to: Option<Day>) -> Self {
        let part = words(from, to);
        Self {
            first: from.map_or(i32::MIN, Day::number),
            last: to.map_or(i32::MAX, Day::number),
            part,
            ..self
        }
    }

    /// A number that is the same for periods with the same days and the same words only.
    fn code(&self) -> u32 {
        let code = |end: Option<Endpoint>| {
            end.map_or(0, |end| {
                let precision = match end.precision {
                    Precision::Day => 1,
                    Precision::Month => 2,
                    Precision::Year => 3,
                };
                precision << 1 | u32::from(end.approximate)
            })
        };
        let within = u32::from(self.within.0) << 8;
        match self.part {
            DatePart::Single(one) => 1 << 6 | code(Some(one)) | within,
            DatePart::Interval(from, to) => code(from) << 3 | code(to) | within,
        }
    }

    pub(in crate::query) fn is_same(&self, other: &Self) -> bool {
        (self.first, self.last, self.code()) == (other.first, other.last, other.code())
    }
}

/// The words for a time: a year or a month where it is one.
pub(in crate::query) fn words(from: Option<Day>, to: Option<Day>) -> DatePart {
    let end = |day: Day, precision| Endpoint { day, precision, approximate: false };
    if let Some((first, last)) = from.zip(to) {
        for (unit, precision) in [(Unit::Year, Precision::Year), (Unit::Month, Precision::Month)] {
            if unit.start(first) == first && unit.end(first) == last {
                return DatePart::Single(end(first, precision));
            }
        }
    }
    let day = |day| end(day, Precision::Day);
    DatePart::Interval(from.map(day), to.map(day))
}

fn day(number: i32) -> Option<Day> {
    Day::from_number(number)
}

/// Puts the same periods of the same kind together, in the order of their days.
fn together(all: Vec<Rough>) -> Vec<Rough> {
    let length = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let of = |item: u32| usize::try_from(item).ok().and_then(|item| all.get(item));
    let key = |read: fn(&Rough) -> u32| move |item: u32| of(item).map(read).unwrap_or_default();
    let mut order: Vec<u32> = (0..length).collect();
    order = sorted_by_number(order, &key(|one| u32::try_from(one.kind).unwrap_or(u32::MAX)));
    order = sorted_by_number(order, &key(Rough::code));
    order = sorted_by_number(order, &key(|one| one.last.cast_unsigned() ^ 1 << 31));
    order = sorted_by_number(order, &key(|one| one.first.cast_unsigned() ^ 1 << 31));
    let mut found: Vec<Rough> = Vec::new();
    for rough in order.into_iter().filter_map(of) {
        match found.last_mut() {
            Some(last) if last.is_same(rough) && last.kind == rough.kind => {
                last.count += rough.count;
                last.record = last.record.min(rough.record);
            }
            _ => found.push(*rough),
        }
    }
    found
}

/// How many different periods there are.
fn periods(rough: &[Rough]) -> usize {
    rough.chunk_by(Rough::is_same).count()
}
