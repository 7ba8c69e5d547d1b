//! Whom the data are owed to, where they are shown.

use leptos::prelude::*;

use super::{Key, Ui};

/// The attribution of each file and the note on boundaries.
#[component]
pub(super) fn Attributions(ui: Ui) -> impl IntoView {
    let texts: Vec<String> = ui.with(|scene| {
        let language = &scene.words.language;
        let texts = scene.dataset().attributions.iter();
        texts.map(|text| text.get(language).to_owned()).collect()
    });
    view! {
        <footer class="em-sources">
            {texts.into_iter().map(|text| view! { <p>{text}</p> }).collect::<Vec<_>>()}
            <p>{ui.say(Key::BoundaryNote)}</p>
        </footer>
    }
}
