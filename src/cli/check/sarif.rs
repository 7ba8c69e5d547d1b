//! SARIF 2.1.0 (OASIS), which code scanning reads.

use std::collections::BTreeSet;
use std::io::{self, Write};

use enforcement_map::load::{Code, Diagnostic, Severity};
use serde_json::{Value, json};

use super::{Report, Sums, locate};

#[derive(Default)]
pub(super) struct Sarif {
    lines: locate::Lines,
    results: Vec<Value>,
    codes: BTreeSet<Code>,
}

fn level(code: Code) -> &'static str {
    match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A path as a relative reference (RFC 3986, section 4.2).
fn address(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let text = path.replace('\\', "/");
    let one = |byte: u8| {
        if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    text.bytes().map(one).collect()
}

impl Report for Sarif {
    fn diagnostic(&mut self, _: &mut dyn Write, diagnostic: &Diagnostic) -> io::Result<()> {
        let mut physical = json!({"artifactLocation": {"uri": address(&diagnostic.source)}});
        let snippet = diagnostic
            .cell
            .as_deref()
            .map(enforcement_map::load::Cell::text)
            .filter(|text| !text.is_empty());
        if let (Some(line), Some(members)) = (self.lines.line(diagnostic), physical.as_object_mut())
        {
            let mut region = json!({"startLine": line});
            if let (Some(text), Some(members)) = (snippet, region.as_object_mut()) {
                members.insert("snippet".to_owned(), json!({"text": text}));
            }
            members.insert("region".to_owned(), region);
        }
        self.results.push(json!({
            "ruleId": diagnostic.code.name(),
            "level": level(diagnostic.code),
            "message": {"text": format!("{}: {}; {}", super::text::place(diagnostic), diagnostic.message, diagnostic.remedy)},
            "locations": [{"physicalLocation": physical}],
        }));
        self.codes.insert(diagnostic.code);
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, _: &Sums) -> io::Result<()> {
        let rule = |code: &Code| {
            json!({
                "id": code.name(),
                "shortDescription": {"text": code.title()},
                "help": {"text": code.about(), "markdown": code.about()},
                "defaultConfiguration": {"level": level(*code)},
            })
        };
        let rules: Vec<Value> = self.codes.iter().map(rule).collect();
        let log = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": {"driver": {
                    "name": "enforcement-map",
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                }},
                "columnKind": "unicodeCodePoints",
                "results": self.results,
            }],
        });
        serde_json::to_writer_pretty(&mut *out, &log)?;
        writeln!(out)
    }
}
