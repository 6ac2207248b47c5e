// Goal: two people change the same thing. The second is shown both versions, chooses, and nothing that
// anybody wrote is lost.
import assert from "node:assert/strict";
import { stage } from "./stage/stage.mjs";
import { day } from "./stage/words.mjs";

const journey = stage();

/// Both have Sara's page open at the same moment.
async function both_at_sara(log_in, width, part) {
  const nils = await log_in("nils", { width });
  const kari = await log_in("kari");
  for (const visitor of [nils, kari]) {
    await visitor.open_child("Sara Nilsen");
    await visitor.part(part);
  }
  return { nils, kari };
}

for (const width of [1280, 390]) {
  journey(`the same minutes, at ${width} px`, async ({ log_in }) => {
    const nils = await log_in("nils", { width });
    await nils.open_child("Sara Nilsen");
    await nils.part("part.meetings");
    await nils.press(nils.t("meeting.call"));
    const call = nils.window(nils.t("meeting.call"));
    await nils.write(nils.t("meeting.when"), `${day(5)}T${width === 390 ? "09" : "14"}:15`, call);
    await nils.press(nils.t("meeting.call"), call);
    await nils.is_told("meeting.called");
    const title = new RegExp(width === 390 ? "09.15" : "14.15");
    await nils.follow(title);
    await nils.field(nils.t("meeting.minutes")).waitFor();

    const kari = await log_in("kari");
    await kari.go(new URL(nils.page.url()).pathname);
    await kari.field(kari.t("meeting.minutes")).waitFor();
    await kari.write(kari.t("meeting.minutes"), "Kari: Sara vil ha time på torsdager.");
    await kari.saved();

    nils.expect(409, "PUT", "*/meetings/*");
    await nils.write(nils.t("meeting.minutes"), "Nils: Vi prøver uten telefon om natta.");
    const choice = nils.window(nils.t("conflict.title"));
    await choice.waitFor();
    await nils.sees("Kari: Sara vil ha time på torsdager.", choice);
    await nils.sees("Nils: Vi prøver uten telefon om natta.", choice);
    await nils.look_over("both versions of the minutes");
    await nils.pick(nils.t("conflict.keep_both"), choice);
    await nils.press(nils.t("conflict.save"), choice);
    await nils.saved();
    await kari.page.reload();
    await kari.page.waitForFunction(() => {
      const text = document.querySelector("textarea")?.value ?? "";
      return text.includes("Kari: Sara vil") && text.includes("Nils: Vi prøver");
    });
  });

  journey(`the same goal, at ${width} px`, async ({ log_in }) => {
    const { nils, kari } = await both_at_sara(log_in, width, "part.plan");
    const edit = async (visitor) => {
      await visitor.page.getByRole("button", { name: visitor.t("goal.edit") }).first().click();
      return visitor.window(visitor.t("goal.edit"));
    };
    const of_kari = await edit(kari);
    const of_nils = await edit(nils);
    const title = `Sove nok til å være med i klassen (${width})`;
    await kari.write(kari.t("goal.title"), title, of_kari);
    await kari.write(kari.t("goal.why"), "Kari: klassen spør etter henne.", of_kari);
    await kari.press(kari.t("action.save"), of_kari);
    await kari.is_told("goal.saved");

    nils.expect(409, "PUT", "*/goals/*");
    await nils.write(nils.t("goal.why"), "Nils: hun er trøtt før tolv.", of_nils);
    await nils.press(nils.t("action.save"), of_nils);
    const choice = nils.window(nils.t("conflict.title"));
    await choice.waitFor();
    // What only Kari changed stands without a question.
    await nils.sees(nils.t("conflict.taken", { fields: nils.t("goal.title") }), choice);
    await nils.look_over("both versions of a goal");
    await nils.press(nils.t("conflict.save"), choice);
    await nils.is_told("goal.saved");
    await nils.sees(title);
    await nils.sees(/Kari: klassen spør etter henne\.[^]*Nils: hun er trøtt før tolv\./);
  });
}

