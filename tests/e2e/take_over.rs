//! The prerendered markup is replaced by the drawn map without a jump.

use serde_json::json;

use crate::Result;
use crate::browser::{Reader, visit};
use crate::engine::{Engine, skipped};
use crate::server;

/// Pages with a map in them.
const PAGES: [&str; 5] =
    ["index.html", "embed.html", "embed.world.html", "embed.fr.html", "embed.km.world.html"];

/// Runs a body once the document is read, before any module runs.
fn when_read(body: &str) -> String {
    format!(
        "document.addEventListener('readystatechange', () => {{
            if (document.readyState === 'interactive') {{ {body} }}
        }});"
    )
}

#[tokio::test]
async fn nothing_moves_and_nothing_reads_otherwise() -> Result {
    visit(Reader::default(), async |tab| {
        tab.before(&when_read("window.read = document.querySelector('.em').innerText;")).await?;
        for width in [320, 1200] {
            tab.resize(width, 900).await?;
            for page in PAGES {
                tab.open_map(page).await?;
                let said = tab.console(&["SEVERE", "WARNING"]).await?;
                assert_eq!(said, Vec::<String>::new(), "{page}");
                // The browser's Intl says what was said when the page was built.
                let (before, after) = (
                    tab.value("window.read").await?,
                    tab.value("root.querySelector('.em').innerText").await?,
                );
                assert_eq!(before, after, "{page}");
                tab.assert_still(&format!("{page} at {width}")).await?;
                assert_eq!(tab.value("map.querySelector('.em')").await?, json!(null));
            }
        }
        Ok(())
    })
    .await
}

/// While a page comes in little by little, what is there already keeps its place.
#[tokio::test]
async fn nothing_moves_while_the_page_arrives() -> Result {
    if skipped(Engine::counts_shifts, "only Chromium tells what moved while a page came in")? {
        return Ok(());
    }
    let pages = ["", ".fr", ".km", ".ko", ".vi", ".zh", ".table", ".world", ".km.world"];
    visit(Reader::default(), async |tab| {
        for width in [320, 700, 1200] {
            tab.resize(width, 900).await?;
            for page in pages.map(|page| format!("embed{page}.html")) {
                tab.open_map(&format!("-/trickle/html/{page}")).await?;
                tab.assert_still(&format!("{page} at {width}, arriving")).await?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_focus_stays_where_it_was() -> Result {
    visit(Reader::default(), async |tab| {
        let focus = "document.querySelector('a[href=\"#em-KH24\"]').focus();";
        tab.before(&when_read(focus)).await?;
        tab.open_map("embed.html").await?;
        let focused = tab.value("root.activeElement?.getAttribute('href')").await?;
        assert_eq!(focused, json!("#em-KH24"));
        Ok(())
    })
    .await
}

/// A reader who chose a province by its link, before the script came, keeps it.
#[tokio::test]
async fn a_province_in_the_address_stays_chosen() -> Result {
    visit(Reader::default(), async |tab| {
        tab.listen().await?;
        tab.open_map("embed.html#em-KH24").await?;
        assert_eq!(tab.value("map.province").await?, json!("KH24"));
        tab.until("root.querySelector('#em-KH24').checkVisibility()").await?;
        tab.assert_still("embed.html#em-KH24").await?;
        assert_eq!(tab.value("told").await?, json!([["map-ready", null]]));
        Ok(())
    })
    .await
}

/// Whatever a content management system did to the markup, the map is drawn.
#[tokio::test]
async fn changed_markup_does_no_harm() -> Result {
    visit(Reader::default(), async |tab| {
        let page = server::text("embed.html")?;
        let changed =
            page.replacen("<!doctype html>", "<!doctype html><base href=\"/\">", 1).replacen(
                "<ul aria-label",
                "<p>A content management system was here.</p><ul aria-label",
                1,
            );
        tab.open(&tab.site.page(&changed)).await?;
        tab.drawn().await?;
        assert_eq!(tab.value("root.querySelectorAll('[data-code]').length").await?, json!(25));
        assert_eq!(tab.value("root.querySelectorAll('.em').length").await?, json!(1));
        assert_eq!(tab.console(&["WARNING", "SEVERE"]).await?, Vec::<String>::new());
        tab.click_middle("path[data-code=KH24]").await?;
        tab.until("root.querySelector('#em-KH24').checkVisibility()").await
    })
    .await
}

/// Another language than the one rendered: drawn anew, in one step.
#[tokio::test]
async fn the_address_of_a_frame_sets_attributes() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html?lang=fr&theme=dark&province=KH12&from=2026-01-01").await?;
        assert_eq!(tab.value("document.documentElement.lang").await?, json!("fr"));
        let drawn = "({
            lang: root.querySelector('.em').lang,
            theme: root.querySelector('.em').dataset.theme,
            province: root.querySelector('.em-open').id,
            from: root.querySelector('input[type=date]').value,
            times: root.querySelectorAll('.em').length,
            left: document.querySelectorAll('[data-prerendered]').length,
        })";
        let expected = json!({
            "lang": "fr", "theme": "dark", "province": "em-KH12", "from": "2026-01-01",
            "times": 1, "left": 0,
        });
        assert_eq!(tab.value(drawn).await?, expected);
        Ok(())
    })
    .await
}
