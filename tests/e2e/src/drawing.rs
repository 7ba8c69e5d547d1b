//! The map on our own pages.
