//! The npm package, in a page that Vite made and in a bare one.

use std::process::Command;

use serde_json::json;

use crate::Result;
use crate::browser::{Reader, visit};
use crate::host::{Host, Maps, project};

#[tokio::test]
async fn in_a_page_bundled_by_vite_and_in_a_bare_page() -> Result {
    let folder = tempfile::TempDir::new()?;
    let made = Command::new("node")
        .arg(project().join("tests/site/consumer.mjs"))
        .arg(folder.path())
        .current_dir(project())
        .output()?;
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    visit(Reader::default(), async |tab| {
        let host = Host::serving(Maps::Bare, folder.path().to_owned()).await?;
        for page in ["built/index.html", "bare.html"] {
            tab.open(&host.map(page)).await?;
            tab.drawn().await?;
            tab.until("root.querySelector('.em-title')?.textContent === 'From the consumer'")
                .await?;
            assert_eq!(tab.value("root.querySelectorAll('[data-code]').length").await?, json!(25));
            // There are no pages of ours: links stay on the page.
            let link = "root.querySelector('.em-views a:nth-child(2)').getAttribute('href')";
            assert_eq!(tab.value(link).await?, json!("#view=world"));
            tab.click(".em-views a:nth-child(2)").await?;
            tab.until("root.querySelectorAll('.em-arc').length > 0").await?;
        }
        Ok(())
    })
    .await
}
