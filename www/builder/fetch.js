// Getting a file from an address.

import { fetchFailure } from "../enforcement-map.js";
import { sheetOf } from "./links.js";

/** @import { Sheet } from "./links.js" */
/** @import { Chosen } from "./state.js" */

/** @type {RequestInit} */
const PRIVATELY = { credentials: "omit", referrerPolicy: "no-referrer" };

/**
 * Fetches a file; of a link to a sheet, the sheet as CSV.
 *
 * @param {string} text an address
 * @returns {Promise<Chosen>}
 * @throws {Error} that says why it cannot be had, in words that help
 */
export async function fetched(text) {
  const sheet = sheetOf(text);
  const link = sheet?.address ?? text;
  const address = URL.canParse(link, document.baseURI)
    ? new URL(link, document.baseURI)
    : undefined;
  if (!text.trim() || !address || !/^https?:$/.test(address.protocol)) {
    throw new Error("This is not an address. It begins with https://");
  }
  let response;
  try {
    response = await fetch(address, PRIVATELY);
  } catch {
    throw new Error(await whyNot(address, sheet));
  }
  if (!response.ok) {
    const check = sheet?.question ?? "Check the address, and that everybody may read it.";
    throw new Error(`The server answered with status ${response.status}. ${check}`);
  }
  const content = await response.blob();
  if (await isPage(content)) {
    throw new Error(
      sheet
        ? `${sheet.service} sent a page to sign in, and not the file. ${sheet.question}`
        : `${address.host} sent a web page, and not a file. Take the address of the file itself; where one has to sign in to see it, download it and choose it here.`,
    );
  }
  const name = decodeURIComponent(address.pathname.split("/").at(-1) ?? "") || address.host;
  // The end of such an address is the word for what is asked.
  const shown = sheet && !name.includes(".") ? `${sheet.service}.csv` : name;
  return { file: new File([content], shown), address: address.href };
}

/** @param {Blob} content */
const isPage = async (content) =>
  /^\ufeff?\s*<(!doctype html|html|head|body)\b/i.test(await content.slice(0, 512).text());

/**
 * @param {URL} address
 * @param {Sheet | undefined} sheet
 */
async function whyNot(address, sheet) {
  const { reason } = await fetchFailure(address, PRIVATELY);
  if (reason === "offline") return "This browser is offline.";
  if (address.protocol === "http:" && location.protocol === "https:") {
    return "This page is on https, and may not read an address on http. Download the file and choose it here.";
  }
  if (sheet && reason === "cors") {
    return `${sheet.service} lets this page not read the file. ${sheet.question} If it is, and the file cannot be had all the same: download it, and choose it here.`;
  }
  return reason === "cors"
    ? `${address.host} lets no other site read this file: it does not send the header Access-Control-Allow-Origin (CORS). Download the file and choose it here, or put it on a server that sends it.`
    : `${address.host} could not be reached. Check the address.`;
}
