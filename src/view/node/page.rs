//! Elements in a page, kept up to date by Leptos.

use std::borrow::Cow;

use leptos::prelude::*;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use leptos::web_sys::Event;

use super::{Child, Element, Live, Str, Value};

/// Does something with a value, or the lack of one.
type Put = Box<dyn Fn(Option<&str>)>;

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
                Value::Style(value) => {
                    let style = Rndr::style(&target);
                    let put = move |value: Option<&str>| match value {
                        Some(value) => Rndr::set_css_property(&style, name, value),
                        None => Rndr::remove_css_property(&style, name),
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
