//! The table of all diagnostics: a stable name, the severity, what it means and how to mend it.
//!
//! A name never changes its meaning. The page that documents them is made from this table; a test
//! checks that it is up to date.

use crate::model::listed_kinds;

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something is not shown, or would be shown wrongly.
    Error,
    /// It is shown, and probably not as it was meant.
    Warning,
    /// It was read, and this is how.
    Note,
}

impl Severity {
    /// Its name in one word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// What is not shown because of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Loss {
    File,
    Record,
    Nothing,
}

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $loss:ident $title:literal $about:tt)*) => {
        /// The kind of a diagnostic.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $variant,)*
        }

        impl Code {
            /// All of them, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The stable name, such as `date-ambiguous`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// How bad it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),* }
            }

            /// What it says, without the particulars.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title),* }
            }

            /// What is wrong and how to mend it, in Markdown.
            #[must_use]
            #[allow(unused_parens, reason = "they make one piece of a text that is put together")]
            pub fn about(self) -> &'static str {
                match self { $(Self::$variant => $about),* }
            }

            const fn loss(self) -> Loss {
                match self { $(Self::$variant => Loss::$loss),* }
            }
        }
    };
}

impl Code {
    /// Whether a whole file is not shown because of it.
    #[must_use]
    pub const fn loses_a_file(self) -> bool {
        matches!(self.loss(), Loss::File)
    }

    /// Whether a record is not shown because of it.
    #[must_use]
    pub const fn loses_a_record(self) -> bool {
        matches!(self.loss(), Loss::Record)
    }

