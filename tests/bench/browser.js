// What is measured in the browser, by the protocol of Chromium's developer tools.

import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

/** How long a page may take to be drawn, before it counts as not drawn. */
const PATIENCE = 300_000;
const WINDOW = { width: 700, height: 1000 };

/** A phone of the middle class on a slow line. Rates in bytes a second. */
const SLOW = {
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
  offline: false,
};
const SLOWER_PROCESSOR = 4;

function launch() {
  return puppeteer.launch({
    executablePath: process.env.CHROME ?? "/usr/bin/chromium",
    // As root there is no sandbox.
    args: ["--no-sandbox"],
    defaultViewport: WINDOW,
    protocolTimeout: PATIENCE,
  });
}

/** Runs something in a browser of its own. */
export async function inBrowser(act) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const said = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    const result = await act(page, browser);
    if (said.length > 0) throw new Error(`the page said: ${said.join("; ")}`);
    return result;
  } finally {
    await browser.close();
  }
}

export const version = () => inBrowser((_, browser) => browser.version());

/** The first visit of a page on a slow line: what came when, in milliseconds, and the bytes of all of it. */
export const coldLoad = (address, hasScript) =>
  inBrowser(async (page) => {
    const session = await page.createCDPSession();
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    await session.send("Network.emulateNetworkConditions", SLOW);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_PROCESSOR });
    await page.goto(address, { waitUntil: "networkidle0", timeout: PATIENCE });
    if (hasScript) await drawn(page);
    const paint = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0].startTime,
    );
    return { paint, drawn: hasScript ? await mark(page) : paint, bytes };
  });

const drawn = (page) =>
  page.waitForFunction(() => performance.getEntriesByName("map-drawn").length > 0, {
    polling: 20,
    timeout: PATIENCE,
  });
const mark = (page) => page.evaluate(() => performance.getEntriesByName("map-drawn")[0].startTime);

/** A page with many records: when it was drawn, how ranges change, what it takes of the memory. */
export const manyRecords = (address, warmUp, ways) =>
  inBrowser(async (page, browser) => {
    await page.evaluateOnNewDocument(() => {
      globalThis.longest = 0;
      // What the memory of WebAssembly holds, nothing of the protocol tells.
      globalThis.memories = new Set();
      for (const name of ["instantiate", "instantiateStreaming"]) {
        const own = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
          const made = await own.apply(WebAssembly, given);
          const { memory } = (made.instance ?? made).exports;
          if (memory) globalThis.memories.add(memory);
          return made;
        };
      }
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries())
          globalThis.longest = Math.max(globalThis.longest, duration);
      }).observe({ type: "longtask" });
    });
    await page.goto(address, { timeout: PATIENCE });
    await drawn(page);
    await page.waitForFunction(() => globalThis.bench, { timeout: PATIENCE });
    const start = await mark(page);
    const task = await page.evaluate(() => globalThis.longest);
    await page.evaluate(change, warmUp);
    const changes = {};
    for (const [way, ranges] of Object.entries(ways)) {
      const found = await page.evaluate(change, ranges, true);
      const before = await busy(page);
      await page.evaluate(change, ranges);
      changes[way] = { found, thread: ((await busy(page)) - before) / ranges.length };
    }
    const elements = await page.evaluate(countElements);
    return { drawn: start, task, changes, elements, memory: await memory(page, browser) };
  });

/** How long the page's main thread was busy so far, with scripts, styles, layout and painting; in milliseconds. */
const busy = async (page) => (await page.metrics()).TaskDuration * 1000;

/**
 * In the page: shows one range after the other, each painted before the next. `work` is the time until all
 * that follows from a change is in the page and laid out.
 */
async function change(ranges, isChecked) {
  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
      });
    });
  const found = [];
  for (const [from, to] of ranges) {
    await painted();
    const start = performance.now();
    globalThis.bench.setRange(from, to);
    // Effects run in microtasks, after one another.
    for (let turn = 0; turn < 64; turn++) await null;
    document.body.getBoundingClientRect();
    found.push({ work: performance.now() - start });
    if (isChecked) found.at(-1).counts = globalThis.bench.counts();
    await painted();
  }
  return isChecked ? found : [];
}

/** In the page: all elements, in shadow roots too. */
function countElements() {
  const count = (root) =>
    [...root.querySelectorAll("*")].reduce(
      (sum, element) => sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0),
      0,
    );
  return count(document);
}

/**
 * After the garbage is collected, in bytes: `used`, by objects of JavaScript, by buffers and by the memory
 * of WebAssembly; and `process`, all that the page's process holds for itself alone.
 */
async function memory(page, browser) {
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.enable");
  for (let time = 0; time < 3; time++) await session.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
  const compiled = await page.evaluate(() =>
    [...globalThis.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
  );
  const system = await browser.target().createCDPSession();
  const { processInfo } = await system.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  // A spare process, which waits for the next page, holds less.
  const held = Math.max(...renderers.map(({ id }) => privateMemory(id)));
  return { used: usedSize + backingStorageSize + compiled, process: held };
}

/** What Linux says that a process does not share with others. */
function privateMemory(id) {
  const said = readFileSync(`/proc/${id}/smaps_rollup`, "utf8");
  return [...said.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB/gm)]
    .map(([, kilobytes]) => Number(kilobytes) * 1024)
    .reduce((sum, bytes) => sum + bytes, 0);
}
