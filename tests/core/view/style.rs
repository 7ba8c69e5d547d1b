//! The colours of the style sheet, light and dark.

use std::collections::BTreeMap;

use crate::shipped;

/// The custom properties of a rule that are colours.
fn colours(rule: &str) -> BTreeMap<&str, [f64; 3]> {
    let declarations = rule.split(';').filter_map(|one| one.trim().split_once(": #"));
    declarations.map(|(name, hex)| (name.trim_start_matches("--em-"), rgb(hex))).collect()
}

fn rgb(hex: &str) -> [f64; 3] {
    let long: String = match hex.len() {
        3 => hex.chars().flat_map(|c| [c, c]).collect(),
        _ => hex.to_owned(),
    };
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&long[at..at + 2], 16).unwrap()) / 255.0)
}

/// WCAG 2.2, "relative luminance" and "contrast ratio".
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let linear = |c: f64| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
    let luminance =
        |[r, g, b]: [f64; 3]| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The light rule and the two dark ones, which must be the same.
fn themes() -> Vec<(String, String)> {
    let css = String::from_utf8(shipped("src/view/style.css")).unwrap();
    let rule = |selector: &str| {
        let start = css.find(selector).unwrap();
        let (_, rest) = css[start..].split_once('{').unwrap();
        rest.split_once('}').unwrap().0.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    [".em {", ".em:not([data-theme=\"light\"]) {", ".em[data-theme=\"dark\"] {"]
        .map(|selector| (selector.to_owned(), rule(selector)))
        .to_vec()
}

#[test]
fn letters_stand_out_from_what_they_lie_on() {
    for (theme, rule) in themes() {
        let colours = colours(&rule);
        let check = |letters: &str, ground: &str, least: f64| {
            let ratio = contrast(colours[letters], colours[ground]);
            assert!(ratio >= least, "{theme}: {letters} on {ground}: {ratio:.2}");
        };
        // Text (WCAG 1.4.3). Names on the map lie on their halo, which has the colour of a
        // province without an action.
        for (letters, ground) in [
            ("ink", "paper"),
            ("dim", "paper"),
            ("accent", "paper"),
            ("ink", "soft"),
            ("dim", "soft"),
            ("accent", "soft"),
            ("ink", "none"),
            ("foreign-ink", "foreign"),
            ("water-ink", "water"),
        ] {
            check(letters, ground, 4.5);
        }
        // What is not text (WCAG 1.4.11): signs on their discs, arcs on land and water.
        for (sign, ground) in [("ink", "paper"), ("arc", "foreign"), ("arc", "water")] {
            check(sign, ground, 3.0);
        }
    }
}

/// More is always further from "none", to every eye: each shade differs in lightness.
#[test]
fn the_shades_are_a_ramp() {
    for (theme, rule) in themes() {
        let colours = colours(&rule);
        let ramp = ["none", "s0", "s1", "s2", "s3", "s4"]
            .map(|name| contrast(colours[name], colours["none"]));
        assert!(ramp.windows(2).all(|pair| pair[1] > pair[0] * 1.08), "{theme}: {ramp:?}");
    }
}

#[test]
fn dark_is_the_same_whether_chosen_or_automatic() {
    let themes = themes();
    assert_eq!(themes[1].1, themes[2].1);
}
