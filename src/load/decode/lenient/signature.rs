//! Names files that are not read, by their first bytes: each with what it is and what to do.

/// A file of a format that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unread {
    /// What it is, as in "this is a PDF".
    pub(crate) what: String,
    /// What to do.
    pub(crate) remedy: String,
}

impl Unread {
    fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into() }
    }
}

const SAVE_SHEET: &str = "open it in a spreadsheet, and save the sheet as \"CSV UTF-8\"";
const UNPACK: &str = "unpack it, and give the file that is in it";
// In remedies `{file}` stands for the name of the file, and `{archive}` for a file within it.
const OGR: &str = "convert it: ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson {file}";
const OGR_ARCHIVE: &str = "convert it: ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson {archive}";
const OGR_SHAPES: &str = "convert the file of the same name that ends in .shp: ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson, and the name of that file";
const DATA_FRAME: &str = "write it as CSV from the program that made it, as df.to_csv(\"out.csv\", index=False) in Python";
const NO_TEXT: &str = "save the sheet as \"CSV UTF-8\", or the map as GeoJSON";
const TYPED: &str =
    "the numbers are in a picture of them: type them into a sheet, and save it as \"CSV UTF-8\"";
const SHARE: &str =
    "give everyone who has the link the right to see it, or download the file and give that";
const DOWNLOAD: &str = "take the address of the file itself, not of a page about it";

/// First bytes of files that are no text.
const MAGIC: [(&[u8], &str, &str); 31] = [
    (b"\xd0\xcf\x11\xe0", "an Excel workbook of an old version (.xls)", SAVE_SHEET),
    (
        b"%PDF",
        "a PDF",
        "take the sheet that it was made of; or copy its table into a spreadsheet, and save that as \"CSV UTF-8\"",
    ),
    (b"PAR1", "a Parquet file", DATA_FRAME),
    (b"ARROW1", "an Arrow or Feather file", DATA_FRAME),
    (b"FEA1", "a Feather file", DATA_FRAME),
    (b"Obj\x01", "an Avro file", DATA_FRAME),
    (b"\x80\x04\x95", "a pickle of Python", DATA_FRAME),
    (b"\x80\x05\x95", "a pickle of Python", DATA_FRAME),
    (b"\x00\x00\x27\x0a", "a part of a shapefile (.shp)", OGR),
    (b"fgb\x03", "FlatGeobuf", OGR),
    (b"\x1f\x8b", "compressed with gzip", UNPACK),
    (b"BZh", "compressed with bzip2", UNPACK),
    (b"\xfd7zXZ", "compressed with xz", UNPACK),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd", UNPACK),
    (b"7z\xbc\xaf", "an archive (7z)", UNPACK),
    (b"Rar!", "an archive (RAR)", UNPACK),
    (b"\x89PNG", "a picture (PNG)", TYPED),
    (b"\xff\xd8\xff", "a picture (JPEG)", TYPED),
    (b"GIF8", "a picture (GIF)", TYPED),
    (b"RIFF", "a picture or a recording", TYPED),
    (b"II*\x00", "a picture (TIFF)", TYPED),
    (b"MM\x00*", "a picture (TIFF)", TYPED),
    (b"\x89HDF", "an HDF5 file", DATA_FRAME),
    (b"RDX3", "a file of R", "write it as CSV: write.csv(x, \"out.csv\", row.names = FALSE)"),
    (b"$FL2", "a file of SPSS", "export it as CSV from SPSS"),
    (b"<stata_dta>", "a file of Stata", "export it from Stata: export delimited using out.csv"),
    (b"{\\rtf", "a text document (RTF)", NO_TEXT),
    (b"bplist", "a property list of Apple", NO_TEXT),
    (
        b"version https://git-lfs",
        "a pointer of Git LFS instead of the file that it stands for",
        "fetch the file itself: git lfs pull; on a site such as GitHub take the address behind \"Download raw file\"",
    ),
    (
        b"/annex/objects/",
        "a pointer of git-annex instead of the file that it stands for",
        "fetch the file itself: git annex get",
    ),
    (
        b"<<<<<<<",
        "a file with two versions that Git could not merge",
        "keep one version of each part, and remove the lines with <<<<<<<, ======= and >>>>>>>",
    ),
];

