//! The geographic files: that they are sound, and how true they are to their sources.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "geo/accuracy.rs"]
mod accuracy;
#[path = "geo/files.rs"]
mod files;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use accuracy::{accuracy, rings, square_km};
use files::{File, kept_shape, position, reference, source, text, world_atlas};
use geo::coordinate_position::CoordPos;
use geo::{
    Area as _, BooleanOps as _, BoundingRect as _, Contains as _, CoordinatePosition as _,
    Intersects as _, MultiPolygon, Point, Validation as _, Winding as _, unary_union,
};

const PROVINCES: &str = "geo/provinces.geojson";
const COUNTRIES: &str = "geo/countries.geojson";

fn provinces() -> Vec<(String, MultiPolygon)> {
    let file = File::open(PROVINCES);
    file.features.iter().map(|f| (files::id(f), kept_shape(f))).collect()
}

#[test]
fn there_are_25_provinces_by_p_code() {
    let codes: Vec<_> = provinces().into_iter().map(|(code, _)| code).collect();
    let expected: Vec<_> = (1..=25).map(|number| format!("KH{number:02}")).collect();
    assert_eq!(codes, expected);
}

#[test]
fn provinces_are_valid_and_wound_as_rfc_7946_section_3_1_6_says() {
    for (code, shape) in provinces() {
        assert_eq!(shape.validation_errors(), [], "{code}");
        for polygon in &shape {
            assert!(polygon.exterior().is_ccw(), "{code}: exterior ring");
            assert!(polygon.interiors().iter().all(|ring| ring.is_cw()), "{code}: interior ring");
        }
    }
}

#[test]
fn provinces_have_no_more_positions_than_a_first_view_can_afford() {
    let positions: usize =
        provinces().iter().flat_map(|(_, s)| rings(s).map(|r| r.0.len()).collect::<Vec<_>>()).sum();
    assert!((2_000..=4_000).contains(&positions), "{positions} positions");
}

#[test]
fn provinces_neither_overlap_nor_leave_slivers() {
    let provinces = provinces();
    let sum: f64 = provinces.iter().map(|(_, shape)| shape.unsigned_area()).sum();
    let union = unary_union(provinces.iter().map(|(_, shape)| shape));
    let difference = (union.unsigned_area() - sum).abs() / sum;
    assert!(difference <= 1e-9, "the union differs from the sum by {difference:e}");
    for (number, (code, shape)) in provinces.iter().enumerate() {
        for (other_code, other) in &provinces[number + 1..] {
            let common = shape.intersection(other).unsigned_area();
            assert!(common <= 1e-9, "{code} and {other_code} overlap by {common:e} square degrees");
        }
    }
    // The lake and the two backwaters beside it are no province's; anything else is a sliver.
    let gaps: Vec<f64> = union
        .iter()
        .flat_map(|p| p.interiors())
        .map(|ring| square_km(&geo::Polygon::new(ring.clone(), Vec::new())))
        .collect();
    assert!(gaps.iter().all(|gap| *gap > 10.0), "gaps between provinces, in km²: {gaps:?}");
}

#[test]
fn neighbours_share_every_edge_between_them() {
    let provinces = provinces();
    let mut owners: BTreeMap<[(u64, u64); 2], Vec<&str>> = BTreeMap::new();
    for (code, shape) in &provinces {
        for line in rings(shape).flat_map(|ring| ring.lines()) {
            let mut ends = [line.start, line.end].map(|c| (c.x.to_bits(), c.y.to_bits()));
            ends.sort_unstable();
            owners.entry(ends).or_default().push(code);
        }
    }
    for (ends, codes) in owners {
        let [(ax, ay), (bx, by)] = ends.map(|(x, y)| (f64::from_bits(x), f64::from_bits(y)));
        assert!(codes.len() <= 2, "{codes:?} all have the edge {ax} {ay}, {bx} {by}");
        if let [code] = codes[..] {
            // The edge of one province alone is a coast, a shore or a state border.
            let middle = Point::new((ax + bx) / 2.0, (ay + by) / 2.0);
            for (other, shape) in provinces.iter().filter(|(other, _)| other != code) {
                let position = shape.coordinate_position(&middle.0);
                assert_eq!(position, CoordPos::Outside, "{code} {ax} {ay}, {bx} {by}: {other}");
            }
        }
    }
}

