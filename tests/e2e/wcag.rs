//! A test for each criterion of the Web Content Accessibility Guidelines 2.2 that a map with a
//! brush is most likely to fail, named by its number.

use enforcement_map::view::ViewName;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::Result;
use crate::browser::{Reader, Tab, visit};
use crate::pages::{languages, page_name};

const RANGE: &str = "[...root.querySelectorAll('[type=date]')].map(input => input.value)";
const SEEN: &str = "root.querySelector('.em-map').getAttribute('viewBox').split(' ').map(Number)";

/// Opens a page's every view in every language.
async fn everywhere(tab: &Tab, check: &str, expected: &Value) -> Result {
    for language in languages() {
        let page = page_name(language, ViewName::default())?;
        tab.open_map(&page).await?;
        for view in ViewName::WORDS {
            tab.run(&format!("map.view = '{view}'")).await?;
            tab.until(there(view)).await?;
            assert_eq!(&tab.value(check).await?, expected, "{view} in {page}");
        }
        tab.run("map.view = 'country'; map.select('KH24')").await?;
        tab.until("root.querySelector('#em-KH24').checkVisibility()").await?;
        assert_eq!(&tab.value(check).await?, expected, "a province in {page}");
    }
    Ok(())
}

fn there(view: &str) -> &'static str {
    match view {
        "world" => "root.querySelector('.em-world .em-point')?.checkVisibility()",
        "table" => "root.querySelector('table')?.checkVisibility()",
        _ => "root.querySelector('.em-provinces')?.checkVisibility()",
    }
}

async fn pause(tab: &Tab, milliseconds: u32) -> Result {
    tab.run(&format!("return new Promise(done => setTimeout(done, {milliseconds}))")).await?;
    Ok(())
}

/// What is only possibly in the chosen days differs by pattern, by line and in words as well.
#[tokio::test]
async fn wcag_1_4_1_not_by_colour_alone() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html").await?;
        tab.run("return map.setRange('2026-01-18', '2026-01-18')").await?;
        let province = "(({ fill, ariaLabel }) => [fill, ariaLabel])({
            fill: root.querySelector('[data-code=KH12]').getAttribute('fill'),
            ariaLabel: root.querySelector('#em-KH12-option').getAttribute('aria-label') })";
        let words = "Phnom Penh: 1 action, possibly in these dates";
        assert_eq!(tab.value(province).await?, json!(["url(#em-hatch)", words]));
        let stripe = "root.querySelector('#em-hatch .em-stripe').getAttribute('d') !== ''";
        assert_eq!(tab.value(stripe).await?, json!(true));
        // The sign on it has a broken ring, the certain one a whole disc.
        let rings = "[...root.querySelectorAll('.em-country .em-mark circle, .em-mark circle')]
            .filter(one => one.checkVisibility())
            .map(one => [one.closest('.em-perhaps') !== null,
                getComputedStyle(one).strokeDasharray !== 'none'])";
        let rings = tab.value(rings).await?;
        assert!(rings.as_array().is_some_and(|all| all.len() > 1), "{rings}");
        for ring in rings.as_array().into_iter().flatten() {
            assert_eq!(ring.get(0), ring.get(1), "{rings}");
        }
        // What is known only roughly is a line with a name, and no bar.
        let lines = "[...root.querySelectorAll('.em-span')]
            .map(line => line.ariaLabel.length > 0 && !line.querySelector('.em-bar'))";
        let lines = tab.value(lines).await?;
        assert!(lines.as_array().is_some_and(|all| all.len() > 1), "{lines}");
        assert!(!lines.to_string().contains("false"), "{lines}");
        let note = "root.querySelector('.em-status').textContent.includes('only possibly')";
        assert_eq!(tab.value(note).await?, json!(true));
        // A kind that is left out is struck through, and says so.
        tab.click(".em-kinds button").await?;
        let kind = "(one => [one.getAttribute('aria-pressed'),
            getComputedStyle(one).textDecorationLine])(root.querySelector('.em-kinds button'))";
        tab.until(&format!("{kind}[0] === 'false'")).await?;
        assert_eq!(tab.value(kind).await?, json!(["false", "line-through"]));
        // The arc without a figure is broken.
        tab.run("map.view = 'world'; map.setRange(null, null)").await?;
        tab.until(there("world")).await?;
        let arcs = "[...root.querySelectorAll('.em-flow .em-arc')].map(arc =>
            [arc.matches('.em-unknown'), getComputedStyle(arc).strokeDasharray !== 'none'])";
        for arc in tab.value(arcs).await?.as_array().into_iter().flatten() {
            assert_eq!(arc.get(0), arc.get(1));
        }
        Ok(())
    })
    .await
}

