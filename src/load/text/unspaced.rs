//! Spaces between a delimiter and a quote, as in `a1, "Police, two buildings"`. By RFC 4180 such a
//! quote is part of the text, and the comma behind it ends the cell.

/// Takes the spaces away, piece by piece.
pub(super) struct Unspaced {
    delimiter: u8,
    state: State,
}

/// Where in a row a byte is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the start of a cell, behind so many spaces.
    Start(usize),
    /// In a cell without quotes.
    Plain,
    Quoted,
    /// Behind a quote in a quoted cell: the end of its text, or the first of two quotes.
    Closing,
    /// In the spaces behind that.
    Closed,
}

impl State {
    fn next(self, byte: u8, delimiter: u8) -> Self {
        match (self, byte) {
            (Self::Quoted, b'"') => Self::Closing,
            (Self::Quoted, _) | (Self::Closing | Self::Start(_), b'"') => Self::Quoted,
            (_, b'\r' | b'\n') => Self::Start(0),
            _ if byte == delimiter => Self::Start(0),
            (Self::Start(spaces), b' ') => Self::Start(spaces + 1),
            (Self::Closing | Self::Closed, b' ') => Self::Closed,
            _ => Self::Plain,
        }
    }
}

impl Unspaced {
    /// For a text in whose first part spaces stand before quotes; `None` where there are none, or
    /// where one of these quotes is not closed at the end of its cell.
    pub(super) fn of(text: &[u8], delimiter: u8) -> Option<Self> {
        let mut state = State::Start(0);
        let (mut is_spaced, mut any) = (false, false);
        for &byte in text {
            let next = state.next(byte, delimiter);
            match (state, next) {
                (State::Start(spaces), State::Quoted) => is_spaced = spaces > 0,
                (State::Closing | State::Closed, State::Start(_)) => any |= is_spaced,
                (State::Closing | State::Closed, State::Plain) if is_spaced => return None,
                _ => {}
            }
            state = next;
        }
        any.then_some(Self { delimiter, state: State::Start(0) })
    }

    /// A piece of the text without these spaces.
    pub(super) fn without_spaces(&mut self, piece: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(piece.len());
        for &byte in piece {
            let next = self.state.next(byte, self.delimiter);
            match (self.state, next) {
                (State::Start(_), State::Start(spaces)) if spaces > 0 => {}
                (State::Start(_), State::Quoted) => out.push(byte),
                (State::Start(spaces), _) => {
                    out.extend(std::iter::repeat_n(b' ', spaces));
                    out.push(byte);
                }
                _ => out.push(byte),
            }
            self.state = next;
        }
        out
    }
}
