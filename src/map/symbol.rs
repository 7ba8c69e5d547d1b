//! The signs of kinds, which differ in shape and not in colour (WCAG 1.4.1).

use crate::model::Sign;

/// Path data of a sign, in a square of 16 units around 0, 0; filled by the even-odd rule.
///
/// ```
/// use enforcement_map::map::symbol;
/// use enforcement_map::model::Sign;
/// assert_ne!(symbol(Sign::Door), symbol(Sign::Chain));
/// ```
#[must_use]
pub fn symbol(sign: Sign) -> &'static str {
    match sign {
        Sign::Disc => "M0-5a5 5 0 1 1-.01 0z",
        Sign::Square => "M-5-5h10v10h-10z",
        Sign::Diamond => "M0-7l7 7-7 7-7-7z",
        Sign::Star => "M0-7l1.8 4.7 5 .3-3.9 3.1 1.3 4.9-4.2-2.8-4.2 2.8 1.3-4.9-3.9-3.1 5-.3z",
        Sign::Cross => "M-2-6.5h4v4.5h4.5v4h-4.5v4.5h-4v-4.5h-4.5v-4h4.5z",
        Sign::Ring => "M0-6.5a6.5 6.5 0 1 1-.01 0zM0-3a3 3 0 1 0 .01 0z",
        Sign::Drop => "M0-7c3 4 4.5 6 4.5 8.5a4.5 4.5 0 0 1-9 0c0-2.5 1.5-4.5 4.5-8.5z",
        Sign::Bars => "M-6-6h12v3h-12zM-6-1.5h12v3h-12zM-6 3h12v3h-12z",
        Sign::House => "M0-7l7 6h-2v7h-10v-7h-2z",
        Sign::Flag => "M-5-7h1.8v1h8.2l-2 3.2 2 3.3h-8.2v6.5h-1.8z",
        Sign::Shield => "M0-7c2 1.5 4 2 6 2 0 6-2 9.5-6 12-4-2.5-6-6-6-12 2 0 4-.5 6-2z",
        Sign::Bolt => "M1-7l-6 8h4l-1 6 6-8h-4z",
        // Two people facing a table.
        Sign::People => {
            "M-4-5.5a2 2 0 1 1-.01 0zM4-5.5a2 2 0 1 1-.01 0zM-7 3.5c0-5 6-5 6 0zM1 3.5c0-5 6-5 6 0zM-6.5 5h13v1.5h-13z"
        }
        // A speech bubble.
        Sign::Speech => {
            "M-6.5-5.5h13v8.5h-7l-3.5 3.5v-3.5h-2.5zM-4-3v1.3h8v-1.3zM-4-.2v1.3h5.5v-1.3z"
        }
        // A warning triangle.
        Sign::Triangle => "M0-7l7.2 12.8h-14.4zM-.9-2.5v4h1.8v-4zM-.9 2.7v1.7h1.8v-1.7z",
        // A written page.
        Sign::Page => "M-5-7h7l3 3v11h-10zM-3-2.5v1.3h6v-1.3zM-3 .3v1.3h6v-1.3zM-3 3.1v1.3h4v-1.3z",
        // A magnifying glass.
        Sign::Lens => {
            "M-1.5-6.5a5 5 0 1 1-.01 0zM-1.5-4.6a3.1 3.1 0 1 0 .01 0zM1.5 3l1.5-1.5 4 4-1.5 1.5z"
        }
        // A door forced open.
        Sign::Door => "M-5.5-7h11v14h-2v-12h-7v12h-2zM-2.5-4l4 1.5v9.5h-4z",
        // Two rings joined by a chain.
        Sign::Chain => {
            "M-4-3.5a3.7 3.7 0 1 1-.01 0zM-4-1.7a1.9 1.9 0 1 0 .01 0zM4-3.5a3.7 3.7 0 1 1-.01 0zM4-1.7a1.9 1.9 0 1 0 .01 0zM-3.5-6.5h7v1.6h-7z"
        }
        // An arrow out of a box.
        Sign::Exit => "M-6.5-6h6v2h-4v8h4v2h-6zM0-1.2h2.5v-3l4.5 4.2-4.5 4.2v-3h-2.5z",
    }
}
