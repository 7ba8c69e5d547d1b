//! The builder: an editor's files become a map, a list of what is wrong, and code for an article.

use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::Key;

use crate::Result;
use crate::accessible::check;
use crate::browser::{Reader, Tab, visit};
use crate::host::{Host, Maps};

const GOOD: &str = "id,date,place,kind,title,people,reported_by\n\
    a,2026-01-18,KH24,meeting,A meeting,,Example Times\n\
    b,2026-01-19,Svay Rieng,warning,A notice,~40,Example Times\n";

/// In rows 3, 4 and 6 something is wrong; row 2 and row 5 are good.
const MISTAKES: &str = "id,date,place,kind,title,reported_by\n\
    a,2026-01-18,KH24,meeting,A meeting,Example Times\n\
    b,03/04/2026,KH12,inspection,A check,Example Times\n\
    c,2026-01-20,Kampong Tom,briefing,A review,Example Times\n\
    d,2026-01-21,KH20,warning,A notice,Example Times\n\
    e,2026-02-30,KH10,raid,A search,Example Times\n";

/// Two regions of a country that is not the one of the map's own data.
const ELSEWHERE: &str = r#"{"type":"Topology","arcs":[[[10,50],[10,51],[11,51],[11,50],[10,50]],[[11,50],[11,51],[12,51],[12,50],[11,50]]],"objects":{"adm1":{"type":"GeometryCollection","geometries":[
    {"type":"Polygon","id":"XA1","properties":{"name":"Westland"},"arcs":[[0]]},
    {"type":"Polygon","id":"XA2","properties":{"name":"Eastland"},"arcs":[[1]]}]}}}"#;

async fn open(tab: &Tab) -> Result {
    tab.open_file("builder.html").await?;
    tab.until("document.querySelector('.card[data-layer=flows]')").await
}

/// Gives a card a file, as its field does.
async fn pick(tab: &Tab, kind: &str, name: &str, content: &str) -> Result {
    let script = format!(
        "const input = document.getElementById({}), transfer = new DataTransfer();
        transfer.items.add(new File([{}], {}));
        input.files = transfer.files;
        input.dispatchEvent(new Event('change', {{ bubbles: true }}));",
        json!(format!("{kind}-file")),
        json!(content),
        json!(name),
    );
    tab.run(&script).await?;
    Ok(())
}

