// Goal: a teacher writes an early concern that only she sees, gets advice without names, and chooses what
// comes of it. Violence changes the way; the duty to report is always one press away.
import assert from "node:assert/strict";
import { stage } from "./stage/stage.mjs";
import { day } from "./stage/words.mjs";

const journey = stage();

const questions = {
  how_long: "Hvor lenge og hvor ofte?",
  childs_own_words: "Hva sier barnet selv?",
  seen: "Hva har du sett eller hørt?",
};

async function begin(kari, label, facts = "") {
  await kari.go("/app/early-concerns/new");
  await kari.write(kari.t("concern.label"), label);
  if (facts) await kari.write(kari.t("concern.facts"), facts);
  await kari.write(kari.t("concern.when"), day(7));
  await kari.press(kari.t("concern.begin"));
  await kari.heading(label).waitFor();
}

/// Says that the step that is next is done; the one after has a date in two weeks.
async function do_step(kari, title) {
  await kari.page.getByRole("heading", { level: 2, name: title }).waitFor();
  await kari.press(kari.t("step.do"));
  const form = kari.window(title);
  await kari.write(kari.t("step.next_date"), day(14), form);
  await kari.press(kari.t("step.done"), form);
  await form.waitFor({ state: "hidden" });
}

async function do_steps_before_choice(kari) {
  for (const title of ["Ta undringen på alvor", "Gjør undringen konkret", "Del undringen med en kollega eller leder", "Snakk med barnet og foreldrene"]) {
    await do_step(kari, title);
  }
}

