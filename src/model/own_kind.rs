//! What data say of their kinds of action: the words for them, their order, and their signs.

use super::{ActionKind, LocalizedText};

macro_rules! signs {
    ($($name:ident = $word:literal;)*) => {
        /// A sign that stands for a kind.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the names say it")]
        pub enum Sign { $($name),* }

        impl Sign {
            /// All of them: first those that say nothing by themselves, which kinds get that choose none.
            pub const ALL: [Self; [$($word),*].len()] = [$(Self::$name),*];

            /// What each is called in data.
            pub const WORDS: [&str; Self::ALL.len()] = [$($word),*];
        }
    };
}

// Their shapes are in `src/map/symbol.rs`, which does not compile without one.
signs! {
    Disc = "disc";
    Square = "square";
    Diamond = "diamond";
    Star = "star";
    Cross = "cross";
    Ring = "ring";
    Drop = "drop";
    Bars = "bars";
    House = "house";
    Flag = "flag";
    Shield = "shield";
    Bolt = "bolt";
    People = "people";
    Speech = "speech";
    Triangle = "triangle";
    Page = "page";
    Lens = "lens";
    Door = "door";
    Chain = "chain";
    Exit = "exit";
}

impl Sign {
    /// The sign with this name.
    ///
    /// ```
    /// use enforcement_map::model::Sign;
    /// assert_eq!(Sign::named("Flag"), Some(Sign::Flag));
    /// assert_eq!((Sign::named("ship"), Sign::ALL.len()), (None, 20));
    /// ```
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let place = Self::WORDS.iter().position(|known| known.eq_ignore_ascii_case(word.trim()));
        Self::ALL.get(place?).copied()
    }

    /// The sign of a listed kind.
    fn of(kind: &ActionKind) -> Option<Self> {
        Some(match kind {
            ActionKind::Meeting => Self::People,
            ActionKind::Briefing => Self::Speech,
            ActionKind::Warning => Self::Triangle,
            ActionKind::Policy => Self::Page,
            ActionKind::Inspection => Self::Lens,
            ActionKind::Raid => Self::Door,
            ActionKind::Arrest => Self::Chain,
            ActionKind::Deportation => Self::Exit,
            ActionKind::Other(_) => return None,
        })
    }
}

/// What data say of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnKind {
    /// The kind, as records write it.
    pub kind: ActionKind,
    /// The word for it; empty where it is shown as it is written.
    pub name: LocalizedText,
    /// Its sign, if one was chosen.
    pub sign: Option<Sign>,
}

impl OwnKind {
    /// The one of a kind; case does not matter.
    #[must_use]
    pub fn find<'a>(all: &'a [Self], kind: &ActionKind) -> Option<&'a Self> {
        all.iter().find(|one| one.kind.as_str().eq_ignore_ascii_case(kind.as_str()))
    }
}

/// The kinds of some data, in the order in which they are shown, each with its sign.
///
/// ```
/// use enforcement_map::model::{ActionKind, Kinds, Sign};
/// let kinds = Kinds::new([ActionKind::Raid, ActionKind::new("fine")], &[]);
/// assert_eq!(kinds.sign(&ActionKind::Raid), Sign::Door);
/// assert_eq!(kinds.sign(&ActionKind::new("fine")), Sign::Disc);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kinds {
    signs: Vec<(ActionKind, Sign)>,
}

impl Kinds {
    /// For the kinds that the records have, and what the data say of kinds. Those that they do not
    /// list come last, in the usual order. A kind without a sign gets one that no other has, as long as
    /// there are any.
    #[must_use]
    pub fn new(present: impl IntoIterator<Item = ActionKind>, own: &[OwnKind]) -> Self {
        let listed = |kind: &ActionKind| own.iter().find(|one| one.kind == *kind);
        let present: Vec<ActionKind> = present.into_iter().collect();
        let first = own.iter().map(|one| &one.kind).filter(|kind| present.contains(kind));
        let rest = present.iter().filter(|kind| listed(kind).is_none());
        let chosen: Vec<(&ActionKind, Option<Sign>)> = first
            .chain(rest)
            .map(|kind| (kind, listed(kind).and_then(|one| one.sign).or(Sign::of(kind))))
            .collect();
        let is_free = |sign: &&Sign| chosen.iter().all(|(_, other)| *other != Some(**sign));
        let mut free = Sign::ALL.iter().filter(is_free);
        let mut signs = Vec::new();
        for (kind, sign) in &chosen {
            let sign = sign.or_else(|| free.next().copied()).unwrap_or(Sign::Disc);
            signs.push(((*kind).clone(), sign));
        }
        Self { signs }
    }

    /// The sign of a kind.
    #[must_use]
    pub fn sign(&self, kind: &ActionKind) -> Sign {
        let found = self.signs.iter().find(|(other, _)| other == kind);
        found.map(|(_, sign)| *sign).or(Sign::of(kind)).unwrap_or(Sign::Disc)
    }

    /// The kinds in their order.
    pub fn all(&self) -> impl Iterator<Item = &ActionKind> {
        self.signs.iter().map(|(kind, _)| kind)
    }

    /// The place of a kind in their order.
    #[must_use]
    pub fn place(&self, kind: &ActionKind) -> usize {
        self.all().position(|other| other == kind).unwrap_or(self.signs.len())
    }
}
