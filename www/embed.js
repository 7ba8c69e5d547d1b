// One line in an article: <script src="https://your.host/embed.js" data-lang="fr"></script>
// puts a frame with the map in its place, of the size that the map will have, so that nothing on
// the page moves, and follows its height from then on.

/* global NAMES, TITLES, HEIGHTS -- put in by build.mjs */

import { reserved } from "./embed/reserved.js";
import { surroundings } from "./embed/surroundings.js";

// Where a content management system makes the script a late or a module one, the page has no
// current script: then it is the first that has no frame yet.
const script =
  document.currentScript ??
  [...document.querySelectorAll('script[src*="embed.js"]')].find((one) => !one.dataset.framed);

if (script?.closest("head")) {
  console.warn(`${script.src}: the map stands where its script stands, which is not in the head`);
} else if (script) {
  script.dataset.framed = "true";
  const { data } = NAMES;
  const given = script.dataset;
  const asked = (given.lang ?? script.closest("[lang]")?.lang ?? navigator.language).toLowerCase();
  const primary = asked.split("-")[0];
  const lang = primary in TITLES ? primary : "en";
  const views = Object.keys(HEIGHTS[lang]);
  const view = views.includes(given.view) ? given.view : views[0];
  const page = ["embed", lang !== "en" && lang, view !== views[0] && view, "html"];

  const address = new URL(given.page ?? page.filter(Boolean).join("."), script.src);
  const set = (name, value) => value && address.searchParams.set(name, value);
  for (const name of ["from", "to", "province", "heading"]) set(name, given[name]);
  // Addresses of data are the article's, not the frame's.
  // An empty one stands for none.
  for (const name of data.filter((name) => name in given)) {
    address.searchParams.set(name, given[name] && new URL(given[name], document.baseURI).href);
  }
  set("theme", given.theme ?? surroundings(script.parentElement));

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
  let room;
  for (let seen = 0; seen < 2; seen++) {
    room = Number(given.height) || reserved(HEIGHTS[lang][view], frame.clientWidth);
    frame.style.height = `${room}px`;
  }
  let first = true;
  addEventListener("message", ({ source, data: told }) => {
    if (source !== frame.contentWindow) return;
    const height = Number(told?.["datawrapper-height"]?.[NAMES.tag]);
    if (!(height > 0 && height < 1e5)) return;
    frame.style.height = `${first ? Math.max(height, room) : height}px`;
    first = false;
  });
}
