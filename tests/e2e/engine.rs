//! The browsers that every test runs in, one after the other, and what each is told at its start
//! so that a reader's settings are the same in all of them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::{Capabilities, WebDriver};

use crate::Result;
use crate::browser::Reader;

/// A browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

const CHROMIUM: [&str; 10] = [
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

/// Firefox's own bars keep its window from being as narrow as a phone.
const FIREFOX_BARS: &str = "* { min-width: 0 !important; min-height: 0 !important; }";

/// So do those of WebKit's small browser, which GTK draws.
const GTK_BARS: &str = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; font-size: 1px; }";

impl Engine {
    /// The one that the variable `BROWSER` names.
    pub(crate) fn wanted() -> Result<Self> {
        match std::env::var("BROWSER").as_deref() {
            Ok("chromium") | Err(_) => Ok(Self::Chromium),
            Ok("firefox") => Ok(Self::Firefox),
            Ok("webkit") => Ok(Self::WebKit),
            Ok(other) => Err(format!("BROWSER={other}: chromium, firefox or webkit").into()),
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Its WebDriver: the variable that may say where it is, its usual name, its Debian package.
    pub(crate) fn driver(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver", "apt-get install chromium-driver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver", "cargo install geckodriver"),
            Self::WebKit => {
                ("WEBKITDRIVER", "WebKitWebDriver", "apt-get install webkit2gtk-driver")
            }
        }
    }

    /// Whether it needs a screen to draw on.
    pub(crate) fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    /// Whether WebDriver's fingers are fingers for the page. WebKitGTK makes mice of them.
    pub(crate) fn has_touch(self) -> bool {
        self != Self::WebKit
    }

    /// Whether it has layout shifts in its performance timeline.
    pub(crate) fn counts_shifts(self) -> bool {
        self == Self::Chromium
    }

    /// Whether it tells of requests by WebDriver BiDi. WebKitGTK does not; it asks for nothing by
    /// itself either, so whatever reaches the proxy there is a page's.
    pub(crate) fn tells_requests(self) -> bool {
        self != Self::WebKit
    }

    /// What the driver's process finds in its environment.
    pub(crate) fn environment(self, profile: &Path) -> Vec<(&'static str, String)> {
        // Dates are typed as the tests type them.
        let mut all = vec![("LANG", "en_US.UTF-8".to_owned()), ("LANGUAGE", "en_US".to_owned())];
        if self == Self::WebKit {
            all.extend([
                ("XDG_CONFIG_HOME", profile.display().to_string()),
                // There is no graphics card, and in a container no second container.
                ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".to_owned()),
                ("WEBKIT_DISABLE_COMPOSITING_MODE", "1".to_owned()),
                ("WEBKIT_DISABLE_DMABUF_RENDERER", "1".to_owned()),
                ("LIBGL_ALWAYS_SOFTWARE", "1".to_owned()),
                ("NO_AT_BRIDGE", "1".to_owned()),
            ]);
        }
        all
    }

    /// What a session asks for: `profile` is a folder of its own, and everything that is not on
    /// this machine goes through `proxy`.
    pub(crate) fn capabilities(
        self,
        reader: Reader,
        profile: &Path,
        proxy: &str,
    ) -> Result<Capabilities> {
        let mut all = Capabilities::new();
        let proxy = json!({
            "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy,
            "noProxy": ["127.0.0.1"],
        });
        all.set("proxy", proxy)?;
        if self.tells_requests() {
            all.set("webSocketUrl", true)?;
        }
        let (name, mut options) = match self {
            Self::Chromium => ("goog:chromeOptions", chromium(reader, profile)),
            Self::Firefox => ("moz:firefoxOptions", firefox(reader, profile)?),
            Self::WebKit => ("webkitgtk:browserOptions", webkit(reader, profile)?),
        };
        if let (Some(binary), Some(options)) = (self.binary(), options.as_object_mut()) {
            options.insert("binary".to_owned(), json!(binary));
        }
        all.set(name, options)?;
        if self == Self::Chromium {
            all.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        }
        Ok(all)
    }

    /// Gives pages the focus, whichever window the machine gives it to. Firefox has a setting for
    /// that, Chromium a command.
    pub(crate) async fn give_focus(self, driver: &WebDriver) -> Result {
        if self == Self::Chromium {
            driver.cmd(Command::ExtensionCommand(Box::new(EmulateFocus))).await?;
        }
        Ok(())
    }

    /// Where the browser is, where its driver would not find it.
    fn binary(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => std::env::var_os("CHROME").map(PathBuf::from),
            Self::Firefox => std::env::var_os("FIREFOX").map(PathBuf::from).or_else(|| {
                // Debian's has another name than the one that geckodriver knows.
                let path = std::env::var_os("PATH")?;
                let found = std::env::split_paths(&path).map(|folder| folder.join("firefox-esr"));
                found.filter_map(|file| file.canonicalize().ok()).next()
            }),
            Self::WebKit => std::env::var_os("MINIBROWSER").map(PathBuf::from),
        }
    }
}

