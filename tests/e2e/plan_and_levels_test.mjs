// Goal: goals, measures and meetings from the first word to their effect; what a meeting decides becomes
// measures; the level moves by recorded decisions; closing has a reason and can be taken up again.
import assert from "node:assert/strict";
import { stage } from "./stage/stage.mjs";
import { day } from "./stage/words.mjs";

const journey = stage();

async function write_goal(nils, title, why) {
  await nils.press(nils.t("goal.add"));
  const form = nils.window(nils.t("goal.add"));
  await nils.write(nils.t("goal.title"), title, form);
  await nils.write(nils.t("goal.why"), why, form);
  await nils.pick(nils.t("goal.is_childs_own"), form);
  await nils.look_over("new goal");
  await nils.press(nils.t("action.save"), form);
  await nils.is_told("goal.saved");
}

async function write_measure(nils, goal, what, who) {
  await nils.page.getByRole("region", { name: goal }).getByRole("button", { name: nils.t("measure.add") }).click();
  const form = nils.window(nils.t("measure.add"));
  await nils.press(nils.t("action.save"), form);
  await form.getByRole("alert").waitFor();
  await nils.look_over("new measure with faults");
  await nils.write(nils.t("measure.what"), what, form);
  await nils.choose(nils.t("measure.who"), who, form);
  await nils.write(nils.t("measure.due_on"), day(14), form);
  await nils.write(nils.t("measure.evaluate_on"), day(35), form);
  await nils.press(nils.t("action.save"), form);
  await nils.is_told("measure.saved");
}

async function evaluate(nils, what) {
  const row = nils.page.getByRole("listitem").filter({ hasText: what });
  await row.getByRole("button", { name: nils.t("measure.edit") }).click();
  const form = nils.window(nils.t("measure.edit"));
  await nils.choose(nils.t("measure.state"), nils.t("measure_state.done"), form);
  await nils.choose(nils.t("measure.effect"), nils.t("effect.good"), form);
  await nils.write(nils.t("measure.evaluation"), "Hun sov bedre etter to uker.", form);
  await nils.look_over("evaluating a measure");
  await nils.press(nils.t("action.save"), form);
  await nils.sees("Hun sov bedre etter to uker.");
}

for (const width of [1280, 390]) {
  journey(`a goal, a measure and its effect, at ${width} px`, async ({ log_in }) => {
    const nils = await log_in("nils", { width });
    await nils.open_child("Sara Nilsen");
    await nils.part("part.plan");
    await nils.look_over("plan");
    const goal = `Legge seg før elleve (${width})`;
    const what = `Skjermen ut av rommet klokka ti (${width})`;
    await write_goal(nils, goal, "Da orker jeg mer.");
    await write_measure(nils, goal, what, "Kari Lunde");
    await evaluate(nils, what);
    await nils.look_over("plan with a measure that is done");
  });

  journey(`a meeting is called, held and decides, at ${width} px`, async ({ log_in }) => {
    const nils = await log_in("nils", { width });
    await nils.open_child("Sara Nilsen");
    await nils.part("part.meetings");
    await nils.press(nils.t("meeting.call"));
    const call = nils.window(nils.t("meeting.call"));
    await nils.write(nils.t("meeting.when"), `${day(7)}T${width === 390 ? "09" : "13"}:30`, call);
    await nils.write(nils.t("meeting.where"), "Helsesykepleiers kontor", call);
    await nils.write(nils.t("meeting.agenda"), "Hva vil Sara snakke om?\nSøvn\nTimeplanen", call);
    assert.equal(await call.getByLabel("Sara Nilsen").isChecked(), true);
    await nils.look_over("calling a meeting");
    await nils.press(nils.t("meeting.call"), call);
    await nils.is_told("meeting.called");
    await nils.look_over("meetings");
    // The child is called too, and sees it on her own page.
    const sara = await log_in("sara", { width });
    await sara.sees("Helsesykepleiers kontor");
    await nils.follow(new RegExp(width === 390 ? "09.30" : "13.30"));
    await nils.press(nils.t("meeting.hold"));
    await nils.saved();
    await nils.write(nils.t("meeting.minutes"), "Sara vil prøve å sove uten telefon. Alle er enige.");
    await nils.saved();
    await nils.look_over("minutes being written");

    await nils.press(nils.t("meeting.decide"));
    const decision = nils.window(nils.t("meeting.decide"));
    const decided = `Kortere dag på torsdager (${width})`;
    await nils.write(nils.t("measure.what"), decided, decision);
    await nils.choose(nils.t("measure.who"), "Kari Lunde", decision);
    await nils.write(nils.t("measure.due_on"), day(10), decision);
    await nils.write(nils.t("measure.evaluate_on"), day(30), decision);
    await nils.press(nils.t("action.save"), decision);
    await nils.is_told("meeting.decided");
    await nils.look_over("a meeting with a decision");
    await nils.page.reload();
    await nils.sees("Sara vil prøve å sove uten telefon. Alle er enige.");
    await nils.part("part.plan");
    await nils.sees(decided);
  });
}

