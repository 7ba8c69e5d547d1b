//! The shape of the records that pages hand over as objects, for the TypeScript declarations.
//!
//! [`crate::load`] reads them one by one, since each that is wrong wants words of its own; these
//! types only say to an editor's program what may be written. Any text may be there in several
//! languages: `title:fr`.

/// The properties that actions and flows share.
#[cfg_attr(feature = "cli", derive(ts_rs::TS))]
pub struct RecordProperties {
    /// When: EDTF (ISO 8601-2), such as 2026-01-18, 2026-01, 2025/2026, or 2026-01~ for about.
    pub date: String,
    /// A heading.
    #[cfg_attr(feature = "cli", ts(optional))]
    pub title: Option<String>,
    /// A sentence or two.
    #[cfg_attr(feature = "cli", ts(optional))]
    pub summary: Option<String>,
    /// How many: 73, ">=13000", "~260", or "unknown" where no figure was published.
    #[cfg_attr(feature = "cli", ts(optional, type = "string | number"))]
    pub people: Option<String>,
    /// Who said so.
    #[cfg_attr(feature = "cli", ts(optional))]
    pub attributed_to: Option<String>,
    /// Who reported it.
    #[cfg_attr(feature = "cli", ts(optional))]
    pub reported_by: Option<String>,
    /// Where to read it, an address of the web.
    #[cfg_attr(feature = "cli", ts(optional))]
    pub url: Option<String>,
    /// The id of the record that this one is a part of, and not to be added to.
    #[cfg_attr(feature = "cli", ts(optional))]
    pub part_of: Option<String>,
}

/// The further properties of an action.
#[cfg_attr(feature = "cli", derive(ts_rs::TS))]
pub struct ActionProperties {
    /// A province's code or name, or the country's code for the whole country.
    pub place: String,
    /// meeting, briefing, warning, policy, inspection, raid, arrest, deportation, or another one.
    pub kind: String,
}

/// The further properties of a flow.
#[cfg_attr(feature = "cli", derive(ts_rs::TS))]
pub struct FlowProperties {
    /// The country's code, ISO 3166-1 alpha-2.
    pub origin: String,
    /// The country's code; empty where only their number is known.
    #[cfg_attr(feature = "cli", ts(optional))]
    pub destination: Option<String>,
    /// How many countries, where they are not named.
    #[cfg_attr(feature = "cli", ts(optional, type = "string | number"))]
    pub places: Option<String>,
    /// Usually deportation.
    #[cfg_attr(feature = "cli", ts(optional))]
    pub kind: Option<String>,
}
