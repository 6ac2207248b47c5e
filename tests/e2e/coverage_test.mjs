// Goal: a leader finds the hole that Solvik has, and what hangs on one alone; writes down who is responsible and sees
// the gap close; and nobody who does not lead finds any of it.
import assert from "node:assert/strict";
import { stage } from "./stage/stage.mjs";

const journey = stage();
const hole = "Ingen tilbud uten henvisning for 12–15 år ved moderate plager.";
const gap = "Ingen har behandlingsansvaret for 12–15 år ved moderate plager.";

const found = (visitor) => visitor.page.getByRole("region", { name: visitor.t("coverage.found.title") });
const map = (visitor) => visitor.page.getByRole("table", { name: visitor.t("coverage.map_caption") });
const part = (visitor, word) => visitor.page.getByRole("navigation", { name: visitor.t("coverage.parts") }).getByRole("link", { name: visitor.t(word) }).click();

/// The cell of a severity at the place of an age group, in the first group of rows that is shown.
const cell = (visitor, severity, at) => map(visitor).getByRole("row", { name: new RegExp(`^${visitor.t(`coverage.severity.${severity}`)}`) }).first().getByRole("cell").nth(at);

async function open_coverage(visitor) {
  await visitor.go("/app/coverage");
  await visitor.heading(visitor.t("coverage.title")).waitFor();
  await found(visitor).waitFor();
}

/// Wide tables scroll in their own frame and never make the page wider.
async function scrolls_inside(visitor) {
  // A phone zooms out when a page is too wide, so that its own measure tells nothing.
  assert.ok((await visitor.page.evaluate(() => document.documentElement.scrollWidth)) <= visitor.width, "the page is too wide");
  const frames = await visitor.page.locator(".sv-sheet").evaluateAll((all) => all.map((one) => one.clientWidth <= innerWidth));
  assert.ok(frames.length > 0 && frames.every(Boolean), "a table is wider than the screen");
}

