//! Turns a sheet into GeoJSON and back, without losing anything: columns and properties that are
//! not read elsewhere are kept, and so is what cannot be read.

mod rest;
mod to_geojson;
mod to_sheet;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail by panicking")]
mod tests;

use std::io::Write as _;
use std::path::PathBuf;

use enforcement_map::load::{Severity, Sheet, collection_of_json, unread_format};

/// What to turn into what.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A CSV file, with any delimiter and in any encoding that is read, or a GeoJSON feature collection.
    #[arg(value_name = "FILE")]
    input: PathBuf,
    /// Where to write to; else to standard output.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// What to write; else the other format than that of the file.
    #[arg(long, value_enum)]
    to: Option<To>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum To {
    /// Comma-separated values (RFC 4180), UTF-8 with a byte order mark.
    Csv,
    /// GeoJSON (RFC 7946), a feature a line.
    Geojson,
}

pub(crate) fn run(args: &Args) -> Result<(), String> {
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", args.input.display());
    let bytes = std::fs::read(&args.input).map_err(|error| said(&error))?;
    let name = args.input.display().to_string();
    let mut warnings = Vec::new();
    let text = convert(&name, &bytes, args.to, &mut warnings).map_err(|error| said(&error))?;
    for warning in warnings {
        eprintln!("{warning}");
    }
    if let Some(guess) = Sheet::guess(&bytes) {
        eprintln!("warning: {}: {guess}", args.input.display());
    }
    match &args.output {
        Some(path) => {
            std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
        }
        None => std::io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string()),
    }
}

/// Converts what a file holds. What cannot be read of it is said in `warnings`.
fn convert(
    name: &str,
    bytes: &[u8],
    to: Option<To>,
    warnings: &mut Vec<String>,
) -> Result<String, String> {
    if let Some(unread) = unread_format(name, bytes) {
        return Err(unread);
    }
    let mut bare = bytes;
    while let Some(rest) = bare.strip_prefix(b"\xef\xbb\xbf") {
        bare = rest;
    }
    let begin = bare.trim_ascii_start().first();
    // RFC 8142, section 2.1: a record separator may stand before each text of JSON.
    if begin.is_some_and(|byte| [b'{', b'[', 0x1e].contains(byte)) {
        let mut said = Vec::new();
        let collection = collection_of_json(name, bytes, &mut said);
        let mut lines = said.iter().map(|one| (one, format!("{}; {}", one.message, one.remedy)));
        let Some(collection) = collection else {
            return Err(lines.next().map_or_else(String::new, |(_, line)| line));
        };
        let doubts = lines.filter(|(one, _)| one.code.severity() != Severity::Note);
        warnings.extend(doubts.map(|(one, _)| format!("{}: {one}", one.code.severity().name())));
        return Ok(match to {
            Some(To::Geojson) => to_geojson::text(&collection),
            _ => to_sheet::sheet(&collection)?.to_csv(),
        });
    }
    let sheet = Sheet::read(bytes)?;
    Ok(match to {
        Some(To::Csv) => sheet.to_csv(),
        _ => to_geojson::text(&to_geojson::collection(&sheet)),
    })
}
