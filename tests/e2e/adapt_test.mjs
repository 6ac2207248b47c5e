// Goal: a municipality makes a national pathway its own, in forms, with the checker beside it, tries it and publishes it;
// a newer national version is taken in without losing what is the municipality's own.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stage } from "./stage/stage.mjs";
import { choose_step, form, is_sound, map, national, open_workroom, own_title, publish_change, step_in, strip, tab, titled } from "./stage/workroom.mjs";

const journey = stage();
const step_of = (id) => step_in(national, id);

journey("a national pathway is made one's own: changed, checked, tried and published", async ({ log_in }) => {
  const bti = await log_in("bti");
  await open_workroom(bti, national.title.nb);
  await is_sound(bti);
  await bti.look_over("the workroom");

  // A title in three languages. A fault is seen as one types, at the part and above all.
  const step = step_of("get_to_know");
  await choose_step(bti, "Oppsøke og bli kjent", step.title.nb);
  await bti.look_over("a step in the workroom");
  await bti.press(bti.t("adapt.all_languages"), form(bti));
  const titles = form(bti).getByRole("group", { name: bti.t("adapt.field.title"), exact: true });
  await titles.getByRole("textbox").first().fill("");
  await strip(bti).getByText(bti.t("adapt.check.faults", { count: 1 })).waitFor();
  await bti.sees(bti.t("adapt.fault.translation_missing"), form(bti));
  await bti.look_over("a fault in the workroom");
  await bti.press(bti.t("adapt.publish.open"));
  const not_yet = bti.window(bti.t("adapt.publish.not_yet"));
  await bti.sees(step.title.nn, not_yet);
  await bti.look_over("not to be published yet");
  await bti.press(bti.t("adapt.publish.go_back"), not_yet);
  const [nb, nn, en] = await titles.getByRole("textbox").all();
  await nb.fill(own_title);
  await nn.fill("Bli kjende der den unge vil vere");
  await en.fill("Get to know each other where the young person wants to be");
  await is_sound(bti);

  // A step is taken away where the road needs it; undone.
  await choose_step(bti, "Oppsøke og bli kjent", step_of("leave_door_open").title.nb);
  await bti.page.getByRole("button", { name: `${bti.t("adapt.remove")}: ${step_of("leave_door_open").title.nb}` }).click();
  await bti.sees(/ting må rettes før utkastet kan publiseres/, strip(bti));
  await strip(bti).locator("summary").first().click();
  await bti.look_over("what must be mended");
  await bti.page.getByRole("button", { name: new RegExp(`^${bti.t("adapt.undo")}`) }).click();
  await is_sound(bti);

  // A deadline of the municipality's own changes what two situations must come to.
  await choose_step(bti, "Oppsøke og bli kjent", own_title);
  await form(bti).locator("summary", { hasText: bti.t("adapt.section.due") }).first().click();
  await bti.choose(bti.t("adapt.field.due"), bti.t("adapt.due.counted", { from: bti.t("adapt.from.step_open") }), form(bti));
  const due = form(bti).getByRole("group", { name: bti.t("adapt.field.due"), exact: true });
  await bti.write(bti.t("adapt.due.count"), "3", due);
  await strip(bti).getByText(bti.t("adapt.check.scenarios", { count: 2 })).waitFor();
  await bti.look_over("a deadline in the workroom");
  await bti.follow(bti.t("adapt.check.see_scenarios"), strip(bti));
  await bti.page.getByRole("button", { name: bti.t("adapt.scenarios.only_wrong", { count: 2 }) }).click();
  await bti.look_over("situations that do not hold");

  // One that does not hold is looked at in the imagined case, then it is told what is right now.
  const met = "Den unge er møtt: nå blir de kjent";
  await bti.press(`${bti.t("adapt.scenarios.try")}: ${met}`);
  await bti.sees(own_title, bti.page.getByRole("region", { name: bti.t("adapt.try.open", { count: 1 }) }));
  await bti.look_over("a situation as an imagined case");
  await bti.page.getByRole("link", { name: bti.t("adapt.try.scenarios") }).click();
  for (const [situation, due_on] of [
    [met, "2026-09-25"],
    ["Den unge trenger mer tid før svaret", "2026-10-12"],
  ]) {
    await bti.press(`${bti.t("action.change")}: ${situation}`);
    const scenario = bti.window(bti.t("adapt.scenarios.change"));
    await bti.write(bti.t("adapt.scenarios.due"), due_on, scenario);
    await bti.look_over("changing a situation");
    await bti.press(bti.t("adapt.scenarios.keep"), scenario);
    await scenario.waitFor({ state: "hidden" });
  }
  await is_sound(bti);

  await tab(bti, "adapt.tab.differences");
  await bti.sees(bti.t("adapt.differences.count", { count: 2 }));
  await bti.sees(step.title.nb);
  await bti.look_over("differences from the national version");

  // An imagined child: the first steps are done, the days go, and the deadline passes.
  await tab(bti, "adapt.tab.try");
  await bti.page.getByRole("link", { name: bti.t("adapt.try.case") }).click();
  await bti.press(bti.t("adapt.try.anew"));
  await bti.press("Ta kontakt med den unge");
  await bti.press(bti.t("adapt.try.week_on"));
  await bti.press("Vi har møtt den unge");
  const open = bti.page.getByRole("region", { name: bti.t("adapt.try.open", { count: 1 }) });
  await bti.sees(own_title, open);
  const slider = bti.page.getByRole("slider", { name: bti.t("adapt.try.slider") });
  await slider.focus();
  for (let days = 0; days < 22; ++days) await bti.page.keyboard.press("ArrowRight");
  assert.equal(await slider.inputValue(), "29");
  await open.locator(".sv-tag--late").waitFor();
  await bti.sees(bti.t("adapt.warning.overdue"));
  await bti.look_over("an imagined child, late");
  await slider.fill("0");
  await bti.sees(bti.t("adapt.try.past"));
  await bti.press(bti.t("adapt.try.to_last"));
  await bti.press(bti.t("step.done"), open);
  await bti.press("Nei, ikke nå", open);
  await bti.page.getByRole("button", { name: /^Avslutt:/ }).click();
  await bti.sees(bti.t("adapt.try.ended"));
  await bti.look_over("an imagined child at the end");
  await bti.press(bti.t("adapt.try.save"));
  const kept = bti.window(bti.t("adapt.scenarios.add"));
  await bti.write(bti.t("adapt.scenarios.situation"), "De ble kjent der den unge ville være, og hun ville ikke nå", kept);
  await bti.look_over("keeping a situation");
  await bti.press(bti.t("adapt.scenarios.keep"), kept);
  await bti.sees(bti.t("adapt.scenarios.title", { count: 55 }));
  await is_sound(bti);

  await bti.press(bti.t("adapt.publish.open"));
  const publish = bti.window(bti.t("adapt.publish.title"));
  await bti.press(bti.t("adapt.publish.do"), publish);
  await publish.getByRole("alert").waitFor();
  await bti.look_over("publishing, without a note");
  await bti.write(bti.t("adapt.publish.note"), "Vi møter de unge der de vil være, og innen tre uker.", publish);
  await bti.press(bti.t("adapt.publish.do"), publish);
  await bti.is_told("adapt.publish.done");
  await bti.heading(bti.t("adapt.list.title")).waitFor();
  const card = bti.page.getByRole("article", { name: national.title.nb });
  await bti.sees(bti.t("adapt.list.own_in_use"), card);
  await bti.sees("Vi møter de unge der de vil være, og innen tre uker.", card);
  await bti.look_over("the pathways, one of our own");
});

