// Goal: two people change the same thing. The second is shown both versions, chooses, and nothing that
// anybody wrote is lost.
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
  await tab.press(tab.t("conflict.save"), choice);
  await tab.saved();
  await kari.page.reload();
  await kari.heading("Ny i klassen, spiser alene").waitFor();
  await kari.page.waitForFunction(() => [...document.querySelectorAll("textarea")].some((field) => field.value === "I kantina."));
  await kari.page.waitForFunction(() => [...document.querySelectorAll("textarea")].some((field) => field.value === "Spiste med to andre i dag."));
});
