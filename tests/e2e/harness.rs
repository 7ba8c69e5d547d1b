//! Whether these tests would see it if something went wrong, in each browser.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::Result;
use crate::browser::{Reader, visit};

const PAGE: &str = "<!doctype html><html lang=en><title>Page</title><input>";

#[tokio::test]
async fn requests_of_others_are_seen_and_refused() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open(&tab.site.page(PAGE)).await?;
        assert_eq!(tab.requests().await?, [format!("{}/-/page/0", tab.site.origin)]);
        let ask = "fetch('http://somebody.example/else').then(({ status }) => status, () => 0)";
        tab.value(ask).await?;
        let requests = tab.requests().await?;
        assert!(requests.iter().any(|one| one.contains("somebody.example")), "{requests:?}");
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
