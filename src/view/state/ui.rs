//! A handle on the widget's reactive state, with every change that the reader can make to it.

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::{Event, Listed, Listener, Listing, PanelPart, Scene, Selectable, UiState, ViewName};
use crate::load::LoadedAtlas;
use crate::map::Zoom;
use crate::model::{ActionKind, ProvinceCode, RecordIndex};
use crate::query::{Aggregates, Certainty, DayRange, Filter};
use crate::view::messages::MessageId;

struct Shared {
    scene: Rc<Scene>,
    listener: Listener,
}

/// A handle on the widget's state. Copies share that state.
///
/// Only three signals hold it, each a whole struct: Leptos compiles a signal's code again for every
/// type that one holds.
#[derive(Clone, Copy)]
pub struct Ui {
    shared: StoredValue<Rc<Shared>, LocalStorage>,
    atlas: RwSignal<Option<Arc<LoadedAtlas>>>,
    filter: RwSignal<Filter>,
    state: RwSignal<UiState>,
    aggregates: Memo<Arc<Aggregates>>,
}

impl Ui {
    /// The state for a scene with nothing chosen. Call it within a reactive owner, to which the
    /// signals belong.
    #[must_use]
    pub fn new(scene: Scene, listener: Listener) -> Self {
        let scene = Rc::new(scene);
        let shared = StoredValue::new_local(Rc::new(Shared { scene, listener }));
        let filter = RwSignal::new(Filter::default());
        let aggregates = move || shared.get_value().scene.aggregates(&filter.get());
        let aggregates = Memo::new(move |_| Arc::new(aggregates()));
        Self {
            shared,
            atlas: RwSignal::new(None),
            filter,
            state: RwSignal::new(UiState::default()),
            aggregates,
        }
    }

    /// Whether the widget is still mounted: a timer may fire after that.
    #[must_use]
    pub fn is_mounted(&self) -> bool {
        !self.state.is_disposed()
    }

    /// The data and everything computed from them.
    #[must_use]
    pub fn scene(&self) -> Rc<Scene> {
        Rc::clone(&self.shared.get_value().scene)
    }

    /// The chosen days. Reading this and the next ones is tracked.
    #[must_use]
    pub fn range(&self) -> DayRange {
        self.filter.with(|filter| filter.range)
    }

    /// The chosen days and kinds.
    #[must_use]
    pub fn filter(&self) -> Filter {
        self.filter.get()
    }

    /// Whether records of a kind are shown.
    #[must_use]
    pub fn shows(&self, kind: &ActionKind) -> bool {
        self.filter.with(|filter| filter.shows(kind))
    }

    /// The world's countries and land, once they were fetched.
    #[must_use]
    pub fn atlas(&self) -> Option<Arc<LoadedAtlas>> {
        self.atlas.get()
    }

    /// Reads what else the reader has chosen, without cloning it.
    pub fn with<T>(&self, read: impl FnOnce(&UiState) -> T) -> T {
        self.state.with(read)
    }

