import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName } from "../../www/page-name.js";

test("English and the view of the country are not named", () => {
  assert.equal(fileName("embed", "html", "en"), "embed.html");
  assert.equal(fileName("embed", "html", "en", "country"), "embed.html");
  assert.equal(fileName("embed", "html", "en", "world"), "embed.world.html");
  assert.equal(fileName("embed", "html", "fr"), "embed.fr.html");
  assert.equal(fileName("embed", "html", "fr", "world"), "embed.fr.world.html");
  assert.equal(fileName("map", "png", "km"), "map.km.png");
});
