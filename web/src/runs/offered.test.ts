import assert from "node:assert/strict";
import { test } from "node:test";
import type { NotStarted, OpenStep, Pathway } from "../api/names.ts";
import type { Words } from "../words/use_words.ts";
import { continuations, decided_against, may_begin, version_path, type OfferedPathway } from "./offered.ts";
import { open_groups } from "./open_groups.ts";
import { warning_words } from "./warning_words.ts";

const offered = (id: string, used_as: OfferedPathway["used_as"] = "beside"): OfferedPathway => ({ id, title: id, summary: "", used_as, unverified: 0 });
const all = [offered("bti", "shared_log"), offered("fact_ung"), offered("child_welfare"), offered("referral_phbu")];

function run(id: string, more: Partial<Pathway> = {}): Pathway {
  return { run: id, id, title: id, state: "open", started_on: "2026-10-01", ...more };
}
const ended = run("health_assessment", { state: "closed", ended_on: "2026-11-10", continues_in: "child_welfare" });
const decision = (pathway: string, decided_on: string): NotStarted => ({ pathway, title: pathway, decided_on, reason: "other" });

test("those that may go beside and do not run, also when the municipality's own runs", () => {
  const running = [run("bti"), run("fact_ung.own"), run("child_welfare", { state: "closed" })];
  assert.deepEqual(may_begin(all, running).map((one) => one.id), ["child_welfare", "referral_phbu"]);
});

test("an ended pathway points on until somebody begins the next one or decides against it", () => {
  const names = (pathways: Pathway[], decisions: NotStarted[] = []) => continuations(all, pathways, decisions).map((one) => one.next.id);
  assert.deepEqual(names([run("bti"), ended]), ["child_welfare"]);
  assert.deepEqual(names([run("bti"), ended], [decision("child_welfare", "2026-11-01")]), ["child_welfare"], "decided before it ended");
  assert.deepEqual(names([run("bti"), ended], [decision("child_welfare", "2026-11-10")]), []);
  assert.deepEqual(names([run("bti"), ended, run("child_welfare")]), []);
  const over = run("child_welfare", { state: "closed", started_on: "2026-11-11", ended_on: "2026-11-12" });
  assert.deepEqual(names([run("bti"), ended, over]), [], "begun since, and over");
  assert.deepEqual(names([run("bti"), { ...ended, continues_in: "bti" }]), [], "not one that goes beside");
});

test("the newest decision against a pathway, and where a version is", () => {
  const decisions = [decision("fact_ung", "2026-01-02"), decision("fact_ung", "2026-03-02"), decision("bti", "2026-05-02")];
  assert.equal(decided_against(decisions, "fact_ung")?.decided_on, "2026-03-02");
  assert.equal(decided_against(decisions, "agder"), undefined);
  assert.equal(version_path("bti.own", 2), "/v1/pathways/bti.own/versions/2");
});

test("open steps by pathway, in the order they come", () => {
  const step = (id: string, of?: string): OpenStep => ({
    ...(of ? { run: of } : {}),
    pathway_title: of ?? "main",
    step: id,
    title: id,
    overdue: false,
    open_since: "2026-11-01",
    who_title: "",
    is_next: false,
    may_skip: false,
  });
  const groups = open_groups([step("a"), step("b", "x"), step("c", "x"), step("d", "y")]);
  assert.deepEqual(groups.map((one) => [one.title, one.steps.length]), [["main", 1], ["x", 2], ["y", 1]]);
});

test("each warning has its sentence, and one that is not known is still told", () => {
  const t: Words = (key, values) => `${key} ${Object.values(values ?? {}).join(" ")}`.trim();
  assert.equal(warning_words({ text: "overdue", step_title: "Call", days: 3 }, t), "run.warning.overdue Call 3");
  assert.equal(warning_words({ text: "escalated:leader", step_title: "Call", role_title: "Leader" }, t), "run.warning.escalated Call Leader");
  assert.equal(warning_words({ text: "consent_missing", step_title: "Call" }, t), "run.warning.consent_missing Call");
  assert.equal(warning_words({ text: "entry_not_met", say: "A plan." }, t), "run.warning.entry_not_met A plan.");
  assert.equal(warning_words({ text: "exit_not_met", say: "A plan." }, t), "run.warning.exit_not_met A plan.");
  assert.equal(warning_words({ text: "something_new" }, t), "run.warning.other");
});
