// The ways in which pages listen for the height of a frame. All are spoken at once, since a frame
// does not know what its page understands; a page does not mind what it does not.

/** The id by which pym.js 1.x knows a frame is in its address. */
const pym = new URLSearchParams(location.search).get("childId");
/** @param {string} type */
const PYM = (type) => ["pym", pym, type, ""].join("xPYMx");

/**
 * The id by which iframe-resizer 4.x knows a frame is in its first message.
 * @type {string | undefined}
 */
let resizer;
const RESIZER = "[iFrameSizer]";
/** @param {number} height @param {string} type */
const resized = (height, type) => [RESIZER + resizer, height, innerWidth, type].join(":");

/** The messages that say that a frame is there. */
export const greetings = () => [
  "[iFrameResizerChild]Ready",
  { sentinel: "amp", type: "embed-ready" },
];

/**
 * The messages that tell a height.
 *
 * @param {number} height in CSS pixels
 * @returns {(string | object)[]}
 */
export function heightMessages(height) {
  const src = location.href;
  const messages = [
    // amp-iframe
    { sentinel: "amp", type: "embed-size", height },
    // The listener that comes with Datawrapper's frames, also in embed.js; the page looks at which
    // frame it is from, so any id will do.
    { "datawrapper-height": { "enforcement-map": height } },
    // Medium and Flourish
    JSON.stringify({
      sender: "enforcement-map",
      src,
      context: "iframe.resize",
      method: "resize",
      height,
    }),
  ];
  if (pym) messages.push(PYM("height") + height);
  if (resizer) messages.push(resized(height, "resize"));
  return messages;
}

/**
 * What is answered to a message of the page around; to most, nothing.
 *
 * @param {string} message
 * @param {number} height in CSS pixels
 * @returns {string | undefined}
 */
export function answer(message, height) {
  // The width that the frame has, which it knows; pym.js wants to be told a height.
  if (pym && message.startsWith(PYM("width"))) return PYM("height") + height;
  if (!message.startsWith(RESIZER)) return undefined;
  // `[iFrameSizer]<id>:<margin>:<whether to size the width>:...` begins; others ask anew.
  const [, id] = /^\[iFrameSizer\]([^:]{1,200}):[^:]*:(?:true|false):/.exec(message) ?? [];
  resizer = id ?? resizer;
  return resizer && resized(height, id ? "init" : "resize");
}
