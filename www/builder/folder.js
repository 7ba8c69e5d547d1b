// The folder that an editor can put on any host: a page with the map, all that it needs, the data.

import { zipSync } from "fflate";
import { codes, ownPage } from "./code.js";
import { plainName } from "./files.js";
import { chosenData, isOwn, state } from "./state.js";

/** @import { Addresses } from "./code.js" */

/**
 * Where the data are in the folder, by layer.
 *
 * @returns {Promise<Addresses>}
 */
export async function dataNames() {
  const own = chosenData();
  const names = await Promise.all(
    own.map(async ([layer, { file }]) => [layer, `data/${await plainName(layer, file)}`]),
  );
  return Object.fromEntries(names);
}

/**
 * The folder's files as an archive (ZIP), with the addresses of the build that made this page.
 *
 * @param {string} base address that the folder will have
 * @param {number} height of the map, in CSS pixels
 */
export async function archive(base, height) {
  const here = new URL(".", document.baseURI);
  const names = await dataNames();
  const { element, always, texts, areas, records } = BUILDER.folder;
  const { lang } = state.settings;
  const wanted = [
    ...always,
    ...texts[lang],
    ...(state.data.provinces ? [] : areas[lang]),
    ...(isOwn() ? [] : records[lang]),
  ];
  /** @type {Record<string, Uint8Array>} */
  const files = { "enforcement-map.js": await read(element, here) };
  await Promise.all(wanted.map(async (name) => (files[name] = await read(name, here))));
  for (const [layer, { file }] of chosenData()) {
    files[names[layer] ?? ""] = new Uint8Array(await file.arrayBuffer());
  }
  /** @param {string} words */
  const text = (words) => new TextEncoder().encode(words);
  files["index.html"] = text(ownPage(names, BUILDER.folder.frame));
  files["README.txt"] = text(readme(base, names, height));
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  // WebAssembly and texts become much smaller; level 6 takes some tenths of a second.
  return zipSync(
    Object.fromEntries(Object.entries(sorted).map(([name, bytes]) => [`map/${name}`, bytes])),
    { level: 6 },
  );
}

/** @param {string} name @param {URL} here */
async function read(name, here) {
  const response = await fetch(new URL(name, here));
  if (!response.ok) throw new Error(`${name} could not be read: status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** @param {string} base @param {Addresses} names @param {number} height */
function readme(base, names, height) {
  const { line, frame, element } = codes({ base, addresses: names, folder: true, height });
  const data = Object.values(names);
  return [
    "A MAP TO PUT ON ANY WEB SERVER",
    "",
    "1. Upload this whole folder to your server, by FTP or however you upload",
    "   pictures and pages. Keep the names and the folders in it as they are.",
    "   Nothing has to be installed: the files are only handed out.",
    "2. Open index.html there. You see the map.",
    "3. Put it into an article with one of these. They expect the folder at",
    `   ${base}`,
    "   If it is elsewhere, change that part of the addresses.",
    "",
    "One line, which also keeps the frame as high as the map:",
    "",
    line,
    "",
    "A plain frame, for systems that take no script:",
    "",
    frame,
    "",
    "An element, for pages of your own on the same server:",
    "",
    element,
    "",
    ...(data.length > 0
      ? [
          "TO CHANGE THE DATA",
          "",
          `Replace ${data.join(", ")} by a newer file of the same name.`,
          "The map shows it the next time it is opened.",
          "",
        ]
      : []),
    "IF THE MAP DOES NOT APPEAR",
    "",
    "- Opened from your disk (file:...) it does not work: browsers allow modules",
    "  and WebAssembly from a server only.",
    "- The server must send .wasm files as application/wasm and .js files as",
    "  text/javascript. Nearly all do.",
    "- The one line and the frame work on every site. For the element on another",
    "  site than that of the folder, the server has to send the header",
    "  Access-Control-Allow-Origin: *",
    "- The browser's console (F12) says what is missing, in words.",
    "",
    "The map's program is under the licences MIT or Apache-2.0, at your choice.",
    "The data are yours, and the map shows them to everybody who can open it.",
    "",
  ].join("\r\n");
}
