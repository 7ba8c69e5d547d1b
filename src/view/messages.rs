//! The texts of the interface. Each language has a file in `messages/`; a reader fetches only one.

macro_rules! message_ids {
    ($($key:ident = $text:literal),* $(,)?) => {
        /// A message.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the texts are in the files")]
        pub enum MessageId { $($key),* }

        impl MessageId {
            /// Every message.
            pub const ALL: &[Self] = &[$(Self::$key),*];

            /// Its key in the files.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$key => $text),* }
            }
        }
    };
}

message_ids! {
    About = "about",
    AllDates = "all_dates",
    AllDestinations = "all_destinations",
    AllProvinces = "all_provinces",
    AndMore = "and_more",
    AtLeast = "at_least",
    Attributed = "attributed",
    Attribution = "attribution",
    Between = "between",
    BoundaryNote = "boundary_note",
    ChooseProvince = "choose_province",
    ColumnDate = "column_date",
    ColumnDestination = "column_destination",
    ColumnKind = "column_kind",
    ColumnPeople = "column_people",
    ColumnPlace = "column_place",
    ColumnSource = "column_source",
    ColumnWhat = "column_what",
    CopyLink = "copy_link",
    Corrected = "corrected",
    DateAbout = "date_about",
    DateInterval = "date_interval",
    DateSince = "date_since",
    DateUnknown = "date_unknown",
    DateUntil = "date_until",
    DatesMore = "dates_more",
    Download = "download",
    DownloadAll = "download_all",
    DownloadShown = "download_shown",
    ExplainPossible = "explain_possible",
    ExplainWhole = "as_of_whole",
    Figures = "figures",
    Flows = "flows",
    FlowsDrawn = "flows_drawn",
    FlowsNone = "flows_none",
    FreshAsOf = "fresh_as_of",
    FreshFailed = "fresh_failed",
    From = "from",
    IncludedIn = "included_in",
    Includes = "includes",
    KindArrest = "kind.arrest",
    KindBriefing = "kind.briefing",
    KindDeportation = "kind.deportation",
    KindInspection = "kind.inspection",
    KindMeeting = "kind.meeting",
    KindPolicy = "kind.policy",
    KindRaid = "kind.raid",
    KindWarning = "kind.warning",
    Legend = "legend",
    LegendActions = "legend_actions",
    LegendKinds = "legend_kinds",
    LegendNone = "legend_none",
    LegendPeople = "legend_people",
    LegendPossible = "legend_possible",
    LinkCopied = "link_copied",
    ListFlows = "list_flows",
    ListNational = "list_national",
    Lists = "lists",
    Loading = "loading",
    Map = "map",
    More = "more",
    National = "national",
    NationalNote = "national_note",
    Near = "near",
    NoNational = "no_national",
    None = "none",
    NoneInRange = "none_in_range",
    NotPublished = "not_published",
    PanDown = "pan_down",
    PanLeft = "pan_left",
    PanRight = "pan_right",
    PanUp = "pan_up",
    Pause = "pause",
    Period = "period",
    Play = "play",
    Possible = "possible",
    ProblemFileActions = "problem_file_actions",
    ProblemFileCountries = "problem_file_countries",
    ProblemFileFlows = "problem_file_flows",
    ProblemFileKinds = "problem_file_kinds",
    ProblemFileProvinces = "problem_file_provinces",
    ProblemRest = "problem_rest",
    ProblemView = "problem_view",
    Provinces = "provinces",
    Read = "read",
    Reported = "reported",
    Rough = "rough",
    Sending = "sending",
    ShowMore = "show_more",
    ShownOf = "shown_of",
    Status = "status",
    StatusFlows = "status_flows",
    StatusPossible = "status_possible",
    TableActions = "table_actions",
    TableFlows = "table_flows",
    Timeline = "timeline",
    To = "to",
    View = "view",
    ViewCountry = "view_country",
    ViewTable = "view_table",
    ViewWorld = "view_world",
    Zoom = "zoom",
    ZoomAll = "zoom_all",
    ZoomHint = "zoom_hint",
    ZoomIn = "zoom_in",
    ZoomOut = "zoom_out",
    ZoomTo = "zoom_to",
}

/// A message with a number in it, which has one or more plural forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the texts are in the files")]
pub enum PluralId {
    Actions,
    DaysBefore,
    FreshNew,
    InProvinces,
    LastDays,
    People,
    Places,
    ProblemRecords,
    Records,
}

