//! A page whose style reaches for everything: the map looks the same as in an empty page.

use enforcement_map::view::ViewName;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::Result;
use crate::browser::{Reader, visit};
use crate::engine::Engine;
use crate::host::{Host, Maps};

/// A reset, frameworks' habits, and what people write in despair.
const HOSTILE: &str = "
    *, *::before, *::after { box-sizing: border-box !important; margin: 0 !important; padding: 0 !important;
        border: 0 solid red !important; font: italic 700 31px/3 'Times New Roman', serif !important;
        color: red !important; background: none !important; letter-spacing: 0.4em !important;
        word-spacing: 1em !important; text-transform: uppercase !important; text-align: right !important;
        text-indent: 2em !important; text-shadow: 1px 1px red !important; white-space: pre !important;
        list-style: square inside !important; fill: lime !important; stroke: lime !important;
        stroke-width: 9px !important; cursor: wait !important; hyphens: auto !important;
        font-variant: small-caps !important; text-anchor: end !important; line-break: anywhere !important;
        word-break: break-all !important; quotes: none !important; border-collapse: separate !important;
        border-spacing: 9px !important; text-decoration: line-through !important; fill-opacity: 0.3 !important;
        stroke-dasharray: 1 1 !important; writing-mode: horizontal-tb !important; text-rendering: geometricPrecision !important;
        font-feature-settings: 'smcp' !important; tab-size: 1 !important; caption-side: bottom !important;
        empty-cells: hide !important; accent-color: lime !important; -webkit-text-fill-color: red !important;
        paint-order: stroke !important; text-wrap: balance !important; text-emphasis: dot !important;
        image-rendering: pixelated !important; overflow-wrap: anywhere !important; color-scheme: dark !important; }
    html { direction: rtl; font-size: 7px }
    div, p, ul, li, section, nav, svg, path, g, text, circle { display: inline !important; float: left !important; }
    a, button, input, select, table, td, th, label, fieldset, legend, h1, h2, h3 { appearance: none !important;
        position: absolute !important; opacity: 0.1 !important; transform: rotate(9deg) !important; width: 3px !important; }
    svg { max-width: 10px !important; height: auto !important; overflow: hidden !important }
    [class*=em], [class^=em-], .em, .em-map, .em-around { display: none !important }
    [id] { visibility: hidden !important } [hidden] { display: block !important }
    :focus { outline: none !important }
    :root, body { --em-k: 9; --em-z: 9; }
    ";

/// A map in a box of one size, whatever the page's style does.
fn page(style: &str) -> String {
    format!(
        "<!doctype html><html lang=en><title>Page</title><style>{style}</style>
        <script type=module src=/maps/enforcement-map.js></script>
        <body style='margin:0!important'><enforcement-map style='display:block!important;float:none!important;
        width:1000px!important;direction:ltr!important;position:absolute;left:0;top:0'></enforcement-map>"
    )
}

/// Of every element in the map, all that is computed.
const COMPUTED: &str = "[...root.querySelectorAll('.em, .em *')].flatMap(element => {
    const style = getComputedStyle(element);
    const name = `${element.localName}.${element.getAttribute('class')}`;
    return [...style].filter(property => !property.startsWith('--'))
        .map(property => `${name} ${property}: ${style.getPropertyValue(property)}`);
})";

