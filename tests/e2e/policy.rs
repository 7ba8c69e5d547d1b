//! What pages and hosts allow, and what happens where they don't, or where a file is not what was
//! built.

use serde_json::json;

use crate::Result;
use crate::browser::{Reader, Tab, visit};
use crate::engine::{Engine, skipped};
use crate::host::{Host, Maps, rules};

const KEEP: &str = "<script>
    window.told = []; window.refused = []; window.warned = [];
    addEventListener('map-error', ({ detail }) => told.push(detail.message));
    // Browsers ask for a page's icon, whatever is on it.
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        blockedURI.endsWith('/favicon.ico') || refused.push([effectiveDirective, blockedURI]));
    for (const level of ['warn', 'error']) console[level] = (...said) => warned.push(said.join(' '));
    </script>";

/// Our own pages under the policy that `_headers` has for them, not one word more allowed.
#[tokio::test]
async fn our_pages_under_their_own_policy() -> Result {
    visit(Reader::default(), async |tab| {
        let maps = Host::start(Maps::AsAsked).await?;
        let pages = rules(&crate::host::text("_headers")?);
        let policed: Vec<_> = pages.iter().filter(|(_, headers)| headers.iter().any(|(name, _)| name == "Content-Security-Policy")).collect();
        assert!(policed.len() >= 19, "{policed:?}");
        for page in ["index.html", "embed.html", "embed.fr.world.html", "embed.km.table.html?theme=dark&province=KH24"] {
            tab.open(&maps.map(page)).await?;
            // A violation that came before this script is in the console.
            tab.drawn().await?;
            assert_eq!(tab.console(&["SEVERE", "WARNING"]).await?, Vec::<String>::new(), "{page}");
            assert_eq!(tab.value("root.querySelectorAll('[data-code]').length").await?, json!(25));
            let seen = "getComputedStyle(root.querySelector('.em')).getPropertyValue('--em_ink') !== ''";
            assert_eq!(tab.value(seen).await?, json!(true), "{page} has its style");
        }
        // All that a reader can do, since what is made later is under the policy as well.
        tab.open(&maps.map("embed.html")).await?;
        tab.drawn().await?;
        tab.run("window.refused = []; addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));").await?;
        for view in ["world", "table", "country"] {
            tab.run(&format!("map.view = '{view}'; return map.setRange('2026-01-01', '2026-01-31');")).await?;
        }
        tab.run("map.select('KH20'); map.lang = 'km'; root.querySelectorAll('button').forEach(b => b.click());").await?;
        tab.until("root.querySelector('.em').lang === 'km'").await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        assert_eq!(tab.value("refused").await?, json!([]));
        Ok(())
    })
    .await
}

/// Everything that a page preloads is used, and nothing is fetched twice.
#[tokio::test]
async fn every_file_is_fetched_once() -> Result {
    let why = "its fetches use nothing that was preloaded, and its WebDriver's sessions no cache";
    if skipped(|engine| engine != Engine::WebKit, why)? {
        return Ok(());
    }
    visit(Reader::default(), async |tab| {
        // Without a word on caching.
        let maps = Host::start(Maps::Bare).await?;
        tab.open(&maps.map("embed.fr.world.html")).await?;
        tab.drawn().await?;
        let mut asked = maps.asked();
        asked.retain(|path| path.starts_with("maps/"));
        asked.sort();
        let all = asked.clone();
        asked.dedup();
        assert_eq!(asked, all);
        assert!(all.len() >= 9, "{all:?}");
        Ok(())
    })
    .await
}

/// Somebody else's page allows what docs/embedding.md lists; the element is of another origin.
#[tokio::test]
async fn the_element_under_the_documented_policy() -> Result {
    visit(Reader::default(), async |tab| {
        let (host, maps) = (Host::start(Maps::AsAsked).await?, Host::start(Maps::AsAsked).await?);
        let origin = &maps.origin;
        let policy = format!(
            "default-src 'none'; script-src {origin} 'wasm-unsafe-eval' 'nonce-keep'; connect-src {origin}; \
            require-trusted-types-for 'script'; trusted-types 'none'"
        );
        let html = format!(
            "<!doctype html><html lang=en><title>Page</title>{}<script type=module src='{}'></script><enforcement-map></enforcement-map>",
            KEEP.replace("<script>", "<script nonce=keep>"), maps.map("enforcement-map.js")
        );
        tab.open(&host.page_with(&[("content-security-policy", &policy)], &html)).await?;
        tab.drawn().await?;
        assert_eq!(tab.value("root.querySelectorAll('[data-code]').length").await?, json!(25));
        assert_eq!(tab.value("[told, refused, warned]").await?, json!([[], [], []]));
        Ok(())
    })
    .await
}

