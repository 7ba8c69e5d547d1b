//! axe-core on every state that a reader can bring about.

use serde_json::{Value, json};

use crate::Result;
use crate::browser::{Reader, Tab, visit};

const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js");

/// Fails with each rule that is broken, and where.
pub(crate) async fn check(tab: &Tab, state: &str) -> Result {
    let axe = tokio::fs::read_to_string(AXE).await?;
    tab.run(&format!("{axe}; window.axe = axe;")).await?;
    let found = tab
        .run(
            // Names on the map have a halo, which axe does not see: their contrast with it is
            // tested with the colours.
            "const scope = { exclude: [{ fromShadowDom: ['enforcement-map', '.em-label'] }, ['enforcement-map .em-label']] };
            return axe.run(scope, { resultTypes: ['violations'] }).then(({ violations }) =>
                violations.map(({ id, nodes }) =>
                    [id, nodes.map(node => [node.target.flat().join(' '), node.failureSummary])]));",
        )
        .await?;
    if found == json!([]) { Ok(()) } else { Err(format!("{state}: {found:#}").into()) }
}

/// Each state with what brings it about and what tells that it is there.
const STATES: [(&str, &str, &str); 7] = [
    ("all", "", "true"),
    ("a province", "map.select('KH24')", "root.querySelector('#em-KH24').checkVisibility()"),
    ("days", "map.setRange('2026-01-18', '2026-01-18')", "root.querySelector('.em-perhaps')"),
    (
        "kinds",
        "root.querySelector('.em-kinds button').click()",
        "location.hash.includes('without')",
    ),
    ("the world", "map.view = 'world'", "root.querySelector('.em-world .em-arc')"),
    ("tables", "map.view = 'table'", "root.querySelector('table')"),
    ("no record", "map.setRange('1990-01-01', '1990-01-02')", "root.querySelector('.em-empty')"),
];

async fn every_state(reader: Reader, page: &str) -> Result {
    visit(reader, async |tab| {
        tab.open_map(page).await?;
        for (state, act, there) in STATES {
            tab.run(act).await?;
            tab.until(there).await?;
            check(tab, state).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn on_a_desk() -> Result {
    every_state(Reader::default(), "embed.html").await
}

#[tokio::test]
async fn on_a_phone_in_the_dark_in_khmer() -> Result {
    let reader = Reader { width: 320, dark: true, ..Reader::default() };
    every_state(reader, "embed.km.html").await
}

#[tokio::test]
async fn in_an_article_and_without_a_script() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("index.html").await?;
        check(tab, "the article").await?;
        // As the page stands before any script of its own.
        tab.before("customElements.define = () => {};").await?;
        tab.open_file("embed.html").await?;
        tab.until("document.readyState === 'complete'").await?;
        let drawn: Value = tab.value("Boolean(map.shadowRoot)").await?;
        assert_eq!(drawn, json!(false));
        check(tab, "before the script").await
    })
    .await
}
