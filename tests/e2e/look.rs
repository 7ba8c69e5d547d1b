//! Pictures for people to look at, in `artefacts/screenshots/`; and what can be measured of them.

use serde_json::json;

use crate::Result;
use crate::browser::{Reader, visit};

const WIDTHS: [u32; 4] = [320, 375, 768, 1200];

/// A picture of a page at a width, which nothing may stick out of (WCAG 1.4.10).
async fn look(page: &str, name: &str, reader: Reader) -> Result {
    visit(reader, async |tab| {
        tab.open_file(page).await?;
        if reader.javascript {
            tab.drawn().await?;
        }
        let overflow = "document.documentElement.scrollWidth > innerWidth";
        assert_eq!(tab.value(overflow).await?, json!(false), "{name} at {}", reader.width);
        tab.screenshot(&format!("{name}-{}", reader.width)).await
    })
    .await
}

#[tokio::test]
async fn article() -> Result {
    for width in WIDTHS {
        look("index.html", "article", Reader { width, ..Reader::default() }).await?;
    }
    Ok(())
}

#[tokio::test]
async fn dark() -> Result {
    for width in WIDTHS {
        look("embed.html", "dark", Reader { width, dark: true, ..Reader::default() }).await?;
    }
    Ok(())
}

#[tokio::test]
async fn khmer() -> Result {
    for width in WIDTHS {
        look("embed.km.html", "khmer", Reader { width, ..Reader::default() }).await?;
    }
    Ok(())
}

#[tokio::test]
async fn world() -> Result {
    for width in WIDTHS {
        look("embed.world.html", "world", Reader { width, ..Reader::default() }).await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_script() -> Result {
    for width in WIDTHS {
        let reader = Reader { width, javascript: false, ..Reader::default() };
        look("embed.html", "no-script", reader).await?;
    }
    Ok(())
}
