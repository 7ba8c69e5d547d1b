//! Sorting.

use std::cmp::Ordering;

/// Sorts, keeping the order of equals.
///
/// The standard library's sort is compiled anew for each type, some 3 kB of WebAssembly every
/// time. This one sorts indices instead, through one comparison that all types share.
#[must_use]
pub(crate) fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut indices: Vec<usize> = (0..items.len()).collect();
    let by_index = |a: &usize, b: &usize| match (items.get(*a), items.get(*b)) {
        (Some(first), Some(second)) => compare(first, second),
        _ => Ordering::Equal,
    };
    sort_indices(&mut indices, &by_index);
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    indices.into_iter().filter_map(|index| items.get_mut(index).and_then(Option::take)).collect()
}

fn sort_indices(indices: &mut [usize], compare: &dyn Fn(&usize, &usize) -> Ordering) {
    indices.sort_by(compare);
}

/// Sorts numbers of items by a key of each, keeping the order of equals, in a time that grows with
/// their number and no faster: by one byte of the key after the other, from the last, those that
/// are the same in all keys left out (Knuth, The Art of Computer Programming, 5.2.5).
#[must_use]
pub(crate) fn sorted_by_number(items: Vec<u32>, key: &dyn Fn(u32) -> u32) -> Vec<u32> {
    let mut items = items;
    let mut keys: Vec<u32> = items.iter().map(|item| key(*item)).collect();
    let (any, all) = keys.iter().fold((0, u32::MAX), |(any, all), key| (any | key, all & key));
    let (mut items_after, mut keys_after) = (items.clone(), keys.clone());
    for shift in [0, 8, 16, 24] {
        if (any ^ all) >> shift & 0xff == 0 {
            continue;
        }
        let byte = |key: u32| usize::try_from(key >> shift & 0xff).unwrap_or_default();
        let mut starts = [0_usize; 257];
        for key in &keys {
            if let Some(count) = starts.get_mut(byte(*key) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        for (item, key) in items.iter().zip(&keys) {
            let Some(start) = starts.get_mut(byte(*key)) else { continue };
            if let (Some(place), Some(place_of_key)) =
                (items_after.get_mut(*start), keys_after.get_mut(*start))
            {
                (*place, *place_of_key) = (*item, *key);
            }
            *start += 1;
        }
        std::mem::swap(&mut items, &mut items_after);
        std::mem::swap(&mut keys, &mut keys_after);
    }
    items
}

#[cfg(test)]
mod tests {
    use super::{sorted, sorted_by_number};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(items: Vec<(u8, u16)>) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            prop_assert_eq!(sorted(items, |a, b| a.0.cmp(&b.0)), expected);
        }

        #[test]
        fn it_sorts_by_numbers_as_the_standard_library_does(keys: Vec<u32>, mask: u32) {
            let key = |item: u32| keys[item as usize] & mask;
            let items: Vec<u32> = (0..keys.len() as u32).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| key(*item));
            prop_assert_eq!(sorted_by_number(items, &key), expected);
        }
    }
}
