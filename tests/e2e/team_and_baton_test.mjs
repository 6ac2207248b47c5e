// Goal: a follow-up has one holder at every moment. The baton is offered, refused with a reason, offered
// again and accepted; the old holder keeps it until then.
import { stage } from "./stage/stage.mjs";

const journey = stage();

async function offer(kari, message) {
  await kari.press(kari.t("baton.offer"));
  const form = kari.window(kari.t("baton.offer"));
  await kari.sees(kari.t("baton.text"), form);
  await kari.look_over("offering the baton");
  await kari.pick("Nils Haugen", form);
  await kari.write(kari.t("baton.message"), message, form);
  await kari.press(kari.t("baton.send"), form);
  await kari.is_told("baton.sent");
  await kari.sees(kari.t("baton.offered", { name: "Nils Haugen" }));
}

const holds = (visitor, name) => visitor.page.locator(".sv-now").getByText(name).first().waitFor();

for (const width of [1280, 390]) {
  journey(`kari takes nils into the team and hands the baton over, at ${width} px`, async ({ log_in }) => {
    // Each width has a child of its own.
    const child = width === 1280 ? "Jonas Berg" : "Emma Solbakken";
    const kari = await log_in("kari", { width });
    const nils = await log_in("nils", { width });
    await kari.open_child(child);
    await kari.look_over("team");
    if (child === "Jonas Berg") {
      await kari.press(kari.t("team.add"));
      const form = kari.window(kari.t("team.add"));
      await kari.choose(kari.t("team.unit"), "Skolehelsetjenesten", form);
      await kari.look_over("taking somebody into the team");
      await kari.pick("Nils Haugen", form);
      await kari.press(kari.t("team.add"), form);
      await kari.is_told("team.added");
    }
    await offer(kari, "Du ser ham mest nå.");
    await holds(kari, kari.t("next.you", { name: "Kari Lunde" }));

    await nils.go("/app/workbench");
    await nils.sees("Du ser ham mest nå.");
    await nils.look_over("workbench with an offer");
    await nils.press(nils.t("offer.refuse"));
    await nils.press(nils.t("offer.refuse_send"));
    await nils.page.getByRole("alert").getByText(nils.t("form.required")).first().waitFor();
    await nils.look_over("refusing needs a reason");
    await nils.write(nils.t("offer.reason"), "Jeg er borte i tre uker.");
    await nils.press(nils.t("offer.refuse_send"));
    await nils.is_told("offer.refused");

    await kari.page.reload();
    await holds(kari, kari.t("next.you", { name: "Kari Lunde" }));
    // The one who asked need not look for the answer.
    const answer = kari.page.getByRole("region", { name: kari.t("baton.refused", { name: "Nils Haugen" }) });
    await kari.sees("Jeg er borte i tre uker.", answer);
    await kari.look_over("an offer that was refused");
    await kari.part("part.history");
    await kari.sees("Jeg er borte i tre uker.");
    await kari.look_over("history");
    await kari.part("part.overview");
    await offer(kari, "Takk. Kan du fra mandag?");
    await kari.does_not_see(kari.t("baton.refused", { name: "Nils Haugen" }));

    // Nils reads the child's page first and accepts there; until then Kari has the baton.
    await nils.open_child(child);
    await holds(nils, "Kari Lunde");
    await nils.look_over("an offer on the child's page");
    await nils.press(nils.t("offer.accept"));
    await nils.is_told("offer.accepted");
    await holds(nils, nils.t("next.you", { name: "Nils Haugen" }));
    await nils.page.locator("main").getByRole("button", { name: nils.t("step.do") }).waitFor();

    await kari.page.reload();
    await holds(kari, "Nils Haugen");
    await kari.does_not_see(kari.t("step.do"));
    await kari.look_over("the page of one who gave the baton away");
  });
}

journey("an offer is taken back, and somebody leaves the team", async ({ log_in }) => {
  const nils = await log_in("nils");
  await nils.open_child("Sara Nilsen");
  await nils.look_over("Sara's page");
  await nils.press(nils.t("baton.withdraw"));
  await nils.is_told("baton.withdrawn");
  const kari = nils.page.locator("li").filter({ hasText: "Kari Lunde" });
  await kari.getByRole("button", { name: nils.t("team.leave") }).first().click();
  const form = nils.window(nils.t("team.leave_title", { name: "Kari Lunde" }));
  await nils.write(nils.t("team.leave_reason"), "Bytter jobb; Leif tar timeplanen.", form);
  await nils.look_over("leaving the team");
  // What she had promised must have somebody first.
  nils.expect(409, "POST", "*/leave");
  await nils.press(nils.t("team.leave"), form);
  await form.getByRole("alert").waitFor();
  await nils.look_over("leaving the team with a measure");
  await nils.page.keyboard.press("Escape");
  await nils.part("part.plan");
  const hers = nils.page.locator("li").filter({ hasText: "Kari Lunde" });
  for (let left = await hers.count(); left > 0; --left) {
    await hers.first().getByRole("button", { name: nils.t("measure.edit") }).click();
    const measure = nils.window(nils.t("measure.edit"));
    await nils.choose(nils.t("measure.who"), "Nils Haugen", measure);
    await nils.press(nils.t("action.save"), measure);
    await measure.waitFor({ state: "hidden" });
  }
  await nils.part("part.overview");
  await kari.getByRole("button", { name: nils.t("team.leave") }).first().click();
  await nils.write(nils.t("team.leave_reason"), "Bytter jobb; Leif tar timeplanen.", form);
  await nils.press(nils.t("team.leave"), form);
  await nils.is_told("team.has_left");
  await nils.sees(nils.t("team.left", { count: 1 }));
  await nils.look_over("a team somebody has left");
});