#[test]
fn provinces_have_names_kinds_and_a_label_inside() {
    let file = File::open(PROVINCES);
    assert_eq!(file.member("country"), "KH");
    assert!(file.member("attribution").contains("CC BY-IGO"));
    for feature in &file.features {
        let code = files::id(feature);
        for name in ["name", "name:fr", "name:km", "name:zh", "iso_3166_2"] {
            assert!(!text(feature, name).is_empty(), "{code}: {name}");
        }
        assert!(["province", "municipality"].contains(&text(feature, "type").as_str()), "{code}");
        let shape = kept_shape(feature);
        let largest = shape.iter().max_by(|a, b| a.unsigned_area().total_cmp(&b.unsigned_area()));
        assert!(largest.is_some_and(|p| p.contains(&position(feature, "label"))), "{code}");
    }
}

#[test]
fn the_basemap_orients_the_reader() {
    let file = File::open(PROVINCES);
    let whole = unary_union(provinces().iter().map(|(_, shape)| shape));
    let bounds = whole.bounding_rect().expect("provinces have bounds");
    let kinds: BTreeSet<_> = file.context.iter().map(|f| text(f, "kind")).collect();
    assert_eq!(kinds, ["lake", "land", "river", "sea"].map(String::from).into());
    let mut land_positions = 0;
    let mut water_positions = 0;
    let mut neighbours = Vec::new();
    for feature in &file.context {
        let positions = files::positions(feature);
        match text(feature, "kind").as_str() {
            "land" => {
                neighbours.push(files::id(feature));
                land_positions += positions;
                let shape = kept_shape(feature);
                assert_eq!(shape.validation_errors(), []);
                let label = position(feature, "label");
                assert!(shape.contains(&label) && !whole.contains(&label));
            }
            "sea" => {
                let shape = files::geometry(feature);
                let geo::Geometry::Point(point) = shape else { panic!("{shape:?}") };
                assert!(bounds.contains(&point) && !whole.intersects(&point));
                assert!(
                    !file
                        .context
                        .iter()
                        .filter(|f| text(f, "kind") == "land")
                        .any(|land| { kept_shape(land).intersects(&point) })
                );
            }
            _ => {
                water_positions += positions;
                let label = position(feature, "label");
                assert!(files::geometry(feature).intersects(&label), "{}", text(feature, "name"));
            }
        }
        if text(feature, "kind") != "land" {
            assert!(["name", "name:fr", "name:km"].iter().all(|n| !text(feature, n).is_empty()));
        }
    }
    assert_eq!(neighbours, ["LA", "TH", "VN"]);
    assert!(land_positions <= 250, "{land_positions}");
    assert!(water_positions <= 110, "{water_positions}");
}

#[test]
fn no_sea_shows_along_the_land_border() {
    let file = File::open(PROVINCES);
    let whole = unary_union(provinces().iter().map(|(_, shape)| shape));
    let land: Vec<_> =
        file.context.iter().filter(|f| text(f, "kind") == "land").map(kept_shape).collect();
    // Every hole that the neighbours close must be one the provinces have by themselves.
    let holes = |shape: &MultiPolygon| shape.iter().map(|p| p.interiors().len()).sum::<usize>();
    assert_eq!(holes(&unary_union(&land).union(&whole)), holes(&whole));
}

