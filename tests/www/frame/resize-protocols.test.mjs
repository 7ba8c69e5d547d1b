import assert from "node:assert/strict";
import { test } from "node:test";
import { addressBar, define } from "../page.mjs";

addressBar("https://example.org/embed.html?childId=map-1");
define({ innerWidth: 640 });
const { answer, greetings, heightMessages } = await import(
  "../../../www/frame/resize-protocols.js"
);

test("the frame says that it is there", () => {
  assert.deepEqual(greetings(), [
    "[iFrameResizerChild]Ready",
    { sentinel: "amp", type: "embed-ready" },
  ]);
});

test("a height is told in all the ways that need no question", () => {
  const [amp, datawrapper, medium, pym, ...more] = heightMessages(480);
  assert.deepEqual(amp, { sentinel: "amp", type: "embed-size", height: 480 });
  assert.deepEqual(datawrapper, { "datawrapper-height": { "enforcement-map": 480 } });
  assert.deepEqual(JSON.parse(String(medium)), {
    sender: "enforcement-map",
    src: "https://example.org/embed.html?childId=map-1",
    context: "iframe.resize",
    method: "resize",
    height: 480,
  });
  assert.equal(pym, "pymxPYMxmap-1xPYMxheightxPYMx480");
  assert.deepEqual(more, []);
});

test("pym.js is answered when it tells a width", () => {
  assert.equal(answer("pymxPYMxmap-1xPYMxwidthxPYMx640", 480), "pymxPYMxmap-1xPYMxheightxPYMx480");
  assert.equal(answer("pymxPYMxmap-2xPYMxwidthxPYMx640", 480), undefined);
});

test("most messages are not answered", () => {
  for (const message of ["", "hello", "[iFrameSizer]", '{"height":1}']) {
    assert.equal(answer(message, 480), undefined, message);
  }
});

test("iframe-resizer is answered once it has said which frame this is", () => {
  assert.equal(answer("[iFrameSizer]map:8:false:true:32", 480), "[iFrameSizer]map:480:640:init");
  assert.equal(answer("[iFrameSizer]resize", 490), "[iFrameSizer]map:490:640:resize");
  assert.equal(heightMessages(500).at(-1), "[iFrameSizer]map:500:640:resize");
  const long = `[iFrameSizer]${"x".repeat(201)}:8:false:`;
  assert.equal(answer(long, 480), "[iFrameSizer]map:480:640:resize");
});
