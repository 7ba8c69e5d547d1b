//! Whether these tests would see it if something went wrong, in each browser.

use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::prelude::*;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::Result;
use crate::browser::{Reader, visit};
use crate::engine::{Engine, skipped};

const PAGE: &str = "<!doctype html><html lang=en><title>Page</title><input>";

/// Whatever on a page asks for something elsewhere: it is seen, and it gets nothing.
#[tokio::test]
async fn requests_of_pages_are_seen_and_refused() -> Result {
    visit(Reader::default(), async |tab| {
        let frame = tab.site.page("<!doctype html><script>fetch('http://frame.example/')</script>");
        let sandboxed = tab.site.page(
            "<!doctype html><script>fetch('http://sandbox.example/').catch(() => 0)</script>",
        );
        // No source map, no icon, no speculation of the browser is among these.
        let page = format!(
            "{PAGE}<link rel=preload as=fetch crossorigin href=http://preload.example/>
            <link rel=stylesheet href=http://style.example/><img src=http://image.example/ alt=''>
            <style>@font-face {{ font-family: far; src: url(http://font.example/) }}</style>
            <p style='font-family: far; background: url(http://background.example/)'>Far</p>
            <iframe src='{frame}'></iframe><iframe sandbox=allow-scripts src='{sandboxed}'></iframe>
            <iframe src=http://framed.example/></iframe>
            <script>
            const quiet = () => 0;
            fetch('http://fetch.example/').catch(quiet);
            fetch('https://encrypted.example/').catch(quiet);
            fetch('http://kept.example/', {{ method: 'POST', keepalive: true }}).catch(quiet);
            navigator.sendBeacon('http://beacon.example/', 'gone');
            new EventSource('http://events.example/');
            new WebSocket('ws://socket.example/');
            import('http://module.example/').catch(quiet);
            const far = `fetch('http://worker.example/').catch(() => 0)`;
            new Worker(URL.createObjectURL(new Blob([far])));
            </script>"
        );
        tab.open(&tab.site.page(&page)).await?;
        let names = "preload style image font background frame sandbox framed fetch encrypted
            kept beacon events socket module worker";
        let mut wanted: Vec<_> =
            names.split_whitespace().map(|name| format!("{name}.example")).collect();
        let mut seen = Vec::new();
        let start = Instant::now();
        while !wanted.is_empty() && start.elapsed() < Duration::from_secs(60) {
            seen.extend(tab.requests().await?);
            wanted.retain(|host| !seen.iter().any(|one| one.contains(&format!("//{host}"))));
        }
        assert!(wanted.is_empty(), "not seen: {wanted:?} in {seen:?}");
        let refused =
            "fetch('http://fetch.example/', { mode: 'cors' }).then(() => 'came', () => 'refused')";
        assert_eq!(tab.value(refused).await?, json!("refused"));
        // Beside what the page itself is, there is nothing else.
        let own = |one: &&String| !one.contains(".example") && !one.contains("/-/page/");
        assert_eq!(seen.iter().filter(own).count(), 0, "{seen:?}");
        Ok(())
    })
    .await
}

/// What the browser itself asks for is refused too, but it is not the page's.
#[tokio::test]
async fn requests_of_the_browser_are_not_a_pages() -> Result {
    let why = "it asks for nothing by itself, and tells of no request";
    if skipped(|engine| engine != Engine::WebKit, why)? {
        return Ok(());
    }
    visit(Reader::default(), async |tab| {
        tab.open(&tab.site.page(PAGE)).await?;
        // Just what a browser does when it looks for updates: by its proxy, and from no page.
        let mut stream = TcpStream::connect(&tab.site.proxy).await?;
        let ask = "GET http://maker.example/update HTTP/1.1\r\nHost: maker.example\r\n\r\n";
        stream.write_all(ask.as_bytes()).await?;
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).await?;
        assert_eq!(&answer, b"HTTP/1.1 403");
        let refused = tab.site.refused();
        assert!(refused.iter().any(|one| one.address.contains("maker.example")), "{refused:?}");
        assert_eq!(tab.requests().await?, [format!("{}/-/page/0", tab.site.origin)]);
        assert_eq!(tab.console(&["SEVERE"]).await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn warnings_and_errors_are_seen() -> Result {
    visit(Reader::default(), async |tab| {
        tab.before("window.early = true;").await?;
        let policy = "script-src 'self' 'unsafe-inline'; img-src 'none'";
        let page = format!(
            "{PAGE}<script>console.warn('careful'); console.error('broken', 1);</script>
            <script>throw new Error('thrown');</script><img src=/picture.png>
            <script>Promise.reject(new Error('rejected'));</script>
            <script src=/nothing.js></script>"
        );
        tab.open(&tab.site.page_under(policy, &page)).await?;
        tab.until("window.early && __probe.said.length >= 6").await?;
        let said = tab.console(&["WARNING", "SEVERE"]).await?.join("\n");
        for part in ["careful", "broken 1", "thrown", "rejected", "nothing.js", "img-src"] {
            assert!(said.contains(part), "{part} is not in {said}");
        }
        assert_eq!(tab.console(&["WARNING", "SEVERE"]).await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn windows_are_as_asked() -> Result {
    let reader = Reader { width: 320, height: 500, dark: true, ..Reader::default() };
    visit(reader, async |tab| {
        tab.open(&tab.site.page(PAGE)).await?;
        let window = "[innerWidth, innerHeight, document.hasFocus(), devicePixelRatio,
            matchMedia('(prefers-color-scheme: dark)').matches,
            matchMedia('(scripting: enabled)').matches]";
        assert_eq!(tab.value(window).await?, json!([320, 500, true, 1, true, true]));
        tab.resize(1200, 900).await?;
        assert_eq!(tab.value("[innerWidth, innerHeight]").await?, json!([1200, 900]));
        tab.press(Key::Tab).await?;
        tab.press('x').await?;
        tab.until("document.querySelector('input').value === 'x'").await
    })
    .await
}

#[tokio::test]
async fn scripts_can_be_off() -> Result {
    let reader = Reader { javascript: false, ..Reader::default() };
    visit(reader, async |tab| {
        let page = format!("{PAGE}<p>Off</p><script>document.title = 'On';</script>");
        tab.open(&tab.site.page(&page)).await?;
        let state = "[document.title, matchMedia('(scripting: none)').matches]";
        assert_eq!(tab.value(state).await?, json!(["Page", true]));
        Ok(())
    })
    .await
}

/// Where something was moved when a map took over, that counts, in every browser's way.
#[tokio::test]
async fn jumps_are_seen() -> Result {
    visit(Reader::default(), async |tab| {
        let page = format!(
            "{PAGE}<enforcement-map><div data-prerendered><div class=em><p>One</p></div></div>
            </enforcement-map><p>After</p>"
        );
        tab.open(&tab.site.page(&page)).await?;
        tab.run("return new Promise(done => setTimeout(done, 300))").await?;
        assert_eq!(tab.layout_shift().await.unwrap_or_default(), 0.0);
        tab.run(
            "const box = map.firstElementChild;
            map.attachShadow({ mode: 'open' }).append(box);
            box.style.marginTop = '200px';",
        )
        .await?;
        assert!(tab.layout_shift().await? > 0.0);
        Ok(())
    })
    .await
}
