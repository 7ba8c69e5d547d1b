// Ours: what a page can do with the element, and what it shows.

import "../ours/enforcement-map.js";

const map = document.querySelector("enforcement-map");

map.addEventListener("map-error", ({ detail }) => console.error(detail.message));
globalThis.bench = {
  setRange: (from, to) => map.setRange(from, to),
  // As a screen reader hears them.
  counts: () =>
    Object.fromEntries(
      [...map.shadowRoot.querySelectorAll("[data-code]")].map((shape) => {
        const label = shape.closest("[aria-label]").getAttribute("aria-label");
        return [shape.dataset.code, Number(/: ([\d,]+)/.exec(label)?.[1].replaceAll(",", "") ?? 0)];
      }),
    ),
};
