// Goal: every edit changes what it says and nothing else, ids are new and allowed, and what names a renamed part follows.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { at, form_path, missing_languages, nearest, part_at, part_at_spot, parts_of, read_definition, text_of, type Definition, type Step } from "./definition.ts";
import { fresh_id, id_pattern, insert, leads_to, move, moved_path, new_answer, new_stage, new_step, new_track, put, rename, take_out } from "./definition_edit.ts";

const bti_text = readFileSync(new URL("../../../content/pathways/bti/pathway.json", import.meta.url), "utf8");
const bti = read_definition(bti_text) as Definition;

function with_tracks(): Definition {
  const step = { ...new_step(bti, "Se på alt samtidig"), tracks: [new_track(bti, "Hjemme", "Se på hjemmet"), new_track(bti, "Skolen", "Se på skolen")] };
  return insert(bti, ["stages", 1, "steps"], 2, step);
}

test("a national file is read and written back with all that stands in it", () => {
  assert.deepEqual(JSON.parse(text_of(bti)), JSON.parse(bti_text));
});

test("what has not the bones of a definition cannot be shown", () => {
  for (const text of ["", "[]", "{}", '{"stages": [{}]}', '{"stages": [{"id": "a", "steps": [{"what": 1}]}]}']) assert.equal(read_definition(text), null, text);
});

test("a value is put, a member is taken away, and all else is the same object", () => {
  const path = ["stages", 0, "steps", 1, "title", "nb"];
  const after = put(bti, path, "Undre deg");
  assert.equal(at(after, path), "Undre deg");
  assert.notEqual(at(bti, path), "Undre deg");
  assert.equal(after.stages[1], bti.stages[1]);
  const without = take_out(after, ["stages", 0, "steps", 1, "due"]);
  assert.ok(!("due" in (at(without, ["stages", 0, "steps", 1]) as object)));
  assert.deepEqual(put(bti, ["start", "criteria"], []).start, { criteria: [] });
});

test("rows go up and down, and no further than the ends", () => {
  const first = ["stages", 0, "steps", 0];
  assert.equal(move(bti, first, "up"), bti);
  const moved = move(bti, first, "down");
  assert.deepEqual(moved_path(bti, first, "down"), ["stages", 0, "steps", 1]);
  assert.equal((at(moved, ["stages", 0, "steps", 1]) as Step).id, (at(bti, first) as Step).id);
  assert.deepEqual(move(moved, ["stages", 0, "steps", 1], "up"), bti);
});

test("an id comes from the bokmål title, is allowed, and is nobody else's", () => {
  const cases: [string, string[], string][] = [
    ["Møte med PHBU", [], "mote_med_phbu"],
    ["Møte med PHBU", ["mote_med_phbu"], "mote_med_phbu_2"],
    ["Møte med PHBU", ["mote_med_phbu", "mote_med_phbu_2"], "mote_med_phbu_3"],
    ["3. samtale", [], "samtale"],
    ["Åpne dører – nå!", [], "apne_dorer_na"],
    ["???", [], "new"],
    ["Et veldig langt navn som aldri tar slutt før etter to linjer", [], "et_veldig_langt_navn_som_aldri_tar_slutt"],
  ];
  for (const [title, taken, id] of cases) {
    assert.equal(fresh_id(title, taken), id);
    assert.match(fresh_id(title, taken), id_pattern);
  }
  assert.equal(new_step(bti, "Wonder").id, "wonder_2");
});

test("new parts can stand: a stage ends with a decision, a track has a step, an answer leads somewhere", () => {
  const stage = new_stage(bti, "Etterpå", "Bestem hva som skjer");
  assert.equal(stage.steps.at(-1)?.kind, "decision");
  const step = stage.steps[0] as Step;
  assert.deepEqual(new_answer(step, "Ferdig", false), { answer: "ferdig", label: { nb: "Ferdig", nn: "", en: "" }, leads: "end" });
  assert.equal(new_answer(step, "Ferdig", true).leads, "track_end");
  assert.deepEqual(missing_languages(stage.title), ["nn", "en"]);
});

test("what names a renamed part follows it", () => {
  const at_level_1 = parts_of(bti).find((part) => part.where === "level_1");
  assert.ok(at_level_1);
  const after = rename(bti, at_level_1.path, "own_measures");
  const leads = parts_of(after).filter((part) => part.kind === "answer").map((part) => at(after, part.path) as { to?: string });
  assert.ok(leads.some((answer) => answer.to === "own_measures"));
  assert.ok(!leads.some((answer) => answer.to === "level_1"));
  const flag = rename(bti, ["flags", 0], "danger");
  assert.ok(!text_of(flag).includes("suspicion_of_violence"));
  assert.equal(rename(bti, ["stages", 0], "level_0"), bti);
});

test("a finding and a difference are shown at their part, or at the one around it", () => {
  const definition = with_tracks();
  const parts = parts_of(definition);
  const path_of = (kind: string, id: string) => parts.find((part) => part.kind === kind && part.id === id)?.path.join("/") ?? "nowhere";
  const cases: [string, string][] = [
    ["level_1.define", path_of("step", "define")],
    ["level_1.se_pa_alt_samtidig.hjemme.se_pa_hjemmet", "stages/1/steps/2/tracks/0/steps/0"],
    ["level_0.choose_way.own_measures", path_of("answer", "own_measures")],
    ["level_0.entry", path_of("stage", "level_0")],
    ["suspicion_of_violence", path_of("flag", "suspicion_of_violence")],
    ["line 3, column 4", ""],
  ];
  for (const [where, path] of cases) assert.equal(part_at(parts, where)?.path.join("/"), path, where);
  const answer = part_at(parts, "level_0.choose_way.own_measures");
  assert.ok(answer);
  assert.equal(form_path(answer).join("/"), path_of("step", "choose_way"));
  assert.equal(part_at_spot(parts, { path: "stages/level_0/steps/wonder/what", stage: "level_0", step: "wonder" })?.id, "wonder");
  assert.equal(part_at_spot(parts, { path: "flags/suspicion_of_violence", stage: "", step: "" })?.kind, "flag");
  assert.equal(part_at_spot(parts, { path: "title", stage: "", step: "" })?.kind, "about");
});

test("a part that is gone is looked for around its place", () => {
  assert.deepEqual(nearest(bti, ["stages", 0, "steps", 99]), ["stages", 0]);
  assert.deepEqual(nearest(bti, ["stages", 99]), []);
  assert.deepEqual(nearest(bti, ["stages", 0, "steps", 1]), ["stages", 0, "steps", 1]);
});

test("who leads to a part is known before it goes", () => {
  const level_2 = parts_of(bti).find((part) => part.where === "level_2");
  assert.ok(level_2);
  assert.ok(leads_to(bti, level_2.path).some((step) => step.id === "choose_way"));
});
