//! Data of a page's own: living sheets that are read again, and own kinds of action.

use serde_json::json;
use tempfile::TempDir;

use crate::Result;
use crate::browser::{Reader, visit};
use crate::host::{Host, Maps};

const HEADER: &str = "id,date,place,kind,title,people,source\n";
const ROWS: &str = "a,2026-01-10,KH24,raid,A raid in Pailin,12,Example Times\n\
                    b,2026-01-11,KH12,arrest,Arrests in the capital,5,Example Times\n";
const NEW: &str = "c,2026-01-12,KH24,raid,Another raid,3,Example Times\n";

/// Data are read again while the page is seen. What the reader chose stays, and so does the map where the
/// data cannot be had.
#[tokio::test]
async fn living_sheets_are_read_again() -> Result {
    visit(Reader::default(), async |tab| {
        let host = Host::start(Maps::AsAsked).await?;
        let data = TempDir::new()?;
        let sheet = data.path().join("mine.csv");
        tokio::fs::write(data.path().join("_headers"), "/*\n  Access-Control-Allow-Origin: *\n")
            .await?;
        tokio::fs::write(&sheet, format!("{HEADER}{ROWS}")).await?;
        let opened = Host::serving(Maps::AsAsked, data.path().to_owned()).await?;
        let page = format!(
            "<!doctype html><html lang=en><title>Page</title><script>
            const later = setTimeout;
            window.setTimeout = (then, time, ...rest) => later(then, time >= 60000 ? 500 : time, ...rest);
            </script>
            <script type=module src=/maps/enforcement-map.js></script>
            <body><enforcement-map refresh=60 flows='' without=arrest actions='{}'></enforcement-map>",
            opened.map("mine.csv")
        );
        tab.open(&host.page(&page)).await?;
        tab.until("root.querySelector('.em-fresh')?.textContent.startsWith('Data of ')").await?;
        assert_eq!(tab.value("root.textContent.includes('new record')").await?, json!(false));
        // The attribute left a kind out; the reader leaves out no other, chooses a province and days.
        let pressed = "[...root.querySelectorAll('.em-kind')].map(one => one.getAttribute('aria-pressed'))";
        assert_eq!(tab.value(pressed).await?, json!(["true", "false"]));
        tab.run(
            "map.select('KH24'); map.setRange('2026-01-01', '2026-01-31');
            root.querySelector('.em-kind').focus();",
        )
        .await?;
        tokio::fs::write(&sheet, format!("{HEADER}{ROWS}{NEW}")).await?;
        tab.until("root.querySelector('.em-fresh [role=status]').textContent === '1 new record'").await?;
        tab.until("root.querySelector('#em-KH24').textContent.includes('Another raid')").await?;
        assert_eq!(
            tab.value("[map.province, map.from, map.to]").await?,
            json!(["KH24", "2026-01-01", "2026-01-31"])
        );
        assert_eq!(tab.value(pressed).await?, json!(["true", "false"]));
        assert_eq!(tab.value("root.querySelector('#em-KH24').checkVisibility()").await?, json!(true));
        assert_eq!(
            tab.value("map.shadowRoot.activeElement?.matches('.em-kind')").await?,
            json!(true)
        );
        // A page to sign in comes instead, then nothing at all.
        for broken in [true, false] {
            if broken {
                tokio::fs::write(&sheet, "<!doctype html><title>Sign in</title>").await?;
            } else {
                tokio::fs::remove_file(&sheet).await?;
            }
            let said = "root.querySelector('.em-fresh [role=status]').textContent";
            tab.until(&format!("{said}.includes('could not be read again')")).await?;
            assert_eq!(tab.value("root.textContent.includes('Another raid')").await?, json!(true));
        }
        Ok(())
    })
    .await
}

/// Own kinds have words in the reader's language, an order and signs of their own.
#[tokio::test]
async fn own_kinds_have_words_and_signs() -> Result {
    visit(Reader::default(), async |tab| {
        let host = Host::start(Maps::AsAsked).await?;
        let page = "<!doctype html><html lang=fr><title>Page</title>
            <script type=module src=/maps/enforcement-map.js></script>
            <body><enforcement-map flows=''></enforcement-map>";
        tab.open(&host.page(page)).await?;
        tab.drawn().await?;
        tab.run(
            "const feature = (id, kind, place) => ({ type: 'Feature', id, geometry: null, properties: {
                date: '2026-01-10', place, kind, title: id, attributed_to: 'Police' } });
            map.kinds = [
                { kind: 'protest', name: 'Protest', 'name:fr': 'Manifestation', sign: 'flag' },
                { kind: 'raid', 'name:fr': 'Descente de police' },
                { kind: 'audit' },
            ];
            map.actions = { type: 'FeatureCollection', features: [
                feature('one', 'raid', 'KH12'), feature('two', 'Protest', 'KH24'),
                feature('three', 'audit', 'KH08'), feature('four', 'fine', 'KH07') ] };",
        )
        .await?;
        let names = "[...root.querySelectorAll('.em-kind')].map(one => one.firstElementChild.nextSibling.textContent)";
        tab.until("root.querySelectorAll('.em-kind').length === 4").await?;
        assert_eq!(
            tab.value(names).await?,
            json!(["Manifestation", "Descente de police", "audit", "fine"])
        );
        let signs = "new Set([...root.querySelectorAll('.em-kind path')].map(one => one.getAttribute('d'))).size";
        assert_eq!(tab.value(signs).await?, json!(4));
        tab.run("map.without = 'protest,fine';").await?;
        let pressed = "[...root.querySelectorAll('.em-kind')].map(one => one.getAttribute('aria-pressed'))";
        assert_eq!(tab.value(pressed).await?, json!(["false", "true", "true", "false"]));
        tab.screenshot("own-kinds").await?;
        Ok(())
    })
    .await
}