/// Nothing lies over its middle, and it is not scrolled away.
function in_sight(place) {
  return place.evaluate((line) => {
    const { x, y, width, height } = line.getBoundingClientRect();
    return line.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
}

async function choose_way(kari, answer) {
  await kari.press(kari.t("step.decide"));
  const form = kari.window("Bestem hva som skjer videre");
  await kari.pick(answer, form);
  return form;
}

for (const width of [1280, 390]) {
  journey(`kari writes an early concern and ends it, at ${width} px`, async ({ log_in }) => {
    const kari = await log_in("kari", { width });
    await kari.look_over("workbench");
    await kari.follow(kari.t("workbench.write_concern"));
    await kari.heading(kari.t("concern.new_title")).waitFor();
    await kari.look_over("new early concern");

    // Empty fields are named, with links to them.
    await kari.press(kari.t("concern.begin"));
    const fault = `${kari.t("concern.label")}: ${kari.t("form.required")}`;
    await kari.page.getByRole("alert").getByRole("link", { name: fault }).click();
    assert.equal(await kari.field(kari.t("concern.label")).evaluate((field) => field === document.activeElement), true);
    await kari.look_over("new early concern with faults");

    await kari.write(kari.t("concern.label"), "Friminuttene");
    await kari.write(kari.t("concern.when"), day(7));
    await kari.press(kari.t("concern.begin"));
    await kari.heading("Friminuttene").waitFor();
    await kari.look_over("early concern");

    await kari.write(questions.seen, "Står alene ved gjerdet de fleste dagene denne uka.");
    await kari.saved();
    if (width === 390) {
      await kari.sees(kari.t("writing.place", { place: 1, count: 7 }));
      await kari.press(kari.t("writing.next"));
    }
    await kari.write(questions.how_long, "Tre uker, nesten hver dag.");
    await kari.saved();
    await kari.page.reload();
    await kari.heading("Friminuttene").waitFor();
    assert.match(await kari.field(questions.seen).inputValue(), /ved gjerdet/);

    await kari.press(kari.t("discussion.record"));
    const talk = kari.window(kari.t("discussion.record"));
    await kari.sees(kari.t("discussion.no_name"), talk);
    await kari.look_over("anonymous discussion");
    await kari.write(kari.t("discussion.with"), "PPT", talk);
    await kari.write(kari.t("discussion.advice"), "Se på hvem som leker sammen i tre dager til.", talk);
    await kari.press(kari.t("action.save"), talk);
    await kari.is_told("discussion.saved");
    await kari.sees("Se på hvem som leker sammen i tre dager til.");

    await do_steps_before_choice(kari);
    const form = await choose_way(kari, "Avslutt: ikke lenger grunn til bekymring");
    await kari.look_over("choosing the way");
    await kari.press(kari.t("step.end"), form);
    await kari.page.getByRole("alert").getByText(kari.t("step.reason")).first().waitFor();
    await kari.write(kari.t("step.reason"), "Har fått venner i parallellklassen.", form);
    await kari.press(kari.t("step.end"), form);
    await kari.is_told("concern.ended");
    await kari.sees("Har fått venner i parallellklassen.");
    await kari.look_over("ended early concern");
    // Ended by a slip: it is taken back the same day.
    await kari.press(kari.t("step.undo"));
    await kari.is_told("step.undone");
    await kari.page.getByRole("heading", { level: 2, name: "Bestem hva som skjer videre" }).waitFor();
  });
}

journey("an early concern becomes measures in her own service", async ({ log_in }) => {
  const kari = await log_in("kari");
  await begin(kari, "Uro før matte");
  assert.equal(await kari.page.getByRole("button", { name: kari.t("step.undo") }).count(), 0, "nothing to undo yet");
  await do_steps_before_choice(kari);
  const form = await choose_way(kari, "Tiltak i egen tjeneste (nivå 1)");
  await kari.write(kari.t("step.next_date"), day(14), form);
  await kari.press(kari.t("step.done"), form);
  await kari.is_told("step.saved");

  await kari.press(kari.t("own_measure.add"));
  const measure = kari.window(kari.t("own_measure.add"));
  await kari.write(kari.t("measure.what"), "Fem rolige minutter før timen", measure);
  await kari.write(kari.t("measure.who"), "Kontaktlærer", measure);
  await kari.write(kari.t("measure.due_on"), day(3), measure);
  await kari.write(kari.t("measure.evaluate_on"), day(21), measure);
  await kari.press(kari.t("action.save"), measure);
  await kari.is_told("measure.saved");
  await kari.sees("Fem rolige minutter før timen");
  await kari.look_over("own measures");

  // A slip is taken back: the step is next again. What was written meanwhile goes along.
  await do_step(kari, "Avklar hva det gjelder");
  await kari.write(questions.seen, "Tegner i stedet for å regne.");
  await kari.press(kari.t("step.undo"));
  await kari.is_told("step.undone");
  await kari.saved();
  await kari.page.getByRole("heading", { level: 2, name: "Avklar hva det gjelder" }).waitFor();
});

journey("the choice of a shared log leads to opening one, with the family", async ({ log_in }) => {
  const kari = await log_in("kari", { width: 390 });
  await begin(kari, "Mye borte");
  await do_steps_before_choice(kari);
  const form = await choose_way(kari, "Be familien om å åpne stafettlogg (nivå 2)");
  await kari.sees(kari.t("step.log_text"), form);
  await kari.press(kari.t("step.go_open_log"), form);
  await kari.heading(kari.t("log.title")).waitFor();
  await kari.look_over("opening a shared log");
});

for (const width of [1280, 390]) {
  journey(`suspicion of violence changes the way, at ${width} px`, async ({ log_in }) => {
    const kari = await log_in("kari", { width });
    await begin(kari, "Blåmerkene", "To ganger blåmerker på overarmen etter helgen.");
    await kari.sees("Snakk med barnet og foreldrene");
    await kari.page.getByRole("switch", { name: kari.t("violence.switch") }).click();
    await kari.sees(kari.t("violence.warning_title"));
    await kari.sees(kari.t("violence.warning_text"));
    await kari.page.getByRole("heading", { level: 2, name: "Kontakt barnevern eller politi" }).waitFor();
    // The ordinary talk with the parents is no step any more.
    await kari.does_not_see("Snakk med barnet og foreldrene");
    await kari.look_over("suspicion of violence");

    await kari.page.locator("main").getByRole("button", { name: kari.t("duty.title") }).click();
    await kari.window(kari.t("duty.title")).waitFor();
    await kari.page.keyboard.press("Escape");

    // Nothing leads to the parents while the suspicion stands: no such answer, and no way round it.
    for (const title of ["Kontakt barnevern eller politi", "Ta undringen på alvor", "Gjør undringen konkret", "Del undringen med en kollega eller leder"]) {
      await do_step(kari, title);
    }
    await kari.press(kari.t("step.decide"));
    const form = kari.window("Bestem hva som skjer videre");
    await kari.sees(kari.t("violence.warning_title"), form);
    await form.getByLabel("Tiltak i egen tjeneste (nivå 1)", { exact: true }).waitFor();
    assert.equal(await form.getByText(/stafettlogg/).count(), 0);
    await kari.look_over("choosing the way with a suspicion");
    await kari.pick("Tiltak i egen tjeneste (nivå 1)", form);
    await kari.write(kari.t("step.next_date"), day(14), form);
    await kari.press(kari.t("step.done"), form);
    await kari.sees(kari.t("own_measure.none_by_suspicion"));
    await kari.go(`${new URL(kari.page.url()).pathname}/open-log`);
    await kari.sees(kari.t("log.suspicion"));
    await kari.look_over("no shared log with a suspicion");
  });
}

for (const width of [1280, 390]) {
  journey(`the duty to report is one press away on every page of staff, at ${width} px`, async ({ log_in }) => {
    const kari = await log_in("kari", { width });
    const children = await (await kari.ask("GET", "/v1/workbench")).json();
    const emma = children.follow_ups.find((one) => one.child_name === "Emma Solbakken").id;
    const concern = children.early_concerns.find((one) => one.state === "open").id;
    const paths = ["workbench", "early-concerns/new", `early-concerns/${concern}`, "open-log"];
    const parts = ["", "/plan", "/meetings", "/words", "/history", "/consent"].map((part) => `follow-ups/${emma}${part}`);
    for (const path of [...paths, ...parts]) {
      await kari.go(`/app/${path}`);
      await kari.press(kari.t("duty.button"));
      const panel = kari.window(kari.t("duty.title"));
      await kari.sees(kari.t("duty.grounds"), panel);
      await kari.page.keyboard.press("Escape");
      await panel.waitFor({ state: "hidden" });
    }

    const before = (await (await kari.ask("GET", "/v1/duty-assessments")).json()).assessments.length;
    await kari.press(kari.t("duty.button"));
    const panel = kari.window(kari.t("duty.title"));
    await kari.look_over("duty to report");
    await kari.press(kari.t("duty.record"), panel);
    await kari.pick(kari.t("ground.uncovered_needs"), panel);
    await kari.pick(kari.t("conclusion.discuss_first"), panel);
    await kari.write(kari.t("duty.note"), "Drøfter med barnevernet i morgen.", panel);
    await kari.look_over("own assessment");
    // A slip loses nothing, and the receipt stands where it is seen.
    await kari.page.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
    await kari.press(kari.t("duty.button"));
    assert.equal(await kari.field(kari.t("duty.note"), panel).inputValue(), "Drøfter med barnevernet i morgen.");
    await kari.press(kari.t("duty.save"), panel);
    const receipt = panel.getByRole("status").getByText(kari.t("duty.recorded"));
    await receipt.waitFor();
    assert.ok(await in_sight(receipt), "the receipt is not seen");
    await panel.getByText(kari.t("duty.mine", { count: before + 1 })).first().waitFor();
  });
}
