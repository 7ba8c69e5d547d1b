//! Each remedy, applied as it is written, gives the right value.

use enforcement_map::load::{Diagnostic, Loaded, Severity, Source, Sources, dataset};
use enforcement_map::model::{Destination, Location};

use crate::project;

fn provinces() -> Source {
    let bytes = std::fs::read(project().join("geo/provinces.geojson")).unwrap();
    Source::read("provinces.geojson", bytes)
}

fn actions(text: &str) -> Loaded {
    let actions = Some(Source::read("actions.csv", text.as_bytes().to_vec()));
    dataset(&Sources { provinces: Some(provinces()), actions, ..Sources::default() })
}

fn flows(text: &str) -> Loaded {
    let flows = Some(Source::read("flows.csv", text.as_bytes().to_vec()));
    dataset(&Sources { provinces: Some(provinces()), flows, ..Sources::default() })
}

fn action(date: &str, place: &str, people: &str) -> Loaded {
    actions(&format!(
        "id,date,place,kind,title,people,source\na,\"{date}\",\"{place}\",raid,A,\"{people}\",B\n"
    ))
}

fn flow(destination: &str, places: &str) -> Loaded {
    flows(&format!(
        "id,date,origin,destination,places,title,people,source\na,2026,KH,{destination},{places},A,1,B\n"
    ))
}

/// The one diagnostic, whose remedy says this.
fn only(loaded: &Loaded, code: &str, remedy: &str) {
    let found: Vec<&Diagnostic> = loaded.diagnostics.iter().collect();
    assert_eq!(found.len(), 1, "{code}: {found:#?}");
    assert_eq!(found[0].code.name(), code, "{}", found[0]);
    assert!(found[0].remedy.contains(remedy), "{remedy:?} is not in {:?}", found[0].remedy);
    assert_ne!(found[0].code.severity(), Severity::Note);
}

fn clean(loaded: &Loaded) {
    assert_eq!(loaded.diagnostics, []);
}

#[test]
fn of_dates() {
    for (written, code, applied) in [
        ("2021-22", "date-ambiguous", "2021/2022"),
        ("2021-22", "date-ambiguous", "2021-07-01/2022-06-30"),
        ("2021/22", "date-ambiguous", "2021/2022"),
        ("2025/26", "date-ambiguous", "2025/2026"),
        ("2021/2", "date-ambiguous", "2021/2022"),
        ("2021-05/06", "date-ambiguous", "2021-05-06"),
        ("2021-05/06", "date-ambiguous", "2021-05/2021-06"),
        ("5-6/2021", "date-ambiguous", "2021-05/2021-06"),
        ("2021-33", "date-ambiguous", "2021/2033"),
        ("1999-00", "date-ambiguous", "1999/2000"),
        ("2011-12", "date-span", "2011/2012"),
        ("2026-01-17T17:00:00Z", "date-ambiguous", "2026-01-17"),
        ("2026-01-17T17:00:00.000Z", "date-ambiguous", "2026-01-18"),
        ("1970-01-01", "date-sentinel", "1970-01-01/1970-01-01"),
        ("1970-01-01T00:00:00Z", "date-sentinel", "1970-01-01/1970-01-01"),
        ("03/04/2026", "date-ambiguous", "2026-04-03"),
        ("2026-01-18/2026-01-12", "date-reversed", "2026-01-12/2026-01-18"),
        ("1768064400", "date-ambiguous", "2026-01-10"),
        ("1768064400000", "date-ambiguous", "2026-01-11"),
    ] {
        only(&action(written, "KH24", ""), code, applied);
        let loaded = action(applied, "KH24", "");
        clean(&loaded);
        assert_eq!(loaded.dataset.actions[0].record.period.to_string(), applied);
    }
}

#[test]
fn of_places() {
    for (written, code, applied, province) in [
        ("Pailin[1]", "footnote-mark", "Pailin", "KH24"),
        ("Kandal²", "footnote-mark", "Kandal", "KH08"),
        ("Kep *", "footnote-mark", "Kep", "KH23"),
        ("Takeo (a)", "footnote-mark", "Takeo", "KH21"),
        ("Battambamg", "place-unknown", "KH02", "KH02"),
    ] {
        only(&action("2026", written, ""), code, applied);
        let loaded = action("2026", applied, "");
        clean(&loaded);
        let Location::Province(found) = &loaded.dataset.actions[0].location else { panic!() };
        assert_eq!(found.as_str(), province);
    }
    // Nothing is offered for a number alone, nor for a name with nothing in common.
    for written in ["24", "7", "XX24", "Westmarch"] {
        let loaded = action("2026", written, "");
        assert_eq!(loaded.diagnostics.len(), 1, "{written}");
        assert!(
            !loaded.diagnostics[0].remedy.contains("did you mean"),
            "{}",
            loaded.diagnostics[0]
        );
    }
}

