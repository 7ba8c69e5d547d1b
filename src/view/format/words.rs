//! Phrases made of messages and formatted values.

use super::Locale;
use crate::model::{CountryCode, DatePart, Day, Endpoint, Kind, People, Period, Precision};
use crate::query::{DayRange, Sum};
use crate::view::messages::{Key, Messages, Own, Plural, fill};

/// A language's messages and formats together.
pub struct Words {
    /// BCP 47 tag.
    pub language: String,
    /// What to say.
    pub messages: Messages,
    /// How values are written.
    pub locale: Locale,
}

impl Words {
    /// For a language with its messages.
    #[must_use]
    pub fn new(language: &str, messages: Messages) -> Self {
        Self { language: language.to_owned(), messages, locale: Locale::new(language) }
    }

    /// A message.
    #[must_use]
    pub fn say(&self, key: Key) -> String {
        self.messages.get(key).to_owned()
    }

    /// A message with values in it.
    #[must_use]
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        fill(self.messages.get(key), values)
    }

    /// A count.
    #[must_use]
    pub fn number_of(&self, count: usize) -> String {
        self.locale.number(u64::try_from(count).unwrap_or(u64::MAX))
    }

    /// A message with a number in it, in the right plural form.
    #[must_use]
    pub fn count(&self, message: Plural, number: usize) -> String {
        let number = u64::try_from(number).unwrap_or(u64::MAX);
        let form = self.messages.plural(message, &self.locale.category(number));
        fill(form, &[("n", &self.locale.number(number))])
    }

    /// The name of a kind; one that is not known is shown as it is written.
    #[must_use]
    pub fn kind(&self, kind: &Kind) -> String {
        self.say(match kind {
            Kind::Meeting => Key::KindMeeting,
            Kind::Briefing => Key::KindBriefing,
            Kind::Warning => Key::KindWarning,
            Kind::Policy => Key::KindPolicy,
            Kind::Inspection => Key::KindInspection,
            Kind::Raid => Key::KindRaid,
            Kind::Arrest => Key::KindArrest,
            Kind::Deportation => Key::KindDeportation,
            Kind::Other(text) => return text.clone(),
        })
    }

    /// A number of people with its qualifier: "at least 13,000". Never a bare number where there
    /// is a qualifier.
    #[must_use]
    pub fn number(&self, people: People) -> String {
        let (key, number) = match people {
            People::Exactly(number) => return self.locale.number(number),
            People::AtLeast(number) => (Key::AtLeast, number),
            People::About(number) => (Key::About, number),
            People::NotPublished => return self.say(Key::NotPublished),
        };
        self.fill(key, &[("n", &self.locale.number(number))])
    }

    /// The same with the word "people".
    #[must_use]
    pub fn people(&self, people: People) -> String {
        match people.number() {
            Some(number) => {
                let form = self.messages.plural(Plural::People, &self.locale.category(number));
                fill(form, &[("n", &self.number(people))])
            }
            None => self.number(people),
        }
    }

    /// A sum with everything that qualifies it.
    #[must_use]
    pub fn sum(&self, sum: &Sum) -> String {
        if sum.published == 0 {
            return self.say(Key::NotPublished);
        }
        let mut text = self.locale.number(sum.number);
        if sum.about {
            text = self.fill(Key::About, &[("n", &text)]);
        }
        // A sum of which a part is not known is a lower bound.
        if sum.at_least || sum.not_published > 0 {
            text = self.fill(Key::AtLeast, &[("n", &text)]);
        }
        text
    }

    /// When, as exactly as it is known: "about January 2026".
    #[must_use]
    pub fn period(&self, period: &Period) -> String {
        match period.parts() {
            DatePart::Single(at) => self.about(at.approximate, self.endpoint(at)),
            DatePart::Interval(Some(from), Some(to)) => {
                let text = self.fill(
                    Key::DateInterval,
                    &[("from", &self.endpoint(from)), ("to", &self.endpoint(to))],
                );
                self.about(from.approximate || to.approximate, text)
            }
            DatePart::Interval(Some(from), None) => {
                let text = self.about(from.approximate, self.endpoint(from));
                self.fill(Key::DateSince, &[("from", &text)])
            }
            DatePart::Interval(None, Some(to)) => {
                let text = self.about(to.approximate, self.endpoint(to));
                self.fill(Key::DateUntil, &[("to", &text)])
            }
            DatePart::Interval(None, None) => self.say(Key::DateUnknown),
        }
    }

    /// The days that a reader has chosen.
    #[must_use]
    pub fn range(&self, range: DayRange) -> String {
        match (range.from(), range.to()) {
            (Some(from), Some(to)) if from == to => self.day(from),
            (Some(from), Some(to)) => {
                let (from, to) = (self.day(from), self.day(to));
                self.fill(Key::DateInterval, &[("from", &from), ("to", &to)])
            }
            (Some(from), None) => self.fill(Key::DateSince, &[("from", &self.day(from))]),
            (None, Some(to)) => self.fill(Key::DateUntil, &[("to", &self.day(to))]),
            (None, None) => self.say(Key::AllDates),
        }
    }

    /// A day with its month and year.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        self.own_date(Own::Date, day).unwrap_or_else(|| self.locale.day(day))
    }

    /// A month with its year.
    #[must_use]
    pub fn month(&self, day: Day) -> String {
        self.own_date(Own::MonthYear, day).unwrap_or_else(|| self.locale.month(day))
    }

    fn own_date(&self, pattern: Own, day: Day) -> Option<String> {
        let month = self.messages.own(Own::Months)?.split(';').nth(usize::from(day.month()) - 1)?;
        let (number, year) = (day.day().to_string(), day.year().to_string());
        let values = [("day", number.as_str()), ("month", month), ("year", &year)];
        Some(fill(self.messages.own(pattern)?, &values))
    }

    /// The name of a country.
    #[must_use]
    pub fn country(&self, code: CountryCode) -> String {
        let own = self.messages.own(Own::Countries).and_then(|names| {
            let name = |entry: &str| {
                entry.strip_prefix(code.as_str())?.strip_prefix('=').map(str::to_owned)
            };
            names.split(';').find_map(name)
        });
        own.unwrap_or_else(|| self.locale.country(code))
    }

    fn endpoint(&self, at: Endpoint) -> String {
        match at.precision {
            Precision::Day => self.day(at.day),
            Precision::Month => self.month(at.day),
            Precision::Year => at.day.year().to_string(),
        }
    }

    fn about(&self, approximate: bool, date: String) -> String {
        if approximate { self.fill(Key::DateAbout, &[("date", &date)]) } else { date }
    }
}
