//! Enlarging the map: by buttons, keys and gestures that leave the page's scrolling alone.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::Result;
use crate::browser::{Reader, visit};

const SEEN: &str = "root.querySelector('.em-map').getAttribute('viewBox').split(' ').map(Number)";

/// Nothing needs a drag or two fingers (WCAG 2.5.1, 2.5.7).
#[tokio::test]
async fn buttons_enlarge_and_move() -> Result {
    visit(Reader { width: 375, ..Reader::default() }, async |tab| {
        tab.open_map("embed.html").await?;
        let before = tab.value(SEEN).await?;
        assert_eq!(tab.value(&format!("{SEEN}[2]")).await?, json!(1000));
        tab.click(".em-zoom button:nth-child(1)").await?;
        tab.until(&format!("{SEEN}[2] === 500")).await?;
        tab.click(".em-zoom button:nth-child(1)").await?;
        tab.until(&format!("{SEEN}[2] === 250")).await?;
        let disabled = "root.querySelector('.em-zoom button').disabled";
        tab.until(disabled).await?;
        let left = tab.value(&format!("{SEEN}[0]")).await?;
        tab.click(".em-zoom button:nth-child(6)").await?;
        tab.until(&format!("{SEEN}[0] > {left}")).await?;
        for _ in 0..2 {
            tab.click(".em-zoom button:nth-child(2)").await?;
        }
        tab.until(&format!("{SEEN}[2] === 1000")).await?;
        assert_eq!(tab.value(SEEN).await?, before);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn to_a_province_and_back() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html").await?;
        tab.run("map.select('KH23')").await?;
        tab.until("root.querySelector('#em-KH23').checkVisibility()").await?;
        tab.click("#em-KH23 .em-zoom-to").await?;
        tab.until(&format!("{SEEN}[2] === 250")).await?;
        // Kep is in the picture, and as large as a finger.
        let kep = "(([a, b]) => a.left >= b.left && a.right <= b.right && a.width > 24)(
            ['[data-code=KH23]', '.em-map'].map(s => root.querySelector(s).getBoundingClientRect()))";
        assert_eq!(tab.value(kep).await?, json!(true));
        // The keyboard's way out of the picture takes the picture along.
        tab.run("root.querySelector('.em-provinces').focus()").await?;
        tab.press(Key::Home).await?;
        tab.until(&format!("{SEEN}[1] < 200")).await?;
        tab.click("#em-KH23 .em-zoom-to").await?;
        tab.until(&format!("{SEEN}[2] === 1000")).await
    })
    .await
}

#[tokio::test]
async fn the_wheel_scrolls_the_page_unless_control_is_down() -> Result {
    visit(Reader::default(), async |tab| {
        // The hint is there for a moment only.
        tab.stop_clock();
        tab.open_map("embed.html").await?;
        let wheel = |control: bool| {
            format!(
                "return root.querySelector('.em-map').dispatchEvent(new WheelEvent('wheel',
                    {{ deltaY: -100, ctrlKey: {control}, bubbles: true, cancelable: true }}))"
            )
        };
        // Not taken from the page.
        assert_eq!(tab.run(&wheel(false)).await?, json!(true));
        assert_eq!(tab.value(&format!("{SEEN}[2]")).await?, json!(1000));
        let hint = "root.querySelector('.em-hint').checkVisibility()";
        tab.until(hint).await?;
        tab.pass(1_600).await?;
        tab.until(&format!("!{hint}")).await?;
        assert_eq!(tab.run(&wheel(true)).await?, json!(false));
        tab.until(&format!("{SEEN}[2] === 500")).await
    })
    .await
}

#[tokio::test]
async fn a_drag_moves_the_enlarged_map_and_chooses_nothing() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html").await?;
        tab.click(".em-zoom button").await?;
        tab.until(&format!("{SEEN}[2] === 500")).await?;
        let left = tab.value(&format!("{SEEN}[0]")).await?;
        tab.drag(".em-map", 0.6, 0.3).await?;
        tab.until(&format!("{SEEN}[0] > {left}")).await?;
        assert_eq!(tab.value("map.province").await?, json!(null));
        Ok(())
    })
    .await
}
