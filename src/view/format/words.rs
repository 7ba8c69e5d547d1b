//! Phrases made of messages and formatted values.

use super::Locale;
use crate::model::{
    ActionKind, CountryCode, DatePart, Day, Endpoint, OwnKind, People, Period, Precision,
};
use crate::query::{Count, DayRange, PeopleSum, PeopleTotal};
use crate::view::messages::{LocaleOverride, MessageId, Messages, PluralId, fill};

/// A language's messages and formats together.
///
/// ```
/// use enforcement_map::model::{ActionKind, CountryCode};
/// use enforcement_map::view::{Messages, Words};
/// let words = Words::new("fr", Messages::new(|key| (key == "kind.raid").then(|| "descente".to_owned())));
/// assert_eq!(words.kind(&ActionKind::Raid), "descente");
/// ```
pub struct Words {
    /// BCP 47 tag.
    pub language: String,
    /// What to say.
    pub messages: Messages,
    /// How values are written.
    pub locale: Locale,
    /// What the data say of kinds.
    pub kinds: Vec<OwnKind>,
}

impl Words {
    /// For a language with its messages.
    #[must_use]
    pub fn new(language: &str, messages: Messages) -> Self {
        Self {
            language: language.to_owned(),
            messages,
            locale: Locale::new(language),
            kinds: Vec::new(),
        }
    }

    /// A message.
    #[must_use]
    pub fn say(&self, key: MessageId) -> String {
        self.messages.get(key).to_owned()
    }

    /// A message with values in it.
    #[must_use]
    pub fn fill(&self, key: MessageId, values: &[(&str, &str)]) -> String {
        fill(self.messages.get(key), values)
    }

    /// A count.
    #[must_use]
    pub fn number_of(&self, count: usize) -> String {
        self.locale.number(u64::try_from(count).unwrap_or(u64::MAX))
    }

    /// A message with a number in it, in the right plural form.
    #[must_use]
    pub fn count(&self, message: PluralId, number: usize) -> String {
        self.phrase(message, number, &self.number_of(number))
    }

    /// The same with the number written in another way; `number` chooses the plural form.
    fn phrase(&self, message: PluralId, number: usize, text: &str) -> String {
        let number = u64::try_from(number).unwrap_or(u64::MAX);
        let form = self.messages.plural(message, &self.locale.category(number));
        fill(form, &[("n", text)])
    }

    /// A count with how many of it are certain: "5 to 7".
    fn between(&self, count: Count) -> String {
        let [from, to] = [count.certain, count.all()].map(|number| self.number_of(number));
        if from == to { to } else { self.fill(MessageId::Between, &[("from", &from), ("to", &to)]) }
    }

    /// A number of actions: "5 to 7 actions".
    #[must_use]
    pub fn actions(&self, count: Count) -> String {
        self.phrase(PluralId::Actions, count.all(), &self.between(count))
    }

    /// A number of actions in as many days before: "5 to 7 in the 22 days before".
    #[must_use]
    pub fn days_before(&self, days: usize, count: Count) -> String {
        let form = self.count(PluralId::DaysBefore, days);
        fill(&form, &[("count", &self.between(count))])
    }

    /// The people of some records: "at least 40 to about 70 people", the first of those that are
    /// certainly in the range.
    #[must_use]
    pub fn people_sum(&self, sum: &PeopleSum) -> String {
        let text = |total: &PeopleTotal| match (total.published, total.not_published) {
            (0, 0) => self.number_of(0),
            _ => self.total(total),
        };
        let [from, to] = [text(&sum.certain), text(&sum.all)];
        if sum.all.published == 0 {
            return to;
        }
        let both = if from == to || sum.certain.published == 0 && sum.certain.not_published > 0 {
            to
        } else {
            self.fill(MessageId::Between, &[("from", &from), ("to", &to)])
        };
        self.phrase(PluralId::People, usize::try_from(sum.all.number).unwrap_or(usize::MAX), &both)
    }

    /// The name of a kind, as the data have it; one that is not known is shown as it is written.
    #[must_use]
    pub fn kind(&self, kind: &ActionKind) -> String {
        // The small module leaves data with kinds of their own to the large one.
        let kinds = if cfg!(feature = "sheets") { &*self.kinds } else { &[] };
        let own = kinds.iter().find(|one| one.kind == *kind);
        if let Some(name) =
            own.map(|own| own.name.get(&self.language)).filter(|name| !name.is_empty())
        {
            return name.to_owned();
        }
        self.say(match kind {
            ActionKind::Meeting => MessageId::KindMeeting,
            ActionKind::Briefing => MessageId::KindBriefing,
            ActionKind::Warning => MessageId::KindWarning,
            ActionKind::Policy => MessageId::KindPolicy,
            ActionKind::Inspection => MessageId::KindInspection,
            ActionKind::Raid => MessageId::KindRaid,
            ActionKind::Arrest => MessageId::KindArrest,
            ActionKind::Deportation => MessageId::KindDeportation,
            ActionKind::Other(text) => return text.clone(),
        })
    }

