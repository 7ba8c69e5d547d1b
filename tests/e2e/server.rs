//! The site a reader visits: `dist/` on a free port, a second origin beside it, pages that a test
//! writes, and the ways in which a server can fail.
//!
//! | address | answer |
//! | --- | --- |
//! | `/<file>` | the file of `dist/`, or 404 |
//! | `/-/page/<n>` | what [`Site::page`] was given |
//! | `/-/cors/<file>` | the file, open to every origin |
//! | `/-/missing/<ending>/<file>` | the file, or 404 where its name ends so |
//! | `/-/plain/<ending>/<file>` | the same, but as `text/plain` |
//! | `/-/text/<ending>/<file>` | the same, but a page of HTML, with status 200 |
//! | `/-/slow/<ending>/<file>` | the same, but a second late |
//! | `/-/trickle/<ending>/<file>` | the same, but a little at a time |
//! | `/-/hang/<ending>/<file>` | the same, but nothing, ever |
//! | `/-/probe.js` | [`PROBE`] and what [`Site::before`] was given: the first script of each page |
//!
//! Beside it, a proxy that every other address is asked of, by pages and by the browser itself: it
//! refuses them all, and keeps which. Whose request it was, the browser tells ([`crate::requests`]).

use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE,
};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::{Html, IntoResponse, Response};
use futures_util::{StreamExt as _, stream};
use tokio::net::TcpListener;
use tokio::time::sleep;

use crate::Result;

/// A page as a test wrote it.
#[derive(Clone)]
struct Written {
    html: String,
    policy: Option<HeaderValue>,
}

/// What stands before every script of a page.
const PROBE: &str = include_str!("probe.js");

/// What the servers of a site share.
#[derive(Default)]
struct Shared {
    pages: Vec<Written>,
    before: Vec<String>,
    asked: Vec<String>,
    failed: Vec<String>,
    refused: Vec<Refused>,
}

/// What the proxy refused.
#[derive(Clone, Debug)]
pub(crate) struct Refused {
    /// A whole address, or the host and port of a connection that would have been encrypted.
    pub(crate) address: String,
    pub(crate) at: Instant,
}

#[derive(Clone, Default)]
struct Memory(Arc<Mutex<Shared>>);

impl Memory {
    fn with<T>(&self, act: impl FnOnce(&mut Shared) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Two origins that answer alike.
#[derive(Clone)]
pub(crate) struct Site {
    /// Where the pages are.
    pub(crate) origin: String,
    /// The other origin.
    pub(crate) elsewhere: String,
    /// The host and port of the proxy.
    pub(crate) proxy: String,
    memory: Memory,
}

impl Site {
    pub(crate) async fn start() -> Result<Self> {
        let memory = Memory::default();
        Ok(Self {
            origin: format!("http://{}", serve(&memory, Role::Site).await?),
            elsewhere: format!("http://{}", serve(&memory, Role::Site).await?),
            proxy: serve(&memory, Role::Proxy).await?,
            memory,
        })
    }

    /// Runs a script in every page that is opened from now on, before any script of its own.
    pub(crate) fn before(&self, script: &str) {
        self.memory.with(|shared| shared.before.push(script.to_owned()));
    }

    /// Every address asked for since this was last called, here and elsewhere.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.memory.with(|shared| std::mem::take(&mut shared.asked))
    }

    /// The same of what was answered with an error.
    pub(crate) fn failed(&self) -> Vec<String> {
        self.memory.with(|shared| std::mem::take(&mut shared.failed))
    }

    /// Everything that the proxy refused so far, whoever asked.
    pub(crate) fn refused(&self) -> Vec<Refused> {
        self.memory.with(|shared| shared.refused.clone())
    }

    /// Keeps that a page asked for something that is not on this machine, which was refused.
    pub(crate) fn foreign(&self, address: &str) {
        self.memory.with(|shared| {
            shared.asked.push(address.to_owned());
            shared.failed.push(format!("refused: {address}"));
        });
    }

    /// The address of a file of `dist/`, or of one of the failures.
    pub(crate) fn file(&self, path: &str) -> String {
        format!("{}/{path}", self.origin)
    }

    /// A page of its own for `html`; gives its address.
    pub(crate) fn page(&self, html: &str) -> String {
        self.add(Written { html: html.to_owned(), policy: None })
    }

    /// The same, under a content security policy.
    pub(crate) fn page_under(&self, policy: &'static str, html: &str) -> String {
        let policy = Some(HeaderValue::from_static(policy));
        self.add(Written { html: html.to_owned(), policy })
    }

    fn add(&self, page: Written) -> String {
        let number = self.memory.with(|shared| {
            shared.pages.push(page);
            shared.pages.len() - 1
        });
        self.file(&format!("-/page/{number}"))
    }
}

#[derive(Clone, Copy)]
enum Role {
    Site,
    Proxy,
}

async fn serve(memory: &Memory, role: Role) -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let host = listener.local_addr()?.to_string();
    let origin = format!("http://{host}");
    let memory = memory.clone();
    let router = Router::new().fallback(async move |address: Uri| {
        if matches!(role, Role::Proxy) {
            let refused = Refused { address: address.to_string(), at: Instant::now() };
            memory.with(|shared| shared.refused.push(refused));
            return StatusCode::FORBIDDEN.into_response();
        }
        let asked = format!("{origin}{address}");
        if !asked.ends_with("/favicon.ico") && !asked.ends_with("/-/probe.js") {
            memory.with(|shared| shared.asked.push(asked.clone()));
        }
        let response = answer(&memory, &address).await;
        if !response.status().is_success() {
            memory.with(|shared| shared.failed.push(format!("{} {asked}", response.status())));
        }
        response
    });
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(host)
}

