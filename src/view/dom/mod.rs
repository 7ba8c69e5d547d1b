//! HTML and SVG elements, all of one type: built as values, then mounted into a page or written as
//! text.
//!
//! Leptos' `view!` gives every element its own type, and with it its own code to build, rebuild
//! and unmount it; for this widget that code was 13 kB of 206 (DESIGN.md). The
//! elements here are created once, by Leptos' renderer, and a Leptos effect updates each attribute
//! and text that depends on the state.
//!
//! Nothing here is set as markup (`innerHTML`), which pages under
//! `require-trusted-types-for 'script'` refuse. This module knows nothing of the widget.

#[cfg(feature = "markup")]
mod markup;
mod mount;
mod pointer;
#[cfg(feature = "markup")]
mod snapshot;

use std::borrow::Cow;

use leptos::web_sys::Event;

pub use mount::Mounted;
pub(super) use pointer::{current_target, pointer_fraction};
#[cfg(feature = "markup")]
pub(super) use snapshot::{Snapshot, SnapshotChild};

/// A text, in most cases a literal.
type Str = Cow<'static, str>;

/// Computes a value from the state; what it reads from signals is tracked.
type Dynamic<T> = Box<dyn Fn() -> T>;

/// An event listener.
type Act = Box<dyn FnMut(&Event)>;

/// An element with its attributes, children and listeners.
pub struct Element {
    tag: &'static str,
    namespace: Option<&'static str>,
    attributes: Vec<(&'static str, Value)>,
    children: Vec<Child>,
    listeners: Vec<(&'static str, Act)>,
}

enum Value {
    Static(Str),
    /// `None` removes the attribute.
    Dynamic(Dynamic<Option<Str>>),
    /// A DOM property: the current value of an input, which is not its attribute `value`.
    Property(Dynamic<String>),
    /// A property of the element's style. It is set through the CSSOM, since strict policies refuse
    /// the attribute `style`; prerendered pages do without it.
    Style(Dynamic<Option<Str>>),
}

enum Child {
    Element(Element),
    Text(Str),
    Dynamic(Dynamic<String>),
    /// Built again each time that the key changes.
    DynamicElement(Dynamic<Str>, Dynamic<Option<Element>>),
}

/// An HTML element.
#[must_use]
pub(super) fn html(tag: &'static str) -> Element {
    element(tag, None)
}

/// A heading of a level: 0 is `h1`. Below `h3` there is none.
#[must_use]
pub(super) fn heading(level: usize) -> Element {
    html(["h1", "h2", "h3"].get(level).copied().unwrap_or("h3"))
}

/// An id that CSS and the fragment of an address can hold: `prefix` and the text, in which each
/// character but ASCII letters, digits and `-` becomes `_`.
#[must_use]
pub(super) fn id(prefix: &str, text: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    prefix.chars().chain(text.chars().map(plain)).collect()
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
    /// Sets an attribute.
    pub(super) fn attr(mut self, name: &'static str, value: impl Into<Str>) -> Self {
        self.attributes.push((name, Value::Static(value.into())));
        self
    }

    /// Sets the attribute `class`.
    pub(super) fn class(self, class: impl Into<Str>) -> Self {
        self.attr("class", class)
    }

    /// Sets an attribute that follows the state; `None` removes it.
    pub(super) fn dyn_attr(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<Str> + 'static,
    ) -> Self {
        self.attributes.push((name, Value::Dynamic(Box::new(value))));
        self
    }

    /// Sets the attribute `class`, following the state.
    pub(super) fn dyn_class(self, class: impl Fn() -> Str + 'static) -> Self {
        self.dyn_attr("class", move || Some(class()))
    }

    /// Sets a boolean attribute while a condition holds.
    pub(super) fn flag(self, name: &'static str, condition: impl Fn() -> bool + 'static) -> Self {
        self.dyn_attr(name, move || condition().then_some(Cow::Borrowed("")))
    }

    /// Shows the element only while a condition holds.
    pub(super) fn shown(self, condition: impl Fn() -> bool + 'static) -> Self {
        self.flag("hidden", move || !condition())
    }

    /// Marks the element as the current one of several while a condition holds.
    pub(super) fn current(self, condition: impl Fn() -> bool + 'static) -> Self {
        self.dyn_attr("aria-current", move || condition().then_some(Cow::Borrowed("true")))
    }

    /// Sets the current value of an input or a list, following the state.
    pub(super) fn value(mut self, value: impl Fn() -> String + 'static) -> Self {
        self.attributes.push(("value", Value::Property(Box::new(value))));
        self
    }

    /// Sets a style property that follows the state; `None` removes it.
    pub(super) fn style(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<Str> + 'static,
    ) -> Self {
        self.attributes.push((name, Value::Style(Box::new(value))));
        self
    }

    /// Adds an event listener.
    pub(super) fn on(mut self, event: &'static str, act: impl FnMut(&Event) + 'static) -> Self {
        self.listeners.push((event, Box::new(act)));
        self
    }

    /// Adds a listener to clicks that replaces what the browser does, such as following a link.
    pub(super) fn on_click(self, mut act: impl FnMut() + 'static) -> Self {
        self.on("click", move |event| {
            event.prevent_default();
            act();
        })
    }

    /// Appends a child element.
    pub(super) fn child(mut self, child: Self) -> Self {
        self.children.push(Child::Element(child));
        self
    }

    /// Appends child elements.
    pub(super) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self.children.push(Child::Element(child));
        }
        self
    }

    /// Appends a text.
    pub(super) fn text(mut self, text: impl Into<Str>) -> Self {
        self.children.push(Child::Text(text.into()));
        self
    }

    /// Appends a text that follows the state.
    pub(super) fn dyn_text(mut self, text: impl Fn() -> String + 'static) -> Self {
        self.children.push(Child::Dynamic(Box::new(text)));
        self
    }

    /// Appends an element that is built again when the state it was built from changes.
    pub(super) fn dynamic(self, element: impl Fn() -> Option<Self> + 'static) -> Self {
        self.keyed(|| "".into(), element)
    }

    /// Appends an element that is built again when a key became another one. An empty key is
    /// another one each time.
    pub(super) fn keyed(
        mut self,
        key: impl Fn() -> Str + 'static,
        element: impl Fn() -> Option<Self> + 'static,
    ) -> Self {
        self.children.push(Child::DynamicElement(Box::new(key), Box::new(element)));
        self
    }
}
