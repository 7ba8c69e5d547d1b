//! Names of the properties of boundaries, in which languages and levels are part of the name: OCHA's
//! `ADM1_FR`, `admin1Name_fr` and HXL tags such as `#adm1+name+fr`.

use super::names::Names;
use crate::load::diagnostic::Layer;
use crate::load::text::folded;

/// Names behind which a language may stand.
const STEMS: [&str; 8] =
    ["adm1", "adm1name", "admin1name", "admin1", "name1", "name", "adm2", "adm2name"];

/// Languages of ISO 639-1. Without Indonesian and Norwegian, since `ADM1_ID` and `ADM1_NO` are
/// mostly numbers.
const LANGUAGES: &str = "aa ab af am ar as ay az ba be bg bi bm bn bo bs ca cs cy da de dv dz el en es et eu fa ff fi fj fr ga gl gn gu ha he hi hr ht hu hy ig is it ja jv ka kg kk km kn ko ks ku ky lb lg ln lo lt lv mg mi mk ml mn mr ms mt my nb nd ne nl nn ny om or pa pl ps pt qu rn ro ru rw sa sd sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt ug uk ur uz ve vi wo xh yo zh zu";

fn is_language(tag: &str) -> bool {
    tag.len() == 2 && LANGUAGES.split(' ').any(|language| language == tag)
}

/// The field and the language of a property of boundaries: those that the table of columns cannot
/// name one by one.
pub(super) fn field(layer: Layer, label: &str) -> Option<(&'static str, Option<String>)> {
    if layer != Layer::Provinces {
        return None;
    }
    if let Some(tag) = label.strip_prefix('#') {
        return tagged(&tag.to_lowercase());
    }
    let lower = label.to_lowercase();
    let (stem, tag) = lower.rsplit_once(['_', ' ', '-', ':'])?;
    let is_name = STEMS.contains(&&*folded(stem)) && is_language(tag);
    // The table has the English ones: they are names without a language.
    (is_name && tag != "en").then(|| ("name", Some(tag.to_owned())))
}

/// A tag of the Humanitarian Exchange Language: the attributes stand in any order.
fn tagged(tag: &str) -> Option<(&'static str, Option<String>)> {
    let mut parts = tag.split('+').map(str::trim);
    if !["adm1", "adm2"].contains(&parts.next()?) {
        return None;
    }
    let attributes: Vec<&str> = parts.collect();
    let has = |name: &str| attributes.contains(&name);
    if has("code") || has("v_pcode") {
        let is_iso =
            attributes.iter().any(|one| one.starts_with("iso") || one.starts_with("v_iso"));
        return Some((if is_iso { "iso_3166_2" } else { "id" }, None));
    }
    if has("alt") || attributes.iter().any(|one| one.starts_with("alt")) {
        return None;
    }
    let mut languages = attributes.iter().copied().map(|one| one.strip_prefix("i_").unwrap_or(one));
    let language = languages.find(|tag| is_language(tag) && *tag != "en").map(str::to_owned);
    (attributes.is_empty() || has("name") || language.is_some()).then_some(("name", language))
}

/// Decides which properties hold the codes and names of the areas, by their values. What is the
/// same for all areas names none of them (`shapeISO` is `ADM1` for all in some files); and of a file
/// of districts the code of the province is on many.
pub(crate) fn settle(names: &mut Names, values: impl Fn(usize) -> Vec<String>) {
    for field in ["id", "iso_3166_2", "name"] {
        let mut counted: Vec<(usize, usize, usize)> = Vec::new();
        for index in names.of(field) {
            let mut all = values(*index);
            let filled = all.len();
            all.sort_unstable();
            all.dedup();
            counted.push((*index, filled, all.len()));
        }
        let is_same_for_all =
            |(_, filled, distinct): &(usize, usize, usize)| *filled > 1 && *distinct == 1;
        counted.retain(|column| !is_same_for_all(column));
        let first_repeats = counted.first().is_some_and(|(_, filled, distinct)| distinct < filled);
        if first_repeats {
            counted.sort_by_key(|(.., distinct)| std::cmp::Reverse(*distinct));
        }
        names.set(field, counted.into_iter().map(|(index, ..)| index).collect());
    }
}
