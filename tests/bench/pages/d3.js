// The map by hand with D3 and crossfilter: provinces in classes, a timeline of bars with a brush, the
// numbers by kind, and the first twenty records in range.

import crossfilter from "crossfilter2";
import { axisBottom } from "d3-axis";
import { brushX } from "d3-brush";
import { geoIdentity, geoPath } from "d3-geo";
import { scaleLinear, scaleThreshold } from "d3-scale";
import { select } from "d3-selection";
import { bins, breaks, CLASSES, data, dayOf, drawn, iso } from "./records.js";

const WIDTH = 600;
const HEIGHT = 510;

const { provinces, records } = await data();

const all = crossfilter(records);
const byDay = all.dimension((record) => record.day);
const byPlace = all.dimension((record) => record.place ?? "");
const byKind = all.dimension((record) => record.kind);
const placeCounts = byPlace.group();
const kindCounts = byKind.group();
const kindPeople = byKind.group().reduceSum((record) => record.people);
const total = all.groupAll();

const largest = Math.max(
  1,
  ...placeCounts
    .all()
    .filter(({ key }) => /\d/.test(key))
    .map(({ value }) => value),
);
const colour = scaleThreshold(breaks(largest), CLASSES);
const name = (feature) => feature.properties["name:en"] ?? feature.properties.name;

// Latitudes as they are: the projection is that of the eye for a country near the equator.
const path = geoPath(geoIdentity().reflectY(true).fitSize([WIDTH, HEIGHT], provinces));
const shapes = select("#map")
  .selectAll("path")
  .data(provinces.features)
  .join("path")
  .attr("d", path)
  .attr("data-code", (feature) => feature.id)
  .attr("tabindex", 0)
  .on("click", (_, feature) => {
    select("#chosen").text(`${name(feature)}: ${counts().get(feature.id) ?? 0} actions`);
  });
shapes.append("title");

select("#legend")
  .selectAll("li")
  .data(CLASSES)
  .join("li")
  .style("border-left", (fill) => `1em solid ${fill}`)
  .text((fill) => `from ${colour.invertExtent(fill)[0] ?? 0}`);

const time = bins(records);
const x = scaleLinear([time.first, time.last + 1], [0, WIDTH]);
const y = scaleLinear([0, Math.max(...time.counts)], [0, 60]);
const bars = select("#bars")
  .selectAll("rect")
  .data(time.counts)
  .join("rect")
  .attr("x", (_, number) => x(time.first + number * time.width))
  .attr("width", Math.max(1, x(time.first + time.width) - 1))
  .attr("y", (count) => 60 - y(count))
  .attr("height", y);
select("#axis").call(axisBottom(x).ticks(4).tickFormat(iso));
const brush = brushX()
  .extent([
    [0, 0],
    [WIDTH, 60],
  ])
  .on("brush end", ({ selection, sourceEvent }) => {
    if (sourceEvent)
      show(...(selection?.map((at) => Math.round(x.invert(at))) ?? [time.first, time.last]));
  });
select("#brush").call(brush);

function counts() {
  return new Map(placeCounts.all().map(({ key, value }) => [key, value]));
}

/** Shows the days from one to another, both inside. */
function show(from, to) {
  byDay.filterRange([from, to + 1]);
  const found = counts();
  const count = (feature) => found.get(feature.id) ?? 0;
  shapes
    .attr("fill", (feature) => colour(count(feature)))
    .attr("data-count", count)
    .attr("aria-label", (feature) => `${name(feature)}: ${count(feature)} actions`)
    .select("title")
    .text((feature) => `${name(feature)}: ${count(feature)} actions`);
  bars.classed("in", (_, number) => {
    const begin = time.first + number * time.width;
    return begin <= to && begin + time.width > from;
  });
  const people = new Map(kindPeople.all().map(({ key, value }) => [key, value]));
  select("#status").text(`${iso(from)} to ${iso(to)}: ${total.value()} actions`);
  select("#kinds")
    .selectAll("li")
    .data(kindCounts.all())
    .join("li")
    .text(({ key, value }) => `${key}: ${value} actions, ${people.get(key)} people`);
  select("#list")
    .selectAll("li")
    .data(byDay.top(20))
    .join("li")
    .text(({ date, place, title }) => `${date} ${place}: ${title}`);
}

show(time.first, time.last);
drawn({
  setRange: (from, to) => show(dayOf(from), dayOf(to)),
  counts: () =>
    Object.fromEntries(shapes.nodes().map(({ dataset }) => [dataset.code, Number(dataset.count)])),
});
