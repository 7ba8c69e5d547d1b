import assert from "node:assert/strict";
import { test } from "node:test";
import {
  choose,
  chosenData,
  given,
  isOwn,
  on,
  set,
  state,
  undo,
  undone,
} from "../../../www/builder/state.js";

/** @type {string[]} */
const told = [];
on("data", () => told.push("data"));
on("settings", () => told.push("settings"));
const [first, second] = ["first.csv", "second.csv"].map((name) => ({ file: new File([], name) }));

test("without data of one's own, there are those that come with the map", () => {
  assert.equal(isOwn(), false);
  assert.deepEqual(chosenData(), []);
});

test("what is chosen is told, and can be taken back", () => {
  choose({ actions: first });
  choose({ actions: second });
  assert.deepEqual(chosenData(), [["actions", second]]);
  assert.equal(undone("actions"), first);
  undo("actions");
  assert.equal(state.data.actions, first);
  undo("actions");
  assert.equal(state.data.actions, second);
  assert.deepEqual(told.splice(0), ["data", "data", "data", "data"]);
});

test("the map has no records but the editor's", () => {
  assert.deepEqual(given(), { provinces: null, actions: second.file, flows: "" });
});

test("a layer is removed by choosing nothing for it; others stay", () => {
  choose({ flows: first });
  choose({ actions: undefined });
  assert.deepEqual(chosenData(), [["flows", first]]);
});

test("settings are told", () => {
  told.length = 0;
  set("lang", "fr");
  assert.equal(state.settings.lang, "fr");
  assert.deepEqual(told, ["settings"]);
});
