// Getting a file from an address.

import { fetchFailure } from "../enforcement-map.js";

/** @import { Chosen } from "./state.js" */

/** @type {RequestInit} */
const PRIVATELY = { credentials: "omit", referrerPolicy: "no-referrer" };

/**
 * Fetches a file.
 *
 * @param {string} text an address
 * @returns {Promise<Chosen>}
 * @throws {Error} that says why it cannot be had, in words that help
 */
export async function fetched(text) {
  const address = URL.canParse(text, document.baseURI)
    ? new URL(text, document.baseURI)
    : undefined;
  if (!text.trim() || !address || !/^https?:$/.test(address.protocol)) {
    throw new Error("This is not an address. It begins with https://");
  }
  let response;
  try {
    response = await fetch(address, PRIVATELY);
  } catch {
    throw new Error(await whyNot(address));
  }
  if (!response.ok) {
    throw new Error(
      `The server answered with status ${response.status}. Check the address, and that everybody may read it.`,
    );
  }
  const name = decodeURIComponent(address.pathname.split("/").at(-1) ?? "") || address.host;
  return { file: new File([await response.blob()], name), address: address.href };
}

/** @param {URL} address */
async function whyNot(address) {
  const { reason } = await fetchFailure(address, PRIVATELY);
  if (reason === "offline") return "This browser is offline.";
  if (address.protocol === "http:" && location.protocol === "https:") {
    return "This page is on https, and may not read an address on http. Download the file and choose it here.";
  }
  return reason === "cors"
    ? `${address.host} lets no other site read this file: it does not send the header Access-Control-Allow-Origin (CORS). Download the file and choose it here, or put it on a server that sends it.`
    : `${address.host} could not be reached. Check the address.`;
}
