//! The elements that the drawing is made of, all of one type.
//!
//! Leptos' `view!` gives every element a type of its own, with code of its own to build, rebuild
//! and unmount it; for this widget that was a quarter of what a reader downloads. These nodes
//! are built once, by Leptos' renderer, and each attribute or text that depends on the state
//! follows it by an effect of Leptos'.
//!
//! Nothing here is ever set as markup, which pages under `require-trusted-types-for 'script'`
//! refuse.

use std::borrow::Cow;

use leptos::prelude::*;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use leptos::web_sys::Event;

/// A text, most often one that is part of the program.
type Str = Cow<'static, str>;

/// A value that follows the state.
type Live<T> = Box<dyn Fn() -> T>;

/// Does something with a value, or the lack of one.
type Put = Box<dyn Fn(Option<&str>)>;

/// Does something at an event.
type Act = Box<dyn FnMut(&Event)>;

/// An element with all that is in it.
pub struct Element {
    tag: &'static str,
    namespace: Option<&'static str>,
    attributes: Vec<(&'static str, Value)>,
    children: Vec<Child>,
    listeners: Vec<(&'static str, Act)>,
}

enum Value {
    Fixed(Str),
    /// `None` takes the attribute away.
    Live(Live<Option<Str>>),
    /// What an input holds, which is not its attribute `value`.
    Property(Live<String>),
}

enum Child {
    Element(Element),
    Text(Str),
    Live(Live<String>),
    /// Built anew each time.
    Swap(Live<Option<Element>>),
}

/// An HTML element.
#[must_use]
pub(super) fn html(tag: &'static str) -> Element {
    element(tag, None)
}

/// An SVG element.
#[must_use]
pub(super) fn svg(tag: &'static str) -> Element {
    element(tag, Some("http://www.w3.org/2000/svg"))
}

fn element(tag: &'static str, namespace: Option<&'static str>) -> Element {
    Element { tag, namespace, attributes: Vec::new(), children: Vec::new(), listeners: Vec::new() }
}

impl Element {
    /// Gives it an attribute.
    pub(super) fn attr(mut self, name: &'static str, value: impl Into<Str>) -> Self {
        self.attributes.push((name, Value::Fixed(value.into())));
        self
    }

    /// Gives it classes.
    pub(super) fn class(self, class: impl Into<Str>) -> Self {
        self.attr("class", class)
    }

    /// Gives it an attribute that follows the state, and is not there where it is `None`.
    pub(super) fn live(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<Str> + 'static,
    ) -> Self {
        self.attributes.push((name, Value::Live(Box::new(value))));
        self
    }

    /// Gives it classes that follow the state.
    pub(super) fn live_class(self, class: impl Fn() -> Str + 'static) -> Self {
        self.live("class", move || Some(class()))
    }

    /// Gives it an attribute without a value while a condition holds.
    pub(super) fn flag(self, name: &'static str, condition: impl Fn() -> bool + 'static) -> Self {
        self.live(name, move || condition().then_some(Cow::Borrowed("")))
    }

    /// Shows it only while a condition holds.
    pub(super) fn shown(self, condition: impl Fn() -> bool + 'static) -> Self {
        self.flag("hidden", move || !condition())
    }

    /// Says while a condition holds that it is the one of several.
    pub(super) fn current(self, condition: impl Fn() -> bool + 'static) -> Self {
        self.live("aria-current", move || condition().then_some(Cow::Borrowed("true")))
    }

    /// Makes what is typed or chosen in it follow the state.
    pub(super) fn value(mut self, value: impl Fn() -> String + 'static) -> Self {
        self.attributes.push(("value", Value::Property(Box::new(value))));
        self
    }

    /// Does something at an event.
    pub(super) fn on(mut self, event: &'static str, act: impl FnMut(&Event) + 'static) -> Self {
        self.listeners.push((event, Box::new(act)));
        self
    }

    /// Does something instead of following a link.
    pub(super) fn on_click(self, mut act: impl FnMut() + 'static) -> Self {
        self.on("click", move |event| {
            event.prevent_default();
            act();
        })
    }

    /// Puts an element into it.
    pub(super) fn child(mut self, child: Self) -> Self {
        self.children.push(Child::Element(child));
        self
    }

    /// Puts elements into it.
    pub(super) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self.children.push(Child::Element(child));
        }
        self
    }

    /// Puts a text into it.
    pub(super) fn text(mut self, text: impl Into<Str>) -> Self {
        self.children.push(Child::Text(text.into()));
        self
    }

    /// Puts a text into it that follows the state.
    pub(super) fn live_text(mut self, text: impl Fn() -> String + 'static) -> Self {
        self.children.push(Child::Live(Box::new(text)));
        self
    }

    /// Puts an element into it that is built anew when the state that it was made from changes.
    pub(super) fn swap(mut self, element: impl Fn() -> Option<Self> + 'static) -> Self {
        self.children.push(Child::Swap(Box::new(element)));
        self
    }
}

/// An element that is in a page, with what keeps it up to date.
pub struct Built {
    element: types::Element,
    kept: Vec<Kept>,
}

