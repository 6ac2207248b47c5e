// Goal: one child on several pathways at once, and still one next step: a pathway is begun on criteria, its steps are
// done, dated and passed over in whatever track, another is decided against, one is ended; the family sees it in
// everyday words and nothing of what is for professionals.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./stage/packages.mjs";
import { stage } from "./stage/stage.mjs";
import { day, words_in } from "./stage/words.mjs";

const journey = stage();
const [child_welfare, fact_ung] = ["child_welfare", "fact_ung"].map((id) => JSON.parse(readFileSync(join(root, `content/pathways/${id}/pathway.json`), "utf8")));
const main_step = "Samordne og gjennomfør tiltakene";

// --- What people do

async function nils_at_sara(log_in, options) {
  const nils = await log_in("nils", options);
  await nils.open_child("Sara Nilsen");
  return nils;
}

const at = (visitor) => new URL(visitor.page.url()).pathname.split("/")[3];
const asked = (visitor, method, path, body) => visitor.ask(method, `/v1/follow-ups/${at(visitor)}${path}`, body);
const standing = async (visitor) => (await asked(visitor, "GET", "")).json();

function next_step(visitor, title) {
  return visitor.page.getByRole("heading", { level: 2, name: title, exact: true }).and(visitor.page.locator("#next-step"));
}

/// The button of one row, step or pathway: its name says which.
function button(visitor, word, about) {
  return visitor.page.getByRole("button", { name: new RegExp(`^${visitor.t(word)} ?: ${about.replace(/[?().]/g, "\\$&")}$`) });
}

async function begin_child_welfare(nils) {
  const title = child_welfare.title[nils.language];
  await nils.part("part.pathways");
  await button(nils, "begin.begin", title).click();
  const form = nils.window(nils.t("begin.window", { pathway: title }));
  await nils.sees(child_welfare.start.in_doubt.nb, form);
  await nils.pick(child_welfare.start.criteria[0].text.nb, form);
  await nils.write(nils.t("begin.reason"), "Sara og mor ønsker det.", form);
  await nils.look_over("beginning a pathway");
  nils.expect(422, "POST", "*/pathways");
  await nils.press(nils.t("begin.begin"), form);
  // The municipality has no deadline, so the people set the date.
  await form.getByRole("alert").getByText(nils.t("step.date_needed")).waitFor();
  await nils.write(nils.t("begin.first_date"), day(5), form);
  await nils.press(nils.t("begin.begin"), form);
  await nils.is_told("begin.begun");
  await next_step(nils, "Gå gjennom bekymringsmeldingen").waitFor();
}

/// The steps until the tracks open, sent as the app sends them.
async function go_to_tracks(nils) {
  const run = (await standing(nils)).pathways.find((one) => one.run && one.state === "open").run;
  const answers = { decide_start: "start", decide_contact: "contact", ask_consent: "given", answer_from_health: "begins" };
  for (;;) {
    const now = await standing(nils);
    const open = now.open_steps.filter((one) => one.run === run);
    if (open.some((one) => one.track)) return run;
    const { step } = open[0];
    const input = { version: now.version, run, step, next_due_on: day(6), ...(answers[step] ? { answer: answers[step] } : {}) };
    assert.equal((await asked(nils, "POST", "/steps", input)).status(), 200, step);
  }
}

async function stop_child_welfare(nils) {
  const title = child_welfare.title[nils.language];
  await button(nils, "run.stop", title).click();
  const form = nils.window(`${nils.t("run.stop")}: ${title}`);
  await nils.press(nils.t("run.stop"), form);
  await form.getByRole("alert").waitFor();
  await nils.look_over("ending a pathway, with a fault");
  await nils.write(nils.t("run.stop_reason"), "Familien flytter til en annen kommune.", form);
  await nils.press(nils.t("run.stop"), form);
  await nils.is_told("run.stopped");
}

