//! One browser for each test: its driver's process, the screen it draws on, its profile.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use thirtyfour::WebDriver;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, Command};
use tokio::time::{sleep, timeout};

use crate::Result;
use crate::browser::Reader;
use crate::engine::Engine;

/// How long a program may take to start.
const PATIENCE: Duration = Duration::from_secs(90);

/// How long a session may take to start before another is tried: now and then WebKitGTK's never
/// does.
const START: Duration = Duration::from_secs(120);

/// The size of the screen, a little larger than any window that a test asks for.
pub(crate) const SCREEN: (u32, u32) = (1600, 1200);

/// The programs that a session needs while it lasts.
pub(crate) struct Programs {
    driver: Child,
    display: Option<Child>,
    // Not the reader's own settings, and nothing left over from another test.
    _profile: TempDir,
}

/// Starts a browser for a reader.
pub(crate) async fn start(
    engine: Engine,
    reader: Reader,
    proxy: &str,
) -> Result<(Programs, WebDriver)> {
    for _ in 0..2 {
        // On a busy machine a browser may also end while it starts.
        if let Ok(Ok(started)) = timeout(START, try_start(engine, reader, proxy)).await {
            return Ok(started);
        }
    }
    try_start(engine, reader, proxy).await
}

async fn try_start(engine: Engine, reader: Reader, proxy: &str) -> Result<(Programs, WebDriver)> {
    let profile = TempDir::new()?;
    let display = if engine.needs_display() { Some(display().await?) } else { None };
    let name = display.as_ref().map(|(_, name)| name.as_str());
    let (driver, address) = driver(engine, profile.path(), name).await?;
    let programs = Programs { driver, display: display.map(|(child, _)| child), _profile: profile };
    let capabilities = engine.capabilities(reader, programs._profile.path(), proxy)?;
    let session = WebDriver::new(address, capabilities).await?;
    Ok((programs, session))
}

impl Programs {
    /// Ends what the session's end has left.
    pub(crate) async fn end(mut self) -> Result {
        self.driver.kill().await?;
        if let Some(mut display) = self.display {
            // Asked to end, it takes its lock along. (It could end by itself with its last window;
            // but a browser may open and close a first connection before it has one.)
            let id = display.id().map(|id| id.to_string()).unwrap_or_default();
            Command::new("kill").arg(id).status().await?;
            if timeout(Duration::from_secs(2), display.wait()).await.is_err() {
                display.kill().await?;
            }
        }
        Ok(())
    }
}

/// Starts a driver on a free port. Another program may take that port in the same moment.
async fn driver(engine: Engine, profile: &Path, display: Option<&str>) -> Result<(Child, String)> {
    let (variable, usual, package) = engine.driver();
    let program = std::env::var(variable).unwrap_or_else(|_| usual.to_owned());
    for _ in 0..4 {
        let port = TcpListener::bind("127.0.0.1:0").await?.local_addr()?.port();
        let mut command = Command::new(&program);
        command.arg(format!("--port={port}")).envs(engine.environment(profile));
        // Firefox has a second port, for BiDi: any that is free, since several run at a time.
        command.args((engine == Engine::Firefox).then_some("--websocket-port=0"));
        if let Some(display) = display {
            command.env("DISPLAY", display);
        }
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| format!("{program}: {error}; {package}, or set {variable}"))?;
        let start = Instant::now();
        while child.try_wait()?.is_none() && start.elapsed() < PATIENCE {
            if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return Ok((child, format!("http://127.0.0.1:{port}")));
            }
            sleep(Duration::from_millis(20)).await;
        }
    }
    Err(format!("{program} did not start").into())
}

/// A screen of its own for each browser: on one, they would take the focus from each other.
async fn display() -> Result<(Child, String)> {
    let (width, height) = SCREEN;
    let mut child = Command::new("Xvfb")
        .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"])
        .arg(format!("{width}x{height}x24"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| format!("Xvfb: {error}; on Debian: apt-get install xvfb"))?;
    let mut lines = BufReader::new(child.stdout.take().ok_or("no output")?).lines();
    let number = timeout(PATIENCE, lines.next_line()).await??.ok_or("Xvfb did not start")?;
    Ok((child, format!(":{}", number.trim())))
}
