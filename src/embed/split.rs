//! The point at which the small module is split: the views that few readers open are a file of their
//! own (`www/build/split.mjs`).
//!
//! JavaScript fetches that file, as it fetches all built files, checks its integrity, tries again, and
//! says in words why it could not be had. So of the runtime that the macro calls nothing is left to do.

use std::ffi::c_void;
use std::future::Future as _;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_split_macros::wasm_split;

use crate::view::{LAZY_VIEWS, LazyViews, set_lazy_views};

/// The error that the macro has for a file that did not come.
pub(crate) struct SplitLoaderError;

/// The runtime that the macro calls.
pub(crate) mod rt {
    use super::{Pin, SplitLoaderError, c_void};

    pub(crate) type LoadCallbackFn = unsafe extern "C" fn(*const c_void, bool);

    pub(crate) struct LazySplitLoader;

    impl LazySplitLoader {
        pub(crate) const fn new(_: unsafe extern "C" fn(LoadCallbackFn, *const c_void)) -> Self {
            Self
        }
    }

    /// The file is there whenever [`use_views`](super::use_views) is called.
    pub(crate) async fn ensure_loaded(_: Pin<&LazySplitLoader>) -> Result<(), SplitLoaderError> {
        Ok(())
    }
}

#[wasm_split(views, fallible, wasm_split_path = crate::embed::split)]
fn views() -> Result<LazyViews, SplitLoaderError> {
    Ok(LAZY_VIEWS)
}

/// Takes the views into use. To be called once their file runs.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "wasm-bindgen exports public functions alone")]
pub fn use_views() {
    let views = pin!(views());
    if let Poll::Ready(Ok(views)) = views.poll(&mut Context::from_waker(Waker::noop())) {
        set_lazy_views(views);
    }
}
