//! Labels of a drawing, as the text elements of their lines.

use crate::map::{Anchor, Label, round};
use crate::view::dom::{Element, svg};

/// From one line of a label to the next, in CSS pixels.
const LINE: i32 = 15;

/// The text of a label, in CSS pixels around its anchor.
pub(in crate::view) fn label_lines(label: &Label, class: &str) -> Vec<Element> {
    label_with(label, class, &|_, line, text| text.text(line))
}

/// The same with each line put into its element by the caller.
pub(in crate::view) fn label_with(
    label: &Label,
    class: &str,
    put: &dyn Fn(usize, String, Element) -> Element,
) -> Vec<Element> {
    let tier = label.tier.map_or_else(|| "em-never".to_owned(), |tier| format!("em-t{tier}"));
    let class = format!("{class} {tier}");
    let others = LINE * (i32::try_from(label.lines.len()).unwrap_or(1) - 1);
    let centred = 4 - others / 2;
    let (half_width, half_height) = (round(label.half.x), round(label.half.y));
    let (align, x, first) = match label.anchor {
        Anchor::Middle => ("middle", 0, centred),
        Anchor::Below => ("middle", 0, half_height + 12),
        Anchor::Above => ("middle", 0, -half_height - 4 - others),
        Anchor::Right => ("start", half_width + 3, centred),
        Anchor::Left => ("end", -half_width - 3, centred),
    };
    let mut y = first + round(label.shift.y);
    let mut lines = Vec::new();
    for (index, line) in label.lines.iter().enumerate() {
        let text = svg("text")
            .class(class.clone())
            .attr("x", (x + round(label.shift.x)).to_string())
            .attr("y", y.to_string())
            .attr("text-anchor", align);
        lines.push(put(index, line.clone(), text));
        y += LINE;
    }
    lines
}
