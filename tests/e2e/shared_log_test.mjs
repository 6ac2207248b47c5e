// Goal: with the family a shared log opens around a child; consent comes first, from all who must give it.
// Without it no log opens, and the app says what to do instead.
import assert from "node:assert/strict";
import { stage } from "./stage/stage.mjs";
import { day } from "./stage/words.mjs";

const journey = stage();

const years = (count) => day(-Math.round(365.25 * count) - 40);

async function onward(kari, word) {
  await kari.press(kari.t("writing.next"));
  await kari.page.getByRole("heading", { level: 2, name: kari.t(`log.step_${word}`) }).waitFor();
}

async function write_child(kari) {
  await kari.go("/app/open-log");
  await kari.heading(kari.t("log.title")).waitFor();
  await kari.look_over("log, child");
  await kari.press(kari.t("writing.next"));
  await kari.page.getByRole("alert").getByRole("link", { name: new RegExp(kari.t("person.given_name")) }).waitFor();
  await kari.look_over("log, child with faults");
  await kari.write(kari.t("person.given_name"), "Oda");
  await kari.write(kari.t("person.family_name"), "Vang");
  await kari.write(kari.t("person.birth_date"), years(8));
}

async function write_guardian(kari, place, given_name, relation) {
  const box = kari.page.getByRole("group", { name: kari.t("log.guardian_number", { number: place }) });
  if ((await box.count()) === 0) await kari.press(kari.t("log.add_guardian"));
  await kari.write(kari.t("person.given_name"), given_name, box);
  await kari.write(kari.t("person.family_name"), "Vang", box);
  await kari.choose(kari.t("person.relation"), kari.t(`relation.${relation}`), box);
  const responsible = box.getByLabel(kari.t("person.parental_responsibility"));
  if (!(await responsible.isChecked())) await responsible.check();
}

async function say_yes(kari, name) {
  const box = kari.page.locator(".sv-giver").filter({ hasText: kari.t("consent.said_yes", { name }) });
  await box.getByLabel(kari.t("consent.said_yes", { name })).check();
  await kari.choose(kari.t("consent.how"), kari.t("way.in_person"), box);
}

for (const width of [1280, 390]) {
  journey(`a shared log opens when both guardians have said yes, at ${width} px`, async ({ log_in }) => {
    const kari = await log_in("kari", { width });
    await write_child(kari);
    await onward(kari, "guardians");
    await write_guardian(kari, 1, "Randi", "mother");
    await write_guardian(kari, 2, "Terje", "father");
    await kari.look_over("log, guardians");
    await onward(kari, "needs");
    await kari.sees(kari.t("needs.lead", { name: "Oda", age: 8 }));
    await kari.look_over("log, who must consent");

    // Somebody says no: never a dead end.
    await kari.press(kari.t("log.no_consent"));
    await kari.sees(kari.t("without.title"));
    await kari.sees(kari.t("without.duty"));
    await kari.look_over("log, without consent");
    await kari.press(kari.t("without.back"));

    await onward(kari, "consent");
    await kari.pick("Skolehelsetjenesten", kari.page);
    await kari.pick(kari.t("topic.wellbeing"));
    await kari.pick(kari.t("topic.school"));
    await say_yes(kari, "Randi");
    await kari.press(kari.t("writing.next"));
    // One of two is not enough, and it is said at the name of the other.
    const fault = `${kari.t("consent.said_yes", { name: "Terje" })}: ${kari.t("log.must_say_yes")}`;
    await kari.page.getByRole("alert").getByText(fault).waitFor();
    await kari.look_over("log, one guardian has not consented");
    await say_yes(kari, "Terje");
    // What is mended is marked no longer.
    await kari.does_not_see(kari.t("log.must_say_yes"));
    await kari.write(kari.t("consent.child_view", { name: "Oda" }), "Jeg vil at Kari skal vite det, ikke hele klassen.");
    await kari.look_over("log, consent");
    await onward(kari, "start");
    await kari.write(kari.t("log.reason"), "Oda sover lite og er mye borte fra skolen.");
    await kari.write(kari.t("log.first_date"), day(10));
    await kari.look_over("log, beginning");

    // Going back loses nothing.
    await kari.press(kari.t("writing.previous"));
    assert.equal(await kari.field(kari.t("consent.child_view", { name: "Oda" })).inputValue(), "Jeg vil at Kari skal vite det, ikke hele klassen.");
    await onward(kari, "start");
    await onward(kari, "summary");
    await kari.sees(kari.t("log.yes_from", { names: "Randi, Terje" }));
    await kari.look_over("log, summary");
    await kari.press(kari.t("log.open"));
    await kari.heading("Oda Vang").waitFor();
    await kari.is_told("log.opened");
    await kari.sees("Ta kontakt med tjenesten som trengs");
    await kari.sees(kari.t("next.you", { name: "Kari Lunde" }));
    await kari.look_over("a new follow-up");
  });
}

