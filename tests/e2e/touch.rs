//! Fingers: on the map, on the timeline's brush, and on what is the page's.

use serde_json::json;

use crate::Result;
use crate::browser::{Reader, visit};
use crate::engine::{Engine, skipped};

const PHONE: Reader = Reader { width: 375, height: 700, dark: false, javascript: true };
const SEEN: &str = "root.querySelector('.em-map').getAttribute('viewBox').split(' ').map(Number)";
const RANGE: &str = "[...root.querySelectorAll('[type=date]')].map(input => input.value)";
const NO_TOUCH: &str = "its WebDriver turns fingers into a mouse";

const APART: [[(f64, f64); 2]; 2] = [[(-0.08, 0.0), (-0.35, 0.0)], [(0.08, 0.0), (0.35, 0.0)]];

#[tokio::test]
async fn two_fingers_enlarge_the_map() -> Result {
    if skipped(Engine::has_touch, NO_TOUCH)? {
        return Ok(());
    }
    visit(PHONE, async |tab| {
        tab.open_map("embed.html").await?;
        tab.touch(".em-map", &APART).await?;
        tab.until(&format!("{SEEN}[2] < 1000")).await?;
        // Neither finger has chosen the province under it.
        assert_eq!(tab.value("map.province").await?, json!(null));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_fingers_bring_the_whole_country_back() -> Result {
    if skipped(Engine::has_touch, NO_TOUCH)? {
        return Ok(());
    }
    visit(PHONE, async |tab| {
        tab.open_map("embed.html").await?;
        tab.touch(".em-map", &APART).await?;
        tab.until(&format!("{SEEN}[2] < 1000")).await?;
        tab.touch(".em-map", &APART.map(|[from, to]| [to, from])).await?;
        tab.until(&format!("{SEEN}[2] === 1000")).await
    })
    .await
}

/// The page's scroll is never taken.
#[tokio::test]
async fn one_finger_leaves_the_map_where_it_is() -> Result {
    if skipped(Engine::has_touch, NO_TOUCH)? {
        return Ok(());
    }
    visit(PHONE, async |tab| {
        tab.open_map("embed.html").await?;
        tab.run("root.querySelector('.em-zoom button').click()").await?;
        tab.until(&format!("{SEEN}[2] === 500")).await?;
        let before = tab.value(SEEN).await?;
        tab.run(
            "window.taken = [];
            for (const type of ['touchstart', 'touchmove', 'pointermove'])
                addEventListener(type, event => taken.push(event.defaultPrevented));",
        )
        .await?;
        tab.touch(".em-map", &[[(0.1, 0.25), (0.1, -0.25)]]).await?;
        tab.until("taken.length > 0").await?;
        assert_eq!(tab.value("taken.some(Boolean)").await?, json!(false));
        assert_eq!(tab.value(SEEN).await?, before);
        assert_eq!(tab.value("map.province").await?, json!(null));
        let style = "getComputedStyle(root.querySelector('.em-map')).touchAction";
        assert_eq!(tab.value(style).await?, json!("pan-x pan-y"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_tap_chooses_a_province() -> Result {
    let why = "its WebDriver's fingers bring about no click";
    if skipped(|engine| engine == Engine::Chromium, why)? {
        return Ok(());
    }
    visit(PHONE, async |tab| {
        tab.open_map("embed.html").await?;
        tab.touch("[data-code='KH24']", &[[(0.0, 0.0); 2]]).await?;
        tab.until("root.querySelector('#em-KH24').checkVisibility()").await
    })
    .await
}

#[tokio::test]
async fn a_finger_draws_and_moves_the_window_of_days() -> Result {
    if skipped(Engine::has_touch, NO_TOUCH)? {
        return Ok(());
    }
    visit(PHONE, async |tab| {
        tab.listen().await?;
        tab.open_map("embed.html").await?;
        // Up and down, the page scrolls.
        let style = "getComputedStyle(root.querySelector('.em-line')).touchAction";
        assert_eq!(tab.value(style).await?, json!("pan-y"));
        tab.touch(".em-line", &[[(-0.245, 0.1), (0.005, 0.1)]]).await?;
        tab.until(&format!("{RANGE}.every(Boolean)")).await?;
        assert_eq!(tab.value(RANGE).await?, json!(["2026-01-13", "2026-01-17"]));
        // Told once, when the finger is up.
        let told = "told.filter(([type]) => type === 'range-change').length";
        tab.until(&format!("{told} === 1")).await?;
        // The whole window moves, and one end by itself.
        tab.touch(".em-line", &[[(-0.15, 0.1), (0.1, 0.1)]]).await?;
        tab.until(&format!("{RANGE}[0] > '2026-01-13'")).await?;
        let end = tab.value(&format!("{RANGE}[1]")).await?;
        let place = "((line, grip) => (grip.left + grip.width / 2 - line.left) / line.width - 0.5)(
            ...['.em-line', '[data-grip=from] .em-grip']
                .map(selector => root.querySelector(selector).getBoundingClientRect()))";
        let from = tab.value(place).await?.as_f64().ok_or("the handle is nowhere")?;
        tab.touch(".em-line", &[[(from, 0.1), (from - 0.2, 0.1)]]).await?;
        tab.until(&format!("{RANGE}[0] < '2026-01-16'")).await?;
        assert_eq!(tab.value(&format!("{RANGE}[1]")).await?, end);
        Ok(())
    })
    .await
}
