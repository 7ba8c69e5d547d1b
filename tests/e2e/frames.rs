//! The map in a frame of somebody else's page: each listener that such pages have, and none.

use std::time::Duration;

use serde_json::json;

use crate::Result;
use crate::browser::{Reader, Tab, visit};
use crate::engine::{Engine, skipped};
use crate::host::{Host, Maps};

/// Room that is far too small, and far too large.
const SMALL: &str = "style='width:100%;height:150px;border:0'";
const LARGE: &str = "style='width:100%;height:6000px;border:0'";

/// An article on another origin than the map. The tag around makes what is in it the test's `map`.
fn article(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><title>Article</title><meta name=viewport content='width=device-width'>
        <style>body {{ margin: 0; font: 16px sans-serif }}</style>
        <script>window.told = []; addEventListener('message', ({{ data, source }}) => told.push(
            {{ data, from: [...document.querySelectorAll('iframe')].findIndex(f => f.contentWindow === source) }}));</script>
        <h1>Article</h1><enforcement-map>{body}</enforcement-map><p id=after>The text goes on.</p>"
    )
}

/// The heights that the frame has told in the way of Datawrapper's.
const HEIGHTS: &str = "told.map(({ data }) => data?.['datawrapper-height']?.['enforcement-map'])
    .filter(Boolean)";

async fn number(tab: &Tab, expression: &str) -> Result<f64> {
    let value = tab.value(expression).await?;
    value.as_f64().ok_or_else(|| format!("{expression} is {value}").into())
}

/// Waits until the frame is as high as its content, and stays so.
async fn assert_fits(tab: &Tab) -> Result {
    // What is drawn after the first height may need another. A frame that grows for ever, or sways,
    // would go on telling.
    tab.until(&format!("{HEIGHTS}.length > 0")).await?;
    let count = tab.settled(&format!("{HEIGHTS}.length")).await?.as_f64().unwrap_or(f64::MAX);
    let [told, frame] = [
        number(tab, &format!("{HEIGHTS}.at(-1)")).await?,
        number(tab, "document.querySelector('iframe').clientHeight").await?,
    ];
    assert!((told - frame).abs() <= 1.0, "told {told}, is {frame}");
    assert!((600.0..6000.0).contains(&told), "{told}");
    assert!(count <= 5.0, "{count} messages");
    Ok(())
}

/// The Datawrapper listener, as content management systems have it.
const DATAWRAPPER: &str = "<script>addEventListener('message', event => {
    if (event.data['datawrapper-height'] === undefined) return;
    for (const frame of document.querySelectorAll('iframe'))
        for (const id in event.data['datawrapper-height'])
            if (frame.contentWindow === event.source)
                frame.style.height = event.data['datawrapper-height'][id] + 'px';
    });</script>";

