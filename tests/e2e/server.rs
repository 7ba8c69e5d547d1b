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
//! | `/-/hang/<ending>/<file>` | the same, but nothing, ever |

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::{Html, IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::time::sleep;

use crate::Result;

/// A page as a test wrote it.
#[derive(Clone)]
struct Written {
    html: String,
    policy: Option<HeaderValue>,
}

type Pages = Arc<Mutex<Vec<Written>>>;

/// Two origins that answer alike.
#[derive(Clone)]
pub(crate) struct Site {
    /// Where the pages are.
    pub(crate) origin: String,
    /// The other origin.
    pub(crate) elsewhere: String,
    pages: Pages,
}

impl Site {
    pub(crate) async fn start() -> Result<Self> {
        let pages = Pages::default();
        Ok(Self {
            origin: serve(pages.clone()).await?,
            elsewhere: serve(pages.clone()).await?,
            pages,
        })
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
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.push(page);
        self.file(&format!("-/page/{}", pages.len() - 1))
    }
}

async fn serve(pages: Pages) -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let origin = format!("http://{}", listener.local_addr()?);
    let router = Router::new().fallback(answer).with_state(pages);
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(origin)
}

async fn answer(State(pages): State<Pages>, address: Uri) -> Response {
    let path = address.path().trim_start_matches('/');
    if path == "favicon.ico" {
        // Browsers ask for it by themselves, and would complain in the console.
        return StatusCode::NO_CONTENT.into_response();
    }
    let Some((way, rest)) = path.strip_prefix("-/").and_then(|path| path.split_once('/')) else {
        return file(path).await;
    };
    match way {
        "page" => written(&pages, rest),
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
        "hang" => std::future::pending().await,
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

fn written(pages: &Pages, number: &str) -> Response {
    let pages = pages.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(page) = number.parse().ok().and_then(|number: usize| pages.get(number)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = Html(page.html.clone()).into_response();
    if let Some(policy) = &page.policy {
        response.headers_mut().insert("content-security-policy", policy.clone());
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
