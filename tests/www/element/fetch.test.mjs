import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { LoadError, load } from "../../../www/element/fetch.js";
import { define } from "../page.mjs";

const ADDRESS = "https://example.org/actions.geojson";
/** @param {Response} response */
const read = (response) => response.text();
/** @param {string} text */
const sum = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

define({ document: new EventTarget(), navigator: { onLine: true } });

/**
 * Lets `fetch` answer so, or fail where there is no answer.
 *
 * @param {(init: RequestInit | undefined) => Response | undefined} answer
 */
function server(answer) {
  /** @param {string} _ @param {RequestInit} [init] */
  const fetch = async (_, init) => {
    const response = answer(init);
    if (!response) throw new TypeError("Failed to fetch");
    return response;
  };
  define({ fetch });
}

/** @param {string} [integrity] @returns {Promise<LoadError>} */
const failure = (integrity) =>
  load(ADDRESS, read, integrity).then(
    () => assert.fail("it was loaded"),
    (error) => {
      assert.ok(error instanceof LoadError);
      assert.equal(error.address, ADDRESS);
      return error;
    },
  );

test("a file is read", async () => {
  server(() => new Response("{}"));
  assert.equal(await load(ADDRESS, read), "{}");
  assert.equal(await load(ADDRESS, read, sum("{}")), "{}");
});

test("a status is told", async () => {
  server(() => new Response("", { status: 404 }));
  const error = await failure();
  assert.deepEqual(error.fields, { status: 404 });
  assert.equal(error.message, `${ADDRESS} answered with status 404`);
});

test("another file than the one that was published is refused", async () => {
  server(() => new Response("[]", { headers: { "content-type": "text/html" } }));
  const error = await failure(sum("{}"));
  assert.match(error.message, /is not the file that was published.*of type text\/html/);
});

test("a server that other sites may not read is told from one that is away", async () => {
  server((init) => (init?.mode === "no-cors" ? new Response("") : undefined));
  assert.match((await failure()).message, /sends no Access-Control-Allow-Origin/);
  server(() => undefined);
  const error = await failure();
  assert.equal(error.fields.unreachable, "its server cannot be reached");
  assert.equal(error.message, `${ADDRESS} could not be used: its server cannot be reached`);
});

test("the page's own policy is named", async () => {
  server((init) => {
    if (init?.mode === "no-cors") {
      const event = new Event("securitypolicyviolation");
      document.dispatchEvent(Object.assign(event, { effectiveDirective: "connect-src" }));
    }
    return undefined;
  });
  assert.match((await failure()).message, /Content-Security-Policy forbids it \(connect-src\)/);
});

test("a browser that is offline is told so", async () => {
  define({ navigator: { onLine: false } });
  server(() => undefined);
  assert.match((await failure()).message, /this browser is offline/);
  define({ navigator: { onLine: true } });
});

test("what a reader of the file throws is told", async () => {
  server(() => new Response("{"));
  const reading = load(ADDRESS, (response) => response.json());
  await assert.rejects(reading, /could not be used: SyntaxError/);
});
