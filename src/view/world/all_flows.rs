//! The flows that can be drawn, whatever days are chosen.

use crate::map::ArcWidth;
use crate::model::CountryCode;
use crate::query::Sent;
use crate::view::state::Scene;

/// All flows whose destination was named. Positions and scales follow them, so that nothing jumps
/// when other days are chosen.
#[derive(Clone, Copy)]
pub(super) struct AllFlows<'a> {
    /// Those of the most people first.
    pub(super) sent: &'a [Sent],
    /// The largest published figure, and how many arcs there are.
    pub(super) scale: ArcScale,
}

/// What the width of an arc is relative to.
#[derive(Clone, Copy)]
pub(super) struct ArcScale {
    /// The largest published figure.
    pub(super) largest: u64,
    /// The number of arcs.
    pub(super) arcs: usize,
}

impl ArcScale {
    /// How wide an arc is, in CSS pixels, and whether the width stands for a figure.
    pub(super) fn width(self, sent: Option<Sent>) -> (i32, bool) {
        let number = sent.filter(|sent| sent.total.published > 0).map(|sent| sent.total.number);
        match ArcWidth::new(number, self.largest, self.arcs) {
            ArcWidth::People(width) => (width, true),
            ArcWidth::NotPublished => (3, false),
        }
    }
}

impl<'a> AllFlows<'a> {
    pub(super) fn new(scene: &'a Scene) -> Self {
        let sent = &scene.everything.sent;
        let largest = sent.iter().map(|sent| sent.total.number).max().unwrap_or_default();
        Self { sent, scale: ArcScale { largest, arcs: sent.len() } }
    }

    /// A country's rank among the destinations, from 0.
    pub(super) fn rank(&self, country: CountryCode) -> usize {
        let rank = self.sent.iter().position(|sent| sent.country == country);
        rank.unwrap_or(self.sent.len())
    }

    /// The lines of a country's label: its name and its figures.
    pub(super) fn label(&self, scene: &Scene, country: CountryCode) -> Vec<String> {
        let sent = self.sent.iter().filter(|sent| sent.country == country);
        let figures = sent.map(|sent| scene.words.total(&sent.total));
        std::iter::once(scene.country_name(country)).chain(figures).collect()
    }
}
