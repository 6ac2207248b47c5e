// Goal: a line and column of the checker's reader lead to the part they are in.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { at, text_of } from "./definition.ts";
import { path_in_text } from "./path_in_text.ts";

const text = text_of(JSON.parse(readFileSync(new URL("../../../content/pathways/bti/pathway.json", import.meta.url), "utf8")));

/// Line and column of the first place where `part` stands.
function place_of(part: string): [number, number] {
  const before = text.slice(0, text.indexOf(part));
  return [before.split("\n").length, before.length - before.lastIndexOf("\n")];
}

test("a text is found where it begins, where it ends and in between", () => {
  const wanted = ["stages", 0, "steps", 1, "title", "nn"];
  const said = JSON.stringify(at(JSON.parse(text), wanted));
  const [line, column] = place_of(said);
  for (const more of [0, 5, said.length - 1]) {
    assert.deepEqual(path_in_text(text, line, column + more), wanted);
  }
});

test("every value of a national file is found by its line", () => {
  const lines = text.split("\n");
  lines.forEach((one, number) => {
    const said = /^\s*"(\w+)": ("(?:[^"\\]|\\.)*"|\d+),?$/.exec(one);
    if (!said) return;
    const path = path_in_text(text, number + 1, one.indexOf(": ") + 3);
    assert.equal(JSON.stringify(at(JSON.parse(text), path)), said[2], `line ${number + 1}`);
  });
});

test("an object is found at its opening and its closing", () => {
  const value = '{\n  "stages": [\n    {\n      "id": "one"\n    },\n    {\n      "id": "two"\n    }\n  ]\n}\n';
  assert.deepEqual(path_in_text(value, 6, 5), ["stages", 1]);
  assert.deepEqual(path_in_text(value, 8, 5), ["stages", 1]);
  assert.deepEqual(path_in_text(value, 9, 3), ["stages"]);
});

test("broken and empty texts give what is known", () => {
  assert.deepEqual(path_in_text("", 1, 1), []);
  assert.deepEqual(path_in_text('{ "stages": [ { "id": "o', 1, 23), ["stages", 0, "id"]);
  assert.deepEqual(path_in_text("{}", 99, 99), []);
});
