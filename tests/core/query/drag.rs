//! Dragging over the timeline: whatever a reader does, the range stays within it.

use enforcement_map::query::{DayRange, Drag, DragTarget, Handle};
use proptest::prelude::*;

use super::timeline::{handle, line, ranges};

fn target() -> impl Strategy<Value = DragTarget> {
    prop_oneof![
        handle().prop_map(DragTarget::Handle),
        Just(DragTarget::Window),
        Just(DragTarget::New)
    ]
}

proptest! {
    #[test]
    fn a_drag_gives_days_of_the_line(start in ranges(), target in target(), from in -0.2f64..1.2, to in -0.2f64..1.2) {
        let line = line();
        let result = Drag::new(target, from, start).to(&line, to);
        let ends = [line.bars()[0].from, line.bars().last().unwrap().to];
        for day in [result.from(), result.to()].into_iter().flatten() {
            prop_assert!(day >= ends[0] && day <= ends[1], "{:?}", result);
        }
        if target == DragTarget::New {
            let (low, high) = (from.min(to).clamp(0.0, 0.999_999), from.max(to).clamp(0.0, 0.999_999));
            let (first, last) = (line.value(result, Handle::From), line.value(result, Handle::To));
            prop_assert!(line.start_of(first) <= low && line.end_of(last) >= high, "{:?}", result);
        }
    }

    #[test]
    fn a_window_keeps_its_length(from in 0i64..300, length in 0i64..60, start in 0.0f64..1.0, to in 0.0f64..1.0) {
        let line = line();
        let first = line.bars()[0].from.plus(from);
        let before = DayRange::new(Some(first), Some(first.plus(length)));
        let after = Drag::new(DragTarget::Window, start, before).to(&line, to);
        let days = |range| line.value(range, Handle::From).days_until(line.value(range, Handle::To));
        prop_assert_eq!(days(after), days(before));
    }
}