    /// The code of this name.
    ///
    /// ```
    /// use enforcement_map::load::{Code, Severity};
    /// assert_eq!(Code::named("date-ambiguous"), Some(Code::DateAmbiguous));
    /// assert_eq!(Code::FileStatus.severity(), Severity::Error);
    /// assert_eq!(Code::named("no-such-code"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

codes! {
    FileStatus "file-status" Error File
        "The server did not give the file"
        "It answered with an HTTP status other than 2xx. Check the address, and that the file is there."
    FileTimeout "file-timeout" Error File
        "The server did not answer in time"
        "Check the server, or put the file beside the page."
    FileUnreachable "file-unreachable" Error File
        "The file could not be reached"
        "There was no answer, or no such file. Check the address or the path; from another origin the server must allow the request (CORS)."
    FileEmpty "file-empty" Error File
        "The file is empty"
        "It has no bytes, or only white space. Export it again from where it is kept."
    FormatUnread "format-unread" Error File
        "This format is not read"
        "Workbooks (`.xlsx`, `.xls`, `.ods`), archives, pages, PDF and KML are not read. In a spreadsheet, choose *Save as* or *Download*, then *CSV UTF-8*. Pages usually come where an address leads to a log-in or a preview instead of the file itself: take the address of the download."
    NotJson "not-json" Error File
        "This is not JSON"
        "The file begins like JSON (RFC 8259) and then breaks off or has a character too many. The message names the line and column where reading stopped; the fault is there or shortly before."
    NotGeoJson "not-geojson" Error File
        "This is JSON, but not GeoJSON"
        "Expected is an object with `\"type\": \"FeatureCollection\"` and a list `features` (RFC 7946, section 3.3), or for provinces a TopoJSON topology."
    TopologyBad "topology-bad" Error File
        "This TopoJSON cannot be read"
        "A shape points at an arc that is not there, or the file holds several objects and none is called `provinces`, `adm1` or the like. Export it again with one object."
    TopologyObject "topology-object" Warning Nothing
        "One of several objects was read"
        "A TopoJSON file can hold several objects, such as provinces, districts and rivers. The one was read whose name says that it is what is asked for. To have another one, write it into a file of its own: `mapshaper in.topojson -o out.geojson target=districts`."
    CrsUnsupported "crs-unsupported" Error File
        "The coordinates are in another reference system"
        "GeoJSON has longitude and latitude on WGS 84 only (RFC 7946, section 4). An old member `crs` that names anything else, or coordinates far beyond 180 and 90, mean projected coordinates. Convert the file: `ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson in.geojson`."
    CrsOld "crs-old" Note Nothing
        "A member `crs` that is no longer needed"
        "RFC 7946, section 4, took `crs` out of GeoJSON. It names WGS 84, which is what GeoJSON always has, so the file is read. It can be removed."
    CrsUnnamed "crs-unnamed" Warning Nothing
        "A member `crs` that names no reference system"
        "The coordinates were taken for longitude and latitude on WGS 84, which GeoJSON always has (RFC 7946, section 4). Remove the member if that is so; else convert the file: `ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson in.geojson`."
    CrsOrder "crs-order" Warning Nothing
        "Longitude and latitude may be swapped"
        "In the reference system EPSG:4326 the latitude is first, and GeoJSON always has the longitude first (RFC 7946, section 3.1.1). Both numbers are below 90, and the file does not say of which country it is, so nothing tells which one is the latitude. The longitude was read first. Look whether the map lies on its side; the member `country` of the collection lets the order be checked."
    JsonMended "json-mended" Warning Nothing
        "This is not JSON, and its features were read all the same"
        "The text as a whole is no JSON (RFC 8259), mostly for want of a comma between two features or of a bracket at the end. Each feature by itself is JSON, and was read. Other programs will read nothing of the file."
    JsonWord "json-word" Warning Nothing
        "A word that JSON does not have was read as no value"
        "`NaN`, `Infinity`, `undefined` and the like are what Python, R and JavaScript write for a number that is missing or too large. JSON has no such words (RFC 8259, section 3), so most programs read nothing of the file. They were read as `null`. Write `null`, or the value if there is one."
    EncodingRead "encoding-read" Note Nothing
        "The text is not UTF-8, and was read all the same"
        "The file is in UTF-16, as Excel's *Unicode text* is, or in Windows-1252, as its *CSV* often is. It was read as the message says. If accents look wrong, save the file as *CSV UTF-8*."
    EncodingGuessed "encoding-guessed" Warning Nothing
        "The encoding of the text was guessed"
        "The file does not say in which encoding its letters are, and is not UTF-8. It was read as the message says, with a sample. If the sample looks wrong, save the sheet as *CSV UTF-8*."
    QuoteSpaced "quote-spaced" Note Nothing
        "Spaces between a delimiter and a quote"
        "In `a1, \"Police, two buildings\"` the quote does not begin the cell, so that by RFC 4180 it is part of the text and the comma in it ends the cell. All such quotes are closed at the end of their cells, so the spaces were passed over. Excel does not do so: remove them."
    QuoteEscaped "quote-escaped" Warning Nothing
        "Quotes were read that a backslash marks"
        "RFC 4180 writes a quote within a quoted text twice (`\"\"`), and programs for databases write a backslash before it. It was read so, and two backslashes as one."
    EncodingBroken "encoding-broken" Error Nothing
        "Some characters cannot be read"
        "The file is UTF-8 and has bytes in it that are not; most likely two files in different encodings were joined. Each such byte is shown as `\u{fffd}`, and the message says in which rows and columns. If the file itself has `\u{fffd}`, a program before could not read it, and what stood there is lost. Open the original, and save it as *CSV UTF-8*."
    HeaderMissing "header-missing" Error File
        "No row names the columns"
        "The first row of a sheet says what each column holds: `id`, `date`, `place`, `kind`, `title`, `people` ... for actions; `origin` and `destination` instead of `place` for flows. Other common names are understood. None of the first rows has any of them."
    HeaderLate "header-late" Note Nothing
        "The rows above the header were passed over"
        "The first rows name no column, and a later one does. What stands above it, such as a title or the date of an export, is not read. Remove it to be sure."
    HeaderSecond "header-second" Warning Nothing
        "Rows between the header and the tags"
        "In sheets with HXL tags the data begin under the row of tags, and what stands above are headers, in another language for example. They were not read. If they are records, move the row of tags up."
    TagRow "tag-row" Note Nothing
        "A row of HXL tags was used and is no record"
        "The Humanitarian Exchange Language puts tags such as `#adm1+code` under the header. They say what the columns hold that have no name of their own here."
    ColumnMissing "column-missing" Error File
        "A column that every record needs is not there"
        "Every action needs `id`, `date`, `kind` and a place (`place`, or `lon` and `lat`); every flow needs `id`, `date`, `origin` and `destination` or `places`. Add the column, or rename the one that holds it. If the records have no ids, number them: a stable name is what links, `part_of` and corrections point at."
    ColumnDuplicate "column-duplicate" Warning Nothing
        "Two columns have the same name"
        "The first one that is not empty is read. Remove or rename the other."
    ColumnUnknown "column-unknown" Note Nothing
        "A column that is not read"
        "It is kept by `convert` and not shown on the map. If it holds something the map can show, rename it to one of the columns in `docs/data.md`."
    ColumnRivals "column-rivals" Warning Nothing
        "Several columns could be the number of people"
        "`arrested` and `deported` count different people. The map shows one figure for a record, and which one is not said, so it shows none. Rename one column to `people`, and write a record of its own for each other figure."
    ColumnAlias "column-alias" Note Nothing
        "A column was read under its usual name"
        "Names that other files use, such as those of ACLED, UNHCR and HXL, are understood. The message says which one was read as what."
    ColumnFigure "column-figure" Warning Nothing
        "A column has figures, and does not say of what"
        "`Number`, `Value` and `Total` may count people, cases or dollars. No figure was read from it. Rename it to `people` if it counts people."
    ColumnPart "column-part" Warning Nothing
        "A column that belongs to the date is not read"
        "Beside a year, a month and a day are read, and a quarter. A week is not: it begins on Sunday, Monday or Saturday, and the first of a year is counted in several ways. Write its first and last day into `date` and `date_end`."
    ColumnsDiffer "columns-differ" Warning Nothing
        "Two columns of one field differ"
        "A code in one column and a name in another, or two dates or figures, say different things. The better known column was read. Correct the one that is wrong; rename it if it is about something else, as a date of publication is."
    RowLong "row-long" Error Record
        "A row has more cells than the header"
        "Most often a comma in a text without quotes around it, so that everything behind it stands one column too far right. Put the text in double quotes, or export the file again."
    RowShort "row-short" Warning Nothing
        "A row has fewer cells than the header"
        "The missing ones count as empty. If the row was cut off, or a line was broken in two, mend it."
    RowTotal "row-total" Error Record
        "A row is the total of others"
        "Its id, title, place, origin or destination is a word for a total, such as `Total` or `សរុប`. Its figure would be added to those that it consists of. Take the row out. A total that no other row is part of needs a title that says what it is of."
    RowNote "row-note" Warning Nothing
        "A row with one cell was taken for a note"
        "Under tables stand sources, footnotes and dates of the export, each in one cell. They are no records. If it is one, fill its other cells."
    QuoteUnclosed "quote-unclosed" Error File
        "A double quote is opened and never closed"
        "Everything behind it to the end of the file is one cell (RFC 4180, section 2). Close the quote; a quote within a quoted text is written twice: `\"\"`."
    FeatureBad "feature-bad" Error Record
        "This is not a GeoJSON feature"
        "It needs `\"type\": \"Feature\"`, a `geometry` that is an object or null, and `properties` (RFC 7946, section 3.2)."
    IdMissing "id-missing" Error Record
        "There is no id"
        "Each record needs an id of its own: links, `part_of` and later corrections point at it. In GeoJSON it is the member `id` of the feature (RFC 7946, section 3.2)."
    IdDuplicate "id-duplicate" Error Record
        "The id is used twice"
        "The first record is shown, the other is not. Give one of them another id; if both are the same record, remove one."
    CodeMissing "code-missing" Error Record
        "A province or country has no code"
        "Give the feature an `id`: a P-code such as `KH24` for a province, two letters of ISO 3166-1 for a country."
    DateMissing "date-missing" Error Record
        "There is no date"
        "Write what is known: `2026-01-18`, `2026-01` for a month, `2026` for a year, `2026-01~` for about that month, `2025/2026` for an interval, `../2026-01` for up to that month."
    DateUnreadable "date-unreadable" Error Record
        "This is not a date"
        "Dates are written as in EDTF (ISO 8601-2): `2026-01-18`, `2026-01`, `2025/2026`, `2026-01~`. What spreadsheets make of them, such as `18/01/2026` and `Jan 18, 2026`, is read too."
    DateAmbiguous "date-ambiguous" Error Record
        "The date can be read in two ways"
        "`03/04/2026` is the third of April in most of the world and the fourth of March in the United States; `18-Jan-26` may be of 1926; `2021-22` is a financial year to most and a season in ISO 8601-2; a time in UTC may be of the next day in the country. Nothing is guessed. Write the date as `2026-04-03`, or say the order once in the header: `date (dd/mm/yyyy)`. In a spreadsheet, format the column as *text* or as `yyyy-mm-dd` before you export."
    DateImpossible "date-impossible" Error Record
        "The calendar has no such day"
        "The month has fewer days, or there is no such month. Look it up in the source."
    DateReversed "date-reversed" Error Record
        "The range ends before it starts"
        "The earlier date comes first: `2026-01-12/2026-01-18`."
    DateVague "date-vague" Error Record
        "The date depends on when it was written"
        "`Last week`, `yesterday` and `recently` mean something only together with the day of writing. Work out the days: `2026-01-12~/2026-01-18~` for about that week, `2026-01~` for about that month, `../2026-01` for some time up to then."
    DateSpan "date-span" Warning Nothing
        "A month that may be two years"
        "`2011-12` is December 2011 in ISO 8601, and the financial year 2011 to 2012 in many yearbooks. It was read as the month. For the years, write `2011/2012`."
    DateSentinel "date-sentinel" Error Record
        "A day that stands for no date"
        "`1970-01-01`, `1900-01-01`, `9999-12-31` and the like are what databases and spreadsheets write where there is no date. Write the date. If it was that very day, write it as an interval: `1970-01-01/1970-01-01`."
    DateUtc "date-utc" Warning Nothing
        "The day of a time in UTC"
        "A time in UTC before 10:00 is on the same day in the east of it, and may be on the day before in America. The day in UTC was read. Write the day in the country."
    DateSerial "date-serial" Warning Nothing
        "A number was read as a spreadsheet's day"
        "Spreadsheets count days from the end of 1899, and exported the count instead of the date. It was read as the message says. (Old files of Excel for Mac count from 1904: there each date is 1462 days later.)"
    DateUnix "date-unix" Warning Nothing
        "A number was read as a time since 1970"
        "ArcGIS, databases and programs write a time as the seconds, milliseconds, microseconds or nanoseconds since the start of 1970 in UTC. The day in UTC was read. A time from 10:00 UTC on is refused, since it is on the next day in the east."
    DateRead "date-read" Note Nothing
        "A date was read that is not written in EDTF"
        "It has one meaning only, so it was read. `convert` leaves it as it is; `2026-01-18` is what every other program understands."
    DateFar "date-far" Warning Nothing
        "The date is far from the others"
        "The year is before 1900 or after 2100: probably a slip of a key."
    PlaceMissing "place-missing" Error Record
        "There is no place"
        "Write a province's P-code (`KH24`), ISO 3166-2 code (`KH-24`) or name, or the country's code (`KH`) for the whole country. A point in `lon` and `lat` serves, too."
    PlaceUnknown "place-unknown" Error Record
        "No province has this code or name"
        "It is compared with the codes and with the names in all languages of the provinces file, without regard to case, accents, spaces and words such as *province* or *khett*. The message lists what comes nearest; which one is meant is for you to say."
    PlaceAmbiguous "place-ambiguous" Error Record
        "More than one province has this name"
        "Write the code of the one that is meant."
    PlaceSeveral "place-several" Error Record
        "One cell names several places"
        "A record is in one place. Write one record for each, with `part_of` if the figure is for all of them together; or give the country's code, and name the places in the summary."
    PlaceAbroad "place-abroad" Error Record
        "The place is in another country"
        "The code or name of a country other than that of the provinces. Two letters may be meant as the code of a province, as `CA` is California and Canada: write the code that the provinces file has, or the name. People sent abroad are flows: `origin` and `destination`."
    PlaceRead "place-read" Note Nothing
        "A place was read that is written in another way"
        "A known spelling, or the name with other spaces or accents. The message says which province it was read as."
    PlaceContradiction "place-contradiction" Warning Nothing
        "Two statements of the place differ"
        "The point or a second column says another province than the place. The place is shown. Borders here are simplified by up to about a kilometre, so a point close to one may be right."
    PlaceNation "place-nation" Warning Nothing
        "Two letters were read as the whole country"
        "The provinces file does not say of which country it is, and has no such code; so two letters that ISO 3166-1 has assigned are taken for the country as a whole. Say the country: the member `country` of the provinces file, or `check --country`."
    PlaceUnchecked "place-unchecked" Note Nothing
        "The places could not be checked"
        "There is no provinces file to hold them against. Give one: `--provinces geo/provinces.geojson`."
    PointUnreadable "point-unreadable" Error Record
        "The point is not a longitude and latitude"
        "Decimal degrees with a point, such as `104.92` and `11.56`: longitude from -180 to 180, latitude from -90 to 90."
    PointSwapped "point-swapped" Error Record
        "Longitude and latitude seem to be swapped"
        "As written, the point lies outside all provinces; the other way round, it lies in one. GeoJSON has longitude first (RFC 7946, section 3.1.1)."
    PointUnused "point-unused" Warning Nothing
        "The point or shape of a record with a place cannot be read"
        "The record is shown in its place, which it says in words. Correct the point: decimal degrees, longitude first (RFC 7946, section 3.1.1). Or leave it out."
    PointOrder "point-order" Warning Nothing
        "Which number is the latitude was decided by the provinces"
        "Two numbers in one cell are below 90, and in one order only the point is in a province. That order was taken. Name the column `lat, lon` or `lon, lat`, or use two columns, `lat` and `lon`."
    PointOutside "point-outside" Error Record
        "The point is in none of the provinces"
        "It lies outside the country, or in the sea or a lake that belongs to no province. Correct it, or write the place."
    CodeRowNumber "code-row-number" Warning Nothing
        "The codes are numbers of rows"
        "The only code of the province is a number, as software gives it to rows: after the next export it may be that of another province. Give the feature a P-code or an ISO 3166-2 code."
    CodeFromName "code-from-name" Warning Nothing
        "The name of a province was taken for its code"
        "The province has no code, so that records can name it only as it is written here. Give the feature an `id`: a P-code such as `KH24`, or a code of ISO 3166-2."
    GeometryBad "geometry-bad" Error Record
        "The shape is missing, or not of the right type"
        "A province needs a Polygon or MultiPolygon (RFC 7946, section 3.1.6), a country a Point."
    GeometrySwapped "geometry-swapped" Error Record
        "Longitude and latitude of this shape seem to be swapped"
        "A latitude beyond 90 degrees does not exist. GeoJSON has longitude first (RFC 7946, section 3.1.1)."
    LongitudeTurned "longitude-turned" Warning Nothing
        "Longitudes beyond 180 degrees were turned by 360"
        "Who draws on a map that repeats the world to the right gets longitudes of up to 540: there 464.9 is 104.9. They were read so. Look whether the map shows them in the right place. GeoJSON has longitudes from -180 to 180 (RFC 7946, section 4)."
    GeometryUnused "geometry-unused" Note Nothing
        "The shape of a record is not drawn"
        "Records are shown by province, so only a Point is used, to find the province."
    PeopleUnreadable "people-unreadable" Error Record
        "This is not a number of people"
        "Written are `73`, `>=13000` for at least, `~260` for about, and `unknown` where people were affected and no number was published. `13,000`, `13 000+`, `more than 13,000` and `n/a` are read too. Leave it empty where the record is not about people."
    PeopleAmbiguous "people-ambiguous" Error Record
        "The number can be read in two ways"
        "`1.300` and `13,00` are thirteen hundred to some and a fraction to others. Write digits only."
    PeopleMissing "people-missing" Warning Nothing
        "A word for a missing value instead of a number"
        "`NA`, `NaN`, `NULL` and `None` are what programs write where a value is missing, and `#N/A`, `#REF!` and the like what spreadsheets show where a formula failed. The record is shown without a figure. Where people were affected and no number was published, write `unknown`."
    PeopleSentinel "people-sentinel" Error Record
        "A number that stands for no figure"
        "`9999`, `99999` and the like are what statistics programs write where there is no figure. Write `unknown` if people were affected and no number was published. If it was that very number, write it with commas: `9,999`."
    PeopleVague "people-vague" Error Record
        "A word instead of a number"
        "For `dozens` or `thousands` no figure was published: write `unknown`, and keep the word in the summary."
    PeopleRange "people-range" Error Record
        "A range instead of a number"
        "Write the lower end as `>=250`, or the middle as `~275`, and both ends in the summary."
    KindMissing "kind-missing" Error Record
        "The kind is missing"
        (concat!("One of ", listed_kinds!(), "or another word, which is shown as it is written."))
    KindAssumed "kind-assumed" Warning Nothing
        "Refugees would be shown as deported"
        "A flow without a kind is a deportation, and by the names of its columns the sheet counts refugees. Add a column `kind` with what it is, such as `refuge`: a word of your own is shown as it is written."
    KindOther "kind-other" Note Nothing
        "A kind without a sign and name of its own"
        "It is shown as it is written, in every language."
    KindSeveral "kind-several" Warning Nothing
        "Several kinds in one record"
        "A record has one kind. `raid/arrest` is shown as a kind of its own, apart from raids and from arrests. Write the one that the record is about; if the source has a figure for the other, write a record for it."
    KindUnlisted "kind-unlisted" Warning Nothing
        "A kind that the list of kinds does not have"
        "The data bring a list of their kinds, and this one is neither in it nor one of those that the map knows. It is shown as it is written. Correct it, or add it to the list."
    KindsBad "kinds-bad" Error Nothing
        "The list of kinds cannot be read"
        "`kinds` is a list of objects with `kind`, `name`, names in further languages (`name:fr`) and `sign`, in the order of the legend; as a file of its own it is that list, an object with the list as its member `kinds`, or a sheet with these columns."
    SignUnknown "sign-unknown" Warning Nothing
        "There is no such sign"
        "The signs are `disc`, `square`, `diamond`, `star`, `cross`, `ring`, `drop`, `bars`, `house`, `flag`, `shield`, `bolt`, `people`, `speech`, `triangle`, `page`, `lens`, `door`, `chain` and `exit`. The kind has one that no other kind has."
    TitleMissing "title-missing" Warning Nothing
        "There is no title"
        "The id is shown in its place. Write one line that says what happened."
    SourceMissing "source-missing" Warning Nothing
        "No source is named"
        "Write who said it into `attributed_to`, and who reported it into `reported_by`. Without either a reader cannot judge it."
    UrlUnsafe "url-unsafe" Error Nothing
        "This is not an address of the web"
        "Only `https://` and `http://` become links. The record is shown without one."
    CountryUnreadable "country-unreadable" Error Record
        "This is not a country's code"
        "Two letters, ISO 3166-1 alpha-2, such as `KR`. Three letters (`KOR`) and names (`South Korea`) are read too."
    CountryUnknown "country-unknown" Error Record
        "No country has this code"
        "The form is right, but ISO 3166-1 has not assigned it: often `UK` for `GB`, or a slip of a key."
    CountryDoubtful "country-doubtful" Warning Nothing
        "The name of a country may mean another one, too"
        "By its short name in ISO 3166-1 `Congo` is `CG`, and in much writing it is the Democratic Republic, `CD`. `Serbia and Kosovo` in tables of UNHCR is counted for `RS`. Write the code that is meant."
    CountryRead "country-read" Note Nothing
        "A country was read that is not written as its code"
        "From its three letters or its name; the message says as what."
    DestinationMissing "destination-missing" Error Record
        "It is not said where people were sent"
        "Write a country's code, or in `places` over how many countries and territories they were spread, where they were not named."
    DestinationHome "destination-home" Warning Nothing
        "The flow ends where it begins"
        "Origin and destination are the same country, so there is nothing to draw. Check which one is wrong."
    PlacesUnreadable "places-unreadable" Error Record
        "This is not a number of countries"
        "A whole number above zero: over how many countries and territories the people were spread."
    FootnoteMark "footnote-mark" Warning Nothing
        "The mark of a footnote was left out"
        "`[1]`, `(a)`, `*` and raised digits behind a name or a number point at a footnote. The value was read without it. What the footnote says may change the value: look it up, write the value alone, and the note in the summary."
    ValueMissing "value-missing" Note Nothing
        "A word for a missing value"
        "`NA`, `NaN`, `NULL`, `None`, `\\N` and the errors of spreadsheets count as empty cells in columns that may be empty."
    CountryOrMissing "country-or-missing" Error Record
        "NA is Namibia, and a word for a missing value"
        "`NA` is the code of Namibia, and what R and other programs write where a value is missing. Write `Namibia` (or `NAM`) if the country is meant, else leave the cell empty."
    CountryOwnCode "country-own-code" Error Record
        "Three letters that may be UNHCR's own code"
        "In columns called `coo` and `coa` UNHCR writes codes of its own: there `AUS` is Austria, while in ISO 3166-1 it is Australia. Use its columns `coo_iso` and `coa_iso`; or, if these are codes of ISO, give the columns those names."
    PartUnknown "part-unknown" Error Nothing
        "The whole that this is part of is not there"
        "`part_of` names a record whose figure includes this one's. The record is shown as if it were no part, so totals may count it twice."
    PartLoop "part-loop" Error Nothing
        "Parts lead round in a circle"
        "Following `part_of` comes back to the same record. One of them is the whole: leave its `part_of` empty."
    PartLarger "part-larger" Warning Nothing
        "A part is larger than its whole"
        "Either a figure is wrong, or the record is not a part of that one. Where the whole is a lower bound (`>=`) nothing is said."
    PartsLarger "parts-larger" Warning Nothing
        "The parts together are larger than their whole"
        "Either they overlap, or a figure is wrong."
    CountedTwice "counted-twice" Warning Nothing
        "A total may count the same people twice"
        "The record covers the time and place of others of the same kind that also have figures, so a sum over all of them counts people twice if its figure includes theirs. If it does, say so: `part_of`. If these are other people, nothing needs to be done."
    RecordRepeated "record-repeated" Warning Nothing
        "The same record under two ids"
        "Date, place, kind, people and title are the same. If it is one event, remove one."
}
