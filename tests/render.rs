//! The command `render`, with the fonts that the pages are built with.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking; the lints are for what ships"
)]

#[path = "render/golden.rs"]
mod golden;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Group, Node, Options, Tree};
use tempfile::TempDir;

const LATIN: &str = "@embedpdf/fonts-latin/fonts";
const ALL: [&str; 4] = [
    LATIN,
    "@embedpdf/fonts-sc/fonts",
    "@embedpdf/fonts-kr/fonts",
    "@expo-google-fonts/noto-sans-khmer",
];

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn run(arguments: &[&str], fonts: &[&str], output: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_enforcement-map"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).arg("render").args(arguments);
    for name in fonts {
        let folder = project(&format!("node_modules/{name}"));
        assert!(folder.is_dir(), "{}: run `npm ci` first", folder.display());
        command.arg("--fonts").arg(folder);
    }
    command.arg("--no-system-fonts").arg("--output").arg(output).output().unwrap()
}

fn picture(arguments: &[&str], name: &str) -> Vec<u8> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    let output = run(arguments, &ALL, &path);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read(path).unwrap()
}

/// What is said where there is no picture.
fn error(arguments: &[&str], fonts: &[&str], name: &str) -> String {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    let output = run(arguments, fonts, &path);
    assert!(!output.status.success() && !path.exists(), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// The part of a picture's dots that have a colour, within a tolerance for their edges.
fn share(pixels: &Pixmap, [red, green, blue]: [u8; 3]) -> f64 {
    let near = |a: u8, b: u8| a.abs_diff(b) <= 2;
    let such = pixels
        .pixels()
        .iter()
        .filter(|dot| near(dot.red(), red) && near(dot.green(), green) && near(dot.blue(), blue));
    such.count() as f64 / pixels.pixels().len() as f64
}

#[test]
fn a_card_has_its_size_and_the_colours_of_its_theme() {
    for (theme, paper, province) in [
        ("light", [0xff, 0xff, 0xff], [0xdd, 0x85, 0x44]),
        ("dark", [0x15, 0x18, 0x1c], [0xd0, 0x7f, 0x3c]),
    ] {
        let bytes = picture(&["--width=1200", "--height=630", "--theme", theme], "card.png");
        let pixels = Pixmap::decode_png(&bytes).unwrap();
        assert_eq!((pixels.width(), pixels.height()), (1200, 630));
        assert!(share(&pixels, paper) > 0.3, "{theme}: {}", share(&pixels, paper));
        assert!(share(&pixels, province) > 0.01, "{theme}: {}", share(&pixels, province));
    }
}

fn text_nodes(group: &Group) -> usize {
    let nodes = group.children().iter().map(|node| match node {
        Node::Text(_) => 1,
        Node::Group(group) => text_nodes(group),
        _ => 0,
    });
    nodes.sum()
}

/// With letters as shapes it needs no font: drawn without any it is the PNG, dot by dot.
#[test]
fn the_svg_needs_no_font_and_is_what_the_png_shows() {
    let options = ["--lang=km", "--width=600", "--from=2026-01-01", "--to=2026-01-31"];
    let svg = String::from_utf8(picture(&options, "map.svg")).unwrap();
    let tree = Tree::from_str(&svg, &Options::default()).unwrap();
    assert_eq!(text_nodes(tree.root()), 0);
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).unwrap();
    resvg::render(&tree, Transform::default(), &mut pixels.as_mut());
    let png = Pixmap::decode_png(&picture(&options, "map.png")).unwrap();
    assert!(pixels.data() == png.data());
    // Said to those who do not see it.
    assert!(svg.contains("<desc>") && svg.contains("ប្រហែល 260"));
}

#[test]
fn letters_can_stay_letters() {
    let svg = String::from_utf8(picture(&["--text=letters", "--width=600"], "map.svg")).unwrap();
    assert!(svg.contains(">At least 13,000</text>"));
}

#[test]
fn the_same_fonts_give_the_same_picture() {
    let options = ["--lang=zh", "--view=world", "--width=400"];
    assert_eq!(picture(&options, "map.svg"), picture(&options, "map.svg"));
}

#[test]
fn every_language_is_drawn() {
    for language in ["en", "fr", "ko", "vi"] {
        picture(&["--lang", language, "--width=300"], "map.svg");
    }
}

/// Boxes instead of letters would be worse than no picture.
#[test]
fn a_script_without_a_font_is_an_error() {
    let said = error(&["--lang=km"], &[LATIN], "map.png");
    assert!(said.contains("no font has the letters of the script Khmer"), "{said}");
    assert!(said.contains("Noto Sans Khmer") && said.contains("--fonts"), "{said}");
    let said = error(&["--lang=ko", "--text=letters"], &[LATIN], "map.svg");
    assert!(said.contains("Hangul"), "{said}");
}

/// The picture of one action with this title, and what was said of it.
fn with_title(title: &str, options: &[&str]) -> (String, String) {
    let folder = TempDir::new().unwrap();
    let (path, actions) = (folder.path().join("map.svg"), folder.path().join("actions.csv"));
    let sheet = format!(
        "id,date,place,kind,title,people,attributed_to\na1,2026-01-10,KH24,raid,\"{title}\",12,Police\n"
    );
    std::fs::write(&actions, sheet).unwrap();
    for name in ["provinces.geojson", "countries.geojson"] {
        std::fs::copy(project("geo").join(name), folder.path().join(name)).unwrap();
    }
    let text = |path: &Path| path.to_str().unwrap().to_owned();
    let files = [format!("--geo={}", text(folder.path())), format!("--actions={}", text(&actions))];
    let mut arguments = vec![&*files[0], &*files[1], "--province=KH24", "--width=600"];
    arguments.extend(options);
    let output = run(&arguments, &ALL, &path);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    (std::fs::read_to_string(path).unwrap(), said)
}

/// One sign does not take the picture: it is left out, and that is said.
#[test]
fn an_emoji_that_no_font_has_is_left_out() {
    let (plain, said) = with_title("Police raid", &[]);
    assert_eq!(said, "");
    for title in ["🚨 Police raid", "🚨Police raid", "\u{1f6a8}\u{fe0f} Police raid"] {
        let (picture, said) = with_title(title, &[]);
        assert!(said.contains("no font has the signs \"🚨\", which were left out"), "{said}");
        assert!(paths(&picture) == paths(&plain), "{title}");
    }
    // Letters that stay letters are drawn by whoever has such a font.
    let (picture, said) = with_title("🚨 Police raid", &["--text=letters"]);
    assert!(said.is_empty() && picture.contains("🚨 Police"), "{said}");
}

/// Programs refuse a picture that is not well formed (XML 1.0, section 2.2).
#[test]
fn the_picture_is_well_formed_whatever_a_title_has() {
    let (plain, _) = with_title("Police raid", &[]);
    let forbidden = "\u{1}\u{b}\u{c}\u{1f}\u{7f}\u{85}\u{fffe}\u{ffff}";
    for sign in [forbidden, "&<>'"] {
        let title = format!("Police {sign}raid");
        for options in [&["--text=letters"][..], &[]] {
            let (picture, _) = with_title(&title, options);
            let tree = Tree::from_str(&picture, &Options::default());
            assert!(tree.is_ok(), "{sign:?}: {:?}", tree.err());
            // The title is drawn all the same.
            assert!(!options.is_empty() || paths(&picture) == paths(&plain), "{sign:?}");
        }
    }
}

fn paths(picture: &str) -> usize {
    picture.matches("<path ").count()
}

#[test]
fn what_cannot_be_drawn_is_said_with_a_way_out() {
    for (arguments, name, words) in [
        (
            &["--from=yesterday"][..],
            "map.svg",
            "--from: \"yesterday\" is no day; write it as 2026-01-18",
        ),
        (&["--province=KH99"], "map.svg", "there is no province \"KH99\"; there are KH01, "),
        (
            &["--without=party"],
            "map.svg",
            "no record is of the kind \"party\"; there are meeting, ",
        ),
        (&["--lang=de"], "map.svg", "none in \"de\"; give a file with them by --messages"),
        (&["--height=150"], "map.svg", "does not fit into 1200 by 150 pixels"),
        (&["--geo=src"], "map.svg", "src/provinces.geojson: it could not be reached"),
        (&["--view=table"], "map.svg", "possible values: country, world"),
        (&["--width=100"], "map.svg", "100 is not in 240..=14000"),
        (&[], "map.jpg", "a picture's name must end in .svg or .png"),
    ] {
        let said = error(arguments, &[LATIN], name);
        assert!(said.contains(words), "{arguments:?}: {said}");
    }
}

/// Own provinces need nothing else: no records of another country are put upon them.
#[test]
fn another_country_is_drawn_from_its_own_files() {
    let options = ["--provinces=tests/countries/fiji.geojson", "--width=500", "--text=letters"];
    let svg = String::from_utf8(picture(&options, "map.svg")).unwrap();
    assert!(svg.contains(">Northern</text>") && !svg.contains("Cambodia"));
}