/// Nothing sticks out of a window of 320 px; tables may scroll in themselves.
#[tokio::test]
async fn wcag_1_4_10_reflow_at_320_px() -> Result {
    visit(Reader { width: 320, ..Reader::default() }, async |tab| {
        let out = "[
            document.documentElement.scrollWidth > innerWidth && 'the page scrolls',
            ...[...root.querySelectorAll('.em *')]
                .filter(one => one.checkVisibility() && !one.closest('svg, .em-scroll, legend'))
                .filter(one => one.getBoundingClientRect().right > innerWidth + 0.5)
                .map(one => `${one.localName}.${one.className}`),
            ...[...root.querySelectorAll('.em-scroll')]
                .filter(one => getComputedStyle(one).overflowX !== 'auto'),
        ].filter(Boolean)";
        everywhere(tab, out, &json!([])).await
    })
    .await
}

/// Computed colours of two elements, and how they stand against one another.
const CONTRAST: &str = "
    const parse = text => {
        const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number);
        return { rgb: [r, g, b], a };
    };
    const over = (top, below) => top.rgb.map((one, i) => one * top.a + below[i] * (1 - top.a));
    const light = rgb => rgb.map(one => one / 255)
        .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
        .reduce((sum, one, i) => sum + one * [0.2126, 0.7152, 0.0722][i], 0);
    const ratio = (a, b) => {
        const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
        return (high + 0.05) / (low + 0.05);
    };
    const paper = parse(getComputedStyle(root.querySelector('.em')).backgroundColor).rgb;
    const colour = (selector, property) => {
        const style = getComputedStyle(root.querySelector(selector));
        const found = parse(style[property]);
        const alpha = { fill: 'fillOpacity', stroke: 'strokeOpacity' }[property];
        return over({ rgb: found.rgb, a: found.a * (alpha ? Number(style[alpha]) : 1) }, paper);
    };";

