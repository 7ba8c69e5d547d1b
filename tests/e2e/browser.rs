//! One Chromium for each test, with what WebDriver alone does not tell: the console, every request,
//! how far the layout jumped.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{
    ChromeCapabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel, WebDriver, WebElement,
};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::time::{sleep, timeout};

use crate::Result;
use crate::server::Site;

/// How long a page may take to do what a test waits for.
const PATIENCE: Duration = Duration::from_secs(10);

const FLAGS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
];

/// What is in scope of every script: the first map of the page, and what it draws in.
const SCOPE: &str = "const map = document.querySelector('enforcement-map');
    const root = map?.shadowRoot ?? map;";

/// The reader's browser.
#[derive(Clone, Copy)]
pub(crate) struct Reader {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) dark: bool,
    pub(crate) javascript: bool,
}

impl Default for Reader {
    fn default() -> Self {
        Self { width: 1200, height: 900, dark: false, javascript: true }
    }
}

/// A browser window and the site it visits.
pub(crate) struct Tab {
    pub(crate) site: Site,
    driver: WebDriver,
    reader: Reader,
}

/// Opens a window for `reader` and closes it again, whatever `body` does in it. When that fails,
/// the picture and the console go to `artefacts/failures/`.
pub(crate) async fn visit(reader: Reader, body: impl AsyncFnOnce(&Tab) -> Result) -> Result {
    let site = Site::start().await?;
    let (mut chromedriver, address) = chromedriver().await?;
    // Not the reader's own settings, and nothing left over from another test.
    let profile = TempDir::new()?;
    let driver = WebDriver::new(address, capabilities(reader, &profile)?).await?;
    let result = driver
        .run_and_quit(async |driver| {
            let tab = Tab { site, driver, reader };
            tab.emulate(reader.width, reader.height).await?;
            let result = AssertUnwindSafe(body(&tab)).catch_unwind().await;
            if !matches!(result, Ok(Ok(()))) {
                tab.keep_evidence().await;
            }
            result.unwrap_or_else(|panic| resume_unwind(panic))
        })
        .await;
    chromedriver.kill().await?;
    Ok(result?)
}

/// Starts a driver on a free port. Another one may take that port in the same moment.
async fn chromedriver() -> Result<(Child, String)> {
    for _ in 0..4 {
        if let Some(started) = start_chromedriver().await? {
            return Ok(started);
        }
    }
    Err("chromedriver did not start".into())
}

async fn start_chromedriver() -> Result<Option<(Child, String)>> {
    let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
    let mut child = Command::new(&program)
        .arg("--port=0")
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| {
            format!("{program}: {error}; on Debian: apt-get install chromium-driver")
        })?;
    let mut lines = BufReader::new(child.stdout.take().ok_or("no output")?).lines();
    while let Some(line) = timeout(PATIENCE, lines.next_line()).await?? {
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            let address = format!("http://127.0.0.1:{}", port.trim_end_matches('.'));
            // Read on, so that it never waits for room to write.
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return Ok(Some((child, address)));
        }
    }
    Ok(None)
}

fn capabilities(reader: Reader, profile: &TempDir) -> Result<ChromeCapabilities> {
    let mut capabilities = ChromeCapabilities::new();
    for flag in FLAGS {
        capabilities.add_arg(flag)?;
    }
    capabilities.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
    if let Ok(chrome) = std::env::var("CHROME") {
        capabilities.set_binary(&chrome)?;
    }
    if !reader.javascript {
        let off = json!({ "profile.managed_default_content_settings.javascript": 2 });
        capabilities.add_experimental_option("prefs", off)?;
    }
    capabilities.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}

impl Tab {
    /// Opens an address and waits until its files are there.
    pub(crate) async fn open(&self, address: &str) -> Result {
        Ok(self.driver.goto(address).await?)
    }

    /// Opens a file of `dist/`.
    pub(crate) async fn open_file(&self, path: &str) -> Result {
        self.open(&self.site.file(path)).await
    }

    /// Opens a file of `dist/` and waits until its map is drawn.
    pub(crate) async fn open_map(&self, path: &str) -> Result {
        self.open_file(path).await?;
        self.drawn().await
    }

    /// Waits until the polygons are on screen and react.
    pub(crate) async fn drawn(&self) -> Result {
        self.until("performance.getEntriesByName('map-drawn').length > 0").await
    }

    /// Runs a script in every page that is opened from now on, before any script of its own.
    pub(crate) async fn before(&self, script: &str) -> Result {
        let source = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", source).await?;
        Ok(())
    }

    /// From the next page on, keeps what maps tell in `told`: pairs of an event's type and detail.
    pub(crate) async fn listen(&self) -> Result {
        self.before(
            "window.told = [];
            for (const type of ['map-ready', 'map-error', 'province-select', 'range-change']) {
                addEventListener(type, ({ detail }) => told.push([type, detail]));
            }",
        )
        .await
    }

    /// The value of an expression, in which `map` is the page's first map and `root` what it draws
    /// in; a promise is waited for.
    pub(crate) async fn value(&self, expression: &str) -> Result<Value> {
        self.run(&format!("return ({expression});")).await
    }

    /// What a function body returns, with the same names in scope.
    pub(crate) async fn run(&self, body: &str) -> Result<Value> {
        Ok(self.driver.execute(format!("{SCOPE}\n{body}"), Vec::new()).await?.json().clone())
    }

    /// Waits until an expression is true.
    pub(crate) async fn until(&self, expression: &str) -> Result {
        self.until_within(PATIENCE, expression).await
    }