for (const width of [1280, 390]) {
  journey(`the leader finds the hole and what hangs on one alone, at ${width} px`, async ({ log_in }) => {
    const leader = await log_in("leder", { width });
    await open_coverage(leader);
    await leader.sees(hole, found(leader));
    await scrolls_inside(leader);
    await leader.look_over("coverage");
    // The map says the same: nothing for 13–15, and for 10–12 twelve is missing.
    assert.match(await cell(leader, "moderate", 4).innerText(), new RegExp(leader.t("coverage.standing.hole")));
    assert.match(await cell(leader, "moderate", 3).innerText(), /mangler 12/);

    await cell(leader, "moderate", 3).getByRole("button").click();
    const behind = leader.window("Moderate plager, 10–12 år, Uten henvisning");
    await leader.sees("Ingenting for 12 år.", behind);
    await leader.sees("Kommunepsykolog for barn", behind);
    await leader.look_over("what stands behind a number");
    await leader.press(leader.t("action.close"), behind);

    await leader.page.getByRole("button", { name: leader.t("coverage.way.referral"), exact: true }).click();
    await leader.does_not_see(leader.t("coverage.way.digital"), map(leader));
    assert.equal(await map(leader).getByRole("rowgroup").count(), 2); // The head and one way in.
    await leader.press(leader.t("coverage.as_list"));
    await leader.look_over("coverage as a list");
    await leader.page.goBack();
    await leader.page.goBack();

    await leader.page.getByRole("combobox", { name: leader.t("coverage.theme"), exact: true }).selectOption("eating");
    await leader.page.getByRole("heading", { name: leader.t("coverage.found.title_of", { theme: "Mat og spising" }) }).waitFor();
    const alone = leader.page.locator("li").filter({ hasText: "Bare ett tilbud uten henvisning for 16–25 år ved moderate plager:" });
    await leader.sees("Mat og kropp – samtaler om spising", alone);
    await leader.look_over("coverage of one need");
    await leader.page.getByText(leader.t("coverage.by_need"), { exact: true }).click();
    await scrolls_inside(leader);
    await leader.look_over("coverage, each need");

    await part(leader, "coverage.part.line");
    await leader.page.getByRole("heading", { name: leader.t("coverage.line") }).waitFor();
    assert.equal(await leader.page.getByRole("combobox", { name: leader.t("coverage.theme"), exact: true }).inputValue(), "eating");
    await scrolls_inside(leader);
    await leader.look_over("the line, about eating");
    await leader.page.getByRole("combobox", { name: leader.t("coverage.theme"), exact: true }).selectOption("");
    await leader.sees(leader.t("coverage.between_some"));
    await leader.sees(leader.t("coverage.reason.one_profession"));
    await leader.look_over("the line and the criteria");
  });

  journey(`the leader writes down who is responsible, at ${width} px`, async ({ log_in }) => {
    const leader = await log_in("leder", { width });
    await open_coverage(leader);
    await part(leader, "coverage.part.responsibility");
    await leader.sees(gap);
    await leader.look_over("who is responsible");

    await leader.press(leader.t("responsibility.add"));
    const form = leader.window(leader.t("responsibility.add"));
    await leader.press(leader.t("action.save"), form);
    await leader.sees(leader.t("problem.invalid_fields"), form);
    await leader.look_over("writing down a responsibility, empty");
    await leader.write(leader.t("responsibility.age_from"), "15", form);
    await leader.write(leader.t("responsibility.age_to"), "12", form);
    await leader.pick(leader.t("coverage.severity.moderate"), form);
    await leader.choose(leader.t("responsibility.unit"), "Skolehelsetjenesten", form);
    await leader.write(leader.t("responsibility.leader"), "Tone Aas", form);
    leader.expect(422, "POST", "/v1/responsibilities");
    await leader.press(leader.t("action.save"), form);
    await leader.sees(leader.t("problem.invalid_fields"), form);
    await leader.write(leader.t("responsibility.age_from"), "12", form);
    await leader.write(leader.t("responsibility.age_to"), "15", form);
    await leader.press(leader.t("action.save"), form);
    await leader.is_told("responsibility.saved");
    await leader.does_not_see(gap);
    await leader.sees(leader.t("responsibility.whole"));
    await leader.look_over("the gap is closed");

    // Somebody else changes the same row: the second sees both.
    const bti = await log_in("bti", { width });
    await bti.go("/app/coverage/responsibility");
    const row_of = (visitor) => visitor.page.getByRole("row").filter({ hasText: "Tone Aas" });
    const change = (visitor) => row_of(visitor).getByRole("button", { name: visitor.t("action.change") }).click();
    await change(leader);
    await change(bti);
    const of_bti = bti.window(bti.t("responsibility.change"));
    await bti.write(bti.t("responsibility.age_to"), "16", of_bti);
    await bti.press(bti.t("action.save"), of_bti);
    await bti.sees("To har behandlingsansvaret for 16 år ved moderate plager.");
    await bti.look_over("two have the same responsibility");
    const of_leader = leader.window(leader.t("responsibility.change"));
    await leader.write(leader.t("responsibility.note"), "Sak 44/26", of_leader);
    leader.expect(409, "PUT", "/v1/responsibilities/*");
    await leader.press(leader.t("action.save"), of_leader);
    const both = leader.window(leader.t("conflict.title"));
    await leader.look_over("two wrote at once");
    await leader.press(leader.t("conflict.save"), both);
    await leader.is_told("responsibility.saved");
    await leader.sees("Sak 44/26", row_of(leader));
    await leader.sees("12–16 år", row_of(leader));

    // What is ended is kept, and the gap is there again for whoever is next.
    await row_of(leader).getByRole("button", { name: leader.t("responsibility.end") }).click();
    const ending = leader.window(leader.t("responsibility.end_title", { unit: "Skolehelsetjenesten" }));
    await leader.press(leader.t("responsibility.end"), ending);
    await leader.is_told("responsibility.has_ended");
    await leader.sees(gap);
  });

  journey(`what is looked for in vain, nothing yet, and no answer, at ${width} px`, async ({ log_in }) => {
    const leader = await log_in("leder", { width });
    await leader.go("/app/coverage/searches");
    await leader.sees(leader.t("searches.none"));
    await leader.look_over("no searches without an answer");
    const one = { id: "01jd0000000000000000000000", words: "klatring", times: 9, days: 4, last_week: "2026-11-16" };
    await leader.page.route("**/v1/unanswered-searches", (route) => route.fulfill({ json: { searches: [one], rare: 14 } }));
    await leader.page.route("**/v1/unanswered-searches/*/hide", (route) => route.fulfill({ json: { searches: [], rare: 14 } }));
    await leader.page.reload();
    await leader.sees("uken fra 16. november 2026");
    await leader.sees(leader.t("searches.rare", { count: 14 }));
    await leader.look_over("searches without an answer");
    await leader.page.getByRole("button", { name: leader.t("searches.hide") }).click();
    await leader.is_told("searches.hidden");
    await leader.does_not_see("klatring");

    await leader.page.route("**/v1/coverage", (route) => route.abort("failed"));
    leader.expect("net::ERR_FAILED", "GET", "/v1/coverage");
    await part(leader, "coverage.part.map");
    await leader.sees(leader.t("problem.no_connection"));
    await leader.look_over("coverage, no answer");
    await leader.page.unroute("**/v1/coverage");
    await leader.press(leader.t("action.retry"));
    await leader.sees(hole);
  });
}

