//! Elements as HTML text, for pages rendered beforehand.

use super::{Child, Element, Value};

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
                Value::Property(_) | Value::Style(_) => None,
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
