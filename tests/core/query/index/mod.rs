//! The index, against walking all records.

mod against_walking;
mod headline;