/// Neither in what is computed for each element nor in the picture is there a difference.
#[tokio::test]
async fn nothing_leaks_in() -> Result {
    for view in ViewName::WORDS {
        visit(Reader { width: 1100, ..Reader::default() }, async |tab| {
            let host = Host::start(Maps::AsAsked).await?;
            let mut pictures = Vec::new();
            for style in ["", HOSTILE] {
                tab.open(&host.page(&page(style))).await?;
                tab.drawn().await?;
                tab.run(&format!("map.province = 'KH24'; map.view = '{view}'; return map.setRange(null, '2026-01-31');")).await?;
                if view == "world" {
                    tab.until("root.querySelectorAll('.em-arc').length > 0").await?;
                }
                let count = tab.run(&format!("window.computed = {COMPUTED}; return computed.length;")).await?;
                assert!(count.as_u64() > Some(10_000), "{count}");
                // Not all of WebKitGTK's come.
                if tab.engine != Engine::WebKit {
                    pictures.push(tab.element(".em").await?.screenshot_as_png().await?);
                }
                if style.is_empty() {
                    // Kept in the browser, since it is some megabytes: a tab's name outlives a page.
                    tab.run("window.name = computed.join('\\n');").await?;
                }
            }
            let differences = tab
                .value("(() => { const before = window.name.split('\\n'); return before.length !== computed.length
                    ? [`${before.length} and ${computed.length} values`]
                    : computed.filter((line, i) => line !== before[i]).slice(0, 20); })()")
                .await?;
            assert_eq!(differences, json!([]), "{view}");
            assert!(pictures.first() == pictures.last(), "the pictures of {view} differ");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// What hides a part of the page hides the map in it.
#[tokio::test]
async fn a_hidden_part_of_a_page_hides_the_map() -> Result {
    visit(Reader::default(), async |tab| {
        let host = Host::start(Maps::AsAsked).await?;
        tab.open(&host.page(&page(""))).await?;
        tab.drawn().await?;
        let visible =
            "root.querySelector('.em-title').checkVisibility({ visibilityProperty: true })";
        assert_eq!(tab.value(visible).await?, json!(true));
        tab.run("document.body.style.visibility = 'hidden'").await?;
        assert_eq!(tab.value(visible).await?, json!(false));
        tab.run("document.body.style.visibility = ''; map.hidden = true; map.style.display = ''")
            .await?;
        assert_eq!(tab.value(visible).await?, json!(false));
        assert_eq!(tab.value("map.offsetHeight").await?, json!(0));
        Ok(())
    })
    .await
}

/// What the page may change: custom properties, and parts by their names.
#[tokio::test]
async fn a_page_has_its_own_colours() -> Result {
    visit(Reader::default(), async |tab| {
        let host = Host::start(Maps::AsAsked).await?;
        let names = crate::host::text("custom-elements.json")?;
        let names: serde_json::Value = serde_json::from_str(&names)?;
        let element = names.pointer("/modules/0/declarations/0").expect("the element");
        let list = |key: &str| {
            let all = element[key].as_array().expect("a list").iter();
            all.map(|one| one["name"].as_str().expect("a name").to_owned()).collect::<Vec<_>>()
        };
        let (properties, parts) = (list("cssProperties"), list("cssParts"));
        let colour = |i: usize| format!("rgb(1, 2, {i})");
        let own: String = properties.iter().enumerate().map(|(i, name)| format!("{name}: {};", colour(i))).collect();
        let part: String = parts.iter().map(|name| format!("enforcement-map::part({name}) {{ outline: 7px solid rgb(9, 9, 9) }}")).collect();
        let page = page(&format!("enforcement-map {{ {own} --em-font: 20px monospace }} {part}"));
        tab.open(&host.page(&page.replace("--em-font: 20px monospace", "--em-font: monospace"))).await?;
        tab.drawn().await?;
        for (i, name) in properties.iter().enumerate().filter(|(_, name)| *name != "--em-font") {
            let inner = name.replace("--em-", "--em_");
            let value = format!("getComputedStyle(root.querySelector('.em')).getPropertyValue('{inner}')");
            assert_eq!(tab.value(&value).await?, json!(colour(i)), "{name}");
        }
        let seen = "[getComputedStyle(root.querySelector('.em')).backgroundColor, getComputedStyle(root.querySelector('.em')).fontFamily]";
        let paper = properties.iter().position(|name| name == "--em-paper").expect("paper");
        assert_eq!(tab.value(seen).await?, json!([colour(paper), "monospace"]));
        tab.run("map.view = 'world'").await?;
        tab.until("root.querySelector('.em-world')").await?;
        for name in parts {
            let outline = format!("[...root.querySelectorAll('[part={name}]')].map(e => getComputedStyle(e).outlineWidth)[0]");
            assert_eq!(tab.value(&outline).await?, json!("7px"), "{name}");
        }
        Ok(())
    })
    .await
}

/// Keys and drags that the map has handled are not the page's as well: a handle moved by an arrow turns no
/// slide, an Escape that closes a tooltip closes no dialog, a drag along the days is no swipe. All else
/// reaches the page.
#[tokio::test]
async fn what_is_handled_goes_no_further() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open(&tab.site.page(
            "<!doctype html><html lang=en><title>Page</title>
            <script type=module src=/enforcement-map.js></script><div id=slide><enforcement-map></enforcement-map></div>
            <script>window.heard = [];
            for (const type of ['keydown', 'pointerdown', 'mousedown', 'touchstart'])
                slide.addEventListener(type, event => heard.push(event.key ?? type));</script>",
        ))
        .await?;
        tab.drawn().await?;
        tab.run("root.querySelector('[role=slider]').focus()").await?;
        tab.press(Key::Right).await?;
        tab.press('x').await?;
        assert_eq!(tab.value("heard").await?, json!(["x"]));
        // On a province: the first Escape closes its tooltip, the second one is the page's.
        tab.run("heard.length = 0; root.querySelector('path[data-code=KH24]').closest('a').focus()")
            .await?;
        tab.press(Key::Down).await?;
        tab.until("!root.querySelector('.em-tip').hidden").await?;
        tab.press(Key::Escape).await?;
        tab.until("root.querySelector('.em-tip').hidden").await?;
        assert_eq!(tab.value("heard").await?, json!([]));
        tab.press(Key::Escape).await?;
        tab.until("heard.length > 0").await?;
        assert_eq!(tab.value("heard").await?, json!(["Escape"]));
        let touch = "const touch = selector => ['pointerdown', 'mousedown', 'touchstart'].forEach(type =>
                root.querySelector(selector).dispatchEvent(new Event(type, { bubbles: true, composed: true })));
            heard.length = 0;";
        tab.run(&format!("{touch} touch('.em-window')")).await?;
        assert_eq!(tab.value("heard").await?, json!([]));
        // A swipe over the whole map is the page's, one over an enlarged map is not.
        tab.run(&format!("{touch} touch('path[data-code=KH24]')")).await?;
        assert_eq!(tab.value("heard").await?, json!(["pointerdown", "mousedown", "touchstart"]));
        tab.click(".em-zoom button").await?;
        tab.until("!root.querySelector('.em-map.em-z1')").await?;
        tab.run(&format!("{touch} touch('path[data-code=KH24]')")).await?;
        assert_eq!(tab.value("heard").await?, json!([]));
        Ok(())
    })
    .await
}
