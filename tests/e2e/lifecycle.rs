//! What pages do with the element: several of them, moves, removals, attributes, properties.

use serde_json::json;

use crate::Result;
use crate::browser::{Reader, Tab, visit};

/// A page of somebody else that has the element in it.
async fn open_page(tab: &Tab, body: &str) -> Result {
    let element = "<script type=module src=/enforcement-map.js></script>";
    let page = format!("<!doctype html><html lang=en><title>Page</title>{element}<body>{body}");
    tab.open(&tab.site.page(&page)).await
}

async fn assert_silent(tab: &Tab) -> Result {
    assert_eq!(tab.console(&["SEVERE", "WARNING"]).await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn twenty_maps_share_one_module() -> Result {
    visit(Reader::default(), async |tab| {
        open_page(tab, &"<enforcement-map></enforcement-map>".repeat(20)).await?;
        let drawn = "[...document.querySelectorAll('enforcement-map')]
            .filter(map => map.shadowRoot?.querySelectorAll('[data-code]').length === 25).length";
        tab.until(&format!("{drawn} === 20")).await?;
        let requests = tab.requests().await?;
        for ending in [".wasm", ".css", "provinces.", "messages."] {
            let count = requests.iter().filter(|url| url.contains(ending)).count();
            assert_eq!(count, 1, "{ending} in {requests:?}");
        }
        assert_silent(tab).await
    })
    .await
}

/// Each has its own state.
#[tokio::test]
async fn two_maps_keep_apart() -> Result {
    visit(Reader::default(), async |tab| {
        open_page(tab, &"<enforcement-map></enforcement-map>".repeat(2)).await?;
        tab.until("performance.getEntriesByName('map-drawn').length === 2").await?;
        tab.run("map.select('KH24');").await?;
        tab.until("root.querySelector('#em-KH24').checkVisibility()").await?;
        let other = "document.querySelectorAll('enforcement-map')[1]";
        let open = format!("{other}.shadowRoot.querySelectorAll('.em-open').length");
        assert_eq!(tab.value(&open).await?, json!(0));
        Ok(())
    })
    .await
}

/// Taken away before it was drawn, and put back: no trace, no error.
#[tokio::test]
async fn removal_while_loading_is_safe() -> Result {
    visit(Reader::default(), async |tab| {
        let element = "<script type=module src=/-/slow/wasm/enforcement-map.js></script>";
        let page = format!("<!doctype html><html lang=en>{element}<enforcement-map>Still here");
        tab.open(&tab.site.page(&page)).await?;
        tab.until("customElements.get('enforcement-map')").await?;
        tab.run("window.kept = map; map.remove();").await?;
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        assert_eq!(tab.value("kept.shadowRoot").await?, json!(null));
        tab.run("document.body.append(kept);").await?;
        tab.drawn().await?;
        assert_eq!(tab.value("root.querySelectorAll('.em').length").await?, json!(1));
        assert_silent(tab).await
    })
    .await
}

#[tokio::test]
async fn a_map_that_is_moved_keeps_what_was_chosen() -> Result {
    visit(Reader::default(), async |tab| {
        open_page(tab, "<div id=first><enforcement-map></enforcement-map></div><div id=second>")
            .await?;
        tab.drawn().await?;
        tab.click_middle("path[data-code=KH24]").await?;
        tab.run("map.setRange('2026-01-01', '2026-01-31');").await?;
        tab.click(".em-views a:nth-child(2)").await?;
        tab.until("root.querySelector('.em-world')?.checkVisibility()").await?;
        tab.run("document.getElementById('second').append(map);").await?;
        tab.until("root.querySelector('.em-world')?.checkVisibility()").await?;
        let state = "[map.province, map.from, map.to, map.view,
            root.querySelector('.em-open').id, root.querySelectorAll('.em').length]";
        let expected = json!(["KH24", "2026-01-01", "2026-01-31", "world", "em-KH24", 1]);
        assert_eq!(tab.value(state).await?, expected);
        assert_silent(tab).await
    })
    .await
}

/// As a framework does that does not wait for the module.
#[tokio::test]
async fn properties_set_too_early_count() -> Result {
    visit(Reader::default(), async |tab| {
        let early = "<enforcement-map></enforcement-map><script>
            const early = document.querySelector('enforcement-map');
            early.province = 'KH12';
            early.actions = { type: 'FeatureCollection', title: 'Nothing yet', features: [] };
            </script>";
        open_page(tab, early).await?;
        tab.drawn().await?;
        assert_eq!(tab.value("root.querySelector('.em-open').id").await?, json!("em-KH12"));
        assert_eq!(
            tab.value("root.querySelector('.em-title').textContent").await?,
            json!("Nothing yet")
        );
        assert_eq!(tab.value("Object.keys(map)").await?, json!([]));
        Ok(())
    })
    .await
}

/// Events tell what the reader did, never what the page did.
#[tokio::test]
async fn only_the_reader_causes_events() -> Result {
    visit(Reader::default(), async |tab| {
        tab.listen().await?;
        open_page(tab, "<enforcement-map></enforcement-map>").await?;
        tab.drawn().await?;
        tab.until("told.length === 1").await?;
        tab.run("map.select('KH12'); map.view = 'world'; map.theme = 'dark'; map.view = null;")
            .await?;
        tab.run("return map.setRange('2025-01-01', '2025-12-31');").await?;
        assert_eq!(tab.value("told").await?, json!([["map-ready", null]]));
        tab.click_middle("path[data-code=KH24]").await?;
        let chosen = json!(["province-select", { "code": "KH24", "name": "Pailin" }]);
        assert_eq!(tab.value("told[1]").await?, chosen);
        tab.preset(1).await?;
        let all = json!(["range-change", { "from": null, "to": null }]);
        assert_eq!(tab.value("told[2]").await?, all);
        assert_eq!(tab.value("[map.province, map.from]").await?, json!(["KH24", null]));
        Ok(())
    })
    .await
}

/// A script of the page that fires the map's events itself changes nothing in the map: neither what
/// is drawn, nor what the properties say, nor the address.
#[tokio::test]
async fn events_that_the_page_fakes_change_nothing() -> Result {
    visit(Reader::default(), async |tab| {
        open_page(tab, "<enforcement-map></enforcement-map>").await?;
        tab.drawn().await?;
        let state = "[map.province, map.from, map.to, map.view, location.hash, history.length,
            root.querySelector('.em-open')?.id ?? null,
            ...[...root.querySelectorAll('input[type=date]')].map(input => input.value)]";
        let before = tab.value(state).await?;
        tab.run(
            "const fake = (target, type, detail) => target.dispatchEvent(
                new CustomEvent(type, { bubbles: true, composed: true, detail }));
            for (const target of [map, map.appendChild(document.createElement('p')), root.querySelector('.em')]) {
                fake(target, 'province-select', { code: 'KH24', name: 'Pailin' });
                fake(target, 'range-change', { from: '2025-01-01', to: '2025-12-31' });
                fake(target, 'map-error', { message: 'nothing', source: '' });
                fake(target, 'map-ready', null);
            }",
        )
        .await?;
        tab.run("return map.setRange(null, null);").await?;
        assert_eq!(tab.value(state).await?, before);
        // The map goes on, with what its reader does.
        tab.click_middle("path[data-code=KH24]").await?;
        assert_eq!(tab.value("[map.province, map.from]").await?, json!(["KH24", null]));
        assert_silent(tab).await
    })
    .await
}

