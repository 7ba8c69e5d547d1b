// What a reader has chosen, in the page's address, so that a link shows it again:
// `#from=2026-01-01&to=2026-01-31&province=KH24`. Only the first map of a page does so, and never
// where the page has another use for that part of its address.

const NAMES = ["from", "to", "province", "without", "view", "lang"];

/** What the address asks for; `undefined` where that part of it is not ours. */
export function asked() {
  const hash = location.hash.slice(1);
  if (hash === "") return {};
  const found = Object.fromEntries(new URLSearchParams(hash));
  const isOurs = hash.includes("=") && Object.keys(found).every((name) => NAMES.includes(name));
  return isOurs ? found : undefined;
}

/** The address of this page with some choices; those without a value are left out. */
export function link(chosen) {
  const given = NAMES.filter((name) => chosen[name]).map((name) => [name, chosen[name]]);
  const url = new URL(location.href);
  url.hash = new URLSearchParams(given).toString();
  return url.href;
}

let last = {};

/** Puts right an address that asked for something that is not there. */
export function correct(chosen) {
  try {
    history.replaceState(history.state, "", link(chosen));
  } catch {}
}

/** Puts choices into the address. Several steps of one kind in a row are one step back. */
export function remember(name, chosen) {
  // A link to a province's part of the page is ours, too.
  if (asked() === undefined && !location.hash.startsWith("#em-")) return;
  const href = link(chosen);
  if (href === location.href) return;
  const now = performance.now();
  const goesOn = name === last.name && now - last.time < 1000;
  last = { name, time: now };
  // A sandboxed frame may not.
  try {
    if (goesOn) history.replaceState(history.state, "", href);
    else history.pushState(history.state, "", href);
  } catch {}
}