#[test]
fn of_people() {
    for (written, code, applied, people) in [
        ("73¹", "footnote-mark", "73", Some("73")),
        ("12[2]", "footnote-mark", "12", Some("12")),
        ("1200*", "footnote-mark", "1200", Some("1200")),
        ("NA", "people-missing", "unknown", Some("unknown")),
        ("#N/A", "people-missing", "unknown", Some("unknown")),
        ("#REF!", "people-missing", "unknown", Some("unknown")),
        ("NaN", "people-missing", "", None),
        ("9999", "people-sentinel", "unknown", Some("unknown")),
        ("9999", "people-sentinel", "9,999", Some("9999")),
        ("99999", "people-sentinel", "99,999", Some("99999")),
        ("-99", "people-missing", "unknown", Some("unknown")),
        ("1.300", "people-ambiguous", "1300", Some("1300")),
        ("250-300", "people-range", ">=250", Some(">=250")),
        ("250-300", "people-range", "~275", Some("~275")),
        ("+73", "people-ambiguous", "73", Some("73")),
        ("+73", "people-ambiguous", ">=73", Some(">=73")),
        ("(73)", "people-ambiguous", "73", Some("73")),
        ("(1,200)", "people-ambiguous", "1200", Some("1200")),
        ("1,00,000", "people-ambiguous", "100000", Some("100000")),
        ("1.234,00", "people-ambiguous", "1234", Some("1234")),
        ("1.3万", "people-unreadable", "13000", Some("13000")),
        ("13k", "people-unreadable", "~13000", Some("~13000")),
        ("1.3E+04", "people-unreadable", "~13000", Some("~13000")),
    ] {
        only(&action("2026", "KH24", written), code, applied);
        let loaded = action("2026", "KH24", applied);
        clean(&loaded);
        let found = loaded.dataset.actions[0].record.people.map(|people| people.to_string());
        assert_eq!(found.as_deref(), people);
    }
    for (written, people) in [
        ("13’000", "13000"),
        ("約260", "~260"),
        ("约 260 名", "~260"),
        ("260多人", ">=260"),
        ("超过1000人", ">=1000"),
        ("٧٣", "73"),
        ("۱٬۲۳۴", "1234"),
        ("७३", "73"),
        ("ជាង ២៦០ នាក់", ">=260"),
    ] {
        let loaded = action("2026", "KH24", written);
        clean(&loaded);
        let found = loaded.dataset.actions[0].record.people.map(|people| people.to_string());
        assert_eq!(found.as_deref(), Some(people), "{written}");
    }
    let loaded = action("2026", "KH24", "10000000000000000000");
    assert_eq!(loaded.diagnostics[0].code.name(), "people-unreadable");
    let loaded = action("2026", "KH24", "1000000000000000");
    clean(&loaded);
}

#[test]
fn of_countries() {
    only(&flow("Congo", ""), "country-doubtful", "write CG");
    only(&flow("Serbia and Kosovo: S/RES/1244 (1999)", ""), "country-doubtful", "write RS");
    for written in ["Stateless", "Various/Unknown", "XXA", "UKN"] {
        only(&flow(written, ""), "country-unreadable", "leave it empty");
    }
    for (written, code) in [
        ("CG", "CG"),
        ("CD", "CD"),
        ("RS", "RS"),
        ("\"Congo, Dem. Rep.\"", "CD"),
        ("\"Gambia, The\"", "GM"),
        ("St. Lucia", "LC"),
        ("U.K.", "GB"),
    ] {
        let loaded = flow(written, "");
        clean(&loaded);
        assert_eq!(
            loaded.dataset.flows[0].destination,
            Destination::Country(enforcement_map::model::CountryCode::new(code).unwrap())
        );
    }
    only(&flow("NA", ""), "country-or-missing", "NAM");
    only(&flow("UK", ""), "country-unknown", "GB");
    for (applied, code) in [("NAM", "NA"), ("Namibia", "NA"), ("GB", "GB")] {
        let loaded = flow(applied, "");
        clean(&loaded);
        let Destination::Country(found) = loaded.dataset.flows[0].destination else { panic!() };
        assert_eq!(found.as_str(), code);
    }
    let loaded = flow("", "1");
    clean(&loaded);
    assert_eq!(loaded.dataset.flows[0].destination, Destination::Several(1));
}

