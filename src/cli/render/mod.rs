//! `enforcement-map render`: the map as a still picture.

mod error;
mod fonts;
mod letters;

use std::path::{Path, PathBuf};

use enforcement_map::load::{Loaded, LoadedAtlas};
use enforcement_map::model::{ActionKind, Day, ProvinceCode};
use enforcement_map::query::DayRange;
use enforcement_map::view::{
    LANGUAGES, Messages, PageLinks, Scene, StillError, StillSize, Theme, Ui, ViewName, Words, still,
};
use leptos::prelude::*;
use resvg::{tiny_skia, usvg};

use super::data::{Files, messages, messages_in};
pub(crate) use error::Error;
use fonts::Fonts;
use letters::FontMeasure;

/// What to draw.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The picture to write: its name ends in .svg or .png.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// The folder with provinces, actions, flows and countries.
    #[arg(long, value_name = "DIR", default_value = "geo")]
    geo: PathBuf,
    /// The provinces, if not in that folder.
    #[arg(long, value_name = "FILE")]
    provinces: Option<PathBuf>,
    /// The actions, if not in that folder. With own provinces or flows there are none else.
    #[arg(long, value_name = "FILE")]
    actions: Option<PathBuf>,
    /// The flows, if not in that folder. With own provinces or actions there are none else.
    #[arg(long, value_name = "FILE")]
    flows: Option<PathBuf>,
    /// Own kinds of action, with their names, order and signs: JSON or CSV.
    #[arg(long, value_name = "FILE")]
    kinds: Option<PathBuf>,
    /// The world, if not in that folder.
    #[arg(long, value_name = "FILE")]
    countries: Option<PathBuf>,
    /// The first day, YYYY-MM-DD.
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// The last day, YYYY-MM-DD.
    #[arg(long, value_name = "DAY")]
    to: Option<String>,
    /// The map of the provinces or of the world.
    #[arg(long, value_parser = STILL, default_value = ViewName::default().as_str())]
    view: String,
    /// The province to show, by its code.
    #[arg(long, value_name = "CODE")]
    province: Option<String>,
    /// The kinds of action to leave out, separated by commas.
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    without: Vec<String>,
    /// The language, BCP 47.
    #[arg(long, default_value = "en")]
    lang: String,
    /// The file with the messages of a language that the program does not bring along.
    #[arg(long, value_name = "FILE")]
    messages: Option<PathBuf>,
    /// The colours.
    #[arg(long, value_parser = ["light", "dark"], default_value = "light")]
    theme: String,
    /// How wide the picture is, in pixels.
    #[arg(long, default_value_t = 1200,
          value_parser = clap::value_parser!(u32).range(i64::from(StillSize::NARROWEST)..=i64::from(StillSize::WIDEST)))]
    width: u32,
    /// How high it is; as high as it needs to be where that is not said. Cards are 1200 by 630.
    #[arg(long, value_parser = clap::value_parser!(u32).range(120..=i64::from(StillSize::WIDEST)))]
    height: Option<u32>,
    /// In an SVG, letters as shapes, which look the same everywhere, or as letters, which can be
    /// searched and changed and are drawn with the fonts of whoever looks.
    #[arg(long, value_parser = ["shapes", "letters"], default_value = "shapes")]
    text: String,
    /// A font, or a folder with fonts, to be preferred to those of the system.
    #[arg(long, value_name = "PATH")]
    fonts: Vec<PathBuf>,
    /// Use no other fonts than those: the picture is then the same on every machine.
    #[arg(long, requires = "fonts")]
    no_system_fonts: bool,
}

/// The views that can be drawn as a still picture.
const STILL: [&str; 2] = [ViewName::Country.as_str(), ViewName::World.as_str()];

/// The format of a picture, by its file's name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
}

pub(crate) fn run(args: &Args) -> Result<(), Error> {
    let format = match args.output.extension().and_then(|name| name.to_str()) {
        Some(name) if name.eq_ignore_ascii_case("svg") => Format::Svg,
        Some(name) if name.eq_ignore_ascii_case("png") => Format::Png,
        _ => return Err(Error::Format(args.output.clone())),
    };
    let svg = svg(args, format)?;
    let bytes = match format {
        Format::Svg => svg.into_bytes(),
        Format::Png => png(&svg)?,
    };
    std::fs::write(&args.output, bytes)
        .map_err(|error| Error::Write(args.output.clone(), error.to_string()))
}

