// What our pages for frames do besides showing the map: they take the map's attributes from their
// address, and tell the page around how high they are. It runs before the element is defined.

import { attributes } from "./frame/attributes.js";
import { answer, greet, tell } from "./frame/dialects.js";
import { watchHeight } from "./frame/height.js";

attributes();

if (parent !== window) {
  const post = (message) => parent.postMessage(message, "*");
  const ask = watchHeight((height) => tell(height).forEach(post));
  greet().forEach(post);
  // Whoever else sends something is not heard; and the page around can ask for nothing but this.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || typeof data !== "string") return;
    const reply = answer(data, ask());
    if (reply) post(reply);
  });
}
