//! `embed.js`: one line in an article.

use enforcement_map::view::ViewName;
use serde_json::{Value, json};

use crate::Result;
use crate::browser::{Reader, visit};
use crate::engine::{Engine, skipped};
use crate::host::{Host, Maps, project};
use crate::pages::{languages, page_name};

/// The room to keep for a height that was measured: somewhat more, since letters, and so heights,
/// differ from machine to machine.
fn room(height: f64) -> f64 {
    (height * 1.015).ceil() + 8.0
}

fn article(lang: &str, style: &str, line: &str) -> String {
    format!(
        "<!doctype html><html lang={lang}><title>Article</title><meta name=viewport content='width=device-width'>
        <style>body {{ margin: 0; font: 16px sans-serif }} {style}</style>
        <h1>Article</h1>{line}<p id=after>The text goes on.</p>
        <script>window.places = new Set(); (function look() {{
            places.add(document.querySelector('#after').offsetTop); requestAnimationFrame(look); }})();</script>"
    )
}

fn line(maps: &Host, data: &str) -> String {
    format!("<script src='{}' {data}></script>", maps.map("embed.js"))
}

const FRAME: &str = "document.querySelector('iframe')";

/// The frame has its size from the start: nothing on the page moves, at any width.
#[tokio::test]
async fn nothing_on_the_page_moves() -> Result {
    for width in [320, 393, 700, 1200] {
        visit(Reader { width, height: 1100, ..Reader::default() }, async |tab| {
            let (host, maps) = (Host::start(Maps::AsAsked).await?, Host::start(Maps::AsAsked).await?);
            for lang in languages() {
                let told = "<script>window.told = []; addEventListener('message', ({ data }) => {
                    const height = data?.['datawrapper-height']?.['enforcement-map']; if (height) told.push(height); })</script>";
                tab.open(&host.page(&article(lang, "", &format!("{told}{}", line(&maps, ""))))).await?;
                tab.until("told.length > 0").await?;
                tab.settled("told.length").await?;
                // Khmer's fonts differ by more than the room to spare, and Firefox chooses another.
                if lang != "km" || tab.engine != Engine::Firefox {
                    assert_eq!(tab.value("[...places].length").await?, json!(1), "{lang} at {width}");
                }
                if tab.engine.counts_shifts() {
                    tab.assert_still(&format!("{lang} at {width}")).await?;
                }
                let sizes = format!("[told.at(-1), {FRAME}.clientHeight, {FRAME}.clientWidth]");
                let sizes = tab.value(&sizes).await?;
                let [told, room, wide] = [0, 1, 2].map(|i| sizes[i].as_f64().unwrap_or_default());
                assert_eq!(tab.value("document.documentElement.clientWidth").await?.as_f64(), Some(wide));
                assert!(told <= room && room <= told * 1.12, "{lang} at {width}: {told} in {room}");
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_page_around_decides() -> Result {
    visit(Reader { dark: true, ..Reader::default() }, async |tab| {
        let (host, maps) = (Host::start(Maps::AsAsked).await?, Host::start(Maps::AsAsked).await?);
        for (lang, style, data, file, query) in [
            ("en", "", "", "embed.html", "?theme=light"),
            ("fr-CA", "body { background: #101010 }", "", "embed.fr.html", "?theme=dark"),
            ("de", ":root { color-scheme: light dark }", "", "embed.html", ""),
            (
                "fr",
                ":root { color-scheme: dark }",
                "data-lang=km data-view=world",
                "embed.km.world.html",
                "?theme=dark",
            ),
            (
                "en",
                "",
                "data-theme=auto data-province=KH24 data-from=2026-01-01",
                "embed.html",
                "?from=2026-01-01&province=KH24&theme=auto",
            ),
            (
                "en",
                "",
                "data-theme=dark data-actions=mine.geojson",
                "embed.html",
                "?actions=ORIGIN%2Fmine.geojson&theme=dark",
            ),
        ] {
            tab.open(&host.page(&article(lang, style, &line(&maps, data)))).await?;
            let origin = host.origin.replace(':', "%3A").replace('/', "%2F");
            let expected = maps.map(&format!("{file}{}", query.replace("ORIGIN", &origin)));
            assert_eq!(tab.value(&format!("{FRAME}.src")).await?, json!(expected));
        }
        let described = format!("[{FRAME}.title, {FRAME}.loading, {FRAME}.allow]");
        let title = "Cambodia’s crackdown on online scams";
        assert_eq!(tab.value(&described).await?, json!([title, "lazy", "clipboard-write"]));
        tab.open(&host.page(&article(
            "fr",
            "",
            &line(&maps, "data-title='La carte' data-height=3000"),
        )))
        .await?;
        let given = format!("[{FRAME}.title, {FRAME}.style.height]");
        assert_eq!(tab.value(&given).await?, json!(["La carte", "3000px"]));
        Ok(())
    })
    .await
}

/// Far below, the frame is not fetched; two lines make two frames, each of its own height.
#[tokio::test]
async fn frames_wait_and_keep_apart() -> Result {
    visit(Reader::default(), async |tab| {
        let (host, maps) = (Host::start(Maps::AsAsked).await?, Host::start(Maps::AsAsked).await?);
        let far = format!(
            "{}<div style='height:9000px'></div>{}",
            line(&maps, "data-view=table"),
            line(&maps, "data-lang=fr data-layout=full")
        );
        tab.open(&host.page(&article("en", "", &far))).await?;
        tab.until(&format!("{FRAME}.clientHeight > 0")).await?;
        tab.settled(&format!("{FRAME}.clientHeight")).await?;
        assert!(
            !maps.asked().iter().any(|path| path.contains("embed.fr.html")),
            "{:?}",
            maps.asked()
        );
        tab.run("document.querySelectorAll('iframe')[1].scrollIntoView()").await?;
        maps.wait_for("embed.fr.html").await?;
        tab.settled("[...document.querySelectorAll('iframe')].map(f => f.clientHeight)").await?;
        let heights =
            tab.value("[...document.querySelectorAll('iframe')].map(f => f.clientHeight)").await?;
        assert_ne!(heights[0], heights[1]);
        Ok(())
    })
    .await
}

/// Whoever is not the frame cannot size it, and the frame can do nothing but ask for a height.
#[tokio::test]
async fn strangers_do_not_size_the_frame() -> Result {
    visit(Reader::default(), async |tab| {
        let (host, maps) = (Host::start(Maps::AsAsked).await?, Host::start(Maps::AsAsked).await?);
        tab.open(&host.page(&article("en", "", &line(&maps, "")))).await?;
        maps.wait_for("messages.en").await?;
        let height = tab.settled(&format!("{FRAME}.clientHeight")).await?;
        tab.run(
            "for (const height of [1, -5, 1e9, NaN, '12px', { valueOf: () => 3 }])
                try { postMessage({ 'datawrapper-height': { 'enforcement-map': height } }, '*'); } catch {}
            const stranger = document.createElement('iframe');
            stranger.srcdoc = `<script>parent.postMessage({ 'datawrapper-height': { 'enforcement-map': 77 } }, '*')</script>`;
            document.body.append(stranger);",
        )
        .await?;
        assert_eq!(tab.settled(&format!("{FRAME}.clientHeight")).await?, height);
        Ok(())
    })
    .await
}

/// The table of heights holds for what is drawn now. It depends on fonts: of those of Debian.
#[tokio::test]
async fn the_heights_are_those_of_the_map() -> Result {
    if skipped(|engine| engine == Engine::Chromium, "the table is Chromium's")? {
        return Ok(());
    }
    let kept: Value =
        serde_json::from_str(&std::fs::read_to_string(project().join("www/embed/heights.json"))?)?;
    let widths: Vec<u64> =
        kept["widths"].as_array().expect("widths").iter().filter_map(Value::as_u64).collect();
    visit(Reader::default(), async |tab| {
        let host = Host::start(Maps::AsAsked).await?;
        let mut pages = Vec::new();
        for lang in languages() {
            for view in ViewName::ALL {
                pages.push([lang.to_owned(), view.as_str().to_owned(), page_name(lang, view)?]);
            }
        }
        let pages = json!(pages);
        let frames = "<!doctype html><html lang=en><title>Heights</title><style>body { margin: 0; width: 1300px }</style>";
        tab.open(&host.page(frames)).await?;
        let measured = tab
            .run(&format!(
                "return (async () => {{ const widths = {widths:?}, all = {{ widths }};
                const frame = document.createElement('iframe');
                frame.style.cssText = 'border:0;height:400px';
                document.body.append(frame);
                for (const [lang, view, name] of {pages}) {{
                    frame.src = '/maps/' + name;
                    await new Promise(done => frame.onload = done);
                    await new Promise(done => {{
                        const look = () => frame.contentDocument.querySelector('enforcement-map').shadowRoot ? done() : setTimeout(look, 20);
                        look();
                    }});
                    (all[lang] ??= {{}})[view] = widths.map(width => {{
                        frame.style.width = width + 'px';
                        return Math.ceil(frame.contentDocument.documentElement.getBoundingClientRect().height);
                    }});
                }}
                return all; }})();"
            ))
            .await?;
        let folder = project().join("artefacts");
        std::fs::create_dir_all(&folder)?;
        let mut lines: Vec<String> = vec![format!("  \"widths\": {}", measured["widths"])];
        for lang in languages() {
            let views = ViewName::WORDS.map(|view| {
                let heights = measured[lang][view].as_array().expect("heights").iter();
                let rooms: Vec<_> = heights.filter_map(Value::as_f64).map(|height| room(height).to_string()).collect();
                format!("    \"{view}\": [{}]", rooms.join(","))
            });
            lines.push(format!("  \"{lang}\": {{\n{}\n  }}", views.join(",\n")));
        }
        std::fs::write(folder.join("heights.json"), format!("{{\n{}\n}}\n", lines.join(",\n")))?;
        for lang in languages() {
            for view in ViewName::WORDS {
                for (i, width) in widths.iter().enumerate() {
                    let [is, kept] = [&measured, &kept].map(|all| all[lang][view][i].as_f64().unwrap_or_default());
                    // A picture in an article, and not a page.
                    let most = match width {
                        375 => 680.0,
                        640.. => 720.0,
                        _ => f64::MAX,
                    };
                    assert!(is <= most, "{lang}, {view} at {width}: {is} px high");
                    assert!(
                        is <= kept && kept <= is * 1.05 + 24.0,
                        "{lang}, {view} at {width}: {is} px in {kept}; if the map was meant to change, \
                        cp artefacts/heights.json www/embed/heights.json"
                    );
                }
            }
        }
        Ok(())
    })
    .await
}
