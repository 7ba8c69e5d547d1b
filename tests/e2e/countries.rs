//! Another country than the one whose data are shipped, in a page: the data come from the page.

use serde_json::json;

use crate::Result;
use crate::browser::{Reader, Tab, visit};

/// Gives the page's map another country's provinces and an action in one of them.
async fn give(tab: &Tab, provinces: &str, place: &str) -> Result {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/countries/");
    let provinces = std::fs::read_to_string(format!("{path}{provinces}"))?;
    let actions = json!({
        "type": "FeatureCollection",
        "title": "Another country",
        "features": [{
            "type": "Feature",
            "id": "one",
            "geometry": null,
            "properties": {
                "date": "2026-02-03", "place": place, "kind": "raid", "title": "A raid",
                "summary": "It was raided.", "attributed_to": "the police",
            },
        }],
    });
    tab.run(&format!(
        "map.provinces = {provinces};
        map.actions = {actions};
        map.flows = {{ type: 'FeatureCollection', features: [] }};"
    ))
    .await?;
    tab.until("root.querySelector('.em-title').textContent === 'Another country'").await
}

/// Fiji lies on both sides of the 180th meridian.
#[tokio::test]
async fn fiji_is_drawn_and_its_provinces_are_chosen() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("index.html").await?;
        give(tab, "fiji.geojson", "Northern").await?;
        assert_eq!(tab.value("root.querySelectorAll('[data-code]').length").await?, json!(5));
        let width = "root.querySelector('[data-code=Northern]').getBoundingClientRect().width
            / root.querySelector('.em-map').getBoundingClientRect().width";
        let share = tab.value(width).await?.as_f64().unwrap_or(1.0);
        assert!(share < 0.5, "in one piece, not around the world: {share}");

        // One that has land in its middle, which an archipelago need not have.
        tab.run("root.querySelector('.em-map').scrollIntoView({ block: 'center' });").await?;
        let solid = "[...root.querySelectorAll('[data-code]')].find(one => {
            const { left, right, top, bottom } = one.getBoundingClientRect();
            return root.elementFromPoint((left + right) / 2, (top + bottom) / 2) === one;
        })?.dataset.code";
        let solid = tab.value(solid).await?;
        let solid = solid.as_str().ok_or("no province has land in its middle")?;
        tab.click_middle(&format!("[data-code={solid}]")).await?;
        tab.until(&format!("map.province === '{solid}'")).await?;
        tab.until(&format!(
            "root.querySelector('.em-open .em-head').textContent.startsWith('{solid}')"
        ))
        .await?;
        tab.run("map.select('Northern');").await?;
        tab.until("root.querySelector('.em-open .em-name').checkVisibility()").await?;
        let shade = "root.querySelector('[data-code=Northern]').getAttribute('class')";
        assert_eq!(tab.value(shade).await?, json!("em-province em-s2"));
        assert_eq!(tab.console(&["SEVERE", "WARNING"]).await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

/// Nearly two hundred units are drawn as quickly as a reader expects.
#[tokio::test]
async fn slovenia_is_drawn_and_told_by_the_keyboard() -> Result {
    visit(Reader { width: 390, height: 800, ..Reader::default() }, async |tab| {
        tab.open_map("index.html").await?;
        give(tab, "slovenia.geojson", "Bled").await?;
        assert_eq!(tab.value("root.querySelectorAll('[data-code]').length").await?, json!(193));
        tab.run("root.querySelector('[role=listbox]').focus();").await?;
        for letter in ['B', 'l', 'e', 'd'] {
            tab.press(letter).await?;
        }
        tab.press('\u{e007}').await?;
        tab.until("map.province === 'Bled'").await?;
        tab.until("root.querySelector('.em-open .em-name').textContent === 'A raid'").await?;
        // Nothing juts out of a narrow column.
        let wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        assert_eq!(tab.value(wide).await?, json!(true));
        Ok(())
    })
    .await
}
