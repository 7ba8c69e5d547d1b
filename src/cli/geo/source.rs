//! Reads a publisher's boundaries and water.
use std::fs;
use std::path::Path;

use geo::{Geometry, MultiPolygon};
use geojson::{Feature, FeatureCollection};

use super::error::Error;

/// A province with its code, as the publisher draws it.
#[derive(Clone, Debug)]
pub(crate) struct Region {
    pub(crate) code: String,
    pub(crate) shape: MultiPolygon<f64>,
}

/// A feature whose kind is one of its properties.
#[derive(Clone, Debug)]
pub(crate) struct Water {
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) shape: Geometry<f64>,
}

/// The polygons of a file, by code.
pub(crate) fn regions(file: &Path, code: &str) -> Result<Vec<Region>, Error> {
    let mut regions = Vec::new();
    for (number, feature) in features(file)?.into_iter().enumerate() {
        let code = text(file, number, &feature, code)?;
        let shape = match shape(file, &code, feature)? {
            Geometry::Polygon(polygon) => MultiPolygon(vec![polygon]),
            Geometry::MultiPolygon(polygons) => polygons,
            _ => {
                return Err(Error::in_feature(
                    file,
                    code,
                    "is neither a Polygon nor a MultiPolygon",
                    "give the boundaries as areas",
                ));
            }
        };
        regions.push(Region { code, shape });
    }
    regions.sort_by(|a, b| a.code.cmp(&b.code));
    let twice = regions.iter().zip(regions.iter().skip(1)).find(|(a, b)| a.code == b.code);
    match twice {
        None => Ok(regions),
        Some((region, _)) => {
            let remedy = "join the two features, or name another property with --code";
            Err(Error::in_feature(file, &region.code, "occurs twice", remedy))
        }
    }
}

/// Lakes and rivers: the properties `kind` and `name` say what each feature is.
pub(crate) fn water(file: &Path) -> Result<Vec<Water>, Error> {
    features(file)?
        .into_iter()
        .enumerate()
        .map(|(number, feature)| {
            let kind = text(file, number, &feature, "kind")?;
            let name = text(file, number, &feature, "name")?;
            let shape = shape(file, &name, feature)?;
            Ok(Water { kind, name, shape })
        })
        .collect()
}

pub(crate) fn read(file: &Path) -> Result<String, Error> {
    fs::read_to_string(file)
        .map_err(|error| Error::in_file(file, error, "give the path of a readable file"))
}

fn features(file: &Path) -> Result<Vec<Feature>, Error> {
    let collection: FeatureCollection = read(file)?.parse().map_err(|error: geojson::Error| {
        Error::in_file(file, error, "give a GeoJSON FeatureCollection (RFC 7946 section 3.3)")
    })?;
    Ok(collection.features)
}

fn text(file: &Path, number: usize, feature: &Feature, property: &str) -> Result<String, Error> {
    let value = feature.property(property).and_then(|value| value.as_str());
    value.map(str::to_owned).ok_or_else(|| {
        let what = format!("has no text in the property {property:?}");
        let remedy = "fill it in, or name another property";
        Error::in_feature(file, format!("number {}", number + 1), what, remedy)
    })
}

fn shape(file: &Path, name: &str, feature: Feature) -> Result<Geometry<f64>, Error> {
    let remedy = "give it the coordinates of RFC 7946 section 3.1";
    let geometry =
        feature.geometry.ok_or_else(|| Error::in_feature(file, name, "has no geometry", remedy))?;
    geometry
        .try_into()
        .map_err(|error: geojson::Error| Error::in_feature(file, name, error, remedy))
}