impl PluralId {
    /// Every message with plural forms.
    pub const ALL: &[Self] = &[
        Self::Actions,
        Self::DaysBefore,
        Self::FreshNew,
        Self::InProvinces,
        Self::LastDays,
        Self::People,
        Self::Places,
        Self::ProblemRecords,
        Self::Records,
    ];

    /// Its key in the files, without the plural category.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Actions => "actions",
            Self::DaysBefore => "days_before",
            Self::FreshNew => "fresh_new",
            Self::InProvinces => "in_provinces",
            Self::LastDays => "last_days",
            Self::People => "people",
            Self::Places => "places",
            Self::ProblemRecords => "problem_records",
            Self::Records => "records",
        }
    }
}

/// The plural categories of Unicode CLDR.
pub(super) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The texts of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Messages {
    /// In the order of [`MessageId::ALL`].
    texts: Vec<Option<String>>,
    /// In the order of [`PluralId::ALL`], a form for each of [`CATEGORIES`].
    plurals: Vec<[Option<String>; 6]>,
    /// In the order of [`LocaleOverride::ALL`].
    overrides: Vec<Option<String>>,
}

/// Formats and names that a language's file can override, for browsers whose `Intl` lacks the
/// language: Chromium's has no Khmer, and would write dates in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocaleOverride {
    /// The twelve months, separated by semicolons.
    Months,
    /// The pattern of a day: `{day}`, `{month}` and `{year}`.
    Date,
    /// The pattern of a month: `{month}` and `{year}`.
    MonthYear,
    /// Names of countries, as `KH=...`, separated by semicolons.
    Countries,
}

impl LocaleOverride {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Months, Self::Date, Self::MonthYear, Self::Countries];

    /// Its name in the files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Months => "months",
            Self::Date => "date",
            Self::MonthYear => "month_year",
            Self::Countries => "countries",
        }
    }
}

impl Messages {
    /// The texts of a language, which `text` gives by their keys.
    #[must_use]
    pub fn new(text: impl Fn(&str) -> Option<String>) -> Self {
        let form = |message: &PluralId, category| text(&format!("{}.{category}", message.as_str()));
        Self {
            texts: MessageId::ALL.iter().map(|key| text(key.as_str())).collect(),
            plurals: PluralId::ALL
                .iter()
                .map(|message| CATEGORIES.map(|category| form(message, category)))
                .collect(),
            overrides: LocaleOverride::ALL.iter().map(|own| text(own.as_str())).collect(),
        }
    }

    /// What the language overrides; `None` where `Intl` is used.
    #[must_use]
    pub fn locale_override(&self, own: LocaleOverride) -> Option<&str> {
        self.overrides.get(own as usize)?.as_deref()
    }

    /// A message. A missing one is shown as its key, so that it is noticed.
    #[must_use]
    pub fn get(&self, key: MessageId) -> &str {
        let text = self.texts.get(key as usize).and_then(Option::as_deref);
        text.unwrap_or(key.as_str())
    }

    /// The form of a message for a plural category.
    #[must_use]
    pub fn plural(&self, message: PluralId, category: &str) -> &str {
        let forms = self.plurals.get(message as usize);
        let form = |wanted: &str| {
            let place = CATEGORIES.iter().position(|category| *category == wanted)?;
            forms?.get(place)?.as_deref()
        };
        form(category).or_else(|| form("other")).unwrap_or(message.as_str())
    }

    /// The keys that the language lacks.
    ///
    /// ```
    /// use enforcement_map::view::{MessageId, Messages};
    /// let messages = Messages::new(|key| (key == "all_dates").then(|| "All dates".to_owned()));
    /// assert_eq!(messages.get(MessageId::AllDates), "All dates");
    /// assert!(!messages.missing().is_empty());
    /// ```
    #[must_use]
    pub fn missing(&self) -> Vec<String> {
        let message_ids = MessageId::ALL.iter().zip(&self.texts);
        let message_ids =
            message_ids.filter(|(_, text)| text.is_none()).map(|(key, _)| key.as_str().to_owned());
        let plurals = PluralId::ALL.iter().zip(&self.plurals);
        let plurals = plurals.filter(|(_, [.., other])| other.is_none());
        message_ids
            .chain(plurals.map(|(message, _)| format!("{}.other", message.as_str())))
            .collect()
    }
}

/// Replaces `{name}` in a message by the value of that name.
///
/// ```
/// use enforcement_map::view::fill;
/// assert_eq!(fill("{from} to {to}", &[("from", "May"), ("to", "July")]), "May to July");
/// ```
#[must_use]
pub fn fill(message: &str, values: &[(&str, &str)]) -> String {
    values
        .iter()
        .fold(message.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