#[test]
fn there_is_a_point_for_every_country() {
    let file = File::open(COUNTRIES);
    let codes: Vec<_> = file.features.iter().map(files::id).collect();
    assert!(codes.len() >= 200, "{} countries", codes.len());
    assert!(codes.is_sorted_by(|a, b| a < b), "not in order, or twice");
    for code in ["CN", "KH", "KR", "LA", "SG", "TH", "US", "VN"] {
        assert!(codes.iter().any(|c| c == code), "{code}");
    }
    for feature in &file.features {
        let shape = files::geometry(feature);
        // Where an algorithm gave up. The tiniest country, which once was there, is in Rome.
        assert_ne!(shape, Point::new(0.0, 0.0).into(), "{}", files::id(feature));
        let geo::Geometry::Point(point) = shape else { panic!("{shape:?}") };
        assert!(point.x().abs() <= 180.0 && point.y().abs() <= 90.0, "{}", files::id(feature));
    }
}

#[test]
fn the_land_of_the_world_is_valid_and_recognisable() {
    let file = File::open(COUNTRIES);
    let [feature] = &file.context[..] else { panic!("one feature of land") };
    assert_eq!(text(feature, "kind"), "land");
    let land = kept_shape(feature);
    assert_eq!(land.validation_errors(), []);
    assert!(land.iter().all(|polygon| polygon.exterior().is_ccw()));
    let bounds = land.bounding_rect().expect("land has bounds");
    assert!(bounds.min().x >= -180.0 && bounds.max().x <= 180.0 && bounds.min().y >= -60.0);
    let places = [
        ("Honshu", 138.0, 36.0),
        ("Kyushu", 131.0, 32.5),
        ("Hokkaido", 143.0, 43.5),
        ("Korea", 128.0, 37.0),
        ("Taiwan", 121.0, 24.0),
        ("Hainan", 109.8, 19.2),
        ("Luzon", 121.0, 17.0),
        ("Mindanao", 125.0, 7.8),
        ("Borneo", 114.0, 1.0),
        ("Sumatra", 102.0, -1.0),
        ("the Malay Peninsula", 102.5, 3.8),
        ("Sri Lanka", 80.7, 7.5),
        ("Great Britain", -1.5, 52.5),
        ("Ireland", -8.0, 53.0),
        ("the North Island", 175.8, -38.8),
        ("the South Island", 170.5, -44.0),
        ("Chukotka east of 180°", -175.0, 66.5),
    ];
    for (name, x, y) in places {
        assert!(land.contains(&Point::new(x, y)), "{name}");
    }
}

#[test]
fn provinces_are_true_to_the_source() {
    let Some(folder) = reference() else { return };
    let source = source(&folder);
    for (code, kept) in provinces() {
        let figures = accuracy(&source[&code], &kept);
        assert!(figures.area.abs() <= 1.0, "{code}: area differs by {:.2} %", figures.area);
        assert!(figures.overlap >= 0.97, "{code}: intersection over union {:.4}", figures.overlap);
        assert!(figures.distance <= 1.2, "{code}: border {:.2} km off", figures.distance);
    }
}

#[test]
fn the_document_gives_the_accuracy() {
    let Some(folder) = reference() else { return };
    let source = source(&folder);
    let document = fs::read_to_string(files::path("docs/geography.md")).expect("docs/geography.md");
    let file = File::open(PROVINCES);
    let rows: Vec<String> = file
        .features
        .iter()
        .map(|feature| {
            let (code, kept) = (files::id(feature), kept_shape(feature));
            let figures = accuracy(&source[&code], &kept);
            let (name, positions) = (text(feature, "name"), files::positions(feature));
            let (area, overlap, distance) = (figures.area, figures.overlap, figures.distance);
            format!("| {code} | {name} | {positions} | {area:+.2} | {overlap:.3} | {distance:.2} |")
        })
        .collect();
    let table = rows.join("\n");
    assert!(document.contains(&table), "the table in docs/geography.md should be\n{table}");
}

