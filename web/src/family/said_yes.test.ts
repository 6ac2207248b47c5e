import { test } from "node:test";
import assert from "node:assert/strict";
import { who_said_yes } from "./said_yes.ts";

const by = (who: "child" | "guardian", state: "in_force" | "ended" | "withdrawn" = "in_force") => ({ who, state });

test("who has not consented is told who has", () => {
  assert.equal(who_said_yes({ i_am: "child", consents: [by("guardian"), by("guardian")] }), "family.consent_by_adults");
  assert.equal(who_said_yes({ i_am: "guardian", consents: [by("child")] }), "family.consent_by_child");
  assert.equal(who_said_yes({ i_am: "guardian", consents: [by("guardian")] }), "family.consent_by_others");
});

test("a consent that has ended is no yes", () => {
  assert.equal(who_said_yes({ i_am: "child", consents: [by("guardian", "withdrawn"), by("guardian", "ended")] }), "consent.none");
  assert.equal(who_said_yes({ i_am: "guardian", consents: [by("child", "withdrawn")] }), "consent.none");
  assert.equal(who_said_yes({ i_am: "guardian", consents: [by("child", "ended"), by("guardian")] }), "family.consent_by_others");
});
