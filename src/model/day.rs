//! A day of the calendar.

use std::fmt;
use std::str::FromStr;

use time::{Date, Duration, Month};

/// A day in the proleptic Gregorian calendar, without a time zone: the dates of this product are
/// dates as published.
///
/// ```
/// use enforcement_map::model::Day;
/// let day: Day = "2026-01-18".parse().unwrap();
/// assert_eq!(day.plus(14).to_string(), "2026-02-01");
/// assert!("2026-02-30".parse::<Day>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

/// The text is not a day in the form `YYYY-MM-DD` (ISO 8601-1, 5.2.2.1 extended format).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidDay;

impl Day {
    /// The day of a year, a month from 1 to 12 and a day from 1.
    ///
    /// ```
    /// use enforcement_map::model::Day;
    /// assert!(Day::new(2024, 2, 29).is_ok());
    /// assert!(Day::new(2026, 2, 29).is_err());
    /// ```
    ///
    /// # Errors
    /// [`InvalidDay`] for a day that the calendar does not have.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, InvalidDay> {
        let month = Month::try_from(month).map_err(|_| InvalidDay)?;
        Date::from_calendar_date(year, month, day).map(Self).map_err(|_| InvalidDay)
    }

    /// The year, astronomical numbering.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// The day this many days later, or earlier where negative; at most the calendar's first or last
    /// day.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(Duration::days(days)))
    }

    /// How many days later another day is; negative where it is earlier.
    ///
    /// ```
    /// use enforcement_map::model::Day;
    /// let (first, last) = (Day::new(2026, 1, 18)?, Day::new(2026, 2, 1)?);
    /// assert_eq!(first.days_until(last), 14);
    /// assert_eq!(last.days_until(first), -14);
    /// # Ok::<(), enforcement_map::model::InvalidDay>(())
    /// ```
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        i64::from(other.0.to_julian_day()) - i64::from(self.0.to_julian_day())
    }

    /// The Julian day number: days that follow one another have numbers that do.
    #[must_use]
    pub(crate) fn number(self) -> i32 {
        self.0.to_julian_day()
    }

    /// The day with a Julian day number; `None` outside of the calendar.
    #[must_use]
    pub(crate) fn from_number(number: i32) -> Option<Self> {
        Date::from_julian_day(number).ok().map(Self)
    }

    /// The Monday of this day's week (ISO 8601-1, 3.1.1.23).
    ///
    /// ```
    /// use enforcement_map::model::Day;
    /// // A Sunday belongs to the week that began six days before.
    /// let sunday = Day::new(2026, 1, 18)?;
    /// assert_eq!(sunday.week_start(), Day::new(2026, 1, 12)?);
    /// # Ok::<(), enforcement_map::model::InvalidDay>(())
    /// ```
    #[must_use]
    pub fn week_start(self) -> Self {
        self.plus(-i64::from(self.0.weekday().number_days_from_monday()))
    }

    /// The last day of this day's month.
    ///
    /// ```
    /// use enforcement_map::model::Day;
    /// assert_eq!(Day::new(2024, 2, 3)?.month_end().day(), 29);
    /// # Ok::<(), enforcement_map::model::InvalidDay>(())
    /// ```
    #[must_use]
    pub fn month_end(self) -> Self {
        let length = self.0.month().length(self.0.year());
        Self(self.0.replace_day(length).unwrap_or(self.0))
    }

    /// The first day of this day's month.
    #[must_use]
    pub fn month_start(self) -> Self {
        Self(self.0.replace_day(1).unwrap_or(self.0))
    }
}

impl FromStr for Day {
    type Err = InvalidDay;

    fn from_str(text: &str) -> Result<Self, InvalidDay> {
        let mut parts = text.trim().splitn(3, '-');
        let mut digits = |count: usize| {
            parts
                .next()
                .filter(|part| part.len() == count && part.bytes().all(|b| b.is_ascii_digit()))
                .and_then(|part| part.parse::<u16>().ok())
                .ok_or(InvalidDay)
        };
        let (year, month, day) = (digits(4)?, digits(2)?, digits(2)?);
        let small = |n: u16| u8::try_from(n).map_err(|_| InvalidDay);
        Self::new(i32::from(year), small(month)?, small(day)?)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}
