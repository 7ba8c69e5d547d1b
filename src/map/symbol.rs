//! The symbols of kinds, which differ in shape and not in colour (WCAG 1.4.1).

use crate::model::ActionKind;

/// Path data of the symbol, in a square of 16 units around 0, 0; filled by the even-odd rule.
///
/// ```
/// use enforcement_map::map::symbol;
/// use enforcement_map::model::ActionKind;
/// assert_ne!(symbol(&ActionKind::Raid), symbol(&ActionKind::Arrest));
/// // Kinds that are not listed share a circle.
/// assert_eq!(symbol(&ActionKind::new("fine")), symbol(&ActionKind::new("audit")));
/// ```
#[must_use]
pub fn symbol(kind: &ActionKind) -> &'static str {
    match kind {
        // Two people facing a table.
        ActionKind::Meeting => {
            "M-4-5.5a2 2 0 1 1-.01 0zM4-5.5a2 2 0 1 1-.01 0zM-7 3.5c0-5 6-5 6 0zM1 3.5c0-5 6-5 6 0zM-6.5 5h13v1.5h-13z"
        }
        // A speech bubble.
        ActionKind::Briefing => {
            "M-6.5-5.5h13v8.5h-7l-3.5 3.5v-3.5h-2.5zM-4-3v1.3h8v-1.3zM-4-.2v1.3h5.5v-1.3z"
        }
        // A warning triangle.
        ActionKind::Warning => "M0-7l7.2 12.8h-14.4zM-.9-2.5v4h1.8v-4zM-.9 2.7v1.7h1.8v-1.7z",
        // A written page.
        ActionKind::Policy => {
            "M-5-7h7l3 3v11h-10zM-3-2.5v1.3h6v-1.3zM-3 .3v1.3h6v-1.3zM-3 3.1v1.3h4v-1.3z"
        }
        // A magnifying glass.
        ActionKind::Inspection => {
            "M-1.5-6.5a5 5 0 1 1-.01 0zM-1.5-4.6a3.1 3.1 0 1 0 .01 0zM1.5 3l1.5-1.5 4 4-1.5 1.5z"
        }
        // A door forced open.
        ActionKind::Raid => "M-5.5-7h11v14h-2v-12h-7v12h-2zM-2.5-4l4 1.5v9.5h-4z",
        // Two rings joined by a chain.
        ActionKind::Arrest => {
            "M-4-3.5a3.7 3.7 0 1 1-.01 0zM-4-1.7a1.9 1.9 0 1 0 .01 0zM4-3.5a3.7 3.7 0 1 1-.01 0zM4-1.7a1.9 1.9 0 1 0 .01 0zM-3.5-6.5h7v1.6h-7z"
        }
        // An arrow out of a box.
        ActionKind::Deportation => "M-6.5-6h6v2h-4v8h4v2h-6zM0-1.2h2.5v-3l4.5 4.2-4.5 4.2v-3h-2.5z",
        ActionKind::Other(_) => "M0-5a5 5 0 1 1-.01 0z",
    }
}
