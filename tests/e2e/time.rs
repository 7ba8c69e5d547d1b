//! The timeline's brush by pointer and by keyboard, and what a link keeps of it.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::Result;
use crate::browser::{Reader, visit};

const RANGE: &str = "[...root.querySelectorAll('[type=date]')].map(input => input.value)";

#[tokio::test]
async fn a_pointer_draws_moves_and_resets_the_window() -> Result {
    visit(Reader::default(), async |tab| {
        tab.listen().await?;
        tab.open_map("embed.html").await?;
        // The whole of the line is chosen: a drag draws a new window.
        tab.drag(".em-line", 0.255, 0.505).await?;
        tab.until(&format!("{RANGE}.every(Boolean)")).await?;
        let drawn = tab.value(RANGE).await?;
        assert_eq!(drawn, json!(["2026-01-13", "2026-01-17"]));
        // One drag is told once, when it is over.
        let told = tab.value("told.filter(([type]) => type === 'range-change')").await?;
        assert_eq!(told, json!([["range-change", { "from": "2026-01-13", "to": "2026-01-17" }]]));
        // The window moves as one, by days.
        tab.drag(".em-line", 0.35, 0.6).await?;
        tab.until(&format!("{RANGE}[0] > '2026-01-13'")).await?;
        let length = "(([a, b]) => (new Date(b) - new Date(a)) / 864e5)";
        assert_eq!(tab.value(&format!("{length}({RANGE})")).await?, json!(4));
        // Each end by itself.
        tab.drag(".em-handle[data-grip=from] .em-hold", 0.5, 0.51).await?;
        let chain = "root.querySelector('.em-line').dispatchEvent(
            new MouseEvent('dblclick', { bubbles: true }))";
        tab.run(chain).await?;
        tab.until(&format!("{RANGE}.join('') === ''")).await
    })
    .await
}

#[tokio::test]
async fn a_click_chooses_a_bar() -> Result {
    visit(Reader { width: 375, ..Reader::default() }, async |tab| {
        tab.open_map("embed.html").await?;
        tab.drag(".em-line", 0.505, 0.505).await?;
        tab.until(&format!("{RANGE}.every(Boolean)")).await?;
        assert_eq!(tab.value(RANGE).await?, json!(["2026-01-17", "2026-01-17"]));
        // Nothing certain happened on that day, and the words say what is possible.
        let status = tab.value("root.querySelector('.em-status').textContent").await?;
        assert!(status.as_str().is_some_and(|text| text.contains("only possibly")), "{status}");
        Ok(())
    })
    .await
}

/// The pattern for sliders with two thumbs: arrows, Page, Home and End, never past one another,
/// and the day in words (WAI-ARIA Authoring Practices; WCAG 2.1.1, 2.5.7).
#[tokio::test]
async fn keys_move_the_handles() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html").await?;
        tab.run("root.querySelector('.em-handle[data-grip=from]').focus()").await?;
        let slider = "(root => (({ ariaValueNow, ariaValueMax, ariaValueText }) =>
            [ariaValueNow, ariaValueMax, ariaValueText])(root.activeElement))(root)";
        assert_eq!(tab.value(slider).await?, json!(["0", "387", "January 1, 2025"]));
        tab.press(Key::Right).await?;
        tab.press(Key::PageUp).await?;
        tab.until(&format!("{RANGE}[0] === '2025-01-06'")).await?;
        assert_eq!(tab.value(slider).await?, json!(["5", "387", "January 6, 2025"]));
        tab.press(Key::End).await?;
        tab.until(&format!("{slider}[0] === '387'")).await?;
        tab.press(Key::Right).await?;
        assert_eq!(tab.value(slider).await?, json!(["387", "387", "January 23, 2026"]));
        tab.press(Key::Home).await?;
        tab.until(&format!("{RANGE}.join('') === ''")).await
    })
    .await
}

