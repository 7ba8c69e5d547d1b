//! The index, against walking all records.

mod headline;
