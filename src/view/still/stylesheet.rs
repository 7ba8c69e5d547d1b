//! The widget's style sheet, computed for one theme and width: programs that show a standalone
//! picture support neither custom properties nor container queries.
//!
//! It supports the part of CSS that `style.css` uses for what is in a still picture. Selectors are
//! matched by the crate that resvg uses. Rules with selectors that the crate does not support
//! (`:hover`, `:has()`) are left out; none of them applies to a still picture.

use std::collections::BTreeMap;

use simplecss::{AttributeOperator, PseudoClass, Selector};

use crate::view::dom::{Snapshot, SnapshotChild};

const CSS: &str = include_str!("../style.css");

/// Values by the name of the property, with custom properties resolved.
pub(super) type Properties = BTreeMap<String, String>;

/// The widths of the containers that container queries ask for, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Widths {
    /// Of the widget: container `em`.
    pub(super) column: f64,
    /// Of the picture: container `em-map`.
    pub(super) map: f64,
}

/// The rules that apply at some widths.
pub(super) struct Rules(Vec<(String, Properties)>);

impl Rules {
    pub(super) fn new(widths: Widths) -> Self {
        let mut rules = Vec::new();
        collect(&without_comments(CSS), widths, &mut rules);
        Self(rules)
    }
}

/// An element with its computed style, without children that are not displayed.
pub(super) struct Styled<'t> {
    pub(super) element: &'t Snapshot,
    pub(super) own: Properties,
    pub(super) children: Vec<Piece<'t>>,
}

pub(super) enum Piece<'t> {
    Element(Styled<'t>),
    Text(&'t str),
}

impl<'t> Styled<'t> {
    /// The first element with a class, itself or in it.
    pub(super) fn find(&self, class: &str) -> Option<&Self> {
        if self.element.has_class(class) {
            return Some(self);
        }
        self.elements().find_map(|child| child.find(class))
    }

    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Piece::Element(child) => Some(child),
            Piece::Text(_) => None,
        })
    }

    pub(super) fn get(&self, property: &str) -> Option<&str> {
        self.own.get(property).map(String::as_str)
    }
}

/// Computes the style of a tree; `None` if it is not displayed at all.
pub(super) fn styled<'t>(root: &'t Snapshot, rules: &Rules) -> Option<Styled<'t>> {
    let parsed = rules.0.iter().filter_map(|(selector, body)| {
        // The crate logs a warning for each selector that it does not support.
        Some((Selector::parse(selector)?, body))
    });
    let mut rules: Vec<_> = parsed.collect();
    rules.sort_by_key(|(selector, _)| selector.specificity());
    style(root, NodePath { element: root, parent: None, before: &[] }, &rules, &Properties::new())
}

/// Controls and links, which a picture has no use for; printing leaves out the same.
const CONTROLS: [&str; 5] = ["em-needs-script", "em-zoom", "em-views", "em-back", "em-tip"];

fn style<'t>(
    element: &'t Snapshot,
    place: NodePath<'_>,
    rules: &[(Selector<'_>, &Properties)],
    inherited: &Properties,
) -> Option<Styled<'t>> {
    if CONTROLS.iter().any(|class| element.has_class(class)) {
        return None;
    }
    let mut custom = inherited.clone();
    let mut own = Properties::new();
    for (_, body) in rules.iter().filter(|(selector, _)| selector.matches(&place)) {
        for (name, value) in *body {
            let target = if name.starts_with("--") { &mut custom } else { &mut own };
            target.insert(name.clone(), value.clone());
        }
    }
    if own.get("display").is_some_and(|display| display == "none") {
        return None;
    }
    for value in own.values_mut() {
        *value = computed(value, &custom);
    }
    let mut children = Vec::new();
    for (number, child) in element.children.iter().enumerate() {
        match child {
            SnapshotChild::Text(text) => children.push(Piece::Text(text)),
            SnapshotChild::Element(child) => {
                let before = element.children.get(..number).unwrap_or_default();
                let place = NodePath { element: child, parent: Some(&place), before };
                children.extend(style(child, place, rules, &custom).map(Piece::Element));
            }
        }
    }
    Some(Styled { element, own, children })
}

/// An element with its ancestors and earlier siblings, for matching selectors.
#[derive(Clone, Copy)]
struct NodePath<'a> {
    element: &'a Snapshot,
    parent: Option<&'a NodePath<'a>>,
    before: &'a [SnapshotChild],
}

