// Fetching, and saying in words that help an editor why a file could not be had.

const PATIENCE = 15_000;

// Firefox does not use what a page has preloaded for a request that has an integrity, and would
// fetch everything twice. Pages that are not secure have no such thing; there browsers check.
const { subtle } = globalThis.crypto ?? {};

/** A file that could not be had: `fields` say it to the module, `message` to an editor. */
export class Trouble extends Error {
  constructor(address, fields, message) {
    super(message);
    this.address = address;
    this.fields = fields;
  }
}

/** Fetches and reads a file, or throws a Trouble; with an integrity, only the file that has it. */
export async function get(address, read, integrity) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const pin = subtle ? undefined : integrity;
    const response = await fetch(address, { signal: stop.signal, integrity: pin });
    if (response.ok)
      return await read(pin === integrity ? response : await checked(response, integrity));
    const { status } = response;
    throw new Trouble(address, { status }, `${address} answered with status ${status}`);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    if (stop.signal.aborted) {
      const message = `${address} did not arrive within ${PATIENCE / 1000} seconds`;
      throw new Trouble(address, { timed_out: true }, message);
    }
    // A fetch that failed is a TypeError whatever the cause; other errors are the reader's.
    const why =
      error instanceof TypeError ? await whyUnreachable(address, integrity) : String(error);
    throw new Trouble(address, { unreachable: why }, `${address} could not be used: ${why}`);
  } finally {
    clearTimeout(timer);
  }
}

/** The same response, if its content has this integrity. */
async function checked(response, integrity) {
  const body = await response.arrayBuffer();
  const sum = new Uint8Array(await subtle.digest("SHA-256", body));
  // As a browser's own check fails.
  if (integrity !== `sha256-${btoa(String.fromCharCode(...sum))}`) throw new TypeError();
  return new Response(body, response);
}

/** Browsers hide from scripts why a fetch failed; asking again in other ways tells it apart. */
async function whyUnreachable(address, integrity) {
  if (navigator.onLine === false) return "this browser is offline";
  const again = integrity && (await fetch(address).catch(() => undefined));
  if (again && !again.ok) return `it answered with status ${again.status}`;
  if (again) {
    const type = again.headers.get("content-type");
    return `it is not the file that was published (its content, of type ${type}, is another than its integrity says): publish the whole folder anew`;
  }
  let directive;
  const refused = (event) => (directive = event.effectiveDirective);
  document.addEventListener("securitypolicyviolation", refused);
  try {
    await fetch(address, { mode: "no-cors" });
    return "its server sends no Access-Control-Allow-Origin for this page";
  } catch {
    // The event of a refusal comes in a task of its own.
    await new Promise((done) => setTimeout(done, 50));
    return directive
      ? `this page's Content-Security-Policy forbids it (${directive})`
      : "its server cannot be reached";
  } finally {
    document.removeEventListener("securitypolicyviolation", refused);
  }
}
