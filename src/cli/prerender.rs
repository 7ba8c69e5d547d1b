//! Renders the widget as HTML, for pages that are painted before any script runs.

use std::path::PathBuf;

use enforcement_map::view::{PageLinks, Scene, Ui, ViewName, Words, widget};
use leptos::prelude::*;

use super::data::{self, Error, Files};

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

/// Prints the widget's markup.
pub(crate) fn run(args: &Args) -> Result<(), Error> {
    println!("{}", render(args)?);
    Ok(())
}

fn render(args: &Args) -> Result<String, Error> {
    let messages = data::messages(&args.messages)?;
    let view: ViewName = args.view.parse().map_err(|()| Error::View(args.view.clone()))?;
    let (loaded, atlas) = Files::within(&args.geo).load(view)?;
    let page = PageLinks {
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
