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

#[cfg(test)]
mod tests {
    use super::sorted;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(items: Vec<(u8, u16)>) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            prop_assert_eq!(sorted(items, |a, b| a.0.cmp(&b.0)), expected);
        }
    }
}
