// One line in an article: <script src="https://your.host/embed.js" data-lang="fr"></script>
// is followed by a frame with the map, of the size that the map will have, so that nothing on the
// page moves, and follows its height from then on.

import { pageTheme } from "./embed/page-theme.js";
import { reserveHeight } from "./embed/reserve-height.js";
import { fileName } from "./page-name.js";
import * as NAMES from "./types/generated/names.js";

// Where a content management system makes the script a late or a module one, the page has no
// current script: then it is the first that has no frame yet.
const script = /** @type {HTMLScriptElement | undefined} */ (
  document.currentScript ??
    [
      .../** @type {NodeListOf<HTMLElement>} */ (
        document.querySelectorAll('script[src*="embed.js"]')
      ),
    ].find((one) => !one.dataset.framed)
);

if (script?.closest("head")) {
  console.warn(`${script.src}: the map stands where its script stands, which is not in the head`);
} else if (script) {
  script.dataset.framed = "true";
  const given = script.dataset;
  /** @type {HTMLElement | null} */
  const labelled = script.closest("[lang]");
  const asked = (given.lang ?? labelled?.lang ?? navigator.language).toLowerCase();
  const primary = asked.split("-")[0];
  const lang = primary in TITLES ? primary : NAMES.usualLanguage;
  const heights = HEIGHTS[lang];
  const view = Object.keys(heights).find((view) => view === given.view) ?? NAMES.usualView;

  const address = new URL(given.page ?? fileName("embed", "html", lang, view), script.src);
  /** @param {string} name @param {string | undefined} value */
  const set = (name, value) => value && address.searchParams.set(name, value);
  for (const name of NAMES.passed) set(name, given[name]);
  // Addresses of data are the article's, not the frame's. An empty one stands for none.
  for (const layer of NAMES.data) {
    const data = given[layer];
    if (data !== undefined) {
      address.searchParams.set(layer, data && new URL(data, document.baseURI).href);
    }
  }
  set("theme", given.theme ?? pageTheme(/** @type {Element} */ (script.parentElement)));

  const frame = document.createElement("iframe");
  Object.assign(frame, {
    src: address.href,
    title: given.title ?? TITLES[lang],
    loading: "lazy",
    allow: "clipboard-write",
    // It is made as high as what it shows: a bar that comes and goes would narrow that.
    scrolling: "no",
  });
  Object.assign(frame.style, { display: "block", width: "100%", border: "0" });
  script.after(frame);

  // Room for what comes, until the frame says something else than it did at first. Seen twice,
  // since that room may bring the page's scroll bar, which takes some of the width.
  let room = 0;
  for (let seen = 0; seen < 2; seen++) {
    room = Number(given.height) || reserveHeight(heights[view], frame.clientWidth);
    frame.style.height = `${room}px`;
  }
  let first = true;
  addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow) return;
    const height = Number(data?.["datawrapper-height"]?.[NAMES.tag]);
    if (!(height > 0 && height < 1e5)) return;
    frame.style.height = `${first ? Math.max(height, room) : height}px`;
    first = false;
  });
}