journey("what the server refuses stands at the field, and nothing typed is lost", async ({ log_in }) => {
  const kari = await log_in("kari");
  kari.expect(422, "POST", "/v1/follow-ups");
  kari.expect(400, "POST", "/v1/follow-ups");
  await write_child(kari);
  await kari.write(kari.t("person.identity_number"), "12345678901");
  await onward(kari, "guardians");
  await write_guardian(kari, 1, "Randi", "mother");
  await onward(kari, "needs");
  await onward(kari, "consent");
  await kari.pick(kari.t("topic.school"));
  await say_yes(kari, "Randi");
  await onward(kari, "start");
  await kari.write(kari.t("log.reason"), "Fravær.");
  await kari.write(kari.t("log.first_date"), day(10));
  await onward(kari, "summary");
  await kari.press(kari.t("log.open"));
  await kari.press(kari.t("log.faults_in", { step: kari.t("log.step_child") }));
  await kari.page.getByRole("alert").getByRole("link", { name: new RegExp(kari.t("person.identity_number")) }).waitFor();
  await kari.look_over("log, an identity number that cannot be");
  assert.equal(await kari.field(kari.t("person.given_name")).inputValue(), "Oda");
  await kari.write(kari.t("person.identity_number"), "");
  for (const step of ["guardians", "needs", "consent", "start", "summary"]) await onward(kari, step);
  await kari.press(kari.t("log.open"));
  await kari.heading("Oda Vang").waitFor();
});

journey("a step, a new date, and a change that was overtaken", async ({ log_in }) => {
  const kari = await log_in("kari");
  await kari.open_child("Jonas Berg");
  await kari.look_over("a follow-up with a date that has passed");
  await kari.sees(kari.t("break.date_passed"));
  await kari.press(kari.t("step.change_date"));
  const form = kari.window(kari.t("step.change_date"));
  await kari.press(kari.t("action.save"), form);
  await form.getByRole("alert").getByRole("link", { name: new RegExp(kari.t("step.new_date")) }).waitFor();
  await kari.look_over("a new date with faults");
  await kari.write(kari.t("step.new_date"), day(9), form);
  await kari.write(kari.t("step.date_reason"), "PPT kan først neste uke.", form);
  await kari.press(kari.t("action.save"), form);
  await kari.is_told("step.date_changed");
  await kari.does_not_see(kari.t("break.date_passed"));

  // The same page in another tab has the old version; what is written there is kept.
  const tab = await kari.new_tab();
  tab.expect(409, "POST", "*/steps");
  const { pathname } = new URL(kari.page.url());
  await tab.go(pathname);
  await tab.press(tab.t("step.do"));
  await tab.write(tab.t("step.note"), "Alle kom.", tab.window("Samarbeidsmøte"));
  await kari.press(kari.t("step.change_date"));
  await kari.write(kari.t("step.new_date"), day(12), form);
  await kari.write(kari.t("step.date_reason"), "Far er på reise.", form);
  await kari.press(kari.t("action.save"), form);
  await kari.is_told("step.date_changed");
  await tab.write(tab.t("step.next_date"), day(20), tab.window("Samarbeidsmøte"));
  await tab.press(tab.t("step.done"), tab.window("Samarbeidsmøte"));
  await tab.page.getByRole("alert").getByText(tab.t("step.changed", { step: "Samarbeidsmøte" })).waitFor();
  assert.equal(await tab.field(tab.t("step.note"), tab.window("Samarbeidsmøte")).inputValue(), "Alle kom.");
  await tab.press(tab.t("step.done"), tab.window("Samarbeidsmøte"));
  await tab.is_told("step.saved");
  assert.deepEqual(tab.complaints(), []);
});

