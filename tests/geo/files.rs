//! Reads the files, and finds what they are compared with.
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use geo::{Geometry, MultiPolygon, Point};
use geojson::{Feature, FeatureCollection, feature::Id};

/// A collection with its foreign members.
pub(crate) struct File {
    pub(crate) features: Vec<Feature>,
    pub(crate) context: Vec<Feature>,
    members: geojson::JsonObject,
}

impl File {
    pub(crate) fn open(name: &str) -> Self {
        let collection = read(&path(name));
        let mut members = collection.foreign_members.expect("foreign members");
        let context = members.remove("context").expect("a context").to_string();
        let context: FeatureCollection = context.parse().expect("a FeatureCollection");
        Self { features: collection.features, context: context.features, members }
    }

    pub(crate) fn member(&self, name: &str) -> &str {
        self.members[name].as_str().expect("text")
    }
}

pub(crate) fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(file: &Path) -> FeatureCollection {
    let text = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    text.parse().unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

/// The folder of the originals, if it is there.
pub(crate) fn reference() -> Option<PathBuf> {
    present(path("../shared/data"))
}

/// The folder of the npm package, if it is installed.
pub(crate) fn world_atlas() -> Option<PathBuf> {
    present(path("node_modules/world-atlas"))
}

fn present(folder: PathBuf) -> Option<PathBuf> {
    if !folder.is_dir() {
        eprintln!("skipped: there is no {}", folder.display());
        return None;
    }
    Some(folder)
}

/// The publisher's provinces by code.
pub(crate) fn source(folder: &Path) -> BTreeMap<String, MultiPolygon> {
    let collection = read(&folder.join("khm_adm1_cod_ab_2018.geojson"));
    collection.features.iter().map(|f| (text(f, "ADM1_PCODE"), kept_shape(f))).collect()
}

pub(crate) fn id(feature: &Feature) -> String {
    match &feature.id {
        Some(Id::String(id)) => id.clone(),
        other => panic!("the id is {other:?}"),
    }
}

pub(crate) fn text(feature: &Feature, name: &str) -> String {
    feature.property(name).and_then(|v| v.as_str()).unwrap_or_default().to_owned()
}

pub(crate) fn position(feature: &Feature, name: &str) -> Point {
    let value = feature.property(name).unwrap_or_else(|| panic!("no {name}"));
    let [x, y] = [0, 1].map(|axis| value[axis].as_f64().expect("a number"));
    Point::new(x, y)
}

pub(crate) fn geometry(feature: &Feature) -> Geometry {
    feature.geometry.clone().expect("a geometry").try_into().expect("coordinates")
}

pub(crate) fn kept_shape(feature: &Feature) -> MultiPolygon {
    match geometry(feature) {
        Geometry::Polygon(polygon) => polygon.into(),
        Geometry::MultiPolygon(polygons) => polygons,
        other => panic!("no area: {other:?}"),
    }
}

/// The number of positions, closing ones included.
pub(crate) fn positions(feature: &Feature) -> usize {
    use geo::CoordsIter as _;
    geometry(feature).coords_count()
}
