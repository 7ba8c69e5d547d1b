//! Ranges of days, and the ones that readers are offered.

use crate::model::{Dataset, Day};

/// A range of days, both ends included; `None` is no limit.
///
/// ```
/// use enforcement_map::model::Day;
/// use enforcement_map::query::DayRange;
/// let (from, to) = (Day::new(2026, 1, 12)?, Day::new(2026, 1, 18)?);
/// // Two days in the wrong order are taken as the days between.
/// assert_eq!(DayRange::new(Some(to), Some(from)).from(), Some(from));
/// assert_eq!(DayRange::ALL.with_to(Some(to)), DayRange::new(None, Some(to)));
/// # Ok::<(), enforcement_map::model::InvalidDay>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayRange {
    from: Option<Day>,
    to: Option<Day>,
}

impl DayRange {
    /// No limit on either side.
    pub const ALL: Self = Self { from: None, to: None };

    /// The range between two days in either order: a reader who sets the end before the start means
    /// the days between.
    #[must_use]
    pub fn new(from: Option<Day>, to: Option<Day>) -> Self {
        match (from, to) {
            (Some(a), Some(b)) if b < a => Self { from: Some(b), to: Some(a) },
            _ => Self { from, to },
        }
    }

    /// The same with another first day.
    #[must_use]
    pub fn with_from(self, from: Option<Day>) -> Self {
        Self::new(from, self.to)
    }

    /// The same with another last day.
    #[must_use]
    pub fn with_to(self, to: Option<Day>) -> Self {
        Self::new(self.from, to)
    }

    /// The first day.
    #[must_use]
    pub fn from(self) -> Option<Day> {
        self.from
    }

    /// The last day.
    #[must_use]
    pub fn to(self) -> Option<Day> {
        self.to
    }
}

/// A range that is chosen by one click.
///
/// ```
/// use enforcement_map::query::Preset;
/// let year = Preset::Year(2025).range();
/// assert_eq!(year.from().map(|day| day.to_string()).as_deref(), Some("2025-01-01"));
/// assert_eq!(year.to().map(|day| day.to_string()).as_deref(), Some("2025-12-31"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// All days.
    All,
    /// A year of the calendar.
    Year(i32),
    /// The month that the data end in; its first day.
    Month(Day),
    /// The last days of the data.
    LastDays(u16, DayRange),
}

impl Preset {
    /// Its days.
    #[must_use]
    pub fn range(self) -> DayRange {
        match self {
            Self::All => DayRange::ALL,
            Self::Year(year) => {
                DayRange::new(Day::new(year, 1, 1).ok(), Day::new(year, 12, 31).ok())
            }
            Self::Month(first) => DayRange::new(Some(first), Some(first.month_end())),
            Self::LastDays(_, range) => range,
        }
    }
}

/// The first and the last day of all records; `None` without a date.
#[must_use]
pub(super) fn extent(dataset: &Dataset) -> Option<(Day, Day)> {
    let days = || {
        let periods = dataset.records().map(|record| &record.period);
        periods.flat_map(|period| [period.earliest(), period.latest()]).flatten()
    };
    Some((days().min()?, latest_event(dataset).or_else(|| days().max())?))
}

/// The last day on which something is known to have happened. A month or year that is still
/// running has a last day too, but one after everything that was reported.
fn latest_event(dataset: &Dataset) -> Option<Day> {
    let days = dataset.records().filter(|record| record.period.is_day());
    days.filter_map(|record| record.period.latest()).max()
}

/// The presets for a dataset: all days, up to three full years before the last, the last month, the
/// last 30 and 7 days. They end with the data and not today, so that they still hold something in an
/// old article.
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::query::{Preset, presets};
/// let names: Vec<_> = presets(&sample::dataset()).into_iter().map(|preset| match preset {
///     Preset::All => "all".to_owned(),
///     Preset::Year(year) => year.to_string(),
///     Preset::Month(first) => format!("month from {first}"),
///     Preset::LastDays(days, _) => format!("last {days} days"),
/// }).collect();
/// assert_eq!(names, ["all", "month from 2026-02-01", "last 30 days", "last 7 days"]);
/// ```
#[must_use]
pub fn presets(dataset: &Dataset) -> Vec<Preset> {
    let mut presets = vec![Preset::All];
    let Some((first, last)) = extent(dataset) else {
        return presets;
    };
    // An editor's file may span centuries; a row of buttons may not.
    let years = (first.year().max(last.year() - 3)..last.year()).map(Preset::Year);
    presets.extend(years);
    presets.push(Preset::Month(last.month_start()));
    for days in [30_u16, 7] {
        let range = DayRange::new(Some(last.plus(1 - i64::from(days))), Some(last));
        presets.push(Preset::LastDays(days, range));
    }
    presets
}