#[tokio::test]
async fn datawrappers_listener() -> Result {
    for style in [SMALL, LARGE] {
        visit(Reader::default(), async |tab| {
            let (host, maps) =
                (Host::start(Maps::AsAsked).await?, Host::start(Maps::AsAsked).await?);
            let frame = format!("<iframe src='{}' {style}></iframe>", maps.map("embed.html"));
            tab.open(&host.page(&article(&format!("{DATAWRAPPER}{frame}")))).await?;
            assert_fits(tab).await?;
            // Narrower, and wide again: it shrinks as well.
            let wide = number(tab, &format!("{HEIGHTS}.at(-1)")).await?;
            tab.run("document.querySelector('iframe').style.width = '330px'").await?;
            tab.until(&format!("{HEIGHTS}.at(-1) > {wide} + 5")).await?;
            tab.run("document.querySelector('iframe').style.width = '100%'").await?;
            tab.until(&format!("{HEIGHTS}.at(-1) === {wide}")).await?;
            tab.until(&format!("document.querySelector('iframe').clientHeight === {wide}")).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn pym_1_3_2() -> Result {
    visit(Reader::default(), async |tab| {
        let (host, maps) = (Host::start(Maps::AsAsked).await?, Host::start(Maps::AsAsked).await?);
        let body = format!(
            "<div id=map data-pym-src='{}'></div><script src=/npm/pym.js/dist/pym.v1.js></script>",
            maps.map("embed.fr.html")
        );
        tab.open(&host.page(&article(&body))).await?;
        assert_fits(tab).await?;
        // pym.js asks with the new width, and is told a height.
        tab.run(
            "told.length = 0; document.querySelector('#map').style.width = '340px';
            dispatchEvent(new Event('resize'));",
        )
        .await?;
        tab.until("told.some(({ data }) => /^pymxPYMxmapxPYMxheightxPYMx\\d+$/.test(data))")
            .await?;
        assert_fits(tab).await
    })
    .await
}

#[tokio::test]
async fn iframe_resizer_4() -> Result {
    for late in [false, true] {
        visit(Reader::default(), async |tab| {
            let (host, maps) =
                (Host::start(Maps::AsAsked).await?, Host::start(Maps::AsAsked).await?);
            let frame =
                format!("<iframe id=map src='{}' {SMALL}></iframe>", maps.map("embed.html"));
            let start =
                "window.warned = []; console.warn = (...said) => warned.push(said.join(' '));
                iFrameResize({ log: false, warningTimeout: 100_000 }, '#map')";
            let start =
                if late { format!("setTimeout(() => {{ {start} }}, 2000)") } else { start.into() };
            let library = "<script src=/npm/iframe-resizer/js/iframeResizer.js></script>";
            let body = format!("{frame}{library}<script>{start}</script>");
            tab.open(&host.page(&article(&body))).await?;
            tab.until(
                "told.some(({ data }) => /^\\[iFrameSizer\\]map:\\d+:\\d+:init$/.test(data))",
            )
            .await?;
            assert_fits(tab).await?;
            tab.run("told.length = 0; document.querySelector('iframe').style.width = '340px';")
                .await?;
            tab.until(
                "told.some(({ data }) => /^\\[iFrameSizer\\]map:\\d+:\\d+:resize$/.test(data))",
            )
            .await?;
            assert_fits(tab).await?;
            // It has answered, so that the library has no reason to warn, however long it waits.
            assert_eq!(tab.value("warned").await?, json!([]));
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// As `amp-iframe` does: heights under 100 px are denied, and the frame has to be this one.
#[tokio::test]
async fn a_listener_like_that_of_amp() -> Result {
    visit(Reader::default(), async |tab| {
        let (host, maps) = (Host::start(Maps::AsAsked).await?, Host::start(Maps::AsAsked).await?);
        let listener = "<script>addEventListener('message', ({ data, source }) => {
            const frame = document.querySelector('iframe');
            if (source !== frame.contentWindow || data?.sentinel !== 'amp') return;
            if (data.type === 'embed-ready') window.ready = true;
            if (data.type === 'embed-size' && data.height >= 100) frame.style.height = data.height + 'px';
            });</script>";
        let sandbox = "sandbox='allow-scripts allow-same-origin'";
        let frame = format!("<iframe {sandbox} src='{}' {SMALL}></iframe>", maps.map("embed.html"));
        tab.open(&host.page(&article(&format!("{listener}{frame}")))).await?;
        assert_fits(tab).await?;
        assert_eq!(tab.value("ready").await?, json!(true));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_listener_like_that_of_medium() -> Result {
    visit(Reader::default(), async |tab| {
        let (host, maps) = (Host::start(Maps::AsAsked).await?, Host::start(Maps::AsAsked).await?);
        let listener = "<script>addEventListener('message', ({ data }) => {
            let told; try { told = JSON.parse(data); } catch { return; }
            if (told.context !== 'iframe.resize') return;
            for (const frame of document.querySelectorAll('iframe'))
                if (frame.src === told.src) frame.style.height = told.height + 'px';
            });</script>";
        let frame = format!("<iframe src='{}' {SMALL}></iframe>", maps.map("embed.html"));
        tab.open(&host.page(&article(&format!("{listener}{frame}")))).await?;
        assert_fits(tab).await
    })
    .await
}

/// A page that allows frames of the map's host and nothing else needs no script of its own.
#[tokio::test]
async fn a_strict_page_without_a_script() -> Result {
    visit(Reader { width: 700, ..Reader::default() }, async |tab| {
        let (host, maps) = (Host::start(Maps::AsAsked).await?, Host::start(Maps::AsAsked).await?);
        let policy = format!("default-src 'none'; style-src 'unsafe-inline'; frame-src {}", maps.origin);
        let frame = "style='width:100%;height:600px;border:0'";
        let html = format!(
            "<!doctype html><html lang=en><title>Article</title><iframe src='{}' title=Map {frame}></iframe>",
            maps.map("embed.html")
        );
        tab.open(&host.page_with(&[("content-security-policy", &policy)], &html)).await?;
        maps.wait_for("messages.en").await?;
        tab.screenshot("frame-600").await
    })
    .await
}

/// A sandbox that allows scripts alone: no origin, no history, no clipboard, no storage.
#[tokio::test]
async fn a_sandboxed_frame() -> Result {
    let why = "in a sandbox its policies' 'self' is nobody, so the still map stays there";
    if skipped(|engine| engine != Engine::WebKit, why)? {
        return Ok(());
    }
    visit(Reader::default(), async |tab| {
        let (host, maps) = (Host::start(Maps::AsAsked).await?, Host::start(Maps::AsAsked).await?);
        let frame = |query: &str| {
            format!(
                "{DATAWRAPPER}<iframe sandbox=allow-scripts src='{}{query}' {SMALL}></iframe>",
                maps.map("embed.html")
            )
        };
        tab.open(&host.page(&article(&frame("")))).await?;
        assert_fits(tab).await?;
        let all = number(tab, &format!("{HEIGHTS}.at(-1)")).await?;
        // The map reacts: one province's detail is shorter than the list of all.
        tab.open(&host.page(&article(&frame("?province=KH24&lang=fr&theme=dark&view=table"))))
            .await?;
        maps.wait_for("messages.fr").await?;
        assert_fits(tab).await?;
        assert_ne!(number(tab, &format!("{HEIGHTS}.at(-1)")).await?, all);
        tab.screenshot("frame-sandbox").await
    })
    .await
}

/// Where the server sends no leave, nothing runs in a sandbox, and the rendered map stays.
#[tokio::test]
async fn a_sandboxed_frame_from_a_host_without_cors() -> Result {
    visit(Reader::default(), async |tab| {
        let (host, maps) = (Host::start(Maps::AsAsked).await?, Host::start(Maps::Bare).await?);
        let frame = format!(
            "<iframe sandbox=allow-scripts src='{}' {LARGE}></iframe>",
            maps.map("embed.html")
        );
        tab.open(&host.page(&article(&frame))).await?;
        tokio::time::sleep(Duration::from_secs(2)).await;
        assert_eq!(tab.value("told").await?, json!([]));
        tab.screenshot("frame-sandbox-bare").await
    })
    .await
}

/// In a closed panel a frame has no size, and in a tab behind another browsers observe none.
#[tokio::test]
async fn frames_that_are_not_seen() -> Result {
    visit(Reader::default(), async |tab| {
        let (host, maps) = (Host::start(Maps::AsAsked).await?, Host::start(Maps::AsAsked).await?);
        let frame = format!("<div id=panel hidden><iframe src='{}' {SMALL}></iframe></div>", maps.map("embed.html"));
        tab.open(&host.page(&article(&format!("{DATAWRAPPER}{frame}")))).await?;
        maps.wait_for("messages.en").await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(tab.value(HEIGHTS).await?, json!([]));
        tab.run("document.querySelector('#panel').hidden = false").await?;
        assert_fits(tab).await?;

        // A tab behind another: neither frames nor observers, only timers.
        let still = "<script>
            Object.defineProperty(document, 'hidden', { value: true });
            window.requestAnimationFrame = () => 0;
            window.ResizeObserver = class { observe() {} disconnect() {} unobserve() {} };
            </script>";
        let page = crate::host::text("embed.html")?;
        let base = format!("<!doctype html><base href='{}'>{still}", host.map(""));
        let behind = host.page(&page.replacen("<!doctype html>", &base, 1));
        tab.open(&host.page(&article(&format!("{DATAWRAPPER}<iframe src='{behind}' {SMALL}></iframe>")))).await?;
        assert_fits(tab).await?;
        let all = number(tab, &format!("{HEIGHTS}.at(-1)")).await?;
        tab.run("document.querySelector('iframe').contentDocument.querySelector('enforcement-map').view = 'table'")
            .await?;
        tab.until(&format!("{HEIGHTS}.at(-1) !== {all}")).await
    })
    .await
}

/// Nothing that the page around, or a frame beside, sends does more than ask for a height.
#[tokio::test]
async fn messages_of_strangers() -> Result {
    visit(Reader::default(), async |tab| {
        // One origin, so that the test can look into the frame.
        let host = Host::start(Maps::AsAsked).await?;
        let frame = format!("<iframe src='{}' {LARGE}></iframe>", host.map("embed.html?childId=me"));
        tab.open(&host.page(&article(&frame))).await?;
        tab.until(&format!("{HEIGHTS}.length > 0")).await?;
        tab.until(
            "document.querySelector('iframe').contentDocument
                .querySelector('enforcement-map')?.shadowRoot",
        )
        .await?;
        tab.settled(HEIGHTS).await?;
        let state = "(() => {
            const { contentWindow: w, contentDocument: d } = document.querySelector('iframe');
            const map = d.querySelector('enforcement-map');
            return [w.location.href, w.history.length, d.title, w.scrollY, map.shadowRoot.innerHTML,
                [...map.attributes].map(a => a.name), d.querySelectorAll('*').length];
        })()";
        let before = tab.value(state).await?;
        tab.run(
            "told.length = 0;
            const { contentWindow } = document.querySelector('iframe');
            const long = 'x'.repeat(100000);
            const messages = [
                null, undefined, 7, true, [], {}, new Date(), new ArrayBuffer(8), '', long,
                { sentinel: 'amp', type: 'embed-size', height: 1 }, { sentinel: 'amp', type: 'intent' },
                { 'datawrapper-height': { x: 1 } }, { from: '2020-01-01', province: 'KH24' },
                { province: 'KH24' }, { type: 'setRange' }, '{\"province\":\"KH24\"}', '[iFrameSizer]',
                '[iFrameSizer]resize', '[iFrameSizer]reset', '[iFrameSizer]' + long + ':8:false:',
                '[iFrameSizer]moveToAnchor:em-KH24', '[iFrameSizer]message:{\"a\":1,\"b\":true:c:d:e:f:g:h}',
                '[iFrameSizer]pageInfo:' + JSON.stringify({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9 }),
                'pymxPYMxmexPYMxnavigateToxPYMxhttps://example.org/', 'pymxPYMxmexPYMxscrollToxPYMx0',
                'pymxPYMxotherxPYMxwidthxPYMx100', 'javascript:alert(1)', '<img src=x onerror=alert(1)>',
                '{\"context\":\"iframe.resize\",\"height\":1}', '{\"__proto__\":{\"polluted\":1}}',
            ];
            for (const message of messages) contentWindow.postMessage(message, '*');
            // A frame beside, which is not the page around.
            const stranger = document.createElement('iframe');
            stranger.srcdoc = `<script>parent.frames[0].postMessage('pymxPYMxmexPYMxwidthxPYMx300', '*');
                parent.frames[0].postMessage('[iFrameSizer]me:8:false:false:32:true:true::::::::', '*');</script>`;
            document.body.append(stranger);",
        )
        .await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(tab.value("told").await?, json!([]));
        assert_eq!(tab.value(state).await?, before);

        // The two questions that it does answer.
        tab.run(
            "const { contentWindow } = document.querySelector('iframe');
            contentWindow.postMessage('pymxPYMxmexPYMxwidthxPYMx300', '*');
            contentWindow.postMessage('[iFrameSizer]me:8:false:false:32:true:true::::::::', '*');",
        )
        .await?;
        tab.until("told.length === 2").await?;
        let answers = tab.value("told.map(({ data }) => data.replace(/\\d+/g, '0'))").await?;
        assert_eq!(answers, json!(["pymxPYMxmexPYMxheightxPYMx0", "[iFrameSizer]me:0:0:init"]));
        assert_eq!(tab.value(state).await?, before);
        Ok(())
    })
    .await
}

/// What is not understood in an address is said to the editor, and the map is drawn all the same.
#[tokio::test]
async fn nonsense_in_an_address() -> Result {
    visit(Reader::default(), async |tab| {
        let host = Host::start(Maps::AsAsked).await?;
        let page = crate::host::text("embed.html")?;
        let keep = format!(
            "<!doctype html><base href='{}'><script>
            window.warned = [];
            console.warn = (...said) => warned.push(said.join(' '));
            history.replaceState(null, '', '?' + new URLSearchParams({{
                lang: 'tlh', theme: 'pink', view: 'moon', province: 'KH99', from: '2026-02-30', to: 'soon',
                utm_source: 'letter', onload: 'alert(1)',
            }}));
            </script>",
            host.map("")
        );
        tab.open(&host.page(&page.replacen("<!doctype html>", &keep, 1))).await?;
        tab.drawn().await?;
        assert_eq!(tab.value("root.querySelectorAll('[data-code]').length").await?, json!(25));
        let warned = tab.value("warned").await?.to_string();
        for word in ["tlh", "pink", "moon", "KH99", "2026-02-30", "soon"] {
            assert!(warned.contains(word), "{word} in {warned}");
        }
        let attributes = tab.value("map.getAttributeNames().sort()").await?;
        assert_eq!(attributes, json!(["from", "lang", "province", "theme", "to", "view"]));
        Ok(())
    })
    .await
}
