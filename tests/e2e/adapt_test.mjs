// Goal: a municipality makes a national pathway its own, in forms, with the checker beside it; children begin on what
// was published, go all the way to its end, and go on in a newer version only when people decide that; a newer
// national version is taken in without losing what is the municipality's own.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./stage/packages.mjs";
import { stage } from "./stage/stage.mjs";
import { day } from "./stage/words.mjs";

const journey = stage();
const national = JSON.parse(readFileSync(join(root, "content/pathways/fact_ung/pathway.json"), "utf8"));
const step_of = (id) => step_in(national, id);
const own_title = "Bli kjent der den unge vil være";

// --- What the coordinator does

async function open_workroom(bti, title) {
  await bti.follow(bti.t("nav.pathways"), bti.page.getByRole("navigation", { name: bti.t("nav.label") }));
  await bti.heading(bti.t("adapt.list.title")).waitFor();
  await bti.page.getByRole("article", { name: title }).getByRole("button", { name: bti.t("adapt.list.adapt") }).click();
  await bti.heading(title).waitFor();
}

const map = (bti) => bti.page.locator(".sv-dmap");
const form = (bti) => bti.page.locator(".sv-edit-form");
const strip = (bti) => bti.page.locator(".sv-check");

/// Chooses a step on the map; its stage is unfolded when it is not.
async function choose_step(bti, stage_title, title) {
  const toggle = map(bti).locator(".sv-dmap__station").filter({ hasText: stage_title }).locator(".sv-dmap__toggle");
  if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
  await map(bti).getByRole("button", { name: new RegExp(`^${title.replace("?", "\\?")} ?,`) }).click();
  await form(bti).getByRole("heading", { level: 2, name: title }).waitFor();
}

const tab = (bti, word) => bti.page.getByRole("navigation", { name: bti.t("adapt.tab.label") }).getByRole("link", { name: bti.t(word) }).click();

async function is_sound(bti) {
  await strip(bti).getByText(bti.t("adapt.check.sound")).waitFor();
}