journey("a leader looks at a pathway and begins to adapt it, at 390 px, and throws the draft away", async ({ log_in }) => {
  const leader = await log_in("leder", { width: 390 });
  await leader.go("/app/pathways");
  const card = leader.page.getByRole("article", { name: "Agdermodellen" });
  await card.getByRole("link", { name: leader.t("adapt.list.look") }).click();
  await leader.heading("Agdermodellen").waitFor();
  await leader.look_over("a pathway to read");
  await map(leader).getByRole("button", { name: "Mild: lavterskeltjenesten hjelper", exact: true }).first().click();
  await leader.page.waitForFunction(() => document.activeElement?.textContent === "Mild: lavterskeltjenesten hjelper");
  await leader.look_over("a part of a pathway to read");
  await leader.press(leader.t("adapt.to_map"));
  await leader.page.waitForFunction(() => document.activeElement?.getAttribute("aria-current") === "true");
  await leader.press(leader.t("adapt.list.adapt"));
  await is_sound(leader);
  await leader.look_over("the workroom");
  await choose_step(leader, "Finne ut hva det gjelder", "Snakk med barnet og foreldrene");
  await leader.look_over("a step in the workroom");
  await leader.press(leader.t("adapt.to_map"));
  await tab(leader, "adapt.tab.try");
  await leader.sees(leader.t("adapt.try.begin"));
  await leader.sees(leader.t("adapt.try.open", { count: 1 }));
  await leader.look_over("an imagined child");
  await leader.press(leader.t("adapt.discard.open"));
  const discard = leader.window(leader.t("adapt.discard.title"));
  await leader.pick(leader.t("adapt.discard.sure"), discard);
  await leader.press(leader.t("adapt.discard.do"), discard);
  await leader.is_told("adapt.discard.done");
  await leader.sees(leader.t("adapt.discard.gone"));
});

