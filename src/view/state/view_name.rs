//! The views, in one table.

use std::str::FromStr;

use crate::view::messages::MessageId;

macro_rules! views {
    ($($(#[$about:meta])* $name:ident = $word:literal, $message:ident;)*) => {
        /// One of the views.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum ViewName { $($(#[$about])* $name),* }

        impl ViewName {
            /// Every view, in the order in which they are offered.
            pub const ALL: [Self; Self::WORDS.len()] = [$(Self::$name),*];

            /// What each is called in attributes and addresses.
            pub const WORDS: [&str; [$($word),*].len()] = [$($word),*];

            /// The name in attributes and addresses. It is a part of the names of our pages as well,
            /// but for the usual view, which is not named there.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }

            /// The name for readers.
            #[must_use]
            pub const fn message(self) -> MessageId {
                match self { $(Self::$name => MessageId::$message),* }
            }
        }

        impl FromStr for ViewName {
            type Err = ();

            fn from_str(text: &str) -> Result<Self, ()> {
                match text {
                    $($word => Ok(Self::$name),)*
                    _ => Err(()),
                }
            }
        }
    };
}

// A view, the word for it in attributes and addresses, and its name for readers.
views! {
    /// The provinces.
    #[default]
    Country = "country", ViewCountry;
    /// The flows of people.
    World = "world", ViewWorld;
    /// Everything as tables.
    Table = "table", ViewTable;
}
