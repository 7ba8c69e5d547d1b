//! All that a pointer can do, by keyboard alone: from the page's top on, with Tab, Enter, Space,
//! Escape, arrows and letters, and never by a script (WCAG 2.1.1, 2.1.2).

use serde_json::json;
use thirtyfour::prelude::*;

use crate::Result;
use crate::browser::{Reader, Tab, visit};

const RANGE: &str = "[...root.querySelectorAll('[type=date]')].map(input => input.value)";
const SEEN: &str = "root.querySelector('.em-map').getAttribute('viewBox').split(' ').map(Number)";

/// Presses Tab, or Shift and Tab, until the focus is on what fits a selector. More often than there
/// are stops it is not there.
async fn go(tab: &Tab, selector: &str) -> Result {
    let way = format!(
        "((here, there) => here === there ? 'there' : here && there &&
            here.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_PRECEDING ? 'back' : 'on')
            (root.activeElement, root.querySelector(`{selector}`))"
    );
    for _ in 0..120 {
        match tab.value(&way).await?.as_str() {
            Some("there") => return Ok(()),
            Some("back") => tab.press_shift_tab().await?,
            _ => tab.press(Key::Tab).await?,
        }
    }
    Err(format!("Tab does not lead to {selector}").into())
}

async fn act(tab: &Tab, selector: &str, key: Key, then: &str) -> Result {
    go(tab, selector).await?;
    tab.press(key).await?;
    tab.until(then).await.map_err(|error| format!("{selector}: {error}").into())
}

#[tokio::test]
async fn days_by_keyboard_alone() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html").await?;
        // Both ends of the brush, a day and a bar at a time.
        let from = ".em-handle[data-grip=from]";
        act(tab, from, Key::PageUp, &format!("{RANGE}[0] === '2026-01-10'")).await?;
        let to = ".em-handle[data-grip=to]";
        act(tab, to, Key::Left, &format!("{RANGE}[1] === '2026-01-22'")).await?;
        act(tab, to, Key::Home, &format!("{RANGE}[1] === '2026-01-10'")).await?;
        // A preset, and all again.
        let unfolded = "root.querySelector('.em-more').checkVisibility()";
        act(tab, ".em-more-button", Key::Enter, unfolded).await?;
        let january = ".em-presets button:nth-child(3)";
        act(tab, january, Key::Enter, &format!("{RANGE}[0] === '2026-01-01'")).await?;
        // A day in the native input.
        go(tab, ".em-dates input").await?;
        tab.type_date("01", "20", "2026").await?;
        let typed = tab.until(&format!("{RANGE}[0] === '2026-01-20'")).await;
        if typed.is_err() {
            return Err(format!("typed a day, got {}", tab.value(RANGE).await?).into());
        }
        // The period runs, and stops.
        let words = "root.querySelector('.em-play').ariaLabel";
        act(tab, ".em-play", Key::Space, &format!("{words} === 'Stop'")).await?;
        tab.press(Key::Escape).await?;
        tab.until(&format!("{words} === 'Play the period once'")).await?;
        // The link to what is seen.
        let link = "root.querySelector('.em-link span').textContent
            || root.querySelector('.em-link input').checkVisibility()";
        act(tab, ".em-link button", Key::Enter, link).await
    })
    .await
}

#[tokio::test]
async fn the_map_by_keyboard_alone() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html").await?;
        go(tab, ".em-provinces").await?;
        // By name, by direction, to its detail.
        for letter in "pailin".chars() {
            tab.press(letter).await?;
        }
        let active = "root.querySelector('.em-provinces').getAttribute('aria-activedescendant')";
        tab.until(&format!("{active} === 'em-KH24-option'")).await?;
        tab.press(Key::Enter).await?;
        tab.until("root.querySelector('#em-KH24').checkVisibility()").await?;
        // Larger, to the sides, and back.
        let zoom = |number: u32| format!(".em-zoom button:nth-child({number})");
        act(tab, &zoom(1), Key::Enter, &format!("{SEEN}[2] === 500")).await?;
        for number in 3..=6 {
            let before = tab.value(SEEN).await?;
            let moved = format!("String({SEEN}) !== String({before})");
            act(tab, &zoom(number), Key::Space, &moved).await?;
        }
        // To the province, and the whole country again.
        act(tab, "#em-KH24 .em-zoom-to", Key::Enter, &format!("{SEEN}[2] === 1000")).await?;
        act(tab, "#em-KH24 .em-zoom-to", Key::Enter, &format!("{SEEN}[2] === 250")).await?;
        act(tab, "#em-KH24 .em-zoom-to", Key::Enter, &format!("{SEEN}[2] === 1000")).await?;
        let list = "root.querySelector('.em-list').checkVisibility()";
        act(tab, "#em-KH24 .em-back", Key::Enter, list).await?;
        // From the list to a province.
        let opened = "root.querySelector('.em-detail.em-open') !== null";
        act(tab, ".em-list .em-name", Key::Enter, opened).await?;
        // The kinds.
        let left_out = "root.querySelector('.em-kinds button').ariaPressed === 'false'";
        act(tab, ".em-kinds li:first-child button", Key::Space, left_out).await
    })
    .await
}

#[tokio::test]
async fn the_views_by_keyboard_alone() -> Result {
    visit(Reader::default(), async |tab| {
        tab.before(
            "window.files = [];
            URL.createObjectURL = blob => { blob.text().then(text => files.push(text)); return '#'; };",
        )
        .await?;
        tab.open_map("embed.html").await?;
        let world = "root.querySelector('.em-world .em-point')?.checkVisibility()";
        act(tab, ".em-views a:nth-child(2)", Key::Enter, world).await?;
        let table = "root.querySelector('table')?.checkVisibility()";
        act(tab, ".em-views a:nth-child(3)", Key::Enter, table).await?;
        let sorted = "root.querySelector('th:nth-child(5)').ariaSort === 'ascending'";
        act(tab, "th:nth-child(5) button", Key::Enter, sorted).await?;
        act(tab, ".em-tables .em-presets button", Key::Enter, "files.length === 1").await?;
        let country = "root.querySelector('.em-provinces')?.checkVisibility()";
        act(tab, ".em-views a:nth-child(1)", Key::Enter, country).await?;
        // And out of the map again.
        tab.go_on().await?;
        for _ in 0..120 {
            tab.press(Key::Tab).await?;
            if tab.value("root.activeElement === null").await? == json!(true) {
                return Ok(());
            }
        }
        Err("the keyboard is caught in the map".into())
    })
    .await
}
