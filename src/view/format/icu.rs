//! By ICU4X, for pages rendered before any browser sees them.

use icu::calendar::Gregorian;
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{YM, YMD};
use icu::decimal::DecimalFormatter;
use icu::experimental::displaynames::multi::RegionDisplayNames;
use icu::locale::subtags::Region;
use icu::plurals::{PluralCategory, PluralRules};

use crate::model::{CountryCode, Day};

/// Formats for one language. What ICU4X has no data for is written plainly.
pub struct Locale {
    numbers: Option<DecimalFormatter>,
    plurals: Option<PluralRules>,
    days: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    months: Option<FixedCalendarDateTimeFormatter<Gregorian, YM>>,
    countries: Option<RegionDisplayNames>,
}

impl Locale {
    /// Formats for a language, BCP 47.
    #[must_use]
    pub fn new(language: &str) -> Self {
        let locale: icu::locale::Locale = language.parse().unwrap_or(icu::locale::Locale::UNKNOWN);
        Self {
            numbers: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
            plurals: PluralRules::try_new_cardinal((&locale).into()).ok(),
            days: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).ok(),
            months: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YM::long()).ok(),
            countries: RegionDisplayNames::try_new((&locale).into(), Default::default()).ok(),
        }
    }

    /// A text in small letters.
    #[must_use]
    pub fn lower(&self, text: &str) -> String {
        text.to_lowercase()
    }

    /// A whole number.
    #[must_use]
    pub fn number(&self, number: u64) -> String {
        let format = self.numbers.as_ref();
        format.map_or_else(
            || number.to_string(),
            |format| format.format_to_string(&icu::decimal::input::Decimal::from(number)),
        )
    }

    /// The plural category of a number.
    #[must_use]
    pub fn category(&self, number: u64) -> String {
        let category = self.plurals.as_ref().map(|rules| rules.category_for(number));
        match category {
            Some(PluralCategory::Zero) => "zero",
            Some(PluralCategory::One) => "one",
            Some(PluralCategory::Two) => "two",
            Some(PluralCategory::Few) => "few",
            Some(PluralCategory::Many) => "many",
            Some(PluralCategory::Other) | None => "other",
        }
        .to_owned()
    }

    /// A day with its month and year.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        let format = self.days.as_ref().zip(date(day));
        format.map_or_else(|| day.to_string(), |(format, date)| format.format(&date).to_string())
    }

    /// A month with its year.
    #[must_use]
    pub fn month(&self, day: Day) -> String {
        let format = self.months.as_ref().zip(date(day));
        format.map_or_else(|| day.to_string(), |(format, date)| format.format(&date).to_string())
    }

    /// The name of a country.
    #[must_use]
    pub fn country(&self, code: CountryCode) -> String {
        let region: Option<Region> = code.as_str().parse().ok();
        let names = self.countries.as_ref().zip(region);
        let name = names.and_then(|(names, region)| names.of(region).map(str::to_owned));
        name.unwrap_or_else(|| code.as_str().to_owned())
    }
}

fn date(day: Day) -> Option<icu::calendar::Date<Gregorian>> {
    icu::calendar::Date::try_new_gregorian(day.year(), day.month(), day.day()).ok()
}
