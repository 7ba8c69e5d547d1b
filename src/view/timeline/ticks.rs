//! The marks under the bars.

use super::position::{BARS, percent};
use crate::model::Day;
use crate::query::{Timeline, Unit};
use crate::view::dom::{Element, svg};
use crate::view::state::Scene;

/// The least distance between two numbers, as a fraction of the width: 17 of 310 CSS pixels on a phone.
const LEAST: f64 = 0.055;

/// The room that the name of a month takes.
const MONTH: f64 = 0.4;

/// The years; within one year its months; within one month the days that have a record; within a few
/// weeks the first and the last day.
pub(super) fn ticks(scene: &Scene, line: &Timeline, bars: &[usize]) -> Vec<Element> {
    if let Some(ticks) = days_with_records(scene, line, bars) {
        return ticks;
    }
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
    let every = days.len().div_ceil(if one_year { 3 } else { 5 }).max(1);
    let ticks = days.into_iter().step_by(every).flat_map(|day| {
        let text = if one_year { scene.words.month(day) } else { day.year().to_string() };
        // At the right edge it would be cut off.
        tick(line, day, text, if line.start_of(day) > 0.75 { "end" } else { "start" })
    });
    ticks.collect()
}

/// The numbers of the days that have a record, beside the name of their month; `None` where that does
/// not fit.
fn days_with_records(scene: &Scene, line: &Timeline, bars: &[usize]) -> Option<Vec<Element>> {
    let (first, last) = line.drawn();
    if line.unit() != Unit::Day || first.month_start() != last.month_start() {
        return None;
    }
    let days = line.bars().iter().zip(bars).filter(|(_, count)| **count > 0);
    let days: Vec<Day> = days.map(|(bar, _)| bar.from).collect();
    let at = |day: &Day| f64::midpoint(line.start_of(*day), line.end_of(*day));
    let (left, right) = (at(days.first()?), at(days.last()?));
    let is_wide = days.iter().zip(days.iter().skip(1)).all(|(a, b)| at(b) - at(a) >= LEAST);
    let (side, month) = if left >= MONTH {
        ("start", first)
    } else if right <= 1.0 - MONTH {
        ("end", last)
    } else {
        return None;
    };
    let number = |day: &Day| words(&percent(at(day)), day.day().to_string(), "middle");
    let numbers = days.iter().map(number);
    is_wide.then(|| {
        let edge = if side == "end" { "100%" } else { "0%" };
        let month = words(edge, scene.words.month(month), side);
        numbers.chain([month]).collect()
    })
}

/// A mark with its text.
fn tick(line: &Timeline, day: Day, text: String, align: &'static str) -> [Element; 2] {
    let at = if align == "end" { line.end_of(day) } else { line.start_of(day) };
    let x = percent(at);
    let mark = svg("rect").class("em-tick").attr("x", x.clone()).attr("width", "1");
    let mark = mark.attr("y", BARS.to_string()).attr("height", "5");
    [mark, words(&x, text, align)]
}

fn words(x: &str, text: String, align: &'static str) -> Element {
    let words = svg("text").class("em-tick").attr("x", x.to_owned()).attr("text-anchor", align);
    words.attr("y", (BARS + 17).to_string()).text(text)
}