journey("a national pathway is made one's own: changed, checked, tried and published", async ({ log_in }) => {
  const bti = await log_in("bti");
  await open_workroom(bti, national.title.nb);
  await is_sound(bti);
  await bti.look_over("the workroom");

  // A title in three languages. A fault is seen as one types, at the part and above all.
  const step = step_of("get_to_know");
  await choose_step(bti, "Oppsøke og bli kjent", step.title.nb);
  await bti.look_over("a step in the workroom");
  await bti.press(bti.t("adapt.all_languages"), form(bti));
  const titles = form(bti).getByRole("group", { name: bti.t("adapt.field.title"), exact: true });
  await titles.getByRole("textbox").first().fill("");
  await strip(bti).getByText(bti.t("adapt.check.faults", { count: 1 })).waitFor();
  await bti.sees(bti.t("adapt.fault.translation_missing"), form(bti));
  await bti.look_over("a fault in the workroom");
  await bti.press(bti.t("adapt.publish.open"));
  const not_yet = bti.window(bti.t("adapt.publish.not_yet"));
  await bti.sees(step.title.nn, not_yet);
  await bti.look_over("not to be published yet");
  await bti.press(bti.t("adapt.publish.go_back"), not_yet);
  const [nb, nn, en] = await titles.getByRole("textbox").all();
  await nb.fill(own_title);
  await nn.fill("Bli kjende der den unge vil vere");
  await en.fill("Get to know each other where the young person wants to be");
  await is_sound(bti);

  // A step is taken away where the road needs it; undone.
  await choose_step(bti, "Oppsøke og bli kjent", step_of("leave_door_open").title.nb);
  await bti.page.getByRole("button", { name: `${bti.t("adapt.remove")}: ${step_of("leave_door_open").title.nb}` }).click();
  await bti.sees(/ting må rettes før utkastet kan publiseres/, strip(bti));
  await strip(bti).locator("summary").first().click();
  await bti.look_over("what must be mended");
  await bti.page.getByRole("button", { name: new RegExp(`^${bti.t("adapt.undo")}`) }).click();
  await is_sound(bti);

  // A deadline of the municipality's own changes what two situations must come to.
  await choose_step(bti, "Oppsøke og bli kjent", own_title);
  await form(bti).locator("summary", { hasText: bti.t("adapt.section.due") }).first().click();
  await bti.choose(bti.t("adapt.field.due"), bti.t("adapt.due.counted", { from: bti.t("adapt.from.step_open") }), form(bti));
  const due = form(bti).getByRole("group", { name: bti.t("adapt.field.due"), exact: true });
  await bti.write(bti.t("adapt.due.count"), "3", due);
  await strip(bti).getByText(bti.t("adapt.check.scenarios", { count: 2 })).waitFor();
  await bti.look_over("a deadline in the workroom");
  await bti.follow(bti.t("adapt.check.see_scenarios"), strip(bti));
  await bti.page.getByRole("button", { name: bti.t("adapt.scenarios.only_wrong", { count: 2 }) }).click();
  await bti.look_over("situations that do not hold");

  // One that does not hold is looked at in the imagined case, then it is told what is right now.
  const met = "Den unge er møtt: nå blir de kjent";
  await bti.press(`${bti.t("adapt.scenarios.try")}: ${met}`);
  await bti.sees(own_title, bti.page.getByRole("region", { name: bti.t("adapt.try.open", { count: 1 }) }));
  await bti.look_over("a situation as an imagined case");
  await bti.page.getByRole("link", { name: bti.t("adapt.try.scenarios") }).click();
  for (const [situation, due_on] of [
    [met, "2026-09-25"],
    ["Den unge trenger mer tid før svaret", "2026-10-12"],
  ]) {
    await bti.press(`${bti.t("action.change")}: ${situation}`);
    const scenario = bti.window(bti.t("adapt.scenarios.change"));
    await bti.write(bti.t("adapt.scenarios.due"), due_on, scenario);
    await bti.look_over("changing a situation");
    await bti.press(bti.t("adapt.scenarios.keep"), scenario);
    await scenario.waitFor({ state: "hidden" });
  }
  await is_sound(bti);

  await tab(bti, "adapt.tab.differences");
  await bti.sees(bti.t("adapt.differences.count", { count: 2 }));
  await bti.sees(step.title.nb);
  await bti.look_over("differences from the national version");

  // An imagined child: the first steps are done, the days go, and the deadline passes.
  await tab(bti, "adapt.tab.try");
  await bti.page.getByRole("link", { name: bti.t("adapt.try.case") }).click();
  await bti.press(bti.t("adapt.try.anew"));
  await bti.press("Ta kontakt med den unge");
  await bti.press(bti.t("adapt.try.week_on"));
  await bti.press("Vi har møtt den unge");
  const open = bti.page.getByRole("region", { name: bti.t("adapt.try.open", { count: 1 }) });
  await bti.sees(own_title, open);
  const slider = bti.page.getByRole("slider", { name: bti.t("adapt.try.slider") });
  await slider.focus();
  for (let days = 0; days < 22; ++days) await bti.page.keyboard.press("ArrowRight");
  assert.equal(await slider.inputValue(), "29");
  await open.locator(".sv-tag--late").waitFor();
  await bti.sees(bti.t("adapt.warning.overdue"));
  await bti.look_over("an imagined child, late");
  await slider.fill("0");
  await bti.sees(bti.t("adapt.try.past"));
  await bti.press(bti.t("adapt.try.to_last"));
  await bti.press(bti.t("step.done"), open);
  await bti.press("Nei, ikke nå", open);
  await bti.page.getByRole("button", { name: /^Avslutt:/ }).click();
  await bti.sees(bti.t("adapt.try.ended"));
  await bti.look_over("an imagined child at the end");
  await bti.press(bti.t("adapt.try.save"));
  const kept = bti.window(bti.t("adapt.scenarios.add"));
  await bti.write(bti.t("adapt.scenarios.situation"), "De ble kjent der den unge ville være, og hun ville ikke nå", kept);
  await bti.look_over("keeping a situation");
  await bti.press(bti.t("adapt.scenarios.keep"), kept);
  await bti.sees(bti.t("adapt.scenarios.title", { count: 55 }));
  await is_sound(bti);

  await bti.press(bti.t("adapt.publish.open"));
  const publish = bti.window(bti.t("adapt.publish.title"));
  await bti.press(bti.t("adapt.publish.do"), publish);
  await publish.getByRole("alert").waitFor();
  await bti.look_over("publishing, without a note");
  await bti.write(bti.t("adapt.publish.note"), "Vi møter de unge der de vil være, og innen tre uker.", publish);
  await bti.press(bti.t("adapt.publish.do"), publish);
  await bti.is_told("adapt.publish.done");
  await bti.heading(bti.t("adapt.list.title")).waitFor();
  const card = bti.page.getByRole("article", { name: national.title.nb });
  await bti.sees(bti.t("adapt.list.own_in_use"), card);
  await bti.sees("Vi møter de unge der de vil være, og innen tre uker.", card);
  await bti.look_over("the pathways, one of our own");
});

