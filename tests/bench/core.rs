//! How the time of reading and of a range change grows with the records: ratios within one run, so that
//! the machine does not matter. Called by `make bench`; fails where a bound is passed.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a benchmark"
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

use enforcement_map::load::{self, Source, Sources};
use enforcement_map::map::CountryMap;
use enforcement_map::model::Day;
use enforcement_map::query::{Aggregates, DayRange, Filter, Index, Timeline};

/// Twice the records may take so many times as long: twice, and some for caches and n log n.
const DOUBLED: f64 = 2.3;
/// A range change among a million records, as a multiple of one among eleven.
const MILLION: f64 = 3.0;

/// Counts what is allocated.
struct Counting;

static BYTES: AtomicUsize = AtomicUsize::new(0);
static LIVE: AtomicUsize = AtomicUsize::new(0);

#[allow(unsafe_code, reason = "an allocator is unsafe")]
// SAFETY: all is left to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        BYTES.fetch_add(layout.size(), Relaxed);
        LIVE.fetch_add(layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The shapes of data that once took a time that grew with the square of the records.
#[derive(Clone, Copy, Debug)]
enum Shape {
    /// Days, months and years in all provinces, of all kinds.
    Usual,
    /// Each record is part of the one before.
    Chain,
    /// All in one place and of one kind, over times that overlap and do not cover each other.
    Staircase,
    /// All in one place and of one kind, each within the one before.
    Nested,
    /// Every record names a whole that is not there.
    Unknown,
}

fn sheet(shape: Shape, records: usize) -> Vec<u8> {
    let mut text = String::from("id,date,place,kind,title,people,part_of,reported_by\n");
    let kinds = ["raid", "arrest", "inspection", "meeting", "warning", "deportation"];
    let day = |number: usize| {
        let day = Day::new(2000, 1, 1).unwrap().plus(i64::try_from(number % 9_000).unwrap());
        day.to_string()
    };
    for row in 0..records {
        let mixed = row.wrapping_mul(2_654_435_761) >> 7;
        let (date, place, kind, part_of) = match shape {
            Shape::Usual => {
                let date = day(mixed);
                let date = match row % 20 {
                    0 => date.get(..4).unwrap().to_owned(),
                    1 | 2 => date.get(..7).unwrap().to_owned(),
                    _ => date,
                };
                (date, mixed % 25 + 1, kinds[mixed / 32 % 6], String::new())
            }
            Shape::Chain => {
                let whole = row.checked_sub(1).map(|whole| format!("r{whole}"));
                ("2020".to_owned(), 1, "raid", whole.unwrap_or_default())
            }
            Shape::Staircase => {
                let begin = row * 4_000 / records;
                (format!("{}/{}", day(begin), day(begin + 4_500)), 1, "raid", String::new())
            }
            Shape::Nested => {
                let begin = row * 4_000 / records;
                (format!("{}/{}", day(begin), day(8_999 - begin)), 1, "raid", String::new())
            }
            Shape::Unknown => (day(mixed), mixed % 25 + 1, "raid", format!("x{row}")),
        };
        text += &format!(
            "r{row},{date},KH{place:02},{kind},Record {row},{},{part_of},Times\n",
            row % 90 + 1
        );
    }
    text.into_bytes()
}

fn sources(actions: Vec<u8>) -> Sources {
    let provinces = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/geo/provinces.geojson"));
    Sources {
        provinces: Some(Source::read("provinces.geojson", provinces.unwrap())),
        actions: Some(Source::read("actions.csv", actions)),
        ..Sources::default()
    }
}

/// All that is done before the first drawing.
fn prepare(sources: &Sources) {
    let loaded = load::dataset(sources);
    let index = Index::new(&loaded.dataset);
    let timeline = Timeline::new(&index);
    let map = CountryMap::new(&loaded.dataset, "en", |code| code.to_string());
    black_box((Aggregates::new(&index, timeline.as_ref(), &Filter::default()), map));
}

/// The best of some runs: what else the machine does only adds.
fn best(runs: usize, run: &mut dyn FnMut()) -> Duration {
    let mut best = Duration::MAX;
    for _ in 0..runs {
        let start = Instant::now();
        run();
        best = best.min(start.elapsed());
    }
    best
}

/// The time of a range change, what it allocates, and the memory of the dataset and of the index.
fn range_change(records: usize) -> (Duration, usize, [usize; 2]) {
    let sources = sources(sheet(Shape::Usual, records));
    let before = LIVE.load(Relaxed);
    let loaded = load::dataset(&sources);
    let with_data = LIVE.load(Relaxed);
    let index = Index::new(&loaded.dataset);
    let memory = [with_data - before, LIVE.load(Relaxed) - with_data];
    let timeline = Timeline::new(&index);
    let filters: Vec<Filter> = (0..50)
        .map(|number| {
            let from = Day::new(2010, 1, 1).unwrap().plus(number * 7);
            Filter::from(DayRange::new(Some(from), Some(from.plus(365))))
        })
        .collect();
    let mut change = || {
        for filter in &filters {
            black_box(Aggregates::new(&index, timeline.as_ref(), filter));
        }
    };
    change();
    let start = BYTES.load(Relaxed);
    change();
    let bytes = (BYTES.load(Relaxed) - start) / filters.len();
    (best(9, &mut change) / u32::try_from(filters.len()).unwrap(), bytes, memory)
}

fn main() {
    let number = |name: &str, usual: usize| {
        std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
    };
    let (rows, million) = (number("ROWS", 20_000), number("RECORDS", 1_000_000));
    let mut failures = Vec::new();
    println!("| data | {rows} rows | {} rows | ratio |\n| --- | ---: | ---: | ---: |", rows * 2);
    for shape in [Shape::Usual, Shape::Chain, Shape::Staircase, Shape::Nested, Shape::Unknown] {
        let [one, two] = [rows, rows * 2].map(|rows| sources(sheet(shape, rows)));
        let (mut once, mut twice) = (Duration::MAX, Duration::MAX);
        // One after the other, so that a busy moment meets both.
        for _ in 0..5 {
            once = once.min(best(1, &mut || prepare(&one)));
            twice = twice.min(best(1, &mut || prepare(&two)));
        }
        let ratio = twice.as_secs_f64() / once.as_secs_f64();
        println!("| {shape:?} | {once:.1?} | {twice:.1?} | {ratio:.2} |");
        if ratio > DOUBLED {
            failures.push(format!("{shape:?}: twice the rows take {ratio:.2} times as long"));
        }
    }
    println!("\n| records | a range change | allocated by it | dataset | index |");
    println!("| ---: | ---: | ---: | ---: | ---: |");
    let mut rows = Vec::new();
    // The second has every cell that the last one has.
    for records in [11, 10_000, million] {
        let (time, bytes, [data, index]) = range_change(records);
        let each = |bytes: usize| bytes / records;
        println!(
            "| {records} | {time:.1?} | {bytes} B | {} B a record | {} B a record |",
            each(data),
            each(index),
        );
        rows.push((time, bytes));
    }
    let [few, all_cells, many] = rows.try_into().unwrap();
    let ratio = many.0.as_secs_f64() / few.0.as_secs_f64();
    println!("\na range change among {million} records takes {ratio:.2} times one among 11");
    if ratio > MILLION {
        failures.push(format!("a range change takes {ratio:.2} times as long"));
    }
    if many.1 > all_cells.1 * 3 / 2 {
        failures.push(format!("a range change allocates {} bytes, not {}", many.1, all_cells.1));
    }
    if !failures.is_empty() {
        eprintln!("FAILED: {}", failures.join("; "));
        std::process::exit(1);
    }
}
