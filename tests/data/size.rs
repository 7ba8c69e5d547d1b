//! A large sheet is read row by row: what is kept of it does not grow with its rows.

use std::io::Read;

use enforcement_map::load::Validator;

/// A sheet that is made while it is read.
struct Endless {
    row: usize,
    rows: usize,
    rest: Vec<u8>,
}

impl Read for Endless {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        while self.rest.len() < out.len() && self.row <= self.rows {
            let line = match self.row {
                0 => "id,date,place,kind,title,people,source\n".to_owned(),
                row => format!(
                    "r{row},2026-01-{:02},KH{:02},raid,Raid {row},{},Example Times\n",
                    row % 28 + 1,
                    row % 25 + 1,
                    row % 90 + 1
                ),
            };
            self.rest.extend(line.bytes());
            self.row += 1;
        }
        let length = out.len().min(self.rest.len());
        out[..length].copy_from_slice(&self.rest[..length]);
        self.rest.drain(..length);
        Ok(length)
    }
}

#[test]
fn a_sheet_is_streamed() {
    let mut diagnostics = Vec::new();
    let mut scan = Validator::new(|diagnostic| diagnostics.push(diagnostic));
    scan.file("large.csv", None, &mut Endless { row: 0, rows: 50_000, rest: Vec::new() });
    assert_eq!(scan.finish().records, 50_000);
    // The places, without a provinces file, and the one column under another name.
    assert_eq!(diagnostics.len(), 2, "{diagnostics:?}");
}
