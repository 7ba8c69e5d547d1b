//! Which of many spans of days lie around another.

use std::cmp::Reverse;

use crate::load::check::entry::Entry;

/// How many records of one span are compared; those after them are too many to be a doubt about each.
const ALIKE: usize = 8;

/// How many spans around a record are compared, from the innermost outwards.
const AROUND: usize = 64;

/// Spans in the order of their first days, of those that begin together the longest first.
pub(super) struct Nested<'a> {
    slots: Vec<Slot<'a>>,
    /// A tree of the latest last days (a segment tree): the parent of `i` is `i / 2`, the leaves are in
    /// the second half.
    latest: Vec<i32>,
}

/// The records of one span: the last few that are parts of different records.
struct Slot<'a> {
    days: (i32, i32),
    entries: Vec<&'a Entry>,
}

impl<'a> Nested<'a> {
    /// The spans of entries that are in that order.
    pub(super) fn new(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let mut slots: Vec<Slot<'a>> = Vec::new();
        for entry in entries {
            match slots.last_mut().filter(|last| last.days == entry.figures.days) {
                Some(last) => last.add(entry),
                None => slots.push(Slot { days: entry.figures.days, entries: vec![entry] }),
            }
        }
        Self::of(slots)
    }

    fn of(slots: Vec<Slot<'a>>) -> Self {
        // One is free, so that the place after the last is a leaf too.
        let leaves = (slots.len() + 1).next_power_of_two();
        let mut latest = vec![i32::MIN; leaves];
        latest.extend(slots.iter().map(|slot| slot.days.1));
        latest.resize(leaves * 2, i32::MIN);
        for node in (1..leaves).rev() {
            let below = [node * 2, node * 2 + 1].map(|child| latest.get(child).copied());
            if let (Some(parent), Some(largest)) =
                (latest.get_mut(node), below.into_iter().flatten().max())
            {
                *parent = largest;
            }
        }
        Self { slots, latest }
    }

    /// The records of spans around one, the innermost first: those that begin before it or with it and
    /// do not end before it. Its own span is among them.
    pub(super) fn around(
        &self,
        (first, last): (i32, i32),
    ) -> impl Iterator<Item = ((i32, i32), &'a Entry)> {
        let key = |days: (i32, i32)| (days.0, Reverse(days.1));
        let end = self.slots.partition_point(|slot| key(slot.days) <= key((first, last)));
        let before = move |end: usize| self.last_until(end, last);
        std::iter::successors(before(end), move |slot| before(*slot))
            .take(AROUND)
            .filter_map(|slot| self.slots.get(slot))
            .flat_map(|slot| slot.entries.iter().rev().map(|entry| (slot.days, *entry)))
    }

    /// The last slot before a number that ends on a day or after it.
    fn last_until(&self, end: usize, day: i32) -> Option<usize> {
        let leaves = self.latest.len() / 2;
        let holds = |node: usize| self.latest.get(node).is_some_and(|latest| *latest >= day);
        // Up from the leaf, to the first tree on its left that has one, and down in it.
        let mut node = leaves + end;
        while node > 1 {
            if node % 2 == 1 && holds(node - 1) {
                node -= 1;
                while node < leaves {
                    node = node * 2 + usize::from(holds(node * 2 + 1));
                }
                return Some(node - leaves);
            }
            node /= 2;
        }
        None
    }
}

impl<'a> Slot<'a> {
    fn add(&mut self, entry: &'a Entry) {
        let is_sibling = |other: &&Entry| other.part_of.is_some() && other.part_of == entry.part_of;
        if let Some(place) = self.entries.iter().position(is_sibling) {
            self.entries.remove(place);
        } else if self.entries.len() == ALIKE {
            self.entries.remove(0);
        }
        self.entries.push(entry);
    }
}

#[cfg(test)]
mod tests {
    use super::{Nested, Slot};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_tree_finds_what_a_walk_finds(days in prop::collection::vec(0_i32..20, 0..40), day in 0_i32..20) {
            let slots = days.iter().map(|last| Slot { days: (0, *last), entries: Vec::new() });
            let nested = Nested::of(slots.collect());
            for end in 0..=days.len() {
                let walked = days.iter().take(end).rposition(|last| *last >= day);
                prop_assert_eq!(nested.last_until(end, day), walked);
            }
        }
    }
}