fn svg(args: &Args, format: Format) -> Result<String, Error> {
    let view: ViewName = args.view.parse().unwrap_or_default();
    let (loaded, atlas) = files(args).load(view)?;
    let range = DayRange::new(day("--from", &args.from)?, day("--to", &args.to)?);
    let province = args.province.as_deref().map(|code| province(code, &loaded)).transpose()?;
    let hidden = kinds(&args.without, &loaded)?;
    let theme: Theme = args.theme.parse().unwrap_or_default();
    let fonts = Fonts::new(&args.fonts, !args.no_system_fonts, &args.lang)?;
    let letters = FontMeasure::new(fonts, format == Format::Png || args.text == "shapes");
    let scene = Scene::new(
        loaded,
        Words::new(&args.lang, language(args)?),
        PageLinks { is_own: true, ..PageLinks::default() },
    );
    let size = StillSize { width: args.width, height: args.height };
    let picture = drawn(scene, atlas, |ui| {
        ui.set_range(range);
        ui.set_hidden(hidden);
        ui.change(|choice| {
            choice.view = view;
            choice.theme = theme;
            choice.province = province;
        });
        still(ui, size, &letters)
    });
    let missing = letters.missing();
    if !missing.is_empty() {
        return Err(Error::Script(missing));
    }
    let left_out = letters.left_out();
    if !left_out.is_empty() {
        eprintln!(
            "warning: no font has the signs \"{left_out}\", which were left out of the picture; \
             install one that has, such as Noto Emoji, or name a folder with one by --fonts"
        );
    }
    picture.map_err(|error| match error {
        StillError::TooSmall => Error::TooSmall(args.width, args.height.unwrap_or_default()),
        StillError::NoMap => Error::NoMap,
    })
}

fn drawn<T>(scene: Scene, atlas: Option<LoadedAtlas>, draw: impl FnOnce(Ui) -> T) -> T {
    Owner::new().with(|| {
        let ui = Ui::new(scene, Box::new(|_, _| {}));
        if let Some(atlas) = atlas {
            ui.set_atlas(atlas);
        }
        draw(ui)
    })
}

fn files(args: &Args) -> Files {
    let usual = Files::within(&args.geo);
    // Own provinces and own records go with own records, not with those of another country.
    let is_own = args.provinces.is_some() || args.actions.is_some() || args.flows.is_some();
    let usual_or_none = |path: Option<PathBuf>| path.filter(|path| !is_own && path.exists());
    Files {
        provinces: args.provinces.clone().unwrap_or(usual.provinces),
        actions: args.actions.clone().or_else(|| usual_or_none(usual.actions)),
        flows: args.flows.clone().or_else(|| usual_or_none(usual.flows)),
        kinds: args.kinds.clone(),
        countries: args.countries.clone().unwrap_or(usual.countries),
    }
}

fn day(option: &'static str, text: &Option<String>) -> Result<Option<Day>, Error> {
    let parse = |text: &String| text.parse().map_err(|_| Error::Day(option, text.clone()));
    text.as_ref().map(parse).transpose()
}

fn province(text: &str, loaded: &Loaded) -> Result<ProvinceCode, Error> {
    let provinces = &loaded.dataset.provinces;
    let is_it = |code: &str, iso: Option<&str>| code == text.trim() || iso == Some(text.trim());
    let found = provinces.iter().find(|one| is_it(one.code.as_str(), one.iso.as_deref()));
    found.map(|found| found.code.clone()).ok_or_else(|| {
        let known = provinces.iter().map(|one| one.code.to_string()).collect();
        Error::Province(text.to_owned(), known)
    })
}

fn kinds(names: &[String], loaded: &Loaded) -> Result<Vec<ActionKind>, Error> {
    let mut known: Vec<ActionKind> = loaded.dataset.records().map(|one| one.kind.clone()).collect();
    known.sort();
    known.dedup();
    let kind = |name: &String| {
        let kind = ActionKind::new(name);
        if known.contains(&kind) || ActionKind::KNOWN.contains(&kind) {
            Ok(kind)
        } else {
            Err(Error::Kind(name.clone(), known.iter().map(ToString::to_string).collect()))
        }
    };
    names.iter().map(kind).collect()
}

fn language(args: &Args) -> Result<Messages, Error> {
    if let Some(path) = &args.messages {
        return Ok(messages(path)?);
    }
    let primary = args.lang.split('-').next().unwrap_or_default();
    let found = LANGUAGES.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(primary));
    let known = || LANGUAGES.iter().map(|(tag, _)| (*tag).to_owned()).collect();
    let (tag, text) = found.ok_or_else(|| Error::Language(args.lang.clone(), known()))?;
    Ok(messages_in(Path::new(tag), text)?)
}

fn png(svg: &str) -> Result<Vec<u8>, Error> {
    let bad = |why: String| Error::Raster(why);
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default());
    let tree = tree.map_err(|error| bad(error.to_string()))?;
    let size = tree.size().to_int_size();
    let pixels = tiny_skia::Pixmap::new(size.width(), size.height());
    let mut pixels = pixels.ok_or_else(|| bad("there is not enough memory".to_owned()))?;
    resvg::render(&tree, tiny_skia::Transform::default(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| bad(error.to_string()))
}
