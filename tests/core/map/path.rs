//! Path data.

use enforcement_map::map::PathData;
use proptest::prelude::*;

use super::at;

/// The absolute points of path data made of M, l, h, v and z.
pub(super) fn points(path: &str) -> Vec<Vec<(i32, i32)>> {
    let mut rings: Vec<Vec<(i32, i32)>> = Vec::new();
    let mut tokens = Vec::new();
    let mut number = String::new();
    for c in path.chars().chain([' ']) {
        if !number.is_empty() && !c.is_ascii_digit() {
            tokens.push(std::mem::take(&mut number));
        }
        match c {
            '-' | '0'..='9' => number.push(c),
            ' ' => {}
            letter => tokens.push(letter.to_string()),
        }
    }
    let mut command = 'M';
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        if let Some(letter) = token.chars().find(char::is_ascii_alphabetic) {
            command = letter;
            continue;
        }
        let first: i32 = token.parse().unwrap();
        let mut second = || tokens.next().unwrap().parse::<i32>().unwrap();
        let (x, y) = rings.last().and_then(|ring| ring.last()).copied().unwrap_or_default();
        match command {
            'M' => {
                let y = second();
                rings.push(vec![(first, y)]);
            }
            'l' => {
                let dy = second();
                rings.last_mut().unwrap().push((x + first, y + dy));
            }
            'h' => rings.last_mut().unwrap().push((x + first, y)),
            'v' => rings.last_mut().unwrap().push((x, y + first)),
            other => panic!("{other}"),
        }
    }
    rings
}

proptest! {
    #[test]
    fn path_data_say_the_rounded_points(
        ring in prop::collection::vec((-500.0..1500.0, -500.0..1500.0), 3..40)
    ) {
        let mut path = PathData::default();
        path.ring(ring.iter().map(|(x, y)| at(*x, *y)));
        #[allow(clippy::cast_possible_truncation)]
        let mut expected: Vec<_> =
            ring.iter().map(|(x, y)| (x.round() as i32, y.round() as i32)).collect();
        expected.dedup();
        if expected.first() == expected.last() { expected.pop(); }
        if expected.len() >= 3 {
            prop_assert_eq!(points(path.as_str()), vec![expected]);
        } else {
            prop_assert!(path.is_empty());
        }
    }
}
