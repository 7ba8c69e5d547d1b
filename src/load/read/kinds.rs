//! What data say of kinds of action: a list of objects with `kind`, `name` (and `name:fr` ...) and
//! `sign`, in the order in which the kinds are shown.

use geojson::{JsonObject, JsonValue};

use crate::load::diagnostic::{Code, Diagnostic, Layer};
use crate::load::fields::local_text;
use crate::load::mode::{say, words};
use crate::model::{ActionKind, OwnKind, Sign};

/// Reads a list of kinds. The first that is said of a kind counts.
pub(crate) fn kinds(
    layer: Layer,
    source: &str,
    list: &JsonValue,
    kinds: &mut Vec<OwnKind>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut wrong = |number: Option<usize>, code, message: String, remedy: String| {
        diagnostics.push(Diagnostic {
            feature: number,
            field: number.map(|_| "kinds".to_owned()),
            ..Diagnostic::of_file(layer, source, code, message, remedy)
        });
    };
    let form = || {
        words(
            "write [{\"kind\": \"protest\", \"name\": \"Protest\", \"name:fr\": \"Manifestation\", \"sign\": \"flag\"}]; the order is that of the legend",
        )
    };
    let Some(list) = list.as_array() else {
        return wrong(None, Code::KindsBad, words("the kinds are no list"), form());
    };
    for (number, one) in (1..).zip(list) {
        let text =
            |name: &str| one.get(name).and_then(JsonValue::as_str).unwrap_or_default().trim();
        if text("kind").is_empty() {
            wrong(
                Some(number),
                Code::KindsBad,
                words("it does not say which kind it is about"),
                form(),
            );
            continue;
        }
        let kind = ActionKind::new(text("kind"));
        if OwnKind::find(kinds, &kind).is_some() {
            wrong(
                Some(number),
                Code::KindsBad,
                say!("\"{kind}\" is listed twice, and the first one counts"),
                words("remove one of them"),
            );
            continue;
        }
        let sign = Sign::named(text("sign"));
        if sign.is_none() && !text("sign").is_empty() {
            wrong(
                Some(number),
                Code::SignUnknown,
                say!("there is no sign \"{}\", and \"{kind}\" has another one", text("sign")),
                say!("write one of {}", Sign::WORDS.join(", ")),
            );
        }
        let none = JsonObject::new();
        let name = local_text(one.as_object().unwrap_or(&none), "name");
        kinds.push(OwnKind { kind, name, sign });
    }
}
