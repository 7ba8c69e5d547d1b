//! A window for each test, the same in every browser: W3C WebDriver alone. What that does not
//! tell, the console and the layout's jumps, a first script on each page keeps (`probe.js`); what
//! was asked for, the servers know.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::common::command::{Actions, Command};
use thirtyfour::{Key, WebDriver, WebElement};
use tokio::time::sleep;

use crate::Result;
use crate::driver::{self, SCREEN};
use crate::engine::Engine;
use crate::requests::Requests;
use crate::server::Site;

/// How long a page may take to do what a test waits for: far longer than on the slowest machine,
/// since only what is broken takes so long.
pub(crate) const PATIENCE: Duration = Duration::from_secs(90);

/// How long a script may take. Some do hundreds of things.
const SCRIPT: Duration = Duration::from_secs(300);

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
    pub(crate) engine: Engine,
    driver: WebDriver,
    reader: Reader,
    requests: Requests,
}

/// Opens a window for `reader` and closes it again, whatever `body` does in it. When that fails,
/// the picture and the console go to `artefacts/failures/`.
pub(crate) async fn visit(reader: Reader, body: impl AsyncFnOnce(&Tab) -> Result) -> Result {
    let engine = Engine::wanted()?;
    let site = Site::start().await?;
    let (programs, driver) = driver::start(engine, reader, &site.proxy).await?;
    let result = driver
        .run_and_quit(async |driver| {
            driver.set_script_timeout(SCRIPT).await?;
            engine.give_focus(&driver).await?;
            let requests = Requests::listen(engine, &driver, &site).await?;
            let tab = Tab { site, engine, driver, reader, requests };
            tab.resize(reader.width, reader.height).await?;
            let result = AssertUnwindSafe(body(&tab)).catch_unwind().await;
            if !matches!(result, Ok(Ok(()))) {
                tab.keep_evidence().await;
            }
            result.unwrap_or_else(|panic| resume_unwind(panic))
        })
        .await;
    programs.end().await?;
    Ok(result?)
}

impl Tab {
    /// Opens an address and waits until its files are there.
    pub(crate) async fn open(&self, address: &str) -> Result {
        Ok(self.driver.goto(address).await?)
    }

    /// Lets no time pass, from the next page on, but what [`Self::pass`] lets: neither in the times
    /// of events nor for timers. What takes a page a moment then does not end while a test looks.
    pub(crate) fn stop_clock(&self) {
        self.site.before("__probe.stopClock()");
    }

    /// Lets time pass on a page whose clock was stopped, in milliseconds.
    pub(crate) async fn pass(&self, milliseconds: u32) -> Result {
        self.run(&format!("__probe.pass({milliseconds})")).await?;
        Ok(())
    }

