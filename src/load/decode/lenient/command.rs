//! Commands of other programs that remedies name, with the name of the file, so that they can be
//! copied and run.

/// Converts any file of shapes to GeoJSON (GDAL).
pub(super) fn to_geojson(source: &str) -> String {
    format!("ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson {}", quoted(source))
}

/// Writes one object of a topology as GeoJSON (mapshaper).
pub(super) fn one_object(source: &str, object: &str) -> String {
    format!("mapshaper {} -o out.geojson target={}", quoted(source), word(object))
}

/// A remedy with the name of the file in it, where it has a place for that.
pub(super) fn with_name(remedy: &str, source: &str) -> String {
    let in_archive = word(&format!("/vsizip/{}", name(source)));
    remedy.replace("{file}", &quoted(source)).replace("{archive}", &in_archive)
}

/// The name of a file or the end of an address.
fn name(source: &str) -> &str {
    let path = source.split(['?', '#']).next().unwrap_or(source);
    let is_address = path.contains("://");
    let end = if is_address { path.rsplit('/').next() } else { Some(path) };
    end.filter(|end| !end.is_empty()).unwrap_or("in.geojson")
}

fn quoted(source: &str) -> String {
    word(name(source))
}

/// A text as one word of a command line.
fn word(text: &str) -> String {
    let is_plain =
        |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '/' | '\\' | ':' | '+');
    if text.chars().all(is_plain) { text.to_owned() } else { format!("\"{text}\"") }
}
