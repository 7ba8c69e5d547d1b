//! What fingers, a mouse and the wheel do to what is seen, without a browser.

use enforcement_map::map::{Gesture, Viewport, Zoom};
use geo_types::Coord;
use proptest::prelude::*;

use super::at;

const VIEWPORT: Viewport = Viewport { height: 800.0 };

/// Two fingers that go apart or together in many small steps, each in its turn.
fn pinch(zoom: Zoom, from: f64, to: f64, steps: u32) -> Zoom {
    let mut gesture = Gesture::default();
    let place = |finger: i32, apart: f64| at(0.5 + f64::from(finger) * apart / 2.0, 0.5);
    for finger in [-1, 1] {
        gesture.down(finger, place(finger, from), true);
    }
    let mut zoom = zoom;
    for step in 1..=steps {
        let apart = from + (to - from) * f64::from(step) / f64::from(steps);
        for finger in [-1, 1] {
            zoom = gesture.moved(zoom, VIEWPORT, finger, place(finger, apart)).unwrap_or(zoom);
        }
    }
    zoom
}

#[test]
fn a_pinch_enlarges_and_brings_back_however_small_its_steps() {
    for steps in [1, 4, 30, 300] {
        let large = pinch(Zoom::default(), 0.15, 0.7, steps);
        assert!(large.scale() > 1, "{steps} steps");
        if steps > 1 {
            assert_eq!(large.scale(), 4, "{steps} steps");
            assert_eq!(pinch(large, 0.7, 0.15, steps), Zoom::default(), "{steps} steps");
        }
        // Where the fingers were is still in the middle.
        let middle = large.middle(VIEWPORT);
        assert!((middle.x - 500.0).abs() < 150.0 && (middle.y - 400.0).abs() < 1.0, "{middle:?}");
    }
    // Too little for a step.
    assert_eq!(pinch(Zoom::default(), 0.4, 0.5, 20), Zoom::default());
}

#[test]
fn two_fingers_side_by_side_move_the_enlarged_map_and_not_the_whole_one() {
    let mut gesture = Gesture::default();
    gesture.down(1, at(0.4, 0.5), true);
    gesture.down(2, at(0.6, 0.5), true);
    let zoom = Zoom::default().zoom_in_at(at(500.0, 400.0));
    let next = gesture.moved(zoom, VIEWPORT, 1, at(0.45, 0.5)).unwrap();
    let next = gesture.moved(next, VIEWPORT, 2, at(0.65, 0.5)).unwrap();
    // As far as the fingers' middle: a twentieth of the window's 500 units.
    assert_eq!(next.window(VIEWPORT), [225.0, 200.0, 500.0, 400.0]);
    assert_eq!(gesture.moved(Zoom::default(), VIEWPORT, 1, at(0.5, 0.5)), None);
}

#[test]
fn a_pointer_that_went_up_elsewhere_is_no_second_finger() {
    let mut gesture = Gesture::default();
    gesture.down(1, at(0.9, 0.5), false);
    // It leaves the picture and goes up there; later it is down again.
    gesture.down(1, at(0.2, 0.5), false);
    let zoom = Zoom::default().zoom_in_at(at(500.0, 400.0));
    let next = gesture.moved(zoom, VIEWPORT, 1, at(0.1, 0.5)).unwrap();
    assert_eq!(next.window(VIEWPORT), [300.0, 200.0, 500.0, 400.0]);
    gesture.up(1);
    assert_eq!(gesture.moved(next, VIEWPORT, 1, at(0.5, 0.5)), None);
}

#[test]
fn a_notch_of_the_wheel_is_a_step_and_so_is_a_pinch_on_a_trackpad() {
    let mut gesture = Gesture::default();
    let mut zoom = gesture.turned(Zoom::default(), VIEWPORT, -120.0, at(0.5, 0.5));
    assert_eq!(zoom.scale(), 2);
    for _ in 0..10 {
        zoom = gesture.turned(zoom, VIEWPORT, 3.0, at(0.5, 0.5));
    }
    assert_eq!(zoom.scale(), 2, "not yet");
    zoom = gesture.turned(zoom, VIEWPORT, 3.0, at(0.5, 0.5));
    assert_eq!(zoom, Zoom::default());
}

#[derive(Clone, Debug)]
enum Act {
    Down(i32, Coord<f64>, bool),
    Up(i32),
    Moved(i32, Coord<f64>),
    Turned(f64, Coord<f64>),
}

fn act() -> impl Strategy<Value = Act> {
    let place = || (-0.5..1.5, -0.5..1.5).prop_map(|(x, y)| at(x, y));
    prop_oneof![
        (0..4, place(), any::<bool>()).prop_map(|(id, at, touch)| Act::Down(id, at, touch)),
        (0..4).prop_map(Act::Up),
        (0..4, place()).prop_map(|(id, to)| Act::Moved(id, to)),
        (-300.0..300.0, place()).prop_map(|(by, at)| Act::Turned(by, at)),
    ]
}

proptest! {
    /// Whatever comes in whatever order: what is seen is a part of the drawing.
    #[test]
    fn what_is_seen_stays_within_the_drawing(acts in prop::collection::vec(act(), 0..60)) {
        let (mut gesture, mut zoom) = (Gesture::default(), Zoom::default());
        for act in acts {
            match act {
                Act::Down(id, at, touch) => gesture.down(id, at, touch),
                Act::Up(id) => gesture.up(id),
                Act::Moved(id, to) => {
                    zoom = gesture.moved(zoom, VIEWPORT, id, to).unwrap_or(zoom);
                }
                Act::Turned(by, at) => zoom = gesture.turned(zoom, VIEWPORT, by, at),
            }
            let [left, top, width, height] = zoom.window(VIEWPORT);
            prop_assert!(left >= 0.0 && top >= 0.0, "{zoom:?}");
            prop_assert!(left + width <= 1000.0 && top + height <= VIEWPORT.height, "{zoom:?}");
        }
    }

    /// The page's scrolling is never taken.
    #[test]
    fn one_finger_moves_nothing(ways in prop::collection::vec((0.0..1.0, 0.0..1.0), 1..20), level in 0..3) {
        let mut gesture = Gesture::default();
        let zoom = (0..level).fold(Zoom::default(), |zoom, _| zoom.zoom_in_at(at(300.0, 300.0)));
        gesture.down(7, at(0.5, 0.5), true);
        for (x, y) in ways {
            prop_assert_eq!(gesture.moved(zoom, VIEWPORT, 7, at(x, y)), None);
        }
    }
}
