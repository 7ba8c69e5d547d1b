// Getting data: from a file, from cells that were copied, from an address.

const JSON_TYPE = "application/geo+json";

const isJson = (text) => /^\s*[[{]/.test(text);

/** Cells that were copied in a spreadsheet: they come as text with tabs. */
export const pasted = (kind, text) =>
  new File([text], `pasted ${kind}`, { type: isJson(text) ? JSON_TYPE : "text/csv" });

/** Fetches a file, or says why that cannot be, in words that help. */
export async function fetched(text) {
  const address = URL.canParse(text, document.baseURI)
    ? new URL(text, document.baseURI)
    : undefined;
  if (!text.trim() || !/^https?:$/.test(address?.protocol)) {
    throw new Error("This is not an address. It begins with https://");
  }
  let response;
  try {
    response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  } catch {
    throw new Error(await whyNot(address));
  }
  if (!response.ok) {
    throw new Error(
      `The server answered with status ${response.status}. Check the address, and that everybody may read it.`,
    );
  }
  const name = decodeURIComponent(address.pathname.split("/").pop()) || address.host;
  return { file: new File([await response.blob()], name), address: address.href };
}

/** Browsers hide from scripts why a fetch failed; asking again in another way tells it apart. */
async function whyNot(address) {
  if (navigator.onLine === false) return "This browser is offline.";
  if (address.protocol === "http:" && location.protocol === "https:") {
    return "This page is on https, and may not read an address on http. Download the file and choose it here.";
  }
  try {
    await fetch(address, { mode: "no-cors", credentials: "omit", referrerPolicy: "no-referrer" });
    return `${address.host} lets no other site read this file: it does not send the header Access-Control-Allow-Origin (CORS). Download the file and choose it here, or put it on a server that sends it.`;
  } catch {
    return `${address.host} could not be reached. Check the address.`;
  }
}

/** Which kind of data a file holds that was dropped beside the cards. */
export async function kindOf(file) {
  const start = await file.slice(0, 4096).text();
  const names = isJson(start) ? start : start.split(/[\r\n]/, 5).join("\n");
  if (/"Topology"|"(Multi)?Polygon"|topojson$/i.test(start + file.name)) return "provinces";
  return /\b(origin|destination|coo|coa|flows?)\b/i.test(names + file.name) ? "flows" : "actions";
}

/** The name that a file gets in a folder: what it holds, and in which form. */
export async function plainName(kind, file) {
  const start = await file.slice(0, 200).text();
  const json = /"Topology"/.test(start) || /\.topojson$/i.test(file.name) ? "topojson" : "geojson";
  return `${kind}.${isJson(start.replace(/^\ufeff/, "")) ? json : start.includes("\t") ? "tsv" : "csv"}`;
}