/// The codes that UNHCR writes where no column has those of ISO.
#[test]
fn of_own_codes() {
    let sheet = |label: &str, code: &str| {
        flows(&format!(
            "id,year,coo_iso,{label},kind,people,title,source\na,2025,IRN,{code},refuge,1,A,B\n"
        ))
    };
    only(&sheet("coa", "AUS"), "country-own-code", "coa_iso");
    for (label, written, code) in [("coa_iso", "AUS", "AU"), ("coa", "Austria", "AT")] {
        let loaded = sheet(label, written);
        clean(&loaded);
        let Destination::Country(found) = loaded.dataset.flows[0].destination else { panic!() };
        assert_eq!(found.as_str(), code);
    }
}

#[test]
fn of_refugees_without_a_kind() {
    let head = "id,year,coo_iso,coa_iso,refugees,title,source";
    let loaded = flows(&format!("{head}\na,2025,IRN,AUT,1,A,B\n"));
    only(&loaded, "kind-assumed", "such as refuge");
    let loaded = flows(&format!("{head},kind\na,2025,IRN,AUT,1,A,B,refuge\n"));
    clean(&loaded);
    assert_eq!(loaded.dataset.flows[0].record.kind.as_str(), "refuge");
}

#[test]
fn of_columns() {
    let sheet = |arrested: &str| {
        actions(&format!(
            "id,date,place,kind,title,{arrested},deported,source\na,2026,KH24,arrest,A,,120,B\nb,2026,KH23,arrest,C,5,30,B\n"
        ))
    };
    let loaded = sheet("arrested");
    only(&loaded, "column-rivals", "\"people\"");
    assert!(loaded.dataset.actions.iter().all(|action| action.record.people.is_none()));
    let loaded = sheet("people");
    clean(&loaded);
    let people: Vec<_> = loaded
        .dataset
        .actions
        .iter()
        .map(|one| one.record.people.and_then(|p| p.number()))
        .collect();
    assert_eq!(people, [None, Some(5)]);
}

const SQUARE: &str =
    r#""geometry":{"type":"Polygon","coordinates":[[[-91,14],[-90,14],[-90,15],[-91,14]]]}"#;

