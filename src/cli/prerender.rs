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
    /// What is shown.
    #[arg(long, value_parser = ViewName::WORDS, default_value = ViewName::default().as_str())]
    view: String,
    /// For a page with nothing else, whose title is that of the map.
    #[arg(long)]
    own_page: bool,
    /// Where the page with a view is; once for each view.
    #[arg(long = "link", value_name = "VIEW=HREF", value_parser = link)]
    links: Vec<(ViewName, String)>,
}

/// Prints the widget's markup.
pub(crate) fn run(args: &Args) -> Result<(), Error> {
    println!("{}", render(args)?);
    Ok(())
}

fn link(text: &str) -> Result<(ViewName, String), String> {
    let parts = text.split_once('=');
    let link = parts.and_then(|(view, href)| Some((view.parse().ok()?, href.to_owned())));
    link.ok_or_else(|| {
        format!("not a view and an address, as in {}=embed.html", ViewName::WORDS[0])
    })
}

fn render(args: &Args) -> Result<String, Error> {
    let messages = data::messages(&args.messages)?;
    let view: ViewName = args.view.parse().unwrap_or_default();
    let (loaded, atlas) = Files::within(&args.geo).load(view)?;
    let href = |view| {
        let found = args.links.iter().find(|(name, _)| *name == view);
        found.map(|(_, href)| href.clone()).unwrap_or_default()
    };
    let page =
        PageLinks { is_own: args.own_page, is_living: false, views: ViewName::ALL.map(href) };
    let scene = Scene::new(loaded, Words::new(&args.lang, messages), page);
    Ok(Owner::new().with(|| {
        let ui = Ui::new(scene, Box::new(|_, _| {}));
        ui.change(|choice| choice.view = view);
        if let Some(atlas) = atlas {
            ui.set_atlas(atlas);
        }
        without_hidden(&widget(ui).to_html())
    }))
}

/// Leaves out paragraphs and buttons that are hidden: only a script would show them, and it draws
/// its own.
fn without_hidden(html: &str) -> String {
    let mut rest = html;
    let mut kept = String::new();
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        kept.push_str(text);
        let hidden =
            [("<p ", "</p>"), ("<button ", "</button>")].into_iter().find_map(|(open, close)| {
                let (start, behind) = tag.strip_prefix(open)?.split_once('>')?;
                let (inside, behind) = behind.split_once(close)?;
                (start.ends_with(" hidden") || start == "hidden").then_some(())?;
                (!inside.contains('<')).then_some(behind)
            });
        rest = match hidden {
            Some(behind) => behind,
            None => {
                kept.push('<');
                tag.strip_prefix('<').unwrap_or_default()
            }
        };
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_what_is_hidden_is_left_out() {
        let html = "<p>A</p><p class=\"b\" hidden>B</p><p hidden><b>C</b></p><button disabled>D</button><button type=\"button\" hidden>E</button><p title=\"x hidden\">F</p>";
        let left =
            "<p>A</p><p hidden><b>C</b></p><button disabled>D</button><p title=\"x hidden\">F</p>";
        assert_eq!(super::without_hidden(html), left);
    }
}