    /// The same, with a patience of its own.
    pub(crate) async fn until_within(&self, patience: Duration, expression: &str) -> Result {
        let start = Instant::now();
        while start.elapsed() < patience {
            if self.value(&format!("Boolean({expression})")).await? == true {
                return Ok(());
            }
            sleep(Duration::from_millis(20)).await;
        }
        Err(format!("waited {} s in vain until {expression}", patience.as_secs()).into())
    }

    /// The first element in the drawing that fits a selector.
    pub(crate) async fn element(&self, selector: &str) -> Result<WebElement> {
        let script = format!("{SCOPE}\nreturn root.querySelector(arguments[0]);");
        let found = self.driver.execute(script, vec![selector.into()]).await?;
        Ok(found.element().map_err(|_| format!("nothing in the map fits {selector}"))?)
    }

    /// Clicks the first element in the drawing that fits a selector, as a pointer does.
    pub(crate) async fn click(&self, selector: &str) -> Result {
        Ok(self.element(selector).await?.click().await?)
    }

    /// Presses and lets go of the pointer in the middle of an element, whatever lies above it.
    pub(crate) async fn click_middle(&self, selector: &str) -> Result {
        let element = self.element(selector).await?;
        let chain = self.driver.action_chain();
        Ok(chain.move_to_element_center(&element).click().perform().await?)
    }

    /// Presses the pointer at one part of an element's width, and lets go at another.
    pub(crate) async fn drag(&self, selector: &str, from: f64, to: f64) -> Result {
        let element = self.element(selector).await?;
        let width = element.rect().await?.width;
        // WebDriver counts from an element's middle.
        let x = |part: f64| ((part - 0.5) * width).round() as i64;
        let chain = self.driver.action_chain();
        let chain = chain.move_to_element_with_offset(&element, x(from), -10).click_and_hold();
        let chain = chain.move_to_element_with_offset(&element, x((from + to) / 2.0), -10);
        let chain = chain.move_to_element_with_offset(&element, x(to), -10).release();
        Ok(chain.perform().await?)
    }

    /// Moves the pointer to the middle of an element.
    pub(crate) async fn hover(&self, element: &WebElement) -> Result {
        Ok(self.driver.action_chain().move_to_element_center(element).perform().await?)
    }

    /// Presses a key where the focus is.
    pub(crate) async fn press(&self, key: impl Into<char>) -> Result {
        Ok(self.driver.action_chain().send_keys(key.into().to_string()).perform().await?)
    }

    /// What the console said since it was last asked, from a level on: `WARNING`, `SEVERE`.
    pub(crate) async fn console(&self, levels: &[&str]) -> Result<Vec<String>> {
        let entries = self.driver.browser_log().await?.into_iter();
        let wanted = entries.filter(|entry| levels.contains(&entry.level.as_str()));
        Ok(wanted.map(|entry| entry.message).collect())
    }

    /// Every address asked for since this was last called.
    pub(crate) async fn requests(&self) -> Result<Vec<String>> {
        let mut addresses = Vec::new();
        for entry in self.driver.get_log("performance").await? {
            let event: Value = serde_json::from_str(&entry.message)?;
            if event.pointer("/message/method") != Some(&json!("Network.requestWillBeSent")) {
                continue;
            }
            let address = event.pointer("/message/params/request/url").and_then(Value::as_str);
            addresses.extend(address.filter(|url| url.starts_with("http")).map(str::to_owned));
        }
        Ok(addresses)
    }

    /// How far the layout has jumped on this page so far, as browsers count it.
    pub(crate) async fn layout_shift(&self) -> Result<f64> {
        let sum = "new Promise(done => {
            let sum = 0;
            new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))
                .observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(sum), 300);
        })";
        self.value(sum).await?.as_f64().ok_or_else(|| "the layout shift is no number".into())
    }

    /// A command of the browser's debugging protocol.
    pub(crate) async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(command, parameters).await?)
    }

    async fn emulate(&self, width: u32, height: u32) -> Result {
        let size = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        let scheme = if self.reader.dark { "dark" } else { "light" };
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", media).await?;
        // Windows side by side: each is as if it were in front, or elements get no focus events.
        self.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })).await?;
        Ok(())
    }

    /// A picture of the whole page, in `artefacts/screenshots/`.
    pub(crate) async fn screenshot(&self, name: &str) -> Result {
        self.picture(&artefacts("screenshots")?.join(format!("{name}.png"))).await
    }

    async fn picture(&self, path: &std::path::Path) -> Result {
        let layout = self.devtools("Page.getLayoutMetrics", json!({})).await?;
        let height = layout.pointer("/cssContentSize/height").and_then(Value::as_f64);
        let height = height.ok_or("the page has no height")?.ceil();
        self.emulate(self.reader.width, height as u32).await?;
        let taken = self.driver.screenshot(path).await;
        self.emulate(self.reader.width, self.reader.height).await?;
        Ok(taken?)
    }

    async fn keep_evidence(&self) {
        let thread = std::thread::current();
        let name = thread.name().unwrap_or("test").replace("::", "-");
        let Ok(folder) = artefacts("failures") else { return };
        if let Err(error) = self.picture(&folder.join(format!("{name}.png"))).await {
            eprintln!("no picture: {error}");
        }
        for message in self.console(&["SEVERE", "WARNING", "INFO"]).await.unwrap_or_default() {
            eprintln!("console: {message}");
        }
    }
}

fn artefacts(kind: &str) -> Result<PathBuf> {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/artefacts"));
    let folder = root.join(kind);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
