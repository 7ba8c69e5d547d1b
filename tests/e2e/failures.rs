//! Something does not come: what the page holds stays, and an editor learns why in one sentence.

use serde_json::json;

use crate::Result;
use crate::browser::{Reader, Tab, visit};

/// A page with the element in it and a text instead of the map; the element comes from an address.
fn page(element: &str, attributes: &str) -> String {
    format!(
        "<!doctype html><html lang=en><title>Page</title>
        <script type=module src='{element}'></script>
        <enforcement-map {attributes}>A list of the records.</enforcement-map>"
    )
}

/// The fallback is to be seen, and the one `map-error` and the console have these words.
async fn assert_fallback(tab: &Tab, words: &[&str]) -> Result {
    tab.until("told.length > 0").await?;
    assert_eq!(tab.value("told.length").await?, json!(1));
    assert_eq!(tab.value("told[0][0]").await?, json!("map-error"));
    let message = tab.value("told[0][1].message").await?.to_string();
    let console = tab.console(&["SEVERE"]).await?.join("\n");
    for word in words {
        assert!(message.contains(word), "{word:?} in {message:?}");
        assert!(console.contains(word), "{word:?} in {console:?}");
    }
    assert_eq!(tab.value("map.shadowRoot").await?, json!(null));
    assert_eq!(tab.value("map.innerText").await?, json!("A list of the records."));
    Ok(())
}

async fn element_from(way: &'static str, words: &[&str]) -> Result {
    visit(Reader::default(), async |tab| {
        tab.listen().await?;
        tab.open(&tab.site.page(&page(&format!("/-/{way}/enforcement-map.js"), ""))).await?;
        assert_fallback(tab, words).await
    })
    .await
}

#[tokio::test]
async fn the_module_is_missing() -> Result {
    element_from("missing/wasm", &[".wasm", "status 404"]).await
}

/// Nothing of it runs, and nothing changes.
#[tokio::test]
async fn the_element_is_missing() -> Result {
    visit(Reader::default(), async |tab| {
        tab.listen().await?;
        let element = "/-/missing/js/enforcement-map.js";
        tab.open(&tab.site.page(&page(element, ""))).await?;
        tab.until("__probe.said.some(([, what]) => what.includes('enforcement-map.js'))").await?;
        let state = "[told, map.shadowRoot, map.innerText]";
        assert_eq!(tab.value(state).await?, json!([[], null, "A list of the records."]));
        Ok(())
    })
    .await
}

/// The view that a reader opens says that it cannot be shown; the others work on.
#[tokio::test]
async fn the_code_of_the_tables_is_missing() -> Result {
    visit(Reader::default(), async |tab| {
        tab.listen().await?;
        let code = crate::server::asset("views.")?;
        let element = format!("/-/missing/{code}/enforcement-map.js");
        tab.open(&tab.site.page(&page(&element, ""))).await?;
        tab.drawn().await?;
        tab.click(".em-views a:last-child").await?;
        tab.until("root.querySelector('.em-tables [role=alert]')").await?;
        let said = tab.value("root.querySelector('.em-tables').innerText").await?;
        assert_eq!(said, json!("This view could not be loaded."));
        tab.until("told.some(([type]) => type === 'map-error')").await?;
        let told = tab.value("told.find(([type]) => type === 'map-error')[1].message").await?;
        let told = told.as_str().unwrap_or_default();
        assert!(told.contains(&code) && told.contains("status 404"), "{told}");
        tab.click(".em-views a:first-child").await?;
        tab.until("root.querySelector('path[data-code=KH24]').checkVisibility()").await?;
        tab.run("map.select('KH24')").await?;
        tab.until("root.querySelector('#em-KH24').checkVisibility()").await
    })
    .await
}

