//! The map on our own pages, as it comes.

use serde_json::json;

use crate::Result;
use crate::browser::{Reader, visit};

/// All provinces are there and react, nobody is told of trouble, and nothing is asked of others.
#[tokio::test]
async fn the_article_shows_the_map() -> Result {
    visit(Reader::default(), async |tab| {
        tab.open_map("index.html").await?;
        assert_eq!(tab.value("root.querySelectorAll('[data-code]').length").await?, json!(25));
        assert_eq!(tab.console(&["SEVERE", "WARNING"]).await?, Vec::<String>::new());
        let requests = tab.requests().await?;
        let foreign: Vec<_> =
            requests.iter().filter(|url| !url.starts_with(&tab.site.origin)).collect();
        assert_eq!(foreign, Vec::<&String>::new());
        assert!(requests.iter().any(|url| url.ends_with(".wasm")), "{requests:?}");
        Ok(())
    })
    .await
}

/// Letters for Khmer come only to those who read it and whose device has none.
#[tokio::test]
async fn a_font_for_khmer_comes_where_there_is_none() -> Result {
    visit(Reader::default(), async |tab| {
        let fonts = "[...document.fonts].filter(font => font.family.includes('em-khmer'))
            .map(font => font.status)";
        for page in ["embed.html", "embed.km.html"] {
            tab.open_map(page).await?;
            tab.run("return new Promise(done => setTimeout(done, 500))").await?;
            assert_eq!(tab.value(fonts).await?, json!([]), "{page}");
        }
        let fetched = tab.requests().await?;
        assert!(!fetched.iter().any(|url| url.contains("woff2")), "{fetched:?}");
        // A device that draws the same box for every letter.
        tab.before("CanvasRenderingContext2D.prototype.measureText = () => ({ width: 40 });")
            .await?;
        tab.open_map("embed.html").await?;
        assert_eq!(tab.value(fonts).await?, json!([]));
        tab.open_map("embed.km.html").await?;
        tab.until(&format!("String({fonts}) === 'loaded,loaded'")).await?;
        let fetched = tab.requests().await?;
        assert_eq!(fetched.iter().filter(|url| url.contains("woff2")).count(), 2, "{fetched:?}");
        assert_eq!(tab.console(&["SEVERE", "WARNING"]).await?, Vec::<String>::new());
        Ok(())
    })
    .await
}
