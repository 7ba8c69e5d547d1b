import assert from "node:assert/strict";
import { test } from "node:test";
import { sheetOf } from "../../../www/builder/links.js";

const SHEET = "https://docs.google.com/spreadsheets/d/1AbC-d_9";
const EXPORT = `${SHEET}/export?format=csv`;
const PUBLISHED = "https://docs.google.com/spreadsheets/d/e/2PACX-1v";

test("a link to a tab of Google Sheets becomes that tab as CSV", () => {
  for (const [link, address] of [
    [`${SHEET}/edit#gid=123`, `${EXPORT}&gid=123`],
    [`${SHEET}/edit?gid=123#gid=123`, `${EXPORT}&gid=123`],
    [`${SHEET}/edit?usp=sharing`, EXPORT],
    [`${SHEET}/edit?usp=sharing&resourcekey=0-x#gid=0`, `${EXPORT}&gid=0&resourcekey=0-x`],
    [`  ${SHEET}/view \n`, EXPORT],
    [SHEET, EXPORT],
    ["http://docs.google.com/spreadsheets/u/1/d/1AbC-d_9/htmlview#gid=7", `${EXPORT}&gid=7`],
    ["https://docs.google.com/a/example.org/spreadsheets/d/1AbC-d_9/edit#gid=7", `${EXPORT}&gid=7`],
    [`${SHEET}/export?format=xlsx&gid=7`, `${EXPORT}&gid=7`],
    [`${SHEET}/export?format=csv&gid=7`, `${EXPORT}&gid=7`],
    [`${PUBLISHED}/pubhtml`, `${PUBLISHED}/pub?output=csv`],
    [`${PUBLISHED}/pubhtml?gid=5&single=true`, `${PUBLISHED}/pub?output=csv&gid=5&single=true`],
    [`${PUBLISHED}/pub?output=csv`, `${PUBLISHED}/pub?output=csv`],
    [`${SHEET}/gviz/tq?tqx=out:csv&sheet=A`, `${SHEET}/gviz/tq?tqx=out:csv&sheet=A`],
  ]) {
    const sheet = sheetOf(link);
    assert.equal(sheet?.address, address, link);
    assert.equal(sheet?.service, "Google Sheets");
    // What was made of a link is left as it is.
    assert.equal(sheetOf(address)?.address, address);
  }
});

test("links to files of Dropbox, OneDrive and SharePoint become the files", () => {
  for (const [service, link, address] of [
    [
      "Dropbox",
      "https://www.dropbox.com/scl/fi/abc/raids.csv?rlkey=k1&st=x&dl=0",
      "https://dl.dropboxusercontent.com/scl/fi/abc/raids.csv?rlkey=k1&st=x&dl=1",
    ],
    [
      "Dropbox",
      "https://www.dropbox.com/s/abc/raids.csv?raw=1",
      "https://dl.dropboxusercontent.com/s/abc/raids.csv?dl=1",
    ],
    [
      "OneDrive",
      "https://1drv.ms/x/c/1a2b/EQxyz?e=abc",
      "https://1drv.ms/x/c/1a2b/EQxyz?e=abc&download=1",
    ],
    [
      "OneDrive",
      "https://onedrive.live.com/embed?resid=1A%21B&authkey=k",
      "https://onedrive.live.com/download?resid=1A%21B&authkey=k",
    ],
    [
      "OneDrive",
      "https://example-my.sharepoint.com/:x:/g/personal/a_b/Exyz?e=Q&web=1",
      "https://example-my.sharepoint.com/:x:/g/personal/a_b/Exyz?e=Q&download=1",
    ],
    [
      "Google Drive",
      "https://drive.google.com/file/d/1AbC/view?usp=sharing",
      "https://drive.google.com/uc?export=download&id=1AbC",
    ],
  ]) {
    assert.equal(sheetOf(link)?.address, address);
    assert.equal(sheetOf(link)?.service, service);
    assert.match(sheetOf(link)?.question ?? "", /shared with everyone/);
  }
});

test("other addresses stay as they are", () => {
  for (const text of [
    "",
    "raids.csv",
    "https://example.org/raids.csv",
    "https://docs.google.com/document/d/1AbC/edit",
    "https://www.dropbox.com/scl/fo/abc/h?rlkey=k",
    "https://example.sharepoint.com/:f:/s/site/Exyz",
    "https://docs.google.com.example.org/spreadsheets/d/1AbC/edit",
    "https://notdropbox.com/s/abc/a.csv",
    "javascript:alert(1)",
  ]) {
    assert.equal(sheetOf(text), undefined, text);
  }
});