journey("a meeting called off by a slip is put back, and so is one begun too early", async ({ log_in }) => {
  const nils = await log_in("nils");
  await nils.open_child("Sara Nilsen");
  await nils.part("part.meetings");
  await nils.press(nils.t("meeting.call"));
  const call = nils.window(nils.t("meeting.call"));
  await nils.write(nils.t("meeting.when"), `${day(8)}T10:45`, call);
  await nils.press(nils.t("meeting.call"), call);
  await nils.is_told("meeting.called");
  await nils.follow(/10\.45/);
  const heading = nils.page.getByRole("heading", { level: 2, name: /10\.45/ });
  await heading.waitFor();
  assert.equal(await heading.evaluate((title) => title === document.activeElement), true);

  await nils.press(nils.t("meeting.move"));
  await nils.press(nils.t("meeting.cancel"), nils.window(nils.t("meeting.move")));
  await nils.sees(nils.t("meeting_state.cancelled"));
  await nils.look_over("a meeting that was called off");
  await nils.press(nils.t("meeting.put_back"));
  await nils.press(nils.t("meeting.hold"));
  await nils.saved();
  await nils.press(nils.t("meeting.put_back"));
  await nils.saved();
  await nils.page.getByRole("button", { name: nils.t("meeting.hold") }).waitFor();

  // A colleague moves it; what Nils then changes leaves it there.
  const kari = await log_in("kari");
  await kari.go(new URL(nils.page.url()).pathname);
  await kari.press(kari.t("meeting.move"));
  const of_kari = kari.window(kari.t("meeting.move"));
  await kari.write(kari.t("meeting.when"), `${day(8)}T11:15`, of_kari);
  await kari.press(kari.t("action.save"), of_kari);
  await kari.sees(/11\.15/);
  await nils.press(nils.t("meeting.decide"));
  const decision = nils.window(nils.t("meeting.decide"));
  await nils.write(nils.t("measure.what"), "Møtes hver tirsdag", decision);
  await nils.choose(nils.t("measure.who"), "Kari Lunde", decision);
  await nils.write(nils.t("measure.due_on"), day(10), decision);
  await nils.write(nils.t("measure.evaluate_on"), day(30), decision);
  await nils.press(nils.t("action.save"), decision);
  await nils.is_told("meeting.decided");
  await nils.press(nils.t("meeting.move"));
  const of_nils = nils.window(nils.t("meeting.move"));
  await nils.write(nils.t("meeting.where"), "Grupperom 2", of_nils);
  await nils.press(nils.t("action.save"), of_nils);
  await nils.saved();
  await nils.page.getByRole("heading", { level: 2, name: /11\.15/ }).waitFor();
});

journey("words are written down for a child, as they were said", async ({ log_in }) => {
  const kari = await log_in("kari");
  await kari.open_child("Jonas Berg");
  await kari.part("part.words");
  await kari.look_over("own words, empty");
  await kari.press(kari.t("words.write_down"));
  const form = kari.window(kari.t("words.write_down"));
  await kari.pick("Jonas Berg", form);
  await kari.write(kari.t("words.text"), "Jeg vil være med på fotball igjen.", form);
  await kari.look_over("writing words down");
  await kari.press(kari.t("action.save"), form);
  await kari.is_told("words.saved");
  await kari.sees("Jeg vil være med på fotball igjen.");
  await kari.sees(kari.t("words.by_staff"));
  await kari.look_over("own words");
});

for (const width of [1280, 390]) {
  journey(`the level goes up and down, the follow-up closes and opens again, at ${width} px`, async ({ log_in }) => {
    const kari = await log_in("kari", { width });
    await kari.open_child("Emma Solbakken");
    await kari.press(kari.t("more.button"));
    await kari.look_over("more");
    await kari.page.getByRole("button", { name: kari.t("level.change") }).click();
    const level = kari.window(kari.t("level.change"));
    await kari.pick("Nivå 3: Samarbeid mellom flere tjenester", level);
    await kari.write(kari.t("level.reason"), "Emma trenger mer enn skolen og helsesykepleier.", level);
    await kari.look_over("another level");
    kari.expect(422, "POST", "*/level");
    await kari.press(kari.t("level.decide"), level);
    // The municipality has set no deadline, so the people set the date.
    await level.getByRole("alert").getByText(kari.t("step.date_needed")).waitFor();
    await kari.look_over("another level needs a date");
    await kari.write(kari.t("log.first_date"), day(12), level);
    await kari.press(kari.t("level.decide"), level);
    await kari.is_told("level.changed");
    await kari.sees("Etabler kontakt med tjenestene");
    await kari.look_over("level 3");

    await kari.press(kari.t("more.button"));
    await kari.page.getByRole("button", { name: kari.t("level.change") }).click();
    await kari.pick("Nivå 2: Samarbeid mellom to tjenester", level);
    await kari.write(kari.t("level.reason"), "To tjenester er nok likevel.", level);
    await kari.write(kari.t("log.first_date"), day(9), level);
    await kari.press(kari.t("level.decide"), level);
    await kari.is_told("level.changed");

    await kari.press(kari.t("more.button"));
    await kari.page.getByRole("button", { name: kari.t("close.title") }).click();
    const close = kari.window(kari.t("close.title"));
    await kari.press(kari.t("close.title"), close);
    await close.getByRole("alert").waitFor();
    await kari.look_over("closing with faults");
    await kari.write(kari.t("close.reason"), "Hun går inn selv hver morgen nå.", close);
    await kari.pick(kari.t("agreed.yes"), close);
    await kari.press(kari.t("close.title"), close);
    await kari.is_told("close.done");
    await kari.sees("Hun går inn selv hver morgen nå.");
    await kari.look_over("closed");

    await kari.press(kari.t("closed.reopen"));
    const reopen = kari.window(kari.t("closed.reopen"));
    await kari.write(kari.t("closed.reopen_reason"), "Vondt i magen igjen etter jul.", reopen);
    await kari.write(kari.t("log.first_date"), day(5), reopen);
    await kari.look_over("opening again");
    await kari.press(kari.t("closed.reopen"), reopen);
    await kari.is_told("closed.reopened");
    await kari.sees(kari.t("next.you", { name: "Kari Lunde" }));
    await kari.part("part.history");
    await kari.sees("Vondt i magen igjen etter jul.");
  });
}
