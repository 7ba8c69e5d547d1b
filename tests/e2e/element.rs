//! The element's promises to pages: data as objects, events through shadow roots, other builds on
//! the same page, and that nothing is left of it when it goes.

use serde_json::json;

use crate::Result;
use crate::browser::{Reader, Tab, visit};
use crate::engine::Engine;
use crate::host::{Host, Maps, dist};

fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><title>Page</title>
        <script>
        window.warned = []; window.told = [];
        for (const level of ['warn', 'error']) console[level] = (...said) => warned.push(said.join(' '));
        for (const type of ['map-ready', 'map-error', 'province-select', 'range-change'])
            addEventListener(type, ({{ detail, bubbles, composed }}) => told.push([type, detail, bubbles, composed]));
        </script>
        <script type=module src=/maps/enforcement-map.js></script><body>{body}"
    )
}

#[tokio::test]
async fn data_as_objects() -> Result {
    visit(Reader::default(), async |tab| {
        let host = Host::start(Maps::AsAsked).await?;
        tab.open(&host.page(&page("<enforcement-map></enforcement-map>"))).await?;
        tab.drawn().await?;
        let one = "({ type: 'FeatureCollection', title: 'Mine', country: 'KH', features: [{ type: 'Feature', id: 'a',
            geometry: null, properties: { date: '2026-01-05', place: 'KH12', kind: 'raid', title: 'One raid' } }] })";
        tab.run(&format!("map.actions = {one};")).await?;
        tab.until("root.querySelector('.em-title')?.textContent === 'Mine'").await?;
        tab.until("root.textContent.includes('One raid')").await?;
        assert_eq!(tab.value("[map.actions.title, map.getAttribute('actions')]").await?, json!(["Mine", null]));

        // What is no JSON: said, and the rest is shown.
        tab.run("const circle = { type: 'FeatureCollection', features: [] }; circle.self = circle; map.flows = circle;").await?;
        tab.until("told.some(([, detail]) => detail?.source === 'the property \"flows\"')").await?;
        tab.until("root.textContent.includes('One raid')").await?;

        tab.run("map.flows = null; map.actions = null;").await?;
        tab.until("root.querySelector('.em-title')?.textContent.startsWith('Cambodia')").await
    })
    .await
}

/// Events come out of a shadow root that the page has put the map into.
#[tokio::test]
async fn events_bubble_and_are_composed() -> Result {
    visit(Reader::default(), async |tab| {
        let host = Host::start(Maps::AsAsked).await?;
        tab.open(&host.page(&page("<section></section>"))).await?;
        tab.run(
            "const inner = document.querySelector('section').attachShadow({ mode: 'open' });
            window.inside = document.createElement('enforcement-map');
            inner.append(inside);",
        )
        .await?;
        tab.until("told.length === 1").await?;
        tab.run("inside.shadowRoot.querySelector('.em-list .em-name').click();").await?;
        tab.run("inside.shadowRoot.querySelector('.em-presets button:nth-child(2)').click();")
            .await?;
        tab.run("inside.actions = '/nothing.geojson';").await?;
        tab.until("told.length >= 4").await?;
        let flags = tab
            .value("told.map(([type, , bubbles, composed]) => [type, bubbles, composed])")
            .await?;
        for (type_, told) in ["map-ready", "province-select", "range-change", "map-error"]
            .iter()
            .zip(flags.as_array().expect("a list"))
        {
            assert_eq!(*told, json!([type_, true, true]));
        }
        Ok(())
    })
    .await
}

/// What stands between the tags is to be seen until the map is there, and not afterwards.
#[tokio::test]
async fn the_fallback_gives_way() -> Result {
    visit(Reader::default(), async |tab| {
        let host = Host::start(Maps::AsAsked).await?;
        let body = "<enforcement-map><p id=old>A list.</p></enforcement-map>";
        let slow = page(body).replace("type=module src=/maps/enforcement-map.js", "");
        tab.open(&host.page(&slow)).await?;
        assert_eq!(tab.value("document.querySelector('#old').checkVisibility()").await?, json!(true));
        tab.run("const s = document.createElement('script'); s.type = 'module'; s.src = '/maps/enforcement-map.js'; document.body.append(s);").await?;
        tab.drawn().await?;
        assert_eq!(tab.value("document.querySelector('#old').checkVisibility()").await?, json!(false));
        Ok(())
    })
    .await
}

