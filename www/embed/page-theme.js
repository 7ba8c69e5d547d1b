// The colours of a page, as the map's theme.

/**
 * The theme of the page where `element` is; nothing where the page leaves it to the reader's system.
 *
 * @param {Element} element
 * @returns {"light" | "dark" | undefined}
 */
export function pageTheme(element) {
  const scheme = getComputedStyle(element).colorScheme;
  if (scheme.includes("light") && scheme.includes("dark")) return undefined;
  for (
    let behind = /** @type {Element | null} */ (element);
    behind;
    behind = behind.parentElement
  ) {
    const colour = getComputedStyle(behind).backgroundColor.match(/^rgba?\((.+)\)$/);
    const [red, green, blue, opacity = 1] = colour?.[1].split(/[\s,/]+/).map(parseFloat) ?? [];
    // Brightness as in WCAG's old formula: enough to tell white on black from black on white.
    if (colour && opacity > 0.5) {
      return red * 0.3 + green * 0.59 + blue * 0.11 < 128 ? "dark" : "light";
    }
  }
  return scheme.includes("dark") ? "dark" : "light";
}
