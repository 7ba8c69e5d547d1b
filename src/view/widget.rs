//! The whole.

use leptos::prelude::*;

use super::controls::{Controls, Status};
use super::country_picture::CountryPicture;
use super::details::Panel;
use super::figures::Figures;
use super::flows::Flows;
use super::legend::{CountryLegend, WorldLegend};
use super::notices::Notices;
use super::record::National;
use super::sources::Attributions;
use super::ui::{flag, text};
use super::world_picture::WorldPicture;
use super::{Ui, ViewName};

/// Everything in a column.
#[component]
pub fn Widget(
    /// Its state.
    ui: Ui,
) -> impl IntoView {
    let (language, title, has_map) = ui.with(|scene| {
        let language = scene.words.language.clone();
        let title = scene.dataset().title.get(&language).to_owned();
        (language, title, !scene.country.provinces.is_empty())
    });
    let world = move || ui.view.get() == ViewName::World;
    view! {
        <div class="em" lang=language data-theme=text(move || ui.theme.get().as_str().to_owned()) data-view=text(move || ui.view.get().as_str().to_owned())>
            {(!title.is_empty()).then(|| view! { <h2 class="em-title">{title}</h2> })}
            <Notices ui/>
            <Figures ui/>
            <Controls ui/>
            <Status ui/>
            <div class="em-stage">
                <div class="em-picture" hidden=flag(world)>
                    {has_map.then(|| view! { <CountryPicture ui/> <CountryLegend ui/> })}
                </div>
                <div class="em-picture" hidden=flag(move || !world())>
                    <WorldPicture ui/>
                    <WorldLegend ui/>
                </div>
                <Panel ui/>
                <National ui/>
                <Flows ui/>
            </div>
            <Attributions ui/>
        </div>
    }
}
