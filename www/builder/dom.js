// Elements, made without markup in texts: a file's name is never read as HTML.

/** @import { EnforcementMap } from "../types/generated/public.js" */

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Child | readonly (Child | readonly (Child | readonly Child[])[])[]} Children */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @typedef {{ [Type in keyof HTMLElementEventMap as `on${Type}`]?:
 *   (event: HTMLElementEventMap[Type] & { target: HTMLElementTagNameMap[Tag] }) => void }} Listeners
 */

/**
 * An element: `h("p", { class: "hint" }, "Text", child)`. A member that begins with `on` is a
 * listener, one that is null, undefined or false is left out, and one that is true is an attribute
 * without a value.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} name
 * @param {Listeners<Tag> & Record<string, unknown> | null} [members]
 * @param {Children[]} children
 */
export function h(name, members, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(members ?? {})) {
    if (typeof value === "function") {
      element.addEventListener(key.slice(2), /** @type {EventListener} */ (value));
    } else if (value === true) element.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(key, String(value));
  }
  const flat = /** @type {Child[]} */ (children.flat(Infinity));
  element.append(
    ...flat.filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/**
 * An element of this page.
 *
 * @param {string} id
 */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** The map of this page. */
export const theMap = () => /** @type {EnforcementMap} */ (byId("map"));

/**
 * What is said of something that failed.
 *
 * @param {unknown} error
 */
export const reason = (error) => /** @type {Error} */ (error).message;

/**
 * "1 error", "2 errors", "1,200 errors".
 *
 * @param {number} n
 * @param {string} one
 * @param {string} [many]
 */
export const count = (n, one, many = `${one}s`) =>
  `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

/**
 * "a", "a and b", "a, b and c".
 *
 * @param {string[]} parts
 */
export const list = (parts) => new Intl.ListFormat("en-GB").format(parts);

/**
 * A button that copies a text, and says whether it could; where it may not, the text is chosen for
 * the keys that copy.
 *
 * @param {string} label
 * @param {() => string} text
 * @param {() => HTMLTextAreaElement | undefined} field that shows the text
 * @param {string} [look] class of the button
 */
export function copyButton(label, text, field, look = "primary") {
  const button = h("button", { type: "button", class: look }, label);
  const said = h("span", { role: "status", class: "said" });
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
      said.textContent = "Copied";
    } catch {
      field()?.focus();
      field()?.select();
      said.textContent = "Press Ctrl+C, or Command+C on a Mac, to copy";
    }
    setTimeout(() => {
      said.textContent = "";
    }, 5000);
  });
  return h("span", { class: "copy" }, button, said);
}
