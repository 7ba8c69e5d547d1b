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
