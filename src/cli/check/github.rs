//! Annotations of GitHub Actions: workflow commands on standard output.

use std::io::{self, Write};

use enforcement_map::load::{Diagnostic, Severity};

use super::{Report, Sums, locate};

#[derive(Default)]
pub(super) struct Github {
    lines: locate::Lines,
}

/// Characters that end a property or a message.
fn escaped(text: &str, is_property: bool) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    if is_property { text.replace(':', "%3A").replace(',', "%2C") } else { text }
}

impl Report for Github {
    fn diagnostic(&mut self, out: &mut dyn Write, diagnostic: &Diagnostic) -> io::Result<()> {
        let level = match diagnostic.code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let file = escaped(&diagnostic.source, true);
        let line = self.lines.line(diagnostic).unwrap_or(1);
        let title =
            escaped(&format!("{} [{}]", diagnostic.code.title(), diagnostic.code.name()), true);
        let message = escaped(&format!("{}; {}", diagnostic.message, diagnostic.remedy), false);
        writeln!(out, "::{level} file={file},line={line},title={title}::{message}")
    }

    fn finish(&mut self, out: &mut dyn Write, sums: &Sums) -> io::Result<()> {
        let Sums { errors, warnings, notes, .. } = sums;
        writeln!(out, "{errors} errors, {warnings} warnings, {notes} notes")
    }
}
