//! Elements as text: HTML for pages rendered beforehand, XML for pictures that stand alone.

use super::Element;
use super::settled::{Part, Settled};

/// In which language it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Syntax {
    Html,
    Xml,
}

impl Element {
    /// Writes it as HTML in its present state.
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut out = String::new();
        self.settled().write(Syntax::Html, &mut out);
        out
    }
}

impl Settled {
    /// Writes it as XML.
    pub(in crate::view) fn to_xml(&self) -> String {
        let mut out = String::new();
        self.write(Syntax::Xml, &mut out);
        out
    }

    fn write(&self, syntax: Syntax, out: &mut String) {
        /// They have no end tag (HTML, section 13.1.2, void elements); of them, only these occur.
        const VOID: [&str; 1] = ["input"];

        out.push('<');
        out.push_str(self.tag);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            if !value.is_empty() || syntax == Syntax::Xml {
                out.push_str("=\"");
                html_escape::encode_double_quoted_attribute_to_string(value, out);
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
                Part::Element(child) => child.write(syntax, out),
                Part::Text(text) => {
                    html_escape::encode_text_to_string(text, out);
                }
            }
        }
        out.push_str("</");
        out.push_str(self.tag);
        out.push('>');
    }
}
