//! Notes and warnings about records that can be read.

use std::borrow::Cow;

use crate::load::columns::Column;
use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::fields::Fields;
use crate::load::text::likeness;
use crate::model::{ActionKind, Destination, Flow};

/// Warns where a flow ends in the country where it begins.
pub(crate) fn direction(fields: &Fields<'_>, flow: &Flow, diagnostics: &mut Vec<Diagnostic>) {
    if flow.destination == Destination::Country(flow.origin) {
        diagnostics.push(fields.diagnostic(
            Code::DestinationHome,
            "destination",
            format!("people are said to be sent from {0} to {0}", flow.origin),
            "check which one is wrong",
        ));
    }
}

/// Warns of what can be read and may be wrong.
pub(crate) fn remarks(
    fields: &Fields<'_>,
    kind: Option<&ActionKind>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    absent(fields, diagnostics);
    if let Some(ActionKind::Other(word)) = kind {
        let parts: Vec<ActionKind> = word
            .split(['/', ';', ',', '&', '+', '|'])
            .flat_map(|part| part.split(" and "))
            .map(|part| ActionKind::new(part.trim()))
            .collect();
        if parts.len() > 1 && parts.iter().all(|part| ActionKind::KNOWN.contains(part)) {
            diagnostics.push(fields.diagnostic(
                Code::KindSeveral,
                "kind",
                format!("\"{word}\" names several kinds, and is shown as a kind of its own"),
                format!(
                    "write the one that the record is about, such as {}, and a record for each other with its part_of",
                    parts.first().map_or("raid", ActionKind::as_str)
                ),
            ));
            return rest(fields, diagnostics);
        }
        let near = ActionKind::KNOWN
            .iter()
            .map(|known| (likeness(&word.to_lowercase(), known.as_str()), known))
            .filter(|(likeness, _)| *likeness > 0.6)
            .max_by(|(a, _), (b, _)| a.total_cmp(b));
        diagnostics.push(fields.diagnostic(
            Code::KindOther,
            "kind",
            format!("\"{word}\" is shown as it is written, in every language"),
            near.map_or(Cow::Borrowed("nothing needs to be done"), |(_, known)| {
                Cow::Owned(format!("write \"{known}\" if that is meant"))
            }),
        ));
    }
    rest(fields, diagnostics);
}

/// What is missing of a record that can be shown without it.
fn rest(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) {
    if fields.values.has("title") && fields.local_text("title").is_empty() {
        diagnostics.push(fields.diagnostic(
            Code::TitleMissing,
            "title",
            "there is no title; the id is shown in its place",
            "write one line that says what happened",
        ));
    }
    let has_source = fields.values.has("attributed_to") || fields.values.has("reported_by");
    let is_unsaid = |field| fields.local_text(field).is_empty();
    if has_source && is_unsaid("attributed_to") && is_unsaid("reported_by") {
        diagnostics.push(fields.diagnostic(
            Code::SourceMissing,
            "attributed_to",
            "no source is named",
            "write who said it into attributed_to, and who reported it into reported_by",
        ));
    }
}

/// Says which fields have a word for a missing value.
fn absent(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) {
    if fields.text("people").is_none()
        && let Some(word) = fields.values.absent("people")
    {
        diagnostics.push(fields.diagnostic(
            Code::PeopleMissing,
            "people",
            format!("\"{word}\" was read as no figure at all, as if the record were not about people"),
            "write unknown if people were affected and no number was published, or 0 if nobody was; else leave it empty",
        ));
    }
    let is_absent = |field: &&str| {
        *field != "people" && fields.values.absent(field).is_some() && fields.text(field).is_none()
    };
    let names: Vec<&str> =
        Column::of(fields.layer).map(|column| column.name).filter(is_absent).collect();
    if let Some(first) = names.first() {
        diagnostics.push(fields.diagnostic(
            Code::ValueMissing,
            first,
            format!("a word for a missing value counts as an empty cell in {}", names.join(", ")),
            "nothing needs to be done if that is right",
        ));
    }
}