for (const width of [1280, 390]) {
  journey(`a pathway is begun, its days are recorded, a step is passed over, it is ended, at ${width} px`, async ({ log_in }) => {
    const nils = await nils_at_sara(log_in, { width });
    await next_step(nils, main_step).waitFor();
    await nils.part("part.pathways");
    await nils.look_over("pathways before another");
    await begin_child_welfare(nils);
    await nils.look_over("pathways with another");
    // On this part the one next step says which pathway it is of, and that more is open.
    await nils.sees(child_welfare.title.nb);
    await nils.sees(nils.t("next.others", { count: 1 }));

    const question = child_welfare.dates[0].question.nb;
    await button(nils, "run.date_set", question).click();
    const date = nils.window(question);
    await nils.write(nils.t("run.date_day"), day(-3), date);
    await nils.look_over("recording a day");
    await nils.press(nils.t("action.save"), date);
    await nils.is_told("run.date_recorded");
    assert.equal((await standing(nils)).next_step.due_on, day(4), "a week after the report");

    await nils.part("part.overview");
    await nils.sees(nils.t("open.title"));
    await nils.look_over("overview with all that is open");
    await button(nils, "step.skip", "Gå gjennom bekymringsmeldingen").click();
    const skip = nils.window(`${nils.t("step.skip")}: Gå gjennom bekymringsmeldingen`);
    await nils.press(nils.t("step.skip"), skip);
    await skip.getByRole("alert").waitFor();
    await nils.write(nils.t("step.skip_reason"), "Meldingen er gått gjennom før.", skip);
    await nils.write(nils.t("run.new_date_when"), day(40), skip);
    await nils.look_over("passing over a step");
    await nils.press(nils.t("step.skip"), skip);
    await nils.is_told("step.skipped");
    // What opens is later than what is next in the main pathway: that is the one next step now.
    await next_step(nils, main_step).waitFor();
    // The row that had focus is gone; one goes on where the next step stands.
    await nils.page.waitForFunction(() => document.activeElement?.id === "next-step");

    await button(nils, "step.change_date", "Snakk med barnet og foreldrene om forløpet").click();
    const redate = nils.window(nils.t("step.change_date"));
    await nils.write(nils.t("step.new_date"), day(2), redate);
    await nils.write(nils.t("step.date_reason"), "De har tid på tirsdag.", redate);
    await nils.press(nils.t("action.save"), redate);
    await nils.is_told("step.date_changed");
    await next_step(nils, "Snakk med barnet og foreldrene om forløpet").waitFor();
    await button(nils, "step.done", "Snakk med barnet og foreldrene om forløpet").click();
    const done = nils.window("Snakk med barnet og foreldrene om forløpet");
    await nils.write(nils.t("step.next_date"), day(3), done);
    await nils.press(nils.t("step.done"), done);
    await nils.is_told("step.saved");
    await next_step(nils, "Bestem om forløpet skal starte").waitFor();

    // The main pathway does not end while another is open.
    await nils.press(nils.t("more.button"));
    await nils.page.getByRole("button", { name: nils.t("close.title") }).click();
    const close = nils.window(nils.t("close.title"));
    await nils.write(nils.t("close.reason"), "Ferdig.", close);
    await nils.pick(nils.t("agreed.yes"), close);
    nils.expect(409, "POST", "*/close");
    await nils.press(nils.t("close.title"), close);
    await nils.sees("Et annet forløp er fortsatt åpent. Avslutt det først.", close);
    await nils.page.keyboard.press("Escape");

    await nils.part("part.pathways");
    await stop_child_welfare(nils);
    await next_step(nils, main_step).waitFor();
    const summary = nils.page.locator("summary", { hasText: /avslutte/ }).first();
    await summary.click();
    await nils.look_over("pathways with one that has ended");
    await nils.part("part.history");
    await nils.sees(nils.t("act.pathway_ended"));
    await nils.sees(nils.t("act.date_recorded"));
    await nils.sees(nils.t("act.step_skipped"));
  });

  journey(`steps in two tracks, a track passed over, back again and undone, at ${width} px`, async ({ log_in }) => {
    const nils = await nils_at_sara(log_in, { width });
    await begin_child_welfare(nils);
    await go_to_tracks(nils);
    await nils.page.reload();
    await nils.part("part.overview");
    await next_step(nils, "Kartlegg psykisk helse").waitFor();
    await nils.sees(`${child_welfare.title.nb} · Psykisk helse`);
    await nils.sees(nils.t("next.unchecked_why"));
    await nils.look_over("overview with tracks");

    for (const title of ["Kartlegg kroppslig helse", "Kartlegg rus"]) {
      await button(nils, "step.done", title).click();
      const done = nils.window(title);
      await nils.write(nils.t("step.next_date"), day(9), done);
      await nils.press(nils.t("step.done"), done);
      await nils.is_told("step.saved");
      await done.waitFor({ state: "hidden" });
    }
    await button(nils, "step.decide", "Trengs utredning av kroppslig helse?").click();
    const decide = nils.window("Trengs utredning av kroppslig helse?");
    await nils.look_over("deciding in a track");
    await decide.getByRole("radio").last().check();
    await nils.write(nils.t("step.next_date"), day(1), decide);
    await nils.press(nils.t("step.done"), decide);
    await next_step(nils, "Skriv resultatet for kroppslig helse").waitFor();

    await button(nils, "step.skip", "Kartlegg tannhelse").click();
    const skip = nils.window(`${nils.t("step.skip")}: Kartlegg tannhelse`);
    await nils.sees(nils.t("step.skip_track", { track: "Tannhelse" }), skip);
    await nils.write(nils.t("step.skip_reason"), "Hun var hos tannlegen i høst.", skip);
    await nils.press(nils.t("step.skip"), skip);
    await nils.is_told("step.skipped");
    await nils.does_not_see("Kartlegg tannhelse", nils.page.locator("section[aria-labelledby=open-steps]"));

    await nils.part("part.pathways");
    await button(nils, "run.back", child_welfare.title.nb).click();
    const back = nils.window(nils.t("run.back"));
    await nils.choose(nils.t("run.back_to"), nils.t("run.back_track", { track: "Tannhelse" }), back);
    await nils.write(nils.t("run.back_reason"), "Timen ble avlyst.", back);
    await nils.write(nils.t("run.new_date_when"), day(8), back);
    await nils.look_over("going back");
    await nils.press(nils.t("run.back_go"), back);
    await nils.is_told("run.went_back");
    assert.ok((await standing(nils)).open_steps.some((one) => one.step === "map_dental"));
    await button(nils, "run.undo", child_welfare.title.nb).click();
    await nils.is_told("run.undone");
    assert.ok(!(await standing(nils)).open_steps.some((one) => one.step === "map_dental"));

    // What only professionals should know: the steps change, and the family sees no trace of it.
    const question = child_welfare.flags[0].question.nb;
    const card = nils.page.getByRole("region", { name: child_welfare.title.nb });
    await card.getByRole("button", { name: new RegExp(`^${nils.t("run.flag_change")}`) }).click();
    const flag = nils.window(question);
    await nils.write(nils.t("run.flag_reason"), "Hun fortalte noe i timen.", flag);
    await nils.write(nils.t("run.new_date_when"), day(0), flag);
    await nils.look_over("a question that changes the steps");
    await nils.press(nils.t("run.flag_raise"), flag);
    await nils.is_told("run.flag_saved");
    const safety = "Avklar med barnevern eller politi først";
    await next_step(nils, safety).waitFor();
    await nils.sees(nils.t("run.flag_elsewhere", { pathway: child_welfare.title.nb }));
    await nils.look_over("pathways with an answer that is yes");

    const sara = await log_in("sara", { width });
    await sara.sees(sara.t("family.pathways_child"));
    await sara.sees(child_welfare.title.nb);
    await sara.sees(sara.t("family.pathway_map", { pathway: child_welfare.title.nb }));
    for (const hidden of [safety, question, "Hun fortalte noe i timen.", sara.t("act.flag_raised"), sara.t("run.flags"), sara.t("run.warnings")]) {
      await sara.does_not_see(hidden);
    }
    await sara.look_over("the family's pathways");

    await card.getByRole("button", { name: new RegExp(`^${nils.t("run.flag_change")}`) }).click();
    await nils.write(nils.t("run.flag_reason"), "Avklart med barnevernet.", flag);
    // What was left is open again, and the municipality has no deadline for it.
    await nils.write(nils.t("run.new_date_when"), day(7), flag);
    await nils.press(nils.t("run.flag_lower"), flag);
    await flag.waitFor({ state: "hidden" });
    await nils.does_not_see(nils.t("run.flag_elsewhere", { pathway: child_welfare.title.nb }));
    await stop_child_welfare(nils);
  });
}

