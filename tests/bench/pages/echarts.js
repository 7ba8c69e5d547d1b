// The map with ECharts: a map in classes, a timeline of bars with a slider. What it does not need is
// left out of the bundle. ECharts does not count, so the counts are a loop over columns of numbers.

import { BarChart, MapChart } from "echarts/charts";
import {
  DataZoomComponent,
  GridComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from "echarts/components";
import { init, registerMap, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { bins, breaks, CLASSES, data, dayOf, drawn, iso } from "./records.js";

use([
  BarChart,
  CanvasRenderer,
  DataZoomComponent,
  GridComponent,
  MapChart,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
]);

const { provinces, records } = await data();
registerMap("provinces", provinces);
const codes = provinces.features.map(({ id }) => id);
const names = provinces.features.map(({ properties }) => properties["name:en"] ?? properties.name);
const numbers = new Map(codes.map((code, number) => [code, number]));
const days = Int32Array.from(records, ({ day }) => day);
const places = Uint8Array.from(records, ({ place }) => numbers.get(place) ?? 255);
const kindNames = [...new Set(records.map(({ kind }) => kind))];
const kindNumbers = new Map(kindNames.map((kind, number) => [kind, number]));
const kinds = Uint8Array.from(records, ({ kind }) => kindNumbers.get(kind));
const people = Float64Array.from(records, ({ people }) => people);

/** What the days from one to another hold, both inside. */
function count(from, to) {
  const byPlace = new Uint32Array(256);
  const byKind = new Uint32Array(kindNames.length);
  const peopleByKind = new Float64Array(kindNames.length);
  const first = [];
  let total = 0;
  for (let number = 0; number < days.length; number++) {
    if (days[number] < from || days[number] > to) continue;
    total += 1;
    byPlace[places[number]] += 1;
    byKind[kinds[number]] += 1;
    peopleByKind[kinds[number]] += people[number];
    if (first.length < 20) first.push(number);
  }
  return { byPlace, byKind, peopleByKind, first, total };
}

const time = bins(records);
const starts = time.counts.map((_, number) => time.first + number * time.width);
const before = count(time.first, time.last);
const ends = breaks(Math.max(1, ...before.byPlace.subarray(0, codes.length)));
const chart = init(document.querySelector("#chart"));
chart.setOption({
  animation: false,
  tooltip: {},
  visualMap: {
    type: "piecewise",
    seriesIndex: 0,
    pieces: [
      { max: 0, color: CLASSES[0] },
      ...ends.map((min, number) => ({
        min,
        max: number + 1 < ends.length ? ends[number + 1] - 1 : undefined,
        color: CLASSES[number + 1],
      })),
    ],
  },
  grid: { top: 540, height: 60, left: 10, right: 10 },
  xAxis: { type: "category", data: starts.map(iso) },
  yAxis: { show: false },
  dataZoom: { type: "slider", top: 620, realtime: true },
  series: [
    {
      type: "map",
      map: "provinces",
      nameProperty: names[0] === provinces.features[0].properties.name ? "name" : "name:en",
      top: 10,
      height: 500,
    },
    { type: "bar", data: time.counts },
  ],
});
let shown = before;
const text = (id, value) => {
  document.querySelector(id).textContent = value;
};

function show(from, to) {
  shown = count(from, to);
  chart.setOption({
    series: [
      { data: names.map((name, number) => ({ name, value: shown.byPlace[number] })) },
      {
        data: time.counts.map((value, number) => ({
          value,
          itemStyle: {
            opacity: starts[number] <= to && starts[number] + time.width > from ? 1 : 0.3,
          },
        })),
      },
    ],
  });
  text("#status", `${iso(from)} to ${iso(to)}: ${shown.total} actions`);
  text(
    "#kinds",
    kindNames
      .map((kind, at) => `${kind}: ${shown.byKind[at]} actions, ${shown.peopleByKind[at]} people`)
      .join("\n"),
  );
  text(
    "#list",
    shown.first
      .map((at) => `${records[at].date} ${records[at].place}: ${records[at].title}`)
      .join("\n"),
  );
}

chart.on("datazoom", () => {
  const { startValue, endValue } = chart.getOption().dataZoom[0];
  show(starts[startValue], starts[endValue] + time.width - 1);
});
show(time.first, time.last);
drawn({
  setRange: (from, to) => show(dayOf(from), dayOf(to)),
  // What the chart has, not what was counted.
  counts: () => {
    const { data } = chart.getOption().series[0];
    return Object.fromEntries(codes.map((code, number) => [code, data[number].value]));
  },
});
