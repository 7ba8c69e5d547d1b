//! Pointing at and selecting what is in a picture, the same in that of the provinces and of the
//! world.

mod listbox;
mod tooltip;

pub(super) use listbox::{ListboxOption, listbox, option, option_id};
pub(super) use tooltip::{tooltip, with_tooltip};
