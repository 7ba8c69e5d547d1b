//! A feature collection that breaks off, or in which one feature is broken: the others are read all
//! the same, one by one.

use geojson::{JsonObject, JsonValue};

use super::json::Numbered;

/// What could be read of it.
pub(super) struct Salvaged {
    /// With their numbers in the file, from 1; those that are broken count.
    pub(super) features: Numbered,
    /// The other members of the collection, as far as they can be read.
    pub(super) members: JsonObject,
    pub(super) broken: Vec<Broken>,
}

/// A feature that cannot be read.
pub(super) struct Broken {
    pub(super) number: usize,
    /// The line on which it begins, from 1.
    pub(super) line: usize,
    /// Whether the file ends in it.
    pub(super) is_cut: bool,
}

/// How often it is tried to begin a feature within broken ones: enough for any file that somebody
/// wrote, and little time for one that was made to take long.
const MOST: usize = 100_000;

/// The features of a text that is no JSON as a whole; `None` where it has none.
pub(super) fn collection(text: &[u8]) -> Option<Salvaged> {
    let (key, begin) = features_member(text)?;
    let mut features = Numbered::new();
    let mut broken: Vec<Broken> = Vec::new();
    let (mut at, mut number, mut tries) = (begin, 0, 0);
    let mut broken_from: Option<usize> = None;
    let end = loop {
        let rest = text.get(at..).unwrap_or_default();
        let blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == b',';
        match rest.first() {
            None => break None,
            Some(byte) if blank(byte) => at += 1,
            Some(b']') if broken_from.is_none() => {
                let behind = members_behind(rest.get(1..).unwrap_or_default());
                if let Some(behind) = behind {
                    break Some(behind);
                }
                // Another collection may stand behind this one.
                at += 1;
            }
            Some(b'}') if broken_from.is_none() => at += 1,
            Some(b'{') if tries < MOST => match feature(rest) {
                Some((feature, length)) => {
                    if let Some(from) = broken_from.take() {
                        number += 1;
                        broken.push(Broken { number, line: line_of(text, from), is_cut: false });
                    }
                    number += 1;
                    features.push((number, feature));
                    at += length;
                }
                // Where another collection begins, its features are read on.
                None if broken_from.is_none() && list_within(rest).is_some() => {
                    at += list_within(rest).unwrap_or(1);
                }
                None => {
                    tries += 1;
                    broken_from.get_or_insert(at);
                    at += 1;
                }
            },
            Some(_) => {
                broken_from.get_or_insert(at);
                let next = rest.iter().skip(1).position(|byte| *byte == b'{');
                at = next.map_or(text.len(), |next| at + 1 + next);
            }
        }
    };
    if let Some(from) = broken_from {
        // What stands behind the last bracket of the list are other members.
        let is_cut = !text.trim_ascii_end().ends_with(b"}") || !has_end(text, from);
        broken.push(Broken { number: number + 1, line: line_of(text, from), is_cut });
    } else if end.is_none() && !text.trim_ascii_end().ends_with(b"}") {
        broken.push(Broken { number: number + 1, line: line_of(text, at), is_cut: true });
    }
    if features.is_empty() {
        return None;
    }
    let mut members = members_before(text.get(..key).unwrap_or_default());
    members.extend(end.unwrap_or_default());
    Some(Salvaged { features, members, broken })
}

/// Where the list of features of a collection begins with which a text begins.
fn list_within(text: &[u8]) -> Option<usize> {
    let (key, begin) = features_member(text)?;
    let head = text.get(1..key)?;
    (!head.contains(&b'{')).then_some(begin)
}

/// Where the member `features` begins, and the first byte of its list.
fn features_member(text: &[u8]) -> Option<(usize, usize)> {
    let name = b"\"features\"";
    text.windows(name.len()).enumerate().filter(|(_, part)| part == name).find_map(|(key, _)| {
        let mut at = key + name.len();
        for sign in [b':', b'['] {
            let rest = text.get(at..)?;
            at += rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            if text.get(at) != Some(&sign) {
                return None;
            }
            at += 1;
        }
        Some((key, at))
    })
}

/// The feature with which a text begins, and its length in bytes.
fn feature(text: &[u8]) -> Option<(JsonValue, usize)> {
    let mut values = serde_json::Deserializer::from_slice(text).into_iter::<JsonValue>();
    let value = values.next()?.ok()?;
    let is_feature = value.get("type").and_then(JsonValue::as_str) == Some("Feature");
    is_feature.then(|| (value, values.byte_offset()))
}

/// Whether the list and the collection are closed behind a place.
fn has_end(text: &[u8], from: usize) -> bool {
    let rest = text.get(from..).unwrap_or_default();
    let signs: Vec<u8> =
        rest.iter().rev().copied().filter(|byte| !byte.is_ascii_whitespace()).take(2).collect();
    signs == [b'}', b']']
}

fn line_of(text: &[u8], at: usize) -> usize {
    text.iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

fn members_before(text: &[u8]) -> JsonObject {
    let text = text.trim_ascii_end();
    let text = text.strip_suffix(b",").unwrap_or(text);
    serde_json::from_slice(&[text, b"}"].concat()).unwrap_or_default()
}

/// The members behind the list; `None` where something else stands there, too.
fn members_behind(text: &[u8]) -> Option<JsonObject> {
    let text = text.trim_ascii_start();
    let text = text.strip_prefix(b",").unwrap_or(text);
    serde_json::from_slice(&[b"{", text].concat()).ok()
}
