//! Nothing that is read makes the reader panic, whatever it is. `make fuzz` tries for longer.

use enforcement_map::load::{Layer, Sheet, Validator};
use proptest::prelude::*;

use crate::{cases, files, project};

fn read(layer: Option<Layer>, bytes: &[u8]) -> usize {
    let mut count = 0;
    let mut scan = Validator::new(|diagnostic| {
        assert!(!diagnostic.message.is_empty());
        if let Some(cell) = &diagnostic.cell {
            // What is underlined is in the cell.
            assert!(cell.text().get(cell.span.clone()).is_some(), "{diagnostic}");
        }
        count += 1;
    });
    scan.file("file", layer, &mut &*bytes);
    scan.finish();
    count
}

fn layer() -> impl Strategy<Value = Option<Layer>> {
    prop::sample::select(vec![
        None,
        Some(Layer::Actions),
        Some(Layer::Flows),
        Some(Layer::Provinces),
    ])
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,12}",
        "[0-9./ -]{0,12}",
        "[\",;\t\r\n|]{0,4}",
        "(about |last |)(Jan|18|មករា|2026|/|-|~| ){0,6}",
        "[<>~=]{0,2}[0-9.,k+ -]{0,8}( people| hundred|)",
        prop::sample::select(vec![
            "id",
            "date",
            "place",
            "kind",
            "title",
            "people",
            "KH24",
            "2026-01-18",
            "raid"
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(200)))]

    #[test]
    fn any_bytes(layer in layer(), bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        read(layer, &bytes);
    }

    #[test]
    fn any_cells(layer in layer(), rows in prop::collection::vec(prop::collection::vec(cell(), 6), 0..6), delimiter in "[,;\t]") {
        let header = ["id", "date", "place", "kind", "people", "destination"].join(&delimiter);
        let body: String = rows.iter().map(|row| row.join(&delimiter) + "\n").collect();
        read(layer, format!("{header}\n{body}").as_bytes());
    }

    /// Pieces of the corpus, cut, doubled and put together.
    #[test]
    fn any_piece_of_the_corpus(layer in layer(), place in any::<prop::sample::Index>(), cut in any::<prop::sample::Index>(), put in prop::collection::vec(any::<u8>(), 0..8), again in 0usize..3) {
        let all = files(&project().join("tests/corpus"));
        let mut bytes = std::fs::read(place.get(&all)).unwrap();
        if !bytes.is_empty() {
            let at = cut.index(bytes.len());
            let rest = bytes.split_off(at);
            bytes.extend(&put);
            for _ in 0..again {
                bytes.extend(&rest);
            }
        }
        read(layer, &bytes);
    }

    /// Whatever stands in quotes comes out as it went in, with every delimiter.
    #[test]
    fn quoted_cells_are_kept(rows in prop::collection::vec(prop::collection::vec("[^\u{0}]{0,10}", 3), 1..5), delimiter in "[,;\t|]") {
        let line = |row: &Vec<String>| {
            let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            cells.join(&delimiter) + "\r\n"
        };
        let text: String = rows.iter().map(line).collect();
        prop_assert_eq!(Sheet::read(text.as_bytes()).unwrap().rows, rows);
    }

    /// The same text in each encoding of Unicode is the same sheet, and what must be guessed is said.
    #[test]
    fn encodings_are_told_apart(title in "[a-zA-Zéèçâäö ]{1,20}") {
        let text = format!("id,title\na,{title}\nb,x\n");
        let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let sheet = Sheet::read(text.as_bytes()).unwrap();
        prop_assert_eq!(&Sheet::read(&utf16).unwrap(), &sheet);
        prop_assert_eq!(Sheet::guess(text.as_bytes()), None);
        prop_assert_eq!(Sheet::guess(&latin).is_some(), !title.is_ascii());
    }
}

/// `convert` writes the shape of a country into one cell.
#[test]
fn a_cell_of_nine_megabytes() {
    let long = "x".repeat(9 << 20);
    let text = format!("id,title\na,\"{long}\"\nb,B\n");
    let sheet = Sheet::read(text.as_bytes()).unwrap();
    assert_eq!(sheet.rows.len(), 3);
    assert_eq!(sheet.rows[1][1].len(), 9 << 20);
}

/// What is said of a script is what makes it a file that is read.
#[test]
fn a_script_without_what_is_around_the_data() {
    let data = "{\"type\":\"FeatureCollection\",\"features\":[]}";
    for (before, after) in [
        ("var json_actions_1 = ", ";"),
        ("const data=", ""),
        ("export default ", ";\n"),
        ("window.data = ", ";"),
        ("// made by a program\nlet a = ", ""),
        ("callback(", ");"),
        ("/**/ jQuery_1.parse( ", ")"),
    ] {
        let script = format!("{before}{data}{after}");
        let mut said = Vec::new();
        let mut scan = Validator::new(|diagnostic| said.push(diagnostic));
        scan.file("data.js", None, &mut script.as_bytes());
        scan.finish();
        assert_eq!(said.len(), 1, "{script}");
        assert_eq!(said[0].code.name(), "format-unread");
        assert!(said[0].message.contains("script"), "{}", said[0]);
        assert!(said[0].remedy.contains("remove"), "{}", said[0]);
    }
    // That there are no provinces is all that is said of the data alone.
    assert_eq!(read(None, data.as_bytes()), 1);
    assert!(read(None, b"id,date,place,kind,title\nvar,2026,KH24,raid,let a = {\n") > 0);
}
