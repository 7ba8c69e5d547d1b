//! Pictures for people to look at, in `artefacts/screenshots/`; and what can be measured of them.

use serde_json::json;

use crate::Result;
use crate::browser::{Reader, visit};

/// A phone's, a larger one's, a column's, a tablet's, a desk's.
const WIDTHS: [u32; 5] = [320, 375, 600, 768, 1200];

/// Pictures of a page at each width, which nothing may stick out of (WCAG 1.4.10).
async fn look(page: &str, name: &str, reader: Reader) -> Result {
    visit(reader, async |tab| {
        for width in WIDTHS {
            tab.resize(width, reader.height).await?;
            tab.open_file(page).await?;
            if reader.javascript {
                tab.drawn().await?;
            }
            let overflow = "document.documentElement.scrollWidth > innerWidth";
            assert_eq!(tab.value(overflow).await?, json!(false), "{name} at {width}");
            tab.screenshot(&format!("{name}-{width}")).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn article() -> Result {
    look("index.html", "article", Reader::default()).await
}

#[tokio::test]
async fn dark() -> Result {
    look("embed.html", "dark", Reader { dark: true, ..Reader::default() }).await
}

#[tokio::test]
async fn khmer() -> Result {
    look("embed.km.html", "khmer", Reader::default()).await
}

#[tokio::test]
async fn world() -> Result {
    look("embed.world.html", "world", Reader::default()).await
}

#[tokio::test]
async fn without_script() -> Result {
    look("embed.html", "no-script", Reader { javascript: false, ..Reader::default() }).await
}
