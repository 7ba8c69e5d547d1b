//! The first records of a list, and how many there are in all.

use super::Scene;
use crate::model::{CountryCode, ProvinceCode, RecordIndex};
use crate::query::{Certainty, Counts as _, Filter, Which};

/// How many records a list shows at first, and how many more at each press.
pub const PAGE: usize = 20;

/// How many records of each province there are in a page without a script, where there are many.
const SHORT: usize = 2;

/// Which records a list holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listed {
    /// The actions in provinces.
    Local,
    /// The actions of the country as a whole.
    National,
    /// The people sent to a country, or to any.
    Flows(Option<CountryCode>),
    /// The actions in one province.
    Province(ProvinceCode),
}

/// How many pages each list shows beyond the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    local: usize,
    national: usize,
    flows: usize,
    province: usize,
}

impl Pages {
    /// That of a list.
    #[must_use]
    pub fn of(self, listed: &Listed) -> usize {
        let mut pages = self;
        *pages.of_mut(listed)
    }

    /// That of a list, to be changed.
    pub fn of_mut(&mut self, listed: &Listed) -> &mut usize {
        match listed {
            Listed::Local => &mut self.local,
            Listed::National => &mut self.national,
            Listed::Flows(_) => &mut self.flows,
            Listed::Province(_) => &mut self.province,
        }
    }
}

/// The records that a list shows, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The first of them, each with whether it is certainly or possibly in range.
    pub records: Vec<(RecordIndex, Certainty)>,
    /// How many there are in range.
    pub all: usize,
}

impl Scene {
    /// The first records of a list: [`PAGE`] for each page.
    #[must_use]
    pub fn listing(&self, listed: &Listed, filter: &Filter, pages: usize, live: bool) -> Listing {
        let which = match listed {
            Listed::Local => Which::Local,
            Listed::National => Which::National,
            Listed::Flows(None) => Which::Flows,
            Listed::Flows(Some(country)) => Which::Destination(*country),
            Listed::Province(code) => match self.index.cells().province(code) {
                Some(number) => Which::Province(number),
                None => return Listing::default(),
            },
        };
        // A page without a script has the details of all provinces: of many records, less of each.
        let is_short =
            !live && matches!(which, Which::Province(_)) && self.everything.local.all() > 3 * PAGE;
        let first = if is_short { SHORT } else { (pages + 1) * PAGE };
        Listing {
            records: self.index.records(which, filter, 0, first),
            all: self.index.number(which, filter).all(),
        }
    }
}
