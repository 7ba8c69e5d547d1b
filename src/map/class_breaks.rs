//! Class breaks of a choropleth map of small counts.

/// How many colours the style has for classes, from the faintest to the strongest.
pub const MAX_CLASSES: usize = 5;

/// Classes for counts from 1 up to a largest one. Counts of a few are shown one by one: a class
/// "1 to 3" would hide the difference between one raid and three.
///
/// ```
/// use enforcement_map::map::ClassBreaks;
/// let class_breaks = ClassBreaks::new(7);
/// assert_eq!(class_breaks.ranges(), [(1, Some(1)), (2, Some(2)), (3, Some(4)), (5, None)]);
/// assert_eq!(class_breaks.class(0), None);
/// assert_eq!(ClassBreaks::new(1).class(1), Some(2));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassBreaks {
    /// The smallest count of each class.
    starts: Vec<usize>,
}

impl ClassBreaks {
    /// The classes needed for counts up to this one.
    #[must_use]
    pub fn new(largest: usize) -> Self {
        let starts = [1, 2, 3, 5, 10];
        Self { starts: starts.into_iter().filter(|start| *start <= largest.max(1)).collect() }
    }

    /// The smallest and largest count of each class; the last has no largest where more can come.
    #[must_use]
    pub fn ranges(&self) -> Vec<(usize, Option<usize>)> {
        let next = self.starts.iter().skip(1).map(|start| Some(start - 1));
        let last = match self.starts.last() {
            Some(&last) if last >= 3 => None,
            last => last.copied(),
        };
        self.starts.iter().copied().zip(next.chain([last])).collect()
    }

    /// The colour of a count, from 0 (the faintest) to [`MAX_CLASSES`] - 1; `None` for no action.
    #[must_use]
    pub fn class(&self, count: usize) -> Option<usize> {
        let class = self.starts.iter().rposition(|start| *start <= count)?;
        // Few classes take the middle of the colours: strong enough to differ from "none".
        let first = (MAX_CLASSES - self.starts.len()).div_ceil(2);
        Some((first + class).min(MAX_CLASSES - 1))
    }
}