#[tokio::test]
async fn a_link_shows_what_was_seen_and_back_goes_back() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html").await?;
        tab.preset(3).await?;
        tab.click_middle("[data-code='KH20']").await?;
        tab.until("root.querySelector('#em-KH20').checkVisibility()").await?;
        tab.click(".em-kinds li:first-child button").await?;
        tab.until("location.hash.includes('without=')").await?;
        let seen = "[...root.querySelectorAll('.em-status, .em-detail.em-open, .em-kinds button')]
            .map(one => one.textContent + one.getAttribute('aria-pressed'))";
        let before = tab.value(seen).await?;
        let link = tab.value("location.href").await?;
        let link = link.as_str().unwrap_or_default().to_owned();
        assert!(link.contains("from=2026-01-01") && link.contains("province=KH20"), "{link}");
        // Anew, as another reader would.
        tab.open("about:blank").await?;
        tab.open(&link).await?;
        tab.drawn().await?;
        assert_eq!(tab.value(seen).await?, before);
        // What the reader does next can be taken back, and done again.
        tab.click(".em-views a:nth-child(2)").await?;
        tab.until("location.hash.includes('view=world')").await?;
        tab.run("history.back()").await?;
        tab.until("root.querySelector('.em-provinces').checkVisibility()").await?;
        assert_eq!(tab.value(seen).await?, before);
        tab.run("history.forward()").await?;
        tab.until("root.querySelector('.em-world').checkVisibility()").await
    })
    .await
}

#[tokio::test]
async fn a_link_with_nonsense_is_put_right_and_that_is_said() -> Result {
    let notice = "[...root.querySelectorAll('.em-notice')].some(one => one.checkVisibility())";
    visit(Reader::default(), async |tab| {
        for (asked, range) in [
            // Reversed, a day that is none, a province that is not there, a view that is not there.
            ("from=2026-01-31&to=2026-01-01", json!(["2026-01-01", "2026-01-31"])),
            ("from=2026-02-30&to=2026-01-31", json!(["", "2026-01-31"])),
            ("province=KH99&from=2026-01-01", json!(["2026-01-01", ""])),
            ("view=moon", json!(["", ""])),
        ] {
            // Anew: with another fragment alone, a page stays.
            tab.open("about:blank").await?;
            tab.open_map(&format!("embed.html#{asked}")).await?;
            tab.until(notice).await?;
            assert_eq!(tab.value(RANGE).await?, range, "{asked}");
            let there = "root.querySelectorAll('[data-code]').length === 25";
            assert_eq!(tab.value(there).await?, json!(true), "{asked}");
            let rest = tab.value("location.hash").await?;
            assert!(!rest.as_str().unwrap_or_default().contains(asked), "{asked}: {rest}");
        }
        tab.open("about:blank").await?;
        tab.open_map("embed.html#from=2026-01-01").await?;
        assert_eq!(tab.value(notice).await?, json!(false));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_that_uses_its_address_otherwise_keeps_it() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html#/a/route").await?;
        tab.preset(2).await?;
        tab.until(&format!("{RANGE}[0] === '2025-01-01'")).await?;
        assert_eq!(tab.value("location.hash").await?, json!("#/a/route"));
        Ok(())
    })
    .await
}

/// It runs only when asked to, and stops at whatever the reader does (WCAG 2.2.2).
#[tokio::test]
async fn playing_runs_once_and_stops_at_any_input() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html").await?;
        assert_eq!(tab.value(RANGE).await?, json!(["", ""]));
        tab.click(".em-play").await?;
        tab.until(&format!("{RANGE}[1] > '2026-01-12'")).await?;
        tab.press(Key::Shift).await?;
        tab.until("root.querySelector('.em-play').ariaLabel === 'Play the period once'").await?;
        let stopped = tab.value(RANGE).await?;
        tab.run("return new Promise(done => setTimeout(done, 400))").await?;
        assert_eq!(tab.value(RANGE).await?, stopped);
        tab.preset(1).await?;
        tab.click(".em-play").await?;
        tab.until(&format!("{RANGE}[1] !== ''")).await?;
        tab.until(&format!("{RANGE}[1] === ''")).await?;
        tab.until("root.querySelector('.em-play').ariaLabel === 'Play the period once'").await
    })
    .await
}

#[tokio::test]
async fn kinds_are_left_out_everywhere() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html").await?;
        let pailin = "root.querySelector('[data-code=KH24]').classList.length";
        assert_eq!(tab.value(pailin).await?, json!(2));
        tab.click(".em-kinds li:first-child button").await?;
        tab.until(&format!("{pailin} === 1")).await?;
        let status = tab.value("root.querySelector('.em-status').textContent").await?;
        assert_eq!(
            status,
            json!("All dates: 7 actions, 3 in 3 provinces and 4 in the whole country.")
        );
        // Its own number stays: it is what pressing it again would bring.
        let button = tab.value("root.querySelector('.em-kinds button').textContent").await?;
        assert_eq!(button, json!("Meeting 1"));
        tab.press(Key::Enter).await?;
        tab.until(&format!("{pailin} === 2")).await
    })
    .await
}