journey("a leader looks at a pathway and begins to adapt it, at 390 px, and throws the draft away", async ({ log_in }) => {
  const leader = await log_in("leder", { width: 390 });
  await leader.go("/app/pathways");
  const card = leader.page.getByRole("article", { name: "Agdermodellen" });
  await card.getByRole("link", { name: leader.t("adapt.list.look") }).click();
  await leader.heading("Agdermodellen").waitFor();
  await leader.look_over("a pathway to read");
  await map(leader).getByRole("button", { name: "Mild: lavterskeltjenesten hjelper", exact: true }).first().click();
  await leader.page.waitForFunction(() => document.activeElement?.textContent === "Mild: lavterskeltjenesten hjelper");
  await leader.look_over("a part of a pathway to read");
  await leader.press(leader.t("adapt.to_map"));
  await leader.page.waitForFunction(() => document.activeElement?.getAttribute("aria-current") === "true");
  await leader.press(leader.t("adapt.list.adapt"));
  await is_sound(leader);
  await leader.look_over("the workroom");
  await choose_step(leader, "Finne ut hva det gjelder", "Snakk med barnet og foreldrene");
  await leader.look_over("a step in the workroom");
  await leader.press(leader.t("adapt.to_map"));
  await tab(leader, "adapt.tab.try");
  await leader.sees(leader.t("adapt.try.begin"));
  await leader.sees(leader.t("adapt.try.open", { count: 1 }));
  await leader.look_over("an imagined child");
  await leader.press(leader.t("adapt.discard.open"));
  const discard = leader.window(leader.t("adapt.discard.title"));
  await leader.pick(leader.t("adapt.discard.sure"), discard);
  await leader.press(leader.t("adapt.discard.do"), discard);
  await leader.is_told("adapt.discard.done");
  await leader.sees(leader.t("adapt.discard.gone"));
});

// --- What the municipality has, whoever made it

const step_in = (definition, id) => definition.stages.flatMap((one) => one.steps).find((step) => step.id === id);
const titled = (definition, id) => step_in(definition, id).title.nb;

