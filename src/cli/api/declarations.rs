//! TypeScript declarations of the module that defines the element.

use std::fmt::Write as _;

use enforcement_map::embed::api::{
    ATTRIBUTES, Accepts, Attribute, EVENTS, METHODS, MapError, Method, ProvinceSelect, RangeChange,
    TAG, name,
};
use enforcement_map::load::{COLUMNS, Column, Form, Layer, ValueType};
use enforcement_map::model::Sign;
use ts_rs::{Config, TS};

const HEAD: &str = "\
// Made by `enforcement-map api types`; do not edit.

/** A text in further languages: the property's name, a colon, a BCP 47 tag. */
type Translations = { [text: `${string}:${string}`]: string | undefined };

/** A GeoJSON feature (RFC 7946, section 3.2), of which the map needs this much. */
interface Feature<Properties> {
  type: \"Feature\";
  id?: string | number;
  geometry: object | null;
  properties: Properties;
}

/** A GeoJSON feature collection (RFC 7946, section 3.3). */
interface Collection<Properties> {
  type: \"FeatureCollection\";
  features: Feature<Properties>[];
  /** Heading of the map; in the collection of actions. */
  title?: string;
  /** ISO 3166-1 alpha-2 code of the country that the records are about. */
  country?: string;
  /** Where the data are from; shown with them. */
  attribution?: string;
  /** Own kinds of action, in the order of the legend. */
  kinds?: Kind[];
}

/** What data say of a kind of action. */
export type Kind = Translations & {
  /** The kind, as records have it. */
  kind: string;
  /** The word for it; \"name:fr\" is that in French. */
  name?: string;
  /** Its sign. */
  sign?: \"SIGNS\";
};

/** Own kinds of action, in the order of the legend. */
export type Kinds = Kind[] | { kinds: Kind[] };

/** Provinces: polygons with a code as id and a name. */
export type Provinces = Collection<object>;
/** Countries: a point each, with the code as id. */
export type Countries = Collection<object>;
/** What was done, where and when. */
export type Actions = Collection<RecordProperties & ActionProperties & Translations>;
/** Who was sent where. */
export type Flows = Collection<RecordProperties & FlowProperties & Translations>;
";

/// The whole file.
pub(super) fn text() -> String {
    let mut text = HEAD.replace("\"SIGNS\"", &one_of(&Sign::WORDS));
    for declaration in [
        properties("RecordProperties", "The properties that actions and flows share.", None),
        properties(
            "ActionProperties",
            "The further properties of an action.",
            Some(Layer::Actions),
        ),
        properties("FlowProperties", "The further properties of a flow.", Some(Layer::Flows)),
        declaration::<ProvinceSelect>(),
        declaration::<RangeChange>(),
        declaration::<MapError>(),
    ] {
        text += "\n";
        text += &declaration;
    }
    // Writing to a text cannot fail.
    let _ = class(&mut text);
    text
}

/// A Rust type with its comments. A struct that serde flattens into another is one type with it.
pub(super) fn declaration<T: TS>() -> String {
    let about = T::docs().unwrap_or_default();
    let declaration = T::decl(&Config::default()).replace(" } & { ", " ");
    format!("{about}export {declaration}\n")
}

/// The properties that records of both layers have in the same way, or those that one has besides.
fn properties(name: &str, about: &str, layer: Option<Layer>) -> String {
    let both = [Layer::Actions, Layer::Flows];
    let is_same = |column: &Column| {
        column.layers == both && (column.required.is_empty() || column.required == both)
    };
    let is_here = |column: &&Column| match layer {
        None => is_same(column),
        Some(layer) => column.layers.contains(&layer) && !is_same(column),
    };
    let is_property =
        |name: &str| COLUMNS.iter().any(|column| column.name == name && column.form == Form::Any);
    let mut text = format!("/**\n * {about}\n */\nexport type {name} = {{");
    // The id is a member of the feature.
    let columns = COLUMNS.iter().filter(|column| column.form == Form::Any && column.name != "id");
    for column in columns.filter(is_here) {
        let is_required = column.required.contains(&layer.unwrap_or(Layer::Actions))
            && !column.instead.iter().any(|group| group.iter().all(|name| is_property(name)));
        let sign = if is_required { "" } else { "?" };
        let kind = match column.values {
            ValueType::Text => "string",
            ValueType::Number | ValueType::Count | ValueType::People => "string | number",
        };
        text += &format!("\n/**\n * {}\n */\n{}{sign}: {kind},", column.about, column.name);
    }
    text + " };\n"
}

fn class(text: &mut String) -> std::fmt::Result {
    writeln!(
        text,
        "\n/** What events of the map carry. */\nexport interface EnforcementMapEventMap {{"
    )?;
    for (name, detail, about) in EVENTS {
        let detail = detail.unwrap_or("null");
        writeln!(text, "  /** {about} */\n  \"{name}\": CustomEvent<{detail}>;")?;
    }
    writeln!(text, "}}\n\n/** The element `<{TAG}>`. */")?;
    writeln!(text, "export class EnforcementMap extends HTMLElement {{")?;
    for attribute in ATTRIBUTES.iter().filter(|attribute| attribute.name != name::LANG) {
        *text += &accessor(attribute);
    }
    for Method { name, parameters, returns, about } in METHODS {
        let parameters: Vec<_> =
            parameters.iter().map(|name| format!("{name}: string | null")).collect();
        writeln!(text, "  /** {about} */\n  {name}({}): {returns};", parameters.join(", "))?;
    }
    for way in ["add", "remove"] {
        let options = if way == "add" { "AddEventListenerOptions" } else { "EventListenerOptions" };
        writeln!(
            text,
            "  {way}EventListener<K extends keyof EnforcementMapEventMap>(type: K, \
             listener: (this: EnforcementMap, event: EnforcementMapEventMap[K]) => unknown, \
             options?: boolean | {options}): void;\n  \
             {way}EventListener<K extends keyof HTMLElementEventMap>(type: K, \
             listener: (this: EnforcementMap, event: HTMLElementEventMap[K]) => unknown, \
             options?: boolean | {options}): void;\n  \
             {way}EventListener(type: string, listener: EventListenerOrEventListenerObject, \
             options?: boolean | {options}): void;"
        )?;
    }
    writeln!(text, "}}\n\ndeclare global {{\n  interface HTMLElementTagNameMap {{")?;
    writeln!(text, "    \"{TAG}\": EnforcementMap;\n  }}\n}}")
}

/// The property of an attribute.
pub(super) fn accessor(attribute: &Attribute) -> String {
    let (name, about) = (attribute.name, attribute.about);
    let (read, write) = property(attribute);
    format!("  /** {about} */\n  get {name}(): {read};\n  set {name}(value: {write});\n")
}

/// What a property is read and written as. What is read may be a text that the page set and that
/// is none of the values.
fn property(attribute: &Attribute) -> (String, String) {
    match attribute.accepts {
        Accepts::Data(object) => {
            let both = format!("{object} | Blob | BufferSource | string | null");
            (both.clone(), both)
        }
        Accepts::Text => ("string | null".into(), "string | null".into()),
        Accepts::OneOf(values) => ("string | null".into(), one_of(values) + " | null"),
    }
}

/// A union of texts.
pub(super) fn one_of(values: &[&str]) -> String {
    let quoted: Vec<_> = values.iter().map(|value| format!("\"{value}\"")).collect();
    quoted.join(" | ")
}
