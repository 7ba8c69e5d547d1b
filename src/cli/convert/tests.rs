//! Whatever goes to the other format comes back the same.

use enforcement_map::load::{Diagnostic, Layer, Sheet, Source, Sources, Validator, dataset};
use enforcement_map::model::Dataset;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{To, convert, to_geojson, to_sheet};

fn through_sheet(collection: &Value) -> Value {
    let csv = to_sheet::sheet(collection).unwrap().to_csv();
    to_geojson::collection(&Sheet::read(csv.as_bytes()).unwrap())
}

fn through_geojson(sheet: &Sheet) -> Sheet {
    let collection = to_geojson::collection(sheet);
    let parsed: Value = serde_json::from_str(&to_geojson::text(&collection)).unwrap();
    let csv = to_sheet::sheet(&parsed).unwrap().to_csv();
    Sheet::read(csv.as_bytes()).unwrap()
}

#[test]
fn the_shipped_records_come_back() {
    for name in ["actions", "flows"] {
        let path = format!("{}/geo/{name}.geojson", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let collection: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(through_sheet(&collection), collection);
    }
}

fn provinces() -> Option<Source> {
    let bytes = std::fs::read(format!("{}/geo/provinces.geojson", env!("CARGO_MANIFEST_DIR")));
    Some(Source::read("provinces.geojson", bytes.unwrap()))
}

/// The files of the corpus that hold records.
fn corpus() -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for folder in std::fs::read_dir(format!("{}/tests/corpus", env!("CARGO_MANIFEST_DIR"))).unwrap()
    {
        let folder = folder.unwrap().path();
        for file in std::fs::read_dir(&folder).unwrap() {
            let path = file.unwrap().path();
            let is_data = path.extension().is_some_and(|end| end != "expected");
            if is_data && !folder.ends_with("provinces") {
                found.push((path.clone(), std::fs::read(&path).unwrap()));
            }
        }
    }
    found
}

/// The records of a file.
fn read(is_flow: bool, name: &str, bytes: Vec<u8>) -> Dataset {
    let source = Some(Source::read(name, bytes));
    let (actions, flows) = if is_flow { (None, source) } else { (source, None) };
    dataset(&Sources { provinces: provinces(), actions, flows, kinds: None }).dataset
}

/// How many records a file has where its content has to say which they are, and their layer.
fn counted(name: &str, bytes: &[u8]) -> (Option<Layer>, usize) {
    let mut layer = None;
    let mut validator = Validator::new(|diagnostic: Diagnostic| layer = Some(diagnostic.layer));
    validator.provinces(provinces().unwrap());
    validator.file(name, None, &mut &*bytes);
    let records = validator.finish().records;
    (layer, records)
}

/// Each file of the corpus has the same records in the other format.
#[test]
fn what_the_map_reads_is_kept() {
    let mut tried = 0;
    for (path, bytes) in corpus() {
        let is_flow = path.to_str().unwrap().contains("flow");
        let end = path.extension().unwrap().to_str().unwrap();
        // The coordinates of these are read in no format; as a sheet, the file does not say so.
        if path.ends_with("old-crs-utm.geojson") {
            continue;
        }
        let name = format!("records.{end}");
        let Ok(converted) = convert(&name, &bytes, None, &mut Vec::new()) else { continue };
        let is_json = converted.starts_with('{');
        let other = if is_json { "records.geojson" } else { "records.csv" };
        let (first, second) = (
            read(is_flow, &name, bytes.clone()),
            read(is_flow, other, converted.clone().into_bytes()),
        );
        assert_eq!(second.actions, first.actions, "{}", path.display());
        assert_eq!(second.flows, first.flows, "{}", path.display());
        let ((_, before), (_, after)) =
            (counted(&name, &bytes), counted(other, converted.as_bytes()));
        assert_eq!(after, before, "{}", path.display());
        tried += first.records().count();
    }
    assert!(tried > 250, "{tried} records");
}