journey("a pathway is decided against, and the decision stays", async ({ log_in }) => {
  const nils = await nils_at_sara(log_in);
  await nils.part("part.pathways");
  const title = fact_ung.title.nb;
  await button(nils, "begin.not_now", title).click();
  const form = nils.window(nils.t("begin.not_now_title", { pathway: title }));
  await nils.press(nils.t("action.save"), form);
  await form.getByRole("alert").waitFor();
  await nils.look_over("not now, with faults");
  const reason = fact_ung.start.not_started_reasons[0].text.nb;
  await nils.pick(reason, form);
  await nils.write(nils.t("begin.not_now_text"), "Sara har god nok hjelp slik det er.", form);
  await nils.press(nils.t("action.save"), form);
  await nils.is_told("begin.not_now_done");
  const decided = nils.page.getByRole("region", { name: nils.t("begin.not_now_list") });
  await decided.getByText(reason).waitFor();
  await nils.look_over("decided against");
  await nils.part("part.history");
  await nils.sees("Sara har god nok hjelp slik det er.");
});

journey("somebody is first: the step is gone, and what was typed stays", async ({ log_in }) => {
  const nils = await nils_at_sara(log_in);
  await begin_child_welfare(nils);
  await nils.part("part.overview");
  const title = "Gå gjennom bekymringsmeldingen";
  await button(nils, "step.done", title).click();
  const form = nils.window(title);
  await nils.write(nils.t("step.note"), "Lest sammen med kontaktpersonen.", form);
  const now = await standing(nils);
  const skipped = await asked(nils, "POST", "/steps/skip", {
    version: now.version,
    run: now.next_step.run,
    what: now.next_step.step,
    reason: "Lest.",
    next_due_on: day(4),
  });
  assert.equal(skipped.status(), 200);
  await nils.write(nils.t("step.next_date"), day(6), form);
  nils.expect(409, "POST", "*/steps");
  await nils.press(nils.t("step.done"), form);
  await nils.sees(nils.t("step.changed_gone", { step: title }), form);
  assert.equal(await nils.field(nils.t("step.note"), form).inputValue(), "Lest sammen med kontaktpersonen.");
  await nils.look_over("a step that somebody else did");
  await nils.page.keyboard.press("Escape");
  await nils.part("part.pathways");
  await stop_child_welfare(nils);
});