fn elsewhere(members: &str, areas: &[(&str, &str)], place: &str) -> Loaded {
    let features: Vec<String> = areas
        .iter()
        .map(|(id, name)| format!(r#"{{"type":"Feature",{id}"properties":{{{name}}},{SQUARE}}}"#))
        .collect();
    let provinces =
        format!(r#"{{"type":"FeatureCollection",{members}"features":[{}]}}"#, features.join(","));
    let sheet = format!("id,date,place,kind,title,source\na,2026,{place},raid,A,B\n");
    dataset(&Sources {
        provinces: Some(Source::read("provinces.geojson", provinces.into_bytes())),
        actions: Some(Source::read("actions.csv", sheet.into_bytes())),
        ..Sources::default()
    })
}

fn place(loaded: &Loaded) -> Option<String> {
    loaded.dataset.actions.first().map(|action| match &action.location {
        Location::Province(code) => code.to_string(),
        Location::Country(code) => format!("all of {code}"),
    })
}

#[test]
fn a_province_with_the_name_of_its_country() {
    let areas = [(r#""id":"GT01","#, r#""name":"Guatemala""#)];
    let of = |place: &str| elsewhere(r#""country":"GT","#, &areas, place);
    only(&of("Guatemala"), "place-ambiguous", "write GT01 for the province, or GT for the whole");
    assert_eq!(place(&of("GT01")).as_deref(), Some("GT01"));
    assert_eq!(place(&of("GT")).as_deref(), Some("all of GT"));
}

/// The same in GeoJSON, for each country that has a province of its own name.
#[test]
fn a_province_with_the_name_of_its_country_in_geojson() {
    for (country, name) in [
        ("BZ", "Belize"),
        ("DJ", "Djibouti"),
        ("GT", "Guatemala"),
        ("KW", "Kuwait"),
        ("LU", "Luxembourg"),
        ("MX", "México"),
        ("PA", "Panamá"),
        ("SM", "San Marino"),
    ] {
        let provinces = format!(
            r#"{{"type":"FeatureCollection","country":"{country}","features":[{{"type":"Feature","id":"{country}01","properties":{{"name":"{name}"}},{SQUARE}}}]}}"#
        );
        let of = |place: &str| {
            let actions = format!(
                r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","id":"a","geometry":null,"properties":{{"date":"2026","place":"{place}","kind":"raid","title":"A","attributed_to":"B"}}}}]}}"#
            );
            dataset(&Sources {
                provinces: Some(Source::read("provinces.geojson", provinces.clone().into_bytes())),
                actions: Some(Source::read("actions.geojson", actions.into_bytes())),
                ..Sources::default()
            })
        };
        let province = format!("{country}01");
        only(
            &of(name),
            "place-ambiguous",
            &format!("write {province} for the province, or {country}"),
        );
        assert_eq!(place(&of(&province)), Some(province));
        assert_eq!(place(&of(country)), Some(format!("all of {country}")));
    }
}

#[test]
fn two_letters_of_a_country_elsewhere() {
    let areas = [(r#""id":"US06","#, r#""name":"California""#)];
    let of = |place: &str| elsewhere(r#""country":"US","#, &areas, place);
    for written in ["CA", "CAN"] {
        only(&of(written), "place-abroad", "if a province is meant, write its name or its code");
    }
    only(&of("Canada"), "place-abroad", "belong into the flows");
    for applied in ["California", "US06"] {
        clean(&of(applied));
        assert_eq!(place(&of(applied)).as_deref(), Some("US06"));
    }
}

#[test]
fn two_letters() {
    let areas =
        [(r#""id":"CA","#, r#""name":"California""#), (r#""id":"GA","#, r#""name":"Georgia""#)];
    for country in ["", r#""country":"US","#] {
        assert_eq!(place(&elsewhere(country, &areas, "CA")).as_deref(), Some("CA"));
        assert_eq!(place(&elsewhere(country, &areas, "GA")).as_deref(), Some("GA"));
        assert_eq!(place(&elsewhere(country, &areas, "TX")), None);
        // France is not the country of a file whose provinces have two letters.
        assert_eq!(place(&elsewhere(country, &areas, "FR")), None);
    }
    let areas = [(r#""id":"GT01","#, r#""name":"Escuintla""#)];
    only(&elsewhere("", &areas, "GT"), "place-nation", "a member \"country\"");
    let loaded = elsewhere(r#""country":"GT","#, &areas, "GT");
    clean(&loaded);
    assert_eq!(place(&loaded).as_deref(), Some("all of GT"));
}

#[test]
fn a_city_is_not_the_state_of_its_name() {
    let areas = [
        (r#""id":"MX09","#, r#""name":"Ciudad de México""#),
        (r#""id":"MX15","#, r#""name":"México""#),
    ];
    for text in ["Mexico City", "Estado de México"] {
        let loaded = elsewhere(r#""country":"MX","#, &areas, text);
        assert_eq!(place(&loaded), None);
        let remedy = &loaded.diagnostics[0].remedy;
        let both = ["MX09 (Ciudad de México)", "MX15 (México)"];
        assert!(both.iter().all(|one| remedy.contains(one)), "{remedy}");
    }
}

#[test]
fn a_code_of_letters_counts_before_the_number_of_a_row() {
    let areas = [
        (r#""id":1,"#, r#""name":"A","ADM1_PCODE":"GT07""#),
        (r#""id":"7","#, r#""name":"B","ADM1_PCODE":"GT01""#),
    ];
    let of = |place: &str| elsewhere(r#""country":"GT","#, &areas, place);
    assert_eq!(place(&of("GT07")).as_deref(), Some("GT07"));
    assert_eq!(place(&of("7")), None);
    assert!(!of("7").diagnostics[0].remedy.contains("did you mean"));
}

/// Two numbers below 90 in one cell, in a country at 50 to 52 degrees north, 4 to 6 east.
#[test]
fn of_the_order_of_two_numbers() {
    let square =
        r#""geometry":{"type":"Polygon","coordinates":[[[4,50],[6,50],[6,52],[4,52],[4,50]]]}"#;
    let provinces = format!(
        r#"{{"type":"FeatureCollection","country":"NL","features":[{{"type":"Feature","id":"NL01","properties":{{"name":"A"}},{square}}}]}}"#
    );
    let with = |label: &str, point: &str| {
        let sheet = format!("id,\"{label}\",date,kind,title,source\na,\"{point}\",2026,raid,A,B\n");
        dataset(&Sources {
            provinces: Some(Source::read("provinces.geojson", provinces.clone().into_bytes())),
            actions: Some(Source::read("actions.csv", sheet.into_bytes())),
            ..Sources::default()
        })
    };
    for point in ["51.1, 5.3", "5.3, 51.1"] {
        let loaded = with("coordinates", point);
        only(&loaded, "point-order", "lat, lon");
        assert_eq!(place(&loaded).as_deref(), Some("NL01"));
    }
    only(&with("coordinates", "51.1, 80.3"), "point-unreadable", "lat, lon");
    for (label, point) in [("lat, lon", "51.1, 5.3"), ("lon, lat", "5.3, 51.1")] {
        let loaded = with(label, point);
        clean(&loaded);
        assert_eq!(place(&loaded).as_deref(), Some("NL01"));
    }
    only(&with("lat, lon", "5.3, 51.1"), "point-swapped", "the other way round it is in NL01");
}
