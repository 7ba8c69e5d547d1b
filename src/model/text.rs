//! Texts with translations.

/// A text with its translations. In data files the text itself has a plain name (`title`), and the
/// names of translations end in a colon and a language (`title:fr`).
///
/// ```
/// use enforcement_map::model::LocalizedText;
/// let text = LocalizedText::new("Kratie").with("fr", "Kratié");
/// assert_eq!(text.get("fr-CA"), "Kratié");
/// assert_eq!(text.get("vi"), "Kratie");
/// assert_eq!(text.exact("km"), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalizedText {
    default: String,
    translations: Vec<(String, String)>,
}

impl LocalizedText {
    /// A text in the file's own language.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { default: text.into(), translations: Vec::new() }
    }

    /// Adds a translation; `language` is a BCP 47 tag.
    #[must_use]
    pub fn with(mut self, language: impl Into<String>, text: impl Into<String>) -> Self {
        self.translations.push((language.into(), text.into()));
        self
    }

    /// The text in this language if there is a translation: first of the whole tag, then of its
    /// primary language (BCP 47 lookup, RFC 4647 section 3.4).
    #[must_use]
    pub fn exact(&self, language: &str) -> Option<&str> {
        let primary = language.split('-').next().unwrap_or(language);
        [language, primary].into_iter().find_map(|wanted| {
            let found = self.translations.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(wanted));
            found.map(|(_, text)| text.as_str())
        })
    }

    /// The text in this language, else in the file's own.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        self.exact(language).unwrap_or(&self.default)
    }

    /// Whether the text in any language matches.
    #[must_use]
    pub fn any(&self, matches: impl Fn(&str) -> bool) -> bool {
        matches(&self.default) || self.translations.iter().any(|(_, text)| matches(text))
    }

    /// The text in all its languages, the file's own first.
    ///
    /// ```
    /// use enforcement_map::model::LocalizedText;
    /// let text = LocalizedText::new("Kratie").with("fr", "Kratié");
    /// assert_eq!(text.all().collect::<Vec<_>>(), ["Kratie", "Kratié"]);
    /// ```
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let translations = self.translations.iter().map(|(_, text)| text.as_str());
        std::iter::once(self.default.as_str()).chain(translations)
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.default.is_empty() && self.translations.is_empty()
    }
}
