//! Sums of people over a run of records that lie side by side.

use crate::model::People;
use crate::query::{PeopleSum, PeopleTotal};

/// How many records there are from one sum to the next: those between are added one by one.
const BLOCK: usize = 16;

/// The largest number of people that is added up, about a million millions: the sums of 16 million
/// such records still fit.
const MOST: u64 = u64::MAX >> 24;

/// The people of records in a row, so that those of any run are added up in a few steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sums {
    /// Of each record, as [`packed`]; empty if no record has people.
    people: Vec<u64>,
    /// The sum of all before each block.
    before: Vec<Sum>,
}

/// Numbers of people and of records, which may wrap around: only differences are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    number: u64,
    published: u32,
    not_published: u32,
    about: u32,
    at_least: u32,
}

/// A number of people with its qualifier in one number: no people is 0.
pub(super) fn packed(people: Option<People>) -> u64 {
    let (qualifier, number) = match people {
        None => (0, 0),
        Some(People::Exactly(number)) => (1, number),
        Some(People::AtLeast(number)) => (2, number),
        Some(People::About(number)) => (3, number),
        Some(People::NotPublished) => (4, 0),
    };
    qualifier << 61 | number.min(MOST)
}

impl Sum {
    /// That of one record.
    pub(super) fn of(packed: u64) -> Self {
        let mut sum = Self::default();
        sum.add(packed);
        sum
    }

    fn add(&mut self, packed: u64) {
        let qualifier = packed >> 61;
        self.number = self.number.wrapping_add(packed & (u64::MAX >> 3));
        self.published = self.published.wrapping_add(u32::from(matches!(qualifier, 1..=3)));
        self.not_published = self.not_published.wrapping_add(u32::from(qualifier == 4));
        self.about = self.about.wrapping_add(u32::from(qualifier == 3));
        self.at_least = self.at_least.wrapping_add(u32::from(qualifier == 2));
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            number: self.number.wrapping_add(other.number),
            published: self.published.wrapping_add(other.published),
            not_published: self.not_published.wrapping_add(other.not_published),
            about: self.about.wrapping_add(other.about),
            at_least: self.at_least.wrapping_add(other.at_least),
        }
    }

    pub(super) fn minus(self, other: Self) -> Self {
        Self {
            number: self.number.wrapping_sub(other.number),
            published: self.published.wrapping_sub(other.published),
            not_published: self.not_published.wrapping_sub(other.not_published),
            about: self.about.wrapping_sub(other.about),
            at_least: self.at_least.wrapping_sub(other.at_least),
        }
    }

    fn total(self) -> PeopleTotal {
        let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        PeopleTotal {
            number: self.number,
            about: self.about > 0,
            at_least: self.at_least > 0,
            not_published: count(self.not_published),
            published: count(self.published),
        }
    }
}

/// The sums of what is certainly in a range, and of all that is possibly in it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TwoSums {
    pub(super) certain: Sum,
    pub(super) all: Sum,
}

impl TwoSums {
    pub(super) fn add(&mut self, other: Self) {
        self.certain = self.certain.plus(other.certain);
        self.all = self.all.plus(other.all);
    }

    pub(super) fn total(self) -> PeopleSum {
        PeopleSum { certain: self.certain.total(), all: self.all.total() }
    }
}

impl Sums {
    pub(super) fn new(people: Vec<u64>) -> Self {
        if people.iter().all(|people| *people == 0) {
            return Self::default();
        }
        let mut sum = Sum::default();
        let mut before = Vec::with_capacity(people.len() / BLOCK + 1);
        for (index, people) in people.iter().enumerate() {
            if index.is_multiple_of(BLOCK) {
                before.push(sum);
            }
            sum.add(*people);
        }
        if people.len().is_multiple_of(BLOCK) {
            before.push(sum);
        }
        Self { people, before }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The sum of the records from one on, before another.
    pub(super) fn between(&self, (start, end): (usize, usize)) -> Sum {
        if start >= end || self.people.is_empty() {
            return Sum::default();
        }
        self.until(end).minus(self.until(start))
    }

    fn until(&self, end: usize) -> Sum {
        let block = end / BLOCK;
        let mut sum = self.before.get(block).copied().unwrap_or_default();
        for people in self.people.get(block * BLOCK..end).unwrap_or_default() {
            sum.add(*people);
        }
        sum
    }
}
