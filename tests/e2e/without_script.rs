//! Scripts are off, or never came: the map, its figures and every record are there all the same.

use serde_json::json;

use crate::Result;
use crate::browser::{Reader, visit};

const NO_SCRIPT: Reader = Reader { width: 1200, height: 900, dark: false, javascript: false };

#[tokio::test]
async fn the_map_and_its_figures_are_there() -> Result {
    visit(NO_SCRIPT, async |tab| {
        for page in ["index.html", "embed.html"] {
            tab.open_file(page).await?;
            assert_eq!(tab.value("root.querySelectorAll('[data-code]').length").await?, json!(25));
            for seen in ["path[data-code=KH24]", ".em-figure", ".em-list li"] {
                let visible = format!("root.querySelector('{seen}').checkVisibility()");
                assert_eq!(tab.value(&visible).await?, json!(true), "{seen} on {page}");
            }
            // The other lists are behind links.
            tab.click("a[href='#em-national']").await?;
            tab.until("root.querySelector('.em-national li').checkVisibility()").await?;
            let controls = "root.querySelector('.em-needs-script').checkVisibility()";
            assert_eq!(tab.value(controls).await?, json!(false), "dead controls on {page}");
            // What WebDriver runs is not the page's: that no map was ever defined shows it.
            assert_eq!(tab.value("Boolean(map.shadowRoot)").await?, json!(false));
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_click_on_a_province_shows_it() -> Result {
    visit(NO_SCRIPT, async |tab| {
        tab.open_file("embed.html").await?;
        let detail = "root.querySelector('#em-KH24').checkVisibility()";
        assert_eq!(tab.value(detail).await?, json!(false));
        tab.click_middle("path[data-code=KH24]").await?;
        tab.until(detail).await?;
        let list = tab.value("root.querySelector('.em-list').checkVisibility()").await?;
        assert_eq!(list, json!(false));
        tab.click("#em-KH24 .em-back").await?;
        tab.until("root.querySelector('.em-list').checkVisibility()").await
    })
    .await
}

#[tokio::test]
async fn the_views_are_links() -> Result {
    visit(NO_SCRIPT, async |tab| {
        tab.open_file("embed.fr.html").await?;
        tab.click(".em-views a:nth-child(2)").await?;
        tab.until("location.pathname === '/embed.fr.world.html'").await?;
        tab.until("root.querySelector('.em-world').checkVisibility()").await?;
        tab.click(".em-views a:first-child").await?;
        tab.until("location.pathname === '/embed.fr.html'").await
    })
    .await
}
