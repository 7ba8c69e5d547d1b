// The address of a frame sets the map's attributes: `embed.html?province=KH24&theme=dark`.

/* global NAMES -- put in by build.mjs */

const { data, state, languages } = NAMES;

export function attributes() {
  const map = document.querySelector("enforcement-map");
  for (const [name, value] of new URLSearchParams(location.search)) {
    // Others, such as those that a newsletter or pym.js adds, are not ours to mind.
    if ([...data, ...state].includes(name)) map.setAttribute(name, value);
  }
  // Until other data are there, no map is better than that of another country.
  if (data.some((name) => map.hasAttribute(name)))
    map.querySelector("[data-prerendered]")?.remove();
  const [lang, theme] = [map.lang.toLowerCase().split("-")[0], map.getAttribute("theme")];
  if (languages.includes(lang)) document.documentElement.lang = lang;
  // The map that is there already has the colours at once.
  if (theme) map.querySelector(".em")?.setAttribute("data-theme", theme);
}