#[test]
fn every_island_of_a_square_kilometre_is_kept() {
    let Some(folder) = reference() else { return };
    let source = source(&folder);
    for (code, kept) in provinces() {
        for island in source[&code].iter().filter(|part| square_km(part) >= 1.0) {
            let common = island.intersection(&kept).unsigned_area() / island.unsigned_area();
            assert!(common > 0.5, "{code}: an island of {:.1} km² is lost", square_km(island));
        }
    }
}

#[test]
fn names_are_those_of_the_table() {
    let Some(folder) = reference() else { return };
    let table = fs::read_to_string(folder.join("khm_province_names.csv")).expect("names");
    let file = File::open(PROVINCES);
    for (line, feature) in table.lines().skip(1).zip(&file.features) {
        let properties = ["iso_3166_2", "type", "name", "name:fr", "name:km", "name:zh"];
        let row: Vec<_> = std::iter::once(files::id(feature))
            .chain(properties.iter().map(|name| text(feature, name)))
            .collect();
        assert_eq!(row.join(","), line);
    }
}

#[test]
fn names_in_further_languages_are_those_of_our_table() {
    let file = File::open(PROVINCES);
    let table = fs::read_to_string("geo/names.csv").expect("names");
    for (line, feature) in table.lines().skip(1).zip(&file.features) {
        let names = ["name:ko", "name:vi"].map(|name| text(feature, name));
        assert_eq!(format!("{},{}", files::id(feature), names.join(",")), line);
    }
    assert_eq!(table.lines().count(), 26);
}

#[test]
fn the_command_makes_the_files_again() {
    let (Some(folder), Some(atlas)) = (reference(), world_atlas()) else { return };
    let output = tempfile("provinces.geojson");
    let mut provinces = Command::new(env!("CARGO_BIN_EXE_enforcement-map"));
    provinces.args(["geo", "provinces"]);
    for (flag, file) in [
        ("--source", "khm_adm1_cod_ab_2018.geojson"),
        ("--names", "khm_province_names.csv"),
        ("--water", "khm_water_natural_earth_50m.geojson"),
    ] {
        provinces.arg(flag).arg(folder.join(file));
    }
    let attribution = fs::read_to_string(PROVINCES).expect("the file");
    let attribution =
        attribution.split("\"attribution\":\"").nth(1).and_then(|rest| rest.split('"').next());
    provinces.args(["--more-names", "geo/names.csv", "--water-names", "geo/water_names.csv"]);
    provinces.args(["--country", "KH", "--local-language", "km", "--attribution"]);
    provinces.arg(attribution.expect("the file says it"));
    provinces.arg("--world-atlas").arg(&atlas).arg("--output").arg(&output);
    assert!(provinces.status().expect("the command runs").success());
    assert_same(PROVINCES, &output);
}

#[test]
fn the_command_makes_the_countries_again() {
    let Some(atlas) = world_atlas() else { return };
    let output = tempfile("countries.geojson");
    let mut countries = Command::new(env!("CARGO_BIN_EXE_enforcement-map"));
    countries.args(["geo", "countries", "--near=88,-11,146,46"]).arg("--world-atlas").arg(&atlas);
    assert!(countries.arg("--output").arg(&output).status().expect("the command runs").success());
    assert_same(COUNTRIES, &output);
}

#[test]
fn errors_say_where_what_and_what_to_do() {
    let missing = tempfile("no-such-file.geojson");
    let output = Command::new(env!("CARGO_BIN_EXE_enforcement-map"))
        .args(["geo", "countries", "--output", "unused", "--world-atlas"])
        .arg(&missing)
        .output()
        .expect("the command runs");
    let message = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(!output.status.success());
    assert!(
        message.contains("countries-10m.json") && message.contains("give the path"),
        "{message}"
    );
}

fn tempfile(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn assert_same(committed: &str, made: &std::path::Path) {
    let [committed_bytes, made_bytes] =
        [files::path(committed), made.to_owned()].map(|file| fs::read(file).expect("a file"));
    assert!(committed_bytes == made_bytes, "{committed} is not what the command makes");
}
