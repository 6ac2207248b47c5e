// Goal: a leader sees where something has stopped, and only what leading needs: never a child's name.
import assert from "node:assert/strict";
import { stage } from "./stage/stage.mjs";
import { day } from "./stage/words.mjs";

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

/// Presses a button of the counts; its name begins with a number.
const count_button = (visitor, word) => visitor.page.locator(".sv-board-count").filter({ hasText: visitor.t(word) });
const rows_of = (visitor) => visitor.page.locator(".sv-break-table tbody tr");
const choice_in = (visitor) => new URL(visitor.page.url()).search;

/// Unfolds the tables by pathway and unit, which are folded on a phone.
async function unfold(visitor) {
  if (visitor.width < 600) await visitor.page.locator(".sv-board-parts > summary").click();
}

let begun = false;

/// Once for the town: Emma is on the child welfare pathway, which waits for the municipality's health service,
/// and FACT Ung is decided against for her.
async function begin_pathways(log_in) {
  if (begun) return;
  const kari = await log_in("kari");
  const { follow_ups } = await (await kari.ask("GET", "/v1/workbench")).json();
  const path = `/v1/follow-ups/${follow_ups.find((one) => one.child_name === "Emma Solbakken").id}`;
  let now = await (await kari.ask("GET", path)).json();
  async function change(what, body) {
    const answer = await kari.ask("POST", `${path}/${what}`, { version: now.version, ...body });
    assert.ok(answer.ok(), `${what}: ${await answer.text()}`);
    now = await answer.json();
  }
  const tomorrow = day(1);
  await change("pathways/not-started", { pathway: "fact_ung", reason: "other_help_begun", text: "Annen hjelp er i gang." });
  await change("pathways", { pathway: "child_welfare", criteria: ["wants_help"], reason: "Laget mener det.", next_due_on: tomorrow });
  for (let steps = 0; steps < 20; ++steps) {
    const open = now.open_steps.find((one) => one.run);
    if (open.waits_for_title) break;
    const answer = open.answers?.[0] ? { answer: open.answers[0].id } : {};
    await change("steps", { run: open.run, step: open.step, next_due_on: tomorrow, ...answer });
  }
  assert.equal(now.open_steps.find((one) => one.run).waits_for_title, "Helsetjenesten i kommunen");
  begun = true;
}

