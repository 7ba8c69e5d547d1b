//! The elements that the drawing is made of, all of one type.
//!
//! Leptos' `view!` gives every element a type of its own, with code of its own to build, rebuild
//! and unmount it; for this widget that was a quarter of what a reader downloads. These nodes
//! are built once, by Leptos' renderer, and each attribute or text that depends on the state
//! follows it by an effect of Leptos'.
//!
//! Nothing here is ever set as markup, which pages under `require-trusted-types-for 'script'`
//! refuse.

#[cfg(feature = "ssr")]
mod markup;
mod page;
#[cfg(feature = "ssr")]
mod settled;

use std::borrow::Cow;

use leptos::web_sys::Event;

use super::Ui;
pub use page::Built;
#[cfg(feature = "ssr")]
pub(super) use settled::{Part, Settled};

/// A text, most often one that is part of the program.
type Str = Cow<'static, str>;

/// A value that follows the state.
type Live<T> = Box<dyn Fn() -> T>;

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
    /// A property of its style. As an attribute `style` strict policies would refuse it, so pages
    /// rendered beforehand do without.
    Style(Live<Option<Str>>),
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

/// A heading, so many levels below the widget's title.
#[must_use]
pub(super) fn heading(ui: Ui, below: usize) -> Element {
    let level = below + if ui.scene().page.is_own { 0 } else { 1 };
    html(["h1", "h2", "h3"].get(level).copied().unwrap_or("h3"))
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

    /// Gives its style a property that follows the state.
    pub(super) fn style(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<Str> + 'static,
    ) -> Self {
        self.attributes.push((name, Value::Style(Box::new(value))));
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
