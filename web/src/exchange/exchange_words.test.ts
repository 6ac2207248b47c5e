// Goal: values are told in words that somebody who keeps offers can compare.
import assert from "node:assert/strict";
import { test } from "node:test";
import { value_word } from "./exchange_words.ts";

test("a text is told in one's language, else in bokmål, else as there is", () => {
  assert.equal(value_word('{"nb":"a","en":"b"}', "en"), "b");
  assert.equal(value_word('{"nb":"a","en":"b"}', "nn"), "a");
  assert.equal(value_word('{"se":"c"}', "nn"), "c");
});

test("lists and parts are told one after another", () => {
  assert.equal(value_word('["sleep","anxiety"]', "nb"), "sleep; anxiety");
  assert.equal(value_word('{"min":6,"max":16}', "nb"), "min: 6, max: 16");
  assert.equal(value_word('[{"kind":"phone","value":"116 111","label":{"nb":"Ring"}}]', "nb"), "kind: phone, value: 116 111, label: Ring");
});

test("what is not set is nothing, and what cannot be read stands as it is", () => {
  assert.equal(value_word("", "nb"), "");
  assert.equal(value_word("true", "nb"), "true");
  assert.equal(value_word("{", "nb"), "{");
});
