// Elements, made without markup in texts: a file's name is never read as HTML.

/** `h("p", { class: "hint" }, "Text", child)`. A member that begins with `on` is a listener, one
 * that is null or false is left out, and one that is true is an attribute without a value. */
export function h(name, members, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(members ?? {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(key, value);
  }
  element.append(
    ...children
      .flat(Infinity)
      .filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

export const byId = (id) => document.getElementById(id);

/** "1 error", "2 errors", "1,200 errors". */
export const count = (n, one, many = `${one}s`) =>
  `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export const list = (parts) => new Intl.ListFormat("en-GB").format(parts);

/** A button that copies a text, and says whether it could; where it may not, the text is chosen for
 * the keys that copy. */
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
    setTimeout(() => (said.textContent = ""), 5000);
  });
  return h("span", { class: "copy" }, button, said);
}