/// The sentence above the list of what is wrong, once it has been read.
async fn summary(tab: &Tab) -> Result<String> {
    tab.until("/On the map/.test(document.getElementById('summary').textContent)").await?;
    let text = tab.value("document.getElementById('summary').textContent").await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Waits until the map has these provinces.
async fn has(tab: &Tab, codes: Value) -> Result {
    let shown = format!(
        "JSON.stringify({codes}.map(code => root.querySelector(`#em-${{code}}`) !== null)) ===
         JSON.stringify({codes}.map(() => true))"
    );
    tab.until(&format!("root !== map && {shown}")).await
}

#[tokio::test]
async fn a_good_sheet_is_drawn_at_once() -> Result {
    visit(Reader::default(), async |tab| {
        open(tab).await?;
        pick(tab, "actions", "mine.csv", GOOD).await?;
        assert_eq!(summary(tab).await?, "Nothing is wrong. On the map: 2 actions.");
        has(tab, json!(["KH24", "KH20"])).await?;
        tab.until("root.textContent.includes('A notice')").await?;
        assert_eq!(tab.value("document.querySelector('#findings .error')").await?, json!(null));
        // None of the records that come with the map.
        assert_eq!(tab.value("root.textContent.includes('Chen Zhi')").await?, json!(false));
        let chosen = tab.value("document.getElementById('actions-chosen').innerText").await?;
        let chosen = chosen.as_str().unwrap_or_default();
        assert!(chosen.contains("mine.csv") && chosen.contains("2 actions"), "{chosen}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn mistakes_are_named_by_row_and_column_and_the_rest_is_drawn() -> Result {
    visit(Reader::default(), async |tab| {
        open(tab).await?;
        pick(tab, "actions", "mine.csv", MISTAKES).await?;
        assert_eq!(
            summary(tab).await?,
            "3 errors. On the map: 2 actions. 3 records are left out until mended; all the others are shown."
        );
        let rows = tab
            .value(
                "[...document.querySelectorAll('#findings tr.error')].map(row => [
                    row.querySelector('.file').textContent, row.querySelector('.place').textContent,
                    row.querySelector('.cell').textContent, row.querySelector('.docs a').getAttribute('href')])",
            )
            .await?;
        assert_eq!(
            rows,
            json!([
                ["mine.csv", "row 3, column B (date)", "03/04/2026", "codes.html#date-ambiguous"],
                ["mine.csv", "row 4, column C (place)", "Kampong Tom", "codes.html#place-unknown"],
                ["mine.csv", "row 6, column B (date)", "2026-02-30", "codes.html#date-impossible"],
            ])
        );
        // What it links to is there.
        for row in rows.as_array().into_iter().flatten() {
            let href = row.pointer("/3").cloned().unwrap_or_default();
            let found = format!(
                "fetch({href}).then(r => r.text()).then(text => text.includes(`id=\"${{{href}.split('#')[1]}}\"`))"
            );
            assert_eq!(tab.value(&found).await?, json!(true), "{href}");
        }
        has(tab, json!(["KH24", "KH20"])).await?;
        // Mended, and chosen once more: nothing of it is left; and there is a way back.
        pick(tab, "actions", "mended.csv", GOOD).await?;
        tab.until("!document.querySelector('#findings .error')").await?;
        tab.run(
            "[...document.querySelectorAll('#actions-chosen button')]
                .find(one => one.textContent === 'Back to mine.csv').click();",
        )
        .await?;
        tab.until("document.querySelectorAll('#findings .error').length === 3").await
    })
    .await
}

/// A page of them at a time, and how many there are; what is doubtful is seen without opening anything.
#[tokio::test]
async fn many_faults_come_a_page_at_a_time() -> Result {
    visit(Reader::default(), async |tab| {
        open(tab).await?;
        let mut sheet = String::from("id,date,place,kind,title,people,reported_by\n");
        for row in 0..250 {
            sheet += &format!("a{row},2026-01-10,Nowhere {row}a,raid,A raid,1,Example Times\n");
        }
        sheet += "b,2026-01-10,Pailin[1],raid,A raid,1,Example Times\n";
        pick(tab, "actions", "mine.csv", &sheet).await?;
        let said = summary(tab).await?;
        assert!(said.starts_with("250 errors and 1 warning. On the map: 1 action."), "{said}");
        let rows = "document.querySelectorAll('#findings tbody tr').length";
        let more = "document.querySelector('#findings [role=status] + button')";
        let shown = "document.querySelector('#findings [role=status]').textContent";
        assert_eq!(tab.value(rows).await?, json!(100));
        assert_eq!(tab.value(shown).await?, json!("100 of 251 are shown."));
        tab.run(&format!("{more}.click()")).await?;
        assert_eq!(tab.value(rows).await?, json!(200));
        assert_eq!(tab.value(&format!("{more}.textContent")).await?, json!("Show 51 more"));
        // The keyboard goes on where the new ones begin.
        let place = "[...document.querySelectorAll('#findings tbody tr')].indexOf(document.activeElement.closest('tr'))";
        assert_eq!(tab.value(place).await?, json!(100));
        tab.run(&format!("{more}.click()")).await?;
        assert_eq!(tab.value(&format!("[{rows}, {more}.hidden]")).await?, json!([251, true]));
        let warning = "document.querySelector('#findings tr.warning').checkVisibility()";
        assert_eq!(tab.value(warning).await?, json!(true));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn another_country_as_topojson_with_pasted_cells() -> Result {
    visit(Reader::default(), async |tab| {
        open(tab).await?;
        pick(tab, "provinces", "elsewhere.json", ELSEWHERE).await?;
        tab.run("document.querySelector('[aria-controls=actions-paste]').click();").await?;
        assert_eq!(tab.value("document.activeElement.id").await?, json!("actions-cells"));
        let cells = "id\tdate\tplace\tkind\ttitle\treported_by\n1\t18 Jan 2026\tEastland\traid\tA raid\tTimes";
        tab.run(&format!(
            "document.activeElement.value = {}; document.getElementById('actions-paste').requestSubmit();",
            json!(cells)
        ))
        .await?;
        tab.until("/1 action/.test(document.getElementById('summary').textContent)")
            .await?;
        assert!(summary(tab).await?.contains("2 provinces and 1 action."));
        has(tab, json!(["XA1", "XA2"])).await?;
        assert_eq!(tab.value("root.querySelector('#em-KH24')").await?, json!(null));
        tab.until("root.textContent.includes('A raid')").await
    })
    .await
}

/// From the data that the tests of other countries draw.
#[tokio::test]
async fn a_country_on_both_sides_of_the_180th_meridian() -> Result {
    visit(Reader::default(), async |tab| {
        open(tab).await?;
        pick(tab, "provinces", "fiji.geojson", include_str!("../countries/fiji.geojson")).await?;
        let actions = "id;date;place;kind;title;reported_by\n1;2026-01-18;central;raid;A raid;Times\n\
            2;2026-01;FJ;policy;A plan;Times\n";
        pick(tab, "actions", "actions.csv", actions).await?;
        let flows = "id,date,origin,destination,people,title,reported_by\n3,2026-01-20,FJ,Australia,~12,A flight,Times\n";
        pick(tab, "flows", "flows.csv", flows).await?;
        tab.until("/1 flow/.test(document.getElementById('summary').textContent)").await?;
        let said = summary(tab).await?;
        assert!(said.contains("2 actions and 1 flow.") && !said.contains("error"), "{said}");
        has(tab, json!(["Central", "Eastern", "Northern"])).await?;
        tab.until("root.textContent.includes('A plan') && root.textContent.includes('A flight')").await
    })
    .await
}

/// The code in the tab of this name.
async fn code(tab: &Tab, name: &str) -> Result<String> {
    let text =
        tab.value(&format!("document.querySelector('#panel-{name} textarea').value")).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

const SET: &str = "const put = (id, value, type = 'input') => {
    const field = document.getElementById(id);
    field.value = value;
    field.dispatchEvent(new Event(type, { bubbles: true }));
};";

#[tokio::test]
async fn the_code_says_what_was_chosen() -> Result {
    visit(Reader::default(), async |tab| {
        open(tab).await?;
        pick(tab, "actions", "mine.csv", GOOD).await?;
        summary(tab).await?;
        tab.run(&format!(
            "{SET}
            put('set-heading', 'Raids & \"notices\"'); put('set-lang', 'fr', 'change');
            put('set-view', 'table', 'change'); put('set-theme', 'dark', 'change');
            put('set-from', '2026-01-01'); put('set-height', '700');
            document.querySelector('[name=place][value=linked]').click();
            put('at-actions', 'https://data.example/mine.csv');"
        ))
        .await?;
        tab.until("document.querySelector('#panel-frame textarea').value.includes('data.example')").await?;
        let site = &tab.site.origin;
        assert_eq!(
            code(tab, "frame").await?,
            format!(
                "<iframe src=\"{site}/embed.html?actions=https%3A%2F%2Fdata.example%2Fmine.csv&amp;flows=\
                &amp;heading=Raids+%26+%22notices%22&amp;lang=fr&amp;from=2026-01-01&amp;view=table&amp;theme=dark\" \
                title=\"Raids &amp; &quot;notices&quot;\" loading=\"lazy\" allow=\"clipboard-write\" \
                style=\"width:100%;height:700px;border:0\"></iframe>"
            )
        );
        assert_eq!(
            code(tab, "line").await?,
            format!(
                "<script src=\"{site}/embed.js\" data-actions=\"https://data.example/mine.csv\" data-flows=\"\" \
                data-heading=\"Raids &amp; &quot;notices&quot;\" data-lang=\"fr\" data-from=\"2026-01-01\" \
                data-view=\"table\" data-theme=\"dark\" data-title=\"Raids &amp; &quot;notices&quot;\" \
                data-height=\"700\"></script>"
            )
        );
        assert_eq!(
            code(tab, "element").await?,
            format!(
                "<script type=\"module\" src=\"{site}/enforcement-map.js\"></script>\n\
                <enforcement-map actions=\"https://data.example/mine.csv\" flows=\"\" \
                heading=\"Raids &amp; &quot;notices&quot;\" lang=\"fr\" from=\"2026-01-01\" view=\"table\" \
                theme=\"dark\"></enforcement-map>"
            )
        );
        // The map beside it is the one that the code makes.
        tab.until("root.querySelector('.em-title').textContent.includes('Raids')").await?;
        tab.until("root.querySelector('.em').lang === 'fr' && root.querySelector('table').checkVisibility()").await
    })
    .await
}

/// Every code works as it stands in a page of somebody else.
#[tokio::test]
async fn the_code_shows_the_map() -> Result {
    visit(Reader::default(), async |tab| {
        // Its policy would ask for data on https.
        let host = Host::start(Maps::Bare).await?;
        let data = TempDir::new()?;
        tokio::fs::write(data.path().join("mine.csv"), GOOD).await?;
        tokio::fs::write(data.path().join("_headers"), "/*\n  Access-Control-Allow-Origin: *\n").await?;
        let data = Host::serving(Maps::AsAsked, data.path().to_owned()).await?;
        tab.open(&host.map("builder.html")).await?;
        tab.until("document.querySelector('.card[data-layer=flows]')").await?;
        pick(tab, "actions", "mine.csv", GOOD).await?;
        tab.run(&format!(
            "{SET}
            document.querySelector('[name=place][value=linked]').click();
            put('at-actions', {});",
            json!(data.map("mine.csv"))
        ))
        .await?;
        tab.until("document.querySelector('#panel-line textarea').value.includes('mine.csv')").await?;
        let codes = [code(tab, "line").await?, code(tab, "frame").await?, code(tab, "element").await?];
        for code in codes {
            let page = format!("<!doctype html><html lang=en><title>Article</title><body>{code}");
            tab.open(&host.page(&page)).await?;
            tab.until("(() => {
                    const page = document.querySelector('iframe')?.contentDocument ?? document;
                    const drawn = page.querySelector('enforcement-map')?.shadowRoot?.textContent ?? '';
                    return drawn.includes('A notice') && !drawn.includes('Chen Zhi');
                })()",
            )
            .await?;
        }
        Ok(())
    })
    .await
}

/// Takes the archive that the page gives, and unpacks it.
async fn unpacked(tab: &Tab, folder: &Path) -> Result {
    let bytes = tab
        .run(
            "const kept = new Promise(done => {
                const make = URL.createObjectURL;
                URL.createObjectURL = blob => (blob.type === 'application/zip' && done(blob), make.call(URL, blob));
            });
            HTMLAnchorElement.prototype.click = () => {};
            document.getElementById('download').click();
            return kept.then(blob => new Promise(done => {
                const reader = new FileReader();
                reader.onload = () => done(reader.result.split(',')[1]);
                reader.readAsDataURL(blob);
            }));",
        )
        .await?;
    let archive = folder.join("map.zip.base64");
    tokio::fs::write(&archive, bytes.as_str().ok_or("no archive")?).await?;
    let script = "import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
        import { dirname, join } from 'node:path';
        import { unzipSync } from 'fflate';
        const [folder] = process.argv.slice(-1);
        const bytes = Buffer.from(readFileSync(join(folder, 'map.zip.base64'), 'utf8'), 'base64');
        for (const [name, content] of Object.entries(unzipSync(bytes))) {
            mkdirSync(dirname(join(folder, name)), { recursive: true });
            writeFileSync(join(folder, name), content);
        }";
    let status = tokio::process::Command::new("node")
        .args(["--input-type=module", "-e", script, "--"])
        .arg(folder)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()
        .await?;
    if status.success() { Ok(()) } else { Err("the archive could not be unpacked".into()) }
}

#[tokio::test]
async fn the_folder_works_on_any_host() -> Result {
    visit(Reader::default(), async |tab| {
        open(tab).await?;
        pick(tab, "provinces", "elsewhere.json", ELSEWHERE).await?;
        pick(tab, "actions", "mine.csv", &GOOD.replace("KH24", "XA1").replace("Svay Rieng", "Eastland")).await?;
        tab.run(&format!("{SET} put('set-heading', 'My map'); put('base', 'https://news.example/2026/');")).await?;
        tab.until("/2 actions/.test(document.getElementById('summary').textContent)").await?;
        let folder = TempDir::new()?;
        unpacked(tab, folder.path()).await?;
        let root = folder.path().join("map");
        let readme = tokio::fs::read_to_string(root.join("README.txt")).await?;
        assert!(readme.contains("https://news.example/2026/embed.js"), "{readme}");
        let page = tokio::fs::read_to_string(root.join("index.html")).await?;
        assert!(
            page.contains(r#"<enforcement-map provinces="data/provinces.topojson" actions="data/actions.csv" flows="" heading="My map" lang="en">"#),
            "{page}"
        );
        let host = Host::serving(Maps::Bare, root).await?;
        tab.open(&host.map("index.html")).await?;
        tab.until("root !== map && root.textContent.includes('A notice')").await?;
        has(tab, json!(["XA1", "XA2"])).await?;
        assert_eq!(tab.value("root.querySelector('.em-title').textContent").await?, json!("My map"));
        // Everything that was asked for is in it.
        let missing = "performance.getEntriesByType('resource').filter(one => one.responseStatus >= 400).map(one => one.name)";
        assert_eq!(tab.value(missing).await?, json!([]));
        // The line that the README has makes a frame of it.
        let line = readme.lines().find(|line| line.contains("<script src=")).ok_or("no line")?;
        let line = line.replace("https://news.example/2026/", &host.map(""));
        tab.open(&host.page(&format!("<!doctype html><title>Article</title><body>{line}"))).await?;
        tab.until("document.querySelector('iframe').contentDocument
                .querySelector('enforcement-map')?.shadowRoot?.textContent.includes('A notice')",
        )
        .await
    })
    .await
}

#[tokio::test]
async fn nothing_is_asked_of_others_and_nothing_is_kept() -> Result {
    visit(Reader::default(), async |tab| {
        let host = Host::start(Maps::AsAsked).await?;
        tab.open(&host.map("builder.html")).await?;
        tab.until("document.querySelector('.card[data-layer=flows]')").await?;
        tab.run("document.getElementById('sample').click();").await?;
        let said = summary(tab).await?;
        assert!(said.contains("8 actions and 3 flows"), "{said}");
        tab.until("root !== map && root.textContent.includes('Chen Zhi')").await?;
        // Under the policy of `_headers`, with Trusted Types, nothing was refused.
        assert_eq!(tab.console(&["SEVERE"]).await?, Vec::<String>::new());
        for address in tab.requests().await? {
            assert!(address.starts_with(&host.origin), "{address}");
        }
        let kept = "[document.cookie, localStorage.length, sessionStorage.length]";
        assert_eq!(tab.value(kept).await?, json!(["", 0, 0]));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn addresses_and_why_they_fail() -> Result {
    visit(Reader::default(), async |tab| {
        open(tab).await?;
        let data = TempDir::new()?;
        tokio::fs::write(data.path().join("mine.csv"), GOOD).await?;
        tokio::fs::write(data.path().join("page.csv"), "<!DOCTYPE html><title>Sign in</title>")
            .await?;
        let closed = Host::serving(Maps::Bare, data.path().to_owned()).await?;
        tokio::fs::write(data.path().join("_headers"), "/*\n  Access-Control-Allow-Origin: *\n")
            .await?;
        let opened = Host::serving(Maps::AsAsked, data.path().to_owned()).await?;
        tab.run("document.querySelector('[aria-controls=actions-link]').click();").await?;
        let fetch = |address: String| async move {
            tab.run(&format!(
                "{SET} put('actions-address', {});
                document.getElementById('actions-link').requestSubmit();",
                json!(address)
            ))
            .await
        };
        let said = "document.getElementById('actions-said').textContent";
        for (address, words) in [
            (String::new(), "This is not an address"),
            (closed.map("mine.csv"), "Access-Control-Allow-Origin"),
            (opened.map("other.csv"), "404"),
            // Where everybody may read the file, its server sends no page.
            (opened.map("page.csv"), "sent a web page, and not a file"),
        ] {
            fetch(address).await?;
            tab.until(&format!("{said}.includes({})", json!(words))).await?;
        }
        // A link to a sheet: what is fetched, and the question whether everybody may.
        tab.run(&format!(
            "{SET} put('actions-address', 'https://docs.google.com/spreadsheets/d/1AbC/edit#gid=7');"
        ))
        .await?;
        let about = "document.getElementById('actions-about').textContent";
        tab.until(&format!("{about}.includes('shared with everyone')")).await?;
        fetch(opened.map("mine.csv")).await?;
        assert!(summary(tab).await?.contains("2 actions"));
        tab.until(&format!("{about}.startsWith('Your browser asks')")).await?;
        // The address is there again where the code wants it.
        let known = "document.getElementById('at-actions').value";
        assert_eq!(tab.value(known).await?, json!(opened.map("mine.csv")));
        Ok(())
    })
    .await
}

/// From the sample to the code on the clipboard or chosen for it, with keys alone.
#[tokio::test]
async fn all_of_it_by_keyboard() -> Result {
    visit(Reader::default(), async |tab| {
        open(tab).await?;
        let go = async |selector: &str| -> Result {
            for _ in 0..160 {
                let there = format!("document.activeElement.matches({})", json!(selector));
                if tab.value(&there).await? == true {
                    return Ok(());
                }
                tab.press(Key::Tab).await?;
            }
            Err(format!("{selector} is not reached with the Tab key").into())
        };
        go("#mistakes").await?;
        tab.press(Key::Enter).await?;
        assert!(summary(tab).await?.contains("4 errors"));
        go("#findings .docs a").await?;
        go("#set-heading").await?;
        tab.press('M').await?;
        go("[name=seen]").await?;
        tab.press(Key::Left).await?;
        tab.until("/At 360 px/.test(document.getElementById('measured').textContent)").await?;
        go("[name=place]").await?;
        tab.press(Key::Down).await?;
        go("#at-actions").await?;
        go("[role=tab]").await?;
        tab.press(Key::Right).await?;
        assert_eq!(tab.value("document.activeElement.id").await?, json!("tab-frame"));
        tab.press(Key::End).await?;
        go("#panel-element textarea").await?;
        assert!(code(tab, "element").await?.contains("heading=\"M\""));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn assistive_technology_finds_its_way() -> Result {
    for (width, dark) in [(320, true), (768, false), (1200, false)] {
        visit(Reader { width, dark, ..Reader::default() }, async |tab| {
            open(tab).await?;
            check(tab, "empty").await?;
            tab.run(
                "document.getElementById('mistakes').click();
                for (const one of document.querySelectorAll('[aria-expanded]')) one.click();",
            )
            .await?;
            summary(tab).await?;
            tab.until("root !== map && root.textContent.includes('Notice to owners')").await?;
            tab.run("document.querySelector('#findings details')?.setAttribute('open', '');")
                .await?;
            check(tab, "with mistakes").await?;
            // WCAG 1.4.10
            let wide =
                "document.documentElement.scrollWidth - document.documentElement.clientWidth";
            assert_eq!(tab.value(wide).await?, json!(0), "{width} px");
            let scheme = if dark { "dark" } else { "light" };
            tab.screenshot(&format!("builder-{width}-{scheme}")).await?;
            tab.run("document.querySelector('[name=place][value=linked]').click();").await?;
            check(tab, "with addresses").await
        })
        .await?;
    }
    Ok(())
}

/// In any embed, not only here: a sheet as an attribute, a text as a property, a file.
#[tokio::test]
async fn sheets_work_in_any_embed_and_only_they_fetch_the_large_module() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("embed.html").await?;
        let large = "performance.getEntriesByType('resource').filter(one => /assets.large/.test(one.name)).length";
        assert_eq!(tab.value(large).await?, json!(0));
        tab.listen().await?;
        tab.open_map("embed.html").await?;
        tab.run(&format!("map.flows = ''; map.actions = {};", json!(MISTAKES))).await?;
        tab.until("root.textContent.includes('A notice')").await?;
        assert_eq!(tab.value(large).await?, json!(2));
        let told = tab.value("told.filter(([type]) => type === 'map-error').map(([, detail]) => detail)").await?;
        assert_eq!(told.as_array().map(Vec::len), Some(3), "{told:#}");
        let first = told.pointer("/0").cloned().unwrap_or_default();
        let message = first.get("message").and_then(Value::as_str).unwrap_or_default();
        assert!(message.starts_with("the property \"actions\", row 3"), "{message}");
        for (member, value) in [
            ("layer", json!("actions")),
            ("row", json!(3)),
            ("column", json!("B")),
            ("field", json!("date")),
            ("cell", json!("03/04/2026")),
            ("code", json!("date-ambiguous")),
            ("severity", json!("error")),
        ] {
            assert_eq!(first.get(member), Some(&value), "{member}");
        }
        tab.run(&format!(
            "map.actions = new File([{}], 'mine.csv'); map.provinces = new Blob([{}]);",
            json!(GOOD.replace("KH24", "XA1").replace("Svay Rieng", "XA2")),
            json!(ELSEWHERE)
        ))
        .await?;
        tab.until("root.querySelector('#em-XA2')").await?;
        // One module for all of it.
        assert_eq!(tab.value(large).await?, json!(2));
        Ok(())
    })
    .await
}