journey("a young person consents alone, and says whether the parents may read", async ({ log_in }) => {
  const kari = await log_in("kari", { width: 390 });
  await write_child(kari);
  await kari.write(kari.t("person.birth_date"), years(16));
  await onward(kari, "guardians");
  await write_guardian(kari, 1, "Randi", "mother");
  await onward(kari, "needs");
  await onward(kari, "consent");
  assert.equal(await kari.page.getByText(kari.t("consent.said_yes", { name: "Randi" })).count(), 0);
  await kari.pick(kari.t("topic.school"));
  await say_yes(kari, "Oda");
  await kari.pick(kari.t("consent.guardians_may_see"));
  await kari.look_over("log, a young person consents");
  await onward(kari, "start");
  await kari.write(kari.t("log.reason"), "Oda vil ha hjelp til å sove.");
  await kari.write(kari.t("log.first_date"), day(10));
  await onward(kari, "summary");
  await kari.sees(kari.t("consent.guardians_may_see"));
  await kari.press(kari.t("log.open"));
  await kari.heading("Oda Vang").waitFor();
  await kari.part("part.consent");
  await kari.sees(kari.t("consent.guardians_may_see"));
  await kari.look_over("consent of a young person");
});

journey("a wider consent asks those who must, and names who is missing", async ({ log_in }) => {
  const kari = await log_in("kari");
  await kari.open_child("Emma Solbakken");
  await kari.part("part.consent");
  await kari.press(kari.t("consent.new"));
  const form = kari.window(kari.t("consent.new"));
  await kari.page.getByLabel(kari.t("consent.said_yes", { name: "Mona Solbakken" })).waitFor();
  assert.equal(await form.getByText(kari.t("consent.said_yes", { name: "Emma Solbakken" })).count(), 0);
  await kari.pick("PPT", form);
  await kari.sees(kari.t("consent.still_missing", { names: "Mona Solbakken og Frode Solbakken" }), form);
  await kari.press(kari.t("action.save"), form);
  await form.getByRole("alert").getByText(kari.t("consent.nobody_yet")).waitFor();
  await kari.look_over("a wider consent with faults");
  await say_yes(kari, "Mona Solbakken");
  await kari.sees(kari.t("consent.still_missing", { names: "Frode Solbakken" }), form);
  await kari.write(kari.t("consent.child_view", { name: "Emma Solbakken" }), "Det er greit.", form);
  await kari.press(kari.t("action.save"), form);
  await kari.is_told("consent.saved");

  // Her words are written down once, and PPT is not offered until the father has said yes too.
  await kari.press(kari.t("consent.new"));
  assert.equal(await kari.field(kari.t("consent.child_view", { name: "Emma Solbakken" }), form).inputValue(), "");
  await kari.page.keyboard.press("Escape");
  await kari.part("part.overview");
  await kari.press(kari.t("team.add"));
  const add = kari.window(kari.t("team.add"));
  await add.getByRole("option", { name: "Skolehelsetjenesten" }).waitFor({ state: "attached" });
  assert.equal(await add.getByRole("option", { name: "PPT" }).count(), 0);
});
