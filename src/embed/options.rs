//! What JavaScript hands over: a plain object, of the form of
//! [`WidgetOptions`](super::channel::WidgetOptions).
//!
//! Members are read one by one and what is not of its type counts as absent: a struct that is
//! deserialised as a whole costs 4 kB more.

use js_sys::{Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::api::name;
use crate::load::{Failure, Source, Sources};
use crate::view::{PageLinks, ViewName};

/// The options of a widget.
pub(super) struct Options(pub(super) JsValue);

/// A member of an object; `undefined` where there is none.
fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

impl Options {
    /// The language to speak.
    pub(super) fn language(&self) -> String {
        member(&self.0, "lang").as_string().unwrap_or_else(|| "en".to_owned())
    }

    /// A message by its name.
    pub(super) fn message(&self, key: &str) -> Option<String> {
        member(&member(&self.0, "messages"), key).as_string()
    }

    /// What was fetched.
    pub(super) fn sources(&self) -> Sources {
        let sources = member(&self.0, "sources");
        let source = |name: &str| source(&member(&sources, name));
        Sources {
            provinces: source("provinces"),
            actions: source("actions"),
            flows: source("flows"),
            kinds: source("kinds"),
        }
    }

    /// The text of an attribute for which the map is drawn anew, if there is any.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let text = member(&member(&self.0, "attributes"), name).as_string();
        text.filter(|text| !text.trim().is_empty())
    }

    /// The function to tell what happens.
    pub(super) fn tell(&self) -> Result<Function, JsValue> {
        member(&self.0, "tell").dyn_into()
    }

    /// The page around.
    pub(super) fn page(&self) -> PageLinks {
        let page = member(&self.0, "page");
        let views = member(&page, "views");
        let link = |name: ViewName| member(&views, name.as_str()).as_string().unwrap_or_default();
        let is_own = member(&page, "own").is_truthy();
        let is_living = cfg!(feature = "sheets") && self.attribute(name::REFRESH).is_some();
        PageLinks { is_own, is_living, views: ViewName::ALL.map(link) }
    }
}

/// What was fetched, or why it could not be.
pub(super) fn source(option: &JsValue) -> Option<Source> {
    let name = member(option, "name").as_string()?;
    if let Ok(bytes) = member(option, "bytes").dyn_into::<Uint8Array>() {
        return Some(Source::read(name, bytes.to_vec()));
    }
    let failure = if let Some(status) = member(option, "status").as_f64() {
        // An HTTP status has three digits (RFC 9110, section 15).
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it fits")]
        Failure::Status(status as u16)
    } else if member(option, "timed_out").is_truthy() {
        Failure::TimedOut
    } else {
        let why = member(option, "unreachable").as_string();
        Failure::Unreachable(why.unwrap_or_else(|| "no answer".to_owned()))
    };
    Some(Source::failed(name, failure))
}