    /// Whether controls work yet.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.with(|state| state.live)
    }

    /// The view that is shown.
    #[must_use]
    pub fn view(&self) -> ViewName {
        self.with(|state| state.view)
    }

    /// The visible part of the map of the provinces.
    #[must_use]
    pub fn zoom(&self) -> Zoom {
        self.with(|state| state.zoom)
    }

    /// What has the keyboard's focus.
    #[must_use]
    pub fn focused(&self) -> Option<Selectable> {
        self.with(|state| state.focused.clone())
    }

    /// The records that a list shows.
    #[must_use]
    pub fn listing(&self, listed: &Listed) -> Listing {
        let (pages, destination, live) = self.with(|state| {
            let destination = state.destination.filter(|_| state.view == ViewName::World);
            (state.pages.of(listed), destination, state.live)
        });
        let chosen = Listed::Flows(destination);
        let listed = if matches!(listed, Listed::Flows(_)) { &chosen } else { listed };
        self.scene().listing(listed, &self.filter(), pages, live)
    }

    /// Shows a further page of a list.
    pub fn show_more(&self, listed: &Listed) {
        self.change(|state| *state.pages.of_mut(listed) += 1);
    }

    /// The list that is open in the panel: that of the chosen province or destination, or the one
    /// that the reader opened.
    #[must_use]
    pub fn panel_part(&self) -> Option<PanelPart> {
        self.with(|state| {
            if state.province.is_some() && state.view != ViewName::World {
                Some(PanelPart::Local)
            } else if state.destination.is_some() && state.view == ViewName::World {
                Some(PanelPart::Flows)
            } else {
                state.part
            }
        })
    }

    /// Opens a list in the panel, or closes it.
    pub fn toggle_part(&self, part: PanelPart) {
        let is_open = self.panel_part() == Some(part);
        if self.with(|state| state.province.is_some()) {
            self.choose_province(None);
        }
        self.change(|state| {
            state.destination = None;
            state.part = (!is_open).then_some(part);
        });
    }

    /// The counts and figures for the chosen days and kinds.
    #[must_use]
    pub fn aggregates(&self) -> Arc<Aggregates> {
        self.aggregates.get()
    }

    /// Whether this province or destination is selected.
    #[must_use]
    pub fn is_selected(&self, selectable: &Selectable) -> bool {
        self.with(|state| state.is_selected(selectable))
    }

    /// Whether it is selected, or the pointer or the keyboard's focus is on it.
    #[must_use]
    pub fn is_highlighted(&self, selectable: &Selectable) -> bool {
        self.with(|state| {
            let is_it = |other: &Option<Selectable>| other.as_ref() == Some(selectable);
            state.is_selected(selectable) || is_it(&state.hovered) || is_it(&state.focused)
        })
    }

    /// A message in the reader's language.
    #[must_use]
    pub fn say(&self, key: MessageId) -> String {
        self.scene().words.say(key)
    }

    /// While a record is certainly or possibly in the chosen days.
    pub(in crate::view) fn inside(self, index: RecordIndex) -> impl Fn() -> bool {
        move || self.certainty(index) != Certainty::Outside
    }

    /// While a record is possibly in the chosen days, and not certainly.
    pub(in crate::view) fn possible(self, index: RecordIndex) -> impl Fn() -> bool {
        move || self.certainty(index) == Certainty::Possible
    }

    /// Whether a record is in the chosen days.
    pub(in crate::view) fn certainty(self, index: RecordIndex) -> Certainty {
        let scene = self.scene();
        let record = scene.dataset().record_at(index);
        self.filter
            .with(|filter| record.map_or(Certainty::Outside, |record| filter.certainty(record)))
    }

    /// Shows other days, without telling the page around.
    pub fn set_range(&self, range: DayRange) {
        let filter = self.filter.get_untracked();
        self.set_filter(Filter { range, drawn: range, ..filter });
    }

    /// Shows other days while they are still being moved: the timeline is not drawn around them yet.
    pub fn try_range(&self, range: DayRange) {
        let filter = self.filter.get_untracked();
        self.set_filter(Filter { range, ..filter });
    }

    /// Shows all kinds but these, without telling the page around.
    pub fn set_hidden(&self, hidden: Vec<ActionKind>) {
        let filter = self.filter.get_untracked();
        self.set_filter(Filter { hidden, ..filter });
    }

    fn set_filter(self, filter: Filter) {
        if self.filter.with_untracked(|before| *before != filter) {
            self.filter.set(filter);
        }
    }

    /// Sets the world's countries and land.
    pub fn set_atlas(&self, atlas: LoadedAtlas) {
        self.atlas.set(Some(Arc::new(atlas)));
    }

    /// Changes the state, without telling the page around. What depends on it runs again only if
    /// it became different.
    pub fn change(&self, change: impl FnOnce(&mut UiState)) {
        let mut state = self.state.get_untracked();
        change(&mut state);
        self.set_state(state);
    }

    /// Changes the state after a delay, if the widget is still mounted then.
    pub(in crate::view) fn change_after(self, delay: Duration, change: fn(&mut UiState)) {
        set_timeout(
            move || {
                if self.is_mounted() {
                    self.change(change);
                }
            },
            delay,
        );
    }

    fn set_state(self, state: UiState) {
        if self.state.with_untracked(|before| *before != state) {
            self.state.set(state);
        }
    }

    /// Moves the keyboard's focus to something in a picture, or to nothing.
    pub fn focus(&self, selectable: Option<Selectable>) {
        self.change(|state| {
            let scene = self.scene();
            if let Some(Selectable::Province(code)) = &selectable
                && let Some(shape) = scene.country.shape(code)
            {
                state.zoom = state.zoom.showing(scene.country.viewport, shape.at);
            }
            state.focused = selectable;
            state.dismissed = false;
        });
    }

    /// The reader chooses a province, or none.
    pub fn choose_province(&self, code: Option<ProvinceCode>) {
        self.change(|state| {
            state.province.clone_from(&code);
            if let Some(code) = code.clone() {
                *state.pages.of_mut(&Listed::Province(code)) = 0;
            }
        });
        self.tell(Event::Province(code));
    }

    /// The reader selects something in a picture, or deselects it.
    pub fn toggle(&self, selectable: &Selectable) {
        let is_new = !self.is_selected(selectable);
        match selectable {
            Selectable::Province(code) => self.choose_province(is_new.then(|| code.clone())),
            Selectable::Destination(country) => {
                self.change(|state| {
                    state.destination = is_new.then_some(*country);
                    *state.pages.of_mut(&Listed::Flows(None)) = 0;
                });
            }
            Selectable::Span(number) => self.choose_span(*number),
        }
    }

    /// The reader chooses the days of a line in the timeline.
    fn choose_span(&self, number: usize) {
        let aggregates = self.aggregates.get_untracked();
        if let Some((line, span)) = aggregates.timeline.as_ref().zip(aggregates.spans.get(number)) {
            let (first, last) = line.ends();
            self.choose_range(line.range(span.from.unwrap_or(first), span.to.unwrap_or(last)));
        }
    }

    /// The reader chooses a picture.
    pub fn choose_view(&self, view: ViewName) {
        self.change(|state| state.view = view);
        self.tell(Event::View(view));
    }

    /// The reader chooses days.
    pub fn choose_range(&self, range: DayRange) {
        if self.filter.get_untracked().range != range {
            self.set_range(range);
            self.tell(Event::Range(range));
        }
    }

    /// The reader has chosen days in several steps, such as a drag; only the last one is told.
    pub fn settle_range(&self, before: DayRange) {
        let range = self.filter.get_untracked().range;
        self.set_range(range);
        if range != before {
            self.tell(Event::Range(range));
        }
    }

    /// The reader shows or hides a kind.
    pub fn toggle_kind(&self, kind: &ActionKind) {
        let filter = self.filter.get_untracked().toggled(kind);
        self.tell(Event::Hidden(filter.hidden.clone()));
        self.set_filter(filter);
    }

    /// The reader wants a file.
    pub fn download(&self, name: &'static str, content: String) {
        self.tell(Event::Download(name, content));
    }

    /// The reader wants a link to what is seen.
    pub fn ask_for_link(&self) {
        self.tell(Event::Link);
    }

    fn tell(self, event: Event) {
        let shared = self.shared.get_value();
        (shared.listener)(&shared.scene, event);
    }
}
