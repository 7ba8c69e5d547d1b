//! The marks under the bars.

use super::position::{BARS, percent};
use crate::model::Day;
use crate::query::Timeline;
use crate::view::dom::{Element, svg};
use crate::view::state::Scene;

/// The years; within one year its months; within a few weeks the first and the last day.
pub(super) fn ticks(scene: &Scene, line: &Timeline) -> Vec<Element> {
    let (first, last) = line.drawn();
    let one_year = first.plus(7).year() == last.year();
    let starts = |day: Day| day.day() == 1 && (one_year || day.month() == 1);
    let days = (0..first.days_until(last)).map(|days| first.plus(days));
    let days: Vec<Day> = days.filter(|day| starts(*day)).collect();
    if days.is_empty() || (days.len() < 3 && first.days_until(last) < 120) {
        return [(first, "start"), (last, "end")]
            .into_iter()
            .flat_map(|(day, align)| tick(line, day, scene.words.day(day), align))
            .collect();
    }
    // As many as a phone has room for.
    let every = days.len().div_ceil(5).max(1);
    let ticks = days.into_iter().step_by(every).flat_map(|day| {
        let text = if one_year { scene.words.month(day) } else { day.year().to_string() };
        // At the right edge it would be cut off.
        tick(line, day, text, if line.start_of(day) > 0.85 { "end" } else { "start" })
    });
    ticks.collect()
}

/// A mark with its text.
fn tick(line: &Timeline, day: Day, text: String, align: &'static str) -> [Element; 2] {
    let at = if align == "end" { line.end_of(day) } else { line.start_of(day) };
    let x = percent(at);
    let mark = svg("rect").class("em-tick").attr("x", x.clone()).attr("width", "1");
    let mark = mark.attr("y", BARS.to_string()).attr("height", "5");
    let words = svg("text").class("em-tick").attr("x", x).attr("text-anchor", align);
    [mark, words.attr("y", (BARS + 18).to_string()).text(text)]
}