/// What shows where a control is, and what state it is in, stands out from what is beside it.
#[tokio::test]
async fn wcag_1_4_11_contrast_of_controls_and_graphics() -> Result {
    for dark in [false, true] {
        visit(Reader { dark, ..Reader::default() }, async |tab| {
            tab.open_map("embed.html").await?;
            let weak = "
                const against = [
                    ['.em-presets button[aria-pressed=false]', 'borderTopColor'],
                    ['.em-presets button[aria-pressed=true]', 'backgroundColor'],
                    ['.em-dates input', 'borderTopColor'],
                    ['.em-select select', 'borderTopColor'],
                    ['.em-zoom button', 'borderTopColor'],
                    ['.em-views a[aria-current]', 'borderBottomColor'],
                    ['.em-bar', 'fill'],
                    ['.em-span-line', 'fill'],
                    ['.em-grip', 'stroke'],
                    ['.em-sign circle', 'fill'],
                    ['.em-outline', 'stroke'],
                    ['.em-focus', 'stroke'],
                ];
                return against
                    .map(([selector, property]) =>
                        [`${selector} ${property}`, ratio(colour(selector, property), paper)])
                    .filter(([, ratio]) => ratio < 3)";
            let found = tab.run(&format!("{CONTRAST}{weak}")).await?;
            assert_eq!(found, json!([]), "dark: {dark}");
            // The outline of what has the focus, as it is drawn.
            tab.press(Key::Tab).await?;
            let focused = "
                const one = root.activeElement;
                const { outlineStyle, outlineColor, outlineWidth } = getComputedStyle(one);
                return [outlineStyle, parseFloat(outlineWidth) >= 2,
                    ratio(parse(outlineColor).rgb, paper) >= 3]";
            tab.until("root.activeElement").await?;
            let focused = tab.run(&format!("{CONTRAST}{focused}")).await?;
            assert_eq!(focused, json!(["solid", true, true]), "dark: {dark}");
            // Arcs against what they are drawn on.
            tab.run("map.view = 'world'").await?;
            tab.until(there("world")).await?;
            let arcs = "
                return [['.em-land', 'fill'], ['.em-world', 'backgroundColor']]
                    .map(([selector, property]) =>
                        ratio(colour('.em-flow .em-arc', 'stroke'), colour(selector, property)))
                    .filter(ratio => ratio < 3)";
            assert_eq!(tab.run(&format!("{CONTRAST}{arcs}")).await?, json!([]), "dark: {dark}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// A tooltip goes at Escape without the pointer or the focus moving, the pointer can move onto it,
/// and it stays for as long as it is wanted.
#[tokio::test]
async fn wcag_1_4_13_content_on_hover_or_focus() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html").await?;
        let shown = "root.querySelector('.em-tip').checkVisibility()";
        let province = tab.element("[data-code='KH06']").await?;
        tab.hover(&province).await?;
        tab.until(shown).await?;
        pause(tab, 1_500).await?;
        assert_eq!(tab.value(shown).await?, json!(true), "it does not persist");
        tab.hover(&tab.element(".em-tip").await?).await?;
        pause(tab, 600).await?;
        assert_eq!(tab.value(shown).await?, json!(true), "it cannot be hovered");
        // Dismissed with the focus where it was: nowhere in the map.
        tab.hover(&province).await?;
        pause(tab, 100).await?;
        tab.press(Key::Escape).await?;
        tab.until(&format!("!{shown}")).await.map_err(|error| format!("the pointer's: {error}"))?;
        // The same for the keyboard's focus.
        tab.hover(&tab.element(".em-title").await?).await?;
        tab.run("root.querySelector('.em-provinces').focus()").await?;
        tab.until(shown).await?;
        pause(tab, 1_000).await?;
        assert_eq!(tab.value(shown).await?, json!(true), "the focus's does not persist");
        tab.press(Key::Escape).await?;
        tab.until(&format!("!{shown}")).await?;
        let focused = "root.activeElement.matches('.em-provinces')";
        assert_eq!(tab.value(focused).await?, json!(true));
        Ok(())
    })
    .await
}

/// Nothing runs by itself; what the reader starts ends by itself, and can be stopped.
#[tokio::test]
async fn wcag_2_2_2_nothing_plays_by_itself() -> Result {
    visit(Reader::default(), async |tab| {
        for page in ["index.html", "embed.html", "embed.world.html"] {
            tab.open_map(page).await?;
            let moving =
                "[...document.getAnimations(), ...(map.shadowRoot?.getAnimations?.() ?? [])]
                .length";
            let picture = "root.querySelector('.em').outerHTML.length + ' ' +
                root.querySelector('.em').textContent";
            let before = tab.value(picture).await?;
            pause(tab, 1_500).await?;
            assert_eq!(tab.value(picture).await?, before, "{page} changes by itself");
            assert_eq!(tab.value(moving).await?, json!(0), "{page} is animated");
        }
        tab.open_map("embed.html").await?;
        tab.click(".em-play").await?;
        tab.until(&format!("{RANGE}[1] !== ''")).await?;
        tab.click(".em-play").await?;
        tab.until("root.querySelector('.em-play').ariaLabel === 'Play the period once'").await?;
        let stopped = tab.value(RANGE).await?;
        pause(tab, 500).await?;
        assert_eq!(tab.value(RANGE).await?, stopped);
        Ok(())
    })
    .await
}

/// What a drag does, clicks do as well: a range of days, the map's place and size.
#[tokio::test]
async fn wcag_2_5_7_nothing_needs_a_drag() -> Result {
    visit(Reader { width: 375, ..Reader::default() }, async |tab| {
        tab.open_map("embed.html").await?;
        // A new range, by one click on a bar; another one by a preset.
        tab.drag(".em-line", 0.505, 0.505).await?;
        tab.until(&format!("{RANGE}.every(Boolean)")).await?;
        tab.preset(3).await?;
        tab.until(&format!("{RANGE}[0] === '2026-01-01'")).await?;
        // Either end by itself: each has a native input, which comes with a calendar to click.
        let inputs = "[...root.querySelectorAll('.em-dates input')].map(({ type, disabled }) =>
            [type, disabled])";
        assert_eq!(tab.value(inputs).await?, json!([["date", false], ["date", false]]));
        tab.run(
            "const to = root.querySelectorAll('.em-dates input')[1];
            to.value = '2026-01-20';
            to.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await?;
        tab.until("map.to === '2026-01-20' && map.from === '2026-01-01'").await?;
        // The map: larger, to each side, and back.
        tab.click(".em-zoom button:nth-child(1)").await?;
        tab.until(&format!("{SEEN}[2] === 500")).await?;
        for (number, place, sign) in [(3, 1, '<'), (4, 1, '>'), (5, 0, '<'), (6, 0, '>')] {
            let before = tab.value(&format!("{SEEN}[{place}]")).await?;
            tab.click(&format!(".em-zoom button:nth-child({number})")).await?;
            tab.until(&format!("{SEEN}[{place}] {sign} {before}")).await?;
        }
        tab.click(".em-zoom button:nth-child(2)").await?;
        tab.until(&format!("{SEEN}[2] === 1000")).await
    })
    .await
}

/// Each target is 24 px wide and high, or has that much room around its middle, or an equivalent
/// that is so.
#[tokio::test]
async fn wcag_2_5_8_size_of_targets() -> Result {
    let small = "(() => {
        const all = [...root.querySelectorAll('a, button, input, select, summary, .em-hold')]
            .filter(one => one.checkVisibility() && !one.closest('.em-provinces'))
            .map(one => [one, one.getBoundingClientRect()]);
        const middle = r => [(r.left + r.right) / 2, (r.top + r.bottom) / 2];
        const apart = ([x, y], r) => Math.hypot(
            Math.max(r.left - x, 0, x - r.right), Math.max(r.top - y, 0, y - r.bottom));
        return all
            .filter(([, r]) => r.width < 23.9 || r.height < 23.9)
            .filter(([one, r]) => all.some(([other, s]) => other !== one &&
                apart(middle(r), s) < (s.width < 23.9 || s.height < 23.9 ? 24 : 12)))
            .map(([one, r]) => `${one.localName}.${one.className?.baseVal ?? one.className} `
                + `${one.textContent.slice(0, 20)} ${r.width} x ${r.height}`);
    })()";
    visit(Reader { width: 320, ..Reader::default() }, async |tab| {
        everywhere(tab, small, &json!([])).await?;
        // Provinces may be smaller than a finger: each is also in a list, which is not.
        tab.open_map("embed.html").await?;
        let missing = "[...root.querySelectorAll('[data-code]')].map(one => one.dataset.code)
            .filter(code => !root.querySelector(`.em-select option[value=${code}]`))";
        assert_eq!(tab.value(missing).await?, json!([]));
        // And the smallest ones are hit within a finger's width.
        tab.run("root.querySelector('.em-map').scrollIntoView({ block: 'center' })").await?;
        let hit = "['KH23', 'KH24', 'KH12'].filter(code => {
            const r = root.querySelector(`#em-${code}-option [data-code]`).getBoundingClientRect();
            const [x, y] = [(r.left + r.right) / 2, (r.top + r.bottom) / 2];
            return [[0, 0], [-11, 0], [11, 0], [0, -11], [0, 11]].some(([dx, dy]) =>
                root.elementFromPoint(x + dx, y + dy)?.closest('a')?.id !== `em-${code}-option`);
        })";
        assert_eq!(tab.value(hit).await?, json!([]));
        Ok(())
    })
    .await
}