/// Each sheet of the corpus comes back cell by cell.
#[test]
fn each_sheet_comes_back() {
    for (path, bytes) in corpus() {
        let is_sheet = path.extension().is_some_and(|end| end == "csv");
        let (true, Ok(sheet)) = (is_sheet, Sheet::read(&bytes)) else { continue };
        if sheet.rows.is_empty() || convert("sheet.csv", &bytes, None, &mut Vec::new()).is_err() {
            continue;
        }
        let back = through_geojson(&sheet);
        assert_eq!(back.rows.len(), sheet.rows.len(), "{}", path.display());
        for (back, row) in back.rows.iter().zip(&sheet.rows) {
            for index in 0..back.len().max(row.len()) {
                let cell = |row: &[String]| {
                    let cell = row.get(index).map_or("", String::as_str);
                    enforcement_map::model::unguarded(cell).to_owned()
                };
                assert_eq!(cell(back), cell(row), "{}", path.display());
            }
        }
    }
}

/// An id that is a property and not a member of the feature is the id of the row, too.
#[test]
fn an_id_among_the_properties_is_kept() {
    let collection = json!({"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": null, "properties": {"id": "a", "title": "A"}},
        {"type": "Feature", "id": "x", "geometry": null, "properties": {"id": "b", "title": "B"}},
        {"type": "Feature", "id": "c", "geometry": null, "properties": {"id": "c", "title": "C"}},
        {"type": "Feature", "geometry": null, "properties": {"id": 7, "title": "D"}}]});
    assert_eq!(through_sheet(&collection), collection);
    let csv = to_sheet::sheet(&collection).unwrap().to_csv();
    let ids: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(ids, ["a", "x", "c", "7"]);
    let changed = csv.replacen("\na,", "\nz,", 1);
    let back = to_geojson::collection(&Sheet::read(changed.as_bytes()).unwrap());
    assert_eq!(back["features"][0]["properties"]["id"], json!("z"));
    assert_eq!(back["features"][0].get("id"), None);
}

#[test]
fn a_changed_cell_counts() {
    let collection = json!({"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": 7, "geometry": null, "properties": {"places": 66, "title": "A"}}]});
    let csv = to_sheet::sheet(&collection).unwrap().to_csv();
    let changed = csv.replace("66,A", "67,B").replace(",66,", ",67,");
    assert_ne!(changed, csv);
    let back = to_geojson::collection(&Sheet::read(changed.as_bytes()).unwrap());
    assert_eq!(back["features"][0]["properties"]["places"], json!("67"));
    assert_eq!(back["features"][0]["id"], json!(7));
}

#[test]
fn other_encodings_and_delimiters_become_rfc_4180() {
    let csv = convert("a.csv", b"id;title\r\na;Caf\xe9, bar\r\n", Some(To::Csv), &mut Vec::new())
        .unwrap();
    assert_eq!(csv, "\u{feff}id,title\r\na,\"Café, bar\"\r\n");
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z0-9 ]{0,8}",
        2 => "\\PC{0,8}",
        1 => "[\"',;|\t\r\n=+@' -]{0,5}",
        1 => "-?[0-9]{1,3}\\.[0-9]{1,3}",
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(vec!["id", "date", "place", "title:fr", "lon", "lat", "geometry", "geojson", "features", "type", "columns", "tags", "above", "between", "header_cells"]).prop_map(str::to_owned),
        2 => text(),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_filter("JSON has no infinity", |n| n.is_finite()).prop_map(Value::from),
        text().prop_map(Value::from),
        Just(json!({"type": "Point", "coordinates": [1.5, 2]})),
        Just(json!("{\"type\": \"Point\"}")),
    ];
    leaf.prop_recursive(2, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            object(inner).prop_map(Value::from),
        ]
    })
}

fn object(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
    prop::collection::vec((name(), value), 0..5).prop_map(|members| members.into_iter().collect())
}