impl simplecss::Element for NodePath<'_> {
    fn parent_element(&self) -> Option<Self> {
        self.parent.copied()
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        let (number, element) =
            self.before.iter().enumerate().rev().find_map(|(number, part)| match part {
                SnapshotChild::Element(element) => Some((number, element)),
                SnapshotChild::Text(_) => None,
            })?;
        let before = self.before.get(..number).unwrap_or_default();
        Some(Self { element, parent: self.parent, before })
    }

    fn has_local_name(&self, name: &str) -> bool {
        self.element.tag == name
    }

    fn attribute_matches(&self, name: &str, operator: AttributeOperator<'_>) -> bool {
        self.element.get(name).is_some_and(|value| operator.matches(value))
    }

    fn pseudo_class_matches(&self, class: PseudoClass<'_>) -> bool {
        match class {
            PseudoClass::FirstChild => simplecss::Element::prev_sibling_element(self).is_none(),
            PseudoClass::Lang(wanted) => {
                let own = std::iter::successors(Some(*self), |place| place.parent.copied())
                    .find_map(|place| place.element.get("lang"));
                own.and_then(|tag| tag.split('-').next()) == Some(wanted)
            }
            _ => false,
        }
    }
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once("*/").map_or("", |(_, rest)| rest))
}

fn collect(css: &str, widths: Widths, rules: &mut Vec<(String, Properties)>) {
    let mut rest = css;
    while let Some((prelude, after)) = rest.split_once('{') {
        let (body, after) = until_closed(after, '{', '}');
        rest = after;
        let prelude = prelude.trim();
        if prelude.starts_with('@') {
            if holds(prelude, widths) {
                collect(body, widths, rules);
            }
            continue;
        }
        for selector in listed(prelude).into_iter().flat_map(alternatives) {
            rules.push(rule(&selector, body));
        }
    }
}

/// The text up to a bracket that closes, and the text after it.
fn until_closed(text: &str, open: char, close: char) -> (&str, &str) {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close && depth == 0 {
            let (inside, rest) = text.split_at_checked(at).unwrap_or((text, ""));
            return (inside, rest.strip_prefix(close).unwrap_or(rest));
        } else if c == close {
            depth -= 1;
        }
    }
    (text, "")
}

/// Whether a container query matches. Media queries never do: a picture has no device.
fn holds(prelude: &str, widths: Widths) -> bool {
    let Some(query) = prelude.strip_prefix("@container ") else { return false };
    let Some((name, condition)) = query.split_once('(') else { return false };
    let width = if name.trim() == "em-map" { widths.map } else { widths.column };
    let condition = condition.trim().trim_end_matches(')');
    let limit = |text: &str| text.trim().trim_end_matches("px").parse::<f64>().ok();
    match condition.split_once(':') {
        Some(("min-width", least)) => limit(least).is_some_and(|least| width >= least),
        Some(("max-width", most)) => limit(most).is_some_and(|most| width <= most),
        _ => false,
    }
}

/// The parts between commas, except for commas in brackets.
fn listed(text: &str) -> Vec<&str> {
    let mut depth = 0;
    let outside = |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    };
    text.split(outside).map(str::trim).collect()
}

/// Expands `:is()` and `:where()` into several selectors.
fn alternatives(selector: &str) -> Vec<String> {
    for mark in [":is(", ":where("] {
        if let Some((before, after)) = selector.split_once(mark) {
            let (inside, after) = until_closed(after, '(', ')');
            let each = listed(inside).into_iter();
            return each.flat_map(|one| alternatives(&format!("{before}{one}{after}"))).collect();
        }
    }
    vec![selector.to_owned()]
}

/// A rule. Declarations for `::first-letter` are kept with the element, with a prefix.
fn rule(selector: &str, body: &str) -> (String, Properties) {
    let (selector, prefix) = match selector.strip_suffix("::first-letter") {
        Some(selector) => (selector, "first-letter "),
        None => (selector, ""),
    };
    let declarations = body.split(';').filter_map(|one| one.split_once(':'));
    let declarations = declarations.map(|(name, value)| {
        let value = value.trim().trim_end_matches("!important").trim();
        (format!("{prefix}{}", name.trim()), value.to_owned())
    });
    (selector.to_owned(), declarations.collect())
}

/// A value with custom properties and quotients resolved.
fn computed(value: &str, custom: &Properties) -> String {
    if let Some((before, after)) = value.split_once("var(") {
        let (inside, after) = until_closed(after, '(', ')');
        let (name, fallback) = inside.split_once(',').unwrap_or((inside, ""));
        let found = custom.get(name.trim()).map_or(fallback.trim(), String::as_str);
        return computed(&format!("{before}{found}{after}"), custom);
    }
    if let Some((before, after)) = value.split_once("calc(") {
        let (inside, after) = until_closed(after, '(', ')');
        let number = |text: &str| text.trim().parse::<f64>().ok();
        let quotient = inside.split_once('/');
        let quotient = quotient.and_then(|(a, b)| Some(number(a)? / number(b)?));
        let text = quotient.map_or_else(|| inside.to_owned(), |quotient| quotient.to_string());
        return computed(&format!("{before}{text}{after}"), custom);
    }
    value.to_owned()
}
