//! Why there is no picture, and what to do.

use std::fmt;
use std::path::PathBuf;

use crate::cli::data;

/// Why there is no picture.
#[derive(Debug)]
pub(crate) enum Error {
    Data(data::Error),
    Format(PathBuf),
    Day(&'static str, String),
    /// With the codes that there are.
    Province(String, Vec<String>),
    /// With the kinds that there are.
    Kind(String, Vec<String>),
    /// With the languages that there are.
    Language(String, Vec<String>),
    Fonts(PathBuf),
    NoFonts,
    /// The scripts that no font has, each with a text of it.
    Script(Vec<(String, String)>),
    TooSmall(u32, u32),
    NoMap,
    Raster(String),
    Write(PathBuf, String),
}

impl From<data::Error> for Error {
    fn from(error: data::Error) -> Self {
        Self::Data(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Data(error) => error.fmt(f),
            Self::Format(path) => {
                write!(f, "{}: a picture's name must end in .svg or .png", path.display())
            }
            Self::Day(option, text) => {
                write!(f, "{option}: \"{text}\" is no day; write it as 2026-01-18")
            }
            Self::Province(text, known) => write!(
                f,
                "--province: there is no province \"{text}\"; there are {}",
                known.join(", ")
            ),
            Self::Kind(text, known) => write!(
                f,
                "--without: no record is of the kind \"{text}\"; there are {}",
                known.join(", ")
            ),
            Self::Language(text, known) => write!(
                f,
                "--lang: there are messages in {}, and none in \"{text}\"; \
                 give a file with them by --messages",
                known.join(", ")
            ),
            Self::Fonts(path) => write!(f, "--fonts: there is no font in {}", path.display()),
            Self::NoFonts => write!(
                f,
                "there is no font on this system; install one, such as Noto Sans, or name a \
                 folder that has some by --fonts"
            ),
            Self::Script(missing) => {
                for (number, (script, sample)) in missing.iter().enumerate() {
                    let end = if number == 0 { "" } else { "\n" };
                    write!(
                        f,
                        "{end}no font has the letters of the script {script} (\"{sample}\"); \
                         install one that has, such as Noto Sans {script}, or name a folder with \
                         one by --fonts"
                    )?;
                }
                Ok(())
            }
            Self::TooSmall(width, height) => write!(
                f,
                "what has to be in the picture does not fit into {width} by {height} pixels; make \
                 it larger, choose fewer days, or leave --height out"
            ),
            Self::NoMap => {
                write!(f, "there is nothing to draw: the files have no province with a shape")
            }
            Self::Raster(why) => write!(f, "the picture could not be made of its SVG: {why}"),
            Self::Write(path, why) => write!(f, "{}: {why}", path.display()),
        }
    }
}

impl std::error::Error for Error {}
