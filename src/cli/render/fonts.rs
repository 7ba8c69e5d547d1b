//! Which font a letter is drawn with: the same one for the same fonts, whatever order the system
//! lists them in.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use resvg::usvg::fontdb::{Database, FaceInfo, ID, Style, Weight};
use resvg::usvg::{FontResolver, Options};
use skrifa::{FontRef, MetadataProvider as _};

use super::Error;

/// Families that the widget's style names, and what stands for them where they are not; the others
/// follow, those without serifs first.
const FAMILIES: [&str; 12] = [
    "Noto Sans",
    "Segoe UI",
    "Roboto",
    "Helvetica Neue",
    "Arial",
    "Liberation Sans",
    "DejaVu Sans",
    "Khmer OS Siemreap",
    "Khmer OS System",
    "Nanum Gothic",
    "NanumGothic",
    "Droid Sans Fallback",
];

/// What the names of families for a language's own forms of Han characters end in.
const REGIONS: [(&str, &[&str]); 4] = [
    ("zh-Hant", &["TC", "Traditional Chinese"]),
    ("zh", &["SC", "S Chinese", "Hans"]),
    ("ja", &["JP", "Japanese"]),
    ("ko", &["KR", "Korean"]),
];

/// The fonts at hand.
pub(super) struct Fonts {
    pub(super) options: Options<'static>,
}

impl Fonts {
    /// Fonts of some files and folders, and those of the system.
    pub(super) fn new(paths: &[PathBuf], system: bool, language: &str) -> Result<Self, Error> {
        let mut database = Database::new();
        for path in paths {
            let before = database.len();
            if path.is_dir() {
                database.load_fonts_dir(path);
            } else {
                // Whether it could be read shows in what there is now.
                let _ = database.load_font_file(path);
            }
            if database.len() == before {
                return Err(Error::Fonts(path.clone()));
            }
        }
        let named = database.len();
        if system {
            database.load_system_fonts();
        }
        if database.is_empty() {
            return Err(Error::NoFonts);
        }
        let fallback = Arc::new(FontFallback::new(&database, named, language));
        let for_fallback = Arc::clone(&fallback);
        let select_font = move |font: &resvg::usvg::Font, database: &mut Arc<Database>| {
            let bold = font.weight() >= 600;
            fallback.best(database, 'a', bold, is_slanted(font.style()), &[])
        };
        let select_fallback = move |c: char, used: &[ID], database: &mut Arc<Database>| {
            let first = used.first().and_then(|id| database.face(*id));
            let bold = first.is_some_and(|face| face.weight >= Weight::SEMIBOLD);
            let slanted = first.is_some_and(|face| face.style != Style::Normal);
            for_fallback.best(database, c, bold, slanted, used)
        };
        let options = Options {
            fontdb: Arc::new(database),
            font_resolver: FontResolver {
                select_font: Box::new(select_font),
                select_fallback: Box::new(select_fallback),
            },
            ..Options::default()
        };
        Ok(Self { options })
    }

    /// Whether any font has a letter.
    pub(super) fn has(&self, c: char) -> bool {
        let database = &self.options.fontdb;
        database.faces().any(|face| has(database, face.id, c))
    }
}

fn is_slanted(style: resvg::usvg::FontStyle) -> bool {
    style != resvg::usvg::FontStyle::Normal
}

fn has(database: &Database, id: ID, c: char) -> bool {
    let found = database.with_face_data(id, |data, index| {
        FontRef::from_index(data, index).ok().and_then(|font| font.charmap().map(c))
    });
    found.flatten().is_some_and(|glyph| glyph.to_u32() != 0)
}

type GlyphRequest = (char, bool, bool, usize);

/// The order in which fonts are asked for a letter.
struct FontFallback {
    faces: Vec<ID>,
    /// What was found for a letter, bold or not, slanted or not, after this many others.
    found: Mutex<HashMap<GlyphRequest, Option<ID>>>,
}

impl FontFallback {
    /// The first `named` faces are those that the caller named.
    fn new(database: &Database, named: usize, language: &str) -> Self {
        let region = REGIONS.iter().find(|(tag, _)| language.starts_with(tag));
        let endings = region.map_or(&[][..], |(_, endings)| endings);
        let mut faces: Vec<_> = database.faces().enumerate().collect();
        faces.sort_by_cached_key(|(place, face)| {
            let name = family(face);
            let prefix = FAMILIES.iter().position(|known| name == *known);
            let is_noto = name.starts_with("Noto Sans");
            let is_plain = ["Sans", "Gothic"].iter().any(|word| name.contains(word));
            let rank = match prefix {
                Some(rank) => rank,
                None if is_noto => FAMILIES.len(),
                None if is_plain => FAMILIES.len() + 1,
                None => FAMILIES.len() + 2,
            };
            let is_regional = endings.iter().any(|ending| name.ends_with(ending));
            (
                *place >= named,
                face.monospaced,
                !is_regional,
                rank,
                name.to_owned(),
                face.stretch.to_number().abs_diff(5),
                face.post_script_name.clone(),
            )
        });
        let faces = faces.into_iter().map(|(_, face)| face.id).collect();
        Self { faces, found: Mutex::default() }
    }

    /// The best font that has a letter: of the first family that does, the nearest weight.
    fn best(
        &self,
        database: &Database,
        c: char,
        bold: bool,
        slanted: bool,
        used: &[ID],
    ) -> Option<ID> {
        let request = (c, bold, slanted, used.len());
        let known = self.found.lock().ok().and_then(|found| found.get(&request).copied());
        if let Some(known) = known.filter(|known| known.is_none_or(|id| !used.contains(&id))) {
            return known;
        }
        let first = self.faces.iter().find(|id| !used.contains(id) && has(database, **id, c));
        let best = first.and_then(|first| database.face(*first)).map(|first| {
            let same = self.faces.iter().filter_map(|id| database.face(*id)).filter(|face| {
                family(face) == family(first)
                    && !used.contains(&face.id)
                    && has(database, face.id, c)
            });
            let weight = if bold { 700 } else { 400 };
            let best = same.min_by_key(|face| {
                let is_slanted = face.style != Style::Normal;
                (is_slanted != slanted, face.weight.0.abs_diff(weight))
            });
            best.map_or(first.id, |face| face.id)
        });
        if let Ok(mut found) = self.found.lock() {
            found.insert(request, best);
        }
        best
    }
}

fn family(face: &FaceInfo) -> &str {
    face.families.first().map_or("", |(name, _)| name.as_str())
}
