//! Writes what is made from the tables in the code: schemas, templates and the list of codes.

use std::path::{Path, PathBuf};

use enforcement_map::load::{Column, Form, Layer, Sheet, ValueType};
use serde_json::{Map, Value, json};

use super::{check, docs};

/// Where to write to.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder for schemas, templates and `CODES.md`.
    #[arg(value_name = "DIR", default_value = "geo/schema")]
    folder: PathBuf,
    /// The page with the codes.
    #[arg(long, value_name = "FILE")]
    page: Option<PathBuf>,
    /// The folder of the documents in which tables are made anew.
    #[arg(long, value_name = "DIR")]
    docs: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<(), String> {
    std::fs::create_dir_all(&args.folder).map_err(|error| error.to_string())?;
    let write = |path: &Path, text: String| {
        std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
    };
    let pretty = |value: &Value| format!("{value:#}\n");
    for (name, layer) in [("actions", Layer::Actions), ("flows", Layer::Flows)] {
        write(&args.folder.join(format!("{name}.schema.json")), pretty(&records(name, layer)))?;
        write(&args.folder.join(format!("{name}.table.json")), pretty(&table(name, layer)))?;
        write(&args.folder.join(format!("{name}.csv")), template(layer))?;
    }
    write(&args.folder.join("provinces.schema.json"), pretty(&provinces()))?;
    write(&args.folder.join("CODES.md"), check::markdown())?;
    if let Some(page) = &args.page {
        write(page, check::html())?;
    }
    args.docs.as_deref().map_or(Ok(()), docs::write)
}

/// The columns that people write; the others are for `convert` alone.
fn columns(layer: Layer) -> impl Iterator<Item = &'static Column> {
    Column::of(layer).filter(|column| column.form != Form::Converted)
}

/// A property of GeoJSON. Whether a number is written as one or as text does not matter.
fn property(column: &Column, layer: Layer) -> Value {
    let mut schema = json!({"description": column.about, "type": ["string", "number", "null"]});
    if let (Some(pattern), Some(members)) = (column.pattern, schema.as_object_mut()) {
        // Where nothing is known a text may be empty, as `url` is.
        let is_required = column.is_required(layer);
        let pattern = if is_required { pattern.to_owned() } else { format!("^$|{pattern}") };
        members.insert("pattern".to_owned(), json!(pattern));
        if is_required {
            members.insert("type".to_owned(), json!(["string", "number"]));
        }
    }
    schema
}

/// JSON Schema of a collection of records.
fn records(name: &str, layer: Layer) -> Value {
    let mut properties = Map::new();
    let mut translations = Map::new();
    for column in columns(layer).filter(|column| column.name != "id") {
        properties.insert(column.name.to_owned(), property(column, layer));
        if column.in_languages {
            translations.insert(
                format!("^{}:[A-Za-z]{{2,3}}(-[A-Za-z0-9]+)*$", column.name),
                json!({"type": "string"}),
            );
        }
    }
    let required: Vec<&str> = columns(layer)
        .filter(|column| column.is_required(layer) && column.name != "id")
        .map(|column| column.name)
        .collect();
    let filled = |name: &str| json!({"required": [name], "properties": {name: {"type": ["string", "number"], "pattern": "\\S"}}});
    // What says where: a flow's end, or an action's place.
    let somewhere = match layer {
        Layer::Flows => {
            json!([{"properties": {"properties": filled("destination")}}, {"properties": {"properties": filled("places")}}])
        }
        _ => json!([
            {"properties": {"properties": filled("place")}},
            {"properties": {"properties": {"required": ["lon", "lat"]}}},
            {"properties": {"geometry": {"type": "object", "required": ["type"], "properties": {"type": {"const": "Point"}}}}},
        ]),
    };
    collection(
        name,
        json!({
            "type": "object",
            "required": ["type", "id", "geometry", "properties"],
            "properties": {
                "type": {"const": "Feature"},
                "id": {"type": ["string", "number"], "pattern": "\\S"},
                "geometry": {"type": ["object", "null"]},
                "properties": {
                    "type": "object",
                    "required": required,
                    "properties": properties,
                    "patternProperties": translations,
                },
            },
            "anyOf": somewhere,
        }),
        json!({
            "country": {"type": "string", "pattern": "^[A-Z]{2}$", "description": "The country the records are about, ISO 3166-1 alpha-2."},
            "title": {"type": "string", "description": "The heading of the map."},
            "attribution": {"type": "string", "description": "Where the records are from."},
        }),
    )
}