for (const width of [1280, 390]) {
  journey(`the leader sees breaks without names, at ${width} px`, async ({ log_in }) => {
    const leader = await log_in("leder", { width });
    await leader.look_over("workbench of a leader");
    await leader.follow(leader.t("breaks.see"));
    await leader.heading(leader.t("board.title")).waitFor();
    await leader.sees(leader.t("board.stands_broken", { count: 1, open: 2 }));
    await leader.sees(leader.t("break_short.date_passed"));
    await leader.sees("Kari Lunde");
    await leader.look_over("board");
    await is_without_names(leader, await (await leader.ask("GET", "/v1/breaks")).json());

    assert.equal(await count_button(leader, "board.all").getAttribute("aria-pressed"), "true");
    await count_button(leader, "board.with_break").click();
    assert.equal(await count_button(leader, "board.with_break").getAttribute("aria-pressed"), "true");
    assert.equal(await count_button(leader, "board.all").getAttribute("aria-pressed"), "false");
    await leader.sees(leader.t("board.some_shown", { count: 1, open: 2 }));
    await leader.does_not_see(leader.t("breaks.well"));
    assert.equal(choice_in(leader), "?show=broken");
    await leader.page.goBack();
    await leader.sees(leader.t("breaks.well"));
    assert.equal(choice_in(leader), "");
  });

  journey(`by pathway, by unit, waiting, and why not, at ${width} px`, async ({ log_in }) => {
    await begin_pathways(log_in);
    const bti = await log_in("bti", { width });
    await bti.go("/app/breaks");
    await bti.heading(bti.t("board.title")).waitFor();
    await bti.look_over("board of the municipality");
    assert.equal(await rows_of(bti).count(), 3);

    // By pathway: the row of the table leads to its follow-ups.
    await unfold(bti);
    await bti.look_over("board with its tables");
    const table = bti.page.getByRole("table", { name: bti.t("board.by_pathway") });
    const cells = table.getByRole("row", { name: "Nasjonalt forløp for barnevern" }).getByRole("cell");
    assert.deepEqual(await cells.allInnerTexts().then((all) => all.map((one) => one.match(/\d+/)[0])), ["1", "0", "0", "1", "1"]);
    await bti.follow("Nasjonalt forløp for barnevern", table);
    await bti.sees(bti.t("board.some_shown", { count: 1, open: 3 }));
    assert.equal(choice_in(bti), "?pathway=child_welfare");
    assert.equal(await bti.page.evaluate(() => document.activeElement.id), "board-rows");
    await bti.sees("Helsetjenesten i kommunen", rows_of(bti));
    await bti.look_over("board of one pathway");

    // And of one unit, in the address; what is written there by others is only what can be meant.
    await bti.follow("Solvik skole", bti.page.getByRole("table", { name: bti.t("board.by_unit") }));
    await bti.page.waitForURL(/pathway=child_welfare&unit=/);
    await bti.page.reload();
    await bti.sees(bti.t("board.counts_of", { part: "Nasjonalt forløp for barnevern, Solvik skole" }));
    await count_button(bti, "board.with_break").click();
    await bti.sees(bti.t("board.none_fit"));
    await bti.look_over("board, nothing fits");
    await bti.press(bti.t("board.show_all", { count: 3 }));
    await bti.sees(bti.t("board.all_shown", { count: 3 }));
    assert.equal(choice_in(bti), "");

    await count_button(bti, "board.waiting_for_others").click();
    await bti.sees(bti.t("board.some_shown", { count: 1, open: 3 }));
    await bti.sees(bti.t("board.waits", { role: "Helsetjenesten i kommunen" }));
    await count_button(bti, "board.due").click();
    await bti.sees(bti.t("break_short.date_passed"));
    assert.equal(choice_in(bti), "?show=due");
    await bti.go("/app/breaks?show=nonsense&unit=nonsense");
    await bti.sees(bti.t("board.all_shown", { count: 3 }));

    // Who is not on a pathway, and why: counted, never named.
    const why = bti.page.getByRole("region", { name: "FACT Ung" });
    await bti.sees("En annen hjelp som passer bedre, er i gang.", why);
    await is_without_names(bti, await (await bti.ask("GET", "/v1/breaks")).json());
  });

  journey(`nothing open, more than can be shown, and no answer, at ${width} px`, async ({ log_in }) => {
    const bti = await log_in("bti", { width });
    const real = await (await bti.ask("GET", "/v1/breaks")).json();
    const of_server = "**/v1/breaks**";
    const answers = (answer) => bti.page.route(of_server, (route) => route.fulfill({ json: { ...real, ...answer } }));
    await answers({ rows: [], wanted: 0, open: 0, broken: 0, by_pathway: [], by_unit: [], pathways: [] });
    await bti.go("/app/breaks");
    await bti.sees(bti.t("board.stands_none"));
    await bti.sees(bti.t("board.no_decisions"));
    await bti.look_over("board, nothing open");

    await bti.page.unroute(of_server);
    await answers({ wanted: 812, open: 900, broken: 0 });
    await bti.page.reload();
    await bti.sees(bti.t("board.stands_well", { count: 900 }));
    await bti.sees(bti.t("board.too_many", { count: 812, shown: real.rows.length }));

    // The counts stay when the rows of another choice cannot be fetched.
    await bti.page.unroute(of_server);
    bti.expect("net::ERR_FAILED", "GET", "/v1/breaks");
    await bti.page.route(of_server, (route) => route.abort("failed"));
    await count_button(bti, "board.waiting_for_others").click();
    await bti.sees(bti.t("problem.no_connection"));
    await bti.sees(bti.t("board.stands_well", { count: 900 }));
    await bti.look_over("board, no answer");
    await bti.page.unroute(of_server);
    await bti.press(bti.t("action.retry"));
    await bti.sees(bti.t("board.title"));
    await bti.does_not_see(bti.t("problem.no_connection"));
  });

  journey(`the coordinator sets what the municipality decides, at ${width} px`, async ({ log_in }) => {
    const bti = await log_in("bti", { width });
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
  await leader.go("/app/breaks?show=broken");
  await leader.heading(leader.t("board.title")).waitFor();
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
  assert.equal(choice_in(leader), "?show=broken");
  await leader.look_over("a new holder is asked");
  await is_without_names(leader, await (await leader.ask("GET", "/v1/breaks")).json());

  await nils.go("/app/workbench");
  await nils.press(nils.t("offer.accept"));
  await nils.is_told("offer.accepted");
  await leader.page.reload();
  await leader.heading(leader.t("board.title")).waitFor();
  await leader.does_not_see(leader.t("break_short.no_accepted_holder"), row);
});
