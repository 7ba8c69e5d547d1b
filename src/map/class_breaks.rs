//! Class breaks of a choropleth map of counts.

use crate::model::sorted;

/// How many colours the style has for classes, from the faintest to the strongest.
pub const MAX_CLASSES: usize = 5;

/// The largest count that still has [`FEW`] as its classes.
const SMALL: usize = 20;

/// The starts of the classes of a few. They are shown one by one: a class "1 to 3" would hide the
/// difference between one raid and three.
const FEW: [usize; MAX_CLASSES] = [1, 2, 3, 5, 10];

/// How many classes large counts have at least: empty ones of a tenth are put below, so that not all
/// counts of shorter times than the whole, which are smaller, are in one.
const LEAST: usize = 3;

/// How many steps there are from a number to its tenth.
const TENTH: u32 = 3;

/// Classes for the counts of all areas over the whole time. They are never those of a chosen range,
/// so that a colour means the same while the range is moved.
///
/// Up to a largest count of 20 they are 1, 2, 3 to 4, 5 to 9, and 10 or more. Above that there are at
/// most five, which start at steps of 1, 2 and 5 times a power of ten. A step in which no area lies
/// has no class of its own, save where there would be fewer than three classes. Where there are too many steps, the two neighbours whose union adds the
/// least variance become one, until five are left (Ward, Hierarchical Grouping to Optimize an
/// Objective Function, 1963; the variance of the steps' numbers, which grow like the logarithm of the
/// counts).
///
/// ```
/// use enforcement_map::map::ClassBreaks;
/// let few = ClassBreaks::new([7, 1, 0]);
/// assert_eq!(few.ranges(), [(1, Some(1)), (2, Some(2)), (3, Some(4)), (5, None)]);
/// assert_eq!((few.class(0), ClassBreaks::new([1]).class(1)), (None, Some(2)));
/// let many = ClassBreaks::new([3, 40, 45, 170, 420]);
/// assert_eq!(many.ranges(), [(1, Some(19)), (20, Some(99)), (100, Some(199)), (200, None)]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassBreaks {
    /// The smallest count of each class.
    starts: Vec<usize>,
}

/// Neighbouring steps that are one class.
struct Group {
    /// The number of the first step, from 0.
    first: u32,
    /// How many areas lie in it.
    areas: f64,
    /// The mean number of their steps.
    mean: f64,
}

impl ClassBreaks {
    /// The classes for the counts of all areas, in any order.
    #[must_use]
    pub fn new(counts: impl IntoIterator<Item = usize>) -> Self {
        Self::of(counts.into_iter().filter(|count| *count > 0).collect())
    }

    fn of(counts: Vec<usize>) -> Self {
        let counts = sorted(counts, Ord::cmp);
        let largest = counts.last().copied().unwrap_or(1);
        if largest <= SMALL {
            return Self { starts: FEW.into_iter().filter(|start| *start <= largest).collect() };
        }
        let mut groups: Vec<Group> = Vec::new();
        for count in counts {
            let step = step_of(count);
            match groups.last_mut() {
                Some(last) if last.first == step => last.areas += 1.0,
                _ => groups.push(Group { first: step, areas: 1.0, mean: f64::from(step) }),
            }
        }
        while groups.len() > MAX_CLASSES {
            join_nearest(&mut groups);
        }
        let mut steps: Vec<u32> = groups.iter().map(|group| group.first).collect();
        while steps.len() < LEAST
            && let Some(below) = steps.first().and_then(|first| first.checked_sub(TENTH))
        {
            steps.insert(0, below);
        }
        let starts = steps.into_iter().enumerate();
        Self { starts: starts.map(|(i, step)| if i == 0 { 1 } else { start_of(step) }).collect() }
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

/// The first count of a step: 1, 2, 5, 10, 20, 50, and so on.
fn start_of(step: u32) -> usize {
    let factor = match step % TENTH {
        0 => 1,
        1 => 2,
        _ => 5,
    };
    10_usize.saturating_pow(step / TENTH).saturating_mul(factor)
}

/// The step in which a count lies.
fn step_of(count: usize) -> u32 {
    let power = count.checked_ilog10().unwrap_or_default() * TENTH;
    (power..power + TENTH).rfind(|step| start_of(*step) <= count).unwrap_or_default()
}

/// Makes one of the two neighbours whose union adds the least variance.
fn join_nearest(groups: &mut Vec<Group>) {
    let added = |(a, b): (&Group, &Group)| {
        a.areas * b.areas / (a.areas + b.areas) * (b.mean - a.mean).powi(2)
    };
    let pairs = groups.iter().zip(groups.iter().skip(1)).map(added);
    let Some((nearest, _)) = pairs.enumerate().min_by(|(_, a), (_, b)| a.total_cmp(b)) else {
        return;
    };
    let joined = groups.remove(nearest + 1);
    if let Some(group) = groups.get_mut(nearest) {
        let areas = group.areas + joined.areas;
        group.mean = (group.mean * group.areas + joined.mean * joined.areas) / areas;
        group.areas = areas;
    }
}
