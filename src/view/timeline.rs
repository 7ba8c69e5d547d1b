//! How many actions there were when, and a window over the chosen days.
//!
//! Every place is a percentage of the width: nothing has to be measured to draw it, neither in a
//! browser nor before.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element as DomElement, Event, KeyboardEvent, PointerEvent};

use super::node::{Element, html, svg};
use super::{Key, Scene, Ui};
use crate::model::Day;
use crate::query::{Count, DayRange, Drag, Facts, Grip, Handle, Step, Timeline};

/// The height of the bars, in CSS pixels.
const BARS: usize = 48;
/// How far a pointer moves before it is no click any more, in CSS pixels.
const SLACK: f64 = 4.0;

/// A pointer that is down.
struct Held {
    drag: Drag,
    grip: Grip,
    x: f64,
    moved: bool,
    before: DayRange,
}

/// The bars with the brush; nothing where there are no dates.
pub(super) fn histogram(ui: Ui) -> Option<Element> {
    ui.scene().timeline.as_ref()?;
    let held: Rc<RefCell<Option<Held>>> = Rc::default();
    let [down, moving, up, cancel] = [(); 4].map(|()| Rc::clone(&held));
    let bars = svg("svg")
        .attr("width", "100%")
        .attr("height", BARS.to_string())
        .live("viewBox", move || Some(format!("0 0 {} {BARS}", ui.facts().bars.len() * 10).into()))
        .attr("preserveAspectRatio", "none")
        .child(
            svg("path")
                .class("em-bar")
                .live("d", move || Some(bars_path(&ui.facts(), |count| (0, count.certain)).into())),
        )
        .child(svg("path").class("em-bar em-bar-perhaps").live("d", move || {
            Some(bars_path(&ui.facts(), |count| (count.certain, count.all())).into())
        }));
    let picture = svg("svg")
        .class("em-line")
        .attr("role", "group")
        .attr("aria-label", ui.say(Key::Timeline))
        .child(bars)
        .children(veil(ui))
        .child(window(ui))
        .child(svg("g").swap(move || {
            let facts = ui.facts();
            facts.timeline.as_ref().map(|line| svg("g").children(ticks(&ui.scene(), line)))
        }))
        .children([Handle::From, Handle::To].map(|handle| slider(ui, handle)))
        .on("pointerdown", move |event| *down.borrow_mut() = grab(ui, event))
        .on("pointermove", move |event| pull(ui, &mut moving.borrow_mut(), event))
        .on("pointerup", move |event| release(ui, up.borrow_mut().take(), event))
        .on("pointercancel", move |_| {
            if let Some(held) = cancel.borrow_mut().take() {
                ui.set_range(held.before);
            }
        })
        .on("dblclick", move |_| ui.choose_range(DayRange::ALL));
    Some(html("div").class("em-timeline em-needs-script").child(picture))
}

/// A rectangle for each bar from one number to another.
fn bars_path(facts: &Facts, part: impl Fn(&Count) -> (usize, usize)) -> String {
    let mut path = String::new();
    for (place, count) in facts.bars.iter().enumerate() {
        let (low, high) = part(count);
        if high > low {
            let y = |number: usize| BARS - number * BARS / facts.most.max(1);
            let (top, bottom) = (y(high), y(low));
            path.push_str(&format!("M{} {top}h8V{bottom}h-8z", place * 10 + 1));
        }
    }
    path
}

/// Where the chosen days begin and end, in parts of the width.
fn places(ui: Ui) -> Option<(f64, f64)> {
    let (facts, range) = (ui.facts(), ui.range());
    let line = facts.timeline.as_ref()?;
    let from = line.start_of(line.value(range, Handle::From));
    let to = line.end_of(line.value(range, Handle::To));
    Some((from, to))
}

