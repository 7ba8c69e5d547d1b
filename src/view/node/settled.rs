//! Elements in one state: plain values, from which text is written.

use super::{Child, Element, Value};

/// An element as it is at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::view) struct Settled {
    pub(in crate::view) tag: &'static str,
    pub(in crate::view) attributes: Vec<(&'static str, String)>,
    pub(in crate::view) children: Vec<Part>,
}

/// What is in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::view) enum Part {
    Element(Settled),
    Text(String),
}

impl Element {
    /// In its present state.
    pub(in crate::view) fn settled(&self) -> Settled {
        let attributes = self.attributes.iter().filter_map(|(name, value)| {
            let value = match value {
                Value::Fixed(value) => Some(value.clone()),
                Value::Live(value) => value(),
                Value::Property(_) | Value::Style(_) => None,
            };
            Some((*name, value?.into_owned()))
        });
        let children = self.children.iter().filter_map(|child| match child {
            Child::Element(child) => Some(Part::Element(child.settled())),
            Child::Text(text) => Some(Part::Text(text.clone().into_owned())),
            Child::Live(text) => Some(Part::Text(text())),
            Child::Swap(make) => make().map(|element| Part::Element(element.settled())),
        });
        Settled { tag: self.tag, attributes: attributes.collect(), children: children.collect() }
    }
}

impl Settled {
    /// One with nothing in it.
    pub(in crate::view) fn new(tag: &'static str) -> Self {
        Self { tag, attributes: Vec::new(), children: Vec::new() }
    }

    /// Gives it an attribute.
    pub(in crate::view) fn attr(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// Puts an element into it.
    pub(in crate::view) fn child(mut self, child: Self) -> Self {
        self.children.push(Part::Element(child));
        self
    }

    /// Puts elements into it.
    pub(in crate::view) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(Part::Element));
        self
    }

    /// Puts a text into it.
    pub(in crate::view) fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(Part::Text(text.into()));
        self
    }

    /// An attribute's value.
    pub(in crate::view) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value.as_str())
    }

    /// Whether it has a class.
    pub(in crate::view) fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|own| own.split_whitespace().any(|one| one == class))
    }

    /// The elements in it.
    pub(in crate::view) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Part::Element(child) => Some(child),
            Part::Text(_) => None,
        })
    }

    /// All text in it.
    pub(in crate::view) fn all_text(&self) -> String {
        let texts = self.children.iter().map(|child| match child {
            Part::Element(child) => child.all_text(),
            Part::Text(text) => text.clone(),
        });
        texts.collect()
    }
}
