//! Everything as tables: in the chosen days, sorted, and taken away.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::Result;
use crate::browser::{Reader, visit};

const ROWS: &str = "[...root.querySelectorAll('.em-tables tbody')].map(body => body.rows.length)";

/// How often the file with the code of the views that few readers open was fetched.
const CODE: &str =
    "performance.getEntriesByType('resource').filter(one => /assets.views/.test(one.name)).length";

#[tokio::test]
async fn they_hold_what_is_in_the_chosen_days() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html").await?;
        // Built only for readers who open them, as their code is only fetched for these.
        assert_eq!(tab.value("root.querySelectorAll('table').length").await?, json!(0));
        assert_eq!(tab.value(CODE).await?, json!(0));
        tab.click(".em-views a:last-child").await?;
        tab.until("root.querySelectorAll('table').length === 2").await?;
        assert_eq!(tab.value(CODE).await?, json!(1));
        assert_eq!(tab.value(ROWS).await?, json!([8, 3]));
        let text = tab.value("root.querySelector('.em-tables').textContent").await?;
        let text = text.as_str().unwrap_or_default();
        for part in ["at least 13,000", "about 260", "figure not published", "66 countries"] {
            assert!(text.contains(part), "{part} is not in the tables");
        }
        tab.run("map.setRange('2026-01-19', '2026-01-19')").await?;
        tab.until(&format!("{ROWS}[1] === 0")).await?;
        let possible = "root.querySelector('.em-tables').textContent.includes('possibly in these')";
        assert_eq!(tab.value(possible).await?, json!(true));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_column_sorts_both_ways_by_keyboard_too() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html#view=table").await?;
        let first = "root.querySelector('tbody tr').textContent";
        let sorted = "root.querySelector('th:nth-child(5)').getAttribute('aria-sort')";
        tab.until("root.querySelector('table')").await?;
        tab.run("root.querySelector('th:nth-child(5) button').focus()").await?;
        tab.press(Key::Enter).await?;
        tab.until(&format!("{sorted} === 'ascending'")).await?;
        // What has a number comes before what has none.
        tab.until(&format!("{first}.includes('about 260')")).await?;
        tab.click("th:nth-child(1) button").await?;
        tab.until(&format!("{sorted} === 'none'")).await?;
        tab.click("th:nth-child(1) button").await?;
        let dates = "root.querySelector('th').getAttribute('aria-sort') === 'descending'";
        tab.until(dates).await
    })
    .await
}

#[tokio::test]
async fn they_can_be_taken_away() -> Result {
    visit(Reader::default(), async |tab| {
        tab.before(
            "window.files = [];
            URL.createObjectURL = blob => { blob.text().then(text => files.push(text)); return '#'; };
            HTMLAnchorElement.prototype.click = () => {};",
        )
        .await?;
        tab.open_map("embed.html#view=table&from=2026-01-18&to=2026-01-18").await?;
        tab.until("root.querySelector('.em-tables .em-presets button')").await?;
        for number in 1..=4 {
            tab.run(&format!(
                "root.querySelectorAll('.em-tables .em-presets button')[{number} - 1].click()"
            ))
            .await?;
        }
        tab.until("files.length === 4").await?;
        let lines = "files[0].trim().split('\\r\\n').length";
        let rows = tab.value(&format!("{ROWS}[0]")).await?.as_u64().unwrap_or_default();
        assert_eq!(tab.value(lines).await?, json!(rows + 1));
        let features = "files.filter(text => text.startsWith('{')).map(text =>
            JSON.parse(text).features.length).sort()";
        assert_eq!(tab.value(features).await?, json!([rows, 8]));
        Ok(())
    })
    .await
}