/// `Emulation.setFocusEmulationEnabled` of the Chrome DevTools Protocol.
#[derive(Debug)]
struct EmulateFocus;

impl ExtensionCommand for EmulateFocus {
    fn parameters_json(&self) -> Option<Value> {
        let enabled = json!({ "enabled": true });
        Some(json!({ "cmd": "Emulation.setFocusEmulationEnabled", "params": enabled }))
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/goog/cdp/execute".into()
    }
}

fn chromium(reader: Reader, profile: &Path) -> Value {
    let mut flags: Vec<String> = CHROMIUM.map(str::to_owned).into();
    flags.push(format!("--user-data-dir={}", profile.display()));
    let scheme = if reader.dark { 0 } else { 1 };
    flags.push(format!("--blink-settings=preferredColorScheme={scheme}"));
    let preferences = if reader.javascript {
        json!({})
    } else {
        json!({ "profile.managed_default_content_settings.javascript": 2 })
    };
    json!({ "args": flags, "prefs": preferences })
}

fn firefox(reader: Reader, profile: &Path) -> Result<Value> {
    write(profile.join("chrome"), "userChrome.css", FIREFOX_BARS)?;
    let scheme = if reader.dark { 0 } else { 1 };
    Ok(json!({
        "args": ["-headless", "-profile", profile.display().to_string()],
        "prefs": {
            "toolkit.legacyUserProfileCustomizations.stylesheets": true,
            "layout.css.prefers-color-scheme.content-override": scheme,
            "javascript.enabled": reader.javascript,
            // As readers have it; the driver lets files on the disk read each other.
            "security.fileuri.strict_origin_policy": true,
            // Its pages have the focus, whichever window the machine gives it to.
            "focusmanager.testmode": true,
            // Quicker to start and to end.
            "dom.ipc.processPrelaunch.enabled": false,
            "toolkit.shutdown.fastShutdownStage": 3,
        },
    }))
}

fn webkit(reader: Reader, profile: &Path) -> Result<Value> {
    write(profile.join("gtk-3.0"), "gtk.css", GTK_BARS)?;
    let mut flags = vec!["--automation"];
    flags.extend(reader.dark.then_some("--dark-mode"));
    flags.extend((!reader.javascript).then_some("--enable-javascript=false"));
    Ok(json!({ "args": flags }))
}

fn write(folder: PathBuf, name: &str, text: &str) -> Result {
    std::fs::create_dir_all(&folder)?;
    Ok(std::fs::write(folder.join(name), text)?)
}

/// Whether a test has to be left out in this browser. Each one is a file with its reason in
/// `artefacts/skipped/`, for the summary at the end of `make test`.
pub(crate) fn skipped(unless: impl Fn(Engine) -> bool, why: &str) -> Result<bool> {
    let engine = Engine::wanted()?;
    if unless(engine) {
        return Ok(false);
    }
    let folder = crate::browser::artefacts("skipped")?;
    std::fs::write(folder.join(format!("{}.txt", crate::browser::test_name())), why)?;
    println!("skipped in {}: {why}", engine.name());
    Ok(true)
}