fn feature() -> impl Strategy<Value = Value> {
    let members = (object(value()), value(), object(value()), any::<u8>());
    members.prop_map(|(foreign, geometry, properties, which)| {
        let mut feature = foreign;
        feature.insert("type".into(), json!("Feature"));
        if which & 1 == 0 {
            feature.insert("geometry".into(), if which & 2 == 0 { geometry } else { Value::Null });
        }
        if which & 4 == 0 {
            feature.insert("properties".into(), Value::Object(properties));
        } else if which & 8 == 0 {
            feature.insert("properties".into(), Value::Null);
        }
        Value::Object(feature)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cli::cases(300)))]

    #[test]
    fn every_collection_comes_back(
        members in object(value()),
        features in prop::collection::vec(prop_oneof![6 => feature(), 1 => value()], 0..4),
    ) {
        let mut collection = members;
        collection.insert("type".into(), json!("FeatureCollection"));
        collection.insert("features".into(), Value::Array(features));
        let collection = Value::Object(collection);
        prop_assert_eq!(through_sheet(&collection), collection);
    }

    #[test]
    fn every_sheet_comes_back(
        labels in prop::collection::vec(name(), 1..6),
        rows in prop::collection::vec(prop::collection::vec(text(), 0..7), 0..5),
    ) {
        let mut rows: Vec<Vec<String>> = std::iter::once(labels).chain(rows).collect();
        let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
        // Rows that a spreadsheet shows as empty, and missing cells, are the same as empty cells.
        rows.iter_mut().for_each(|row| row.resize(widest, String::new()));
        for cell in rows.iter_mut().flatten() {
            *cell = enforcement_map::model::guarded(cell).into_owned();
        }
        let sheet = Sheet { rows };
        prop_assert_eq!(through_geojson(&sheet), sheet);
    }

    #[test]
    fn nothing_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = convert("a.csv", &bytes, None, &mut Vec::new());
    }
}

/// What the reader keeps of a file with a fault, `convert` keeps.
#[test]
fn good_records_of_faulty_json_are_kept() {
    let feature = |id: &str, people: &str| {
        format!(
            r#"{{"type":"Feature","id":"{id}","geometry":null,"properties":{{"date":"2026","place":"KH24","kind":"raid","people":{people}}}}}"#
        )
    };
    let collection = |features: &str| {
        format!(r#"{{"type":"FeatureCollection","title":"T","features":[{features}]}}"#)
    };
    let (a, b, c) = (feature("a", "1"), feature("b", "NaN"), feature("c", "3"));
    let cut = c.get(..c.len() - 20).unwrap();
    let broken = feature("b", "2").replace("\"date\":", "\"date\"");
    for (text, ids, said) in [
        (collection(&format!("{a},{b},{c}")), "abc", 1),
        (collection(&format!("{a},{broken},{c}")), "ac", 1),
        (collection(&format!("{a} {c}")), "ac", 1),
        (collection(&format!("{a},{c},{cut}")), "ac", 1),
        (format!("{a}\n{cut}\n{c}\n"), "ac", 1),
        (format!("\u{1e}{a}\n\u{1e}{c}\n"), "ac", 0),
        (
            r#"{"type":"Topology","arcs":[],"objects":{"actions":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[102.6,12.8],"id":"a","properties":{"kind":"raid"}}]}}}"#.to_owned(),
            "a",
            0,
        ),
    ] {
        for to in [To::Csv, To::Geojson] {
            let mut warnings = Vec::new();
            let made = convert("a.geojson", text.as_bytes(), Some(to), &mut warnings).unwrap();
            let found: Value = match to {
                To::Csv => to_geojson::collection(&Sheet::read(made.as_bytes()).unwrap()),
                To::Geojson => serde_json::from_str(&made).unwrap(),
            };
            let features = found["features"].as_array().unwrap();
            let found: String = features.iter().map(|one| one["id"].as_str().unwrap()).collect();
            assert_eq!(found, ids, "{text}");
            assert_eq!(warnings.len(), said, "{warnings:?}");
        }
    }
}
