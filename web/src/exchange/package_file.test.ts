// Goal: what is chosen becomes what the server reads, whatever wrote it; what cannot be is said.
import assert from "node:assert/strict";
import { test } from "node:test";
import { package_of, text_max, text_of, type ChosenFile } from "./package_file.ts";

function file(name: string, text: string): ChosenFile {
  return { name, bytes: new TextEncoder().encode(text).buffer as ArrayBuffer };
}

test("a JSON file is sent as it is", () => {
  assert.deepEqual(package_of([file("offers.json", '{ "service": [] }')]), { text: '{ "service": [] }' });
});

test("CSV files are sent together, by their names", () => {
  const sent = package_of([file("Services.CSV", "id\n1\n"), file("phones.csv", "id\n")]);
  assert.deepEqual(sent, { text: JSON.stringify({ files: { "services.csv": "id\n1\n", "phones.csv": "id\n" } }) });
});

test("what Norwegian spreadsheets write is read", () => {
  assert.equal(text_of(new Uint8Array([0xd8, 0x79]).buffer), "Øy");
  assert.equal(text_of(new TextEncoder().encode("Øy").buffer as ArrayBuffer), "Øy");
});

test("files of two kinds, several JSON files and none are refused", () => {
  assert.deepEqual(package_of([file("a.json", "{}"), file("b.csv", "id")]), { wrong: "mixed" });
  assert.deepEqual(package_of([file("a.json", "{}"), file("b.json", "{}")]), { wrong: "mixed" });
  assert.deepEqual(package_of([]), { wrong: "mixed" });
});

test("indentation is left out only when it must be; what is still too large is said", () => {
  const spaces = " ".repeat(text_max);
  assert.deepEqual(package_of([file("a.json", `{${spaces}"service": []}`)]), { text: '{"service":[]}' });
  assert.deepEqual(package_of([file("a.json", `"${"x".repeat(text_max)}"`)]), { wrong: "too_large" });
});

test("a picture is no package", () => {
  assert.deepEqual(package_of([{ name: "a.json", bytes: new Uint8Array([0xff, 0, 1]).buffer }]), { wrong: "unreadable" });
});
