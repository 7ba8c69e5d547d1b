// Lets a page give the map its own colours: `enforcement-map { --em-accent: #00509d }`.
//
// A rule in a shadow root would win over what an element inherits. So the style that is shipped
// keeps its values under names of its own, and takes for each the page's, where there is one. On
// paper the page's do not count: they were chosen for a screen.

/**
 * The style with every documented custom property to be set from outside.
 *
 * @param {string} css
 * @param {string[]} properties
 */
export function themable(css, properties) {
  const [screen, paper] = css.split(/(?=@media print \{)/);
  /** @param {string} name */
  const inner = (name) => name.replace("--em-", "--em_");
  const names = new RegExp(`(${properties.join("|")})(?![\\w-])`, "g");
  const declared = new RegExp(`(${properties.join("|")}):\\s*([^;{}]+);`, "g");
  const open = screen
    .replace(/var\((--em-[\w-]+)\)/g, (use, name) =>
      properties.includes(name) ? `var(${inner(name)})` : use,
    )
    .replace(declared, (_, name, value) => `${inner(name)}: var(${name}, ${value});`);
  return open + (paper ?? "").replace(names, inner);
}