/// The municipality publishes its own copy of the main pathway, with what of its scenarios still holds.
async function publish_own_main(bti) {
  const draft = await (await bti.ask("POST", "/v1/pathway-drafts", { pathway: "bti" })).json();
  const copy = JSON.parse(draft.definition);
  const wide = copy.stages.find((one) => one.id === "level_3");
  wide.steps.splice(2, 0, { ...wide.steps[1], id: "call_home", title: { nb: "Ring hjem etter møtet", nn: "Ring heim", en: "Call home" } });
  copy.stages.find((one) => one.id === "level_2").steps[1].title.nb = "Ta kontakt med den andre tjenesten";
  const definition = JSON.stringify(copy);
  const checked = await (await bti.ask("POST", "/v1/pathway-checks", { ...draft_texts(draft), definition })).json();
  const all = JSON.parse(draft.scenarios);
  const scenarios = JSON.stringify({ ...all, scenarios: all.scenarios.filter((_, place) => checked.scenarios[place].holds) });
  const saved = await bti.ask("PUT", "/v1/pathway-drafts/bti", { version: draft.version, definition, scenarios });
  const { version } = await saved.json();
  const done = await bti.ask("POST", "/v1/pathway-drafts/bti/publish", { version, note: "Vi ringer hjem etter møtene." });
  assert.ok(done.ok(), await done.text());
}

const draft_texts = ({ definition, scenarios, base }) => ({ definition, scenarios, base });

journey("a newer version of the main pathway shows what is new, and the child goes on where it was", async ({ log_in }) => {
  await publish_own_main(await log_in("bti"));
  const nils = await nils_at_sara(log_in);
  await nils.part("part.pathways");
  await nils.page.getByRole("button", { name: new RegExp(nils.t("move.button")) }).click();
  const form = nils.window(nils.t("move.title"));
  await nils.sees("Ring hjem etter møtet", form);
  await nils.sees("Ta kontakt med den andre tjenesten", form);
  await nils.look_over("a newer version");
  await nils.press(nils.t("move.go", { version: 1 }), form);
  await form.getByRole("alert").waitFor();
  await nils.write(nils.t("move.reason"), "Vi vil ringe hjem etter møtene.", form);
  await nils.write(nils.t("run.new_date_when"), day(12), form);
  await nils.press(nils.t("move.go", { version: 1 }), form);
  await nils.is_told("move.done");
  await next_step(nils, main_step).waitFor();
  const [main] = (await standing(nils)).pathways;
  assert.deepEqual([main.id, main.version, main.run], ["bti.own", 1, undefined]);
  await nils.does_not_see(nils.t("move.button"));
  await nils.look_over("the main pathway in its newer version");
});

for (const language of ["nn", "en"]) {
  journey(`the pathways of a child in ${language}`, async ({ enter }) => {
    const nils = await enter("nils", { language, width: 390 });
    await nils.go("/app/login");
    // Chosen by hand, or the account's own language would hold.
    const other = words_in(language === "nn" ? "en" : "nn");
    await nils.page.getByLabel(nils.t("language.label")).selectOption(language === "nn" ? "en" : "nn");
    await nils.page.getByLabel(other("language.label")).selectOption(language);
    await nils.log_in_here("nils");
    await nils.page.waitForURL((url) => !url.pathname.endsWith("/login"));
      await nils.open_child("Sara Nilsen");
    await nils.part("part.pathways");
    await nils.sees(nils.t("begin.title"));
    await nils.sees(child_welfare.title[language]);
    await nils.look_over(`pathways in ${language}`);
  });
}
