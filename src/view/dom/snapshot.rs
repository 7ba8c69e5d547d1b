//! Elements as they are in one state: plain values, from which text is written and still pictures
//! are laid out.

use super::{Child, Element, Value};

/// An element as it is at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::view) struct Snapshot {
    pub(in crate::view) tag: &'static str,
    pub(in crate::view) attributes: Vec<(&'static str, String)>,
    pub(in crate::view) children: Vec<SnapshotChild>,
}

/// A child of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::view) enum SnapshotChild {
    Element(Snapshot),
    Text(String),
}

impl Element {
    /// The element in the present state.
    pub(in crate::view) fn snapshot(&self) -> Snapshot {
        let attributes = self.attributes.iter().filter_map(|(name, value)| {
            let value = match value {
                Value::Static(value) => Some(value.clone()),
                Value::Dynamic(value) => value(),
                Value::Property(_) | Value::Style(_) => None,
            };
            Some((*name, value?.into_owned()))
        });
        let children = self.children.iter().filter_map(|child| match child {
            Child::Element(child) => Some(SnapshotChild::Element(child.snapshot())),
            Child::Text(text) => Some(SnapshotChild::Text(text.clone().into_owned())),
            Child::Dynamic(text) => Some(SnapshotChild::Text(text())),
            Child::DynamicElement(_, make) => {
                make().map(|element| SnapshotChild::Element(element.snapshot()))
            }
        });
        Snapshot { tag: self.tag, attributes: attributes.collect(), children: children.collect() }
    }
}

impl Snapshot {
    /// An empty element.
    pub(in crate::view) fn new(tag: &'static str) -> Self {
        Self { tag, attributes: Vec::new(), children: Vec::new() }
    }

    /// Sets an attribute.
    pub(in crate::view) fn attr(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// Appends a child element.
    pub(in crate::view) fn child(mut self, child: Self) -> Self {
        self.children.push(SnapshotChild::Element(child));
        self
    }

    /// Appends child elements.
    pub(in crate::view) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(SnapshotChild::Element));
        self
    }

    /// Appends a text.
    pub(in crate::view) fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(SnapshotChild::Text(text.into()));
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

    /// The child elements.
    pub(in crate::view) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            SnapshotChild::Element(child) => Some(child),
            SnapshotChild::Text(_) => None,
        })
    }

    /// The text of the element and all elements in it.
    pub(in crate::view) fn all_text(&self) -> String {
        let texts = self.children.iter().map(|child| match child {
            SnapshotChild::Element(child) => child.all_text(),
            SnapshotChild::Text(text) => text.clone(),
        });
        texts.collect()
    }
}