/// A view that the page itself asks for first says the same; nothing says for ever that it is coming.
#[tokio::test]
async fn the_code_of_the_first_view_is_missing() -> Result {
    visit(Reader::default(), async |tab| {
        let code = crate::server::asset("views.")?;
        let element = format!("/-/missing/{code}/enforcement-map.js");
        tab.open(&tab.site.page(&page(&element, "view=\"world\" countries=\"\""))).await?;
        tab.until("root?.querySelector('[role=alert]')").await?;
        tab.until("!root.querySelector('.em').innerText.includes('Loading')").await?;
        let said = tab.value("root.querySelector('[role=alert]').innerText").await?;
        assert_eq!(said, json!("This view could not be loaded."));
        Ok(())
    })
    .await
}

/// They are asked for once, and told of once; the map of the provinces is there all the same.
#[tokio::test]
async fn the_countries_of_the_first_view_are_missing() -> Result {
    visit(Reader::default(), async |tab| {
        tab.listen().await?;
        let attributes = "view=world countries='/nothing/here.geojson'";
        tab.open(&tab.site.page(&page("/enforcement-map.js", attributes))).await?;
        tab.drawn().await?;
        tab.until("told.some(([type]) => type === 'map-error')").await?;
        tab.value("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))").await?;
        let told = tab.value("told.filter(([type]) => type === 'map-error').length").await?;
        assert_eq!(told, json!(1));
        let asked = tab.site.asked();
        let times = asked.iter().filter(|asked| asked.ends_with("/nothing/here.geojson")).count();
        assert_eq!(times, 1, "{asked:?}");
        tab.until("root.querySelectorAll('[data-code]').length === 25").await
    })
    .await
}

/// A server that answers everything with its front page.
#[tokio::test]
async fn the_module_is_a_page_of_html() -> Result {
    element_from("text/wasm", &[".wasm", "not the file that was published", "text/html"]).await
}

#[tokio::test]
async fn the_messages_are_a_page_of_html() -> Result {
    element_from("text/json", &["messages.en", "text/html"]).await
}

/// The module works without its media type, if more slowly.
#[tokio::test]
async fn the_module_has_another_media_type() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open(&tab.site.page(&page("/-/plain/wasm/enforcement-map.js", ""))).await?;
        tab.drawn().await?;
        let warnings = tab.console(&["WARNING"]).await?;
        assert!(warnings.iter().any(|said| said.contains("application/wasm")), "{warnings:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_policy_forbids_webassembly() -> Result {
    visit(Reader::default(), async |tab| {
        tab.listen().await?;
        let page = page("/enforcement-map.js", "");
        tab.open(&tab.site.page_under("script-src 'self'", &page)).await?;
        assert_fallback(tab, &["Content-Security-Policy", "'wasm-unsafe-eval'"]).await
    })
    .await
}