async fn answer(memory: &Memory, address: &Uri) -> Response {
    let path = address.path().trim_start_matches('/');
    if path == "favicon.ico" {
        // Browsers ask for it by themselves, and would complain in the console.
        return StatusCode::NO_CONTENT.into_response();
    }
    let response = find(memory, path).await;
    let is_page = response.headers().get(CONTENT_TYPE);
    if is_page.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        let page = probed(response).await;
        return if page.extensions().get::<Trickling>().is_some() {
            trickled(page).await
        } else {
            page
        };
    }
    response
}

/// Marks a page that is to come a little at a time.
#[derive(Clone, Copy)]
struct Trickling;

/// A page as it comes over a slow line: browsers lay out what they have so far.
async fn trickled(response: Response) -> Response {
    let (parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let pieces: Vec<Vec<u8>> = bytes.chunks(400).map(<[u8]>::to_vec).collect();
    let pieces = stream::iter(pieces).then(async |piece| {
        sleep(Duration::from_millis(4)).await;
        Ok::<_, Infallible>(piece)
    });
    Response::from_parts(parts, Body::from_stream(pieces))
}

/// A page with the probe in it. A script that is the site's own is let in by every policy that
/// lets the map's in.
async fn probed(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let page = String::from_utf8_lossy(&bytes);
    // After the language of the page, which belongs to its first tag.
    let end = |tag: &str| Some(page.find(tag)? + page.get(page.find(tag)?..)?.find('>')? + 1);
    let place = end("<html").or_else(|| end("<!doctype html")).unwrap_or_default();
    let (head, rest) = page.split_at(place);
    parts.headers.remove(CONTENT_LENGTH);
    Response::from_parts(
        parts,
        Body::from(format!("{head}<script src=\"/-/probe.js\"></script>{rest}")),
    )
}

async fn find(memory: &Memory, path: &str) -> Response {
    if path == "-/probe.js" {
        let scripts = memory.with(|shared| shared.before.join("\n;"));
        let script = format!("{PROBE}\n;{scripts}");
        let headers = [(CONTENT_TYPE, "text/javascript"), (CACHE_CONTROL, "no-store")];
        return (headers, script).into_response();
    }
    let Some((way, rest)) = path.strip_prefix("-/").and_then(|path| path.split_once('/')) else {
        return file(path).await;
    };
    match way {
        "page" => written(memory, rest),
        "cors" => with(file(rest).await, ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        _ => match rest.split_once('/') {
            Some((ending, path)) if path.ends_with(ending) => failing(way, path).await,
            Some((_, path)) => file(path).await,
            None => StatusCode::NOT_FOUND.into_response(),
        },
    }
}

async fn failing(way: &str, path: &str) -> Response {
    match way {
        "plain" => with(file(path).await, CONTENT_TYPE, "text/plain"),
        "text" => Html("<!doctype html><p>This is not the file.").into_response(),
        "slow" => {
            sleep(Duration::from_secs(1)).await;
            file(path).await
        }
        "trickle" => {
            let mut response = file(path).await;
            response.extensions_mut().insert(Trickling);
            response
        }
        "hang" => std::future::pending().await,
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

fn written(memory: &Memory, number: &str) -> Response {
    let number = number.parse().unwrap_or(usize::MAX);
    let Some(page) = memory.with(|shared| shared.pages.get(number).cloned()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = Html(page.html).into_response();
    if let Some(policy) = page.policy {
        response.headers_mut().insert("content-security-policy", policy);
    }
    response
}

fn with(mut response: Response, name: axum::http::HeaderName, value: &'static str) -> Response {
    response.headers_mut().insert(name, HeaderValue::from_static(value));
    response
}

async fn file(path: &str) -> Response {
    let path = if path.is_empty() { "index.html" } else { path };
    if path.split('/').any(|part| part == "..") {
        return StatusCode::NOT_FOUND.into_response();
    }
    match tokio::fs::read(dist().join(path)).await {
        Ok(bytes) => ([(CONTENT_TYPE, media_type(path))], bytes).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The text of a file of `dist/`.
pub(crate) fn text(path: &str) -> Result<String> {
    Ok(std::fs::read_to_string(dist().join(path))?)
}

/// The name of the one file in `dist/assets/` that begins so.
pub(crate) fn asset(start: &str) -> Result<String> {
    for file in std::fs::read_dir(dist().join("assets"))? {
        let name = file?.file_name().to_string_lossy().into_owned();
        if name.starts_with(start) {
            return Ok(name);
        }
    }
    Err(format!("no file in dist/assets/ begins with {start}").into())
}

fn dist() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/dist"))
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("geojson") => "application/geo+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
