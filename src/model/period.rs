//! When something happened, as exactly as it is known.

use std::fmt;
use std::str::FromStr;

use edtf_core::{Bound, Date, Edtf, IntervalEndpoint};

use super::Day;

/// A date or interval in the Extended Date/Time Format (ISO 8601-2:2019, annex A).
///
/// ```
/// use enforcement_map::model::Period;
/// let period: Period = "2026-01-12~/2026-01-18~".parse().unwrap();
/// assert_eq!(period.earliest().unwrap().to_string(), "2026-01-12");
/// assert_eq!(period.latest().unwrap().to_string(), "2026-01-18");
/// assert!(period.is_approximate());
/// assert!("2026-02-30".parse::<Period>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    text: String,
    start: Option<Endpoint>,
    end: Option<Endpoint>,
}

/// One side of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The earliest day of a start, the latest day of an end.
    pub day: Day,
    /// How exactly it is written.
    pub precision: Precision,
    /// Whether it is marked approximate (`~`), uncertain (`?`) or both (`%`).
    pub approximate: bool,
}

/// The smallest unit that a date names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Precision {
    Year,
    Month,
    Day,
}

/// How a period is best put in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePart {
    /// One date: a day, a month or a year.
    Single(Endpoint),
    /// From one date to another; `None` is open or unknown.
    Interval(Option<Endpoint>, Option<Endpoint>),
}

/// A text that is not a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidPeriod {
    /// What is wrong, in English.
    pub reason: String,
}

impl Period {
    /// The first day on which it can have been; `None` where the start is open or unknown.
    ///
    /// ```
    /// use enforcement_map::model::Period;
    /// let until: Period = "../2026-01".parse()?;
    /// assert_eq!(until.earliest(), None);
    /// assert_eq!(until.latest().map(|day| day.to_string()).as_deref(), Some("2026-01-31"));
    /// # Ok::<(), enforcement_map::model::InvalidPeriod>(())
    /// ```
    #[must_use]
    pub fn earliest(&self) -> Option<Day> {
        self.start.map(|start| start.day)
    }

    /// The last day on which it can have been; `None` where the end is open or unknown.
    #[must_use]
    pub fn latest(&self) -> Option<Day> {
        self.end.map(|end| end.day)
    }

    /// Whether either side is only approximately known.
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        [self.start, self.end].into_iter().flatten().any(|end| end.approximate)
    }

    /// The first side.
    #[must_use]
    pub fn start(&self) -> Option<Endpoint> {
        self.start
    }

    /// The last side.
    #[must_use]
    pub fn end(&self) -> Option<Endpoint> {
        self.end
    }

    /// Whether it is one known day.
    ///
    /// ```
    /// use enforcement_map::model::Period;
    /// assert!("2026-01-18".parse::<Period>()?.is_day());
    /// assert!(!"2026-01-18~".parse::<Period>()?.is_day());
    /// assert!(!"2026-01".parse::<Period>()?.is_day());
    /// # Ok::<(), enforcement_map::model::InvalidPeriod>(())
    /// ```
    #[must_use]
    pub fn is_day(&self) -> bool {
        !self.is_approximate() && self.start.is_some() && self.earliest() == self.latest()
    }

    /// What to say: one date, or two.
    ///
    /// ```
    /// use enforcement_map::model::{DatePart, Period, Precision};
    /// let month: Period = "2026-01".parse()?;
    /// assert!(matches!(month.parts(), DatePart::Single(one) if one.precision == Precision::Month));
    /// let days: Period = "2026-01-12/2026-01-18".parse()?;
    /// assert!(matches!(days.parts(), DatePart::Interval(Some(_), Some(_))));
    /// # Ok::<(), enforcement_map::model::InvalidPeriod>(())
    /// ```
    #[must_use]
    pub fn parts(&self) -> DatePart {
        match (self.start, self.end) {
            (Some(start), Some(end)) if !self.text.contains('/') && start.unit_end() == end.day => {
                DatePart::Single(start)
            }
            (start, end) => DatePart::Interval(start, end),
        }
    }
}

impl Endpoint {
    fn new(date: &Date, bound: Bound) -> Result<Option<Self>, InvalidPeriod> {
        let approximate = date.is_approximate() || date.is_uncertain() || date.has_unspecified();
        let precision = match date.precision() {
            edtf_core::Precision::Day => Precision::Day,
            edtf_core::Precision::Month => Precision::Month,
            // `2021-22` is the northern summer in ISO 8601-2, and a financial year in yearbooks.
            edtf_core::Precision::Season => return Err(undocumented()),
            edtf_core::Precision::Year => Precision::Year,
        };
        let day = bound_day(bound)?;
        // `2026-01-XX` names no day, so its bounds are all that can be said.
        let precision = if date.has_unspecified() { Precision::Day } else { precision };
        Ok(day.map(|day| Self { day, precision, approximate }))
    }

    /// The last day of the unit that begins on this day.
    fn unit_end(&self) -> Day {
        match self.precision {
            Precision::Day => self.day,
            Precision::Month => self.day.month_end(),
            Precision::Year => Day::new(self.day.year(), 12, 31).unwrap_or(self.day),
        }
    }
}

/// EDTF has more forms than docs/data.md: a text in one of them may well be meant otherwise.
fn undocumented() -> InvalidPeriod {
    InvalidPeriod { reason: "this form of EDTF is not read".to_owned() }
}

fn bound_day(bound: Bound) -> Result<Option<Day>, InvalidPeriod> {
    match bound {
        Bound::Date(date) => i32::try_from(date.year)
            .ok()
            .and_then(|year| Day::new(year, date.month, date.day).ok())
            .map(Some)
            .ok_or_else(|| InvalidPeriod { reason: "the year is out of range".to_owned() }),
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => Ok(None),
    }
}

impl FromStr for Period {
    type Err = InvalidPeriod;

    fn from_str(text: &str) -> Result<Self, InvalidPeriod> {
        let edtf = Edtf::parse(text.trim())
            .map_err(|error| InvalidPeriod { reason: error.message.to_owned() })?;
        let bounds = edtf.bounds();
        let side = |end: &IntervalEndpoint, bound| match end {
            IntervalEndpoint::Date(date) => Endpoint::new(date, bound),
            IntervalEndpoint::OnOrBefore(_) | IntervalEndpoint::OnOrAfter(_) => Err(undocumented()),
            IntervalEndpoint::Open | IntervalEndpoint::Unknown => Ok(None),
        };
        let (start, end) = match &edtf {
            Edtf::Date(date) => {
                (Endpoint::new(date, bounds.earliest)?, Endpoint::new(date, bounds.latest)?)
            }
            // In which time zone the day is meant is not said.
            Edtf::DateTime(_) => return Err(undocumented()),
            Edtf::Interval(interval) => {
                (side(&interval.start, bounds.earliest)?, side(&interval.end, bounds.latest)?)
            }
            Edtf::Set(_) => return Err(undocumented()),
        };
        if let (Some(start), Some(end)) = (start, end)
            && end.day < start.day
        {
            return Err(InvalidPeriod { reason: "it ends before it starts".to_owned() });
        }
        Ok(Self { text: edtf.to_string(), start, end })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