    /// Waits until an expression has had the same value for a while, longer than pages wait before
    /// they do something; gives it.
    pub(crate) async fn settled(&self, expression: &str) -> Result<Value> {
        const STILL: Duration = Duration::from_millis(1_500);
        let (start, mut since) = (Instant::now(), Instant::now());
        let mut value = self.value(expression).await?;
        while start.elapsed() < PATIENCE {
            sleep(Duration::from_millis(100)).await;
            let now = self.value(expression).await?;
            if now != value {
                (value, since) = (now, Instant::now());
            } else if since.elapsed() >= STILL {
                return Ok(value);
            }
        }
        Err(format!("{expression} never stays as it is: {value}").into())
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
        self.site.before(script);
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

    /// Waits until an expression is true. One that cannot be computed, since what it asks of is not
    /// there yet, is not true yet.
    pub(crate) async fn until(&self, expression: &str) -> Result {
        let ask = format!(
            "try {{ return Boolean({expression}); }} catch (error) {{ return String(error); }}"
        );
        let start = Instant::now();
        let mut last = Value::Null;
        while start.elapsed() < PATIENCE {
            last = self.run(&ask).await?;
            if last == true {
                return Ok(());
            }
            sleep(Duration::from_millis(20)).await;
        }
        Err(format!("waited {} s in vain until {expression}: {last}", PATIENCE.as_secs()).into())
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

    /// Unfolds presets and dates, where they are not there yet, and clicks a preset, counted from 1.
    pub(crate) async fn preset(&self, number: usize) -> Result {
        self.unfold().await?;
        self.click(&format!(".em-presets button:nth-child({number})")).await
    }

    /// Unfolds presets and dates, where they are not there yet.
    pub(crate) async fn unfold(&self) -> Result {
        let more = "root.querySelector('.em-more').checkVisibility()";
        if self.value(more).await? != serde_json::json!(true) {
            self.click(".em-more-button").await?;
            self.until(more).await?;
        }
        Ok(())
    }

    /// Presses and lets go of the pointer in the middle of an element, whatever lies above it.
    pub(crate) async fn click_middle(&self, selector: &str) -> Result {
        let element = self.element(selector).await?;
        self.show(&element).await?;
        let chain = self.actions();
        Ok(chain.move_to_element_center(&element).click().perform().await?)
    }

    /// Presses the pointer at one part of an element's width, and lets go at another.
    pub(crate) async fn drag(&self, selector: &str, from: f64, to: f64) -> Result {
        let element = self.element(selector).await?;
        self.show(&element).await?;
        let width = element.rect().await?.width;
        // WebDriver counts from an element's middle. Below it, since a timeline's upper part are lines
        // that are clicked, not dragged.
        let x = |part: f64| ((part - 0.5) * width).round() as i64;
        let chain = self.actions();
        let chain = chain.move_to_element_with_offset(&element, x(from), 10).click_and_hold();
        let chain = chain.move_to_element_with_offset(&element, x((from + to) / 2.0), 10);
        let chain = chain.move_to_element_with_offset(&element, x(to), 10).release();
        Ok(chain.perform().await?)
    }

    /// Input that takes no time. A pointer is where it goes at once, as it is for a finger: on a slow
    /// way there, what lies under it may show something that then is in the way.
    fn actions(&self) -> ActionChain {
        self.driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
    }

    /// Scrolls to an element where it is not in sight: pointers move in what is seen alone.
    async fn show(&self, element: &WebElement) -> Result {
        let show = "const { top, bottom } = arguments[0].getBoundingClientRect();
            if (top < 0 || bottom > innerHeight)
                arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });";
        self.driver.execute(show, vec![element.to_json()?]).await?;
        Ok(())
    }

    /// Moves the pointer to the middle of an element.
    pub(crate) async fn hover(&self, element: &WebElement) -> Result {
        self.show(element).await?;
        // By a last small step: of one large one, WebKitGTK tells a page nothing until the next.
        let chain = self.actions().move_to_element_with_offset(element, 2, 2);
        Ok(chain.move_to_element_center(element).perform().await?)
    }

    /// Presses a key where the focus is.
    pub(crate) async fn press(&self, key: impl Into<char>) -> Result {
        Ok(self.actions().send_keys(key.into().to_string()).perform().await?)
    }

    /// Presses keys one after the other, all told to the browser at once: some it takes for parts of
    /// one word or number only where little time lies between them.
    pub(crate) async fn type_keys(&self, keys: &str) -> Result {
        Ok(self.actions().send_keys(keys).perform().await?)
    }

    /// Types a date into the input that has the focus.
    pub(crate) async fn type_date(&self, month: &str, day: &str, year: &str) -> Result {
        // WebKitGTK alone does not go on to the day by itself, and tells of a date when it is left.
        let webkit = self.engine == Engine::WebKit;
        let next = if webkit { char::from(Key::Right).into() } else { String::new() };
        self.type_keys(&[month, &next, day, &next, year].concat()).await?;
        if webkit { self.press(Key::Tab).await } else { Ok(()) }
    }

    /// Lets the page go on after its map, as articles do: with something that can have the focus.
    pub(crate) async fn go_on(&self) -> Result {
        self.run("document.body.append(document.createElement('button'))").await?;
        Ok(())
    }

