//! What JavaScript hands over.

use js_sys::Reflect;
use serde::Deserialize;
use wasm_bindgen::JsValue;

use crate::load::{Failure, Source, Sources};
use crate::view::Links;

/// The options of a widget, a plain object.
#[derive(Deserialize)]
pub(super) struct Options {
    /// BCP 47 tag of a language that the messages are in.
    pub(super) lang: String,
    /// That language's messages, a plain object of texts. They are taken one by one.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    messages: JsValue,
    from: Option<String>,
    to: Option<String>,
    province: Option<String>,
    view: Option<String>,
    theme: Option<String>,
    #[serde(default)]
    sources: SourceOptions,
    #[serde(default)]
    links: LinkOptions,
}

#[derive(Default, Deserialize)]
struct SourceOptions {
    provinces: Option<SourceOption>,
    actions: Option<SourceOption>,
    flows: Option<SourceOption>,
    countries: Option<SourceOption>,
}

/// What came of an address: bytes, or why not.
#[derive(Deserialize)]
struct SourceOption {
    name: String,
    bytes: Option<serde_bytes::ByteBuf>,
    status: Option<u16>,
    #[serde(default)]
    timed_out: bool,
    unreachable: Option<String>,
}

#[derive(Default, Deserialize)]
struct LinkOptions {
    #[serde(default)]
    country: String,
    #[serde(default)]
    world: String,
}

impl Options {
    pub(super) fn from_js(options: JsValue) -> Result<Self, JsValue> {
        serde_wasm_bindgen::from_value(options)
            .map_err(|error| JsValue::from_str(&format!("enforcement-map: options: {error}")))
    }

    /// What was fetched.
    pub(super) fn sources(&mut self) -> Sources {
        let sources = std::mem::take(&mut self.sources);
        Sources {
            provinces: sources.provinces.map(SourceOption::into_source),
            actions: sources.actions.map(SourceOption::into_source),
            flows: sources.flows.map(SourceOption::into_source),
            countries: sources.countries.map(SourceOption::into_source),
        }
    }

    /// A message by its name.
    pub(super) fn message(&self, key: &str) -> Option<String> {
        Reflect::get(&self.messages, &JsValue::from_str(key)).ok()?.as_string()
    }

    pub(super) fn links(&self) -> Links {
        Links { country: self.links.country.clone(), world: self.links.world.clone() }
    }

    /// The attributes that are set.
    pub(super) fn state(self) -> impl Iterator<Item = (&'static str, Option<String>)> {
        let all = [
            ("from", self.from),
            ("to", self.to),
            ("province", self.province),
            ("view", self.view),
            ("theme", self.theme),
        ];
        all.into_iter().filter(|(_, value)| value.is_some())
    }
}

impl SourceOption {
    fn into_source(self) -> Source {
        let failure = match (self.status, self.timed_out) {
            (Some(status), _) => Failure::Status(status),
            (None, true) => Failure::TimedOut,
            (None, false) => {
                Failure::Unreachable(self.unreachable.unwrap_or_else(|| "no answer".to_owned()))
            }
        };
        Source {
            name: self.name,
            content: self.bytes.map(serde_bytes::ByteBuf::into_vec).ok_or(failure),
        }
    }
}
