//! Still pictures against golden images in `tests/render/golden/`, so that no part of them changes or
//! disappears unnoticed, such as by a class that is renamed in the style sheet alone.
//!
//! `GOLDEN_UPDATE=1 cargo test --features cli --test render golden` writes the images anew; look at
//! them before they are committed. Where a picture differs, `artefacts/golden-<name>.png` has the
//! picture and `artefacts/golden-<name>.difference.png` the differing pixels in red.
//!
//! The images are half as large as the pictures and have 16 levels a channel, which keeps each at
//! some 20 kB. Fonts (`package-lock.json`) and renderer (`Cargo.lock`) are pinned, so what is left to
//! tolerate is rounding on other processors.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use resvg::tiny_skia::{ColorU8, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::{picture, project};

/// How far a channel may be off before a pixel counts as different: more than one level of the
/// image, and a rounding error beside it.
const CHANNEL: u8 = 48;
/// How many of a million pixels may differ.
const PER_MILLION: usize = 150;

fn check(name: &str, arguments: &[&str]) {
    let svg = String::from_utf8(picture(arguments, "map.svg")).unwrap();
    let actual = half(&svg);
    let golden = project(&format!("tests/render/golden/{name}.png"));
    if std::env::var_os("GOLDEN_UPDATE").is_some() {
        save(&actual, &golden);
        return;
    }
    let artefact = |ending: &str| project("artefacts").join(format!("golden-{name}{ending}.png"));
    let fail = |why: &str, difference: Option<Pixmap>| -> ! {
        std::fs::create_dir_all(project("artefacts")).unwrap();
        save(&actual, &artefact(""));
        if let Some(difference) = difference {
            difference.save_png(artefact(".difference")).unwrap();
        }
        panic!(
            "{name}: {why}; see artefacts/golden-{name}*.png, and if it is as it should be, run \
             GOLDEN_UPDATE=1 cargo test --features cli --test render golden"
        )
    };
    let Some(expected) = load(&golden) else { fail("there is no golden image", None) };
    let size = |pixels: &Pixmap| (pixels.width(), pixels.height());
    if size(&expected) != size(&actual) {
        fail(&format!("it is {:?} and was {:?}", size(&actual), size(&expected)), None);
    }
    let (difference, count) = difference(&actual, &expected);
    let allowed = expected.pixels().len() * PER_MILLION / 1_000_000;
    if count > allowed {
        fail(&format!("{count} pixels differ, {allowed} may"), Some(difference));
    }
}

/// With a palette, which the levels keep small: a third of the size that colours in full have.
fn save(pixels: &Pixmap, path: &Path) {
    let colours = || pixels.pixels().iter().map(|one| [one.red(), one.green(), one.blue()]);
    let palette: Vec<_> = colours().collect::<BTreeSet<_>>().into_iter().collect();
    let index = |colour| u8::try_from(palette.binary_search(&colour).unwrap()).unwrap();
    let file = BufWriter::new(File::create(path).unwrap());
    let mut encoder = png::Encoder::new(file, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let bytes: Vec<_> = colours().map(index).collect();
    encoder.write_header().unwrap().write_image_data(&bytes).unwrap();
}

fn load(path: &Path) -> Option<Pixmap> {
    Pixmap::decode_png(&std::fs::read(path).ok()?).ok()
}

/// The picture at half its size, with 16 levels a channel.
fn half(svg: &str) -> Pixmap {
    let tree = Tree::from_str(svg, &Options::default()).unwrap();
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width().div_ceil(2), size.height().div_ceil(2)).unwrap();
    resvg::render(&tree, Transform::from_scale(0.5, 0.5), &mut pixels.as_mut());
    let level = |value: u8| (value / 16) * 17;
    for pixel in pixels.pixels_mut() {
        let [red, green, blue] = [pixel.red(), pixel.green(), pixel.blue()].map(level);
        *pixel = ColorU8::from_rgba(red, green, blue, 255).premultiply();
    }
    pixels
}

/// The differing pixels in red over a pale picture, and how many there are.
fn difference(actual: &Pixmap, expected: &Pixmap) -> (Pixmap, usize) {
    let mut shown = actual.clone();
    let mut count = 0;
    for (pixel, other) in shown.pixels_mut().iter_mut().zip(expected.pixels()) {
        let [red, green, blue] = [pixel.red(), pixel.green(), pixel.blue()];
        let differs = red.abs_diff(other.red()) > CHANNEL
            || green.abs_diff(other.green()) > CHANNEL
            || blue.abs_diff(other.blue()) > CHANNEL;
        count += usize::from(differs);
        let pale = |value: u8| 192 + value / 4;
        *pixel = if differs {
            ColorU8::from_rgba(224, 0, 0, 255).premultiply()
        } else {
            ColorU8::from_rgba(pale(red), pale(green), pale(blue), 255).premultiply()
        };
    }
    (shown, count)
}

#[test]
fn golden_provinces_in_english() {
    check("provinces-en", &["--lang=en", "--width=720"]);
}

/// A narrow picture in a script that is shaped, of days in which some records are only possible.
#[test]
fn golden_some_days_in_khmer() {
    let days = ["--from=2026-01-18", "--to=2026-01-18"];
    check("days-km", &["--lang=km", "--width=400", days[0], days[1]]);
}

/// Dark, with a province's detail and kinds that are left out.
#[test]
fn golden_a_province_in_french_in_the_dark() {
    let options = ["--lang=fr", "--theme=dark", "--province=KH24", "--without=policy"];
    check("province-fr-dark", &[&options[..], &["--width=600"]].concat());
}

#[test]
fn golden_world_in_french() {
    check("world-fr", &["--lang=fr", "--view=world", "--width=720"]);
}

/// Words beside the map, as in a card.
#[test]
fn golden_card_in_english() {
    check("card-en", &["--lang=en", "--width=1200", "--height=630"]);
}
