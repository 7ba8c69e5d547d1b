//! Checks data files, and says what is wrong with them.

mod explain;
mod github;
mod json;
mod locate;
mod sarif;
mod text;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use enforcement_map::load::{Diagnostic, Failure, Layer, Severity, Source, Validator};
use enforcement_map::model::CountryCode;

pub(super) use explain::{html, markdown};

/// What to check. The exit status is 0 where there is no error, 1 where there is one, and 2 where
/// a file could not be opened or the command was not understood.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files of actions, flows or provinces: CSV, GeoJSON or TopoJSON. The content says which is which.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The provinces that places are checked against. Else `provinces.geojson` beside the first file, or in `geo/`.
    #[arg(long, value_name = "FILE")]
    provinces: Option<PathBuf>,
    /// A file of actions, whatever it looks like.
    #[arg(long, value_name = "FILE")]
    actions: Vec<PathBuf>,
    /// A file of flows, whatever it looks like.
    #[arg(long, value_name = "FILE")]
    flows: Vec<PathBuf>,
    /// The kinds of action that the records may have, with their names and signs: JSON or CSV.
    #[arg(long, value_name = "FILE")]
    kinds: Option<PathBuf>,
    /// The country of the provinces, where their file does not say it.
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// How to say it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Show all of each sort, not the first ten of a file.
    #[arg(long)]
    all: bool,
    /// Leave out notes.
    #[arg(long)]
    no_notes: bool,
    /// Fail on warnings, too.
    #[arg(long)]
    strict: bool,
    /// Explain a code, such as `date-ambiguous`, or `all` of them.
    #[arg(long, value_name = "CODE")]
    explain: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// One JSON object a line, and one with the sums.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
}

/// What was found.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    files: usize,
    records: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

/// Writes diagnostics, one after another.
trait Report {
    fn diagnostic(&mut self, out: &mut dyn Write, diagnostic: &Diagnostic) -> std::io::Result<()>;
    fn finish(&mut self, out: &mut dyn Write, sums: &Sums) -> std::io::Result<()>;
}

/// Checks, and gives the exit status.
pub(crate) fn run(args: &Args) -> Result<u8, Box<dyn std::error::Error>> {
    if let Some(code) = &args.explain {
        print!("{}", explain::explain(code)?);
        return Ok(0);
    }
    let given = files(args);
    if given.is_empty() {
        return Err("no file to check was given; see enforcement-map check --help".into());
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut report: Box<dyn Report> = match args.format {
        Format::Text => Box::new(text::Text::new(args.all)),
        Format::Json => Box::new(json::Json),
        Format::Sarif => Box::new(sarif::Sarif::default()),
        Format::Github => Box::new(github::Github::default()),
    };
    let mut sums = Sums { files: given.len(), ..Sums::default() };
    let mut broken = None;
    let mut unopened = false;
    let mut validator = Validator::new(|diagnostic: Diagnostic| {
        match diagnostic.code.severity() {
            Severity::Error => sums.errors += 1,
            Severity::Warning => sums.warnings += 1,
            Severity::Note => sums.notes += 1,
        }
        let is_wanted = !(args.no_notes && diagnostic.code.severity() == Severity::Note);
        if is_wanted && broken.is_none() {
            broken = report.diagnostic(&mut out, &diagnostic).err();
        }
    });
    if let Some(country) = &args.country {
        let code = CountryCode::new(country);
        validator.set_country(code.map_err(|_| format!("\"{country}\" is not a country's code"))?);
    }
    if let Some(path) = &args.kinds {
        let name = path.display().to_string();
        validator.kinds(match std::fs::read(path) {
            Ok(bytes) => Source::read(name, bytes),
            Err(error) => {
                unopened = true;
                Source::failed(name, Failure::Unreachable(error.to_string()))
            }
        });
    }
    if let Some(path) = provinces(args, &given) {
        let name = path.display().to_string();
        validator.provinces(match std::fs::read(&path) {
            Ok(bytes) => Source::read(name, bytes),
            Err(error) => {
                unopened = true;
                Source::failed(name, Failure::Unreachable(error.to_string()))
            }
        });
    }
    for (path, layer) in &given {
        match File::open(path) {
            Ok(mut file) => validator.file(&path.display().to_string(), *layer, &mut file),
            Err(error) => {
                eprintln!("error: {}: {error}", path.display());
                unopened = true;
            }
        }
    }
    let counts = validator.finish();
    sums.records = counts.records;
    if let Some(error) = broken {
        return Err(error.into());
    }
    report.finish(&mut out, &sums)?;
    out.flush()?;
    Ok(match () {
        () if unopened => 2,
        () if sums.errors > 0 || (args.strict && sums.warnings > 0) => 1,
        () => 0,
    })
}

/// The files with what they are, if that was said.
fn files(args: &Args) -> Vec<(PathBuf, Option<Layer>)> {
    let said = |paths: &[PathBuf], layer| {
        paths.iter().map(move |path| (path.clone(), layer)).collect::<Vec<_>>()
    };
    let mut all = said(&args.files, None);
    all.extend(said(&args.actions, Some(Layer::Actions)));
    all.extend(said(&args.flows, Some(Layer::Flows)));
    all
}

/// The provinces: given, among the files, beside them, or in `geo/`.
fn provinces(args: &Args, given: &[(PathBuf, Option<Layer>)]) -> Option<PathBuf> {
    const NAME: &str = "provinces.geojson";
    if args.provinces.is_some() {
        return args.provinces.clone();
    }
    let is_named = |path: &&PathBuf| path.file_stem().is_some_and(|stem| stem == "provinces");
    if let Some(path) = args.files.iter().find(is_named) {
        return Some(path.clone());
    }
    let beside = given.first().and_then(|(path, _)| path.parent()).map(|folder| folder.join(NAME));
    let found = beside.into_iter().chain([Path::new("geo").join(NAME)]).find(|path| path.is_file());
    if let (Some(path), Format::Text) = (&found, args.format) {
        eprintln!("Places are checked against {}.", path.display());
    }
    found
}
