//! The time that the data cover, in bars, and choosing a part of it, without pixels or a browser.

use super::{Count, DayRange, Selection, certainty};
use crate::model::{Dataset, Day};

/// The length of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Unit {
    Day,
    /// From Monday to Sunday.
    Week,
    Month,
    Year,
}

impl Unit {
    /// The longest time that is shown by day, week and month, in days: more than some 60 bars are too
    /// thin to hit on a phone.
    const MOST: [(Self, i64); 3] = [(Self::Day, 62), (Self::Week, 426), (Self::Month, 1860)];

    fn for_days(days: i64) -> Self {
        let unit = Self::MOST.into_iter().find(|(_, most)| days <= *most);
        unit.map_or(Self::Year, |(unit, _)| unit)
    }

    /// The first day of the bar that a day is in.
    fn start(self, day: Day) -> Day {
        match self {
            Self::Day => day,
            Self::Week => day.week_start(),
            Self::Month => day.month_start(),
            Self::Year => Day::new(day.year(), 1, 1).unwrap_or(day),
        }
    }

    /// The last day of the bar that begins on a day.
    fn end(self, start: Day) -> Day {
        match self {
            Self::Day => start,
            Self::Week => start.plus(6),
            Self::Month => start.month_end(),
            Self::Year => Day::new(start.year(), 12, 31).unwrap_or(start),
        }
    }
}

/// A bar: some days in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl Bar {
    /// As a range of days.
    #[must_use]
    pub fn range(self) -> DayRange {
        DayRange::new(Some(self.from), Some(self.to))
    }
}

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Handle {
    From,
    To,
}

/// How far a key moves a handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// By days.
    Days(i64),
    /// By bars.
    Bars(i64),
    /// As far back as it goes.
    First,
    /// As far on as it goes.
    Last,
}

/// The time that the data cover.
///
/// A range that reaches an end of it is open there: records dated before or after are in that range
/// too, or "all" would miss some.
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::query::{DayRange, Timeline, select};
/// let dataset = sample::dataset();
/// let timeline = Timeline::new(&dataset);
/// let ends = timeline.as_ref().map(|timeline| timeline.ends());
/// let ends = ends.map(|(first, last)| (first.to_string(), last.to_string()));
/// assert_eq!(ends, Some(("2026-01-01".to_owned(), "2026-02-03".to_owned())));
/// // Five weeks are drawn with one bar for each day.
/// assert_eq!(timeline.map(|timeline| timeline.bars().len()), Some(34));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The first and the last day to choose from.
    ends: (Day, Day),
    /// The bars that are drawn, at least one.
    bars: Vec<Bar>,
}

