//! The one table of fields: what they are called here and elsewhere. The loader reads by it, and
//! the schemas are made from it.

use super::super::Layer;

/// A column of a sheet, or a property of a feature.
#[derive(Debug)]
pub struct Column {
    /// Its name here.
    pub name: &'static str,
    /// In which files it is.
    pub layers: &'static [Layer],
    /// Whether every record must have it.
    pub required: bool,
    /// Whether languages may follow a colon (`title:fr`).
    pub in_languages: bool,
    /// The form of its values as they are written here, a regular expression (ECMA-262).
    pub pattern: Option<&'static str>,
    /// What it holds, in one sentence.
    pub about: &'static str,
    /// Values that show it, one for each record of the template.
    pub examples: [&'static str; 2],
    /// What other files call it, best first, without case, spaces and signs: ACLED, UNHCR,
    /// flow sheets, P-code and ISO columns, other languages. Those with a `#` are HXL tags, and
    /// those with a `?` count only where there is nothing better.
    pub aliases: &'static [&'static str],
}

const BOTH: &[Layer] = &[Layer::Actions, Layer::Flows];
const ACTIONS: &[Layer] = &[Layer::Actions];
const FLOWS: &[Layer] = &[Layer::Flows];
const AREAS: &[Layer] = &[Layer::Provinces];

/// Dates of EDTF as far as records need them: days, months and years, approximate (`~`), uncertain
/// (`?`) or both (`%`), in intervals that may be open (`..`).
const DATE: &str = "^(\\.\\.|[0-9]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[~?%]?)(/(\\.\\.|[0-9]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[~?%]?))?$";
const COUNTRY: &str = "^[A-Z]{2}$";
const FILLED: &str = "\\S";