/// When the promise resolves, the days are on screen: also where the new ones lie wholly after
/// the old ones, or before.
#[tokio::test]
async fn set_range_resolves_when_it_is_painted() -> Result {
    visit(Reader::default(), async |tab| {
        open_page(tab, "<enforcement-map></enforcement-map>").await?;
        tab.drawn().await?;
        for (from, to) in [
            ("2025-01-01", "2025-12-31"),
            ("2026-01-19", "2026-01-21"),
            ("2024-02-01", "2024-02-29"),
        ] {
            let shown = format!(
                "map.setRange('{from}', '{to}').then(() =>
                    [...root.querySelectorAll('input[type=date]')].map(input => input.value))"
            );
            assert_eq!(tab.value(&shown).await?, json!([from, to]));
        }
        let coloured = "root.querySelectorAll('[data-code][class*=em-s]').length";
        assert_eq!(tab.value(coloured).await?, json!(0));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attributes_react() -> Result {
    visit(Reader::default(), async |tab| {
        open_page(tab, "<div lang=km-KH><enforcement-map></enforcement-map></div>").await?;
        tab.drawn().await?;
        let lang = "root.querySelector('.em').lang";
        assert_eq!(tab.value(lang).await?, json!("km"));
        tab.run("map.setAttribute('lang', 'fr-CA');").await?;
        tab.until(&format!("{lang} === 'fr'")).await?;
        tab.run("map.setAttribute('lang', 'de');").await?;
        tab.until(&format!("{lang} === 'en'")).await?;
        // There are no texts in German, and an editor is told.
        let warnings = tab.console(&["WARNING"]).await?;
        assert!(
            !warnings.is_empty() && warnings.iter().all(|said| said.contains("no texts")),
            "{warnings:?}"
        );
        tab.run("map.setAttribute('province', 'KH06');").await?;
        tab.until("root.querySelector('#em-KH06').checkVisibility()").await?;
        tab.run("map.removeAttribute('province');").await?;
        tab.until("!root.querySelector('.em-open')").await?;
        tab.run("map.theme = 'dark';").await?;
        tab.until("root.querySelector('.em').dataset.theme === 'dark'").await?;
        assert_eq!(tab.value("map.getAttribute('theme')").await?, json!("dark"));
        assert_silent(tab).await
    })
    .await
}

/// The tag is taken: the page keeps its own element, and this one says so.
#[tokio::test]
async fn a_taken_tag_is_left_alone() -> Result {
    visit(Reader::default(), async |tab| {
        let taken =
            "<script>customElements.define('enforcement-map', class extends HTMLElement {});
            </script><enforcement-map>Theirs</enforcement-map>";
        open_page(tab, taken).await?;
        assert_eq!(tab.value("map.textContent").await?, json!("Theirs"));
        let warnings = tab.console(&["WARNING"]).await?;
        assert!(warnings.iter().any(|said| said.contains("defined on this page")), "{warnings:?}");
        assert_eq!(tab.console(&["SEVERE"]).await?, Vec::<String>::new());
        Ok(())
    })
    .await
}
