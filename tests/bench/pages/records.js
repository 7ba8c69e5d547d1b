// What the peers need to know of the data: as their authors would write it by hand.

import { csvParse } from "d3-dsv";

/** The days since 1970 of an ISO date, or of the first one in an EDTF date. */
export const dayOf = (text) => {
  const [found] = text?.match(/\d{4}(-\d\d){0,2}/) ?? ["1970"];
  return Date.parse(found) / 86_400_000;
};

const row = (row) => ({ ...row, day: dayOf(row.date), people: Number(row.people) || 0 });

/** The provinces and the records that the page's address asks for: those of the map, or a sheet. */
export async function data() {
  const rows = new URLSearchParams(location.search).get("rows");
  const get = (address) => fetch(address);
  const [provinces, records] = await Promise.all([
    get("../data/provinces.geojson").then((answer) => answer.json()),
    rows
      ? get(`../data/${rows}.csv`).then((answer) => answer.text())
      : get("../data/actions.geojson").then((answer) => answer.json()),
  ]);
  return {
    provinces,
    records: rows
      ? csvParse(records, row)
      : records.features.map(({ id, properties }) => row({ id, ...properties })),
  };
}

/** The classes of the map: five at most. */
export const CLASSES = ["#eee8dc", "#f3d3a8", "#e5a15c", "#c96a2c", "#97400f", "#5e2206"];

/** The lower ends of the classes, by a fifth of the largest count each. */
export function breaks(largest) {
  const step = Math.max(1, Math.ceil(largest / 5));
  return [1, ...[1, 2, 3, 4].map((number) => number * step + 1)];
}

/** Bars, by weeks, months or so: at most sixty. */
export function bins(records) {
  let first = Infinity;
  let last = -Infinity;
  for (const { day } of records) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  const width = Math.max(1, Math.ceil((last - first + 1) / 60));
  const counts = new Array(Math.floor((last - first) / width) + 1).fill(0);
  for (const { day } of records) counts[Math.floor((day - first) / width)] += 1;
  return { first, last, width, counts };
}

/** Tells the measurement that the map is drawn and reacts. */
export function drawn(bench) {
  globalThis.bench = bench;
  performance.mark("map-drawn");
}

export const iso = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);
