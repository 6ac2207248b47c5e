// Goal: a child goes through the municipality's own pathway, all the way to its end; a newer version is offered, and the
// child goes on in it only when people decide that. There is one next step all the while.
import assert from "node:assert/strict";
import { stage } from "./stage/stage.mjs";
import { day } from "./stage/words.mjs";
import { choose_step, form, is_sound, national, open_workroom, own_title, publish_change, step_in, titled } from "./stage/workroom.mjs";

const journey = stage();

/// The municipality's own version that is in use; made when there is none yet.
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

async function accepted(answer) {
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
    await accepted(await asked(visitor, "POST", "/steps", { version: now.version, run, step, note: "Gjort.", next_due_on: day(6), ...answer }));
  }
  assert.fail("the pathway does not end");
}

const until_step = (id) => (open) => open.some((one) => one.step === id);

async function begin(visitor) {
  const { version } = await standing(visitor);
  const input = { version, pathway: "fact_ung", criteria: [national.start.criteria[0].id], reason: "Laget mener det.", next_due_on: day(5) };
  await accepted(await asked(visitor, "POST", "/pathways", input));
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
    // The stages the child has been through stay behind it.
    await card(nils).locator(".sv-station--passed").filter({ hasText: "Avklaring" }).waitFor();
    await nils.look_over("gone on in the newer version");
    const open = (await standing(nils)).open_steps.filter((one) => one.run === run);
    assert.deepEqual(open.map((one) => one.title), [renamed ? after : titled(own.definition, "decide_together")]);
    await nils.part("part.history");
    await nils.sees(nils.t("act.pathway_moved"));
    await nils.sees(`${national.title.nb}: Vi bruker kommunens nye utgave.`);
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