    /// A number of people with its qualifier: "at least 13,000". Never a bare number where there
    /// is a qualifier.
    #[must_use]
    pub fn number(&self, people: People) -> String {
        let (key, number) = match people {
            People::Exactly(number) => return self.locale.number(number),
            People::AtLeast(number) => (MessageId::AtLeast, number),
            People::About(number) => (MessageId::About, number),
            People::NotPublished => return self.say(MessageId::NotPublished),
        };
        self.fill(key, &[("n", &self.locale.number(number))])
    }

    /// The same with the word "people".
    #[must_use]
    pub fn people(&self, people: People) -> String {
        match people.number() {
            Some(number) => {
                let form = self.messages.plural(PluralId::People, &self.locale.category(number));
                fill(form, &[("n", &self.number(people))])
            }
            None => self.number(people),
        }
    }

    /// A total with everything that qualifies it.
    #[must_use]
    pub fn total(&self, total: &PeopleTotal) -> String {
        if total.published == 0 {
            return self.say(MessageId::NotPublished);
        }
        let mut text = self.locale.number(total.number);
        if total.about {
            text = self.fill(MessageId::About, &[("n", &text)]);
        }
        // A total of which a part is not known is a lower bound.
        if total.at_least || total.not_published > 0 {
            text = self.fill(MessageId::AtLeast, &[("n", &text)]);
        }
        text
    }

    /// When, as exactly as it is known: "about January 2026".
    #[must_use]
    pub fn period(&self, period: &Period) -> String {
        self.part(period.parts())
    }

    /// A time in words: "since January 2026".
    #[must_use]
    pub fn part(&self, part: DatePart) -> String {
        match part {
            DatePart::Single(at) => self.about(at.approximate, self.endpoint(at)),
            DatePart::Interval(Some(from), Some(to)) => {
                let text = self.fill(
                    MessageId::DateInterval,
                    &[("from", &self.endpoint(from)), ("to", &self.endpoint(to))],
                );
                self.about(from.approximate || to.approximate, text)
            }
            DatePart::Interval(Some(from), None) => {
                let text = self.about(from.approximate, self.endpoint(from));
                self.fill(MessageId::DateSince, &[("from", &text)])
            }
            DatePart::Interval(None, Some(to)) => {
                let text = self.about(to.approximate, self.endpoint(to));
                self.fill(MessageId::DateUntil, &[("to", &text)])
            }
            DatePart::Interval(None, None) => self.say(MessageId::DateUnknown),
        }
    }

    /// The days that a reader has chosen.
    #[must_use]
    pub fn range(&self, range: DayRange) -> String {
        match (range.from(), range.to()) {
            (Some(from), Some(to)) if from == to => self.day(from),
            (Some(from), Some(to)) => {
                let (from, to) = (self.day(from), self.day(to));
                self.fill(MessageId::DateInterval, &[("from", &from), ("to", &to)])
            }
            (Some(from), None) => self.fill(MessageId::DateSince, &[("from", &self.day(from))]),
            (None, Some(to)) => self.fill(MessageId::DateUntil, &[("to", &self.day(to))]),
            (None, None) => self.say(MessageId::AllDates),
        }
    }

    /// A day with its month and year.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        self.own_date(LocaleOverride::Date, day).unwrap_or_else(|| self.locale.day(day))
    }

    /// A month with its year.
    #[must_use]
    pub fn month(&self, day: Day) -> String {
        self.own_date(LocaleOverride::MonthYear, day).unwrap_or_else(|| self.locale.month(day))
    }

    fn own_date(&self, pattern: LocaleOverride, day: Day) -> Option<String> {
        let month = self
            .messages
            .locale_override(LocaleOverride::Months)?
            .split(';')
            .nth(usize::from(day.month()) - 1)?;
        let (number, year) = (day.day().to_string(), day.year().to_string());
        let values = [("day", number.as_str()), ("month", month), ("year", &year)];
        Some(fill(self.messages.locale_override(pattern)?, &values))
    }

    /// The name of a country.
    #[must_use]
    pub fn country(&self, code: CountryCode) -> String {
        let own = self.messages.locale_override(LocaleOverride::Countries).and_then(|names| {
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
        if approximate { self.fill(MessageId::DateAbout, &[("date", &date)]) } else { date }
    }
}
