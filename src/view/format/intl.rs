//! By the browser's `Intl`.

use js_sys::Intl::{DateTimeFormat, NumberFormat, PluralRules};
use js_sys::{Array, Date, JsString, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::model::{CountryCode, Day};

#[wasm_bindgen]
extern "C" {
    /// `Intl.DisplayNames` (ECMA-402, section 12), which js-sys does not have.
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &Array, options: &Object) -> Result<DisplayNames, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;
}

/// Formats for one language.
pub struct Locale {
    numbers: NumberFormat,
    plurals: PluralRules,
    days: DateTimeFormat,
    months: DateTimeFormat,
    countries: Option<DisplayNames>,
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object
}

impl Locale {
    /// Formats for a language, BCP 47.
    #[must_use]
    pub fn new(language: &str) -> Self {
        // A browser that lacks a language takes the next one, instead of its owner's.
        let locales = Array::of2(&language.into(), &"en".into());
        // Browsers write Khmer's 13,000 or, those with older data, 13.000; some have no Khmer.
        let numbers = if language == "km" { Array::of1(&"en".into()) } else { locales.clone() };
        // Days have no time zone here, so they are made and written in the same one.
        let date = |parts: &[(&str, &str)]| {
            let options = options(parts);
            let _ = Reflect::set(&options, &"timeZone".into(), &"UTC".into());
            let _ = Reflect::set(&options, &"calendar".into(), &"gregory".into());
            DateTimeFormat::new(&locales, &options)
        };
        Self {
            numbers: NumberFormat::new(&numbers, &Object::new()),
            plurals: PluralRules::new(&locales, &Object::new()),
            days: date(&[("year", "numeric"), ("month", "long"), ("day", "numeric")]),
            months: date(&[("year", "numeric"), ("month", "long")]),
            countries: DisplayNames::new(&locales, &options(&[("type", "region")])).ok(),
        }
    }

    /// A text in small letters. The browser knows them; their tables are 5 kB.
    #[must_use]
    pub fn lower(&self, text: &str) -> String {
        JsString::from(text).to_lower_case().into()
    }

    /// A whole number.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "JavaScript numbers are such")]
    pub fn number(&self, number: u64) -> String {
        let format = self.numbers.format();
        let text = format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(number as f64));
        text.ok().and_then(|text| text.as_string()).unwrap_or_else(|| number.to_string())
    }

    /// The plural category of a number.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "JavaScript numbers are such")]
    pub fn category(&self, number: u64) -> String {
        String::from(self.plurals.select(number as f64))
    }

    /// A day with its month and year.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        date(&self.days, day).unwrap_or_else(|| day.to_string())
    }

    /// A month with its year.
    #[must_use]
    pub fn month(&self, day: Day) -> String {
        date(&self.months, day).unwrap_or_else(|| day.to_string())
    }

    /// The name of a country.
    #[must_use]
    pub fn country(&self, code: CountryCode) -> String {
        let names = self.countries.as_ref();
        let name = names.and_then(|names| names.of(code.as_str()).ok().flatten());
        name.unwrap_or_else(|| code.as_str().to_owned())
    }
}

fn date(format: &DateTimeFormat, day: Day) -> Option<String> {
    let at = Date::new(&JsValue::from_str(&format!("{day}T00:00:00Z")));
    format.format().call1(&JsValue::UNDEFINED, &at).ok()?.as_string()
}