    /// Moves the focus back.
    pub(crate) async fn press_shift_tab(&self) -> Result {
        let chain = self.actions().key_down(Key::Shift).send_keys(Key::Tab);
        Ok(chain.key_up(Key::Shift).perform().await?)
    }

    /// What fingers do on an element at the same time: where each goes down, and where it goes up
    /// again, in parts of the element's width and height from its middle.
    pub(crate) async fn touch(&self, selector: &str, ways: &[[(f64, f64); 2]]) -> Result {
        let element = self.element(selector).await?;
        self.show(&element).await?;
        let size = element.rect().await?;
        let origin = element.to_json()?;
        let to = |(x, y): (f64, f64), duration: u32| {
            json!({
                "type": "pointerMove", "duration": duration, "origin": origin,
                "x": (x * size.width).round() as i64, "y": (y * size.height).round() as i64,
            })
        };
        let finger = |(number, [from, end]): (usize, &[(f64, f64); 2])| {
            // In steps, as a finger's way has many.
            let step =
                |part: f64| (from.0 + (end.0 - from.0) * part, from.1 + (end.1 - from.1) * part);
            json!({
                "type": "pointer", "id": format!("finger{number}"),
                "parameters": { "pointerType": "touch" },
                "actions": [
                    to(*from, 0), { "type": "pointerDown", "button": 0 },
                    to(step(0.25), 50), to(step(0.5), 50), to(step(0.75), 50), to(*end, 50),
                    { "type": "pointerUp", "button": 0 },
                ],
            })
        };
        let fingers: Vec<Value> = ways.iter().enumerate().map(finger).collect();
        let actions = Command::PerformActions(Actions::from(json!(fingers)));
        self.driver
            .cmd(actions)
            .await
            .map_err(|error| format!("fingers on {selector}: {error}"))?;
        Ok(())
    }

    /// Keeps what the page asked for and only the probe has seen.
    async fn untold(&self) -> Result {
        let asked = self.run("return window.__probe?.untold.splice(0) ?? []").await?;
        for address in serde_json::from_value::<Vec<String>>(asked)? {
            self.site.foreign(&address);
        }
        Ok(())
    }

    /// What the console said since it was last asked, from a level on: `WARNING`, `SEVERE`; and
    /// what else went wrong that a page can know of, with what the site could not answer.
    pub(crate) async fn console(&self, levels: &[&str]) -> Result<Vec<String>> {
        let said = self.run("return window.__probe?.said.splice(0) ?? []").await?;
        let mut said: Vec<(String, String)> = serde_json::from_value(said)?;
        self.requests.settle().await?;
        said.extend(self.site.failed().into_iter().map(|what| ("SEVERE".to_owned(), what)));
        if self.engine == Engine::Chromium {
            // It says more by itself, of files fetched in vain for example.
            let log = self.driver.browser_log().await?.into_iter();
            said.extend(log.map(|entry| (entry.level, entry.message)));
        }
        let wanted = said.into_iter().filter(|(level, _)| levels.contains(&level.as_str()));
        Ok(wanted.map(|(_, message)| message).collect())
    }

    /// Every address that pages asked for since this was last called.
    pub(crate) async fn requests(&self) -> Result<Vec<String>> {
        self.untold().await?;
        self.requests.settle().await?;
        Ok(self.site.asked())
    }

    /// Fails where anything on this page has jumped so far, and says what.
    pub(crate) async fn assert_still(&self, what: &str) -> Result {
        let sum = self.layout_shift().await?;
        if sum == 0.0 {
            return Ok(());
        }
        let moved = self.value("globalThis.__probe?.jumps ?? null").await?;
        Err(format!("{what}: the layout jumped by {sum}: {moved:#}").into())
    }

