//! without_script
