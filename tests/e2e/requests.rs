//! What pages ask for that is not on this machine.
//!
//! Browsers ask their makers' hosts by themselves, others in each version and whatever their flags
//! say. So it is not the host that tells whose a request is, but who made it: by WebDriver BiDi, a
//! browser tells of each request that a document, a frame or a worker makes
//! (`network.beforeRequestSent`), and of none of its own. Sockets are in no such event; the probe
//! keeps them.

use std::time::{Duration, Instant};

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use tokio::net::TcpStream;
use tokio::time::sleep;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use crate::Result;
use crate::engine::Engine;
use crate::server::{Refused, Site};

const EVENT: &str = "network.beforeRequestSent";

/// How long after the proxy has refused a request the browser may tell that it was a page's.
const DELAY: Duration = Duration::from_secs(2);

/// How long a browser may take to answer.
const PATIENCE: Duration = Duration::from_secs(90);

type Connection = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// What the pages of a session ask for.
pub(crate) struct Requests {
    site: Site,
    session: tokio::sync::Mutex<Session>,
}

struct Session {
    /// To a browser that tells of requests.
    connection: Option<Connection>,
    commands: u32,
    /// The hosts that pages asked.
    told: Vec<String>,
    /// How many of the proxy's refusals are counted as a page's, where the browser tells nothing.
    counted: usize,
}

impl Requests {
    /// Listens from now on, which is before the first page.
    pub(crate) async fn listen(engine: Engine, driver: &WebDriver, site: &Site) -> Result<Self> {
        let mut session = Session { connection: None, commands: 0, told: Vec::new(), counted: 0 };
        if engine.tells_requests() {
            let address = driver.capabilities().get("webSocketUrl").and_then(Value::as_str);
            let address = address.ok_or("the browser tells no address for WebDriver BiDi")?;
            session.connection = Some(tokio_tungstenite::connect_async(address).await?.0);
            session.ask(site, "session.subscribe", &json!({ "events": [EVENT] })).await?;
        }
        Ok(Self { site: site.clone(), session: tokio::sync::Mutex::new(session) })
    }

    /// Waits until the browser has told of everything that the proxy has refused by now, or had the
    /// time to.
    pub(crate) async fn settle(&self) -> Result {
        let mut session = self.session.lock().await;
        let refused = self.site.refused();
        if session.connection.is_none() {
            for one in refused.iter().skip(session.counted) {
                self.site.foreign(&one.address);
            }
            session.counted = refused.len();
            return Ok(());
        }
        loop {
            // What the browser tells before it answers has been read then.
            session.ask(&self.site, "session.status", &json!({})).await?;
            let told = |one: &Refused| session.told.contains(&host(&one.address));
            if !refused.iter().any(|one| one.at.elapsed() < DELAY && !told(one)) {
                return Ok(());
            }
            sleep(Duration::from_millis(50)).await;
        }
    }
}

impl Session {
    /// Sends a command and waits for its answer; keeps what is told meanwhile.
    async fn ask(&mut self, site: &Site, method: &str, params: &Value) -> Result {
        let Some(connection) = &mut self.connection else { return Ok(()) };
        self.commands += 1;
        let command = json!({ "id": self.commands, "method": method, "params": params });
        connection.send(Message::text(command.to_string())).await?;
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let next = tokio::time::timeout(PATIENCE, connection.next()).await?;
            let message = next.ok_or("the browser ended its connection")??;
            let Ok(text) = message.to_text() else { continue };
            let Ok(message) = serde_json::from_str::<Value>(text) else { continue };
            if message.get("id").and_then(Value::as_u64) == Some(self.commands.into()) {
                return match message.get("error") {
                    Some(error) => Err(format!("{method}: {error}").into()),
                    None => Ok(()),
                };
            }
            let address = message.pointer("/params/request/url").and_then(Value::as_str);
            if let Some(address) = address.filter(|address| is_foreign(address)) {
                self.told.push(host(address));
                site.foreign(address);
            }
        }
        Err(format!("{method}: no answer").into())
    }
}

/// Whether an address is one of the network, and not of this machine.
fn is_foreign(address: &str) -> bool {
    let scheme = address.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| ["http", "https", "ws", "wss"].contains(&scheme))
        && host(address) != "127.0.0.1"
}

/// The host of an address, or of a host with its port.
fn host(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let end = rest.find(['/', '?', '#', ':']).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default().to_owned()
}
