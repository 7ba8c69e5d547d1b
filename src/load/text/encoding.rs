//! Bytes to UTF-8, piece by piece: files of any size, in the encodings that spreadsheets write.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

/// The encoding of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    /// Another one, which was guessed.
    Guessed(&'static encoding_rs::Encoding),
}

impl Encoding {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Guessed(encoding) => encoding.name(),
        }
    }
}

/// Gives the text of a file as UTF-8.
///
/// The encoding is recognised while reading. A byte order mark names it; zero bytes between letters
/// mean UTF-16. The rest is taken for UTF-8 until the first byte that is not ASCII: if that does not
/// begin a character of UTF-8, the encoding is guessed from this and what follows (chardetng, as in
/// Firefox), and the ASCII before it is the same in it.
pub(crate) struct Text<'a> {
    inner: &'a mut dyn Read,
    encoding: Option<Encoding>,
    /// Bytes that were read and not yet decoded.
    raw: Vec<u8>,
    ended: bool,
    only_ascii: bool,
    /// How many bytes of broken UTF-8 there were.
    pub(crate) broken: usize,
    decoder: Option<encoding_rs::Decoder>,
    /// The first words that are not ASCII, as they were read and as Windows-1252.
    sample: Option<(String, String)>,
}

const PIECE: usize = 64 * 1024;

impl<'a> Text<'a> {
    pub(crate) fn new(inner: &'a mut dyn Read) -> Self {
        let (raw, encoding) = (Vec::new(), None);
        Self {
            inner,
            encoding,
            raw,
            ended: false,
            only_ascii: true,
            broken: 0,
            decoder: None,
            sample: None,
        }
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
            Encoding::Guessed(_) => {
                self.decode(&raw, out);
                Vec::new()
            }
        };
        Ok(true)
    }

    /// Decodes UTF-8. Returns the bytes of a character that is cut off at the end.
    fn utf8(&mut self, mut raw: &[u8], out: &mut Vec<u8>) -> Vec<u8> {
        // Two bytes of another encoding may be a letter of UTF-8 by chance. Where most are not, it is none.
        if self.only_ascii && is_mostly_broken(raw) {
            let start = raw.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
            let (ascii, rest) = raw.split_at(start);
            out.extend_from_slice(ascii);
            self.guess(rest);
            self.decode(rest, out);
            return Vec::new();
        }
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
                self.guess(rest);
                self.decode(rest, out);
                return Vec::new();
            }
            self.broken += length;
            out.extend_from_slice("\u{fffd}".as_bytes());
            raw = rest.get(length..).unwrap_or_default();
        }
    }

    /// Guesses the encoding from the first bytes that are not ASCII and those behind them.
    fn guess(&mut self, bytes: &[u8]) {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, self.ended);
        let found = detector.guess(None, Utf8Detection::Deny);
        self.encoding = Some(Encoding::Guessed(found));
        self.decoder = Some(found.new_decoder_without_bom_handling());
        // One cell, cut where a character of several bytes is not.
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r' | b',' | b';' | b'\t' | b'"');
        let end = bytes.iter().position(is_end).unwrap_or(bytes.len());
        let start = bytes.get(..end.min(40)).unwrap_or_default();
        let shown = |encoding: &'static encoding_rs::Encoding| {
            let (text, _) = encoding.decode_without_bom_handling(start);
            text.chars().take(16).collect::<String>().trim().to_owned()
        };
        self.sample = Some((shown(found), shown(encoding_rs::WINDOWS_1252)));
    }

    /// What was guessed, with the first words that are not ASCII as they were read and as
    /// Windows-1252 has them; `None` where nothing was.
    pub(crate) fn guess_in_words(&self) -> Option<String> {
        let (read, other) = self.sample.as_ref()?;
        let name = self.encoding().name();
        let otherwise = if read == other {
            String::new()
        } else {
            format!(", and not \"{other}\", as Windows-1252 has it")
        };
        Some(format!("the text is not UTF-8, and was taken for {name}: \"{read}\"{otherwise}"))
    }

    fn decode(&mut self, raw: &[u8], out: &mut Vec<u8>) {
        let Some(decoder) = &mut self.decoder else { return };
        let length = decoder.max_utf8_buffer_length(raw.len()).unwrap_or(raw.len() * 3);
        let mut text = String::with_capacity(length);
        let (_, _, has_errors) = decoder.decode_to_string(raw, &mut text, self.ended);
        self.broken += if has_errors { text.matches('\u{fffd}').count().max(1) } else { 0 };
        out.extend_from_slice(text.as_bytes());
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

/// Whether more bytes are no UTF-8 than there are letters of UTF-8 beyond ASCII. A letter that is cut off
/// at the end counts as neither.
fn is_mostly_broken(bytes: &[u8]) -> bool {
    let (mut letters, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    broken > letters.max(3)
}

/// The line and the column, from 1 and in characters, of the first U+FFFD of a text.
pub(crate) fn first_broken(text: &[u8]) -> Option<(usize, usize)> {
    let text = std::str::from_utf8(text).ok()?;
    let (before, _) = text.split_once(char::REPLACEMENT_CHARACTER)?;
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Some((line, column))
}

/// The encoding, and the length of its byte order mark.
fn sniff(raw: &[u8]) -> (Encoding, usize) {
    // Programs that add a mark do so to files that have one, too.
    let marks = raw.chunks(3).take_while(|three| *three == b"\xef\xbb\xbf").count();
    match raw {
        _ if marks > 0 => return (Encoding::Utf8, 3 * marks),
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
