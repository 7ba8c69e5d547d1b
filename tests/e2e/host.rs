//! Servers of other people: pages of articles that have a frame or a script of ours in them, and
//! hosts that serve `dist/` well or badly.
//!
//! | address | answer |
//! | --- | --- |
//! | `/<n>` | a page that a test wrote, with the headers it gave |
//! | `/npm/<file>` | a file of `node_modules/` |
//! | `/maps/<file>` | a file of `dist/`, with the headers that [`Maps`] says |

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri};
use axum::response::{Html, IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::time::sleep;

use crate::Result;
use crate::browser::PATIENCE;

/// How a host serves the files of `dist/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Maps {
    /// With the headers that `dist/_headers` asks for.
    AsAsked,
    /// Without any.
    Bare,
    /// As asked, but one byte of each file whose name has this ending is another.
    Tampered(&'static str),
}

#[derive(Clone)]
struct Page {
    html: String,
    headers: Vec<(String, String)>,
}

/// A server with an origin of its own.
#[derive(Clone)]
pub(crate) struct Host {
    pub(crate) origin: String,
    maps: Maps,
    root: PathBuf,
    pages: Arc<Mutex<Vec<Page>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Host {
    pub(crate) async fn start(maps: Maps) -> Result<Self> {
        Self::serving(maps, dist()).await
    }

    /// The same with another folder than `dist/`.
    pub(crate) async fn serving(maps: Maps, root: PathBuf) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let (pages, asked) = (Arc::default(), Arc::default());
        let host = Self { origin, maps, root, pages, asked };
        let router = Router::new().fallback(answer).with_state(host.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(host)
    }

    /// The address of a file of `dist/` here.
    pub(crate) fn map(&self, file: &str) -> String {
        format!("{}/maps/{file}", self.origin)
    }

    /// Serves a page; gives its address.
    pub(crate) fn page(&self, html: &str) -> String {
        self.page_with(&[], html)
    }

    /// The same with headers.
    pub(crate) fn page_with(&self, headers: &[(&str, &str)], html: &str) -> String {
        let headers = headers.iter().map(|(name, value)| ((*name).into(), (*value).into()));
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.push(Page { html: html.to_owned(), headers: headers.collect() });
        format!("{}/{}", self.origin, pages.len() - 1)
    }

    /// Waits until a file was asked for.
    pub(crate) async fn wait_for(&self, part: &str) -> Result {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if self.asked().iter().any(|path| path.contains(part)) {
                return Ok(());
            }
            sleep(Duration::from_millis(50)).await;
        }
        Err(format!("nobody asked for {part}: {:?}", self.asked()).into())
    }

    /// The paths that were asked for.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

async fn answer(State(host): State<Host>, address: Uri) -> Response {
    let path = address.path().trim_start_matches('/');
    host.asked.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
    if path == "favicon.ico" {
        return StatusCode::NO_CONTENT.into_response();
    }
    if path.split('/').any(|part| part == "..") {
        return StatusCode::NOT_FOUND.into_response();
    }
    if let Some(file) = path.strip_prefix("npm/") {
        return read(&project().join("node_modules"), file, None).await;
    }
    if let Some(file) = path.strip_prefix("maps/") {
        let tampered = match host.maps {
            Maps::Tampered(ending) if file.ends_with(ending) => Some(()),
            _ => None,
        };
        let response = read(&host.root, file, tampered).await;
        return if host.maps == Maps::Bare { response } else { dressed(&host, file, response) };
    }
    let pages = host.pages.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(page) = path.parse().ok().and_then(|number: usize| pages.get(number)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = Html(page.html.clone()).into_response();
    put(&mut response, &page.headers);
    response
}

/// With the headers that `_headers` has for a file.
fn dressed(host: &Host, file: &str, mut response: Response) -> Response {
    let text = std::fs::read_to_string(host.root.join("_headers")).unwrap_or_default();
    for (pattern, headers) in rules(&text) {
        let fits = match pattern.split_once('*') {
            Some((start, _)) => format!("/{file}").starts_with(start),
            None => pattern == format!("/{file}"),
        };
        if fits {
            put(&mut response, &headers);
        }
    }
    response
}

/// Paths and their headers.
pub(crate) fn rules(text: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut rules: Vec<(String, Vec<_>)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match (line.strip_prefix("  ").and_then(|line| line.split_once(": ")), rules.last_mut()) {
            (Some((name, value)), Some((_, headers))) => {
                headers.push((name.to_owned(), value.to_owned()));
            }
            _ => rules.push((line.to_owned(), Vec::new())),
        }
    }
    rules
}

fn put(response: &mut Response, headers: &[(String, String)]) {
    for (name, value) in headers {
        let pair = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value));
        if let (Ok(name), Ok(value)) = pair {
            response.headers_mut().insert(name, value);
        }
    }
}

async fn read(root: &Path, file: &str, tampered: Option<()>) -> Response {
    match tokio::fs::read(root.join(file)).await {
        Ok(mut bytes) => {
            if tampered.is_some()
                && let Some(last) = bytes.last_mut()
            {
                *last ^= 1;
            }
            ([(CONTENT_TYPE, media_type(file))], bytes).into_response()
        }
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

pub(crate) fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn dist() -> PathBuf {
    project().join("dist")
}

/// The text of a file of `dist/`.
pub(crate) fn text(file: &str) -> Result<String> {
    Ok(std::fs::read_to_string(dist().join(file))?)
}

fn media_type(file: &str) -> &'static str {
    let types = HashMap::from([
        ("html", "text/html; charset=utf-8"),
        ("js", "text/javascript"),
        ("mjs", "text/javascript"),
        ("css", "text/css"),
        ("wasm", "application/wasm"),
        ("json", "application/json"),
        ("geojson", "application/geo+json"),
        ("svg", "image/svg+xml"),
        ("png", "image/png"),
    ]);
    let ending = file.rsplit('.').next().unwrap_or_default();
    types.get(ending).copied().unwrap_or("application/octet-stream")
}
