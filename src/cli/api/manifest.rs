//! `custom-elements.json`, of the schema of the custom elements manifest, version 1.0.0.

use enforcement_map::embed::api::{
    ATTRIBUTES, Accepts, CUSTOM_PROPERTIES, EVENTS, METHODS, PARTS, TAG,
};
use serde_json::{Value, json};

use super::declarations::one_of;

const MODULE: &str = "enforcement-map.js";
const CLASS: &str = "EnforcementMap";

/// The whole file.
pub(super) fn manifest() -> Value {
    json!({
        "schemaVersion": "1.0.0",
        "modules": [{
            "kind": "javascript-module",
            "path": MODULE,
            "declarations": [element()],
            "exports": [
                {
                    "kind": "js",
                    "name": CLASS,
                    "declaration": { "name": CLASS, "module": MODULE },
                },
                {
                    "kind": "custom-element-definition",
                    "name": TAG,
                    "declaration": { "name": CLASS, "module": MODULE },
                },
            ],
        }],
    })
}

fn element() -> Value {
    json!({
        "kind": "class",
        "name": CLASS,
        "customElement": true,
        "tagName": TAG,
        "description": "A map of what was done where and when, and where people were sent.",
        "superclass": { "name": "HTMLElement" },
        "attributes": attributes(),
        "members": members(),
        "events": EVENTS.map(|(name, detail, about)| json!({
            "name": name,
            "type": { "text": format!("CustomEvent<{}>", detail.unwrap_or("null")) },
            "description": about,
        })),
        "slots": [],
        "cssParts": PARTS.map(|(name, about)| json!({ "name": name, "description": about })),
        "cssProperties": CUSTOM_PROPERTIES.map(|(name, about)| json!({
            "name": name,
            "description": about,
        })),
    })
}

fn attributes() -> Vec<Value> {
    let attribute = |name: &str, kind: String, about: &str| {
        json!({
            "name": name,
            "fieldName": name,
            "type": { "text": kind },
            "description": about,
        })
    };
    let kind = |accepts: &Accepts| match accepts {
        Accepts::OneOf(values) => one_of(values),
        Accepts::Data(_) | Accepts::Text => "string".into(),
    };
    ATTRIBUTES.iter().map(|one| attribute(one.name, kind(&one.accepts), one.about)).collect()
}

fn members() -> Vec<Value> {
    let fields = ATTRIBUTES.iter().map(|one| {
        let kind = match one.accepts {
            Accepts::Data(object) => format!("{object} | Blob | BufferSource | string | null"),
            Accepts::Text => "string | null".into(),
            Accepts::OneOf(values) => one_of(values) + " | null",
        };
        json!({
            "kind": "field",
            "name": one.name,
            "type": { "text": kind },
            "description": one.about,
            "attribute": one.name,
        })
    });
    let methods = METHODS.iter().map(|method| {
        let parameter = |name: &&str| json!({ "name": name, "type": { "text": "string | null" } });
        json!({
            "kind": "method",
            "name": method.name,
            "parameters": method.parameters.iter().map(parameter).collect::<Vec<_>>(),
            "return": { "type": { "text": method.returns } },
            "description": method.about,
        })
    });
    fields.chain(methods).collect()
}
