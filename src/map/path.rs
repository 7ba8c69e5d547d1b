//! SVG path data (SVG 2, section 9.3), as short as possible.

use std::fmt::Write;

use geo_types::Coord;

use super::viewport::round;

/// The text of a `d` attribute, in whole drawing units.
///
/// Points are rounded before the steps between them are computed, so that a border shared by two
/// shapes is the same line in both.
///
/// ```
/// use enforcement_map::map::PathData;
/// let mut path = PathData::default();
/// path.ring([(10.2, 9.8), (20.0, 10.0), (20.0, 25.4)].map(|(x, y)| geo_types::Coord { x, y }));
/// assert_eq!(path.as_str(), "M10 10h10v15z");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathData {
    text: String,
}

impl PathData {
    /// Adds a closed ring; one that rounds to less than a triangle is left out.
    pub fn ring(&mut self, points: impl IntoIterator<Item = Coord<f64>>) {
        let mut points = rounded(points);
        if points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        if points.len() >= 3 {
            self.steps(&points);
            self.text.push('z');
        }
    }

    /// Adds an open line; one that rounds to a point is left out.
    pub fn line(&mut self, points: impl IntoIterator<Item = Coord<f64>>) {
        let points = rounded(points);
        if points.len() >= 2 {
            self.steps(&points);
        }
    }

    /// The path data.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether nothing is drawn.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    fn steps(&mut self, points: &[(i32, i32)]) {
        let mut at: Option<(i32, i32)> = None;
        let mut command = 'M';
        for &(x, y) in points {
            let Some((from_x, from_y)) = at else {
                let _ = write!(self.text, "M{x} {y}");
                at = Some((x, y));
                continue;
            };
            match (x - from_x, y - from_y) {
                (dx, 0) => self.command('h', &mut command, &[dx]),
                (0, dy) => self.command('v', &mut command, &[dy]),
                (dx, dy) => self.command('l', &mut command, &[dx, dy]),
            }
            at = Some((x, y));
        }
    }

    /// A command's letter may be left out where it repeats, a space before a minus sign.
    fn command(&mut self, letter: char, current: &mut char, numbers: &[i32]) {
        let mut joins = letter == *current;
        if !joins {
            self.text.push(letter);
            *current = letter;
        }
        for &number in numbers {
            if joins && number >= 0 {
                self.text.push(' ');
            }
            let _ = write!(self.text, "{number}");
            joins = true;
        }
    }
}

fn rounded(points: impl IntoIterator<Item = Coord<f64>>) -> Vec<(i32, i32)> {
    let finite = points.into_iter().filter(|at| at.x.is_finite() && at.y.is_finite());
    let mut rounded: Vec<_> = finite.map(|at| (round(at.x), round(at.y))).collect();
    rounded.dedup();
    rounded
}

impl PathData {
    /// A quadratic Bezier curve.
    #[must_use]
    pub fn curve(from: Coord<f64>, bend: Coord<f64>, to: Coord<f64>) -> Self {
        let [a, b, c] = [from, bend, to].map(|at| (round(at.x), round(at.y)));
        Self { text: format!("M{} {}Q{} {} {} {}", a.0, a.1, b.0, b.1, c.0, c.1) }
    }
}
