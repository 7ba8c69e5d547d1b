//! On which line of a file something is.

use std::collections::HashMap;

use enforcement_map::load::Diagnostic;

/// The line of a row of a sheet.
pub(super) fn line(diagnostic: &Diagnostic) -> Option<usize> {
    diagnostic.cell.as_deref().map(|cell| cell.line).filter(|line| *line > 0)
}

/// The lines on which the features of files begin, worked out when they are first asked for.
#[derive(Debug, Default)]
pub(super) struct Lines(HashMap<String, Vec<usize>>);

impl Lines {
    pub(super) fn line(&mut self, diagnostic: &Diagnostic) -> Option<usize> {
        if let Some(line) = line(diagnostic) {
            return Some(line);
        }
        let number = diagnostic.feature?;
        let read = || {
            std::fs::read_to_string(&diagnostic.source)
                .map(|text| features(&text))
                .unwrap_or_default()
        };
        let lines = self.0.entry(diagnostic.source.clone()).or_insert_with(read);
        lines.get(number.checked_sub(1)?).copied()
    }
}

/// The line of each member of the list `features` at the top of a JSON text.
fn features(text: &str) -> Vec<usize> {
    let mut lines = Vec::new();
    let (mut line, mut depth) = (1, 0_usize);
    let (mut in_text, mut escaped, mut in_features) = (false, false, false);
    let mut word = String::new();
    for c in text.chars() {
        line += usize::from(c == '\n');
        if in_text {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => in_text = false,
                _ if depth == 1 => word.push(c),
                _ => {}
            }
            continue;
        }
        match c {
            '"' => {
                in_text = true;
                if depth == 1 {
                    word.clear();
                }
            }
            '[' | '{' => {
                if depth == 1 {
                    in_features = word == "features" && c == '[';
                }
                if depth == 2 && in_features {
                    lines.push(line);
                }
                depth += 1;
            }
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    lines
}