/// What is written in another script than the page's says which language it is.
#[tokio::test]
async fn wcag_3_1_2_language_of_parts() -> Result {
    let unmarked = "(() => {
        const scripts = [[/[\\u1780-\\u17ff]/, ['km']], [/[\\uac00-\\ud7af]/, ['ko']],
            [/[\\u4e00-\\u9fff]/, ['zh', 'ja', 'ko']]];
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) {
            const { data, parentElement } = texts.currentNode;
            const lang = parentElement.closest('[lang]')?.lang.split('-')[0];
            const wrong = scripts.some(([letters, langs]) =>
                letters.test(data) && !langs.includes(lang));
            if (wrong && parentElement.localName !== 'style') found.push(`${lang}: ${data}`);
        }
        return found;
    })()";
    visit(Reader::default(), async |tab| {
        everywhere(tab, unmarked, &json!([])).await?;
        // There is something to mark.
        tab.open_map("embed.fr.html").await?;
        let local = "root.querySelector('#em-KH24 [lang=km]').textContent";
        assert_eq!(tab.value(local).await?, json!("ប៉ៃលិន"));
        let page = "[document.documentElement.lang, root.querySelector('.em').lang]";
        assert_eq!(tab.value(page).await?, json!(["fr", "fr"]));
        Ok(())
    })
    .await
}

/// What changes is said by live regions that were there before and stay.
#[tokio::test]
async fn wcag_4_1_3_status_messages() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html").await?;
        let regions = "root.querySelectorAll('[role=status], [role=alert], [aria-live]').length";
        let status = "root.querySelector('.em-status')";
        let before = tab.value(regions).await?;
        tab.run(&format!(
            "window.live = {status}; window.link = root.querySelector('.em-link span')"
        ))
        .await?;
        let said = format!("{status}.textContent");
        let mut last = tab.value(&said).await?;
        for act in [
            "map.setRange('2026-01-18', '2026-01-18')",
            "map.setRange('2025-01-01', '2025-12-31')",
            "map.setRange(null, null)",
            "root.querySelector('.em-kinds button').click()",
        ] {
            tab.run(act).await?;
            tab.until(&format!("{said} !== {last}")).await?;
            last = tab.value(&said).await?;
            let same = format!(
                "live === {status} && live.isConnected && live.checkVisibility()
                    && live.role === 'status' && live.ariaLive === 'polite'"
            );
            assert_eq!(tab.value(&same).await?, json!(true), "after {act}");
        }
        tab.run("map.view = 'world'").await?;
        tab.until(there("world")).await?;
        tab.run("map.view = 'country'").await?;
        assert_eq!(tab.value(&format!("live === {status}")).await?, json!(true));
        assert_eq!(tab.value(regions).await?, before);
        // That a link was copied is said, too; or the link is shown where that is not allowed.
        tab.click(".em-link button").await?;
        tab.until(
            "(link === root.querySelector('.em-link span') && link.textContent === 'Link copied')
                || root.querySelector('.em-link input').checkVisibility()",
        )
        .await
    })
    .await
}
