//! Columns whose meaning depends on which others there are.

use super::names::Names;
use crate::load::diagnostic::Layer;
use crate::load::text::folded;

/// Words in the names of columns that say which people are counted.
const MEANINGS: [&str; 5] = ["arrest", "deport", "refugee", "killed", "injured"];

/// Columns beside which `REF` counts refugees, as in tables of UNHCR.
const OF_UNHCR: [&str; 6] = ["iso3coo", "iso3coa", "coo", "coa", "cooiso", "coaiso"];

/// Names of columns for a part of the date, folded.
const YEARS: [&str; 10] =
    ["year", "annee", "année", "jahr", "ano", "año", "năm", "nam", "年", "ឆ្នាំ"];
const MONTHS: [&str; 9] = ["month", "mois", "monat", "mes", "mês", "tháng", "thang", "月", "ខែ"];
const DAYS: [&str; 10] =
    ["day", "jour", "tag", "dia", "día", "ngày", "ngay", "日", "ថ្ងៃ", "dayofmonth"];
const QUARTERS: [&str; 4] = ["quarter", "trimestre", "quartal", "quý"];
const WEEKS: [&str; 7] = ["week", "weeknumber", "weekno", "isoweek", "epiweek", "semaine", "woche"];

impl Names {
    /// `arrested` and `deported` are not two names of one figure. Where no column is called
    /// `people`, and several are of other meaning, none of them is taken.
    pub(super) fn settle_people(&mut self) {
        let is_own = |index: &usize| folded(self.label(*index)) == "people";
        let columns = self.of("people").to_vec();
        let mut meanings: Vec<&str> = Vec::new();
        for index in &columns {
            let label = folded(self.label(*index));
            let meaning = MEANINGS.iter().find(|word| label.contains(**word));
            meanings.push(meaning.copied().unwrap_or("people"));
        }
        meanings.sort_unstable();
        meanings.dedup();
        let own = columns.iter().copied().find(is_own);
        if meanings.len() < 2 {
            return;
        }
        let rest: Vec<usize> = columns.into_iter().filter(|index| Some(*index) != own).collect();
        self.renamed.retain(|(index, _)| !rest.contains(index));
        if let Some((_, at)) = self.fields.iter_mut().find(|(name, _)| *name == "people") {
            *at = own.into_iter().collect();
        }
        match own {
            Some(_) => self.unknown.extend(rest),
            None => self.rivals = rest,
        }
    }

    /// Finds the year, the month and the day where no column holds the whole date.
    pub(super) fn join_date(&mut self) {
        let at =
            |names: &[&str]| self.labels.iter().position(|label| names.contains(&&*folded(label)));
        let Some(year) = at(&YEARS) else { return };
        let (month, day, quarter) = (at(&MONTHS), at(&DAYS), at(&QUARTERS));
        let is_part = |index: &usize| [Some(year), month, day].contains(&Some(*index));
        if !self.of("date").iter().all(is_part) {
            return;
        }
        match (month, quarter) {
            (Some(month), _) => self.parts = Some((year, month, day)),
            (None, Some(quarter)) => self.quarter = Some((year, quarter)),
            (None, None) => {
                self.week = self
                    .unknown
                    .iter()
                    .copied()
                    .find(|index| WEEKS.contains(&&*folded(self.label(*index))));
                return;
            }
        }
        let parts = [Some(year), month, month.and(day), month.or(quarter)];
        self.unknown.retain(|index| !parts.contains(&Some(*index)));
        if let Some((_, at)) = self.fields.iter_mut().find(|(name, _)| *name == "date") {
            *at = vec![year];
        }
    }

    /// `from` and `to` are countries in flows and days in actions; `source` is where a flow begins
    /// if its other end is a `target`; `REF` counts refugees where UNHCR's columns are.
    pub(super) fn settle_ends(&mut self, layer: Layer) {
        let at = |name: &str| self.labels.iter().position(|label| folded(label) == name);
        let ends = at("from").or(at("du")).zip(at("to").or(at("until")).or(at("au")));
        let has_date = !self.of("date").is_empty();
        match (layer, ends) {
            (Layer::Actions, Some((first, last))) if !has_date => {
                self.move_to("date", first);
                self.move_to("date_end", last);
            }
            // The countries are in columns of their own.
            (Layer::Flows, Some((first, last)))
                if !has_date && self.of("origin").iter().any(|index| *index != first) =>
            {
                self.move_to("date", first);
                self.move_to("date_end", last);
            }
            _ => {}
        }
        if layer != Layer::Flows {
            return;
        }
        let at = |name: &str| self.labels.iter().position(|label| folded(label) == name);
        let (source, target, reference) = (at("source"), at("target"), at("ref"));
        let is_unhcr = OF_UNHCR.into_iter().any(|name| at(name).is_some());
        if let (Some(source), Some(_), true) = (source, target, self.of("origin").is_empty()) {
            self.move_to("origin", source);
        }
        if let (Some(reference), true) = (reference, is_unhcr) {
            self.move_to("people", reference);
        }
    }

    /// Whether the people are refugees by the names of the columns, so that a flow without a kind
    /// must not be taken for a deportation unseen.
    pub(super) fn counts_refugees(&self) -> bool {
        let has = |field: &str, fits: fn(&str) -> bool| {
            self.of(field).iter().any(|index| fits(&folded(self.label(*index))))
        };
        has("people", |label| label.contains("refugee") || label == "ref")
            || has("destination", |label| label.contains("asylum") || label.contains("coa"))
    }

    /// Takes a column for another field than its name alone says.
    fn move_to(&mut self, field: &'static str, column: usize) {
        for (name, at) in &mut self.fields {
            at.retain(|index| *index != column);
            if *name == field {
                at.push(column);
            }
        }
        self.unknown.retain(|index| *index != column);
        self.renamed.retain(|(index, _)| *index != column);
        self.renamed.push((column, field));
        self.renamed.sort_unstable();
    }
}
