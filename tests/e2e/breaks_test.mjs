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

journey("a team member who has left their job is a break", async ({ town, log_in }) => {
  const nils = await log_in("nils");
  await nils.open_child("Sara Nilsen");
  await nils.does_not_see(nils.t("break.team_member_left"));
  town.command("user", "end", "--username", "kari");
  await nils.page.reload();
  await nils.sees(nils.t("break.team_member_left"));
  await nils.look_over("a team member has left their job");
});