/// Publishes a change without the browser: change(definition, scenarios).
async function publish_change(bti, change, note, pathway = "fact_ung") {
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

/// The municipality's own version that is in use; made when the journey above has not made one.
async function own_version(log_in) {
  const bti = await log_in("bti");
  const row = async () => (await (await bti.ask("GET", "/v1/pathways")).json()).pathways.find((one) => one.id === "fact_ung");
  if (!(await row()).own) {
    await publish_change(
      bti,
      (definition, scenarios) => {
        const step = step_in(definition, "get_to_know");
        step.title.nb = own_title;
        step.due = { unit: "weeks", from: "step_open", count: 3 };
        scenarios.scenarios = scenarios.scenarios.filter((one) => one.expect.next !== step.id);
      },
      "Vi møter de unge der de vil være.",
    );
  }
  const { id, version } = (await row()).in_use;
  const texts = await (await bti.ask("GET", `/v1/pathways/${id}/versions/${version}`)).json();
  return { id, version, definition: JSON.parse(texts.definition) };
}

// --- What those who lead a follow-up do

const main_step = "Samordne og gjennomfør tiltakene";
const at = (visitor) => new URL(visitor.page.url()).pathname.split("/")[3];
const asked = (visitor, method, path, body) => visitor.ask(method, `/v1/follow-ups/${at(visitor)}${path}`, body);
const standing = async (visitor) => (await asked(visitor, "GET", "")).json();
const open_run = async (visitor) => (await standing(visitor)).pathways.find((one) => one.run && one.state === "open");
const next_step = (visitor, title) => visitor.page.locator("#next-step").filter({ hasText: title });
const card = (visitor) => visitor.page.getByRole("region", { name: national.title.nb, exact: true }).first();

function button(visitor, word, about) {
  return visitor.page.getByRole("button", { name: new RegExp(`^${visitor.t(word)} ?: ${about.replace(/[?().]/g, "\\$&")}$`) });
}

async function is_refused_nothing(answer) {
  assert.equal(answer.status(), 200, await answer.text());
  return answer.json();
}

/// Does what is open in the pathway, as the app sends it, until `until(open)` holds or nothing is open.
async function go_on(visitor, run, answers, until = () => false) {
  for (let steps = 0; steps < 40; ++steps) {
    const now = await standing(visitor);
    const open = now.open_steps.filter((one) => one.run === run);
    if (open.length === 0 || until(open)) return open;
    const { step } = open[0];
    const answer = answers[step] ? { answer: answers[step] } : {};
    await is_refused_nothing(await asked(visitor, "POST", "/steps", { version: now.version, run, step, note: "Gjort.", next_due_on: day(6), ...answer }));
  }
  assert.fail("the pathway does not end");
}

const until_step = (id) => (open) => open.some((one) => one.step === id);

async function begin(visitor) {
  const { version } = await standing(visitor);
  const input = { version, pathway: "fact_ung", criteria: [national.start.criteria[0].id], reason: "Laget mener det.", next_due_on: day(5) };
  await is_refused_nothing(await asked(visitor, "POST", "/pathways", input));
  return (await open_run(visitor)).run;
}

const to_own_step = { consider_target_group: "make_contact", reach_out: "met" };
const to_the_end = { ...to_own_step, decide_together: "yes", choose_intensity: "ordinary", evaluate_plan: "transition", plan_transition: "alone", decide_end: "end" };

async function decide(visitor, title, answer, note, date) {
  await button(visitor, "step.decide", title).click();
  const form = visitor.window(title);
  await visitor.pick(answer, form);
  await visitor.write(visitor.t("step.note"), note, form);
  if (date) await visitor.write(visitor.t("step.next_date"), date, form);
  await visitor.look_over(`deciding ${title}`);
  await visitor.press(visitor.t("step.done"), form);
  await form.waitFor({ state: "hidden" });
  await visitor.is_told("step.saved");
}

for (const width of [1280, 390]) {
  journey(`a child goes through the municipality's own pathway to its end, at ${width} px`, async ({ log_in }) => {
    const own = await own_version(log_in);
    const nils = await log_in("nils", { width });
    await nils.open_child("Sara Nilsen");
    await nils.part("part.pathways");
    await button(nils, "begin.begin", national.title.nb).click();
    const form = nils.window(nils.t("begin.window", { pathway: national.title.nb }));
    await nils.pick(national.start.criteria[0].text.nb, form);
    await nils.write(nils.t("begin.reason"), "Sara vil møte noen som kommer til henne.", form);
    await nils.write(nils.t("begin.first_date"), day(2), form);
    await nils.look_over("beginning the municipality's own pathway");
    await nils.press(nils.t("begin.begin"), form);
    await nils.is_told("begin.begun");
    await nils.sees(nils.t("run.version", { version: own.version }), card(nils));
    await card(nils).getByRole("button", { name: "Oppsøke og bli kjent" }).click();
    await nils.sees(titled(own.definition, "get_to_know"), card(nils));
    await nils.look_over("the municipality's own pathway begun");
    const { run, id } = await open_run(nils);
    assert.equal(id, "fact_ung.own");

    await nils.part("part.overview");
    await decide(nils, titled(own.definition, "consider_target_group"), "Ta kontakt med den unge", "Sara er i målgruppen.", day(3));
    await decide(nils, titled(own.definition, "reach_out"), "Vi har møtt den unge", "Vi møttes på biblioteket.");
    // The municipality's own deadline: nobody wrote a date.
    const row = nils.page.locator(".sv-open-step").filter({ hasText: titled(own.definition, "get_to_know") });
    await row.waitFor();
    const { due_on } = (await standing(nils)).open_steps.find((one) => one.run === run);
    assert.equal(due_on, day(21));
    await nils.look_over("the municipality's own step is open");
    await button(nils, "step.done", titled(own.definition, "get_to_know")).click();
    const done = nils.window(titled(own.definition, "get_to_know"));
    await nils.write(nils.t("step.note"), "Hun vil ha hjelp til å komme tilbake på skolen.", done);
    await nils.write(nils.t("step.next_date"), day(4), done);
    await nils.press(nils.t("step.done"), done);
    await nils.is_told("step.saved");

    assert.equal((await go_on(nils, run, to_the_end, until_step("decide_end"))).length, 1);
    await nils.page.reload();
    await button(nils, "step.decide", titled(own.definition, "decide_end")).click();
    const end = nils.window(titled(own.definition, "decide_end"));
    await end.getByRole("radio").first().check();
    await nils.press(nils.t("step.end"), end);
    await end.getByRole("alert").waitFor();
    await nils.write(nils.t("step.reason"), "Den nye hjelpen er på plass.", end);
    await nils.look_over("the last step");
    await nils.press(nils.t("step.end"), end);
    await nils.is_told("step.saved");
    // The pathway has ended, and there is still one next step.
    await next_step(nils, main_step).waitFor();
    await nils.look_over("the overview when it has ended");
    assert.equal(await nils.page.locator("#next-step").count(), 1);
    const now = await standing(nils);
    assert.equal(now.pathways.find((one) => one.run === run).state, "closed");
    assert.deepEqual(now.open_steps.map((one) => [one.title, one.is_next]), [[main_step, true]]);
    await nils.part("part.pathways");
    await nils.page.locator("summary", { hasText: /avslutte/ }).click();
    await nils.sees(nils.t("state.closed"), card(nils));
    await nils.look_over("the pathway that has ended");
  });
}

/// The coordinator renames the municipality's own step, in the forms.
async function publish_another_title(bti, before, after) {
  await open_workroom(bti, national.title.nb);
  await choose_step(bti, "Oppsøke og bli kjent", before);
  await bti.write(bti.t("adapt.field.title"), after, form(bti));
  await form(bti).getByRole("heading", { level: 2, name: after }).waitFor();
  await bti.page.locator(".sv-dmap__step").filter({ hasText: after }).first().waitFor();
  await bti.saved();
  await is_sound(bti);
  await bti.look_over("the workroom of the next version");
  await bti.press(bti.t("adapt.publish.open"));
  const publish = bti.window(bti.t("adapt.publish.title"));
  await bti.write(bti.t("adapt.publish.note"), "Kortere tittel.", publish);
  await bti.press(bti.t("adapt.publish.do"), publish);
  await bti.is_told("adapt.publish.done");
}

/// The municipality's own step is taken away: one decides at once.
async function publish_without_the_step(bti) {
  await publish_change(
    bti,
    (definition, scenarios) => {
      const outreach = definition.stages.find((one) => one.id === "outreach");
      outreach.steps = outreach.steps.filter((step) => step.id !== "get_to_know");
      for (const answer of outreach.steps.flatMap((step) => step.answers ?? [])) {
        if (answer.to === "get_to_know") answer.to = "decide_together";
      }
      scenarios.scenarios = scenarios.scenarios
        .filter((one) => one.expect.next !== "get_to_know" && one.expect.refused !== "step_not_done_before")
        .map((one) => ({ ...one, events: one.events.filter((event) => event.done !== "get_to_know") }));
    },
    "Å bli kjent er ikke et eget steg.",
  );
}

for (const width of [1280, 390]) {
  journey(`a newer version is offered, the child goes on in it by a decision, another stays, at ${width} px`, async ({ log_in }) => {
    const own = await own_version(log_in);
    const before = titled(own.definition, "get_to_know");
    const kari = await log_in("kari", { width });
    await kari.open_child("Emma Solbakken");
    const staying = (await open_run(kari)) ?? { run: await begin(kari), version: own.version };
    const nils = await log_in("nils", { width });
    await nils.open_child("Sara Nilsen");
    const run = await begin(nils);
    await go_on(nils, run, to_own_step, until_step("get_to_know"));

    const bti = await log_in("bti");
    const renamed = width === 1280;
    const after = "Bli kjent";
    if (renamed) await publish_another_title(bti, before, after);
    else await publish_without_the_step(bti);

    // Nobody is moved by itself.
    await nils.page.reload();
    await nils.part("part.pathways");
    const newer = own.version + 1;
    await nils.sees(nils.t("move.notice", { version: newer, title: national.title.nb }));
    assert.equal((await open_run(nils)).version, own.version);
    await nils.look_over("a newer version is offered");
    await nils.page.getByRole("button", { name: new RegExp(`^${nils.t("move.button")}`) }).click();
    const window_of_move = nils.window(nils.t("move.title"));
    const changes = window_of_move.getByRole("region", { name: nils.t("move.differences") });
    await nils.sees(nils.t(renamed ? "move.changed" : "move.removed"), changes);
    await nils.sees(renamed ? after : before, changes);
    await nils.look_over("what the newer version changes");
    if (!renamed) await nils.choose(nils.t("move.step"), titled(own.definition, "decide_together"), window_of_move);
    await nils.press(nils.t("move.go", { version: newer }), window_of_move);
    await window_of_move.getByRole("alert").waitFor();
    await nils.look_over("going on in the newer version, without a reason");
    await nils.write(nils.t("move.reason"), "Vi bruker kommunens nye utgave.", window_of_move);
    if (!renamed) await nils.write(nils.t("run.new_date_when"), day(3), window_of_move);
    await nils.press(nils.t("move.go", { version: newer }), window_of_move);
    await nils.is_told("move.done");
    await nils.does_not_see(nils.t("move.notice", { version: newer, title: national.title.nb }));
    await nils.sees(nils.t("run.version", { version: newer }), card(nils));
    await nils.look_over("gone on in the newer version");
    const open = (await standing(nils)).open_steps.filter((one) => one.run === run);
    assert.deepEqual(open.map((one) => one.title), [renamed ? after : titled(own.definition, "decide_together")]);
    await nils.part("part.history");
    await nils.sees(nils.t("act.pathway_moved"));
    await nils.sees("Vi bruker kommunens nye utgave.");
    await nils.look_over("the history of a move");

    // The child that was not moved goes on as before.
    await kari.page.reload();
    await kari.part("part.pathways");
    await kari.sees(kari.t("run.version", { version: staying.version }), card(kari));
    await kari.sees(kari.t("move.notice", { version: newer, title: national.title.nb }));
    assert.equal((await open_run(kari)).version, staying.version);

    // What is left goes to its end in the newer version.
    assert.equal((await go_on(nils, run, to_the_end)).length, 0);
    await nils.page.reload();
    await nils.part("part.overview");
    await next_step(nils, main_step).waitFor();
  });
}

journey("a newer national version is taken in, and what is the municipality's own stays", async ({ town, log_in }) => {
  const named = (nb) => ({ nb, nn: nb, en: nb });
  const first = await log_in("bti");
  await publish_change(
    first,
    (definition) => {
      step_in(definition, "tell_family").title = named("Fortell familien på språket deres");
      step_in(definition, "book_interpreter").title = named("Bestill tolk tidlig");
    },
    "Familiene her snakker mange språk.",
    "nye_monstre",
  );
  await first.page.goto("about:blank");

  // A newer version of Samvei brings a newer version of the pathway: the server is stopped and started on it.
  await town.stop();
  town.change_content((folder) => {
    const file = join(folder, "pathways/nye_monstre/pathway.json");
    const definition = JSON.parse(readFileSync(file, "utf8"));
    definition.version = 2;
    step_in(definition, "tell_family").title = named("Fortell familien om tilbudet");
    step_in(definition, "first_meeting").title = named("Første møte, hjemme hos familien");
    writeFileSync(file, `${JSON.stringify(definition, null, 2)}\n`);
  });
  await town.start();

  const title = "Nye mønstre – trygg oppvekst";
  const bti = await log_in("bti");
  await bti.go("/app/pathways");
  const of_list = bti.page.getByRole("article", { name: title });
  await bti.sees(bti.t("adapt.list.update"), of_list);
  await bti.look_over("a newer national version in the list");
  await open_workroom(bti, title);
  await tab(bti, "adapt.tab.update");
  await bti.heading(title).waitFor();
  await bti.sees(bti.t("adapt.update.title", { from: 1, to: 2 }));
  const take = bti.page.getByRole("button", { name: bti.t("adapt.update.take") });
  assert.ok(await take.isDisabled());
  const clash = bti.page.getByRole("region", { name: /Fortell familien/ });
  for (const version of ["Fortell familien om Nye mønstre", "Fortell familien på språket deres", "Fortell familien om tilbudet"]) {
    await clash.locator(".sv-side").getByText(version).waitFor();
  }
  await bti.look_over("a newer national version, before choosing");
  await bti.page.locator("summary", { hasText: bti.t("adapt.update.theirs", { count: 1 }) }).click();
  await bti.page.locator("summary", { hasText: bti.t("adapt.update.ours", { count: 1 }) }).click();
  await bti.sees("Første møte, hjemme hos familien");
  await bti.sees("Bestill tolk tidlig");
  await bti.pick(bti.t("adapt.update.keep_ours"), clash);
  await bti.look_over("a newer national version, chosen");
  await take.click();
  await bti.is_told("adapt.update.taken");
  await bti.sees(bti.t("adapt.update.none", { version: 2 }));
  await bti.sees(bti.t("adapt.draft_of", { version: 2 }));
  await bti.does_not_see(bti.t("adapt.tab.new"), bti.page.getByRole("navigation", { name: bti.t("adapt.tab.label") }));
  await bti.page.waitForFunction(() => document.activeElement?.id === "nothing-new");
  await is_sound(bti);
  await bti.look_over("a newer national version is taken in");
  await tab(bti, "adapt.tab.differences");
  await bti.sees(bti.t("adapt.differences.count", { count: 2 }));
  await bti.sees("Fortell familien om tilbudet");
  await bti.does_not_see("Første møte, hjemme hos familien");

  await bti.press(bti.t("adapt.publish.open"));
  const publish = bti.window(bti.t("adapt.publish.title"));
  await bti.write(bti.t("adapt.publish.note"), "Den nye nasjonale utgaven, med våre titler.", publish);
  await bti.press(bti.t("adapt.publish.do"), publish);
  await bti.is_told("adapt.publish.done");
  await bti.heading(bti.t("adapt.list.title")).waitFor();
  await bti.does_not_see(bti.t("adapt.list.update"), of_list);
  const { id, version } = (await (await bti.ask("GET", "/v1/pathways")).json()).pathways.find((one) => one.id === "nye_monstre").in_use;
  const texts = await (await bti.ask("GET", `/v1/pathways/${id}/versions/${version}`)).json();
  const mine = JSON.parse(texts.definition);
  assert.deepEqual([version, mine.based_on.version], [2, 2]);
  assert.deepEqual(
    ["tell_family", "first_meeting", "book_interpreter"].map((step) => titled(mine, step)),
    ["Fortell familien på språket deres", "Første møte, hjemme hos familien", "Bestill tolk tidlig"],
  );
});