    /// How far the layout has jumped on this page so far: as browsers count it, and where they do
    /// not, as the whole CSS pixels by which the worst of what was prerendered lies
    /// elsewhere now: parts of one are how a browser rounds, and no one sees them.
    pub(crate) async fn layout_shift(&self) -> Result<f64> {
        let sum = if self.engine.counts_shifts() {
            "new Promise(done => {
                let sum = 0;
                new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))
                    .observe({ type: 'layout-shift', buffered: true });
                setTimeout(() => done(sum), 300);
            })"
        } else {
            "(([before, now]) => before.length !== now.length ? Infinity
                : Math.round(before.reduce((most, place, i) => Math.max(most, place && now[i]
                    ? Math.hypot(place[0] - now[i][0], place[1] - now[i][1]) : 0), 0))
            )([__probe.before, __probe.places(root.querySelector('.em').parentElement)])"
        };
        // A browser that does not count is asked where things are once they stay there.
        let counts = self.engine.counts_shifts();
        let sum = if counts { self.value(sum).await? } else { self.settled(sum).await? };
        sum.as_f64().ok_or_else(|| "the layout shift is no number".into())
    }

    /// Makes the page's part of the window as large as this, in CSS pixels.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Result {
        let (mut outer_width, mut outer_height) = (width, height);
        let mut inner = (0, 0);
        for _ in 0..40 {
            // Around the middle of the screen, where its pointer is: that gives it the focus.
            let x = SCREEN.0.saturating_sub(outer_width) / 2;
            let y = SCREEN.1.saturating_sub(outer_height) / 2;
            let (x, y) = (i64::from(x), i64::from(y));
            self.driver.set_window_rect(x, y, outer_width, outer_height).await?;
            let sizes = self.run("return [innerWidth, innerHeight, outerWidth, outerHeight]");
            let [w, h, outer_w, outer_h]: [u32; 4] = serde_json::from_value(sizes.await?)?;
            inner = (w, h);
            if inner == (width, height) {
                return Ok(());
            }
            outer_width = width + outer_w.saturating_sub(w);
            outer_height = height + outer_h.saturating_sub(h);
            sleep(Duration::from_millis(50)).await;
        }
        Err(format!("no window of {width} by {height}: it is {inner:?}").into())
    }

    /// A picture of the page, in `artefacts/screenshots/` and there by browser.
    pub(crate) async fn screenshot(&self, name: &str) -> Result {
        self.picture(&artefacts("screenshots")?.join(format!("{name}.png"))).await
    }

    async fn picture(&self, path: &std::path::Path) -> Result {
        if self.engine.needs_display() {
            // No more than the window shows: taller ones than its screen take it minutes to draw.
            // And not every one: some never come.
            let taken = tokio::time::timeout(PATIENCE, self.driver.screenshot(path)).await;
            if !matches!(taken, Ok(Ok(()))) {
                eprintln!("no picture of {} came", path.display());
            }
            return Ok(());
        }
        let size = self.value("[innerWidth, document.documentElement.scrollHeight]").await?;
        let [width, height]: [u32; 2] = serde_json::from_value(size)?;
        self.resize(width, height).await?;
        let taken = self.driver.screenshot(path).await;
        self.resize(width, self.reader.height).await?;
        Ok(taken?)
    }

    async fn keep_evidence(&self) {
        let name = test_name();
        if let Ok(folder) = artefacts("failures")
            && let Err(error) = self.picture(&folder.join(format!("{name}.png"))).await
        {
            eprintln!("no picture: {error}");
        }
        for message in self.console(&["SEVERE", "WARNING", "INFO"]).await.unwrap_or_default() {
            eprintln!("console: {message}");
        }
    }
}

/// The name of the test that runs, as a file's.
pub(crate) fn test_name() -> String {
    let thread = std::thread::current();
    thread.name().unwrap_or("test").replace("::", "-")
}

/// A folder for what tests leave.
pub(crate) fn artefacts(kind: &str) -> Result<PathBuf> {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/artefacts"));
    let folder = root.join(kind).join(Engine::wanted()?.name());
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
