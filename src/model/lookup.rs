//! Finding one of many texts by what it says.

/// Numbers of texts, found by the text. The texts stay where they are: whoever asks gives a function
/// from the number to the text.
///
/// A table with open addressing (Knuth, The Art of Computer Programming, 6.4, algorithm L): smaller
/// in WebAssembly than the standard library's map, and quick to build for a million texts, which
/// sorting is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lookup {
    /// A number plus one; 0 is free. The length is a power of two.
    slots: Vec<u32>,
}

impl Lookup {
    /// A table of the texts with the numbers from 0 to `length`; of equal texts, the first is found.
    /// `again` is called with each later one and the first.
    pub(crate) fn new<'a>(
        length: usize,
        text: &dyn Fn(usize) -> Option<&'a str>,
        again: &mut dyn FnMut(usize, usize),
    ) -> Self {
        let size = (length * 2).next_power_of_two().max(2);
        let mut table = Self { slots: vec![0; size] };
        for number in 0..length {
            let Some(own) = text(number) else { continue };
            let (slot, found) = table.slot(own, text);
            match found {
                Some(first) => again(number, first),
                None => {
                    if let Some(place) = table.slots.get_mut(slot) {
                        *place = u32::try_from(number + 1).unwrap_or_default();
                    }
                }
            }
        }
        table
    }

    /// The number of a text.
    pub(crate) fn find<'a>(
        &self,
        wanted: &str,
        text: &dyn Fn(usize) -> Option<&'a str>,
    ) -> Option<usize> {
        if self.slots.is_empty() { None } else { self.slot(wanted, text).1 }
    }

    /// The slot of a text, or the free one where it would be, and its number.
    fn slot<'a>(
        &self,
        wanted: &str,
        text: &dyn Fn(usize) -> Option<&'a str>,
    ) -> (usize, Option<usize>) {
        let mask = self.slots.len() - 1;
        let mut slot = hash(wanted) & mask;
        // There is always a free slot: at most half of them are taken.
        loop {
            let number = self.slots.get(slot).and_then(|number| number.checked_sub(1));
            let number = number.and_then(|number| usize::try_from(number).ok());
            if number.is_none_or(|number| text(number) == Some(wanted)) {
                return (slot, number);
            }
            slot = (slot + 1) & mask;
        }
    }
}

/// FNV-1a with 32 bits, its bits mixed once more since only the last ones choose a slot.
fn hash(text: &str) -> usize {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let hash = text.bytes().fold(0x811c_9dc5, step);
    let mixed = (hash ^ hash >> 15).wrapping_mul(0x2c1b_3c6d);
    usize::try_from(mixed ^ mixed >> 13).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Lookup;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_finds_the_first_of_equal_texts(texts: Vec<String>, other: String) {
            let text = |number: usize| texts.get(number).map(String::as_str);
            let mut again = Vec::new();
            let lookup = Lookup::new(texts.len(), &text, &mut |number, first| again.push((number, first)));
            let first = |wanted: &String| texts.iter().position(|text| text == wanted);
            let later: Vec<_> = (0..texts.len())
                .filter_map(|number| first(&texts[number]).filter(|first| *first < number).map(|first| (number, first)))
                .collect();
            prop_assert_eq!(again, later);
            for wanted in texts.iter().chain([&other]) {
                prop_assert_eq!(lookup.find(wanted, &text), first(wanted));
            }
            prop_assert_eq!(Lookup::default().find(&other, &text), None);
        }
    }
}