/// In hundredths of a per cent, as whole numbers: writing fractions takes more code.
fn percent(part: f64) -> String {
    let hundredths = crate::map::whole(part * 10_000.0);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// Over the days that are not chosen.
fn veil(ui: Ui) -> [Element; 2] {
    let side = |x: fn((f64, f64)) -> f64, width: fn((f64, f64)) -> f64| {
        let part = move |of: fn((f64, f64)) -> f64| Some(percent(of(places(ui)?)).into());
        svg("rect")
            .class("em-veil")
            .attr("height", BARS.to_string())
            .live("x", move || part(x))
            .live("width", move || part(width))
    };
    [side(|_| 0.0, |(from, _)| from), side(|(_, to)| to, |(_, to)| 1.0 - to)]
}

fn window(ui: Ui) -> Element {
    svg("rect")
        .class("em-window")
        .attr("data-grip", "window")
        .attr("height", BARS.to_string())
        .live("x", move || Some(percent(places(ui)?.0).into()))
        .live("width", move || places(ui).map(|(from, to)| percent(to - from).into()))
}

/// The years; within one year, its months; within a few weeks the first and the last day.
fn ticks(scene: &Scene, line: &Timeline) -> Vec<Element> {
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
    // No more than find room on a phone.
    let every = days.len().div_ceil(5).max(1);
    let ticks = days.into_iter().step_by(every).flat_map(|day| {
        let text = if one_year { scene.words.month(day) } else { day.year().to_string() };
        // At the right edge it would be cut off.
        tick(line, day, text, if line.start_of(day) > 0.85 { "end" } else { "start" })
    });
    ticks.collect()
}

/// A mark with words under it.
fn tick(line: &Timeline, day: Day, text: String, align: &'static str) -> [Element; 2] {
    let at = if align == "end" { line.end_of(day) } else { line.start_of(day) };
    let x = percent(at);
    let mark = svg("rect").class("em-tick").attr("x", x.clone()).attr("width", "1");
    let mark = mark.attr("y", BARS.to_string()).attr("height", "5");
    let words = svg("text").class("em-tick").attr("x", x).attr("text-anchor", align);
    [mark, words.attr("y", (BARS + 18).to_string()).text(text)]
}

/// One end of the window: a slider (WAI-ARIA 1.2, multi-thumb).
fn slider(ui: Ui, handle: Handle) -> Element {
    let (name, grip) = match handle {
        Handle::From => (Key::From, "from"),
        Handle::To => (Key::To, "to"),
    };
    let at = move || {
        let (from, to) = places(ui)?;
        Some(percent(if handle == Handle::From { from } else { to }).into())
    };
    // In days from the line's first one.
    let number = move |pick: fn(&Timeline, DayRange, Handle) -> Day| {
        let (scene, range) = (ui.scene(), ui.range());
        let line = scene.timeline.as_ref()?;
        Some(line.ends().0.days_until(pick(line, range, handle)).to_string().into())
    };
    let words = move || {
        let (scene, range) = (ui.scene(), ui.range());
        let day = scene.timeline.as_ref()?.value(range, handle);
        Some(scene.words.day(day).into())
    };
    svg("svg")
        .class("em-handle")
        .attr("data-grip", grip)
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("aria-label", ui.say(name))
        .attr("overflow", "visible")
        .live("x", at)
        .live("aria-valuemin", move || number(|line, range, handle| line.limits(range, handle).0))
        .live("aria-valuemax", move || number(|line, range, handle| line.limits(range, handle).1))
        .live("aria-valuenow", move || number(Timeline::value))
        .live("aria-valuetext", words)
        .on("keydown", move |event| press(ui, handle, event))
        // A finger's width (WCAG 2.5.8).
        .child(svg("path").class("em-hold").attr("d", "M-12-2h24v58h-24z"))
        .child(svg("path").class("em-grip").attr("d", "M0 0v48M-5 16h10v16h-10z"))
}

fn press(ui: Ui, handle: Handle, event: &Event) {
    let step = match event.unchecked_ref::<KeyboardEvent>().key().as_str() {
        "ArrowLeft" | "ArrowDown" => Step::Days(-1),
        "ArrowRight" | "ArrowUp" => Step::Days(1),
        "PageDown" => Step::Bars(-1),
        "PageUp" => Step::Bars(1),
        "Home" => Step::First,
        "End" => Step::Last,
        _ => return,
    };
    event.prevent_default();
    if let Some(line) = &ui.facts().timeline {
        ui.choose_range(line.stepped(ui.range(), handle, step));
    }
}

/// Where a pointer is, in parts of the picture's width and in CSS pixels.
fn pointer(event: &Event) -> Option<(DomElement, f64, f64)> {
    let picture: DomElement = event.current_target()?.dyn_into().ok()?;
    let x = f64::from(event.unchecked_ref::<PointerEvent>().client_x());
    let bounds = picture.get_bounding_client_rect();
    Some((picture, (x - bounds.left()) / bounds.width().max(1.0), x))
}

fn grab(ui: Ui, event: &Event) -> Option<Held> {
    let pressed = event.unchecked_ref::<PointerEvent>();
    if !ui.choice().live || pressed.button() != 0 {
        return None;
    }
    let (picture, at, x) = pointer(event)?;
    let target: DomElement = event.target()?.dyn_into().ok()?;
    let on = target.closest("[data-grip]").ok().flatten();
    let name = on.as_ref().and_then(|on| on.get_attribute("data-grip"));
    let range = ui.range();
    let grip = match name.as_deref() {
        Some("from") => Grip::Handle(Handle::From),
        Some("to") => Grip::Handle(Handle::To),
        // A window over everything cannot be moved.
        Some(_) if range != DayRange::ALL => Grip::Window,
        _ => Grip::New,
    };
    // Goes on when the pointer leaves the picture.
    let _ = picture.set_pointer_capture(pressed.pointer_id());
    Some(Held { drag: Drag::new(grip, at, range), grip, x, moved: false, before: range })
}

fn pull(ui: Ui, held: &mut Option<Held>, event: &Event) {
    let (Some(held), Some((_, at, x))) = (held, pointer(event)) else { return };
    held.moved |= (x - held.x).abs() > SLACK;
    if held.moved
        && let Some(line) = &ui.facts().timeline
    {
        ui.try_range(held.drag.to(line, at));
    }
}

fn release(ui: Ui, held: Option<Held>, event: &Event) {
    let (Some(held), Some((_, at, _))) = (held, pointer(event)) else { return };
    // A click chooses the bar.
    if !held.moved
        && !matches!(held.grip, Grip::Handle(_))
        && let Some(line) = &ui.facts().timeline
    {
        ui.try_range(Drag::new(Grip::New, at, held.before).to(line, at));
    }
    ui.settle_range(held.before);
}
