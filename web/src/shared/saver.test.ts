// Goal: what a person writes is stored once and in order, is kept when it cannot be stored, and never goes over
// what somebody else wrote.
import { test } from "node:test";
import assert from "node:assert/strict";
import { Problem } from "../api/client.ts";
import { Saver, type Stored } from "./saver.ts";

interface Edit {
  facts: string;
  label: string;
}

const begun: Stored<Edit> = { edit: { facts: "", label: "Pause" }, version: 1 };

/// A server that keeps one thing and answers when it is told to.
function server() {
  const state = { now: begun, sent: [] as Stored<Edit>[], fails: undefined as Problem | undefined };
  const save = async (edit: Edit, version: number): Promise<Stored<Edit>> => {
    state.sent.push({ edit, version });
    await Promise.resolve();
    if (state.fails) throw state.fails;
    if (version !== state.now.version) throw new Problem(409, { code: "edit_conflict", current: state.now });
    state.now = { edit: { ...edit, facts: edit.facts.trim() }, version: version + 1 };
    return state.now;
  };
  const saver = new Saver<Edit, Stored<Edit>>(begun, { save, read: (entity) => entity, on_saved: () => {} });
  return { state, saver };
}

test("two who ask for the same to be stored send it once, and learn the stored version", async () => {
  const { state, saver } = server();
  saver.change({ facts: "Alone." });
  const [one, other] = await Promise.all([saver.store(), saver.store(), saver.flush()]);
  assert.equal(state.sent.length, 1);
  assert.deepEqual(one, { edit: { facts: "Alone.", label: "Pause" }, version: 2 });
  assert.deepEqual(other, one);
});

test("what is typed while it is being stored is stored too, before anybody is told that all is stored", async () => {
  const { state, saver } = server();
  saver.change({ facts: "Alone." });
  const stored = saver.store();
  saver.change({ facts: "Alone. Again." });
  assert.equal((await stored).version, 3);
  assert.equal(state.now.edit.facts, "Alone. Again.");
});

test("what is refused stays, and whoever waited for it is told why", async () => {
  const { state, saver } = server();
  state.fails = new Problem(409, { code: "concern_ended" });
  saver.change({ facts: "Alone." });
  await assert.rejects(saver.store(), { code: "concern_ended" });
  assert.equal(saver.standing, "refused");
  assert.equal(saver.mine.facts, "Alone.");
  assert.ok(saver.unsaved);
});

test("a new version with the same words goes under what is typed; other words are a conflict", async () => {
  const { state, saver } = server();
  saver.change({ facts: "Alone. " });
  await saver.flush();
  saver.change({ facts: "Alone. Again." });
  // A step was done; the server had trimmed the text.
  state.now = { ...state.now, version: 3 };
  saver.take(state.now);
  assert.equal(saver.conflict, undefined);
  await saver.flush();
  assert.equal(state.now.version, 4);

  saver.change({ facts: "Alone. Again. Mine." });
  state.now = { edit: { facts: "Theirs.", label: "Pause" }, version: 5 };
  saver.take(state.now);
  assert.equal(saver.standing, "conflict");
  assert.equal(await saver.flush(), false);
  assert.equal(state.now.edit.facts, "Theirs.");
  saver.resolve({ facts: "Theirs. Mine.", label: "Pause" });
  assert.equal((await saver.store()).version, 6);
});

test("nothing typed: what came anew is shown", () => {
  const { saver } = server();
  saver.take({ edit: { facts: "New.", label: "Pause" }, version: 2 });
  assert.equal(saver.mine.facts, "New.");
  assert.ok(!saver.unsaved);
});

test("what is forgotten is never sent", async () => {
  const { state, saver } = server();
  saver.change({ facts: "Alone." });
  saver.forget();
  assert.ok(await saver.flush());
  assert.equal(state.sent.length, 0);
});