#[tokio::test]
async fn a_strict_policy_is_enough() -> Result {
    visit(Reader::default(), async |tab| {
        let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
            style-src 'none'; require-trusted-types-for 'script'";
        tab.open(&tab.site.page_under(policy, &page("/enforcement-map.js", ""))).await?;
        tab.drawn().await?;
        assert_eq!(tab.value("root.querySelectorAll('[data-code]').length").await?, json!(25));
        let said = tab.console(&["SEVERE", "WARNING"]).await?;
        let ours: Vec<_> = said.iter().filter(|said| !said.contains("favicon")).collect();
        assert_eq!(ours, Vec::<&String>::new());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_policy_forbids_fetching() -> Result {
    visit(Reader::default(), async |tab| {
        tab.listen().await?;
        let policy = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'";
        tab.open(&tab.site.page_under(policy, &page("/enforcement-map.js", ""))).await?;
        assert_fallback(tab, &["Content-Security-Policy", "connect-src"]).await
    })
    .await
}

/// From another origin that allows it, all works.
#[tokio::test]
async fn the_element_comes_from_elsewhere() -> Result {
    visit(Reader::default(), async |tab| {
        let element = format!("{}/-/cors/enforcement-map.js", tab.site.elsewhere);
        tab.open(&tab.site.page(&page(&element, ""))).await?;
        tab.drawn().await?;
        let link = tab.value("root.querySelector('.em-views a').href").await?;
        assert_eq!(link, json!(format!("{}/-/cors/embed.html", tab.site.elsewhere)));
        Ok(())
    })
    .await
}

/// Each address that cannot be used, and what the map says of it.
async fn data_from(address: impl Fn(&Tab) -> String, words: &[&str]) -> Result {
    visit(Reader::default(), async |tab| {
        tab.listen().await?;
        let attribute = format!("actions='{}'", address(tab));
        tab.open(&tab.site.page(&page("/enforcement-map.js", &attribute))).await?;
        tab.until("told.some(([type]) => type === 'map-error')").await?;
        let error = tab.value("told.find(([type]) => type === 'map-error')[1]").await?;
        assert_eq!(error.pointer("/source"), Some(&json!(address(tab))));
        let message = error.pointer("/message").map(ToString::to_string).unwrap_or_default();
        for word in words {
            assert!(message.contains(word), "{word:?} in {message:?}");
        }
        // The provinces are there to be drawn.
        tab.until("root.querySelectorAll('[data-code]').length === 25").await
    })
    .await
}

/// Whoever gives own actions has no others on the map, and none of our deportations.
#[tokio::test]
async fn nothing_of_ours_is_added_to_own_data() -> Result {
    visit(Reader::default(), async |tab| {
        tab.listen().await?;
        tab.open(&tab.site.page(&page("/enforcement-map.js", ""))).await?;
        tab.drawn().await?;
        tab.site.asked();
        tab.run(
            "map.actions = 'id,date,place,kind,title,reported_by\\na,2026-01-10,KH24,raid,Mine,Me';
            map.addEventListener('map-ready', () => map.isRead = true);",
        )
        .await?;
        tab.until("map.isRead").await?;
        let all = "root.querySelector('.em').textContent";
        assert_eq!(tab.value(&format!("{all}.includes('Mine')")).await?, json!(true));
        for ours in ["13,000", "260", "South Korea"] {
            let has = format!("{all}.includes('{ours}')");
            assert_eq!(tab.value(&has).await?, json!(false), "{ours}");
        }
        let errors = tab.value("told.filter(([type]) => type === 'map-error')").await?;
        assert_eq!(errors, json!([]));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_data_are_missing() -> Result {
    data_from(|_| "/nothing/here.geojson".into(), &["404"]).await
}

#[tokio::test]
async fn the_data_are_a_page_of_html() -> Result {
    data_from(|_| "/-/text/geojson/actions.geojson".into(), &["a web page"]).await
}

#[tokio::test]
async fn the_data_are_elsewhere_without_leave() -> Result {
    let address = |tab: &Tab| format!("{}/index.html", tab.site.elsewhere);
    data_from(address, &["Access-Control-Allow-Origin"]).await
}

#[tokio::test]
async fn nobody_answers() -> Result {
    data_from(|_| "http://127.0.0.1:9/actions.geojson".into(), &["cannot be reached"]).await
}

#[tokio::test]
async fn the_data_never_come() -> Result {
    data_from(|_| "/-/hang/geojson/actions.geojson".into(), &[]).await
}

/// On our own page the rendered map has everything, so it stays.
#[tokio::test]
async fn offline_the_rendered_map_stays() -> Result {
    visit(Reader::default(), async |tab| {
        tab.listen().await?;
        let rendered = crate::server::text("embed.html")?;
        let base = "<!doctype html><base href='/-/missing/wasm/'>";
        tab.open(&tab.site.page(&rendered.replacen("<!doctype html>", base, 1))).await?;
        tab.until("told.length > 0").await?;
        assert_eq!(tab.value("map.shadowRoot").await?, json!(null));
        let seen = "root.querySelector('path[data-code=KH24]').checkVisibility()";
        assert_eq!(tab.value(seen).await?, json!(true));
        Ok(())
    })
    .await
}
