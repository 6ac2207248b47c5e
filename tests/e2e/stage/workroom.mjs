// The room where a municipality makes a pathway its own, as a coordinator uses it; and the same without the browser,
// for journeys that are about something else.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./packages.mjs";

export const national = JSON.parse(readFileSync(join(root, "content/pathways/fact_ung/pathway.json"), "utf8"));
export const own_title = "Bli kjent der den unge vil være";

export async function open_workroom(bti, title) {
  await bti.follow(bti.t("nav.pathways"), bti.page.getByRole("navigation", { name: bti.t("nav.label") }));
  await bti.heading(bti.t("adapt.list.title")).waitFor();
  await bti.page.getByRole("article", { name: title }).getByRole("button", { name: bti.t("adapt.list.adapt") }).click();
  await bti.heading(title).waitFor();
}

export const map = (bti) => bti.page.locator(".sv-dmap");
export const form = (bti) => bti.page.locator(".sv-edit-form");
export const strip = (bti) => bti.page.locator(".sv-check");

/// Chooses a step on the map; its stage is unfolded when it is not.
export async function choose_step(bti, stage_title, title) {
  const toggle = map(bti).locator(".sv-dmap__station").filter({ hasText: stage_title }).locator(".sv-dmap__toggle");
  if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
  await map(bti).getByRole("button", { name: new RegExp(`^${title.replace("?", "\\?")} ?,`) }).click();
  await form(bti).getByRole("heading", { level: 2, name: title }).waitFor();
}

export const tab = (bti, word) => bti.page.getByRole("navigation", { name: bti.t("adapt.tab.label") }).getByRole("link", { name: bti.t(word) }).click();

export async function is_sound(bti) {
  await strip(bti).getByText(bti.t("adapt.check.sound")).waitFor();
}

export const step_in = (definition, id) => definition.stages.flatMap((one) => one.steps).find((step) => step.id === id);
export const titled = (definition, id) => step_in(definition, id).title.nb;

/// Publishes a change without the browser: change(definition, scenarios).
export async function publish_change(bti, change, note, pathway = "fact_ung") {
  const draft = await (await bti.ask("POST", "/v1/pathway-drafts", { pathway })).json();
  const [definition, scenarios] = [JSON.parse(draft.definition), JSON.parse(draft.scenarios)];
  change(definition, scenarios);
  const saved = await bti.ask("PUT", `/v1/pathway-drafts/${pathway}`, {
    version: draft.version,
    definition: JSON.stringify(definition),
    scenarios: JSON.stringify(scenarios),
  });
  assert.ok(saved.ok(), await saved.text());
  const { version } = await saved.json();
  const done = await bti.ask("POST", `/v1/pathway-drafts/${pathway}/publish`, { version, note });
  assert.ok(done.ok(), await done.text());
}