/// An article from another desk has an older build: the first to come draws all maps.
#[tokio::test]
async fn two_builds_on_one_page() -> Result {
    visit(Reader::default(), async |tab| {
        let (host, other) = (Host::start(Maps::AsAsked).await?, Host::start(Maps::AsAsked).await?);
        let body = format!(
            "<enforcement-map></enforcement-map><script type=module src='{}'></script><enforcement-map lang=fr></enforcement-map>",
            other.map("enforcement-map.js")
        );
        tab.open(&host.page(&page(&body))).await?;
        tab.until("told.filter(([type]) => type === 'map-ready').length === 2").await?;
        let langs = "[...document.querySelectorAll('enforcement-map')].map(m => m.shadowRoot.querySelector('.em').lang)";
        assert_eq!(tab.value(langs).await?, json!(["en", "fr"]));
        let warned = tab.value("warned").await?;
        assert_eq!(warned.as_array().map(Vec::len), Some(1), "{warned}");
        assert!(warned.to_string().contains("defined on this page"), "{warned}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attributes_that_make_no_sense() -> Result {
    visit(Reader::default(), async |tab| {
        let host = Host::start(Maps::AsAsked).await?;
        let body = "<enforcement-map lang=tlh from=2026-02-01 to=2026-01-01 view=globe theme=mauve province=XX></enforcement-map>";
        tab.open(&host.page(&page(body))).await?;
        tab.drawn().await?;
        let shown = "[root.querySelector('.em').lang, ...[...root.querySelectorAll('input[type=date]')].map(i => i.value)]";
        assert_eq!(tab.value(shown).await?, json!(["en", "2026-01-01", "2026-02-01"]));
        let warned = tab.value("warned").await?.to_string();
        for word in ["tlh", "after", "globe", "mauve", "XX"] {
            assert!(warned.contains(word), "{word} in {warned}");
        }
        Ok(())
    })
    .await
}

/// 500 times put into the page and taken out again.
#[tokio::test]
async fn nothing_is_left_behind() -> Result {
    visit(Reader::default(), async |tab| {
        let host = Host::start(Maps::AsAsked).await?;
        // The module's memory, which the element keeps to itself.
        let peek = "<script>
            const instantiate = WebAssembly.instantiateStreaming;
            WebAssembly.instantiateStreaming = async (...given) => {
                const made = await instantiate.apply(WebAssembly, given);
                window.memory = made.instance.exports.memory;
                return made;
            };
            window.cycle = async (times) => {
                for (let i = 0; i < times; i++) {
                    const map = document.createElement('enforcement-map');
                    const ready = new Promise(done => map.addEventListener('map-ready', done));
                    document.body.append(map);
                    await ready;
                    map.select('KH24');
                    map.remove();
                }
            };
            </script>";
        // Browsers tell what a page holds where it keeps to itself.
        let alone = [
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
        ];
        tab.open(&host.page_with(&alone, &page(peek))).await?;
        // What is kept for the next map grows at first.
        for _ in 0..4 {
            tab.run("return cycle(50);").await?;
        }
        // What grows by each mount grows in every round; engines keep now this, now that of what they
        // compiled.
        let mut grown = Vec::new();
        for _ in 0..4 {
            let before = usage(tab).await?;
            for _ in 0..10 {
                tab.run("return cycle(50);").await?;
            }
            let after = usage(tab).await?;
            assert_eq!(tab.value("warned").await?, json!([]));
            grown = before.iter().zip(after).map(|(before, after)| after - before).collect();
            println!("500 mounts: {before:?}, {after:?}");
            // Where scripts' memory is collected later, one page more at the most.
            let more = if tab.engine == Engine::Chromium { 0.0 } else { 65_536.0 };
            if grown[0] <= more && grown[1] < 300_000.0 && grown[2] < 100_000.0 {
                return Ok(());
            }
        }
        Err(format!("the module's memory, scripts and nodes grew in every round: {grown:?}").into())
    })
    .await
}

/// Bytes of the module's memory, and after a collection those of scripts and of the page's nodes.
/// Only Chromium tells the latter two.
async fn usage(tab: &Tab) -> Result<[f64; 3]> {
    let measured = tab
        .run(
            "return (async () => {
            const sum = (all, type) => all.filter(({ types }) => types.includes(type))
                .reduce((n, { bytes }) => n + bytes, 0);
            const found = await performance.measureUserAgentSpecificMemory?.();
            const all = found?.breakdown ?? [];
            return [memory.buffer.byteLength, sum(all, 'JavaScript'), sum(all, 'DOM')];
            })();",
        )
        .await?;
    Ok(serde_json::from_value(measured)?)
}

/// `dist/v/` has a copy that stands by itself.
#[tokio::test]
async fn the_frozen_copy_works() -> Result {
    visit(Reader::default(), async |tab| {
        let frozen = std::fs::read_dir(dist().join("v"))?.next().ok_or("no frozen copy")??.path();
        let host = Host::serving(Maps::AsAsked, frozen.clone()).await?;
        tab.open(&host.map("embed.fr.html?province=KH24")).await?;
        tab.drawn().await?;
        assert_eq!(tab.value("root.querySelectorAll('[data-code]').length").await?, json!(25));
        Ok(())
    })
    .await
}