/// All columns, in the order in which they are written.
pub const COLUMNS: &[Column] = &[
    Column {
        name: "id",
        layers: BOTH,
        required: true,
        in_languages: false,
        pattern: Some(FILLED),
        about: "A stable name that no other record has, in either file, such as `kep-raid`; never reused.",
        examples: ["example-raid", "example-charter"],
        aliases: &["eventidcnty", "eventid", "recordid", "dataid", "uid", "uuid", "ref", "reference", "identifier", "identifiant", "no", "nr", "#event+id", "#id", "#meta+id"],
    },
    Column {
        name: "date",
        layers: BOTH,
        required: true,
        in_languages: false,
        pattern: Some(DATE),
        about: "When, in EDTF (ISO 8601-2) and no more exactly than the source says: `2026-01-18`, `2026-01~`, `2025/2026`, `../2026-01`.",
        examples: ["2026-01-18", "2026-01~"],
        aliases: &["eventdate", "dateofevent", "incidentdate", "dateoccurred", "datestart", "startdate", "datefrom", "when", "day", "year", "datum", "jour", "fecha", "#date+occurred", "#date+start", "#date"],
    },
    Column {
        name: "date_end",
        layers: BOTH,
        required: false,
        in_languages: false,
        pattern: Some(DATE),
        about: "Where the date is only the first day: the last one. Better an interval in `date`.",
        examples: ["", ""],
        aliases: &["enddate", "dateto", "dateuntil", "until", "#date+end"],
    },
    Column {
        name: "place",
        layers: ACTIONS,
        required: true,
        in_languages: false,
        pattern: Some(FILLED),
        about: "Where: a province's P-code (`KH24`), ISO 3166-2 code (`KH-24`) or name, or the country's code (`KH`) for the whole country.",
        examples: ["KH23", ""],
        aliases: &["placecode", "pcode", "adm1pcode", "admin1pcode", "adm1code", "admin1code", "provincecode", "iso31662", "province", "adm1", "admin1", "adm1en", "admin1en", "adm1name", "admin1name", "provincename", "provinceen", "?region", "?state", "?location", "?lieu", "#adm1+code", "#adm1+name", "#adm1", "#loc"],
    },
    Column {
        name: "origin",
        layers: FLOWS,
        required: true,
        in_languages: false,
        pattern: Some(COUNTRY),
        about: "The country that people left, ISO 3166-1 alpha-2.",
        examples: ["", "KH"],
        aliases: &["origincode", "countryoforiginiso", "cooiso", "coo", "countryoforigin", "origincountry", "from", "sourcecountry", "fromcountry", "#country+origin", "#country+code+origin"],
    },
    Column {
        name: "destination",
        layers: FLOWS,
        required: false,
        in_languages: false,
        pattern: Some(COUNTRY),
        about: "The country that they reached, ISO 3166-1 alpha-2; empty with `places` where it is not named.",
        examples: ["", "KR"],
        aliases: &["dest", "destinationcode", "countryofasylumiso", "coaiso", "coa", "countryofasylum", "destinationcountry", "to", "target", "tocountry", "#country+destination", "#country+dest", "#country+code+destination"],
    },
    Column {
        name: "places",
        layers: FLOWS,
        required: false,
        in_languages: false,
        pattern: Some("^[1-9][0-9]*$"),
        about: "Over how many countries and territories the people were spread, where they are not named.",
        examples: ["", ""],
        aliases: &["countries", "numberofcountries", "destinations"],
    },
    Column {
        name: "kind",
        layers: BOTH,
        required: true,
        in_languages: false,
        pattern: Some(FILLED),
        about: "`meeting`, `briefing`, `warning`, `policy`, `inspection`, `raid`, `arrest` or `deportation`; another word is shown as it is written. A flow without one is a deportation.",
        examples: ["raid", "deportation"],
        aliases: &["subeventtype", "eventtype", "type", "category", "action", "actiontype", "activity", "#event+type", "#activity+type", "#activity"],
    },
    Column {
        name: "title",
        layers: BOTH,
        required: false,
        in_languages: true,
        pattern: None,
        about: "One line that says what happened.",
        examples: ["Example: police search two buildings", "Example: a charter flight"],
        aliases: &["headline", "heading", "name", "event", "eventname", "titre", "#event+name", "#activity+name"],
    },
    Column {
        name: "summary",
        layers: BOTH,
        required: false,
        in_languages: true,
        pattern: None,
        about: "One or two sentences with everything that is known.",
        examples: ["Replace this row by a record of your own.", "Replace this row by a record of your own."],
        aliases: &["notes", "note", "description", "details", "comment", "comments", "resume", "#event+description", "#description"],
    },
    Column {
        name: "people",
        layers: BOTH,
        required: false,
        in_languages: false,
        pattern: Some("^((>=|~)?[0-9]+|unknown)$"),
        about: "How many people: `73`, `>=13000` for at least, `~260` for about, `unknown` where no number was published; empty where it is not about people.",
        examples: ["~40", ">=70"],
        aliases: &["persons", "person", "count", "number", "numberofpeople", "peopleaffected", "affected", "individuals", "total", "value", "arrests", "arrested", "deported", "refugees", "refugeesunderunhcrsmandate", "nombre", "#affected", "#population", "#value"],
    },
    Column {
        name: "attributed_to",
        layers: BOTH,
        required: false,
        in_languages: true,
        pattern: None,
        about: "Who said it.",
        examples: ["Example police", "Example ministry"],
        aliases: &["attributedto", "attribution", "accordingto", "saidby", "authority", "#org", "#actor"],
    },
    Column {
        name: "reported_by",
        layers: BOTH,
        required: false,
        in_languages: true,
        pattern: None,
        about: "Who reported it.",
        examples: ["Example Times", "Example Times"],
        aliases: &["reportedby", "publisher", "media", "newspaper", "source", "sources", "datasource", "#meta+source"],
    },
    Column {
        name: "url",
        layers: BOTH,
        required: false,
        in_languages: false,
        pattern: Some("^$|^[Hh][Tt][Tt][Pp][Ss]?://"),
        about: "Where to read it; empty where there is nothing to link to.",
        examples: ["", ""],
        aliases: &["link", "href", "sourceurl", "sourcelink", "web", "website", "#meta+url"],
    },
    Column {
        name: "part_of",
        layers: BOTH,
        required: false,
        in_languages: false,
        pattern: None,
        about: "The `id` of the record whose figure includes this one's.",
        examples: ["", ""],
        aliases: &["partof", "includedin", "parent", "parentid"],
    },
    Column {
        name: "lon",
        layers: ACTIONS,
        required: false,
        in_languages: false,
        pattern: Some("^-?[0-9]+(\\.[0-9]+)?$"),
        about: "Longitude in decimal degrees, WGS 84: in the place of `place`, which is then the province around the point.",
        examples: ["", ""],
        aliases: &["longitude", "lng", "long", "x", "#geo+lon"],
    },
    Column {
        name: "lat",
        layers: ACTIONS,
        required: false,
        in_languages: false,
        pattern: Some("^-?[0-9]+(\\.[0-9]+)?$"),
        about: "Latitude in decimal degrees, WGS 84.",
        examples: ["", ""],
        aliases: &["latitude", "y", "#geo+lat"],
    },
    Column {
        name: "geometry",
        layers: BOTH,
        required: false,
        in_languages: false,
        pattern: None,
        about: "A GeoJSON geometry as text, by which `convert` keeps shapes in a sheet.",
        examples: ["", ""],
        aliases: &[],
    },
    Column {
        name: "geojson",
        layers: BOTH,
        required: false,
        in_languages: false,
        pattern: None,
        about: "What else GeoJSON holds and a cell does not, kept by `convert`.",
        examples: ["", ""],
        aliases: &[],
    },
    Column {
        name: "id",
        layers: AREAS,
        required: true,
        in_languages: false,
        pattern: Some(FILLED),
        about: "The P-code or another code of the province.",
        examples: ["KH23", "KH24"],
        aliases: &["code", "pcode", "adm1pcode", "admin1pcode", "adm1code", "gid1", "shapeiso", "hasc1"],
    },
    Column {
        name: "iso_3166_2",
        layers: AREAS,
        required: false,
        in_languages: false,
        pattern: Some("^[A-Z]{2}-[A-Z0-9]{1,3}$"),
        about: "Its ISO 3166-2 code.",
        examples: ["KH-23", "KH-24"],
        aliases: &["iso31662", "iso1", "shapeiso", "iso"],
    },
    Column {
        name: "name",
        layers: AREAS,
        required: false,
        in_languages: true,
        pattern: None,
        about: "Its name.",
        examples: ["Kep", "Pailin"],
        aliases: &["adm1en", "admin1nameen", "adm1name", "name1", "nameen", "shapename", "hrname", "province", "nom"],
    },
];

impl Column {
    /// The columns of a file.
    pub fn of(layer: Layer) -> impl Iterator<Item = &'static Self> {
        COLUMNS.iter().filter(move |column| column.layers.contains(&layer))
    }
}