/// One byte of a file is another: it is refused, and which one is said.
async fn tampered(ending: &'static str, words: &[&str]) -> Result {
    visit(Reader::default(), async |tab| {
        let maps = Host::start(Maps::Tampered(ending)).await?;
        let html = format!(
            "<!doctype html><html lang=en><title>Page</title>{KEEP}
            <script type=module src=/maps/enforcement-map.js></script><enforcement-map>A list.</enforcement-map>"
        );
        tab.open(&maps.page(&html)).await?;
        tab.until("told.length > 0").await?;
        let said = tab.value("told.join() + warned.join()").await?.to_string();
        for word in words {
            assert!(said.contains(word), "{word} in {said}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn tampered_files_are_refused() -> Result {
    let not = "not the file that was published";
    tampered(".wasm", &["module.", not, "application/wasm"]).await?;
    tampered(".css", &["style.", not]).await?;
    tampered(".json", &["messages.en.", not]).await?;
    tampered(".geojson", &["provinces.", not]).await
}

/// Our pages pin their scripts: a tampered one does not run, and the rendered map stays.
#[tokio::test]
async fn tampered_scripts_are_refused() -> Result {
    visit(Reader::default(), async |tab| {
        let maps = Host::start(Maps::Tampered(".js")).await?;
        tab.open(&maps.map("embed.html")).await?;
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        if tab.engine == Engine::Chromium {
            let said = tab.console(&["SEVERE"]).await?.join("\n");
            assert!(said.matches("integrity").count() >= 2, "{said}");
        }
        assert_eq!(tab.value("map.shadowRoot").await?, json!(null));
        assert_still_map(tab).await
    })
    .await
}

/// The map of all provinces is to be seen, its links lead to pages and to its own parts.
async fn assert_still_map(tab: &Tab) -> Result {
    assert_eq!(
        tab.value("root.querySelector('path[data-code=KH24]').checkVisibility()").await?,
        json!(true)
    );
    tab.click_middle("path[data-code=KH24]").await?;
    tab.until("root.querySelector('#em-KH24').checkVisibility()").await?;
    tab.click(".em-views a:nth-child(2)").await?;
    tab.until("location.pathname.endsWith('/embed.world.html')").await
}

/// A host whose policy forbids WebAssembly: our pages keep the rendered map, and say why.
#[tokio::test]
async fn a_host_that_blocks_wasm_shows_the_still_map() -> Result {
    visit(Reader::default(), async |tab| {
        let host = Host::start(Maps::AsAsked).await?;
        let base = format!("<!doctype html><base href='{}'>{KEEP}", host.map(""));
        let page = crate::host::text("embed.html")?.replacen("<!doctype html>", &base, 1);
        let address = host
            .page_with(&[("content-security-policy", "script-src 'self' 'unsafe-inline'")], &page);
        tab.open(&address).await?;
        tab.until("told.length > 0").await?;
        assert_eq!(tab.value("told.length").await?, json!(1));
        let said = tab.value("warned.join()").await?.to_string();
        assert!(
            said.contains("Content-Security-Policy") && said.contains("'wasm-unsafe-eval'"),
            "{said}"
        );
        assert_eq!(tab.value("map.shadowRoot").await?, json!(null));
        assert_eq!(
            tab.value("root.querySelector('path[data-code=KH24]').checkVisibility()").await?,
            json!(true)
        );
        let links = "[...root.querySelectorAll('.em-views a')].map(a => a.href)";
        let expected: Vec<_> = ["embed.html", "embed.world.html", "embed.table.html"]
            .map(|file| host.map(file))
            .into();
        assert_eq!(tab.value(links).await?, json!(expected));
        Ok(())
    })
    .await
}

/// An element that its page left empty: the picture, with a link to our page.
#[tokio::test]
async fn a_blocked_element_without_a_fallback() -> Result {
    visit(Reader::default(), async |tab| {
        let host = Host::start(Maps::AsAsked).await?;
        let html = format!(
            "<!doctype html><html lang=fr><title>Page</title>{KEEP}
            <script type=module src=/maps/enforcement-map.js></script><enforcement-map title='La carte'></enforcement-map>"
        );
        tab.open(&host.page_with(&[("content-security-policy", "script-src 'self' 'unsafe-inline'")], &html)).await?;
        tab.until("map.querySelector('img')?.naturalWidth > 0").await?;
        let link = "[map.querySelector('a').href, map.querySelector('img').alt]";
        assert_eq!(tab.value(link).await?, json!([host.map("embed.fr.html"), "La carte"]));
        Ok(())
    })
    .await
}

/// From a folder: browsers give files no origin, so no module may load another. The rendered map
/// is there, with its links.
#[tokio::test]
async fn from_a_folder_the_still_map() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open(&format!("file://{}", crate::host::dist().join("embed.html").display())).await?;
        assert_eq!(tab.value("map.shadowRoot").await?, json!(null));
        assert_still_map(tab).await
    })
    .await
}
