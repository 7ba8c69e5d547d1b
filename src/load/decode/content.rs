//! The bytes of a source.

use crate::load::diagnostic::{Code, Diagnostic, Layer};
use crate::load::source::{Failure, Source};

/// The bytes of a source; `None`, with a diagnostic, where there are none.
pub(crate) fn bytes<'a>(
    layer: Layer,
    source: &'a Source,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<&'a [u8]> {
    let failure = match &source.content {
        Ok(bytes) => return Some(bytes),
        Err(failure) => failure,
    };
    let (code, message, remedy) = match failure {
        Failure::Status(status) => (
            Code::FileStatus,
            format!("the server answered {status}"),
            "check the address, and that the file is there",
        ),
        Failure::TimedOut => (
            Code::FileTimeout,
            "the server did not answer in time".to_owned(),
            "check the server, or put the file beside the page",
        ),
        Failure::Unreachable(why) => (
            Code::FileUnreachable,
            format!("it could not be reached ({why})"),
            "check the address; from another origin the server must allow it (CORS)",
        ),
    };
    diagnostics.push(Diagnostic::of_file(layer, &source.name, code, message, remedy));
    None
}
