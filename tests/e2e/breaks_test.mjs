// Goal: a leader sees where something has stopped, and only what leading needs: never a child's name.
import assert from "node:assert/strict";
import { stage } from "./stage/stage.mjs";

const journey = stage();
const children = ["Jonas", "Berg", "Emma", "Solbakken", "Sara", "Nilsen"];

async function is_without_names(visitor, answer) {
  const shown = await visitor.page.locator("main").innerText();
  const sent = JSON.stringify(answer);
  for (const name of children) {
    assert.ok(!shown.includes(name), `${name} is shown`);
    assert.ok(!sent.includes(name), `${name} is in the answer`);
  }
}

for (const width of [1280, 390]) {
  journey(`the leader sees breaks without names, at ${width} px`, async ({ log_in }) => {
    const leader = await log_in("leder", { width });
    await leader.look_over("workbench of a leader");
    await leader.follow(leader.t("breaks.see"));
    await leader.heading(leader.t("breaks.title")).waitFor();
    await leader.sees(leader.t("break_short.date_passed"));
    await leader.sees("Kari Lunde");
    await leader.look_over("breaks");
    await is_without_names(leader, await (await leader.ask("GET", "/v1/breaks")).json());

    await leader.press(leader.t("breaks.show_well"));
    await leader.sees(leader.t("breaks.well"));
    await leader.choose(leader.t("breaks.what"), leader.t("break.no_next_step"));
    await leader.sees(leader.t("breaks.none_match"));
    await leader.look_over("breaks, nothing matches");
  });

  journey(`the coordinator sets what the municipality decides, at ${width} px`, async ({ log_in }) => {
    const bti = await log_in("bti", { width });
    await bti.go("/app/breaks");
    await bti.heading(bti.t("breaks.title")).waitFor();
    await bti.look_over("breaks of the municipality");
    await bti.go("/app/settings");
    await bti.heading(bti.t("settings.title")).waitFor();
    await bti.sees(bti.t("settings.no_deadline"));
    await bti.look_over("settings");
    await bti.page.getByRole("button", { name: bti.t("settings.use_examples") }).last().click();
    await bti.look_over("settings with examples");
    await bti.press(bti.t("settings.drop"));
  });
}

journey("two set the same thing at once: the second sees what is stored", async ({ log_in }) => {
  const first = await log_in("bti");
  const second = await log_in("bti");
  for (const one of [first, second]) {
    await one.go("/app/settings");
    await one.heading(one.t("settings.title")).waitFor();
  }
  const name = first.page.locator("input").nth(2);
  await name.fill("Samarbeid");
  await first.press(first.t("settings.save"));
  await first.is_told("settings.saved");

  await second.page.locator("input").nth(2).fill("Lag");
  second.expect(409, "PUT", "/v1/settings");
  await second.press(second.t("settings.save"));
  await second.sees(second.t("settings.stored", { value: "Samarbeid" }));
  assert.equal(await second.page.locator("input").nth(2).inputValue(), "Lag");
  await second.look_over("settings, somebody was first");
  await second.press(second.t("settings.drop"));
  assert.equal(await second.page.locator("input").nth(2).inputValue(), "Samarbeid");
});

journey("a team member who has left their job is a break", async ({ town, log_in }) => {
  const nils = await log_in("nils");
  await nils.open_child("Sara Nilsen");
  await nils.does_not_see(nils.t("break.team_member_left"));
  town.command("user", "end", "--username", "kari");
  await nils.page.reload();
  await nils.sees(nils.t("break.team_member_left"));
  await nils.look_over("a team member has left their job");

  // Kari had the baton for Emma. The leader asks Nils, without reading about the child, and he says yes.
  const leader = await log_in("leder", { width: 390 });
  await leader.go("/app/breaks");
  await leader.heading(leader.t("breaks.title")).waitFor();
  const { rows } = await (await leader.ask("GET", "/v1/breaks")).json();
  const { reference } = rows.find((row) => row.candidates.some((one) => one.name === "Nils Haugen"));
  const row = leader.page.locator("tr").filter({ hasText: reference });
  await row.getByRole("button").click();
  const form = leader.window(leader.t("breaks.find_holder"));
  await form.getByLabel(leader.t("breaks.whom")).selectOption({ label: "Nils Haugen, Helsesykepleier, Skolehelsetjenesten" });
  await leader.look_over("finding a new holder");
  await leader.press(leader.t("baton.send"), form);
  await leader.is_told("baton.sent");
  await leader.sees(leader.t("baton.offered", { name: "Nils Haugen" }), row);
  assert.equal(await row.getByRole("button").count(), 0);
  await leader.look_over("a new holder is asked");
  await is_without_names(leader, await (await leader.ask("GET", "/v1/breaks")).json());

  await nils.go("/app/workbench");
  await nils.press(nils.t("offer.accept"));
  await nils.is_told("offer.accepted");
  await leader.page.reload();
  await leader.heading(leader.t("breaks.title")).waitFor();
  await leader.does_not_see(leader.t("break_short.no_accepted_holder"), row);
});
