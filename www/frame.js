// What our pages for frames do besides showing the map: they take the map's attributes from their
// address, and tell the page around how high they are. It runs before the element is defined.

import { setAttributes } from "./frame/attributes.js";
import { watchHeight } from "./frame/height.js";
import { answer, greetings, heightMessages } from "./frame/resize-protocols.js";

setAttributes(new URLSearchParams(location.search));

if (parent !== window) {
  /** @param {unknown} message */
  const post = (message) => parent.postMessage(message, "*");
  const measure = watchHeight((height) => heightMessages(height).forEach(post));
  greetings().forEach(post);
  // Whoever else sends something is not heard; and the page around can ask for nothing but this.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || typeof data !== "string") return;
    const reply = answer(data, measure());
    if (reply) post(reply);
  });
}