/// Works until it is dropped.
enum Kept {
    Effect { _effect: RenderEffect<Option<Str>> },
    Listener { _listener: RemoveEventHandler<types::Element> },
}

impl Kept {
    /// Does something with a value, now and each time that it has changed.
    fn following(value: Live<Option<Str>>, put: Put) -> Self {
        Self::effect(Box::new(move |before: Option<Option<Str>>| {
            let value = value();
            if before.as_ref() != Some(&value) {
                put(value.as_deref());
            }
            value
        }))
    }

    fn effect(run: Box<dyn FnMut(Option<Option<Str>>) -> Option<Str>>) -> Self {
        Self::Effect { _effect: RenderEffect::new(run) }
    }
}

impl Element {
    fn put_into_page(self, kept: &mut Vec<Kept>) -> types::Element {
        let element = Rndr::create_element(self.tag, self.namespace);
        for child in self.children {
            match child {
                Child::Element(child) => {
                    Rndr::insert_node(&element, &child.put_into_page(kept), None);
                }
                Child::Text(text) => {
                    Rndr::insert_node(&element, &Rndr::create_text_node(&text), None);
                }
                Child::Live(text) => {
                    let node = Rndr::create_text_node("");
                    Rndr::insert_node(&element, &node, None);
                    kept.push(Kept::following(
                        Box::new(move || Some(Cow::Owned(text()))),
                        Box::new(move |text| Rndr::set_text(&node, text.unwrap_or_default())),
                    ));
                }
                Child::Swap(make) => {
                    // What is swapped stands before an empty text.
                    let place = Rndr::create_text_node("");
                    Rndr::insert_node(&element, &place, None);
                    let parent = element.clone();
                    let mut there: Option<Built> = None;
                    kept.push(Kept::effect(Box::new(move |_| {
                        if let Some(mut before) = there.take() {
                            before.unmount();
                        }
                        there = make().map(Render::build);
                        if let Some(built) = &mut there {
                            built.mount(&parent, Some(&place));
                        }
                        None
                    })));
                }
            }
        }
        // After the children: a list's value is that of one of its options.
        for (name, value) in self.attributes {
            let target = element.clone();
            match value {
                Value::Fixed(value) => Rndr::set_attribute(&element, name, &value),
                Value::Live(value) => {
                    let put = move |value: Option<&str>| match value {
                        Some(value) => Rndr::set_attribute(&target, name, value),
                        None => Rndr::remove_attribute(&target, name),
                    };
                    kept.push(Kept::following(value, Box::new(put)));
                }
                Value::Property(value) => {
                    let put = move |value: Option<&str>| {
                        Rndr::set_property(&target, name, &value.unwrap_or_default().into());
                    };
                    let value = Box::new(move || Some(Cow::Owned(value())));
                    kept.push(Kept::following(value, Box::new(put)));
                }
            }
        }
        for (name, mut act) in self.listeners {
            let act = Box::new(move |event: types::Event| act(&Event::from(event)));
            kept.push(Kept::Listener { _listener: Rndr::add_event_listener(&element, name, act) });
        }
        element
    }
}

impl Render for Element {
    type State = Built;

    fn build(self) -> Built {
        let mut kept = Vec::new();
        let element = self.put_into_page(&mut kept);
        Built { element, kept }
    }

    fn rebuild(self, state: &mut Built) {
        let mut new = self.build();
        if state.insert_before_this(&mut new) {
            state.unmount();
        }
        *state = new;
    }
}

impl Mountable for Built {
    fn unmount(&mut self) {
        self.kept.clear();
        Rndr::remove(&self.element);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.element.parent_element();
        parent.is_some_and(|parent| {
            child.mount(&parent, Some(&self.element));
            true
        })
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}

#[cfg(feature = "ssr")]
impl Element {
    /// Writes it as HTML in its present state.
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        /// They have no end tag (HTML, section 13.1.2, void elements); of them, only these occur.
        const VOID: [&str; 1] = ["input"];

        out.push('<');
        out.push_str(self.tag);
        for (name, value) in &self.attributes {
            let value = match value {
                Value::Fixed(value) => Some(value.clone()),
                Value::Live(value) => value(),
                Value::Property(_) => None,
            };
            if let Some(value) = value {
                out.push(' ');
                out.push_str(name);
                if !value.is_empty() {
                    out.push_str("=\"");
                    html_escape::encode_double_quoted_attribute_to_string(value, out);
                    out.push('"');
                }
            }
        }
        out.push('>');
        if VOID.contains(&self.tag) {
            return;
        }
        for child in &self.children {
            match child {
                Child::Element(child) => child.write(out),
                Child::Text(text) => {
                    html_escape::encode_text_to_string(text, out);
                }
                Child::Live(text) => {
                    html_escape::encode_text_to_string(text(), out);
                }
                Child::Swap(make) => {
                    if let Some(element) = make() {
                        element.write(out);
                    }
                }
            }
        }
        out.push_str("</");
        out.push_str(self.tag);
        out.push('>');
    }
}
