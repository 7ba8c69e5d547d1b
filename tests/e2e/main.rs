//! What a reader and an editor meet, in a real browser on what `make dist` built.

mod accessible;
mod browser;
mod builder;
mod countries;
mod drawing;
mod driver;
mod element;
mod engine;
mod failures;
mod frames;
mod harness;
mod host;
mod hostile;
mod lifecycle;
mod living;
mod loader;
mod look;
mod package;
mod pages;
mod policy;
mod reading;
mod requests;
mod server;
mod tables;
mod take_over;
mod time;
mod touch;
mod walk;
mod wcag;
mod without_script;
mod zooming;

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;