journey("a newer national version is taken in, and what is the municipality's own stays", async ({ town, log_in }) => {
  const named = (nb) => ({ nb, nn: nb, en: nb });
  const first = await log_in("bti");
  await publish_change(
    first,
    (definition) => {
      step_in(definition, "tell_family").title = named("Fortell familien på språket deres");
      step_in(definition, "book_interpreter").title = named("Bestill tolk tidlig");
    },
    "Familiene her snakker mange språk.",
    "nye_monstre",
  );
  await first.page.goto("about:blank");

  // A newer version of Samvei brings a newer version of the pathway: the server is stopped and started on it.
  await town.stop();
  town.change_content((folder) => {
    const file = join(folder, "pathways/nye_monstre/pathway.json");
    const definition = JSON.parse(readFileSync(file, "utf8"));
    definition.version = 2;
    step_in(definition, "tell_family").title = named("Fortell familien om tilbudet");
    step_in(definition, "first_meeting").title = named("Første møte, hjemme hos familien");
    writeFileSync(file, `${JSON.stringify(definition, null, 2)}\n`);
  });
  await town.start();

  const title = "Nye mønstre – trygg oppvekst";
  const bti = await log_in("bti");
  await bti.go("/app/pathways");
  const of_list = bti.page.getByRole("article", { name: title });
  await bti.sees(bti.t("adapt.list.update"), of_list);
  await bti.look_over("a newer national version in the list");
  await open_workroom(bti, title);
  await tab(bti, "adapt.tab.update");
  await bti.heading(title).waitFor();
  await bti.sees(bti.t("adapt.update.title", { from: 1, to: 2 }));
  const take = bti.page.getByRole("button", { name: bti.t("adapt.update.take") });
  assert.ok(await take.isDisabled());
  const clash = bti.page.getByRole("region", { name: /Fortell familien/ });
  for (const version of ["Fortell familien om Nye mønstre", "Fortell familien på språket deres", "Fortell familien om tilbudet"]) {
    await clash.locator(".sv-side").getByText(version).waitFor();
  }
  await bti.look_over("a newer national version, before choosing");
  await bti.page.locator("summary", { hasText: bti.t("adapt.update.theirs", { count: 1 }) }).click();
  await bti.page.locator("summary", { hasText: bti.t("adapt.update.ours", { count: 1 }) }).click();
  await bti.sees("Første møte, hjemme hos familien");
  await bti.sees("Bestill tolk tidlig");
  await bti.pick(bti.t("adapt.update.keep_ours"), clash);
  await bti.look_over("a newer national version, chosen");
  await take.click();
  await bti.is_told("adapt.update.taken");
  await bti.sees(bti.t("adapt.update.none", { version: 2 }));
  await bti.sees(bti.t("adapt.draft_of", { version: 2 }));
  await bti.does_not_see(bti.t("adapt.tab.new"), bti.page.getByRole("navigation", { name: bti.t("adapt.tab.label") }));
  await bti.page.waitForFunction(() => document.activeElement?.id === "nothing-new");
  await is_sound(bti);
  await bti.look_over("a newer national version is taken in");
  await tab(bti, "adapt.tab.differences");
  await bti.sees(bti.t("adapt.differences.count", { count: 2 }));
  await bti.sees("Fortell familien om tilbudet");
  await bti.does_not_see("Første møte, hjemme hos familien");

  await bti.press(bti.t("adapt.publish.open"));
  const publish = bti.window(bti.t("adapt.publish.title"));
  await bti.write(bti.t("adapt.publish.note"), "Den nye nasjonale utgaven, med våre titler.", publish);
  await bti.press(bti.t("adapt.publish.do"), publish);
  await bti.is_told("adapt.publish.done");
  await bti.heading(bti.t("adapt.list.title")).waitFor();
  await bti.does_not_see(bti.t("adapt.list.update"), of_list);
  const { id, version } = (await (await bti.ask("GET", "/v1/pathways")).json()).pathways.find((one) => one.id === "nye_monstre").in_use;
  const texts = await (await bti.ask("GET", `/v1/pathways/${id}/versions/${version}`)).json();
  const mine = JSON.parse(texts.definition);
  assert.deepEqual([version, mine.based_on.version], [2, 2]);
  assert.deepEqual(
    ["tell_family", "first_meeting", "book_interpreter"].map((step) => titled(mine, step)),
    ["Fortell familien på språket deres", "Første møte, hjemme hos familien", "Bestill tolk tidlig"],
  );
});