impl Timeline {
    /// The timeline of a dataset; `None` if nothing in it has a date.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Option<Self> {
        let (first, last) = super::range::extent(dataset)?;
        let bars = bars(first, last);
        let ends = (bars.first()?.from, bars.last()?.to);
        Some(Self { ends, bars })
    }

    /// The same, drawn around a range: a short one is shown large, in finer bars, with as many days
    /// again around it, so that it is seen in context and can be made longer.
    #[must_use]
    pub fn around(&self, range: DayRange) -> Self {
        let (first, last) = self.ends;
        let (from, to) = (self.value(range, Handle::From), self.value(range, Handle::To));
        let around = (from.days_until(to) / 2).max(LEAST_AROUND);
        let (from, to) = (from.plus(-around).max(first), to.plus(around).min(last));
        // More than half of the time: everything is shown.
        if from.days_until(to) * 2 > first.days_until(last) {
            return Self { ends: self.ends, bars: bars(first, last) };
        }
        let bars = bars(from, to).into_iter();
        let within = |bar: Bar| Bar { from: bar.from.max(first), to: bar.to.min(last) };
        Self { ends: self.ends, bars: bars.map(within).collect() }
    }

    /// Whether all days to choose from are drawn.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.drawn() == self.ends
    }

    /// The bars from the earliest on, at least one.
    #[must_use]
    pub fn bars(&self) -> &[Bar] {
        &self.bars
    }

    /// How many actions are certainly, and how many possibly, in each bar.
    #[must_use]
    pub fn counts(&self, selection: &Selection<'_>) -> Vec<Count> {
        let count = |bar: &Bar| {
            let actions = selection.actions.iter();
            actions.map(|one| certainty(&one.item.record.period, bar.range())).collect()
        };
        self.bars.iter().map(count).collect()
    }

    /// The first and the last day that is drawn.
    #[must_use]
    pub fn drawn(&self) -> (Day, Day) {
        let (first, last) = (self.bars.first(), self.bars.last());
        (first.map_or(self.ends.0, |bar| bar.from), last.map_or(self.ends.1, |bar| bar.to))
    }

    /// The first and the last day to choose from.
    #[must_use]
    pub fn ends(&self) -> (Day, Day) {
        self.ends
    }

    /// How many days are drawn.
    pub(super) fn length(&self) -> i64 {
        let (first, last) = self.drawn();
        first.days_until(last) + 1
    }

    /// The position at which a day begins, as a fraction of the width.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "days are few")]
    pub fn start_of(&self, day: Day) -> f64 {
        let before = self.drawn().0.days_until(day);
        (before as f64 / self.length() as f64).clamp(0.0, 1.0)
    }

    /// The position at which a day ends, as a fraction of the width.
    #[must_use]
    pub fn end_of(&self, day: Day) -> f64 {
        self.start_of(day.plus(1))
    }

    /// The bar at a position.
    pub(super) fn bar_at(&self, at: f64) -> Option<Bar> {
        let bar = self.bars.iter().find(|bar| at < self.end_of(bar.to));
        bar.or(self.bars.last()).copied()
    }

    /// The day on which a handle stands.
    #[must_use]
    pub fn value(&self, range: DayRange, handle: Handle) -> Day {
        let (first, last) = self.ends;
        match handle {
            Handle::From => range.from().unwrap_or(first).clamp(first, last),
            Handle::To => range.to().unwrap_or(last).clamp(first, last),
        }
    }

    /// The first and the last day that a handle can be moved to: not beyond the other handle.
    #[must_use]
    pub fn limits(&self, range: DayRange, handle: Handle) -> (Day, Day) {
        match handle {
            Handle::From => (self.ends.0, self.value(range, Handle::To)),
            Handle::To => (self.value(range, Handle::From), self.ends.1),
        }
    }

    /// The range between two days, open where it reaches an end of the timeline.
    #[must_use]
    pub fn range(&self, from: Day, to: Day) -> DayRange {
        let (first, last) = self.ends;
        let (from, to) = (from.min(to), from.max(to));
        DayRange::new((from > first).then_some(from), (to < last).then_some(to))
    }

    /// The range with a handle moved to a day, or as near to it as it can go.
    #[must_use]
    pub fn moved(&self, range: DayRange, handle: Handle, to: Day) -> DayRange {
        let (least, most) = self.limits(range, handle);
        let to = to.clamp(least, most);
        match handle {
            Handle::From => self.range(to, self.value(range, Handle::To)),
            Handle::To => self.range(self.value(range, Handle::From), to),
        }
    }

    /// The range after a key was pressed on a handle.
    ///
    /// ```
    /// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
    /// use enforcement_map::query::{DayRange, Handle, Step, Timeline};
    /// let timeline = Timeline::new(&sample::dataset());
    /// let range = timeline.map(|timeline| timeline.stepped(DayRange::ALL, Handle::From, Step::Days(7)));
    /// let from = range.and_then(|range| range.from());
    /// assert_eq!(from.map(|day| day.to_string()).as_deref(), Some("2026-01-08"));
    /// ```
    #[must_use]
    pub fn stepped(&self, range: DayRange, handle: Handle, step: Step) -> DayRange {
        let (day, (least, most)) = (self.value(range, handle), self.limits(range, handle));
        let to = match step {
            Step::Days(days) => day.plus(days),
            Step::Bars(bars) => self.bars_on(day, handle, bars),
            Step::First => least,
            Step::Last => most,
        };
        self.moved(range, handle, to)
    }

    /// The edge of the bar that is some bars after a day, or before it where negative.
    fn bars_on(&self, day: Day, handle: Handle, bars: i64) -> Day {
        let edge = |bar: &Bar| if handle == Handle::From { bar.from } else { bar.to };
        let place = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        // From within a bar, its own edge is the next one.
        let here = if bars < 0 {
            place(self.bars.iter().filter(|bar| edge(bar) < day).count())
        } else {
            place(self.bars.iter().filter(|bar| edge(bar) <= day).count()) - 1
        };
        let there = usize::try_from((here + bars).max(0)).unwrap_or_default();
        self.bars.get(there).or(self.bars.last()).map_or(day, edge)
    }

    /// The ranges to show one after the other when a range is played: they grow from its start by one
    /// bar each, and the last one is the whole range.
    ///
    /// ```
    /// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
    /// use enforcement_map::query::{DayRange, Timeline};
    /// let frames = Timeline::new(&sample::dataset()).map(|timeline| timeline.frames(DayRange::ALL));
    /// assert_eq!(frames.as_ref().map(Vec::len), Some(34));
    /// // The last one is the whole range.
    /// assert_eq!(frames.and_then(|frames| frames.last().copied()), Some(DayRange::ALL));
    /// ```
    #[must_use]
    pub fn frames(&self, range: DayRange) -> Vec<DayRange> {
        let (from, to) = (self.value(range, Handle::From), self.value(range, Handle::To));
        let within = self.bars.iter().filter(|bar| bar.to >= from && bar.from <= to);
        let grown = within.map(|bar| self.range(from, bar.to.min(to)));
        grown.collect()
    }
}

/// The fewest days to show on either side of a range.
const LEAST_AROUND: i64 = 7;

/// Bars from one day to another, of a length that makes neither too many nor too few.
fn bars(first: Day, last: Day) -> Vec<Bar> {
    let unit = Unit::for_days(first.days_until(last));
    let next = |bar: &Bar| {
        let from = bar.to.plus(1);
        (from <= last && from > bar.to).then(|| Bar { from, to: unit.end(from) })
    };
    let from = unit.start(first);
    let bars = std::iter::successors(Some(Bar { from, to: unit.end(from) }), next);
    bars.take(2_000).collect()
}
