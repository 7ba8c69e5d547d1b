//! What is known only roughly, as spans above the bars.

use super::{Timeline, Unit};
use crate::model::{DatePart, Day, RecordIndex, sorted};
use crate::query::Counts;
use crate::query::index::Rough;

/// The most spans that are drawn.
const MOST: usize = 40;

/// How many lanes there are for them.
const LANES: usize = 3;

/// The least width of a span, as a fraction of the drawing.
const LEAST: f64 = 0.03;

/// Records that are of the same longer time: a month, a year, an interval, or "about" some day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day; `None` where it is open.
    pub from: Option<Day>,
    /// The last day; `None` where it is open.
    pub to: Option<Day>,
    /// The time to be put in words.
    pub part: DatePart,
    /// How many records there are.
    pub count: usize,
    /// The first of the records, in the order of the files.
    pub record: RecordIndex,
    /// In which lane it is drawn, from 0, the nearest to the bars.
    pub lane: usize,
    /// Whether it goes on before the first day that is drawn.
    pub runs_off_start: bool,
    /// Whether it goes on after the last day that is drawn.
    pub runs_off_end: bool,
}

impl Span {
    fn is_within_a_year(&self) -> bool {
        self.from.zip(self.to).is_some_and(|(from, to)| from.year() == to.year())
    }
}

impl Timeline {
    /// The start and the end of a span, as fractions of the width. One that lies outside is drawn at
    /// the edge.
    #[must_use]
    pub fn place(&self, span: &Span) -> (f64, f64) {
        let start = span.from.map_or(0.0, |day| self.start_of(day)).min(1.0 - LEAST);
        let end = span.to.map_or(1.0, |day| self.end_of(day));
        (start, end.max(start + LEAST))
    }

    /// What is known too roughly for one bar, of the kinds that are shown, in lanes. Where there are
    /// too many different times, they are taken together: by months, years and longer times in a lane
    /// each, then by years and longer times, then all that overlap.
    pub(in crate::query) fn spans(
        &self,
        counts: &dyn Counts,
        shows: &dyn Fn(usize) -> bool,
    ) -> Vec<Span> {
        let ((first, last), all) = (self.drawn(), self.is_whole());
        let is_drawn = |rough: &&Rough| {
            let overlaps = rough.first <= last.number() && rough.last >= first.number();
            self.bar_of(rough).is_none() && (all || overlaps)
        };
        let rough: Vec<Rough> = counts.calendar().rough(shows).filter(is_drawn).copied().collect();
        let span = |rough: &Rough| self.span(rough);
        let mut spans: Vec<Span> = Vec::new();
        for same in rough.chunk_by(Rough::is_same) {
            let mut sum = None;
            for rough in same {
                sum = Some(match sum {
                    Some(sum) => added(sum, &span(rough)),
                    None => span(rough),
                });
            }
            spans.extend(sum);
            // Too many: the rest need not be tried.
            if spans.len() > MOST {
                break;
            }
        }
        if spans.len() <= MOST
            && let Some(laid) = self.lay(spans.clone())
        {
            return laid;
        }
        // What covers all that is drawn tells no more apart in several lines than in one.
        let covers = |span: &Span| span.runs_off_start && span.runs_off_end;
        let is_long = |span: &Span| covers(span) && !span.is_within_a_year();
        let (long, mut rest): (Vec<Span>, Vec<Span>) = spans.iter().partition(|span| is_long(span));
        let long = long.into_iter().reduce(|sum, span| added(sum, &span));
        rest.extend(long);
        if spans.len() <= MOST
            && let Some(laid) = self.lay(rest)
        {
            return laid;
        }
        let by_unit = |units: &[Unit]| {
            let mut found = Vec::new();
            for lane in 0..=units.len() {
                let lane_of = |rough: &Rough| {
                    units.iter().position(|unit| rough.within.has(*unit)).unwrap_or(units.len())
                };
                let own = rough.iter().filter(|rough| lane_of(rough) == lane);
                let own = own.map(|rough| match (units.get(lane), Day::from_number(rough.first)) {
                    (Some(unit), Some(day)) => {
                        let from = unit.start(day);
                        self.span(&rough.over(Some(from), Some(unit.end(from))))
                    }
                    _ => self.span(rough),
                });
                found.extend(self.merged(own.map(|span| Span { lane, ..span }).collect()));
            }
            found
        };
        let levels: [&[Unit]; 3] = [&[Unit::Month, Unit::Year], &[Unit::Year], &[]];
        let mut found = Vec::new();
        for units in levels {
            found = by_unit(units);
            if found.len() <= MOST {
                break;
            }
        }
        found
    }

    fn span(&self, rough: &Rough) -> Span {
        let (first, last) = self.drawn();
        let (from, to) = (Day::from_number(rough.first), Day::from_number(rough.last));
        Span {
            from,
            to,
            part: rough.part,
            count: rough.count,
            record: rough.record,
            lane: 0,
            runs_off_start: from.is_none_or(|from| from < first),
            runs_off_end: to.is_none_or(|to| to > last),
        }
    }

    /// The spans in lanes, the shorter ones in the lower; `None` if there are not enough lanes.
    fn lay(&self, spans: Vec<Span>) -> Option<Vec<Span>> {
        let length = |span: &Span| {
            let (start, end) = self.place(span);
            end - start
        };
        let mut spans = sorted(spans, |a, b| length(a).total_cmp(&length(b)));
        let mut laid: Vec<(usize, (f64, f64))> = Vec::new();
        for span in &mut spans {
            let (start, end) = self.place(span);
            let is_free = |lane: &usize| {
                !laid.iter().any(|(other, (from, to))| other == lane && start < *to && *from < end)
            };
            span.lane = (0..LANES).find(is_free)?;
            laid.push((span.lane, (start, end)));
        }
        Some(sorted(spans, |a, b| (a.lane, a.from, a.to).cmp(&(b.lane, b.from, b.to))))
    }

    /// The spans of one lane, those that overlap taken together.
    fn merged(&self, spans: Vec<Span>) -> Vec<Span> {
        let spans = sorted(spans, |a, b| self.place(a).0.total_cmp(&self.place(b).0));
        let mut found: Vec<Span> = Vec::new();
        for span in spans {
            match found.last_mut() {
                Some(last) if self.place(last).1 > self.place(&span).0 => {
                    *last = added(*last, &span);
                }
                _ => found.push(span),
            }
        }
        found
    }
}

/// Two spans together.
fn added(one: Span, other: &Span) -> Span {
    let from = one.from.zip(other.from).map(|(a, b)| a.min(b));
    let to = one.to.zip(other.to).map(|(a, b)| a.max(b));
    let is_same = (one.from, one.to, one.part) == (other.from, other.to, other.part);
    Span {
        from,
        to,
        part: if is_same { one.part } else { crate::query::index::words(from, to) },
        count: one.count + other.count,
        record: one.record.min(other.record),
        lane: one.lane,
        runs_off_start: one.runs_off_start || other.runs_off_start,
        runs_off_end: one.runs_off_end || other.runs_off_end,
    }
}
