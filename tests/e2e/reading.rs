//! What a reader does: choosing a province, days and a picture, by pointer and by keyboard.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::Result;
use crate::browser::{Reader, visit};

/// Which provinces have which class; by that class the style colours them.
const COLOURED: &str = "Object.fromEntries([...root.querySelectorAll('[data-code]')]
    .filter(shape => shape.classList.length > 1)
    .map(shape => [shape.dataset.code, shape.classList[1]]))";

#[tokio::test]
async fn a_click_on_a_province_opens_its_detail_and_a_second_one_closes_it() -> Result {
    visit(Reader { width: 375, ..Reader::default() }, async |tab| {
        tab.listen().await?;
        tab.open_map("embed.html").await?;
        // Pailin is a few pixels wide here; a finger still hits it.
        tab.click_middle("[data-code='KH24']").await?;
        tab.until("root.querySelector('#em-KH24').checkVisibility()").await?;
        let text = tab.value("root.querySelector('#em-KH24').innerText").await?;
        let text = text.as_str().unwrap_or_default();
        for part in
            ["Pailin", "ប៉ៃលិន", "January 18, 2026", "Meeting", "Pailin provincial government"]
        {
            assert!(text.contains(part), "{part} is not in {text}");
        }
        assert_eq!(
            tab.value("told.at(-1)").await?,
            json!(["province-select", { "code": "KH24", "name": "Pailin" }])
        );
        tab.click_middle("[data-code='KH24']").await?;
        tab.until("!root.querySelector('#em-KH24').checkVisibility()").await?;
        assert_eq!(
            tab.value("told.at(-1)").await?,
            json!(["province-select", { "code": null, "name": null }])
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_province_without_records_says_so_and_no_more() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html").await?;
        tab.run("map.select('KH23')").await?;
        tab.until("root.querySelector('#em-KH23').checkVisibility()").await?;
        let text = tab.value("root.querySelector('#em-KH23 .em-empty').innerText").await?;
        assert_eq!(text, json!("No action in this dataset."));
        tab.run("map.select(null)").await?;
        tab.until("root.querySelector('.em-list').checkVisibility()").await
    })
    .await
}

/// The provinces are one stop of the keyboard (WCAG 2.1.1), outlined, whole, above their
/// neighbours (WCAG 2.4.7).
#[tokio::test]
async fn keys_go_from_province_to_province() -> Result {
    visit(Reader::default(), async |tab| {
        // What letters are one word depends on the time between them.
        tab.stop_clock();
        tab.open_map("embed.html").await?;
        let active = "root.querySelector('.em-provinces').getAttribute('aria-activedescendant')";
        tab.run("root.querySelector('.em-provinces').focus()").await?;
        // The first by name.
        tab.until(&format!("{active} === 'em-KH01-option'")).await?;
        tab.until("root.querySelector('.em-focus').getAttribute('d').length > 0").await?;
        for (key, code) in
            [(Key::End, "KH25"), (Key::Home, "KH01"), (Key::Down, "KH02"), (Key::Left, "KH24")]
        {
            tab.press(key).await?;
            tab.until(&format!("{active} === 'em-{code}-option'"))
                .await
                .map_err(|error| format!("{code}: {error}"))?;
        }
        // Type-ahead by the name's beginning, and by another of its words.
        tab.type_keys("kampong t").await?;
        tab.until(&format!("{active} === 'em-KH06-option'")).await?;
        tab.pass(800).await?;
        tab.type_keys("penh").await?;
        tab.until(&format!("{active} === 'em-KH12-option'")).await?;
        tab.press(Key::Enter).await?;
        tab.until("root.querySelector('#em-KH12').checkVisibility()").await?;
        let option = "root.querySelector('#em-KH12-option').getAttribute('aria-selected')";
        assert_eq!(tab.value(option).await?, json!("true"));
        tab.press(Key::Enter).await?;
        tab.until("!root.querySelector('#em-KH12').checkVisibility()").await?;
        tab.unfold().await?;
        // From there, Tab leads through all controls without a trap (WCAG 2.1.2).
        tab.go_on().await?;
        tab.run("root.querySelector('.em-views a').focus()").await?;
        let mut seen = Vec::new();
        for _ in 0..40 {
            tab.press(Key::Tab).await?;
            let at = "root.activeElement?.localName ?? 'outside'";
            seen.push(tab.value(at).await?.as_str().unwrap_or_default().to_owned());
        }
        for control in ["g", "svg", "button", "input", "a", "select", "outside"] {
            assert!(seen.iter().any(|name| name == control), "{control} is not in {seen:?}");
        }
        Ok(())
    })
    .await
}

/// It can be dismissed, the pointer can move onto it, and it stays (WCAG 1.4.13).
#[tokio::test]
async fn a_tooltip_says_in_short_what_there_is() -> Result {
    visit(Reader::default(), async |tab| {
        tab.stop_clock();
        tab.open_map("embed.html").await?;
        let shown = "root.querySelector('.em-tip').checkVisibility()";
        let over = async |selector: &str| {
            let element = tab.element(selector).await?;
            tab.hover(&element).await
        };
        over("[data-code='KH06']").await?;
        tab.until(shown).await?;
        let text = tab.value("root.querySelector('.em-tip').textContent").await?;
        let text = text.as_str().unwrap_or_default();
        for part in ["Kampong Thom", "1 action", "Briefing", "January 21, 2026"] {
            assert!(text.contains(part), "{part} is not in {text}");
        }
        // Onto it, where it stays.
        over(".em-tip").await?;
        tab.pass(500).await?;
        assert_eq!(tab.value(shown).await?, json!(true));
        over(".em-title").await?;
        tab.pass(500).await?;
        tab.until(&format!("!{shown}")).await?;
        over("[data-code='KH06']").await?;
        tab.until(shown).await?;
        tab.run("root.querySelector('.em-views a').focus()").await?;
        tab.press(Key::Escape).await?;
        tab.until(&format!("!{shown}")).await
    })
    .await
}

#[tokio::test]
async fn days_filter_the_map_the_lists_and_the_figures() -> Result {
    visit(Reader::default(), async |tab| {
        tab.listen().await?;
        tab.open_map("embed.html").await?;
        let all = json!({ "KH24": "em-s2", "KH20": "em-s2", "KH12": "em-s2", "KH06": "em-s2" });
        assert_eq!(tab.value(COLOURED).await?, all);
        tab.run("return map.setRange('2026-01-18', '2026-01-18')").await?;
        assert_eq!(tab.value(COLOURED).await?, json!({ "KH24": "em-s2", "KH12": "em-maybe" }));
        let shown = "[...root.querySelectorAll('.em-list .em-record')]
            .filter(item => item.checkVisibility()).length";
        assert_eq!(tab.value(shown).await?, json!(2));
        // Set from outside: no event.
        assert_eq!(tab.value("told.filter(([type]) => type === 'range-change')").await?, json!([]));
        // A preset, by pointer: the figure of a part of the year is for the whole of it.
        tab.preset(2).await?;
        tab.until("root.querySelector('.em-presets [aria-pressed=true]').innerText === '2025'")
            .await?;
        assert_eq!(
            tab.value("told.at(-1)").await?,
            json!(["range-change", { "from": "2025-01-01", "to": "2025-12-31" }])
        );
        assert_eq!(tab.value(COLOURED).await?, json!({}));
        tab.run("return map.setRange('2025-03-01', '2025-03-31')").await?;
        let note = "[...root.querySelectorAll('.em-figure .em-note')]
            .filter(note => note.checkVisibility()).map(note => note.innerText)[0]";
        let note = tab.value(note).await?;
        assert!(note.as_str().is_some_and(|note| note.contains("the whole of 2025")), "{note}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn date_inputs_work_by_keyboard() -> Result {
    visit(Reader::default(), async |tab| {
        tab.listen().await?;
        tab.open_map("embed.html").await?;
        tab.unfold().await?;
        tab.run("root.querySelector('input[type=date]').focus()").await?;
        tab.type_date("01", "20", "2026").await?;
        tab.until("told.at(-1)[1]?.from === '2026-01-20'").await?;
        assert_eq!(tab.value(COLOURED).await?, json!({ "KH06": "em-s2" }));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_world_shows_the_flows_that_are_known() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html").await?;
        tab.click(".em-views a:nth-child(2)").await?;
        tab.until("root.querySelector('.em-world').checkVisibility()").await?;
        assert_eq!(tab.value("location.pathname.endsWith('embed.html')").await?, json!(true));
        let arcs = "[...root.querySelectorAll('.em-flow')].map(flow => [
            flow.getAttribute('aria-label'),
            getComputedStyle(flow.querySelector('.em-arc')).strokeDasharray !== 'none'])";
        assert_eq!(
            tab.value(arcs).await?,
            json!([["South Korea: 73", false], ["China: figure not published", true]])
        );
        let caption = tab.value("root.querySelector('.em-caption').innerText").await?;
        assert!(caption.as_str().is_some_and(|text| text.contains("66 countries")), "{caption}");
        Ok(())
    })
    .await
}

/// Names are placed with estimated widths; here they are measured.
#[tokio::test]
async fn no_names_lie_on_one_another() -> Result {
    let overlaps = "(() => {
        // Where there is ink: a line's box has room above and below, more in some fonts.
        const pen = document.createElement('canvas').getContext('2d');
        const ink = text => {
            pen.font = getComputedStyle(text).font;
            const { left, right, width } = text.getBoundingClientRect();
            const is = pen.measureText(text.textContent);
            const scale = width / is.width;
            const { y } = text.getStartPositionOfChar(0).matrixTransform(text.getScreenCTM());
            return { left, right, top: y - is.actualBoundingBoxAscent * scale,
                bottom: y + is.actualBoundingBoxDescent * scale };
        };
        const boxes = [...root.querySelectorAll('.em-label')].filter(t => t.checkVisibility())
            .map(t => [t.textContent, ink(t), t.parentElement]);
        const found = [];
        boxes.forEach(([a, p, u], i) => boxes.slice(i + 1).forEach(([b, q, v]) => {
            const dx = Math.min(p.right, q.right) - Math.max(p.left, q.left);
            const dy = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
            if (u !== v && dx > 1 && dy > 0.5) found.push(`${a} / ${b}: ${dx} x ${dy}`);
        }));
        return boxes.length ? found : ['there are no names'];
    })()";
    visit(Reader::default(), async |tab| {
        for width in [320, 600, 1200] {
            tab.resize(width, 900).await?;
            for page in ["embed.html", "embed.fr.html", "embed.km.html", "embed.world.html"] {
                tab.open_map(page).await?;
                for zoom in 0..3 {
                    assert_eq!(tab.value(overlaps).await?, json!([]), "{page} at {width}, {zoom}");
                    tab.run("root.querySelector('.em-zoom button')?.click()").await?;
                }
            }
        }
        Ok(())
    })
    .await
}