fn provinces() -> Value {
    let position = json!({"type": "array", "minItems": 2, "prefixItems": [
        {"type": "number", "minimum": -180, "maximum": 180}, {"type": "number", "minimum": -90, "maximum": 90}]});
    let ring = json!({"type": "array", "minItems": 4, "items": {"$ref": "#/$defs/position"}});
    let polygon = json!({"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/ring"}});
    let shape = |kind: &str, coordinates: Value| json!({"properties": {"type": {"const": kind}, "coordinates": coordinates}});
    let mut properties: Map<String, Value> = columns(Layer::Provinces)
        .filter(|column| column.name != "id")
        .map(|column| (column.name.to_owned(), property(column, Layer::Provinces)))
        .collect();
    properties.insert(
        "label".to_owned(),
        json!({"description": "Longitude and latitude of the place for the name.", "$ref": "#/$defs/position"}),
    );
    let mut schema = collection(
        "provinces",
        json!({
            "type": "object",
            "required": ["type", "id", "geometry", "properties"],
            "properties": {
                "type": {"const": "Feature"},
                "id": {"type": "string", "pattern": "\\S", "description": "The P-code, such as KH24."},
                "geometry": {
                    "type": "object",
                    "required": ["type", "coordinates"],
                    "anyOf": [
                        shape("Polygon", json!({"$ref": "#/$defs/polygon"})),
                        shape("MultiPolygon", json!({"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/polygon"}})),
                    ],
                },
                "properties": {"type": "object", "properties": properties,
                    "patternProperties": {"^name:[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$": {"type": "string"}}},
            },
        }),
        json!({
            "country": {"type": "string", "pattern": "^[A-Z]{2}$", "description": "The country of the provinces, ISO 3166-1 alpha-2."},
            "local_language": {"type": "string", "description": "BCP 47 tag of the language spoken there."},
            "attribution": {"type": "string", "description": "What must be shown with the map."},
            "context": {"type": "object", "description": "Water and neighbours: a feature collection."},
        }),
    );
    if let Some(members) = schema.as_object_mut() {
        members.insert(
            "$defs".to_owned(),
            json!({"position": position, "ring": ring, "polygon": polygon}),
        );
    }
    schema
}

fn collection(name: &str, feature: Value, members: Value) -> Value {
    let mut properties = members;
    if let Some(properties) = properties.as_object_mut() {
        properties.insert("type".to_owned(), json!({"const": "FeatureCollection"}));
        properties.insert("features".to_owned(), json!({"type": "array", "items": feature}));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("{name}.geojson"),
        "type": "object",
        "required": ["type", "features"],
        "properties": properties,
    })
}

/// Frictionless Table Schema, version 2.
fn table(name: &str, layer: Layer) -> Value {
    let field = |column: &Column| {
        let kind = match column.values {
            ValueType::Text | ValueType::People => "string",
            ValueType::Number => "number",
            ValueType::Count => "integer",
        };
        let mut constraints = json!({"required": column.is_required(layer)});
        if let Some(members) = constraints.as_object_mut() {
            if column.name == "id" {
                members.insert("unique".to_owned(), json!(true));
            }
            if column.values == ValueType::Count {
                members.insert("minimum".to_owned(), json!(1));
            }
            let pattern = column.pattern.filter(|pattern| *pattern != "\\S");
            if let (Some(pattern), "string") = (pattern, kind) {
                members.insert("pattern".to_owned(), json!(pattern));
            }
        }
        json!({"name": column.name, "type": kind, "description": column.about, "constraints": constraints})
    };
    let fields: Vec<Value> = columns(layer).map(field).collect();
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "title": format!("{name}.csv"),
        // Columns in any order; those that are not required may be missing, and others be there.
        "fieldsMatch": "partial",
        "fields": fields,
        "missingValues": [""],
        "primaryKey": ["id"],
    })
}

/// A sheet to begin with: the columns, and a record that shows what goes into them.
fn template(layer: Layer) -> String {
    let example = usize::from(layer == Layer::Flows);
    let wanted = columns(layer).filter(|column| column.form == Form::Any);
    let value =
        |column: &Column| column.examples.get(example).map_or("", |value| *value).to_owned();
    let (header, record) = wanted.map(|column| (column.name.to_owned(), value(column))).unzip();
    Sheet { rows: vec![header, record] }.to_csv()
}
