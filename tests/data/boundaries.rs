//! Boundaries as their publishers name their properties: codes and names are found.

use enforcement_map::load::{Loaded, Source, Sources, dataset};
use enforcement_map::model::Province;
use serde_json::{Value, json};

fn read(features: &[(Value, Value)], longitude: f64) -> Loaded {
    let shape = |number: usize| {
        let (x, y) = (longitude + number as f64, 12.0);
        json!({"type": "Polygon", "coordinates": [[[x, y], [x + 1.0, y], [x + 1.0, y + 1.0], [x, y + 1.0], [x, y]]]})
    };
    let features: Vec<Value> = features
        .iter()
        .enumerate()
        .map(|(number, (id, properties))| {
            let mut feature =
                json!({"type": "Feature", "properties": properties, "geometry": shape(number)});
            if !id.is_null() {
                feature["id"] = id.clone();
            }
            feature
        })
        .collect();
    let text = json!({"type": "FeatureCollection", "features": features}).to_string();
    let provinces = Some(Source::read("provinces.geojson", text.into_bytes()));
    dataset(&Sources { provinces, ..Sources::default() })
}

fn provinces(features: &[(Value, Value)]) -> Vec<Province> {
    let loaded = read(features, -8.0);
    assert_eq!(loaded.diagnostics, [], "{features:?}");
    loaded.dataset.provinces
}

#[test]
fn codes_and_names_of_publishers() {
    let none = Value::Null;
    for (id, properties, code, name, french) in [
        (
            &none,
            json!({"ADM1_FR": "Kayes", "ADM1_PCODE": "ML01", "ADM1_REF": null}),
            "ML01",
            "Kayes",
            "Kayes",
        ),
        (
            &none,
            json!({"ADM1_EN": "Coast", "ADM1_FR": "Côte", "ADM1_PCODE": "X1"}),
            "X1",
            "Coast",
            "Côte",
        ),
        (
            &none,
            json!({"admin1Name": "Kayes", "admin1Pcode": "ML01", "date": "2015-09-11"}),
            "ML01",
            "Kayes",
            "Kayes",
        ),
        (
            &none,
            json!({"admin1Name_en": "Coast", "admin1Name_fr": "Côte", "admin1Pcod": "x", "admin1Pcode": "X1"}),
            "X1",
            "Coast",
            "Côte",
        ),
        (&none, json!({"name_1": "Kayes", "gid_1": "MLI.1_1"}), "MLI.1_1", "Kayes", "Kayes"),
        (
            &none,
            json!({"adm1_name": "Kayes", "adm1_pcode": "ML01", "iso2": "ML"}),
            "ML01",
            "Kayes",
            "Kayes",
        ),
        (
            &none,
            json!({"#adm1+name": "Kayes", "#adm1+code": "ML01", "#country+code": "ML"}),
            "ML01",
            "Kayes",
            "Kayes",
        ),
        (
            &none,
            json!({"#adm1+name+i_en": "Coast", "#adm1+i_fr+name": "Côte", "#adm1+code+v_pcode": "X1"}),
            "X1",
            "Coast",
            "Côte",
        ),
        (&none, json!({"#adm1 +name +fr": "Côte", "#adm1 +code": "X1"}), "X1", "Côte", "Côte"),
        (
            &json!("provinces.7"),
            json!({"ADM1_EN": "Coast", "ADM1_PCODE": "X1"}),
            "X1",
            "Coast",
            "Coast",
        ),
        (&json!(7), json!({"NAME_1": "Coast", "HASC_1": "XX.CO"}), "XX.CO", "Coast", "Coast"),
        (
            &json!("provinces.7"),
            json!({"shapeName": "Coast", "shapeISO": "XX-CO"}),
            "XX-CO",
            "Coast",
            "Coast",
        ),
    ] {
        let found = provinces(&[(id.clone(), properties.clone())]);
        assert_eq!(found.len(), 1, "{properties}");
        let found = &found[0];
        let read = (found.code.as_str(), found.name.get("en"), found.name.get("fr"));
        assert_eq!(read, (code, name, french), "{properties}");
    }
}

/// What is the same for all areas is the code of none, and a district is not its province.
#[test]
fn what_differs_is_the_code() {
    let feature = |properties: Value| (Value::Null, properties);
    let codes = |features: &[(Value, Value)]| -> Vec<(String, String)> {
        let all = provinces(features).into_iter();
        all.map(|one| (one.code.to_string(), one.name.get("en").to_owned())).collect()
    };
    let shape = |name: &str, iso: &str, id: &str| {
        feature(json!({"shapeName": name, "shapeISO": iso, "shapeID": id, "shapeGroup": "CIV"}))
    };
    for iso in ["ADM1", "", "CIV"] {
        let found = codes(&[shape("Nord", iso, "1B7"), shape("Sud", iso, "1B8")]);
        assert_eq!(found, [("1B7".into(), "Nord".into()), ("1B8".into(), "Sud".into())], "{iso}");
    }
    let district = |number: usize, name: &str| {
        feature(
            json!({"ADM1_EN": "Coast", "ADM1_PCODE": "X1", "ADM2_EN": name, "ADM2_PCODE": format!("X10{number}")}),
        )
    };
    let other = feature(
        json!({"ADM1_EN": "Inland", "ADM1_PCODE": "X2", "ADM2_EN": "Hill", "ADM2_PCODE": "X201"}),
    );
    let found = codes(&[district(1, "Port"), district(2, "Beach"), other]);
    let wanted = [("X101", "Port"), ("X102", "Beach"), ("X201", "Hill")];
    assert_eq!(found, wanted.map(|(code, name)| (code.to_owned(), name.to_owned())));
}

/// A map of the world that is repeated to the right or to the left is turned back, and it is said.
#[test]
fn longitudes_beyond_180() {
    for turn in [360.0, -360.0] {
        let loaded = read(&[(json!("X1"), json!({"name": "Coast"}))], 102.0 + turn);
        let codes: Vec<_> = loaded.diagnostics.iter().map(|one| one.code.name()).collect();
        assert_eq!(codes, ["longitude-turned"]);
        let province = &loaded.dataset.provinces[0];
        assert_eq!((province.label.x, province.label.y), (102.5, 12.5));
    }
}
