// Fetching, and saying in words that help an editor why a file could not be had.

import { fetchFailure } from "./fetch-failure.js";

/** @import { SourceOption } from "../types/generated/module.js" */

/** In milliseconds. */
const PATIENCE = 15_000;

// Firefox does not use what a page has preloaded for a request that has an integrity, and would
// fetch everything twice. Pages that are not secure have no such thing; there browsers check.
const { subtle } = globalThis.crypto ?? {};

/** A file that could not be had. */
export class LoadError extends Error {
  /**
   * @param {string} address
   * @param {Omit<SourceOption, "name">} fields what the module is told of it
   * @param {string} message what an editor is told of it
   */
  constructor(address, fields, message) {
    super(message);
    this.address = address;
    this.fields = fields;
  }
}

/**
 * Fetches and reads a file; with an integrity, only the file that has it.
 *
 * @template T
 * @param {string} address
 * @param {(response: Response) => T | Promise<T>} read
 * @param {string} [integrity] as in Subresource Integrity (W3C)
 * @param {RequestCache} [cache]
 * @returns {Promise<T>}
 * @throws {LoadError}
 */
export async function load(address, read, integrity, cache) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const pin = subtle ? undefined : integrity;
    const response = await fetch(address, { signal: stop.signal, integrity: pin, cache });
    const { status } = response;
    if (!response.ok) {
      throw new LoadError(address, { status }, `${address} answered with status ${status}`);
    }
    return await read(pin === integrity ? response : await checked(response, integrity));
  } catch (error) {
    if (error instanceof LoadError) throw error;
    if (stop.signal.aborted) {
      const message = `${address} did not arrive within ${PATIENCE / 1000} seconds`;
      throw new LoadError(address, { timed_out: true }, message);
    }
    // A fetch that failed is a TypeError whatever the cause; other errors are the reader's.
    const why =
      error instanceof TypeError ? await whyUnreachable(address, integrity) : String(error);
    throw new LoadError(address, { unreachable: why }, `${address} could not be used: ${why}`);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The same response, if its content has this integrity.
 *
 * @param {Response} response
 * @param {string | undefined} integrity
 */
async function checked(response, integrity) {
  const body = await response.arrayBuffer();
  const sum = new Uint8Array(await subtle.digest("SHA-256", body));
  // As a browser's own check fails.
  if (integrity !== `sha256-${btoa(String.fromCharCode(...sum))}`) throw new TypeError();
  return new Response(body, response);
}

/**
 * @param {string} address
 * @param {string | undefined} integrity
 */
async function whyUnreachable(address, integrity) {
  const again = integrity && (await fetch(address).catch(() => undefined));
  if (again && !again.ok) return `it answered with status ${again.status}`;
  if (again) {
    const type = again.headers.get("content-type");
    return `it is not the file that was published (its content, of type ${type}, is another than its integrity says): publish the whole folder anew`;
  }
  const { reason, directive } = await fetchFailure(address);
  return {
    offline: "this browser is offline",
    policy: `this page's Content-Security-Policy forbids it (${directive})`,
    cors: "its server sends no Access-Control-Allow-Origin for this page",
    unreachable: "its server cannot be reached",
  }[reason];
}
