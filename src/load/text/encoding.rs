//! Bytes to UTF-8, piece by piece: files of any size, in the encodings that spreadsheets write.

use std::io::{self, Read};

/// The encoding of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

impl Encoding {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// Gives the text of a file as UTF-8.
///
/// The encoding is recognised while reading. A byte order mark names it; zero bytes between letters
/// mean UTF-16. The rest is taken for UTF-8 until the first byte that is not ASCII: if that does not
/// begin a character of UTF-8, the file is Windows-1252, in which the ASCII before it is the same.
pub(crate) struct Text<'a> {
    inner: &'a mut dyn Read,
    encoding: Option<Encoding>,
    /// Bytes that were read and not yet decoded.
    raw: Vec<u8>,
    ended: bool,
    only_ascii: bool,
    /// How many bytes of broken UTF-8 there were.
    pub(crate) broken: usize,
}

const PIECE: usize = 64 * 1024;

impl<'a> Text<'a> {
    pub(crate) fn new(inner: &'a mut dyn Read) -> Self {
        let (raw, encoding) = (Vec::new(), None);
        Self { inner, encoding, raw, ended: false, only_ascii: true, broken: 0 }
    }

    pub(crate) fn encoding(&self) -> Encoding {
        self.encoding.unwrap_or(Encoding::Utf8)
    }

    /// Appends the next piece of text; `false` at the end.
    ///
    /// # Errors
    /// Those of the reader.
    pub(crate) fn read_into(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        if self.ended && self.raw.is_empty() {
            return Ok(false);
        }
        let wanted = u64::try_from(PIECE).unwrap_or(u64::MAX);
        let read = (&mut self.inner).take(wanted).read_to_end(&mut self.raw)?;
        self.ended = read < PIECE;
        if self.encoding.is_none() {
            let (encoding, mark) = sniff(&self.raw);
            self.raw.drain(..mark.min(self.raw.len()));
            self.encoding = Some(encoding);
        }
        let raw = std::mem::take(&mut self.raw);
        self.raw = match self.encoding() {
            Encoding::Utf8 => self.utf8(&raw, out),
            Encoding::Utf16Le => self.utf16(&raw, u16::from_le_bytes, out),
            Encoding::Utf16Be => self.utf16(&raw, u16::from_be_bytes, out),
            Encoding::Windows1252 => {
                windows_1252(&raw, out);
                Vec::new()
            }
        };
        Ok(true)
    }

    /// Decodes UTF-8. Returns the bytes of a character that is cut off at the end.
    fn utf8(&mut self, mut raw: &[u8], out: &mut Vec<u8>) -> Vec<u8> {
        loop {
            let error = match std::str::from_utf8(raw) {
                Ok(text) => {
                    self.only_ascii &= text.is_ascii();
                    out.extend_from_slice(raw);
                    return Vec::new();
                }
                Err(error) => error,
            };
            let (good, rest) = raw.split_at(error.valid_up_to());
            out.extend_from_slice(good);
            self.only_ascii &= good.is_ascii();
            let length = match error.error_len() {
                None if !self.ended => return rest.to_vec(),
                None => rest.len(),
                Some(length) => length,
            };
            if self.only_ascii {
                self.encoding = Some(Encoding::Windows1252);
                windows_1252(rest, out);
                return Vec::new();
            }
            self.broken += length;
            out.extend_from_slice("\u{fffd}".as_bytes());
            raw = rest.get(length..).unwrap_or_default();
        }
    }

    /// Decodes UTF-16. Returns the bytes of a character that is cut off at the end.
    fn utf16(&mut self, raw: &[u8], unit: fn([u8; 2]) -> u16, out: &mut Vec<u8>) -> Vec<u8> {
        let (pairs, odd) = raw.as_chunks::<2>();
        let mut units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
        let mut kept = Vec::new();
        let is_high = |unit: &u16| (0xd800..0xdc00).contains(unit);
        if !self.ended && units.last().is_some_and(is_high) {
            units.pop();
            kept.extend(pairs.last().into_iter().flatten());
        }
        for decoded in char::decode_utf16(units) {
            let c = decoded.unwrap_or_else(|_| {
                self.broken += 2;
                char::REPLACEMENT_CHARACTER
            });
            out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
        }
        if self.ended {
            self.broken += odd.len();
        } else {
            kept.extend(odd);
        }
        kept
    }
}

/// The encoding, and the length of its byte order mark.
fn sniff(raw: &[u8]) -> (Encoding, usize) {
    match raw {
        [0xef, 0xbb, 0xbf, ..] => return (Encoding::Utf8, 3),
        [0xff, 0xfe, ..] => return (Encoding::Utf16Le, 2),
        [0xfe, 0xff, ..] => return (Encoding::Utf16Be, 2),
        _ => {}
    }
    // Without a mark: commas, line ends and Latin letters have a zero beside them in UTF-16.
    let (pairs, _) = raw.get(..raw.len().min(4096)).unwrap_or_default().as_chunks::<2>();
    let zeros = |at: fn(&[u8; 2]) -> u8| pairs.iter().filter(|pair| at(pair) == 0).count();
    let (first, second) = (zeros(|[a, _]| *a), zeros(|[_, b]| *b));
    let many = pairs.len() / 5 + 1;
    match () {
        () if second >= many && second > 4 * first => (Encoding::Utf16Le, 0),
        () if first >= many && first > 4 * second => (Encoding::Utf16Be, 0),
        () => (Encoding::Utf8, 0),
    }
}

/// The characters at 80 to 9F (WHATWG Encoding, index windows-1252); from A0 on a byte is the
/// code point.
const HIGH: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{2c6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}',
    '\u{90}', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}', '\u{178}',
];

fn windows_1252(raw: &[u8], out: &mut Vec<u8>) {
    for &byte in raw {
        let special = byte.checked_sub(0x80).and_then(|place| HIGH.get(usize::from(place)));
        let c = special.copied().unwrap_or(char::from(byte));
        out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }
}
