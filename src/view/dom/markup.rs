//! Elements as text: HTML for prerendered pages, XML for standalone SVG files.

use std::borrow::Cow;

use super::Element;
use super::snapshot::{Snapshot, SnapshotChild};

/// The syntax to write.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Syntax {
    Html,
    Xml,
}

impl Element {
    /// The element as HTML in the present state.
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut out = String::new();
        self.snapshot().write(Syntax::Html, &mut out);
        out
    }
}

impl Snapshot {
    /// The element as XML.
    pub(in crate::view) fn to_xml(&self) -> String {
        let mut out = String::new();
        self.write(Syntax::Xml, &mut out);
        out
    }

    fn write(&self, syntax: Syntax, out: &mut String) {
        /// Elements without an end tag (HTML, section 13.1.2, void elements); only this one occurs.
        const VOID: [&str; 1] = ["input"];

        out.push('<');
        out.push_str(self.tag);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            if !value.is_empty() || syntax == Syntax::Xml {
                out.push_str("=\"");
                html_escape::encode_double_quoted_attribute_to_string(allowed(value), out);
                out.push('"');
            }
        }
        if syntax == Syntax::Xml && self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        if syntax == Syntax::Html && VOID.contains(&self.tag) {
            return;
        }
        for child in &self.children {
            match child {
                SnapshotChild::Element(child) => child.write(syntax, out),
                SnapshotChild::Text(text) => {
                    html_escape::encode_text_to_string(allowed(text), out);
                }
            }
        }
        out.push_str("</");
        out.push_str(self.tag);
        out.push('>');
    }
}

/// A text with U+FFFD for each character that XML forbids (XML 1.0, section 2.2): one of them, and
/// no program opens the picture.
fn allowed(text: &str) -> Cow<'_, str> {
    let is_forbidden = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(is_forbidden) {
        Cow::Owned(text.replace(is_forbidden, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}
