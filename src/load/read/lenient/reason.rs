//! The reason why a value could not be read.

use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::fields::Fields;

/// A diagnostic before it is known which field of which record it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reason {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) remedy: String,
}

impl Reason {
    pub(super) fn new(code: Code, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { code, message: message.into(), remedy: remedy.into() }
    }

    /// The diagnostic about a field of a record.
    pub(super) fn about(self, fields: &Fields<'_>, field: &str) -> Diagnostic {
        fields.diagnostic(self.code, field, self.message, self.remedy)
    }
}