/// The name of a file that is no text, or is a pointer to another file.
pub(super) fn of_bytes(start: &[u8]) -> Option<Unread> {
    if start.starts_with(b"PK\x03\x04") {
        return Some(of_zip(start));
    }
    if start.starts_with(b"SQLite format 3") {
        let is_package = start.get(68..72) == Some(b"GPKG".as_slice());
        return Some(if is_package {
            Unread::new("a GeoPackage", OGR)
        } else {
            Unread::new("a database (SQLite)", "export the table as CSV")
        });
    }
    if let Some((_, what, remedy)) = MAGIC.iter().find(|(magic, ..)| start.starts_with(magic)) {
        return Some(Unread::new(*what, *remedy));
    }
    // The head of a dBASE file: its version, and the day on which it was written last.
    if let [3 | 0x30 | 0x83 | 0x8b, _, 1..=12, 1..=31, ..] = start
        && start.len() > 32
    {
        return Some(Unread::new("a dBASE file (.dbf), as is a part of a shapefile", SAVE_SHEET));
    }
    None
}

/// An archive, by the names of the files in it.
fn of_zip(start: &[u8]) -> Unread {
    let has = |name: &str| start.windows(name.len()).any(|part| part == name.as_bytes());
    let length = match start {
        [
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            a,
            b,
            ..,
        ] => usize::from(u16::from_le_bytes([*a, *b])),
        _ => 0,
    };
    let first = start.get(30..30 + length).and_then(|name| std::str::from_utf8(name).ok());
    let first = first.unwrap_or_default();
    if has("opendocument.spreadsheet") {
        Unread::new("a workbook (.ods)", SAVE_SHEET)
    } else if has("xl/") || has("[Content_Types].xml") && !has("word/") && !has("ppt/") {
        Unread::new("an Excel workbook (.xlsx)", SAVE_SHEET)
    } else if has("Index/Document.iwa") || has(".iwa") {
        Unread::new("a workbook of Apple Numbers", "export it as CSV, in UTF-8")
    } else if has("word/") || has("ppt/") {
        Unread::new(
            "a document of Word or PowerPoint",
            "copy its table into a spreadsheet, and save that as \"CSV UTF-8\"",
        )
    } else if has(".kml") {
        Unread::new("a map in KMZ, which is KML in an archive", OGR)
    } else if has(".shp") {
        Unread::new("an archive with a shapefile", OGR_ARCHIVE)
    } else if first.is_empty() {
        Unread::new("an archive (zip)", UNPACK)
    } else {
        Unread::new(format!("an archive (zip) with {first} in it"), UNPACK)
    }
}

/// The name of a file that is text, and neither JSON nor a sheet. `text` is its beginning.
pub(super) fn of_text(text: &str) -> Option<Unread> {
    let lower = text.to_lowercase();
    if lower.starts_with('<') {
        return Some(of_markup(text, &lower));
    }
    of_script(text).or_else(|| of_message(&lower))
}

/// What a page says that asks for a name and a password.
fn is_login(lower: &str) -> bool {
    let signs = [
        "type=\"password\"",
        "type='password'",
        "type=password",
        "accounts.google.com",
        "login.microsoftonline.com",
        "servicelogin",
        "<title>sign in",
        "<title>log in",
        "<title>login",
        "<title>connexion",
    ];
    signs.iter().any(|sign| lower.contains(sign))
}

fn of_markup(text: &str, lower: &str) -> Unread {
    let has = |part: &str| lower.contains(part);
    let is_page = ["<!doctype html", "<html", "<head", "<body", "<div", "<script", "<meta"]
        .iter()
        .any(|tag| has(tag));
    if has("urn:schemas-microsoft-com:office:spreadsheet") {
        Unread::new("an Excel workbook in XML", SAVE_SHEET)
    } else if has("urn:schemas-microsoft-com:office:excel") && has("<table") {
        Unread::new("an HTML table that calls itself a workbook", SAVE_SHEET)
    } else if is_page && is_login(lower) {
        Unread::new("a page to sign in instead of the file behind it", SHARE)
    } else if is_page {
        Unread::new("a web page", DOWNLOAD)
    } else if has("<table") || has("<tr") {
        Unread::new("an HTML table", SAVE_SHEET)
    } else if has("<kml") {
        Unread::new("a map in KML", OGR)
    } else if has("<gpx") {
        Unread::new("a track in GPX", OGR)
    } else if has("<osm") {
        Unread::new("OpenStreetMap data in XML", "convert it: osmtogeojson {file} > out.geojson")
    } else if has("wfs:featurecollection") || has("opengis.net/gml") {
        Unread::new(
            "a map in GML",
            "ask the server for outputFormat=application/json; or convert the file: ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson {file}",
        )
    } else if has("<svg") {
        Unread::new("a picture (SVG)", "give the data that it was drawn from, as CSV or GeoJSON")
    } else if has("<rss") || has("<feed") {
        Unread::new("a news feed", NO_TEXT)
    } else if has("<error") || has("exceptionreport") || has("<serviceexception") {
        let code =
            between(text, "<Code>", "</Code>").map_or(String::new(), |code| format!(" ({code})"));
        Unread::new(
            format!("a message of the server that something failed{code} instead of the file"),
            "check the address, and who may read the file",
        )
    } else {
        Unread::new("XML", NO_TEXT)
    }
}

fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(open)?;
    rest.split_once(close).map(|(inner, _)| inner).filter(|inner| inner.len() < 60)
}

/// JavaScript around data: `var x = {`, `export default {`, `callback({`.
fn of_script(text: &str) -> Option<Unread> {
    let code = without_comments(text);
    let begin = code.find(['{', '[', '(', '`', '"', '\'', ';', '\n', ','])?;
    let (head, rest) = code.split_at(begin);
    let words: Vec<&str> = head.split_whitespace().collect();
    let is_statement = matches!(
        words.as_slice(),
        ["var" | "let" | "const", ..] | ["export", ..] | ["import", ..] | ["function", ..]
    ) || head.trim() == "\"use strict\""
        || code.starts_with("\"use strict\"")
        || code.starts_with("'use strict'")
        || code.starts_with("(function")
        || code.starts_with("(()")
        || code.starts_with("!function");
    let is_name = |text: &str| {
        !text.is_empty()
            && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '.' | ' '))
    };
    let opens = rest.starts_with(['{', '[']);
    let assigned = head.trim_end().strip_suffix('=').filter(|name| opens && is_name(name));
    let is_call = rest.strip_prefix('(').is_some_and(|inside| {
        inside.trim_start().starts_with(['{', '[']) && (head.is_empty() || is_name(head))
    });
    let is_default = opens && words.as_slice() == ["export", "default"];
    let whole = text.trim_start();
    // All that stands before the data, comments too.
    let before = |rest: &str| {
        let before = whole.get(..whole.len() - rest.len()).unwrap_or_default().trim();
        if before.len() <= 60 && !before.contains('\n') {
            format!("\"{before}\"")
        } else {
            format!("all that stands before {}", rest.chars().take(12).collect::<String>().trim())
        }
    };
    if is_call {
        let inside = rest.get(1..).unwrap_or_default().trim_start();
        return Some(Unread::new(
            "a script that calls a function with the data (JSONP)",
            format!(
                "remove {} at the beginning and \")\" or \");\" at the end; or take the part callback= or jsonp= out of the address",
                before(inside)
            ),
        ));
    }
    if begin == 0 && opens && code.len() < whole.len() {
        return Some(Unread::new(
            "JSON with a comment before it, which JSON does not have",
            format!("remove {} at the beginning", before(rest)),
        ));
    }
    if assigned.is_some() || is_default {
        return Some(Unread::new(
            "a script with data in it instead of the data alone",
            format!(
                "remove {} at the beginning, and a semicolon at the end if there is one",
                before(rest)
            ),
        ));
    }
    is_statement.then(|| Unread::new("a script", "give the data alone, as CSV or GeoJSON"))
}

fn without_comments(text: &str) -> &str {
    let mut code = text.trim_start();
    loop {
        let rest = if let Some(rest) = code.strip_prefix("//") {
            rest.split_once('\n').map(|(_, rest)| rest)
        } else if let Some(rest) = code.strip_prefix("/*") {
            rest.split_once("*/").map(|(_, rest)| rest)
        } else {
            None
        };
        match rest {
            Some(rest) => code = rest.trim_start(),
            None => return code,
        }
    }
}

/// A few words of a server or a page instead of a file.
fn of_message(lower: &str) -> Option<Unread> {
    const LOGIN: [&str; 10] = [
        "sign in",
        "sign-in",
        "log in",
        "login",
        "please log in",
        "please sign in",
        "you need access",
        "request access",
        "connexion",
        "se connecter",
    ];
    const FAILED: [&str; 16] = [
        "400 ",
        "401",
        "403",
        "404",
        "429",
        "500 ",
        "502",
        "503",
        "504",
        "access denied",
        "forbidden",
        "unauthorized",
        "not found",
        "too many requests",
        "bad gateway",
        "file not found",
    ];
    let first = lower.lines().next().unwrap_or_default();
    if first.contains([',', ';', '\t', '|']) {
        return None;
    }
    let begins = |words: &[&str]| words.iter().any(|word| first.starts_with(word));
    if begins(&LOGIN) {
        return Some(Unread::new(
            "the text of a page to sign in instead of the file behind it",
            SHARE,
        ));
    }
    let says = ["geogcs[", "projcs[", "geogcrs["];
    if says.iter().any(|word| first.starts_with(word)) {
        return Some(Unread::new(
            "the description of a reference system (.prj), as is a part of a shapefile",
            OGR_SHAPES,
        ));
    }
    begins(&FAILED).then(|| {
        Unread::new(
            format!("a message of a server (\"{}\") instead of the file", first.trim()),
            "check the address, and who may read the file",
        )
    })
}