journey("the same early concern in two tabs of one person", async ({ log_in }) => {
  const kari = await log_in("kari");
  await kari.page.getByRole("link", { name: "Ny i klassen, spiser alene" }).first().click();
  await kari.heading("Ny i klassen, spiser alene").waitFor();
  const tab = await kari.new_tab();
  await tab.go(new URL(kari.page.url()).pathname);
  await tab.heading("Ny i klassen, spiser alene").waitFor();
  await kari.write("Hvor skjer det?", "I kantina.");
  await kari.saved();
  tab.expect(409, "PUT", "/v1/early-concerns/*");
  await tab.write("Hva har du sett eller hørt?", "Spiste med to andre i dag.");
  const choice = tab.window(tab.t("conflict.title"));
  await choice.waitFor();
  // Different questions: nothing to choose, both stand.
  await tab.sees(tab.t("conflict.none_open"), choice);
  assert.equal(await choice.getByRole("radio").count(), 0);
  await tab.press(tab.t("conflict.save"), choice);
  await tab.saved();
  await kari.page.reload();
  await kari.heading("Ny i klassen, spiser alene").waitFor();
  await kari.page.waitForFunction(() => [...document.querySelectorAll("textarea")].some((field) => field.value === "I kantina."));
  await kari.page.waitForFunction(() => [...document.querySelectorAll("textarea")].some((field) => field.value === "Spiste med to andre i dag."));
});

journey("a choice between two versions that cannot be sent is back in the form, and is sent later", async ({ town, log_in }) => {
  const { nils, kari } = await both_at_sara(log_in, 1280, "part.plan");
  const edit = async (visitor) => {
    await visitor.page.getByRole("button", { name: visitor.t("goal.edit") }).first().click();
    return visitor.window(visitor.t("goal.edit"));
  };
  const [of_kari, of_nils] = [await edit(kari), await edit(nils)];
  await kari.write(kari.t("goal.why"), "Kari: hun savner venninna.", of_kari);
  await kari.press(kari.t("action.save"), of_kari);
  await kari.is_told("goal.saved");
  nils.expect(409, "PUT", "*/goals/*");
  for (const method of ["GET", "PUT"]) nils.expect("net::ERR_CONNECTION_REFUSED", method, "*");
  kari.expect("net::ERR_CONNECTION_REFUSED", "GET", "*");
  await nils.write(nils.t("goal.why"), "Nils: hun er trøtt.", of_nils);
  await nils.press(nils.t("action.save"), of_nils);
  const choice = nils.window(nils.t("conflict.title"));
  await choice.waitFor();
  await town.stop();
  try {
    await nils.press(nils.t("conflict.save"), choice);
    await of_nils.getByRole("alert").getByText(nils.t("problem.no_connection")).waitFor();
    await nils.look_over("a merged goal that cannot be sent");
    // A slip loses nothing.
    await nils.page.keyboard.press("Escape");
    await of_nils.waitFor({ state: "hidden" });
    await edit(nils);
    assert.match(await nils.field(nils.t("goal.why"), of_nils).inputValue(), /Kari: hun savner venninna\.[^]*Nils: hun er trøtt\./);
  } finally {
    await town.start_again();
  }
  await nils.press(nils.t("action.save"), of_nils);
  await nils.is_told("goal.saved");
  await nils.sees(/Kari: hun savner venninna\.[^]*Nils: hun er trøtt\./);
});

journey("the same measure of one's own service, on phone and PC", async ({ log_in }) => {
  const kari = await log_in("kari");
  const concern = await (await kari.ask("POST", "/v1/early-concerns", { label: "Ute av timen", facts: "", next_due_on: day(7) })).json();
  const path = `/v1/early-concerns/${concern.id}`;
  let now = concern;
  for (const answer of [undefined, undefined, undefined, undefined, "own_measures"]) {
    const step = { version: now.version, step: now.next_step.step, next_due_on: day(9), ...(answer ? { answer } : {}) };
    now = await (await kari.ask("POST", `${path}/steps`, step)).json();
  }
  await kari.ask("POST", `${path}/measures`, { what: "Egen plass ved vinduet", who: "Kontaktlærer", due_on: day(3), evaluate_on: day(20) });
  await kari.go(`/app/early-concerns/${concern.id}`);
  const tab = await kari.new_tab();
  await tab.go(`/app/early-concerns/${concern.id}`);
  const forms = [];
  for (const visitor of [kari, tab]) {
    await visitor.page.getByRole("button", { name: visitor.t("own_measure.edit") }).click();
    forms.push(visitor.window(visitor.t("own_measure.edit")));
  }
  await kari.write(kari.t("measure.evaluation"), "På PC-en: roligere.", forms[0]);
  await kari.press(kari.t("action.save"), forms[0]);
  await kari.is_told("measure.saved");
  tab.expect(409, "POST", "*/measures");
  await tab.write(tab.t("measure.evaluation"), "På telefonen: var med i går.", forms[1]);
  await tab.press(tab.t("action.save"), forms[1]);
  const choice = tab.window(tab.t("conflict.title"));
  await tab.sees("På PC-en: roligere.", choice);
  await tab.press(tab.t("conflict.save"), choice);
  await tab.is_told("measure.saved");
  await tab.sees(/På PC-en: roligere\.[^]*På telefonen: var med i går\./);
  assert.deepEqual(tab.complaints(), []);
});