journey("in nynorsk and English, and by keyboard alone", async ({ log_in }) => {
  const leader = await log_in("leder");
  for (const language of ["nn", "en"]) {
    assert.ok((await leader.ask("PUT", "/v1/session/language", { language })).ok());
    await leader.go("/app/coverage");
    await leader.sees(language === "nn" ? "Ingen tilbod utan tilvising for 12–15 år ved moderate plager." : "No service without referral for ages 12–15 at moderate problems.");
    await leader.look_over(`coverage in ${language}`);
  }
  const { page } = leader;
  await page.getByRole("combobox", { name: "Need" }).focus();
  await page.keyboard.press("e");
  const chosen = await page.evaluate(() => document.activeElement.tagName);
  assert.equal(chosen, "SELECT");
  // From the chosen way in to the first number, and what stands behind it.
  await page.getByRole("button", { name: "All ways in" }).focus();
  for (let tries = 0; tries < 12; ++tries) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.classList.contains("sv-heat-cell"))) break;
  }
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains("sv-heat-cell")));
  assert.ok((await leader.ask("PUT", "/v1/session/language", { language: "nb" })).ok());
});

journey("who does not lead finds none of it", async ({ log_in }) => {
  for (const name of ["kari", "mor"]) {
    const visitor = await log_in(name);
    assert.equal(await visitor.page.getByRole("link", { name: visitor.t("nav.coverage") }).count(), 0);
    for (const [method, path] of [["GET", "responsibilities"], ["POST", "responsibilities"], ["GET", "unanswered-searches"]]) {
      const answer = await visitor.ask(method, `/v1/${path}`, method === "POST" ? {} : undefined);
      const absent = await visitor.ask(method, "/v1/nothing-here", method === "POST" ? {} : undefined);
      assert.equal(answer.status(), 404, path);
      assert.equal((await answer.json()).code, (await absent.json()).code);
    }
    assert.equal((await visitor.ask("GET", "/v1/coverage")).status(), name === "kari" ? 200 : 404);
    if (name === "mor") continue;
    await visitor.go("/app/coverage/responsibility");
    await visitor.heading(visitor.t("absent.title")).waitFor();
    await visitor.look_over("no coverage for a teacher");
  }
});
