//! Mounting elements into a page; Leptos' effects keep them up to date.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use leptos::web_sys::Event;

use super::{Child, Dynamic, Element, Str, Value};

/// Writes a value, or its absence, to the page.
type Put = Box<dyn Fn(Option<&str>)>;

/// What an effect does with the value before.
type EffectRun = Box<dyn FnMut(Option<Option<Str>>) -> Option<Str>>;

/// An element in a page, with the effects and listeners that belong to it.
pub struct Mounted {
    element: types::Element,
    subscriptions: Vec<Subscription>,
}

/// An effect or a listener, in force until it is dropped.
enum Subscription {
    Effect { _effect: RenderEffect<Option<Str>>, _there: Option<Rc<RefCell<Option<Mounted>>>> },
    Listener { _listener: RemoveEventHandler<types::Element> },
}

impl Subscription {
    /// Writes a value now and each time that it has changed.
    fn following(value: Dynamic<Option<Str>>, put: Put) -> Self {
        Self::effect(Box::new(move |before: Option<Option<Str>>| {
            let value = value();
            if before.as_ref() != Some(&value) {
                put(value.as_deref());
            }
            value
        }))
    }

    fn effect(run: EffectRun) -> Self {
        Self::Effect { _effect: RenderEffect::new(run), _there: None }
    }
}

impl Element {
    fn create(self, subscriptions: &mut Vec<Subscription>) -> types::Element {
        let element = Rndr::create_element(self.tag, self.namespace);
        for child in self.children {
            match child {
                Child::Element(child) => {
                    Rndr::insert_node(&element, &child.create(subscriptions), None);
                }
                Child::Text(text) => {
                    Rndr::insert_node(&element, &Rndr::create_text_node(&text), None);
                }
                Child::Dynamic(text) => {
                    let node = Rndr::create_text_node("");
                    Rndr::insert_node(&element, &node, None);
                    subscriptions.push(Subscription::following(
                        Box::new(move || Some(Cow::Owned(text()))),
                        Box::new(move |text| Rndr::set_text(&node, text.unwrap_or_default())),
                    ));
                }
                Child::DynamicElement(key, make) => {
                    // The element stands before an empty text, which marks its place.
                    let place = Rndr::create_text_node("");
                    Rndr::insert_node(&element, &place, None);
                    let parent = element.clone();
                    // What is in it goes with the subscription. The effect's closure is dropped a task
                    // later, in which effects in it could still run, and read signals that are gone.
                    let there: Rc<RefCell<Option<Mounted>>> = Rc::default();
                    let holder = Rc::downgrade(&there);
                    let run: EffectRun = Box::new(move |before| {
                        let there = holder.upgrade()?;
                        let key = Some(key()).filter(|key| !key.is_empty());
                        if key.is_some() && before == Some(key.clone()) {
                            return key;
                        }
                        if let Some(mut before) = there.borrow_mut().take() {
                            before.unmount();
                        }
                        let mut built = make().map(Render::build);
                        if let Some(built) = &mut built {
                            built.mount(&parent, Some(&place));
                        }
                        *there.borrow_mut() = built;
                        key
                    });
                    let effect = RenderEffect::new(run);
                    subscriptions
                        .push(Subscription::Effect { _effect: effect, _there: Some(there) });
                }
            }
        }
        // After the children: a list's value is that of one of its options.
        for (name, value) in self.attributes {
            let target = element.clone();
            match value {
                Value::Static(value) => Rndr::set_attribute(&element, name, &value),
                Value::Dynamic(value) => {
                    let put = move |value: Option<&str>| match value {
                        Some(value) => Rndr::set_attribute(&target, name, value),
                        None => Rndr::remove_attribute(&target, name),
                    };
                    subscriptions.push(Subscription::following(value, Box::new(put)));
                }
                Value::Style(value) => {
                    let style = Rndr::style(&target);
                    let put = move |value: Option<&str>| match value {
                        Some(value) => Rndr::set_css_property(&style, name, value),
                        None => Rndr::remove_css_property(&style, name),
                    };
                    subscriptions.push(Subscription::following(value, Box::new(put)));
                }
                Value::Property(value) => {
                    let put = move |value: Option<&str>| {
                        Rndr::set_property(&target, name, &value.unwrap_or_default().into());
                    };
                    let value = Box::new(move || Some(Cow::Owned(value())));
                    subscriptions.push(Subscription::following(value, Box::new(put)));
                }
            }
        }
        for (name, mut act) in self.listeners {
            let act = Box::new(move |event: types::Event| act(&Event::from(event)));
            subscriptions.push(Subscription::Listener {
                _listener: Rndr::add_event_listener(&element, name, act),
            });
        }
        element
    }
}

impl Render for Element {
    type State = Mounted;

    fn build(self) -> Mounted {
        let mut subscriptions = Vec::new();
        let element = self.create(&mut subscriptions);
        Mounted { element, subscriptions }
    }

    fn rebuild(self, state: &mut Mounted) {
        let mut new = self.build();
        if state.insert_before_this(&mut new) {
            state.unmount();
        }
        *state = new;
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        self.subscriptions.clear();
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
