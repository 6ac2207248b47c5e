import { test } from "node:test";
import assert from "node:assert/strict";
import { empty_draft, empty_guardian, empty_giver, form_path_of, input_of, step_of_path } from "./log_draft.ts";

function draft_of_two() {
  const draft = empty_draft("unit");
  draft.child = { given_name: " Ada ", family_name: "Li", birth_date: "2015-02-03", identity_number: "" };
  draft.guardians = [empty_guardian(), { ...empty_guardian(), phone: " 90000000 " }];
  draft.guardians_give = [empty_giver(), { ...empty_giver(), said_yes: true, how: "by_phone" }];
  return draft;
}

test("only those who said yes are sent, each with the guardian's place", () => {
  const input = input_of(draft_of_two(), undefined);
  assert.equal(input.consent.givers.length, 1);
  assert.equal(input.consent.givers[0]?.guardian, 1);
  assert.equal(input.consent.givers[0]?.how, "by_phone");
});

test("whether the parents may read is the child's to say, when the child consents", () => {
  const draft = { ...draft_of_two(), guardians_may_see: true };
  assert.ok(!("guardians_may_see" in input_of(draft, undefined).consent));
  draft.child_gives = { ...empty_giver(), said_yes: true, how: "in_person" };
  assert.equal(input_of(draft, undefined).consent.guardians_may_see, true);
});

test("texts are trimmed and empty ones left out", () => {
  const input = input_of(draft_of_two(), "concern");
  assert.equal(input.child.given_name, "Ada");
  assert.ok(!("identity_number" in input.child));
  assert.ok(!("phone" in (input.guardians[0] ?? {})));
  assert.equal(input.guardians[1]?.phone, "90000000");
  assert.equal(input.early_concern, "concern");
  assert.ok(!("next_due_on" in input));
});

test("a fault leads to the step and the field it is on", () => {
  const draft = draft_of_two();
  assert.equal(step_of_path("child.birth_date"), "child");
  assert.equal(step_of_path("guardians[1].phone"), "guardians");
  assert.equal(step_of_path("consent.units"), "consent");
  assert.equal(step_of_path("reason"), "start");
  assert.equal(form_path_of("consent.givers[0].given_on", draft), "consent.guardians_give.1.given_on");
  assert.equal(form_path_of("consent.topics", draft), "consent.topics");
});
