//! Renders the widget as HTML, for pages that are painted before any script runs.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use enforcement_map::load::{self, Failure, Source, Sources};
use enforcement_map::view::{Messages, Page, Scene, Ui, ViewName, Words, widget};
use leptos::prelude::*;

/// What to render.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder with provinces, actions, flows and countries.
    #[arg(long, value_name = "DIR")]
    geo: PathBuf,
    /// The file with the language's messages.
    #[arg(long, value_name = "FILE")]
    messages: PathBuf,
    /// The language, BCP 47.
    #[arg(long, default_value = "en")]
    lang: String,
    /// What is shown: country, world or table.
    #[arg(long, default_value = "country")]
    view: String,
    /// For a page with nothing else, whose title is that of the map.
    #[arg(long)]
    own_page: bool,
    /// Where the page with the map of the provinces is.
    #[arg(long, value_name = "HREF", default_value = "")]
    link_country: String,
    /// Where the page with the map of the world is.
    #[arg(long, value_name = "HREF", default_value = "")]
    link_world: String,
    /// Where the page with the tables is.
    #[arg(long, value_name = "HREF", default_value = "")]
    link_table: String,
}

/// Why nothing was rendered.
#[derive(Debug)]
pub(crate) enum Error {
    /// A file could not be read.
    Read(PathBuf, String),
    /// Data with faults are not for a page that is painted before anyone can say so.
    Problems(Vec<load::Problem>),
    /// The language lacks these messages.
    Missing(PathBuf, Vec<String>),
    /// There is no such picture.
    View(String),
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Read(path, why) => write!(f, "{}: {why}", path.display()),
            Self::Problems(problems) => problems.iter().try_for_each(|one| writeln!(f, "{one}")),
            Self::Missing(path, keys) => {
                write!(f, "{}: these messages are missing: {}", path.display(), keys.join(", "))
            }
            Self::View(name) => {
                write!(f, "there is no view \"{name}\"; it is country, world or table")
            }
        }
    }
}

impl std::error::Error for Error {}

/// Prints the widget's markup.
pub(crate) fn run(args: &Args) -> Result<(), Error> {
    println!("{}", render(args)?);
    Ok(())
}

fn render(args: &Args) -> Result<String, Error> {
    let unreadable = |why: String| Error::Read(args.messages.clone(), why);
    let text =
        std::fs::read_to_string(&args.messages).map_err(|error| unreadable(error.to_string()))?;
    let texts: HashMap<String, String> =
        serde_json::from_str(&text).map_err(|error| unreadable(error.to_string()))?;
    let messages = Messages::new(|key| texts.get(key).cloned());
    let missing = messages.missing();
    if !missing.is_empty() {
        return Err(Error::Missing(args.messages.clone(), missing));
    }
    let view: ViewName = args.view.parse().map_err(|()| Error::View(args.view.clone()))?;
    let loaded = load::dataset(&sources(&args.geo));
    let atlas =
        (view == ViewName::World).then(|| load::atlas(source(&args.geo, "countries.geojson")));
    let mut problems = loaded.problems.clone();
    problems.extend(atlas.iter().flat_map(|atlas| atlas.problems.clone()));
    if !problems.is_empty() {
        return Err(Error::Problems(problems));
    }
    let page = Page {
        is_own: args.own_page,
        country: args.link_country.clone(),
        world: args.link_world.clone(),
        table: args.link_table.clone(),
    };
    let scene = Scene::new(loaded, Words::new(&args.lang, messages), page);
    Ok(Owner::new().with(|| {
        let ui = Ui::new(scene, Box::new(|_, _| {}));
        ui.change(|choice| choice.view = view);
        if let Some(atlas) = atlas {
            ui.set_atlas(atlas);
        }
        widget(ui).to_html()
    }))
}

fn source(folder: &Path, name: &str) -> Source {
    let path = folder.join(name);
    let name = path.display().to_string();
    match std::fs::read(&path) {
        Ok(bytes) => Source::read(name, bytes),
        Err(error) => Source::failed(name, Failure::Unreachable(error.to_string())),
    }
}

/// The files that every view needs.
fn sources(folder: &Path) -> Sources {
    let source = |name: &str| Some(source(folder, name));
    Sources {
        provinces: source("provinces.geojson"),
        actions: source("actions.geojson"),
        flows: source("flows.geojson"),
    }
}
